"""The entrance: the screens before the work, and the way from each into a review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from ui.shell.doors import Doors, KeyRenewal, KeysRenewed, NewReview, Opening
from ui.shell.welcome import WelcomeScreen
from ui.support.background import Background
from ui.support.lazy import load
from ui.support.look import Look
from ui.support.session import Session


class Entrance(QStackedWidget):
    """Welcome, new review, unlock. Only the first is made at the start."""

    made = Signal()  # the review that was opened just now is new
    told = Signal(str)  # what became of work that the author did not wait for
    emptied = Signal()  # a review was closed for good: its words are still in this memory
    renewed = Signal(str, str)  # it has new keys: its recovery key, and what to say of backups

    def __init__(
        self, session: Session, background: Background, doors: Doors, appearance: Look
    ) -> None:
        super().__init__()
        self._session, self._background = session, background
        self._doors, self._look = doors, appearance
        self.welcome = WelcomeScreen()
        self.addWidget(self.welcome)
        self.new_screen: Any = None
        self.restore: Any = None
        self.unlock: Any = None
        self.welcome.new_asked.connect(self.show_new)
        self.welcome.open_asked.connect(self._open_chosen)
        self.welcome.chosen.connect(self.show_unlock)
        self.welcome.restore_asked.connect(self.show_restore)

    def show_welcome(self) -> None:
        """Show the first screen."""
        self.welcome.refresh()
        self._show(self.welcome)
        self.forget()
        self.welcome.open_button.setFocus()

    def show_new(self) -> None:
        """Show the screen on which a review is made."""
        self._drop_new()
        made = load("ui.shell.new_review", "NewReviewScreen")(self._look.settings.author)
        made.made.connect(self._make)
        made.left.connect(self.show_welcome)
        self.new_screen = made
        self._show(made)
        made.title_line.setFocus()
        self._prepare()

    def choose_file(self) -> Path | None:
        """Let the author choose a file to open; None when they think better of it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, "Open a review", str(Path.home()), "Reviews (*.review);;All files (*)"
        )
        return Path(chosen) if chosen else None

    def show_unlock(self, path: Path, reason: str = "") -> None:
        """Ask for this file's passphrase; ``reason`` says why it was locked."""
        if self.unlock is None:
            self.unlock = load("ui.shell.unlock", "UnlockScreen")()
            self.unlock.asked.connect(self._unlock)
            self.unlock.left.connect(self.show_welcome)
            self.unlock.restore_asked.connect(self.show_restore)
        self._show(self.unlock)
        self.unlock.ask_for(path, reason)
        self._prepare()
        if not reason:  # what was locked is not opened again without its passphrase
            self._background.start(
                lambda: self._doors.has_keychain(path),
                done=lambda held: self.unlock.offer_keychain(path, held),
                failed=_nothing,
            )

    def show_card(self, window: QWidget) -> None:
        """Show one's own card in a window beside this one."""
        load("ui.shell.keys_card", "CardWindow")(window, self._background).show()

    def renew_keys(self, renewal: KeyRenewal) -> None:
        """Make all keys of a review that was just closed anew, and open it again."""
        self.show_unlock(renewal.path, "All keys of this review are being made anew.")
        self.unlock.busy(True)
        self._background.start(
            lambda: self._doors.renew(renewal),
            done=self._take_up_renewed,
            failed=lambda error: self.unlock.refuse(str(error)),
            broke=lambda: self.unlock.busy(False),
        )

    def _take_up_renewed(self, renewed: KeysRenewed) -> None:
        self._session.open(renewed.review)
        self.renewed.emit(renewed.recovery_key, renewed.told)

    def show_restore(self, path: Path | None = None) -> None:
        """Show the backups of this file, or of every review that has any."""
        self.forget()
        self.restore = load("ui.shell.restore_screen", "RestoreScreen")(path, self._background)
        screen = self.restore
        screen.left.connect(lambda said: self._leave_restore(screen, path, said))
        screen.failed.connect(lambda text: self._say_on(screen, text))
        self._enter(screen)

    def _leave_restore(self, screen: Any, path: Path | None, said: str) -> None:
        path = (path or screen.target) if said else path
        if screen is self.restore:
            self.restore = None
        if not self._drop(screen):  # the author went to another review meanwhile
            if said:
                self.told.emit(said)
        elif path is not None:
            self.show_unlock(path, said)
        else:
            self.show_welcome()

    def show_closing(self, path: Path) -> None:
        """Ask what is to be kept of the review, and then close it for good."""
        self.forget()
        kind = load("ui.shell.closing_screen", "ClosingScreen")
        screen = kind(path, self._background, self._look.author())
        screen.left.connect(lambda: self._leave_closing(screen, path))
        screen.failed.connect(lambda text: self._say_on(screen, text))
        screen.closed.connect(lambda closed: self._show_closed(screen, path.name, closed))
        self._enter(screen)

    def _show_closed(self, screen: QWidget, name: str, closed: Any) -> None:
        if not self._drop(screen):
            self.told.emit(f"{name} is closed for good. Certificate: {closed.certificate.name}.")
            return
        ended = load("ui.shell.closing_screen", "ClosedScreen")(name, closed)
        ended.left.connect(lambda: self._end(ended))
        self._enter(ended)

    def _leave_closing(self, screen: QWidget, path: Path) -> None:
        self._drop(screen)
        self.show_unlock(path)

    def _end(self, screen: QWidget) -> None:
        self._drop(screen)
        self.show_welcome()
        self.emptied.emit()

    def show_settings(self, lock_after: Callable[[int], object]) -> None:
        """Show the settings."""
        screen = load("ui.shell.settings_screen", "SettingsScreen")(self._look, lock_after)
        screen.left.connect(lambda: self._leave_settings(screen))
        self._enter(screen)

    def _leave_settings(self, screen: QWidget) -> None:
        self._drop(screen)
        self.show_welcome()

    def finish_closings(self) -> None:
        """Go on with what was cut short when a review was being closed for good."""
        if not load("workbench.actions.closing_note", "notes")():
            return
        self._background.start(
            lambda: load("workbench.actions.closing", "finish_all")(),
            done=self._tell_all,
            failed=lambda error: self.told.emit(str(error)),
        )

    def _tell_all(self, told: Sequence[str]) -> None:
        for each in told:
            self.told.emit(each)

    def _enter(self, screen: Any) -> None:
        self._show(screen)
        screen.enter()

    def _say_on(self, screen: Any, text: str) -> None:
        """Say on a screen how it went, and where it is seen no longer, to whoever listens."""
        screen.say(text)
        if not self._is_seen(screen):
            self.told.emit(text)

    def _is_seen(self, screen: QWidget) -> bool:
        return self.currentWidget() is screen and self.isVisible()

    def _drop(self, screen: QWidget) -> bool:
        """Take a screen away; whether it was the one that is seen."""
        seen = self._is_seen(screen)
        self.removeWidget(screen)
        screen.deleteLater()
        return seen

    def _open_chosen(self) -> None:
        chosen = self.choose_file()
        if chosen is not None:
            self.show_unlock(chosen)

    def say(self, text: str) -> None:
        """Show a sentence on the screen that is seen."""
        seen: Any = self.currentWidget()
        seen.say(text)

    def forget(self) -> None:
        """Keep no passphrase that was typed, and no screen for a new review."""
        self._drop_new()
        self.forget_typed()
        self.welcome.say("")

    def forget_typed(self) -> None:
        """Keep no passphrase that was typed."""
        for at in range(self.count()):
            forget = getattr(self.widget(at), "forget", None)
            if forget is not None:
                forget()

    def _drop_new(self) -> None:
        if self.new_screen is not None:
            self.removeWidget(self.new_screen)
            self.new_screen.deleteLater()
            self.new_screen = None

    def _show(self, screen: QWidget) -> None:
        if self.indexOf(screen) < 0:
            self.addWidget(screen)
        self.setCurrentWidget(screen)

    def _prepare(self) -> None:
        """Load what opening needs while the author types."""
        self._background.start(self._doors.prepare, done=_nothing, failed=_nothing)

    def _unlock(self, path: Path, passphrase: str | None, read_only: bool) -> None:
        opening = Opening(path, passphrase, self._look.author(), read_only)
        self._background.start(
            lambda: self._doors.open(opening),
            done=self._session.open,
            failed=lambda error: self.unlock.refuse(str(error)),
            broke=lambda: self.unlock.busy(False),
        )

    def _make(self, new: NewReview) -> None:
        self._look.change(author=new.author)
        self._background.start(
            lambda: self._doors.make(new),
            done=self._take_up_new,
            failed=lambda error: self.new_screen.refuse(str(error)),
            broke=lambda: self.new_screen.busy(False),
        )

    def _take_up_new(self, review: Any) -> None:
        self._session.open(review)
        self.made.emit()


def _nothing(_: object) -> None:
    return None

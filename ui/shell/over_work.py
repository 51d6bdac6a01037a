"""What is shown in place of the work for a while: the recovery key, a new passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.support.clipboard import AS_IT_IS
from ui.support.commands import Commands
from ui.support.lazy import load
from ui.support.look import Look
from ui.support.session import Session


class OverWork(QObject):
    """One screen at a time. Meanwhile only locking and what needs no review can be done."""

    left = Signal()  # the work is to be shown again
    renewal_agreed = Signal(str, str, bool)  # passphrase, new one, whether old backups stay

    def __init__(self, stack: QStackedWidget, session: Session, commands: Commands) -> None:
        super().__init__(stack)
        self._stack, self._session, self._commands = stack, session, commands
        self._screen: Any = None

    @property
    def screen(self) -> Any:
        """The screen that is shown, or None."""
        return self._screen

    def show_recovery(self, *, fresh: bool = False) -> None:
        """Show the recovery key's screen; ``fresh`` when the review was only just made."""
        self._session.settling.emit()
        if fresh:  # asked again at each opening until it is answered
            load("workbench.actions.unanswered", "note")(self._session.record.path)
        screen = load("ui.shell.recovery_screen", "RecoveryScreen")(self._session, fresh=fresh)
        screen.answered.connect(self._forget_unanswered)
        self._show(screen)

    def _forget_unanswered(self) -> None:
        load("workbench.actions.unanswered", "forget")(self._session.record.path)

    def show_passphrase(self, *, another: bool = False) -> None:
        """Show the screen on which the passphrase is changed, or ``another`` one is added."""
        self._session.settling.emit()
        screen = load("ui.shell.passphrase_screen", "PassphraseScreen")
        self._show(screen(self._session, another=another))

    def show_ways(self) -> None:
        """Show every key of the review."""
        self._session.settling.emit()
        screen = load("ui.shell.keys_screen", "KeysScreen")(self._session)
        screen.recovery_asked.connect(self.show_recovery)
        screen.passphrase_asked.connect(self.show_passphrase)
        screen.another_asked.connect(lambda: self.show_passphrase(another=True))
        screen.renewal_asked.connect(self._show_renewal)
        self._show(screen)

    def show_merge(self) -> None:
        """Show the screen on which another copy is taken in."""
        self._session.settling.emit()
        self._show(load("ui.shell.merge_screen", "MergeScreen")(self._session), of_record=True)

    def _show_renewal(self) -> None:
        screen = load("ui.shell.keys_renewal", "RenewalScreen")(self._session)
        screen.agreed.connect(self.renewal_agreed)
        self._show(screen)

    def show_made_key(self, key: str, told: str) -> None:
        """Show a recovery key that was made already, with what there is to say of it."""
        self.show_recovery(fresh=True)
        self._screen.show_key(key)
        self._screen.say(told)

    def show_settings(self, appearance: Look, lock_after: Callable[[int], object]) -> None:
        """Show the settings."""
        self._session.settling.emit()
        self._show(load("ui.shell.settings_screen", "SettingsScreen")(appearance, lock_after))

    def _show(self, screen: Any, *, of_record: bool = False) -> None:
        self.drop()
        screen.setProperty(AS_IT_IS, not of_record)
        screen.left.connect(self._leave)
        self._screen = screen
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._commands.show_open(False)
        self._commands.action("file.lock").setEnabled(True)
        screen.enter()

    def take_up(self) -> None:
        """Ask again about the key of a review that was locked, or left, before it was answered."""
        record = self._session.record
        if not record.read_only and load("workbench.actions.unanswered", "is_open")(record.path):
            self.show_recovery(fresh=True)

    def say(self, text: str) -> bool:
        """Show a sentence on the screen; False when there is none."""
        if self._screen is not None:
            self._screen.say(text)
        return self._screen is not None

    def drop(self) -> None:
        """Take the screen away, with everything on it."""
        if self._screen is not None:
            self._stack.removeWidget(self._screen)
            self._screen.hide()
            self._screen.deleteLater()
            self._screen = None

    def _leave(self) -> None:
        self.drop()
        self._commands.show_open(True)
        self.left.emit()
        self.take_up()

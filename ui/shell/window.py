"""The main window: the entrance, the work, menus and the status line."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget

from ui.shell.afresh import Afresh
from ui.shell.beside import Beside
from ui.shell.copying import Copying
from ui.shell.doors import KeyRenewal
from ui.shell.entrance import Entrance
from ui.shell.locking import Locking
from ui.shell.menus import Menus
from ui.shell.over_work import OverWork
from ui.shell.window_commands import window_commands
from ui.support.commands import Commands
from ui.support.lazy import load
from ui.support.look import Look
from ui.support.renewal import Again
from ui.support.session import Saved, Session
from ui.support.theme import Light, em
from workbench.actions.recent import remember

NAME = "Review Panel Workbench"


class MainWindow(QMainWindow):
    """Shows the entrance or the work. Its title never names a review."""

    def __init__(
        self,
        session: Session,
        entrance: Entrance,
        appearance: Look,
        renew: Callable[[Again], None] | None = None,
    ) -> None:
        """``renew`` puts a fresh process in the place of this one; without it the memory of a
        review that was locked is only let go of."""
        super().__init__()
        self.session, self.entrance = session, entrance
        self._look = appearance
        self.commands = Commands(self)
        self.workspace: Any = None
        self.beside = Beside(self, session, self.commands, appearance)
        self.afresh = Afresh(self, session, entrance, renew)
        self._leaving = False
        self.setWindowTitle(NAME)
        self.stack = QStackedWidget()
        self.stack.addWidget(entrance)
        self.setCentralWidget(self.stack)
        self.over = OverWork(self.stack, session, self.commands)
        self.copying = Copying(self, session)
        self.menus = Menus(self.menuBar(), self.commands, self)
        for command in window_commands(self):
            self.commands.add(command)
        self.saved_label = QLabel()
        self.locking = Locking(session, appearance, self)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.saved_label)
        self.statusBar().addPermanentWidget(self.locking.label)
        self._watch()
        self._name_undo()
        self.resize(em(self, 72), em(self, 45))

    def _watch(self) -> None:
        self.locking.nearly.connect(self._warn_of_lock)
        self.locking.put_off.connect(self._put_off_lock)
        self.locking.left_alone.connect(self.entrance.forget_typed)
        self.beside.asked_for.connect(self.show_item)
        self.copying.clipboard.told.connect(self._say_of_copy)
        self.entrance.told.connect(self._say)
        self.afresh.said.connect(self._say)
        self.entrance.made.connect(lambda: self.over.show_recovery(fresh=True))
        self.entrance.renewed.connect(self.over.show_made_key)
        self.over.renewal_agreed.connect(self._renew_keys)
        self.over.left.connect(self._back_to_work)
        self.session.opened.connect(self._show_work)
        self.session.locked.connect(self._show_locked)
        self.session.closed.connect(self._show_entrance)
        self.session.saved.connect(self._show_saved)
        self.session.changed.connect(self._name_undo)
        self.session.said.connect(self._say)

    # Into the work and out of it

    def ask_new(self) -> None:
        """Show the screen on which a review is made."""
        self.afresh.go_to(None)

    def ask_open(self) -> None:
        """Let the author choose a file to open."""
        chosen = self.entrance.choose_file()
        if chosen is not None:
            self.afresh.go_to(chosen)

    def lock(self) -> None:
        """Take everything off the screen now."""
        self.locking.lock("Locked.")

    def close_review(self) -> None:
        """Save and close the review."""
        if self.session.close():
            self.afresh.forget()
            self.afresh.start()

    def close_for_good(self) -> None:
        """Save and close the review, and ask what is to be kept of it before it is destroyed."""
        path = self.session.record.path
        if self.session.close():
            self.afresh.forget()
            self.entrance.show_closing(path)

    def _show_work(self) -> None:
        path = self.afresh.path = self.session.record.path
        if self._look.settings.remember_recent:
            remember(path)
        self.workspace = load("ui.shell.workspace", "Workspace")(self.session, self.commands)
        self.workspace.present_asked.connect(self.present)
        self.workspace.find_asked.connect(self.find_anything)
        self.stack.addWidget(self.workspace)
        self.stack.setCurrentWidget(self.workspace)
        self.entrance.forget()
        self.commands.show_open(True)
        self.workspace.go_to(self.afresh.page)
        self.workspace.rail.setFocus()
        self._name_undo()
        self.locking.begin()
        self.over.take_up()

    def _back_to_work(self) -> None:
        self.stack.setCurrentWidget(self.workspace)
        self.workspace.rail.setFocus()
        self._name_undo()

    def _show_locked(self, reason: str) -> None:
        self.stack.setCurrentWidget(self.entrance)
        self.afresh.show_locked(reason)
        self._drop_work()
        self.repaint()  # now: the computer may be about to sleep

    def leave_now(self) -> None:
        """Save and close because the process must end; what cannot be saved stays, encrypted, in
        the working copy."""
        if not self.session.close():
            self.session.abandon()

    def _show_entrance(self) -> None:
        self.stack.setCurrentWidget(self.entrance)
        self.entrance.show_welcome()
        self._drop_work()

    def _drop_work(self) -> None:
        """Leave nothing of the record in this window, on the panel's screen, or to be pasted."""
        self.locking.end()
        self.over.drop()
        self.saved_label.clear()
        self.beside.drop()
        self.copying.clipboard.clear()
        if self.workspace is not None:
            self.afresh.page = self.workspace.shown
            self.stack.removeWidget(self.workspace)
            self.workspace.hide()
            self.workspace.deleteLater()
            self.workspace = None
        self.commands.drop_pages()
        self.commands.show_open(False)
        self._name_undo()
        gc.collect()

    # What is said

    def _say(self, text: str) -> None:
        if not self.over.say(text):
            (self.entrance if self.workspace is None else self.workspace).say(text)

    def _show_saved(self, state: Saved) -> None:
        at = f" {datetime.now().astimezone():%H:%M}" if state is Saved.SAVED else ""
        self.saved_label.setText(f"{state.value}{at}")

    def _warn_of_lock(self, text: str) -> None:
        if self.workspace is not None:
            self.workspace.notice.say(text, act="Keep working", run=self.locking.begin)

    def _say_of_copy(self, text: str, offered: bool) -> None:
        if self.workspace is not None:
            act = {"act": "Copy as written", "run": self.copying.copy_as_written} if offered else {}
            self.workspace.notice.say(text, **act)

    def _put_off_lock(self) -> None:
        if self.workspace is not None:
            self.workspace.notice.clear()

    def _name_undo(self, _topics: object = None) -> None:
        undo, redo = self.session.undo_label, self.session.redo_label
        self.commands.name("edit.undo", f"&Undo {undo}" if undo else "&Undo", usable=bool(undo))
        self.commands.name("edit.redo", f"&Redo {redo}" if redo else "&Redo", usable=bool(redo))

    # Commands

    def save_now(self) -> None:
        """Write the file now."""
        self.session.save_now()

    def show_card(self) -> None:
        """Show one's own card."""
        self.entrance.show_card(self)

    def _renew_keys(self, old: str, new: str, keep: bool) -> None:
        path = self.session.record.path
        if self.session.close():
            self.entrance.renew_keys(KeyRenewal(path, old, new, self._look.author(), keep))

    def quit(self) -> None:
        """Close the window, and with it the workbench."""
        self.close()

    def on_page(self, what: str) -> None:
        """Have the shown page do something."""
        if self.workspace is not None:
            self.workspace.ask_page(what)

    def show_page(self, name: str) -> None:
        """Go to a page."""
        if self.workspace is not None:
            self.workspace.go_to(name)
            self.workspace.enter()

    def show_item(self, page: str, id: str) -> None:  # noqa: A002 # the field's name
        """Go to a page, and there to the item of this id."""
        self.show_page(page)
        if self.workspace is not None:
            self.workspace.show_item(page, id)

    def next_part(self, step: int) -> None:
        """Move between the parts of the window."""
        if self.workspace is not None:
            self.workspace.next_part(step)

    def change_text_size(self, steps: int) -> None:
        """Make all text larger or smaller by one step, or with 0 its usual size."""
        self._look.step_text(steps)

    def use_light(self, light: Light) -> None:
        """Be light, dark, or as the system is."""
        self._look.change(light=light.value)

    def lock_after(self, minutes: int) -> None:
        """Lock after this long without use, from now on."""
        self.locking.set_minutes(minutes)

    def show_settings(self) -> None:
        """Show the settings, over the work or where there is none."""
        if self.session.review is None:
            self.entrance.show_settings(self.locking.set_minutes)
        else:
            self.over.show_settings(self._look, self.locking.set_minutes)

    def present(self) -> None:
        """Open the panel screen."""
        self.beside.present()

    def find_anything(self) -> None:
        """Offer every command by its words, and what the record holds."""
        self.beside.find_anything()

    def show_keys(self) -> None:
        """List the keys."""
        self.beside.show_keys()

    def changeEvent(self, event: QEvent) -> None:
        """A window that is put away keeps what was typed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.session.settling.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and close; when the file cannot be written say so, and leave at the second time."""
        if self.session.close():
            return
        if self._leaving:
            self.session.abandon()
            return
        self._leaving = True
        event.ignore()
        self._say(
            f"{self.session.trouble} To leave all the same, close the window again: what you "
            "typed is kept, encrypted, on this computer."
        )

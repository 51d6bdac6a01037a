"""What opens beside the main window: the panel's screen, the palette, the list of keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.support.commands import Commands
from ui.support.lazy import load
from ui.support.look import Look
from ui.support.session import Session
from workbench.errors import WorkbenchError


class Beside(QObject):
    """Opens each when it is asked for; at a lock none of them stays."""

    asked_for = Signal(str, str)  # a page and the id of a fact on it

    def __init__(
        self, window: QWidget, session: Session, commands: Commands, appearance: Look
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._commands = window, session, commands
        self._look = appearance
        self.panel: QWidget | None = None
        self.palette: Any = None

    def present(self) -> None:
        """Open the panel screen, or go to it where it is open."""
        if self.panel is not None:
            self.panel.activateWindow()
            return
        self._session.settling.emit()
        try:
            panel: QWidget = load("ui.panel.present", "present")(
                self._session, self._look.settings.room_screen
            )
        except WorkbenchError as error:
            self._session.said.emit(str(error))
            return
        self.panel = panel
        if panel.isFullScreen():
            shown_on = load("ui.panel.screens", "identity")(panel.screen())
            self._look.change(room_screen=shown_on)
        panel.destroyed.connect(self._forget_panel)

    def _forget_panel(self) -> None:
        self.panel = None

    def find_anything(self) -> None:
        """Offer every command by its words, and what the record holds."""
        if self.palette is None:
            made = load("ui.shell.palette", "Palette")(self._window, self._commands, self._session)
            made.asked_for.connect(self.asked_for)
            self.palette = made
        self.palette.ask()

    def show_keys(self) -> None:
        """List the keys."""
        load("ui.shell.keys_window", "KeysWindow")(self._window, self._commands).show()

    def drop(self) -> None:
        """Leave no other window on any screen, and no dialog that waits for an answer."""
        if self.palette is not None:
            self.palette.leave()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.close()

"""The menus, made of the commands."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.shell.window_commands import MENUS
from ui.support.commands import Command, Commands

# Where a line is drawn above a command, so that a menu reads in groups.
_GROUPS = frozenset(
    {
        "file.save",
        "file.close",
        "item.new",
        "page.find",
        "text.larger",
        "part.next",
        "lock.after-5",
        "light.system",
    }
)


class Menus:
    """Puts each command into its menu, and its keys onto the window, as commands come and go."""

    def __init__(self, bar: QMenuBar, commands: Commands, window: QWidget) -> None:
        self._commands, self._window = commands, window
        self._menus: dict[str, QMenu] = {name: bar.addMenu(f"&{name}") for name in MENUS}
        commands.added.connect(self._add)
        commands.dropped.connect(self._drop)

    def _add(self, command: Command) -> None:
        action = self._commands.action(command.id)
        self._window.addAction(action)
        if command.menu:
            menu = self._menus[command.menu]
            if command.id in _GROUPS:
                menu.addSeparator()
            menu.addAction(action)

    def _drop(self, command: Command) -> None:
        action = self._commands.action(command.id)
        self._window.removeAction(action)
        if command.menu:
            self._menus[command.menu].removeAction(action)

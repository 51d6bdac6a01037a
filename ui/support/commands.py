"""Commands: each exists once; menus, shortcuts, the palette and the list of keys all read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the author can do.

    ``keys`` are written as Qt writes them ("Ctrl+Shift+E"), several apart by "; ". ``menu`` names
    the menu that shows it, or is empty. ``page`` is the rail's name of the page to which alone it
    belongs; it works while that page is shown. ``always`` is for what needs no open review.
    """

    id: str
    text: str
    keys: str = ""
    run: Callable[[], object] = lambda: None
    tip: str = ""
    menu: str = ""
    page: str = ""
    always: bool = False

    @property
    def sequences(self) -> tuple[QKeySequence, ...]:
        """The command's key sequences."""
        return tuple(QKeySequence(part) for part in self.keys.split("; ") if part)


class Commands(QObject):
    """Every command of the window, with the action that Qt runs for it."""

    added = Signal(object)  # Command
    dropped = Signal(object)  # Command

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._keys: dict[str, str] = {}  # the command that has each sequence
        self._shown_page = ""
        self._open = False

    def add(self, command: Command) -> QAction:
        """Register a command. A second one with the same id or the same keys is a mistake of the
        program's and stops it at once."""
        self._refuse_clash(command)
        action = QAction(command.text, self)
        action.setObjectName(command.id)
        action.setShortcuts(list(command.sequences))
        action.setToolTip(command.tip or command.text)
        action.setStatusTip(command.tip)
        # Wrapped, so that the act is not handed Qt's "checked".
        action.triggered.connect(lambda _checked=False, run=command.run: run())
        self._commands[command.id] = command
        self._actions[command.id] = action
        action.setEnabled(self._works(command))
        self.added.emit(command)
        return action

    def _refuse_clash(self, command: Command) -> None:
        if command.id in self._commands:
            raise ValueError(f"there are two commands {command.id}")
        for keys in command.sequences:
            other = self._keys.setdefault(keys.toString(), command.id)
            if other != command.id:
                raise ValueError(f"{command.id} and {other} have the same keys")

    def action(self, id: str) -> QAction:  # noqa: A002 # the field's name
        """The action of this command, to put on a button or to enable."""
        return self._actions[id]

    def all(self) -> tuple[Command, ...]:
        """Every command, in the order in which they were added."""
        return tuple(self._commands.values())

    def usable(self) -> tuple[Command, ...]:
        """The commands that would do something now."""
        return tuple(each for each in self.all() if self._actions[each.id].isEnabled())

    def name(self, id: str, text: str, *, usable: bool) -> None:  # noqa: A002
        """Say what a command would do now, and whether it can: "Undo move entry"."""
        action = self._actions[id]
        action.setText(text)
        action.setEnabled(usable)

    @property
    def shown_page(self) -> str:
        """The rail's name of the page that is shown."""
        return self._shown_page

    @property
    def is_open(self) -> bool:
        """Whether a review is open."""
        return self._open

    def show_page(self, page: str) -> None:
        """Say which page is shown, so that its commands work and those of others rest."""
        self._shown_page = page
        self._enable()

    def show_open(self, is_open: bool) -> None:
        """Say whether a review is open, so that what needs one rests while none is."""
        self._open = is_open
        self._enable()

    def _enable(self) -> None:
        for command in self.all():
            self._actions[command.id].setEnabled(self._works(command))

    def _works(self, command: Command) -> bool:
        if command.always:
            return True
        return self._open and command.page in ("", self._shown_page)

    def drop_pages(self) -> None:
        """Forget every page's commands, as when the review is locked or closed."""
        for command in [each for each in self.all() if each.page]:
            self.dropped.emit(command)
            del self._commands[command.id]
            for keys in command.sequences:
                del self._keys[keys.toString()]
            self._actions.pop(command.id).deleteLater()

"""Starts the window: wires the parts together and catches the last error."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ui.shell.doors import Doors, NewReview, Opening
from ui.shell.entrance import Entrance
from ui.shell.window import NAME, MainWindow
from ui.support import theme
from ui.support.background import Background
from ui.support.ending import leave_when_told
from ui.support.look import Look
from ui.support.renewal import start_again, taken_up
from ui.support.session import Session
from workbench.resources import resource
from workbench.settings import load_settings

if TYPE_CHECKING:
    from workbench.review import Review

AFTER_THE_FIRST_PAINT = 50  # milliseconds; with none, it would come before


def run(arguments: list[str], file: Path | None = None) -> int:
    """Open the window, on the unlock screen of ``file`` if one is named; return the exit status."""
    app = QApplication(arguments)
    app.setApplicationName("review-panel-workbench")
    app.setApplicationDisplayName(NAME)
    theme.load_typeface(theme.FIRST_FACES)
    window = make_window(app)
    begin(app, window, file)
    status = app.exec()
    window.deleteLater()
    return status


def make_window(app: QApplication) -> MainWindow:
    """The main window with everything that it stands on, not shown yet."""
    sys.excepthook = _tell_fault
    background = Background(app)
    session = Session(background, app)
    appearance = Look(app, load_settings())
    doors = Doors(open=_open, make=_make, prepare=_prepare)
    entrance = Entrance(session, background, doors, appearance)
    window = MainWindow(session, entrance, appearance, renew=start_again)
    app.aboutToQuit.connect(background.stop)
    return window


def begin(app: QApplication, window: MainWindow, file: Path | None) -> None:
    """Show the window: where the process before this one left it, or on the screen of ``file``."""
    again = taken_up()
    if again is not None:
        window.afresh.take_up(again)
    elif file is not None:
        window.entrance.show_unlock(file)
    window.show()
    QTimer.singleShot(0, lambda: leave_when_told(app, window.leave_now))
    QTimer.singleShot(AFTER_THE_FIRST_PAINT, lambda: _finish(app, window))


def _finish(app: QApplication, window: MainWindow) -> None:
    """What takes a while, and for which the first window need not wait."""
    theme.load_typeface(theme.LATER_FACES)
    app.setWindowIcon(_icon())
    window.locking.hear_system()
    window.entrance.finish_closings()


def _icon() -> QIcon:
    drawn = QPixmap()
    drawn.loadFromData(resource("icons", "workbench.svg").read_bytes(), "svg")
    return QIcon(drawn)


def _open(opening: Opening) -> Review:
    from workbench.actions.opening import open_review, open_with_keychain

    if opening.passphrase is None:
        return open_with_keychain(opening.path, author=opening.author, read_only=opening.read_only)
    return open_review(
        opening.path, opening.passphrase, author=opening.author, read_only=opening.read_only
    )


def _make(new: NewReview) -> Review:
    from workbench.actions.opening import create_review

    return create_review(
        new.path, new.passphrase, type=new.type, title=new.title, author=new.author
    )


def _prepare() -> None:
    import workbench.actions.opening  # noqa: F401 # its imports are slow; this has them done early


def _tell_fault(
    kind: type[BaseException], error: BaseException, place: TracebackType | None
) -> None:
    from ui.shell.fault import fault_window

    fault_window().tell(kind, error, place)

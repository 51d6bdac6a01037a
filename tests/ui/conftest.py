"""What tests of the window stand on: Qt off screen, a real record, and nothing left behind."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from ui.shell.doors import Doors, NewReview, Opening
from ui.shell.entrance import Entrance
from ui.shell.window import MainWindow
from ui.support import theme
from ui.support.background import Background
from ui.support.commands import Commands
from ui.support.look import Look
from ui.support.session import Session
from workbench.actions.opening import create_review, open_review
from workbench.review import Review
from workbench.settings import Settings
from workbench.store.keys import LEAST


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["workbench"]


@pytest.fixture(scope="session", autouse=True)
def typeface(qapp: QApplication) -> None:
    """The product's own typeface, so that every machine lays text out alike."""
    theme.load_typeface()
    theme.apply(qapp)
    gc.freeze()  # what the imports made stays; the window collects at each lock, and need not sift it


def make_review(path: Path) -> Review:
    """A small real record, encrypted at the least cost that the store takes."""
    return create_review(
        path, PASSPHRASE, type="sar", title="Adult C", author="Ash Rowan", cost=LEAST
    )


@pytest.fixture
def quick_review(tmp_path: Path) -> Review:
    """A real record, not yet given to anyone who closes it."""
    return make_review(tmp_path / "adult-c.review")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background()
    yield background
    background.stop()
    settle_deletions()


@pytest.fixture
def session(background: Background, quick_review: Review) -> Iterator[Session]:
    """A session with a real record open."""
    session = Session(background)
    session.open(quick_review)
    yield session
    if session.review is not None:
        session.close()
    background.wait()
    QCoreApplication.processEvents()
    session.deleteLater()


@pytest.fixture
def commands(qapp: QApplication) -> Iterator[Commands]:
    """The commands of a window, open for work."""
    commands = Commands()
    commands.show_open(True)
    yield commands
    commands.deleteLater()


@pytest.fixture
def doors() -> Doors:
    """The real doors, at the least cost of a key."""

    def make(new: NewReview) -> Review:
        return create_review(
            new.path, new.passphrase, type=new.type, title=new.title, author=new.author, cost=LEAST
        )

    def open_(opening: Opening) -> Review:
        return open_review(
            opening.path, opening.passphrase, author=opening.author, read_only=opening.read_only
        )

    return Doors(open=open_, make=make)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, background: Background, doors: Doors
) -> Iterator[MainWindow]:
    """The whole main window, on the welcome screen."""
    session = Session(background)
    look = Look(qapp, Settings(author="Ash Rowan"))
    window = MainWindow(session, Entrance(session, background, doors, look), look)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    if session.review is not None:
        session.close()
    background.wait()
    QCoreApplication.processEvents()  # what the worker brings back arrives while there is somebody
    window.close()
    window.deleteLater()
    session.deleteLater()
    settle_deletions()
    if look.settings != Settings(author="Ash Rowan"):
        theme.apply(qapp)


@pytest.fixture
def working(window: MainWindow, quick_review: Review) -> MainWindow:
    """The main window with a review open."""
    window.session.open(quick_review)
    return window


def settle_deletions() -> None:
    """Let Qt delete what was asked to go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """A test that leaves a window or a running timer behind fails."""
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    settle_deletions()
    left = [
        widget
        for widget in QApplication.topLevelWidgets()
        if id(widget) not in before and widget.isVisible()
    ]
    assert left == [], "windows were left open"
    running = [timer for timer in qapp.findChildren(QTimer) if timer.isActive()]
    assert running == [], "timers were left running"

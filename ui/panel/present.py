"""Starting the showing: the record's slides, through the gate, on the room's screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from ui.panel.room import PanelWindow
from ui.panel.screens import room_screen
from ui.panel.show import Show
from ui.panel.sizing import sheet_for
from ui.support.session import Session
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.register import register_of
from workbench.model.rulings import Ruling
from workbench.report.slides import occasion, slides
from workbench.review import Review

AUDIENCE = "panel"
REFRESH_AFTER = 400  # milliseconds after the last change
AS_A_WINDOW = QSize(1280, 720)


def disclosed_slides(review: Review) -> tuple[Disclosed, ...]:
    """Every slide as the panel may see it; what nobody has ruled on is masked."""
    register, rulings = register_of(review), review.all(Ruling)
    reader = audience(AUDIENCE)
    return tuple(disclose(slide, register, reader, rulings) for slide in slides(review))


def present(session: Session, remembered: str = "") -> PanelWindow:
    """Open the panel screen on the room's screen, or as a window when there is only one.
    ``remembered`` is the identity of the screen that the room looked at last."""
    choice = room_screen(QGuiApplication.screens(), _authors_screen(), remembered)
    size = choice.screen.size() if choice.screen else AS_A_WINDOW
    review = session.record
    show = Show(disclosed_slides(review), occasion(review), sheet_for(size.width(), size.height()))
    window = PanelWindow(show)
    _follow(session, window, show)
    if choice.screen is None:
        session.said.emit(choice.reason)
        window.resize(AS_A_WINDOW)
        window.show()
    else:
        window.setGeometry(choice.screen.geometry())
        window.showFullScreen()
        _blank_without(choice.screen, session, window, show)
    window.activateWindow()
    return window


def _authors_screen() -> QScreen | None:
    active = QApplication.activeWindow()
    return active.screen() if active is not None else QGuiApplication.primaryScreen()


def _follow(session: Session, window: PanelWindow, show: Show) -> None:
    """Show what changes in the record; when the record goes, go blank at once and close."""
    again = QTimer(window)
    again.setSingleShot(True)
    again.setInterval(REFRESH_AFTER)
    again.timeout.connect(lambda: _refresh(session, show))
    changed = session.changed.connect(lambda _: again.start())

    def leave() -> None:
        show.go_blank()
        window.close()

    locked, closed = session.locked.connect(lambda _: leave()), session.closed.connect(leave)
    window.left.connect(again.stop)
    for connection in (changed, locked, closed):
        window.left.connect(lambda connection=connection: session.disconnect(connection))


def _blank_without(screen: QScreen, session: Session, window: PanelWindow, show: Show) -> None:
    """When the projector is unplugged Qt moves its window to the author's screen: blank it, and
    make it a window that does not cover the author's work."""
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        return

    def gone(lost: QScreen) -> None:
        if lost is not screen:
            return
        show.go_blank()
        window.showNormal()
        window.resize(AS_A_WINDOW)
        session.said.emit(
            "The panel’s screen was unplugged. The panel page is blank, in a window. "
            "Leave it with Esc, connect the screen, and press F5."
        )

    application.screenRemoved.connect(gone)
    window.left.connect(lambda: application.screenRemoved.disconnect(gone))


def _refresh(session: Session, show: Show) -> None:
    """Make the slides again on the worker: typing minutes is never held up by a long record."""
    if session.review is not None:
        session.ask(disclosed_slides, done=show.use)

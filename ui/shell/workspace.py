"""The work: the rail on the left, the page beside it, and one line for notices above."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.shell.access_keys import settle_access_keys
from ui.shell.item_history import NOTHING_CHOSEN, item_in_hand
from ui.shell.page_entries import PAGES
from ui.shell.rail import Rail
from ui.shell.window_commands import MENUS
from ui.support.commands import Commands
from ui.support.lazy import load
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.headings import OneLine
from ui.widgets.notice import NoticeBar
from workbench.model.facts import Topic
from workbench.model.kinds import KINDS

_MENU_LETTERS = "".join(menu[0] for menu in MENUS)
_COUNTED = {kind.kind: kind for kind in KINDS if kind.kind in {page.counts for page in PAGES}}


ROOMY = 52  # lines' heights of width below which the top line is kept short


class Workspace(QWidget):
    """Everything that is seen of an open review. It is made when one opens and goes when it locks,
    so that nothing of the record stays in a hidden widget."""

    present_asked = Signal()
    find_asked = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self._session, self._commands = session, commands
        self._pages: dict[str, Any] = {}
        self._seats: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self.shown = ""
        self.rail = Rail()
        self.stack = QStackedWidget()
        self.notice = NoticeBar()
        self._lay_out()
        self.rail.went.connect(self.go_to)
        session.changed.connect(self._hear)
        session.said.connect(self.say)
        self._count()

    def _lay_out(self) -> None:
        self.badge = QLabel("Real names showing")
        look(self.badge, "badge")
        self.badge.setToolTip(
            "This window shows real names. Keep it off the projector: press F5 to show the panel "
            "screen, on which names are replaced."
        )
        self.named = OneLine(self._session.record.details.title)
        look(self.named, "muted")
        self.find_button = QPushButton("Find anything (Ctrl+K)")
        self.find_button.hide()  # until there is known to be room for it
        self.present_button = QPushButton("Show to panel")
        look(self.present_button, "main")
        self.find_button.clicked.connect(self.find_asked)
        self.present_button.clicked.connect(self.present_asked)
        top = QHBoxLayout()
        top.addWidget(self.badge)
        top.addSpacing(em(self, 0.3))
        top.addWidget(self.named, 1)
        top.addWidget(self.find_button)
        top.addWidget(self.present_button)
        rule = QFrame()
        rule.setFixedWidth(1)
        look(rule, "rule")
        room = em(self, 0.8)
        right = QVBoxLayout()
        right.setContentsMargins(room, round(room * 0.7), room, round(room * 0.7))
        right.setSpacing(em(self, 0.55))
        right.addLayout(top)
        right.addWidget(self.notice)
        right.addWidget(self.stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(rule)
        across.addLayout(right, 1)
        self._fit()

    def _fit(self) -> None:
        """Follow the width and the text size. Where it is narrow, Find anything is left to its
        keys and its menu."""
        self.rail.setFixedWidth(em(self, 10.5))
        self.find_button.setVisible(self.width() > em(self, ROOMY))

    # Pages

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self._pages.get(self.shown)

    def go_to(self, name: str) -> None:
        """Show the page of this name, made when it is first asked for."""
        if name == self.shown:
            return
        self._session.settling.emit()
        if name not in self._pages:
            entry = next(page for page in PAGES if page.name == name)
            made = load(entry.module, entry.page)(self._session, self._commands)
            if hasattr(made, "asked_for"):
                made.asked_for.connect(self.show_item)
            self._pages[name] = made
            self._seats[name] = seat_of(made)
            self.stack.addWidget(self._seats[name])
            self._stale.add(name)
        self.shown = name
        self.stack.setCurrentWidget(self._seats[name])
        self.rail.go_to(name)
        self._commands.show_page(name)
        self._freshen()

    def enter(self) -> None:
        """Put the focus into the page that is shown."""
        self.rail.setFocus()
        self.next_part(1)

    def show_item(self, page: str, id: str) -> None:  # noqa: A002 # the field's name
        """Go to a page, and there to the fact of this id."""
        self.go_to(page)
        choose = getattr(self.page, "choose", None)
        if id and choose is not None:
            choose(id)

    def _hear(self, topics: frozenset[Topic]) -> None:
        """Ask again, on the page that is shown now and on the others when they are shown next."""
        for name, page in self._pages.items():
            if page.topics & topics:
                self._stale.add(name)
        if Topic.REVIEW in topics:
            self.named.say(self._session.record.details.title)
        for page in self._pages.values():
            for bar in page.findChildren(NoticeBar):
                bar.expire()
        self._count()
        self._freshen()

    def _freshen(self) -> None:
        if self.shown in self._stale:
            self._stale.discard(self.shown)
            self._pages[self.shown].refresh()
            settle_access_keys(self._pages[self.shown], _MENU_LETTERS)

    def _count(self) -> None:
        record = self._session.record
        self.rail.show_counts({name: record.count(kind) for name, kind in _COUNTED.items()})

    def say(self, text: str) -> None:
        """Show a sentence above the page."""
        self.notice.say(text)

    def ask_page(self, what: str) -> None:
        """Have the shown page do this, if it is something that it does."""
        act = getattr(self, what, None) or getattr(self.page, what, None)
        if act is not None:
            act()

    def history_of_item(self) -> None:
        """Show what was done to what is chosen on the page."""
        item = item_in_hand(self.page, self._session.record)
        if item is None:
            self.say(NOTHING_CHOSEN)
            return
        self.go_to("History")
        self.page.show_one(*item)

    def name_version(self) -> None:
        """Name the record as it is now."""
        self.go_to("History")
        self.page.new_item()

    def parts(self) -> tuple[QWidget, ...]:
        """The parts between which F6 moves: the rail, then what the page has."""
        page = self.page
        frame = getattr(page, "frame", None)
        if frame is None:
            return (self.rail, page)
        inside = tuple(part for part in (frame.table, frame.detail) if part.isVisible())
        return (self.rail, *inside)

    def next_part(self, step: int) -> None:
        """Move the focus to the next part of the window, or with -1 to the one before."""
        parts = self.parts()
        focused = self.focusWidget()
        within = [part is focused or part.isAncestorOf(focused) for part in parts if focused]
        at = within.index(True) if True in within else 0
        target = parts[(at + step) % len(parts)]
        if target.focusPolicy() == Qt.FocusPolicy.NoFocus:
            target = next(
                (
                    child
                    for child in target.findChildren(QWidget)
                    if child.focusPolicy() & Qt.FocusPolicy.TabFocus
                    and child.isVisible()
                    and child.isEnabled()
                ),
                target,
            )
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: Any) -> None:
        """Follow the author's text size."""
        super().changeEvent(event)
        if hasattr(self, "find_button"):
            self._fit()


def seat_of(page: QWidget) -> QScrollArea:
    """Where a page stands: one that needs more room than there is can be scrolled, and never makes
    the window grow beyond the screen."""
    seat = QScrollArea()
    seat.setWidget(page)
    seat.setWidgetResizable(True)
    seat.setFrameShape(QFrame.Shape.NoFrame)
    seat.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return seat

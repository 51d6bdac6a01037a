"""Overview: what needs doing, and what the review is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.pages.overview.details_form import DetailsForm
from ui.support.commands import Commands
from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.headings import PageTitle, Quiet, SectionTitle
from ui.widgets.line_button import LineButton
from ui.widgets.list_detail import NARROW, framed
from workbench.intake.wording import in_words
from workbench.model.facts import Topic
from workbench.model.meetings import Meeting
from workbench.model.when import Precision, When
from workbench.questions.overview import ToDo, next_meeting, to_do

# Where each thing is done: the rail's name of the page.
PAGE_OF = {
    Topic.PEOPLE: "People",
    Topic.AGENCIES: "Agencies",
    Topic.CHRONOLOGY: "Chronology",
    Topic.FINDINGS: "Findings",
    Topic.RECOMMENDATIONS: "Recommendations",
    Topic.MEETINGS: "Meetings",
}


class OverviewPage(QWidget):
    """Two columns: what needs doing, each with a way to where it is done; and the details."""

    topics = frozenset(Topic)
    asked_for = Signal(str, str)  # a page, and the id of what to show there, or ""

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        del commands
        self._session = session
        self.form = DetailsForm(session)
        self.title = PageTitle("Overview")
        self.todo = QVBoxLayout()
        self.todo.setSpacing(0)
        self.meeting = QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def _lay_out(self) -> None:
        doing = QWidget()
        left = QVBoxLayout(doing)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(em(self, 0.5))
        left.addWidget(SectionTitle("What needs doing"))
        left.addLayout(self.todo)
        left.addSpacing(em(self, 0.6))
        left.addWidget(SectionTitle("Next meeting"))
        left.addLayout(self.meeting)
        self._columns.setSpacing(em(self, 0.9))
        top = Qt.AlignmentFlag.AlignTop
        self._columns.addWidget(framed(doing), 3, top)
        self._columns.addWidget(framed(self.form), 2, top)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._columns)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(em(self, 0.5))
        page.addWidget(self.title)
        page.addWidget(scroll, 1)

    def refresh(self) -> None:
        """Ask again what needs doing."""
        record, today = self._session.record, date.today()  # noqa: DTZ011 # the author's own day
        self.form.show_fact(record.details)
        things = to_do(record, today)
        _empty(self.todo)
        for thing in things:
            self.todo.addWidget(self._line(thing))
        if not things:
            self.todo.addWidget(Quiet("Nothing is missing or late that the record can show."))
        _empty(self.meeting)
        self._show_meeting(next_meeting(record, today))

    def _line(self, thing: ToDo) -> QWidget:
        page = PAGE_OF[thing.topic]
        line = LineButton(thing.text, thing.detail, name=f"{thing.text}. Goes to {page}")
        first = thing.ids[0] if thing.ids else ""
        line.clicked.connect(lambda: self.asked_for.emit(page, first))
        return line

    def _show_meeting(self, meeting: Meeting | None) -> None:
        if meeting is None:
            self.meeting.addWidget(Quiet("None has a day yet."))
            return
        day = date.fromisoformat(meeting.date)
        when = in_words(When(precision=Precision.DAY, start=day, end=day))
        at = ", ".join(part for part in (when, meeting.time, meeting.place) if part)
        self.meeting.addWidget(self._line(ToDo(meeting.title, at, Topic.MEETINGS, (meeting.id,))))

    def edit_main(self) -> None:
        """Go to the title."""
        self.form.focus("title")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else across)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

"""Meetings: agenda, who came, minutes, decisions and actions."""

from __future__ import annotations

from collections.abc import Sequence

from ui.pages.meetings.minutes import Actions, Decisions
from ui.support.commands import Commands
from ui.support.session import Session
from ui.widgets.field import ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.listing import ListDetailPage
from ui.widgets.rows import Column
from ui.widgets.when_field import DayField
from workbench.actions.meetings import add_meeting
from workbench.model.changes import Change
from workbench.model.facts import Topic
from workbench.model.meetings import Meeting
from workbench.report.subjects.phrasing import day
from workbench.resources import label_of
from workbench.review import Review


class MeetingForm(Form):
    """Edits one meeting, and below it what it decided and who will act."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The meeting")
        self.add("title", "&Title", LineField(), required="A meeting needs a title.")
        across = self.row()
        self.add("type", "&Kind", ChoiceField("meeting-types"), to=across)
        self.add("date", "&Date", DayField(placeholder="No date yet"), to=across)
        where = self.row()
        self.add("time", "Ti&me", LineField(placeholder="For example 10:00"), to=where)
        self.add("place", "&Place", LineField(), to=where)
        self.add(
            "agenda", "&Agenda", TextField(lines=5), hint="One item a line. The panel sees it."
        )
        self.decisions, self.taken = Decisions(session), Actions(session)
        self.column.addWidget(self.decisions)
        self.column.addWidget(self.taken)
        self.add(
            "minutes",
            "M&inutes",
            TextField(lines=5),
            hint="The Report page writes agenda and minutes in Word: choose them as the document.",
        )
        self.add("attended", "Who &came", TextField(lines=2))
        self.add("apologies", "Apo&logies", LineField())

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Fill the form with its decisions and actions."""
        self.show_fact(meeting)
        self.decisions.show_meeting(meeting)
        self.taken.show_meeting(meeting)


class MeetingsPage(ListDetailPage):
    """The meetings as they follow each other."""

    topics = frozenset({Topic.MEETINGS})
    title = "Meetings"
    noun = "meeting"
    add_text = "Add a meeting"
    empty = "No meeting yet. Add the first, write its agenda, and press F5 to show it."
    columns = (
        Column("Date", lambda row: day(row.date) or "No date", 17),
        Column("Meeting", lambda row: row.title),
        Column("Kind", lambda row: label_of("meeting-types", row.type), 20),
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        self.form = MeetingForm(session)
        super().__init__(session, commands, self.form)

    def facts(self, record: Review, text: str) -> Sequence[Meeting]:
        """The meetings whose words hold these; those without a date come last."""
        words = text.casefold().split()
        found = (
            meeting
            for meeting in record.all(Meeting)
            if all(word in f"{meeting.title} {meeting.minutes}".casefold() for word in words)
        )
        return sorted(found, key=lambda meeting: (meeting.date or "9999", meeting.time))

    def make(self, record: Review) -> tuple[Meeting, Change]:
        """Add a meeting to be named."""
        return add_meeting(record, title="New meeting")

    def show_fact(self, fact: Meeting | None) -> None:
        """Fill the form."""
        self.form.show_meeting(fact)

    def focus_main(self) -> None:
        """Go to the title."""
        self.form.focus("title")

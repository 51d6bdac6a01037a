"""The chosen entry's fields."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from ui.pages.chronology.disagreements import Disagreements
from ui.support.session import Session
from ui.widgets.choices import agency_choices, people_choices
from ui.widgets.field import CheckField, ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.headings import Quiet, SectionTitle
from ui.widgets.tick_list import TickList
from ui.widgets.when_field import WhenField
from workbench.intake.wording import in_words
from workbench.model.chronology import Entry
from workbench.model.findings import Evidence, Finding

NONE_CHOSEN = "Choose an entry to see it here."
AS_SENT = "As the agency sent it. To say it otherwise in the report, write that further down."
NOBODY = "Nobody yet: add people on the page People."
TYPED = "What the record says happened, in the agency’s own words."


class EntryForm(Form):
    """Edits one entry. What came from an agency's paper stays as the agency wrote it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The entry")
        self.heading = SectionTitle("Entry")
        self.heading.setWordWrap(True)
        self.column.addWidget(self.heading)
        self.text = TextField(lines=5)
        self.agency = ChoiceField(empty="No agency")
        self.people = TickList()
        self.add("when", "&When", WhenField())
        self.add("text", "What &happened", self.text, hint=TYPED)
        self.add("agency", "A&gency whose record it is", self.agency)
        self.add("people", "&Who it is about", self.people)
        self.add("mark", "Mar&k", ChoiceField("entry-marks", empty="No mark"))
        self.add("source", "&Source", LineField(), hint="Where it stands in the agency’s record.")
        self.add(
            "comment",
            "Reviewer’s &comment",
            TextField(lines=3),
            hint="Your own thoughts. Never in a report, never on the panel screen.",
        )
        self.add("in_report", "Show in the &report", CheckField("Show in the &report"))
        self.add(
            "published_text",
            "In the report &instead",
            TextField(lines=3),
            hint="Stands in for the agency’s words when it is not empty.",
        )
        self.disagreements = Disagreements()
        self.used = Quiet()
        for below in (self.disagreements, self.used):
            self.column.addWidget(below)

    def offer(self) -> None:
        """Offer the agencies and people that the record holds now."""
        record = self.session.record
        self.agency.offer(agency_choices(record))
        people = people_choices(record)
        self.people.offer(people)
        self.people.setVisible(bool(people))
        self.fields["people"].hint.setText(NOBODY)
        self.fields["people"].hint.setVisible(not people)

    def show_entry(self, entry: Entry | None) -> None:
        """Fill the fields from this entry."""
        self.show_fact(entry)
        self.disagreements.setVisible(entry is not None)
        self._say(self.used, "")
        if entry is None:
            self.heading.setText(NONE_CHOSEN)
            return
        self.heading.setText(in_words(entry.when))
        sent = entry.source_row is not None
        self.text.setReadOnly(sent)
        self.fields["text"].hint.setText(AS_SENT if sent else TYPED)
        self.disagreements.show_entries(self.session.record, entry)
        self._say(self.used, self._uses(entry))

    def _say(self, line: QLabel, text: str) -> None:
        line.setText(text)
        line.setVisible(bool(text))

    def _uses(self, entry: Entry) -> str:
        """Which findings rest on it."""
        record = self.session.record
        resting = {link.finding for link in record.where(Evidence, entry=entry.id)}
        said = [
            f"Finding {number}"
            for number, finding in enumerate(record.all(Finding), 1)
            if finding.id in resting
        ]
        return f"Used in: {', '.join(said)}." if said else ""

"""Findings: what was found, why, what difference it made, and what supports it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.pages.findings.evidence import Tray
from ui.support.commands import Commands
from ui.support.session import Session
from ui.widgets.field import CheckField, ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.ordering import OrderedPage
from ui.widgets.rows import Column
from workbench.actions.editing import remove
from workbench.actions.findings import add_finding, move_finding
from workbench.model.changes import Change
from workbench.model.facts import Topic
from workbench.model.findings import Finding
from workbench.questions.evidence import weight_of
from workbench.resources import label_of
from workbench.review import Review


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as the list shows it."""

    number: int
    fact: Finding
    pieces: int

    @property
    def id(self) -> str:
        """The finding's id."""
        return self.fact.id

    @property
    def evidence(self) -> str:
        """How much it rests on, in words."""
        return f"{self.pieces} linked" if self.pieces else "None yet"


class FindingForm(Form):
    """Edits one finding, with its evidence below."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The finding")
        self.add("title", "&Title", LineField(), required="A finding needs a title.")
        across = self.row()
        domain = ChoiceField("finding-domains", empty="Not chosen")
        self.add("domain", "&Domain", domain, to=across)
        self.add("status", "S&tatus", ChoiceField("finding-statuses"), to=across)
        self.add("statement", "&What we found", TextField(lines=4))
        self.add(
            "why",
            "Wh&y it happened",
            TextField(lines=4),
            hint="The system’s reason, not a person’s fault.",
        )
        self.add("impact", "What difference it &made", TextField(lines=3))
        self.add("good_practice", "", CheckField("This is &good practice"))
        self.tray = Tray(session)
        self.column.addWidget(self.tray)

    def show_finding(self, finding: Finding | None) -> None:
        """Fill the form and the tray."""
        self.show_fact(finding)
        self.tray.show_finding(finding)


class FindingsPage(OrderedPage):
    """The findings in the author's order."""

    topics = frozenset({Topic.FINDINGS, Topic.CHRONOLOGY, Topic.AGENCIES})
    title = "Findings"
    noun = "finding"
    add_text = "Add a finding"
    empty = "No finding yet. Add one, say why it happened, and link what supports it."
    columns = (
        Column("No.", lambda row: str(row.number), 5),
        Column("Finding", lambda row: row.fact.title),
        Column("Domain", lambda row: label_of("finding-domains", row.fact.domain), 18),
        Column("Evidence", lambda row: row.evidence, 10),
        Column("Status", lambda row: label_of("finding-statuses", row.fact.status), 12),
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        self.form = FindingForm(session)
        super().__init__(session, commands, self.form)

    def refresh(self) -> None:
        """Ask again for the findings, and for the entries to pick from."""
        super().refresh()
        self.form.tray.refresh_entries()

    def facts(self, record: Review, text: str) -> Sequence[Row]:
        """The findings whose words hold these, each with the count of its evidence."""
        words = text.casefold().split()
        return [
            Row(number, finding, weight_of(record, finding.id).pieces)
            for number, finding in enumerate(record.all(Finding), 1)
            if all(word in _words(finding) for word in words)
        ]

    def make(self, record: Review) -> tuple[Finding, Change]:
        """Add a finding to be titled."""
        return add_finding(record, title="New finding")

    def take_away(self, record: Review, fact: Row) -> Change:
        """Delete the finding and its links."""
        return remove(record, [fact.fact])

    def put_at(self, record: Review, row: Row, index: int) -> Change:
        """Make it the one at this place."""
        return move_finding(record, row.fact.id, index=index)

    def show_fact(self, fact: Row | None) -> None:
        """Fill the form."""
        self.form.show_finding(fact.fact if fact else None)

    def focus_main(self) -> None:
        """Go to the title."""
        self.form.focus("title")


def _words(finding: Finding) -> str:
    return f"{finding.title} {finding.statement} {finding.why}".casefold()

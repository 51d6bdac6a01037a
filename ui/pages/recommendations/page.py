"""Recommendations: what must change, who owns it, by when, and how it will be known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.support.commands import Commands
from ui.support.session import Session
from ui.widgets.field import ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.ordering import OrderedPage
from ui.widgets.rows import Column
from ui.widgets.tick_list import TickList
from ui.widgets.when_field import DayField
from workbench.actions.editing import remove
from workbench.actions.recommendations import add_recommendation, move_recommendation
from workbench.model.agencies import Agency
from workbench.model.changes import Change
from workbench.model.facts import Topic
from workbench.model.findings import Finding
from workbench.model.recommendations import Recommendation
from workbench.report.subjects.phrasing import day
from workbench.review import Review


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation as the list shows it."""

    number: int
    fact: Recommendation
    owner: str

    @property
    def id(self) -> str:
        """The recommendation's id."""
        return self.fact.id


class RecommendationForm(Form):
    """Edits one recommendation."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The recommendation")
        self.findings = TickList(lines=6)
        self.owner = ChoiceField(empty="Not an agency of this review")
        self.add(
            "text",
            "&What is recommended",
            TextField(lines=5),
            hint="One action, for one body, that can be seen to be done.",
            required="A recommendation needs its words.",
        )
        self.add("owner", "&Owner", self.owner)
        self.add(
            "owner_name",
            "Or a &body that is not an agency of this review",
            LineField(placeholder="For example the safeguarding board"),
        )
        across = self.row()
        self.add("due", "By &when", DayField(placeholder="No date"), to=across)
        self.add(
            "scope", "&Scope", ChoiceField("recommendation-scopes", empty="Not chosen"), to=across
        )
        self.add("status", "S&tatus", ChoiceField("recommendation-statuses"))
        self.add("measure", "How it will be &known", TextField(lines=3))
        self.add("findings", "It answers these &findings", self.findings)

    def show_recommendation(self, fact: Recommendation | None) -> None:
        """Fill the form."""
        record = self.session.record
        self.owner.offer([(agency.id, agency.name) for agency in record.all(Agency)])
        self.findings.offer(
            (finding.id, f"{number}. {finding.title}")
            for number, finding in enumerate(record.all(Finding), 1)
        )
        self.show_fact(fact)


class RecommendationsPage(OrderedPage):
    """The recommendations in the author's order."""

    topics = frozenset({Topic.RECOMMENDATIONS, Topic.AGENCIES, Topic.FINDINGS})
    title = "Recommendations"
    noun = "recommendation"
    add_text = "Add a recommendation"
    empty = "No recommendation yet."
    columns = (
        Column("No.", lambda row: str(row.number), 5),
        Column("Recommendation", lambda row: row.fact.text),
        Column("Owner", lambda row: row.owner or "No owner", 20),
        Column("By when", lambda row: day(row.fact.due) or "No date", 17),
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        self.form = RecommendationForm(session)
        super().__init__(session, commands, self.form)

    def facts(self, record: Review, text: str) -> Sequence[Row]:
        """The recommendations whose words hold these."""
        agencies = {agency.id: agency.name for agency in record.all(Agency)}
        words = text.casefold().split()
        rows = (
            Row(number, fact, agencies.get(fact.owner, "") if fact.owner else fact.owner_name)
            for number, fact in enumerate(record.all(Recommendation), 1)
        )
        return [
            row
            for row in rows
            if all(word in f"{row.fact.text} {row.owner}".casefold() for word in words)
        ]

    def make(self, record: Review) -> tuple[Recommendation, Change]:
        """Add a recommendation to be worded."""
        return add_recommendation(record, text="New recommendation")

    def take_away(self, record: Review, fact: Row) -> Change:
        """Delete the recommendation."""
        return remove(record, [fact.fact])

    def put_at(self, record: Review, row: Row, index: int) -> Change:
        """Make it the one at this place."""
        return move_recommendation(record, row.fact.id, index=index)

    def show_fact(self, fact: Row | None) -> None:
        """Fill the form."""
        self.form.show_recommendation(fact.fact if fact else None)

    def focus_main(self) -> None:
        """Go to the words."""
        self.form.focus("text")

"""Every ruling, with who made it, when and why; each can be revoked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.pages.register.saying import moment
from ui.support.commands import Commands
from ui.support.session import Session
from ui.support.theme import look, tones
from ui.widgets.field import LineField
from ui.widgets.form import Form
from ui.widgets.headings import Quiet, SectionTitle
from ui.widgets.listing import ListDetailPage
from ui.widgets.rows import Column
from workbench.actions.rulings import revoke
from workbench.disclosure.ruled import Ruled, ruled
from workbench.model.changes import Change
from workbench.model.facts import Topic
from workbench.review import Review

EVERYWHERE = "For the whole review."


class RulingForm(Form):
    """What was ruled, and the reason, which can be given later."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The ruling")
        self.words = SectionTitle()
        self.words.setWordWrap(True)
        self.says, self.where, self.who = QLabel(), Quiet(), Quiet()
        self.against = QLabel()
        look(self.against, "error")
        for label in (self.words, self.says, self.where, self.against, self.who):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.column.addWidget(label)
        self.add(
            "reason",
            "&Reason",
            LineField(placeholder="For example the name of a medicine"),
            hint="Why you ruled so, for yourself and for whoever checks.",
        )

    def show_ruled(self, one: Ruled | None) -> None:
        """Fill the form."""
        self.show_fact(one.ruling if one else None)
        if one is None:
            return
        context = one.ruling.context
        self.words.setText(one.ruling.words)
        self.says.setText(f"{one.says}.")
        self.where.setText(f"Only in this sentence: {context}" if context else EVERYWHERE)
        self.who.setText(f"Ruled by {one.author}, {moment(one.at)}." if one.at else "")
        self.against.setText(f"▲ {one.against}" if one.against else "")
        self.against.setVisible(bool(one.against))


class RulingsListing(ListDetailPage):
    """The rulings, the latest first."""

    topics = frozenset({Topic.RULINGS, Topic.PEOPLE, Topic.AGENCIES})
    title = "Rulings"
    noun = "ruling"
    add_text = "Add"
    empty = "No ruling yet. You make one where a name is checked: here, or beside the report."
    columns = (
        Column("Words", lambda one: one.ruling.words),
        Column(
            "Ruled",
            lambda one: f"▲ {one.says}" if one.against else one.says,
            26,
            lambda one: tones().risk if one.against else None,
        ),
        Column("Where", lambda one: "This sentence" if one.ruling.context else "Everywhere", 15),
        Column("Ruled on", lambda one: moment(one.at).partition(" at ")[0], 19),
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        self.form = RulingForm(session)
        super().__init__(session, commands, self.form)
        self.frame.add_button.hide()
        self.frame.delete_button.setText("Revoke")
        self.frame.delete_button.setAccessibleName("Revoke the chosen ruling")

    def facts(self, record: Review, text: str) -> Sequence[Ruled]:
        """The rulings whose words, sentence or reason hold these words."""
        return [one for one in ruled(record) if _holds(one, text.casefold().split())]

    def new_item(self) -> None:
        """A ruling is made where a name is checked, not here."""
        self.notice.say(self.empty)

    def take_away(self, record: Review, fact: Ruled) -> Change:
        """Revoke a ruling."""
        return revoke(record, fact.id)

    def show_fact(self, fact: Ruled | None) -> None:
        """Fill the form."""
        self.form.show_ruled(fact)

    def focus_main(self) -> None:
        """Go to the reason."""
        self.form.focus("reason")


def _holds(one: Ruled, wanted: list[str]) -> bool:
    fact = one.ruling
    whole = f"{fact.words} {fact.context} {fact.reason} {one.says} {one.author}".casefold()
    return all(word in whole for word in wanted)

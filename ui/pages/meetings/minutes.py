"""What a meeting decided, and what its members took away: minuted while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.cards import Cards
from ui.widgets.field import ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.when_field import DayField
from workbench.actions.editing import remove
from workbench.actions.meetings import record_action, record_decision
from workbench.model.changes import Change
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.review import Review

C = TypeVar("C", bound="MinuteCard")


class MinuteCard(Form):
    """One decision or action, with a button that removes it."""

    def __init__(self, session: Session, noun: str) -> None:
        super().__init__(session)
        self.column.setSpacing(em(self, 0.35))
        self._noun = noun

    def add_remove(self) -> None:
        """Put the button below the fields."""
        button = QPushButton("Remove")
        button.setAccessibleName(f"Remove this {self._noun}")
        look(button, "plain")
        button.clicked.connect(self._remove)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _remove(self) -> None:
        fact = self.fact
        if fact is not None:
            self.session.run(lambda record: remove(record, [fact]))


class DecisionCard(MinuteCard):
    """One decision."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "decision")
        self.add("text", "Decision", TextField(lines=2), required="A decision needs its words.")
        self.add("reason", "Reason", TextField(lines=2))
        self.add("dissent", "Dissent", LineField(placeholder="Who disagreed, and why"))
        self.add_remove()


class ActionCard(MinuteCard):
    """One action."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "action")
        self.add("text", "Action", TextField(lines=2), required="An action needs its words.")
        across = self.row()
        self.add("owner", "Owner", LineField(placeholder="Who took it away"), to=across)
        self.add("due", "By when", DayField(placeholder="No date"), to=across)
        self.add("status", "Status", ChoiceField("action-statuses"))
        self.add_remove()


class Minuted(Cards[C]):
    """The decisions, or the actions, of one meeting; ``make`` minutes one more."""

    def __init__(
        self, session: Session, title: str, add_text: str, card: Callable[[Session], C]
    ) -> None:
        super().__init__(title, add_text, lambda _: card(session))
        self._session = session
        self._meeting: Meeting | None = None
        self.add_button.clicked.connect(self._add)

    def facts(self, record: Review, meeting: Meeting) -> Sequence[Decision | MeetingAction]:
        """What is minuted of this meeting."""
        raise NotImplementedError

    def make(self, record: Review, meeting: Meeting) -> tuple[Decision | MeetingAction, Change]:
        """Minute one more, to be worded."""
        raise NotImplementedError

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show what is minuted of this meeting."""
        self._meeting = meeting
        facts = self.facts(self._session.record, meeting) if meeting else ()
        self.show_facts(facts)
        for fact in facts:
            self.forms[fact.id].show_fact(fact)

    def _add(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        made = self._session.run(lambda record: self.make(record, meeting))
        if made is not None and made[0].id in self.forms:
            self.forms[made[0].id].focus("text")


class Decisions(Minuted[DecisionCard]):
    """The decisions of one meeting."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Decisions", "Record a decision", DecisionCard)

    def facts(self, record: Review, meeting: Meeting) -> Sequence[Decision]:
        """What this meeting decided."""
        return record.where(Decision, meeting=meeting.id)

    def make(self, record: Review, meeting: Meeting) -> tuple[Decision, Change]:
        """Minute a decision."""
        return record_decision(record, meeting=meeting.id, text="New decision")


class Actions(Minuted[ActionCard]):
    """The actions of one meeting."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Actions", "Record an action", ActionCard)

    def facts(self, record: Review, meeting: Meeting) -> Sequence[MeetingAction]:
        """What was taken away from this meeting."""
        return record.where(MeetingAction, meeting=meeting.id)

    def make(self, record: Review, meeting: Meeting) -> tuple[MeetingAction, Change]:
        """Minute an action."""
        return record_action(record, meeting=meeting.id, text="New action")

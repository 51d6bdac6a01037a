"""What a meeting decided, and what its members took away: minuted while it goes on."""

from __future__ import annotations

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
from workbench.model.meetings import Decision, Meeting, MeetingAction


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


class Decisions(Cards[DecisionCard]):
    """The decisions of one meeting."""

    def __init__(self, session: Session) -> None:
        super().__init__("Decisions", "Record a decision", lambda _: DecisionCard(session))
        self._session = session
        self._meeting: Meeting | None = None
        self.add_button.clicked.connect(self._add)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show what this meeting decided."""
        self._meeting = meeting
        facts = self._session.record.where(Decision, meeting=meeting.id) if meeting else ()
        self.show_facts(facts)
        for fact in facts:
            self.forms[fact.id].show_fact(fact)

    def _add(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        made = self._session.run(
            lambda record: record_decision(record, meeting=meeting.id, text="New decision")
        )
        if made is not None and made[0].id in self.forms:
            self.forms[made[0].id].focus("text")


class Actions(Cards[ActionCard]):
    """The actions of one meeting."""

    def __init__(self, session: Session) -> None:
        super().__init__("Actions", "Record an action", lambda _: ActionCard(session))
        self._session = session
        self._meeting: Meeting | None = None
        self.add_button.clicked.connect(self._add)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show what was taken away from this meeting."""
        self._meeting = meeting
        facts = self._session.record.where(MeetingAction, meeting=meeting.id) if meeting else ()
        self.show_facts(facts)
        for fact in facts:
            self.forms[fact.id].show_fact(fact)

    def _add(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        made = self._session.run(
            lambda record: record_action(record, meeting=meeting.id, text="New action")
        )
        if made is not None and made[0].id in self.forms:
            self.forms[made[0].id].focus("text")

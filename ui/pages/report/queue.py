"""The queue of words that nobody has ruled on: one question at a time, one key for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.controls import ChoiceField, LineField
from ui.widgets.headings import Quiet, SectionTitle
from workbench.actions.people import add_person, add_place
from workbench.actions.rulings import add_alias, rule
from workbench.disclosure.disclosing import Reason
from workbench.disclosure.questions import Question
from workbench.model.ids import PersonId
from workbench.model.people import Person
from workbench.model.rulings import Verdict

WHY = {
    Reason.UNKNOWN: "Nobody has ruled on these words. They may name someone.",
    Reason.UNSURE: "This may be a registered name, or an ordinary word.",
    Reason.UNNAMED: "This person or place is registered and has no name for the report yet.",
}


class AnswerList(QListWidget):
    """The questions. O, K, P, L and S answer the chosen one."""

    answered = Signal(str)  # the key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each answer, while the list has the focus."""
        key = event.text().casefold()
        if key in {"o", "k", "p", "l", "s"} and self.currentItem() is not None:
            self.answered.emit(key)
        else:
            super().keyPressEvent(event)


class Queue(QWidget):
    """What must be settled before the report can leave."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._questions: tuple[Question, ...] = ()
        self._most = 0
        self.progress = Quiet()
        self.list = AnswerList()
        self.list.setAccessibleName("Names to check")
        self.list.setWordWrap(True)
        self.list.setMaximumHeight(em(self, 8))  # so that the answers stand in sight below it
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.why = Quiet()
        self.ordinary = QPushButton("&Ordinary word (O)")
        self.keep = QPushButton("&Keep as it is (K)")
        self.place = QPushButton("A p&lace (L)")
        self.instead = LineField(placeholder="a neighbour")
        self.instead.setAccessibleName("What the report says instead")
        self.say = QPushButton("&Say instead (S)")
        self.reason = LineField(placeholder="Optional, for example a medicine")
        self.reason.setAccessibleName("Why you rule so")
        self.person = ChoiceField(empty="A new person")
        self.person.setAccessibleName("The person that the words name")
        self.person.setMinimumContentsLength(9)
        self.register = QPushButton("Names this &person (P)")
        self.ordinary.clicked.connect(lambda: self.answer("o"))
        self.keep.clicked.connect(lambda: self.answer("k"))
        self.register.clicked.connect(lambda: self.answer("p"))
        self.place.clicked.connect(lambda: self.answer("l"))
        self.say.clicked.connect(lambda: self.answer("s"))
        self.instead.returnPressed.connect(lambda: self.answer("s"))
        self.list.answered.connect(self.answer)
        self._controls = (
            self.ordinary, self.keep, self.register, self.place, self.person, self.instead,
            self.say, self.reason,
        )  # fmt: skip
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(SectionTitle("Names to check"))
        layout.addWidget(self.progress)
        self.asking = QWidget()  # there only while something is left to ask
        layout.addWidget(self.asking, 1)
        layout = QVBoxLayout(self.asking)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.why)
        layout.addWidget(self.sentence)
        who = QLabel("P&erson")
        who.setBuddy(self.person)
        why = QLabel("&Why")
        why.setBuddy(self.reason)
        wide = (self.instead, self.reason)
        for pair in (
            (self.ordinary, self.keep),
            (who, self.person, self.register),
            (self.place, self.instead, self.say),
            (why, self.reason),
        ):
            row = QHBoxLayout()
            for widget in pair:
                row.addWidget(widget, int(widget in wide))
            row.addStretch(0 if any(widget in wide for widget in pair) else 1)
            layout.addLayout(row)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Ask these, and stay at the same place in the list."""
        at = max(self.list.currentRow(), 0)
        self._questions = tuple(questions)
        self._most = max(self._most, len(self._questions)) if self._questions else 0
        self.list.clear()
        for question in self._questions:
            times = "" if question.count == 1 else f"  ({question.count} times)"
            item = QListWidgetItem(f"{question.words}{times}")
            item.setToolTip(", ".join(question.places))
            self.list.addItem(item)
        record = self._session.review
        people = record.all(Person) if record is not None else ()
        self.person.offer([(person.id, person.name) for person in people])
        self.list.setCurrentRow(min(at, len(self._questions) - 1))
        left = len(self._questions)
        said = f"{left} left of {self._most}." if left else "Nothing is left to check."
        self.progress.setText(said)
        self.asking.setVisible(bool(left))
        self._show_chosen()

    @property
    def chosen(self) -> Question | None:
        """The question that is answered next."""
        row = self.list.currentRow()
        return self._questions[row] if 0 <= row < len(self._questions) else None

    def _show_chosen(self) -> None:
        question = self.chosen
        for widget in self._controls:
            widget.setEnabled(question is not None)
        if question is None:
            self.why.clear()
            self.sentence.clear()
            return
        self.why.setText(f"{WHY[question.reason]} In: {', '.join(question.places[:3])}.")
        self.sentence.setText(question.sentence)
        if question.suggestions:
            self.person.show_value(question.suggestions[0])
        else:
            self.person.show_value(None)

    def answer(self, key: str) -> None:
        """Give the chosen question the answer of this key."""
        question = self.chosen
        if question is None:
            return
        context = question.sentence if question.here_only else ""
        if key == "p":
            self._register_person(question, context)
        elif key == "l":
            self._register_place()
        elif key == "s":
            self._say_instead(question, context)
        else:
            verdict = Verdict.ORDINARY if key == "o" else Verdict.KEEP
            reason = self._given_reason()
            self._session.run(
                lambda record: rule(
                    record, words=question.words, verdict=verdict, context=context, reason=reason
                )
            )

    def _given_reason(self) -> str:
        """The reason as typed, which is then forgotten: the next question has its own."""
        reason = self.reason.value()
        self.reason.visit.forget()
        self.reason.clear()
        return reason

    def _say_instead(self, question: Question, context: str) -> None:
        """Put other words in their place; with none typed yet, ask for them."""
        words = self.instead.value()
        if not words:
            self.instead.setFocus()
            return
        reason = self._given_reason()
        done = self._session.run(
            lambda record: rule(
                record,
                words=question.words,
                verdict=Verdict.GENERALISE,
                context=context,
                replacement=words,
                reason=reason,
            )
        )
        if done is not None:
            self.instead.show_value("")
            self.list.setFocus()

    def next_question(self) -> None:
        """Go to the next question, and after the last one to the first."""
        if self._questions:
            focused = self.list.hasFocus()
            at = self.list.currentRow() + (1 if focused else 0)
            self.list.setCurrentRow(at % len(self._questions))
            self.list.setFocus()

    def choose(self, words: str) -> None:
        """Go to the question about these words, if it is one."""
        for number, question in enumerate(self._questions):
            if question.words in words or words in question.words:
                self.list.setCurrentRow(number)
                self.list.setFocus()
                return

    def _register_person(self, question: Question, context: str) -> None:
        person = self.person.value()
        if person is None:
            self._session.run(lambda record: add_person(record, name=question.words))
        elif question.here_only:
            self._session.run(
                lambda record: rule(
                    record,
                    words=question.words,
                    verdict=Verdict.REGISTERED,
                    context=context,
                    entity=person,
                )
            )
        else:
            self._session.run(lambda record: add_alias(record, PersonId(person), question.words))

    def _register_place(self) -> None:
        question = self.chosen
        if question is not None:
            self._session.run(
                lambda record: add_place(record, name=question.words, published_as="a place")
            )

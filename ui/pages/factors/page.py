"""Risks and protective factors: a board of two columns of equal weight, and the chosen card."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from ui.pages.factors.column_view import CardList, ColumnView
from ui.pages.factors.factor_form import FactorForm
from ui.pages.factors.placing import index_in_column
from ui.support.commands import Command, Commands
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.field import ChoiceField
from ui.widgets.headings import PageTitle, Quiet
from ui.widgets.list_detail import pane_of
from ui.widgets.notice import NoticeBar
from ui.widgets.when_field import DayField
from workbench.actions.editing import remove
from workbench.actions.factors import add_factor, move_factor
from workbench.model.factors import Factor, Side
from workbench.model.facts import Topic
from workbench.model.ids import FactorId
from workbench.model.people import Person
from workbench.questions.board import BoardAnswer, BoardQuery, board


class FactorsPage(QWidget):
    """The board on the left, the chosen factor on the right."""

    topics = frozenset({Topic.FACTORS, Topic.PEOPLE, Topic.AGENCIES})

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.session = session
        self.columns = {side: ColumnView(side) for side in (Side.RISK, Side.PROTECTIVE)}
        self.form = FactorForm(session)
        self.notice = NoticeBar()
        self.person = ChoiceField(empty="Everyone")
        self.person.setAccessibleName("Show the factors of one person’s life")
        self.person.setMinimumContentsLength(14)
        self.person.edited.connect(self.refresh)
        self.known_by = DayField(placeholder="Any day")
        self.known_by.setAccessibleName("Show the board as it looked on this day")
        self.known_by.edited.connect(self.refresh)
        self.left_out = Quiet()
        self._chosen: str | None = None
        self._add_buttons = {
            Side.RISK: QPushButton("Add a risk"),
            Side.PROTECTIVE: QPushButton("Add a protective factor"),
        }
        self.back_button = QPushButton("Back to the board")
        self.back_button.clicked.connect(self.back_to_list)
        self._lay_out()
        for side, view in self.columns.items():
            self._connect(side, view)
        commands.add(
            Command(
                "factors.move",
                "Move to the other column",
                "Ctrl+Shift+M",
                self.move_across,
                "Moves the chosen card from one column to the other",
                "Edit",
                page="Risks and protective factors",
            )
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PageTitle("Risks and protective factors"))
        head.addStretch(1)
        for side, button in self._add_buttons.items():
            look(button, "main")
            button.clicked.connect(lambda _=False, side=side: self.add(side))
            head.addWidget(button)
        filters = QHBoxLayout()
        for text, control in (("Whose &life", self.person), ("As it looked &on", self.known_by)):
            label = QLabel(text)
            label.setBuddy(control.focusProxy() or control)
            filters.addWidget(label)
            filters.addWidget(control)
        filters.addWidget(self.left_out, 1)
        columns = QHBoxLayout()
        columns.setSpacing(em(self, 0.8))
        for view in self.columns.values():
            columns.addWidget(view, 1)
        left = QWidget()
        stack = QVBoxLayout(left)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addLayout(columns)
        self.pane = pane_of(self.form, self.back_button)
        self.back_button.hide()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(em(self, 0.9))
        split.addWidget(left)
        split.addWidget(self.pane)
        split.setStretchFactor(0, 64)
        split.setStretchFactor(1, 36)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(em(self, 0.5))
        page.addWidget(self.notice)
        page.addLayout(head)
        page.addLayout(filters)
        page.addWidget(split, 1)

    def _connect(self, side: Side, view: ColumnView) -> None:
        view.column.dropped.connect(lambda factor, row: self.drop(factor, side, row))
        cards = view.cards
        cards.nudged.connect(lambda step: self._nudge(cards, step))
        cards.sent.connect(lambda to: self._send(cards, to))
        cards.opened.connect(self.edit_main)
        cards.delete_pressed.connect(self.delete_item)
        cards.selectionModel().selectionChanged.connect(lambda *_: self._choose(cards))

    # What is shown

    def refresh(self) -> None:
        """Ask again for the board, and keep the chosen card."""
        record = self.session.record
        self.person.offer([(person.id, person.name) for person in record.all(Person)])
        day = self.known_by.value()
        answer = board(
            record,
            BoardQuery(
                person=self.person.value(), known_by=date.fromisoformat(day) if day else None
            ),
        )
        self.left_out.setText(left_out(answer) if day else "")
        for side, view in self.columns.items():
            view.column.set_cards(answer.column(side))
        self._show(self._chosen)

    @property
    def chosen(self) -> Factor | None:
        """The chosen factor as the record has it now, or None."""
        return self.session.record.find(Factor, self._chosen) if self._chosen else None

    def _choose(self, cards: CardList) -> None:
        found = cards.selected_id()
        if found is not None and found != self._chosen:
            self._show(found)

    def _show(self, factor: str | None) -> None:
        """Choose this card in its column, and no card in the other."""
        self._chosen = factor
        for view in self.columns.values():
            cards = view.cards
            blocked = cards.selectionModel().blockSignals(True)
            if factor is None or not cards.select(factor):
                cards.clearSelection()
            cards.selectionModel().blockSignals(blocked)
            cards.viewport().update()
        self.form.show_factor(self.chosen)

    def choose(self, id: str) -> bool:  # noqa: A002 # the field's name
        """Choose this factor; what leaves it off the board is cleared. False when it is gone."""
        factor = self.session.record.find(Factor, id)
        if factor is None:
            return False
        view = self.columns[factor.side]
        if view.column.row_of(id) is None:
            self.person.show_value(None)
            self.known_by.show_value("")
            self.refresh()
        self._show(id)
        view.cards.setFocus()
        return True

    # What the author does

    def add(self, side: Side) -> None:
        """Add a card at the foot of a column, and go to its words."""
        self.session.settling.emit()
        text = "New risk" if side is Side.RISK else "New protective factor"
        made = self.session.run(lambda record: add_factor(record, side=side, statement=text))
        if made is not None:
            self._show(made[0].id)
            self.form.focus("statement")

    def drop(self, factor: str, side: Side, row: int) -> None:
        """Put a card before ``row`` of the cards that a column shows."""
        self.session.settling.emit()
        shown = [card.factor.id for card in self.columns[side].column.cards]
        column = [each.id for each in self.session.record.where(Factor, side=side)]
        index = index_in_column(factor, shown, row, column)
        self._chosen = factor
        self.session.run(
            lambda record: move_factor(record, FactorId(factor), side=side, index=index)
        )
        self._show(factor)

    def _nudge(self, cards: CardList, step: int) -> None:
        factor = cards.selected_id()
        row = cards.column.row_of(factor) if factor else None
        if factor is None or row is None:
            return
        place = row + step if step < 0 else row + step + 1
        if 0 <= row + step < len(cards.column.cards):
            self.drop(factor, cards.column.side, place)

    def _send(self, cards: CardList, side: Side) -> None:
        factor = cards.selected_id()
        if factor is not None and cards.column.side is not side:
            self.drop(factor, side, len(self.columns[side].column.cards))
            self.columns[side].cards.setFocus()

    def move_across(self) -> None:
        """Move the chosen card to the foot of the other column."""
        factor = self.chosen
        if factor is None:
            self.session.said.emit("Choose a card first.")
            return
        other = Side.PROTECTIVE if factor.side is Side.RISK else Side.RISK
        self.drop(factor.id, other, len(self.columns[other].column.cards))
        self.columns[other].cards.setFocus()

    def new_item(self) -> None:
        """Add a card to the column in which the author is."""
        right = self.columns[Side.PROTECTIVE].cards.hasFocus()
        self.add(Side.PROTECTIVE if right else Side.RISK)

    def delete_item(self) -> None:
        """Delete the chosen card, and offer to undo that."""
        factor = self.chosen
        if factor is None:
            return
        self.session.settling.emit()
        self._chosen = None
        if self.session.run(lambda record: remove(record, [factor])) is not None:
            noun = "risk" if factor.side is Side.RISK else "protective factor"
            self.notice.say(f"Deleted the {noun}.", act="Undo", run=self.session.undo)

    def edit_main(self) -> None:
        """Go to the words of the chosen card."""
        if self.chosen is not None:
            self.form.focus("statement")

    def back_to_list(self) -> None:
        """Go back to the board; what was typed is written."""
        self.session.settling.emit()
        factor = self.chosen
        self.columns[factor.side if factor else Side.RISK].cards.setFocus()

    def find_here(self) -> None:
        """Go to the filter."""
        self.person.setFocus()


def left_out(answer: BoardAnswer) -> str:
    """What "as it looked on" leaves out, so that nobody takes the rest for the whole."""
    parts = []
    if answer.unknown_then:
        parts.append(f"{answer.unknown_then} known to nobody until later")
    if answer.undated:
        parts.append(f"{answer.undated} without a day on which anyone knew")
    if not parts:
        return "Nothing is left out."
    return f"Left out: {' and '.join(parts)}."

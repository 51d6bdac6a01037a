"""An agency's paper before it is taken in: each row with what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.pages.chronology.paper_rows import PAPER_COLUMNS, Fate, PaperRow, counted, rows_of
from ui.support.lazy import load
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.choices import agency_choices
from ui.widgets.field import ChoiceField, Field, TextField
from ui.widgets.headings import PageTitle, Quiet
from ui.widgets.rows import RowsModel
from ui.widgets.table import ListTable
from ui.widgets.when_field import WhenField
from workbench.model.agencies import Contribution
from workbench.model.when import UNDATED

if TYPE_CHECKING:
    from workbench.intake.proposal import Proposal

EVERY = "Every row"


class PaperPreview(QScrollArea):
    """Shows a proposal, asks whose paper it is, and says when it is to be taken in."""

    accepted = Signal(object, str, str)  # Proposal, the agency's id or "", a new agency's name
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._proposal: Proposal | None = None
        self.title = PageTitle("Take in a chronology")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        look(self.warning, "error")
        self.agency = ChoiceField(empty="Choose the agency")
        self.agency_field = Field("&Agency that sent it", self.agency)
        self.new_agency = QLineEdit()
        self.fate = ChoiceField()
        self.fate.offer([(EVERY, EVERY), *((fate, fate.value) for fate in Fate)])
        self.model = RowsModel(PAPER_COLUMNS, self)
        self.table = ListTable(
            self.model, tuple(each.width for each in PAPER_COLUMNS), name="Rows of the paper"
        )
        self.words = TextField(lines=3)
        self.words.setReadOnly(True)
        self.when = WhenField()
        self.when_field = Field("The chosen row’s &date, as you understand it", self.when)
        self.leave_out_button = QPushButton("Leave this row out")
        self.accept_button = QPushButton("Take in")
        look(self.accept_button, "main")
        self.cancel_button = QPushButton("Cancel")
        self._lay_out()
        self.fate.edited.connect(self._list)
        self.table.chosen.connect(self._show_words)
        self.agency.edited.connect(lambda: self.agency_field.show_error(""))
        self.new_agency.textEdited.connect(lambda: self.agency_field.show_error(""))
        self.when.edited.connect(self._correct)
        self.leave_out_button.clicked.connect(self._leave_out)
        self.accept_button.clicked.connect(self._accept)
        self.cancel_button.clicked.connect(self.left)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(em(self, 0.8))
        for field in (
            self.agency_field,
            Field("&Or a new agency’s name", self.new_agency),
            Field("Rows to &list", self.fate),
        ):
            choices.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        ground = QWidget()
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setMinimumHeight(em(self, 9))  # where there is less room, the page scrolls
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.5))
        column.addWidget(self.title)
        column.addWidget(self.summary)
        column.addWidget(self.warning)
        column.addLayout(choices)
        column.addWidget(self.table, 1)
        chosen = QHBoxLayout()
        chosen.setSpacing(em(self, 0.8))
        chosen.addWidget(Field("The chosen row’s &words", self.words), 3)
        beside = QVBoxLayout()
        beside.addWidget(self.when_field)
        beside.addWidget(self.leave_out_button, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        chosen.addLayout(beside, 2)
        column.addLayout(chosen)
        column.addWidget(
            Quiet(
                "The agency’s words, and its dates as written, stay as they are. Taking the paper "
                "in is one step for undo."
            )
        )
        column.addLayout(buttons)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what this paper would add."""
        self._proposal = proposal
        self.title.setText(proposal.name)
        twice = self._session.record.where(Contribution, paper_hash=proposal.digest)
        self.warning.setText(
            "This very paper has been taken in already. Taking it in again adds every entry twice."
            if twice
            else ""
        )
        self.warning.setVisible(bool(twice))
        self.agency.offer(agency_choices(self._session.record))
        self.agency.show_value(None)
        self.new_agency.clear()
        self.agency_field.show_error("")
        self.fate.show_value(Fate.ASKED if proposal.questions else EVERY)
        self._count(proposal)
        self._list()
        self.agency.setFocus()

    def _count(self, proposal: Proposal) -> None:
        self.summary.setText(" ".join((counted(rows_of(proposal)), *proposal.notes)))
        count = len(proposal.entries)
        self.accept_button.setText(f"Take in {count:,} {'entry' if count == 1 else 'entries'}")
        self.accept_button.setEnabled(count > 0)

    def forget(self) -> None:
        """Hold nothing of the paper any more."""
        self._proposal = None
        self.model.show_facts(())
        self.words.show_value("")
        self.when.show_value(UNDATED)
        self.title.clear()
        self.summary.clear()

    def _list(self) -> None:
        if self._proposal is None:
            return
        wanted = self.fate.value()
        rows = rows_of(self._proposal)
        self.model.show_facts([row for row in rows if wanted in (EVERY, row.fate)])
        if self.model.rowCount():
            self.table.select_row(0)
        self._show_words(self.table.currentIndex().row())

    def _show_words(self, row: int) -> None:
        """Show the whole of what the row holds: the list has room for its beginning alone."""
        chosen = self._chosen(row)
        self.words.show_value(chosen.text if chosen else "")
        taken = chosen is not None and chosen.fate is not Fate.LEFT_OUT
        self.when.show_value(chosen.when if chosen and taken else UNDATED)
        self.when.setEnabled(taken)
        self.leave_out_button.setEnabled(taken)

    def _chosen(self, row: int) -> PaperRow | None:
        return self.model.facts[row] if 0 <= row < self.model.rowCount() else None

    def _correct(self) -> None:
        """Take the author's understanding of the chosen row's date."""
        chosen, when = self._chosen(self.table.currentIndex().row()), self.when.value()
        if self._proposal is None or chosen is None or (when.text and not when.dated):
            return  # what is typed is not a date yet
        correct = load("workbench.intake.corrections", "corrected")
        self._settle(correct(self._proposal, chosen.row, chosen.table, when))

    def _leave_out(self) -> None:
        chosen = self._chosen(self.table.currentIndex().row())
        if self._proposal is None or chosen is None:
            return
        leave = load("workbench.intake.corrections", "left_out")
        self._settle(leave(self._proposal, chosen.row, chosen.table))
        self.table.setFocus()

    def _settle(self, proposal: Proposal) -> None:
        """Show the rows as they stand now. The one just settled stays in view, also in a list of
        those with a question: it would be gone before its new date was read."""
        self._proposal = proposal
        now = {row.id: row for row in rows_of(proposal)}
        self.model.show_facts([now[row.id] for row in self.model.facts])
        self._count(proposal)
        chosen = self._chosen(self.table.currentIndex().row())
        taken = chosen is not None and chosen.fate is not Fate.LEFT_OUT
        self.when.setEnabled(taken)
        self.leave_out_button.setEnabled(taken)

    def _accept(self) -> None:
        agency, new = self.agency.value(), self.new_agency.text().strip()
        if bool(agency) is bool(new):
            self.agency_field.show_error(
                "Choose the agency, or name a new one: not both."
                if new
                else "Choose whose paper this is, or name a new agency."
            )
            self.agency.setFocus()
        elif self._proposal is not None:
            self.accepted.emit(self._proposal, agency or "", new)

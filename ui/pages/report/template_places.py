"""The board's template before anything is written: its places, and what will stand at each.

A place is corrected once, from the keyboard; the decision is kept for this board.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.controls import ChoiceField
from ui.widgets.field import Field
from ui.widgets.headings import Quiet
from ui.widgets.rows import Column, RowsModel
from ui.widgets.table import ListTable
from workbench.actions.board_templates import forget_places, place_sections
from workbench.errors import WorkbenchError
from workbench.model.blocks import Document, Paragraph
from workbench.report.marked_copy import write_marked_copy
from workbench.report.template import Template

_NONE = "Choose the board\u2019s template to see what will stand where in it."
_HOW = {
    "decided": "You decided this.",
    "proposed": "Proposed from the words of the place.",
    "nothing": "Nothing of the report belongs here: the board\u2019s own words stay.",
}
_STAYS = "Nothing: it stays as the board made it"
_PREVIEW = 240


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as it is listed."""

    id: str
    depth: int
    sections: tuple[str, ...]
    titles: tuple[str, ...]
    how: str


class TemplatePlaces(QWidget):
    """Lists the places; below the list stands what is to be at the chosen one."""

    corrected = Signal()

    def __init__(self, session: Session, output: Callable[[], str]) -> None:
        super().__init__()
        self._session, self._output = session, output
        self._template: Template | None = None
        self._document: Document | None = None
        self.said = Quiet(_NONE)
        self.model = RowsModel(
            (
                Column("Place in the template", lambda one: f"{'   ' * one.depth}{one.id}", 0),
                Column("What will stand there", _there, 0),
            ),
            self,
        )
        self.table = ListTable(self.model, (0, 0), name="Places of the board\u2019s template")
        self.section = ChoiceField(empty=_STAYS)
        self.how, self.preview = Quiet(), Quiet()
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.marked_button = QPushButton("Save a marked copy\u2026")
        self.forget_button = QPushButton("Back to what is proposed")
        self._lay_out()
        self.table.chosen.connect(lambda _: self._show_chosen())
        self.table.opened.connect(self.section.setFocus)
        self.section.edited.connect(self._decide)
        self.marked_button.clicked.connect(lambda: self.save_marked())
        self.forget_button.clicked.connect(self._forget)
        self.show_none()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.addWidget(self.marked_button)
        acts.addWidget(self.forget_button)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addWidget(Field("What stands t&here", self.section))
        layout.addWidget(self.how)
        layout.addWidget(self.preview)
        layout.addLayout(acts)

    def show_none(self, said: str = _NONE) -> None:
        """There is no template whose places could be shown."""
        self._template = None
        self.said.setText(said)
        self.model.show_facts(())
        for each in (self.section, self.marked_button, self.forget_button):
            each.setEnabled(False)
        self.how.setText("")
        self.preview.setText("")

    def show_template(self, template: Template) -> None:
        """Show the places of this template."""
        row = max(self.table.selected_row(), 0)
        self._template = template
        found = len(template.headings)
        places = "1 place was" if found == 1 else f"{found} places were"
        self.said.setText(f"{places} found in {template.name}. Enter goes to what stands there.")
        offered = [(one.id, one.title) for one in template.plan.sections]
        self.section.offer(offered)
        for each in (self.section, self.marked_button, self.forget_button):
            each.setEnabled(True)
        self.model.show_facts(_rows(template))
        if self.model.facts:
            self.table.select_row(min(row, len(self.model.facts) - 1))
        self._show_chosen()

    def show_document(self, document: Document | None) -> None:
        """Take the preview's words from this document, which has passed the gate."""
        self._document = document
        self._show_chosen()

    def _chosen(self) -> PlaceRow | None:
        row = self.table.selected_row()
        return self.model.facts[row] if 0 <= row < len(self.model.facts) else None

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self.section.show_value(chosen.sections[0] if chosen.sections else None)
        also = chosen.titles[1:]
        with_it = f" With it, under headings of their own: {', '.join(also)}." if also else ""
        self.how.setText(_HOW.get(chosen.how, chosen.how) + with_it)
        self.preview.setText(self._begins(chosen.sections[0]) if chosen.sections else "")

    def _begins(self, section: str) -> str:
        """How the section begins, as its readers will see it."""
        for one in self._document.sections if self._document else ():
            if one.id == section:
                first = next((each for each in one.blocks if isinstance(each, Paragraph)), None)
                said = (
                    "".join(part for part in first.text if isinstance(part, str)) if first else ""
                )
                more = "\u2026" if len(said) > _PREVIEW else ""
                return f"It begins: {said[:_PREVIEW]}{more}" if said else ""
        return ""

    def _decide(self) -> None:
        chosen, template, output = self._chosen(), self._template, self._output()
        if chosen is None or template is None:
            return
        section = self.section.value()
        if (section,) == chosen.sections[:1] or (not section and not chosen.sections):
            return
        decided = {chosen.id: [section] if section else []}
        self._session.run(lambda record: place_sections(record, output, template, decided))
        self.corrected.emit()

    def _forget(self) -> None:
        output = self._output()
        self._session.run(lambda record: forget_places(record, output))
        self.corrected.emit()

    def save_marked(self, path: Path | None = None) -> None:
        """Write a copy of the template with a Word comment at each place."""
        template = self._template
        if template is None:
            return
        if path is None:
            name, _ = QFileDialog.getSaveFileName(
                self, "Save a marked copy", f"marked {template.name}", "Word documents (*.docx)"
            )
            path = Path(name) if name else None
        if path is None:
            return
        try:
            write_marked_copy(template, path)
        except WorkbenchError as error:
            self.said.setText(str(error))
        else:
            self.said.setText(f"The marked copy is in {path.name}. It holds nothing of the review.")


def _there(row: PlaceRow) -> str:
    return ", then ".join(row.titles) or "\u2013"


def _rows(template: Template) -> tuple[PlaceRow, ...]:
    titles = {one.id: one.title for one in template.plan.sections}
    rows = []
    for index, name in enumerate(template.place_names):
        here = template.placed.at(index)
        rivals = [titles[one] for one in template.placed.unsure.get(index, ())]
        if any(one in template.placed.decided for one in here):
            how = "decided"
        elif rivals:
            how = f"It could be {' or '.join(rivals)}. Check which it is."
        else:
            how = "proposed" if here else "nothing"
        depth = max(template.headings[index].level - 1, 0)
        rows.append(PlaceRow(name, depth, here, tuple(titles[one] for one in here), how))
    return tuple(rows)

"""The author's own passages: one for each section of the report, written here."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.controls import ChoiceField, TextField
from ui.widgets.field import Field
from ui.widgets.headings import Quiet, SectionTitle
from workbench.actions.set_up import passage_of, write_passage
from workbench.model.reviews import Passage
from workbench.report.layouts import layout_for


class Passages(QWidget):
    """Chooses a section and edits what the author wrote for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.section = ChoiceField()
        self.text = TextField(lines=8, placeholder="Leave a blank line between paragraphs.")
        self.guidance = Quiet()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 0.4), 0, 0)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(SectionTitle("What you write"))
        layout.addWidget(Field("&Section", self.section))
        layout.addWidget(self.guidance)
        layout.addWidget(Field("&Text of the section", self.text), 1)
        self.section.edited.connect(self._show)
        self.text.edited.connect(self._write)
        session.settling.connect(self.text.visit.settle)

    def refresh(self) -> None:
        """Offer the sections of this kind of report, and show the chosen one's text."""
        plan = layout_for(self._session.record.details.type)
        self.section.offer([(section.id, section.title) for section in plan.sections])
        self._show_text()

    def choose(self, id: str) -> bool:  # noqa: A002 # the field's name
        """Go to this passage's section; False when it is gone."""
        passage = self._session.record.find(Passage, id)
        if passage is None:
            return False
        self.section.show_value(passage.section)
        self._show()
        self.text.setFocus()
        return True

    def _show(self) -> None:
        self.text.visit.settle()
        self.text.visit.forget()
        self._show_text()

    def _show_text(self) -> None:
        record = self._session.record
        plan = layout_for(record.details.type)
        chosen = next((one for one in plan.sections if one.id == self.section.value()), None)
        self.guidance.setText(chosen.guidance if chosen else "")
        self._shown = self.section.value()
        written = passage_of(record, self._shown) if self._shown else None
        self.text.show_value(written.text if written else "")

    _shown: str | None = None

    def _write(self) -> None:
        section, text = self._shown, self.text.value()
        if section is None:
            return
        step = self.text.visit.step
        self._session.run(lambda record: write_passage(record, section, text, step=step))

"""The author's own passages: one for each section of the chosen document, written here."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.report.link_chooser import LinkChooser
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.controls import ChoiceField, TextField
from ui.widgets.field import Field
from ui.widgets.headings import Quiet, SectionTitle
from ui.widgets.prose import ProseField
from workbench.actions.set_up import note_on_passage, passage_of, write_passage
from workbench.model.reviews import Passage
from workbench.report.layouts import Layout, layout_of
from workbench.report.outputs import OUTPUTS, OVERVIEW

EMPTY = "Leave a blank line between paragraphs."


def _instead(wording: str) -> str:
    """What an empty text says: the words that stand there until the author writes others."""
    if not wording:
        return EMPTY
    return f"Until you write your own:\n\n{wording.replace('{', '[').replace('}', ']')}"


class Passages(QWidget):
    """Chooses a section and edits what the author wrote for it, with a note to oneself."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._output = OVERVIEW.name
        self._shown: str | None = None
        self.section = ChoiceField()
        self.text = ProseField(lines=8, placeholder=EMPTY)
        self.note = TextField(lines=2, placeholder="Stands in no report.")
        self.guidance = Quiet()
        self.links = LinkChooser(session)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 0.4), 0, 0)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(SectionTitle("What you write"))
        layout.addWidget(Field("&Section", self.section))
        layout.addWidget(self.guidance)
        layout.addLayout(self._marks())
        layout.addWidget(self.links)
        layout.addWidget(Field("&Text of the section", self.text), 1)
        layout.addWidget(Field("&Note to yourself", self.note))
        self.section.edited.connect(self._show)
        self.text.edited.connect(self._write)
        self.note.edited.connect(self._write_note)
        self.links.chosen.connect(self._link)
        self.links.left.connect(self.text.setFocus)
        session.locked.connect(lambda _: self.links.forget())
        session.closed.connect(self.links.forget)
        for control in (self.text, self.note):
            session.settling.connect(control.visit.settle)

    def _marks(self) -> QHBoxLayout:
        """Buttons for what is also typed: ** round words, # before a heading."""
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.2))
        for face, name, tip, act in (
            ("B", "Bold", "Ctrl+B, or ** round the words", lambda: self._stress("**")),
            ("I", "Italic", "Ctrl+I, or * round the words", lambda: self._stress("*")),
            ("H", "Heading", "Or # and a space before it", lambda: self.text.begin_lines("# ")),
            ("•", "List", "Or - and a space before each", lambda: self.text.begin_lines("- ")),
            ("“ ”", "Quotation", "Or > and a space before", lambda: self.text.begin_lines("> ")),
            ("Link…", "Link", "To a finding, an entry, a paper", self.links.ask),
            ("Spelling", "Spelling", "F7: goes to the next slip", self.text.next_slip),
        ):
            button = QPushButton(face)
            button.setToolTip(f"{name}: {tip}")
            button.setAccessibleName(name)
            button.setAccessibleDescription(tip)
            look(button, "plain")
            if len(face) <= len("“ ”"):
                button.setMaximumWidth(em(self, 3))
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _stress(self, stars: str) -> None:
        self.text.stress(stars)
        self.text.setFocus()

    def _link(self, mark: str) -> None:
        self.text.insertPlainText(mark)
        self.text.setFocus()

    def show_output(self, name: str) -> None:
        """Offer the sections of this document, and show the chosen one's text."""
        self._output = name
        self.refresh()

    def refresh(self) -> None:
        """Offer the document's sections, and show the chosen one's text."""
        plan = self._plan()
        if plan.section(self.section.value() or "") is None:  # another document's section
            for control in (self.text, self.note):
                control.visit.settle()
                control.visit.forget()
            self.section.clear()
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

    def _plan(self) -> Layout:
        whole = layout_of(self._session.record.details)
        return OUTPUTS[self._output].plan(whole)

    def _show(self) -> None:
        for control in (self.text, self.note):
            control.visit.settle()
            control.visit.forget()
        self._show_text()

    def _show_text(self) -> None:
        record = self._session.record
        chosen = self._plan().section(self.section.value() or "")
        self.guidance.setText(chosen.guidance if chosen else "")
        self.guidance.setVisible(bool(chosen and chosen.guidance))
        self.text.setPlaceholderText(_instead(chosen.wording) if chosen else EMPTY)
        self._shown = self.section.value()
        written = passage_of(record, self._shown) if self._shown else None
        self.text.show_value(written.text if written else "")
        self.note.show_value(written.note if written else "")

    def _write(self) -> None:
        section, text, step = self._shown, self.text.value(), self.text.visit.step
        if section is not None:
            self._session.run(lambda record: write_passage(record, section, text, step=step))

    def _write_note(self) -> None:
        section, note, step = self._shown, self.note.value(), self.note.visit.step
        if section is not None:
            self._session.run(lambda record: note_on_passage(record, section, note, step=step))

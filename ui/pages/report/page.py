"""The report: as its readers will see it, what is left to check, and writing it in Word."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.pages.report.about import About
from ui.pages.report.check_file import CheckFile
from ui.pages.report.page_commands import page_commands
from ui.pages.report.paper.view import PaperView
from ui.pages.report.passages import Passages
from ui.pages.report.precautions import Precautions
from ui.pages.report.queue import Queue
from ui.pages.report.reading import ReadingView
from ui.pages.report.side_column import SideColumn
from ui.pages.report.template_button import TemplateButton
from ui.pages.report.template_places import TemplatePlaces
from ui.pages.report.turning_split import TurningSplit
from ui.pages.report.unusable_readers import UnusableReaders
from ui.pages.report.versions_since import ChangesSince
from ui.pages.report.views import Views, fares
from ui.pages.report.word_setting import Stood
from ui.pages.report.writing import WriteButton
from ui.support.commands import Commands
from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.controls import ChoiceField
from ui.widgets.headings import PageTitle, Quiet
from ui.widgets.notice import NoticeBar
from ui.widgets.wrapping import WrappingRow
from workbench.disclosure.audiences import audience, audience_names
from workbench.model.facts import Topic
from workbench.report.order import ReleaseOrder
from workbench.report.outputs import OUTPUTS, OVERVIEW, Output
from workbench.report.seen import Seen, seen_output
from workbench.report.template import Template


class ReportPage(QWidget):
    """A reading view on the left; the author's passages and the names to check on the right."""

    topics = frozenset(Topic)
    asked_for = Signal(str, str)  # the page and the item to show

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.session = session
        self._asked = self._shown = 0
        self._seen: Seen | None = None
        self.notice = NoticeBar()
        readers = [(name, audience(name).label) for name in audience_names()]
        self.audience = _choice("Who will read it", readers, "published")
        self.audience.edited.connect(self.refresh)
        documents = [(one.name, one.document.capitalize()) for one in OUTPUTS.values()]
        self.output = _choice("What is written", documents, OVERVIEW.name)
        self.about = About(session)
        self.about.field.edited.connect(self.refresh)
        self.about.each.clicked.connect(self.write_each)
        self.output.edited.connect(self._suggest_readers)
        self.output.edited.connect(self.refresh)
        self.template_button = TemplateButton(session, self.output.value)
        self.output.edited.connect(self.template_button.read_again)
        self.precautions = Precautions()
        self.precautions.evidence.edited.connect(self.refresh)
        session.locked.connect(lambda _: self._forget())
        session.closed.connect(self._forget)
        self.template_button.began.connect(self.precautions.say_nothing)
        self.template_button.read.connect(self._use)
        self.template_button.refused.connect(self._refuse)
        self.write_button = WriteButton(session, self._wanted, self.notice)
        self.write_button.written.connect(self.precautions.forget)
        self.log_button = QPushButton("Disclosure log")
        self.log_button.setToolTip("What left the record, and what was refused")
        self.log_button.clicked.connect(lambda: self.asked_for.emit("Disclosure", "Disclosure log"))
        self.state = Quiet()
        self.reading = ReadingView()
        self.view = self.reading.text
        self.reading.asked.connect(self._ask_about)
        self.places = TemplatePlaces(session, self.output.value)
        self.places.corrected.connect(self.template_button.read_again)
        self.paper = PaperView(session)
        self.check = CheckFile(session)
        self.views = Views(
            [
                ("&Reading", self.reading),
                ("Pa&ges", self.paper),
                ("&Template", self.places),
                ("&Check a file", self.check),
            ],
            readers,
        )
        self.views.others.edited.connect(self.refresh)
        self.queue = Queue(session)
        self.passages = Passages(session)
        self.passages.section.edited.connect(self._follow)
        self.since = ChangesSince(session)
        self.unusable = UnusableReaders()
        self._lay_out()
        for command in page_commands(self):
            commands.add(command)

    def _lay_out(self) -> None:
        head = WrappingRow()
        head.addWidget(PageTitle("Report"))
        head.add_stretch()
        head.addWidget(self.log_button)
        head.addWidget(self.write_button)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.queue)
        beside.addWidget(self.passages, 1)
        split = TurningSplit()
        split.setHandleWidth(em(self, 0.9))
        split.addWidget(self.views)
        split.addWidget(SideColumn(right))
        split.setStretchFactor(0, 60)
        split.setStretchFactor(1, 40)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(em(self, 0.5))
        page.addWidget(self.notice)
        page.addLayout(head)
        page.addLayout(self._choices())
        page.addWidget(self.unusable)
        page.addWidget(self.about)
        page.addWidget(self.precautions)
        page.addWidget(self.since)
        counted = QHBoxLayout()
        counted.addWidget(self.state, 1)
        counted.addWidget(self.views.compare)
        page.addLayout(counted)
        page.addWidget(split, 1)

    def _choices(self) -> WrappingRow:
        output, readers = QLabel("Doc&ument"), QLabel("Rea&ders")
        output.setBuddy(self.output)
        readers.setBuddy(self.audience)
        row = WrappingRow()
        row.add_pair(output, self.output)
        row.add_pair(readers, self.audience)
        row.addWidget(self.template_button)
        row.add_stretch()
        return row

    def refresh(self) -> None:
        """Put the report through the gate again, and show what comes out and what is left."""
        self._asked += 1
        asked, readers = self._asked, audience(self.audience.value())
        output = self.output.value()
        self.about.offer_for(output)
        self.since.refresh()
        self.unusable.refresh()
        about, notes = self.about.value(), self.precautions.evidence.value()
        if OUTPUTS[output].about and not about:
            self._show_none(OUTPUTS[output])
            return
        self.state.setText("Looking through the report for names…")
        self.passages.show_output(output)
        chosen = self.views.others.value()
        others = audience(chosen) if chosen else None
        before = self._seen.said if self._seen else None
        self.session.ask(
            lambda record: seen_output(
                record, output, readers, others, about, evidence_notes=notes, before=before
            ),
            done=lambda seen: self._show(seen, asked),
        )

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was asked for last, and all of it."""
        return self._shown == self._asked and self.reading.whole

    def _show(self, seen: Seen, asked: int) -> None:
        if asked != self._asked:
            return  # something was changed meanwhile, and its own answer follows
        self._shown = asked
        disclosed, left = seen.disclosed, len(seen.questions)
        self._seen = seen
        self.reading.show_document(
            seen.said,
            seen.beside.disclosed.document if seen.beside else seen.written,
            seen.spelled,
            numbers=seen.numbers,
            known=(seen.register, disclosed.audience),
            tell=self._compared if seen.beside else None,
        )
        self.places.show_document(disclosed.document)
        self._show_pages()
        self.queue.show_questions(seen.questions)
        replaced = sum(number for _, number in disclosed.replaced)
        said = f"{replaced:,} names, dates and numbers replaced."
        if seen.beside:
            said = fares(disclosed.audience.label, seen.beside)
        self.state.setText(
            f"{said} {left} still to check: the report cannot leave yet." if left else said
        )

    def _suggest_readers(self) -> None:
        """Those for whom such a document is usually written; the author may choose others."""
        self.audience.show_value(OUTPUTS[self.output.value()].readers)

    def _show_none(self, output: Output) -> None:
        """Say what must be added before there can be such a document."""
        self._shown, self._seen = self._asked, None
        self.reading.forget()
        self.paper.forget()
        self.queue.show_questions(())
        self.state.setText(output.lacking)

    def _compared(self, stood: Stood) -> str:
        others = audience(self.views.others.value()).label
        return f"Here “{stood.said}”; for {others[:1].lower()}{others[1:]} “{stood.written}”."

    def _ask_about(self, words: str) -> None:
        """Go to the question about words that are held back."""
        self.queue.choose(words)

    def check_file(self, path: Path | None = None) -> None:
        """Check a file that somebody made; it is asked for when not given."""
        self.views.show_view(self.check)
        if path is None:
            self.check.ask_which()
        else:
            self.check.check(path)

    def _forget(self) -> None:
        self._seen = None
        self.precautions.forget()
        self.reading.forget()
        self.paper.forget()
        self.check.forget()

    # Writing it

    def use_template(self, path: Path | None) -> None:
        """Write on this template; with None on our own."""
        self.template_button.use(path)

    def _use(self, found: Template | None) -> None:
        """Show the places of the template, what it lacks, and the pages that it makes."""
        if found is None:
            self.places.show_none()
        else:
            self.precautions.show_template(found)
            self.places.show_template(found)
        self._show_pages()

    def _refuse(self, why: str) -> None:
        self.precautions.say(why)
        self.places.show_none(why)
        self._show_pages()

    def _show_pages(self) -> None:
        """Show the pages once there is both what is said on them and the template."""
        if self._seen and self._shown == self._asked and not self.template_button.waited_for:
            output, about = self.output.value(), self.about.value()
            self.paper.show_output(output, about, self._seen, self.template_button.found)

    def _follow(self) -> None:
        """Turn the pages to the section that is written on."""
        self.paper.go_to_section(self.passages.section.value() or "")

    def write_report(self, path: Path | None = None) -> None:
        """Write the report to ``path``, asked for when not given, and say where it is."""
        self.write_button.write(path)

    def write_each(self) -> None:
        """Write a file for each agency, into a folder that is asked for."""
        self.write_button.write_each()

    def _wanted(self) -> ReleaseOrder:
        """What is to be written, as it is chosen on the page."""
        return ReleaseOrder(
            output=self.output.value(),
            audience=audience(self.audience.value()),
            template=self.template_button.path,
            allow_missing=self.precautions.leave_out.value(),
            password=self.precautions.given_password(),
            about=self.about.value(),
            evidence_notes=self.precautions.evidence.value(),
            recipient=self.precautions.given_recipient(),
            between=self.since.between(),
        )

    def find_here(self) -> None:
        """Go to the names to check."""
        self.queue.list.setFocus()

    def choose(self, id: str) -> bool:  # noqa: A002 # the field's name
        """Go to this passage, to write on."""
        return self.passages.choose(id)


def _choice(name: str, offered: list[tuple[str, str]], chosen: str) -> ChoiceField:
    field = ChoiceField()
    field.setAccessibleName(name)
    field.setMinimumContentsLength(20)
    field.offer(offered)
    field.show_value(chosen)
    return field

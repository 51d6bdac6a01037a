"""What identifies together: the page of the motivated intruder, for one audience at a time."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.pages.register.parting import Parting, title
from ui.support.session import Session
from ui.support.theme import em, tones
from ui.widgets.controls import ChoiceField
from ui.widgets.headings import Quiet
from workbench.disclosure.audiences import audience, audience_names
from workbench.disclosure.register import register_of
from workbench.disclosure.risk import SAID, Level, Risk, risks_of
from workbench.disclosure.risk_facts import kinds
from workbench.report.outputs import OUTPUTS, OVERVIEW
from workbench.report.release import disclosed_output
from workbench.review import Review

ABOUT = (
    "Facts that name nobody can still single somebody out when they stand together. This reads the "
    "document as its readers will, after the gate, and says what an intruder with a search engine, "
    "or a neighbour with a memory, could put together. It proposes; you decide."
)
MARKS = {Level.SEARCH: "▲▲", Level.NEARBY: "▲", Level.TOGETHER: "◆", Level.LITTLE: "●"}


class Intruder(QWidget):
    """People of the document on the left, what stands together on the chosen one on the right."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._asked = self._shown = 0
        self._risks: tuple[Risk, ...] = ()
        self._others: dict[str, dict[str, Level]] = {}  # by readers, what each person's level is
        self.output, self.readers = ChoiceField(), ChoiceField()
        self.output.setAccessibleName("Which document")
        self.readers.setAccessibleName("Who will read it")
        whole = [one for one in OUTPUTS.values() if not one.about]
        self.output.offer([(one.name, one.document.capitalize()) for one in whole])
        self.output.show_value(OVERVIEW.name)
        self.readers.offer([(name, audience(name).label) for name in audience_names()])
        self.readers.show_value("published")
        for choice in (self.output, self.readers):
            choice.setMinimumContentsLength(20)
            choice.edited.connect(self.refresh)
        self.state = Quiet()
        self.list = QListWidget()
        self.list.setAccessibleName("People of the document")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.view = QTextBrowser()
        self.view.setAccessibleName("What stands together")
        self.view.setOpenLinks(False)
        self._lay_out()

    def _lay_out(self) -> None:
        choices = QGridLayout()
        choices.setColumnStretch(2, 1)
        for row, (text, choice) in enumerate(
            (("Doc&ument", self.output), ("Rea&ders", self.readers))
        ):
            label = QLabel(text)
            label.setBuddy(choice)
            choices.addWidget(label, row, 0)
            choices.addWidget(choice, row, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(em(self, 0.45))
        page.addWidget(title("What identifies together"))
        page.addWidget(Quiet(ABOUT))
        page.addLayout(choices)
        page.addWidget(self.state)
        page.addWidget(Parting(self.list, self.view, 38), 1)

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was asked for last."""
        return self._shown == self._asked

    def refresh(self) -> None:
        """Put the document through the gate for these readers, and look at what is left."""
        self._asked += 1
        asked, output = self._asked, self.output.value()
        readers = audience(self.readers.value())
        self.state.setText("Reading the document as its readers will…")
        self.session.ask(
            lambda record: risks_of(disclosed_output(record, output, readers), register_of(record)),
            done=lambda risks: self._show(risks, asked),
            failed=lambda error: self._show((), asked, str(error)),
        )

    def _ask_others(self, asked: int) -> None:
        """Look at the document as every other audience would read it, when there is time."""
        output, chosen = self.output.value(), self.readers.value()
        names = [name for name in audience_names() if name != chosen]

        def look(record: Review) -> dict[str, dict[str, Level]]:
            register = register_of(record)
            return {
                name: {
                    one.who: one.level
                    for one in risks_of(disclosed_output(record, output, audience(name)), register)
                }
                for name in names
            }

        self.session.ask(look, done=lambda found: self._show_others(found, asked))

    def _show_others(self, found: dict[str, dict[str, Level]], asked: int) -> None:
        if asked == self._asked:
            self._others = found
            self._show_chosen()

    def _show(self, risks: tuple[Risk, ...], asked: int, said: str = "") -> None:
        if asked != self._asked:
            return
        self._shown, self._risks, self._others = asked, risks, {}
        chosen = self.list.currentRow()
        self.list.clear()
        for one in risks:
            item = QListWidgetItem(f"{MARKS[one.level]}  {one.who}\n{SAID[one.level]}")
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(chosen, len(risks) - 1)) if risks else -1)
        worst = sum(one.level >= Level.NEARBY for one in risks)
        told = "Nobody stands out by facts of four kinds, or of those that newspapers report."
        if worst:
            people = "1 person stands" if worst == 1 else f"{worst} people stand"
            told = f"{people} out. Choose one to see by what, and what making it less exact leaves."
        self.state.setText(said or told)
        self._show_chosen()
        if risks:
            self._ask_others(asked)

    @property
    def chosen(self) -> Risk | None:
        """The person who is looked at."""
        row = self.list.currentRow()
        return self._risks[row] if 0 <= row < len(self._risks) else None

    def _show_chosen(self) -> None:
        one = self.chosen
        others = (
            {name: levels.get(one.who, Level.LITTLE) for name, levels in self._others.items()}
            if one
            else {}
        )
        self.view.setHtml(told(one, others) if one else "")

    def find_here(self) -> None:
        """Go to the people."""
        self.list.setFocus()


def told(risk: Risk, others: dict[str, Level]) -> str:
    """What stands together on somebody, what is left when it is made less exact, and what the
    ``others`` among the readers would have."""
    muted = tones().muted.name()
    parts = [f"<h2>{escape(risk.who)}</h2>", f"<p><b>{SAID[risk.level]}</b> {escape(risk.why)}</p>"]
    if risk.enough:
        parts.append(f"<p>Enough to change that: {escape(' and '.join(risk.enough))}.</p>")
    if risk.options:
        parts.append("<h3>If it were less exact</h3><ul>")
        for one in risk.options:
            left = SAID[one.after] if one.lowers else "It stays as it is."
            parts.append(
                f"<li><b>Without {escape(one.label)}:</b> {left} "
                f'<span style="color:{muted}">{escape(one.how)}</span></li>'
            )
        parts.append("</ul>")
    if others:
        parts.append("<h3>For other readers</h3><ul>")
        parts += [
            f"<li><b>{escape(audience(name).label)}:</b> {SAID[level]}</li>"
            for name, level in others.items()
        ]
        parts.append("</ul>")
    for name, kind in kinds().items():
        facts = [fact for fact in risk.facts if fact.kind == name]
        if facts:
            label = kind.label.removeprefix("an ").removeprefix("a ")
            parts.append(f"<h3>{escape(label.capitalize())}</h3><ul>")
            parts += [
                f"<li><b>{escape(fact.words)}</b>, in {escape(fact.place)}"
                f'<br><span style="color:{muted}">{escape(fact.sentence)}</span></li>'
                for fact in facts
            ]
            parts.append("</ul>")
    return "\n".join(parts)

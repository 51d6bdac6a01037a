"""How words look and what they measure, and how their paragraph stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.report.pages.marks import Border, Marks, TabStop
from workbench.report.pages.measuring import Metrics
from workbench.report.pages.page import Face


class Slack(NamedTuple):
    """How much wider and higher letters are taken to be than their typeface says: parts of one.
    Lengths that the file itself says are what they are. ``widens`` says whether a column grows for
    a word that is wider, as in Word, or that is torn, as in LibreOffice."""

    width: float = 0.0
    height: float = 0.0
    widens: bool = True


NONE = Slack()


@dataclass(eq=False, slots=True)
class RunLook:
    """How words look, and what they measure in it."""

    face: Face
    metrics: Metrics
    above: float
    below: float
    colour: str = "000000"
    underlined: bool = False
    struck: bool = False
    capitals: bool = False
    small: RunLook | None = None
    hidden: bool = False
    shade: str = ""
    lift: float = 0.0
    spread: float = 0.0
    stretch: float = 1.0
    kerned: bool = False
    widths: dict[str, float] = field(default_factory=dict)

    def width(self, word: str) -> float:
        """The word's width in points."""
        found = self.widths.get(word)
        if found is None:
            found = self.metrics.width(word)
            if self.kerned:
                found += self.metrics.kerned(word)
            found *= self.face.size * self.stretch
            found += self.spread * len(word)
            self.widths[word] = found
        return found


@dataclass(eq=False, slots=True)
class ParagraphLook:
    """How a paragraph stands: lengths in points."""

    style: str = ""
    before: float = 0.0
    after: float = 0.0
    contextual: bool = False
    rule: str = "auto"
    line: float = 1.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    align: str = "left"
    tabs: tuple[TabStop, ...] = ()
    keep_next: bool = False
    keep_lines: bool = False
    page_before: bool = False
    widow: bool = True
    borders: dict[str, Border | None] = field(default_factory=dict)
    shade: str = ""
    number: tuple[str, int] | None = None
    framed: bool = False


@dataclass(eq=False, slots=True)
class Around:
    """What a table's style says to the paragraphs of one of its cells."""

    paragraph: Marks
    run: Marks


NOWHERE = Around({}, {})

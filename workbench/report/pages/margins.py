"""Headers, footers and footnotes: what stands in the margins and at the foot of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.report.pages.breaking import Broken
from workbench.report.pages.grid import Grid
from workbench.report.pages.inline import Reader
from workbench.report.pages.labels import Counter
from workbench.report.pages.letters import ParagraphLook
from workbench.report.pages.looks import Looks
from workbench.report.pages.measured import Measurer, edges, room_between
from workbench.report.pages.tables import TableMeasurer
from workbench.report.parts.ooxml import Element, local, q

_RULE_ROOM = 6.0


@dataclass(frozen=True, eq=False, slots=True)
class Stack:
    """Blocks one below the other, each with where it begins."""

    blocks: tuple[tuple[float, Broken | Grid], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part of a document is measured with."""

    looks: Looks
    tab_width: float
    widens: bool
    adds: bool
    older: bool
    tell: Callable[[str], None]

    def measurers(
        self, pictures: Mapping[str, str], values: Mapping[str, str]
    ) -> tuple[Measurer, TableMeasurer]:
        """What measures paragraphs and tables of a part; ``values`` are what its fields show."""
        reader = Reader(self.looks, pictures, self.tell, values)
        counter = Counter(self.looks.numbering)
        measurer = Measurer(reader, counter, self.tab_width, adds=self.adds)
        return measurer, TableMeasurer(measurer, older=self.older, widens=self.widens)


def stacked(
    holder: Element,
    width: float,
    setting: Setting,
    pictures: Mapping[str, str],
    values: Mapping[str, str],
) -> Stack:
    """The paragraphs and tables of a header, footer or footnote."""
    measurer, tables = setting.measurers(pictures, values)
    made: list[tuple[float, Broken | Grid]] = []
    y, before, first = 0.0, None, True
    look: ParagraphLook | None
    for child in _flat(holder):
        what: Broken | Grid
        if local(child) == "tbl":
            what, look = tables.table(child, width), None
        else:
            what = measurer.paragraph(child, width)
            look = what.look
            if look.framed:  # it stands beside the lines and takes no room among them
                made.append((y, what))
                continue
        y += room_between(None if first else before, look, adds=setting.adds)
        above, below = edges(look, before) if look is not None else (0.0, 0.0)
        y += above
        made.append((y, what))
        y += below
        y += sum(row.height for row in what.rows) if isinstance(what, Grid) else what.height
        before, first = look, False
    return Stack(tuple(made), y + (before.after if before is not None else 0.0))


def _flat(holder: Element) -> Sequence[Element]:
    found: list[Element] = []
    for child in holder:
        if local(child) in {"p", "tbl"}:
            found.append(child)
        elif local(child) == "sdt":
            inside = child.find(q("sdtContent"))
            found += [] if inside is None else _flat(inside)
    return found


class Notes:
    """The footnotes of a document, measured as they are asked for."""

    def __init__(self, root: Element | None, setting: Setting) -> None:
        self._setting = setting
        self._by_id = {
            note.get(q("id"), ""): note
            for note in (() if root is None else root.findall(q("footnote")))
        }
        self._line = next(
            (one for one in self._by_id.values() if one.get(q("type")) == "separator"), None
        )
        self._stacks: dict[tuple[str, str, float], Stack] = {}
        self.numbers: dict[str, str] = {}

    def stack(self, note: str, width: float) -> Stack:
        """One footnote in this width."""
        shown = self.numbers.get(note, "1")
        key = (note, shown, width)
        found = self._stacks.get(key)
        if found is None:
            element = self._by_id.get(note)
            if element is None:
                found = Stack((), 0.0)
            else:
                found = stacked(element, width, self._setting, {}, {"NOTE": shown})
            self._stacks[key] = found
        return found

    def rule_height(self, width: float) -> float:
        """The height of the line above footnotes: a paragraph as Word has it."""
        if self._line is None:
            return _RULE_ROOM
        key = ("", "", width)
        if key not in self._stacks:
            self._stacks[key] = stacked(self._line, width, self._setting, {}, {})
        return self._stacks[key].height

    def height(self, notes: Sequence[str], width: float) -> float:
        """The height that these footnotes take with the line above them."""
        return self.rule_height(width) + sum(self.stack(note, width).height for note in notes)

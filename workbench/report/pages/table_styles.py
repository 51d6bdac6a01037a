"""What a table's style says to its cells: margins, borders, shading, and how their text looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.report.pages.letters import Around
from workbench.report.pages.looks import Looks
from workbench.report.pages.marks import (
    TWIP,
    Border,
    Marks,
    borders,
    number_in,
    paragraph_marks,
    run_marks,
    shade,
)
from workbench.report.parts.ooxml import Element, local, q, value

_FLAGS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_NO = frozenset({"0", "false", "off"})


class Sides(NamedTuple):
    """The margins of a cell."""

    left: float = 5.4
    top: float = 0.0
    right: float = 5.4
    bottom: float = 0.0


@dataclass(eq=False, slots=True)
class CellLook:
    """How a cell looks."""

    margins: Sides
    borders: dict[str, Border | None]
    shade: str
    around: Around


@dataclass(eq=False, slots=True)
class _Step:
    """What one part of a table's style says."""

    paragraph: Marks = field(default_factory=dict)
    run: Marks = field(default_factory=dict)
    borders: dict[str, Border | None] = field(default_factory=dict)
    shade: str | None = None
    margins: dict[str, float] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class TableLook:
    """How a table looks, cell by cell."""

    looks: Looks
    whole: _Step
    parts: dict[str, _Step]
    flags: dict[str, bool]
    own: _Step
    marks: Element | None
    _arounds: dict[tuple[str, ...], Around] = field(default_factory=dict)

    def place(self, index: int, many: int, *, heads: bool) -> tuple[bool, ...]:
        """Where a row stands, as far as its look depends on it: first, last, in an odd band."""
        first = index == 0
        skipped = 1 if self.flags["firstRow"] else 0
        return (first, index == many - 1, (index - skipped) % 2 == 0, heads)

    def cell(
        self, marks: Element | None, place: tuple[bool, ...], ends: tuple[bool, bool]
    ) -> CellLook:
        """The look of a cell in a row at this place, at the row's beginning or end or not."""
        names = self._names(place, ends)
        steps = [self.whole, *(self.parts[name] for name in names)]
        sides = dict(self.whole.borders) | self.own.borders
        colour = self.whole.shade or ""
        drawn = _sides(sides, place, ends)
        for step in steps[1:]:
            drawn |= {side: one for side, one in step.borders.items() if side in drawn}
            colour = step.shade if step.shade is not None else colour
        margins = self.whole.margins | self.own.margins
        if marks is not None:
            own = _cell_step(marks)
            drawn |= {side: one for side, one in own.borders.items() if side in drawn}
            colour = own.shade if own.shade is not None else colour
            margins = margins | own.margins
        return CellLook(Sides()._replace(**margins), drawn, colour, self._around(names, steps))

    def _names(self, place: tuple[bool, ...], ends: tuple[bool, bool]) -> tuple[str, ...]:
        first, last, odd, _ = place
        head = first and self.flags["firstRow"]
        named: list[str] = []
        if not self.flags["noHBand"] and not head:
            named.append("band1Horz" if odd else "band2Horz")
        if ends[0] and self.flags["firstColumn"]:
            named.append("firstCol")
        if ends[1] and self.flags["lastColumn"]:
            named.append("lastCol")
        if head:
            named.append("firstRow")
        if last and self.flags["lastRow"]:
            named.append("lastRow")
        return tuple(name for name in named if name in self.parts)

    def _around(self, names: tuple[str, ...], steps: list[_Step]) -> Around:
        found = self._arounds.get(names)
        if found is None:
            paragraph: Marks = {}
            run: Marks = {}
            for step in steps:
                paragraph |= step.paragraph
                run |= step.run
            found = self._arounds[names] = self.looks.keep(Around(paragraph, run))
        return found


def table_look(marks: Element | None, looks: Looks) -> TableLook:
    """The look of a table with this ``tblPr``."""
    style = value(marks, "tblStyle") or _usual(looks)
    whole = _Step()
    parts: dict[str, _Step] = {}
    for one in reversed(list(looks.styles.chain(style))):
        _lay(whole, _style_step(one))
        for part in one.findall(q("tblStylePr")):
            name = part.get(q("type"), "")
            _lay(parts.setdefault(name, _Step()), _style_step(part))
            if name == "wholeTable":
                _lay(whole, _style_step(part))
    own = _Step()
    if marks is not None:
        _add_table(own, marks)
    return TableLook(looks, whole, parts, _flags(marks), own, marks)


def _usual(looks: Looks) -> str:
    for one in looks.styles.root.iter(q("style")):
        if one.get(q("type")) == "table" and one.get(q("default")) in {"1", "true"}:
            return one.get(q("styleId"), "")
    return ""


def _flags(marks: Element | None) -> dict[str, bool]:
    look = None if marks is None else marks.find(q("tblLook"))
    if look is None:
        return dict.fromkeys(_FLAGS, False) | {"noHBand": True, "noVBand": True}
    said = look.get(q("val"), "")
    whole = int(said, 16) if said and all(c in "0123456789abcdefABCDEF" for c in said) else 0
    found = {}
    for name, bit in _FLAGS.items():
        own = look.get(q(name))
        found[name] = bool(whole & bit) if own is None else own not in _NO
    return found


def _style_step(holder: Element) -> _Step:
    step = _Step(paragraph_marks(holder.find(q("pPr"))), run_marks(holder.find(q("rPr"))))
    table, cell = holder.find(q("tblPr")), holder.find(q("tcPr"))
    if table is not None:
        _add_table(step, table)
    if cell is not None:
        _lay(step, _cell_step(cell))
    return step


def _add_table(step: _Step, marks: Element) -> None:
    for child in marks:
        name = local(child)
        if name == "tblBorders":
            step.borders |= borders(child)
        elif name == "tblCellMar":
            step.margins |= _margins(child)
        elif name == "shd":
            step.shade = shade(child)


def _cell_step(marks: Element) -> _Step:
    step = _Step()
    for child in marks:
        name = local(child)
        if name == "tcBorders":
            step.borders = borders(child)
        elif name == "tcMar":
            step.margins = _margins(child)
        elif name == "shd":
            step.shade = shade(child)
    return step


def _margins(holder: Element) -> dict[str, float]:
    sides = {"start": "left", "end": "right"}
    found = {}
    for child in holder:
        size = number_in(child, "w", TWIP)
        name = sides.get(local(child), local(child))
        if size is not None and name in Sides._fields:
            found[name] = size
    return found


def _lay(step: _Step, over: _Step) -> None:
    step.paragraph |= over.paragraph
    step.run |= over.run
    step.borders |= over.borders
    step.margins |= over.margins
    step.shade = over.shade if over.shade is not None else step.shade


def _sides(
    whole: dict[str, Border | None], place: tuple[bool, ...], ends: tuple[bool, bool]
) -> dict[str, Border | None]:
    """The table's borders as they fall on one cell."""
    first, last = place[:2]
    return {
        "top": whole.get("top" if first else "insideH"),
        "bottom": whole.get("bottom" if last else "insideH"),
        "left": whole.get("left" if ends[0] else "insideV"),
        "right": whole.get("right" if ends[1] else "insideV"),
    }

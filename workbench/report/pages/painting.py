"""What is to be seen on a filled page: words, rules, shadings and drawings in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.report.pages.atoms import Atom, Kind
from workbench.report.pages.breaking import Broken, Line
from workbench.report.pages.drawings import Drawn
from workbench.report.pages.letters import RunLook
from workbench.report.pages.marks import Border
from workbench.report.pages.page import Fill, Item, Rule, Text

_ASIDE = {"center": 0.5, "right": 1.0}
_LEADERS = {"dot": ".", "middleDot": "\u00b7", "hyphen": "-", "underscore": "_", "heavy": "_"}


def paragraph_items(
    what: Broken, part: tuple[int, int], at: tuple[float, float], width: float, edge: float = 0.0
) -> Iterator[Item]:
    """The lines of a paragraph from and to these, in a column with its corner there; ``edge`` is
    what its border takes above."""
    look = what.look
    (start, end), (x, y) = part, at
    high = sum([line.height for line in what.lines[start:end]])
    left, right = x + min(look.left, look.left + look.first), x + width - look.right
    if look.shade:
        yield _shading(what, (start, end), (left, y, right, y + high), edge)
    yield from _borders(what, start, end, (left, y, right, y + high), edge)
    if start == 0 and what.label is not None and what.lines:
        label = what.label
        baseline = y + what.lines[0].ascent
        yield _text((x + label.x, baseline), label.text, label.look, label.width)
    for number in range(start, end):
        line = what.lines[number]
        last = number == len(what.lines) - 1
        yield from _line(what, line, x, y, last=last)
        y += line.height


def _shading(
    what: Broken, part: tuple[int, int], box: tuple[float, float, float, float], edge: float
) -> Fill:
    """The shading of lines, out to the paragraph's borders."""
    left, top, right, bottom = box
    room = {
        name: side.space + side.width
        for name, side in what.look.borders.items()
        if side is not None
    }
    top -= edge if part[0] == 0 else 0.0
    bottom += room.get("bottom", 0.0) if part[1] == len(what.lines) else 0.0
    left, right = left - room.get("left", 0.0), right + room.get("right", 0.0)
    return Fill(left, top, right - left, bottom - top, what.look.shade)


def _borders(
    what: Broken, start: int, end: int, box: tuple[float, float, float, float], edge: float
) -> Iterator[Item]:
    left, top, right, bottom = box
    sides = what.look.borders
    above = sides.get("top") if edge else None
    if above is not None and start == 0:
        y = top - edge + above.width / 2
        yield Rule(left, y, right, y, above.width, above.colour)
    below = sides.get("bottom")
    if below is not None and end == len(what.lines):
        y = bottom + below.space + below.width / 2
        yield Rule(left, y, right, y, below.width, below.colour)
    for name, x, away in (("left", left, -1), ("right", right, 1)):
        side = sides.get(name)
        if side is not None:
            at = x + away * (side.space + side.width / 2)
            yield Rule(at, top - edge, at, bottom, side.width, side.colour)


def _line(what: Broken, line: Line, x: float, y: float, *, last: bool) -> Iterator[Item]:
    pen = _Pen(x, y + line.ascent, {at: (stop, leader) for at, stop, leader in line.stops})
    pen.x += line.x
    align = what.look.align
    spare = max(line.room - line.width, 0.0)
    atoms = what.atoms[line.start : line.end]
    if align in _ASIDE and not line.stops:
        pen.x += spare * _ASIDE[align]
    elif align == "both" and not last and not line.after:
        first = max((at - line.start + 1 for at in pen.stops), default=0)
        gaps = sum(1 for atom in atoms[first:-1] if atom.space > 0)
        pen.stretch = spare / gaps if gaps and spare < line.room / 2 else 0.0
        pen.stretched_from = line.start + first
    for number, atom in enumerate(atoms, line.start):
        yield from pen.put(number, atom)
    yield from pen.lifted()


class _Pen:
    """Writes one line: words of one look in one go, unless they are spread out."""

    def __init__(self, x: float, baseline: float, stops: dict[int, tuple[float, str]]) -> None:
        self.left = x
        self.x = x
        self.baseline = baseline
        self.stops = stops
        self.stretch = 0.0
        self.stretched_from = 0
        self._words: list[str] = []
        self._look: RunLook | None = None
        self._begun = self._end = x
        self._spaced = False

    def put(self, number: int, atom: Atom) -> Iterator[Item]:
        """Write an atom."""
        goes_on = atom.look is self._look and not (self.stretch and self._spaced)
        if atom.kind is Kind.WORD:
            if not goes_on:
                yield from self.lifted()
            self._word(atom, number)
        elif atom.kind is Kind.TAB:
            yield from self.lifted()
            stop, leader = self.stops.get(number, (self.x - self.left, ""))
            yield from _leader(leader, (self.x, self.left + stop), self.baseline, atom.look)
            self.x = self.left + stop
        elif atom.drawn is not None:
            yield from self.lifted()
            yield from moved(atom.drawn, self.x, self.baseline - atom.drawn.height)
            self.x += atom.width

    def lifted(self) -> Iterator[Item]:
        """What was written since the pen was last lifted."""
        if self._look is not None:
            words = "".join(self._words).rstrip(" ")
            yield from _said(
                (self._begun, self.baseline), words, self._look, self._end - self._begun
            )
        self._words.clear()
        self._look = None

    def _word(self, atom: Atom, number: int) -> None:
        if self._look is None:
            self._begun, self._look = self.x, atom.look
        self._words.append(atom.text + " " if atom.space else atom.text)
        self._end = self.x + atom.width
        self._spaced = atom.space > 0
        spread = self.stretch if self._spaced and number >= self.stretched_from else 0.0
        self.x = self._end + atom.space + spread


def _said(at: tuple[float, float], words: str, look: RunLook, width: float) -> Iterator[Item]:
    if not words:
        return
    x, baseline = at
    if look.shade:
        yield Fill(x, baseline - look.above, width, look.above + look.below, look.shade)
    yield _text(at, words, look, width)


def _text(at: tuple[float, float], words: str, look: RunLook, width: float) -> Text:
    x, baseline = at
    return Text(
        x, baseline - look.lift, words, look.face, width, look.colour, look.underlined, look.struck
    )


def _leader(
    leader: str, across: tuple[float, float], baseline: float, look: RunLook
) -> Iterator[Item]:
    """The dots that lead from a title to its page."""
    x, end = across
    sign = _LEADERS.get(leader)
    if sign is None:
        return
    wide = look.width(sign)
    many = int((end - x) / wide) - 1 if wide else 0
    if many > 0:
        width = many * wide
        yield Text(end - width, baseline, sign * many, look.face, width, look.colour)


def moved(drawn: Drawn, x: float, y: float) -> Iterator[Item]:
    """A drawing's items in their place on the page."""
    return (_moved(item, x, y) for item in drawn.items)


def _moved(item: Item, x: float, y: float) -> Item:
    match item:
        case Text():
            return replace(item, x=item.x + x, baseline=item.baseline + y)
        case Rule():
            return replace(item, x1=item.x1 + x, x2=item.x2 + x, y1=item.y1 + y, y2=item.y2 + y)
        case _:
            return replace(item, x=item.x + x, y=item.y + y)


def lowered(items: Sequence[Item], by: float) -> list[Item]:
    """What stands on lines, lower by so much. Text is made by hand, for this is done as one types:
    ``replace`` takes four times as long."""
    return [
        Text(
            one.x, one.baseline + by, one.words, one.face, one.width, one.colour, one.underlined,
            one.struck, one.angle,
        )
        if isinstance(one, Text)
        else _moved(one, 0.0, by)
        for one in items
    ]  # fmt: skip


def ruled(
    sides: dict[str, Border | None], box: tuple[float, float, float, float]
) -> Iterator[Item]:
    """The borders of a cell."""
    left, top, right, bottom = box
    for name, ends in (
        ("top", (left, top, right, top)),
        ("bottom", (left, bottom, right, bottom)),
        ("left", (left, top, left, bottom)),
        ("right", (right, top, right, bottom)),
    ):
        side = sides.get(name)
        if side is not None:
            yield Rule(*ends, side.width, side.colour)

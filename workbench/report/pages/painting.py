"""What is to be seen on a filled page: words, rules, shadings and drawings in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.report.pages.breaking import Broken, Line
from workbench.report.pages.drawings import Drawn
from workbench.report.pages.inline import Kind
from workbench.report.pages.looks import RunLook
from workbench.report.pages.marks import Border
from workbench.report.pages.page import Fill, Item, Rule, Text

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
        yield Fill(left, y - edge, right - left, high + edge, look.shade)
    yield from _borders(what, start, end, (left, y, right, y + high), edge)
    if start == 0 and what.label is not None and what.lines:
        label = what.label
        baseline = y + what.lines[0].ascent
        yield _text(x + label.x, baseline, label.text, label.look, label.width)
    for number in range(start, end):
        line = what.lines[number]
        last = number == len(what.lines) - 1
        yield from _line(what, line, x, y, last=last)
        y += line.height


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
    look = what.look
    baseline = y + line.ascent
    atoms = what.atoms[line.start : line.end]
    stops = {at: (stop, leader) for at, stop, leader in line.stops}
    at_x = x + line.x
    spare = max(line.room - line.width, 0.0)
    stretch = 0.0
    if look.align == "center" and not stops:
        at_x += spare / 2
    elif look.align == "right" and not stops:
        at_x += spare
    elif look.align == "both" and not last and not line.after:
        first = max((at - line.start + 1 for at in stops), default=0)
        gaps = sum(1 for atom in atoms[first:-1] if atom.space > 0)
        stretch = spare / gaps if gaps and spare < line.room / 2 else 0.0
    words: list[str] = []
    begun, run_end, style, trail = at_x, at_x, None, 0.0
    after_stops = not stops
    for number, atom in enumerate(atoms, line.start):
        joins = atom.kind is Kind.WORD and atom.look is style and (not stretch or not trail)
        if not joins and words and style is not None:
            yield from _said(begun, baseline, "".join(words).rstrip(" "), style, run_end - begun)
            words.clear()
        if atom.kind is Kind.TAB:
            stop, leader = stops.get(number, (at_x - x, ""))
            yield from _leader(leader, at_x, x + stop, baseline, atom.look)
            at_x, style, trail = x + stop, None, 0.0
            after_stops = number >= max(stops, default=0)
            continue
        if atom.kind is Kind.DRAWING and atom.drawn is not None:
            yield from moved(atom.drawn, at_x, baseline - atom.drawn.height)
            at_x, style, trail = at_x + atom.width, None, 0.0
            continue
        if atom.kind is not Kind.WORD:
            continue
        if not words:
            begun, style = at_x, atom.look
        words.append(atom.text + (" " if atom.space else ""))
        run_end = at_x + atom.width
        trail = atom.space
        at_x = run_end + trail + (stretch if trail and after_stops else 0.0)
    if words and style is not None:
        yield from _said(begun, baseline, "".join(words).rstrip(" "), style, run_end - begun)


def _said(x: float, baseline: float, words: str, look: RunLook, width: float) -> Iterator[Item]:
    if not words:
        return
    if look.shade:
        yield Fill(x, baseline - look.above, width, look.above + look.below, look.shade)
    yield _text(x, baseline, words, look, width)


def _text(x: float, baseline: float, words: str, look: RunLook, width: float) -> Text:
    return Text(
        x, baseline - look.lift, words, look.face, width, look.colour, look.underlined, look.struck
    )


def _leader(leader: str, x: float, end: float, baseline: float, look: RunLook) -> Iterator[Item]:
    """The dots that lead from a title to its page."""
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
            one.struck,
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

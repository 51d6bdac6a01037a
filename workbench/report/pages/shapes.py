"""The shapes of a group drawn in Word's own drawing language, with the text within them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.report.pages.letters import RunLook
from workbench.report.pages.looks import Looks
from workbench.report.pages.marks import number_of
from workbench.report.pages.page import Item, Rule, Shape, Text
from workbench.report.parts.ooxml import NAMESPACES, Element, local, paragraph_text, q, value

EMU = 12700.0
_A = NAMESPACES["a"]
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_PLAIN_WEIGHT = 0.75
_ROUND = 1 - 0.5**0.5  # what a circle takes of the square around it, on each side
_CORNER = 1 / 6


class _Frame(NamedTuple):
    """Where a shape stands, in points."""

    x: float
    y: float
    width: float
    height: float
    flipped: bool


def number(text: str | None) -> float:
    """The text as a number; nought for none."""
    return number_of(text) or 0.0


def group_items(frame: Element, width: float, height: float, looks: Looks) -> Iterator[Item]:
    """The shapes of a drawing, from its own top left corner."""
    shapes = list(frame.iter(f"{{{_WPS}}}wsp"))
    group = next((one for one in frame.iter() if local(one) == "grpSpPr"), None)
    scale_x = scale_y = 1.0
    left = top = 0.0
    if group is not None:
        inner = next(group.iter(f"{{{_A}}}chExt"), None)
        corner = next(group.iter(f"{{{_A}}}chOff"), None)
        if inner is not None and number(inner.get("cx")) and number(inner.get("cy")):
            scale_x = width / (number(inner.get("cx")) / EMU)
            scale_y = height / (number(inner.get("cy")) / EMU)
        if corner is not None:
            left, top = number(corner.get("x")) / EMU, number(corner.get("y")) / EMU
    for shape in shapes:
        at = _frame_of(shape, None if group is not None else (width, height))
        moved = _Frame(
            (at.x - left) * scale_x, (at.y - top) * scale_y, at.width * scale_x,
            at.height * scale_y, at.flipped,
        )  # fmt: skip
        yield from _shape_items(shape, moved, looks)


def _frame_of(shape: Element, alone: tuple[float, float] | None) -> _Frame:
    look = shape.find(f"{{{_WPS}}}spPr")
    place = None if look is None else look.find(f"{{{_A}}}xfrm")
    if alone is not None or place is None:
        width, height = alone or (0.0, 0.0)
        flipped = place is not None and place.get("flipV") == "1"
        return _Frame(0, 0, width, height, flipped)
    corner, size = place.find(f"{{{_A}}}off"), place.find(f"{{{_A}}}ext")

    def at(element: Element | None, name: str) -> float:
        return 0.0 if element is None else number(element.get(name)) / EMU

    flipped = place.get("flipV") == "1"
    return _Frame(at(corner, "x"), at(corner, "y"), at(size, "cx"), at(size, "cy"), flipped)


def _shape_items(shape: Element, at: _Frame, looks: Looks) -> Iterator[Item]:
    look = shape.find(f"{{{_WPS}}}spPr")
    if look is None:
        return
    form = look.find(f"{{{_A}}}prstGeom")
    kind = "rect" if form is None else form.get("prst", "rect")
    edge = look.find(f"{{{_A}}}ln")
    line = _colour(edge)
    weight = _PLAIN_WEIGHT
    if edge is not None and edge.get("w"):
        weight = number(edge.get("w")) / EMU
    dashed = edge is not None and edge.find(f"{{{_A}}}prstDash") is not None
    if kind in {"line", "straightConnector1"}:
        first, last = (at.y + at.height, at.y) if at.flipped else (at.y, at.y + at.height)
        yield Rule(at.x, first, at.x + at.width, last, weight, line or "000000", dashed)
        return
    fill = _colour(look)
    if fill or line:
        yield Shape(kind, at.x, at.y, at.width, at.height, fill, line, weight)
    text = shape.find(f"{{{_WPS}}}txbx/{q('txbxContent')}")
    if text is not None:
        yield from _said(text, _insets(shape, at, kind), shape.find(f"{{{_WPS}}}bodyPr"), looks)


def _colour(holder: Element | None) -> str:
    fill = None if holder is None else holder.find(f"{{{_A}}}solidFill")
    colour = None if fill is None else fill.find(f"{{{_A}}}srgbClr")
    return "" if colour is None else colour.get("val", "")


def _insets(shape: Element, at: _Frame, kind: str) -> _Frame:
    """Where the shape's text stands: within its outline and its margins."""
    body = shape.find(f"{{{_WPS}}}bodyPr")
    across, down = _within(kind, at)
    margins = []
    for name, usual in _INSETS:
        said = None if body is None else body.get(name)
        margins.append((usual if said is None else number(said)) / EMU)
    left, top, right, bottom = margins
    return _Frame(
        at.x + across + left,
        at.y + down + top,
        at.width - 2 * across - left - right,
        at.height - 2 * down - top - bottom,
        at.flipped,
    )


def _within(kind: str, at: _Frame) -> tuple[float, float]:
    """How far the outline keeps text from the shape's edges."""
    if kind == "ellipse":
        return at.width * _ROUND / 2, at.height * _ROUND / 2
    if kind == "diamond":
        return at.width / 4, at.height / 4
    if kind == "roundRect":
        corner = min(at.width, at.height) * _CORNER * _ROUND
        return corner, corner
    return 0.0, 0.0


def _said(content: Element, at: _Frame, body: Element | None, looks: Looks) -> Iterator[Item]:
    """The words of a shape, line by line."""
    lines: list[tuple[str, RunLook, str]] = []
    for paragraph in content.iter(q("p")):
        run = paragraph.find(q("r"))
        style = value(paragraph, "pPr/pStyle") or ""
        look = looks.run(None if run is None else run.find(q("rPr")), style)
        align = looks.paragraph(paragraph.find(q("pPr"))).align
        for piece in paragraph_text(paragraph).split("\n"):
            lines += [(line, look, align) for line in _wrapped(piece, look, at.width)]
    high = sum(look.above + look.below for _, look, _ in lines)
    anchor = "t" if body is None else body.get("anchor", "t")
    y = at.y + {"ctr": (at.height - high) / 2, "b": at.height - high}.get(anchor, 0.0)
    for words, look, align in lines:
        width = look.width(words)
        x = at.x + {"center": (at.width - width) / 2, "right": at.width - width}.get(align, 0.0)
        yield Text(x, y + look.above, words, look.face, width, look.colour)
        y += look.above + look.below


def _wrapped(text: str, look: RunLook, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and look.width(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]

"""What a file's property elements say, as plain values: points, switches, names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, local, q

Marks = dict[str, object]
TWIP = 1 / 20
_LARGEST = 1e9
_OFF = frozenset({"0", "false", "off", "none"})
_VAL = q("val")
_SWITCHES = frozenset(
    [
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "widowControl",
        "contextualSpacing",
        "bidi",
        "b",
        "i",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "vanish",
        "webHidden",
        "suppressAutoHyphens",
    ]
)
TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "vanish")
_ALIGN = {"start": "left", "end": "right", "distribute": "both", "lowKashida": "both"}


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop: where, how text stands at it, and what leads to it."""

    at: float
    kind: str
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """One border: its width and the room between it and the text, in points."""

    width: float
    space: float
    colour: str


def number_of(text: str | None) -> float | None:
    """The text as a number, or None where it is none that a length could be."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if abs(found) < _LARGEST else None


def number_in(element: Element, name: str, scale: float = 1.0) -> float | None:
    """The attribute as a number, or None where it is none."""
    found = number_of(element.get(q(name)))
    return None if found is None else found * scale


def whole_of(text: str | None, usual: int) -> int:
    """The text as a whole number, or the usual one."""
    found = number_of(text)
    return usual if found is None else int(found)


def paragraph_marks(holder: Element | None) -> Marks:
    """What a ``pPr`` says."""
    return _said(holder, _PARAGRAPH)


def run_marks(holder: Element | None) -> Marks:
    """What an ``rPr`` says."""
    return _said(holder, _RUN)


def _said(holder: Element | None, readers: Mapping[str, _Reader]) -> Marks:
    found: Marks = {}
    for child in holder if holder is not None else ():
        name = local(child)
        if name in _SWITCHES:
            found[name] = child.get(_VAL, "1") not in _OFF
        elif name in readers:
            readers[name](child, found)
    return found


def _spacing(child: Element, found: Marks) -> None:
    for name in ("before", "after"):
        size = number_in(child, name, TWIP)
        if size is not None:
            found[name] = size
        lines = number_in(child, f"{name}Lines")
        if lines:
            found[name] = lines / 100 * 12
        auto = child.get(q(f"{name}Autospacing"))
        if auto is not None:
            found[f"{name}Auto"] = auto not in _OFF
    line = number_in(child, "line")
    if line is not None:
        rule = child.get(q("lineRule"), "auto")
        found["line"] = (rule, line / 240 if rule == "auto" else line * TWIP)


def _indents(child: Element, found: Marks) -> None:
    for name, same in (("left", "start"), ("right", "end")):
        size = number_in(child, name, TWIP)
        size = number_in(child, same, TWIP) if size is None else size
        if size is not None:
            found[name] = size
    hanging, first = number_in(child, "hanging", TWIP), number_in(child, "firstLine", TWIP)
    if hanging is not None:
        found["first"] = -hanging
    elif first is not None:
        found["first"] = first


def _tabs(child: Element, found: Marks) -> None:
    stops: list[TabStop] = []
    for one in child:
        at = number_in(one, "pos", TWIP)
        if at is not None:
            kind = one.get(_VAL, "left")
            kind = {"start": "left", "num": "left", "end": "right"}.get(kind, kind)
            leader = one.get(q("leader"), "")
            stops.append(TabStop(at, kind, "" if leader == "none" else leader))
    found["tabs"] = tuple(stops)


def _numbering(child: Element, found: Marks) -> None:
    for one in child:
        if local(one) in {"numId", "ilvl"}:
            found[local(one)] = one.get(_VAL, "")


def border(child: Element) -> Border | None:
    """A border as it says itself; None for one that is not drawn."""
    if child.get(_VAL, "none") in {"nil", "none"}:
        return None
    size = number_in(child, "sz", 1 / 8)
    width = 0.5 if size is None else size
    if child.get(_VAL) in {"double", "triple"}:
        width *= 3
    colour = child.get(q("color"), "auto")
    space = number_in(child, "space") or 0.0
    return Border(width, space, "000000" if colour == "auto" else colour)


def borders(child: Element) -> dict[str, Border | None]:
    """The borders of each side."""
    sides = {"start": "left", "end": "right"}
    return {sides.get(local(one), local(one)): border(one) for one in child}


def _borders(child: Element, found: Marks) -> None:
    found["borders"] = borders(child)


def shade(child: Element) -> str:
    """The colour of a shading; empty for none."""
    fill = child.get(q("fill"), "auto")
    return "" if fill == "auto" else fill


def _shade(child: Element, found: Marks) -> None:
    found["shade"] = shade(child)


def _valued(key: str) -> Callable[[Element, Marks], None]:
    def read(child: Element, found: Marks) -> None:
        found[key] = child.get(_VAL, "")

    return read


def _align(child: Element, found: Marks) -> None:
    said = child.get(_VAL, "left")
    found["align"] = _ALIGN.get(said, said)


def _fonts(child: Element, found: Marks) -> None:
    for name in ("ascii", "hAnsi"):
        theme, plain = child.get(q(f"{name}Theme")), child.get(q(name))
        if theme:
            found["font"] = "+" + theme
            return
        if plain:
            found["font"] = plain
            return


def _sized(key: str, scale: float) -> Callable[[Element, Marks], None]:
    def read(child: Element, found: Marks) -> None:
        size = number_in(child, "val", scale)
        if size is not None:
            found[key] = size

    return read


_Reader = Callable[[Element, Marks], None]
_PARAGRAPH: Mapping[str, _Reader] = {
    "pStyle": _valued("style"),
    "spacing": _spacing,
    "ind": _indents,
    "tabs": _tabs,
    "numPr": _numbering,
    "pBdr": _borders,
    "shd": _shade,
    "jc": _align,
    "outlineLvl": _valued("outline"),
    "framePr": _valued("frame"),
}
_RUN: Mapping[str, _Reader] = {
    "rStyle": _valued("style"),
    "rFonts": _fonts,
    "sz": _sized("size", 0.5),
    "color": _valued("colour"),
    "u": _valued("underline"),
    "vertAlign": _valued("raised"),
    "highlight": _valued("highlight"),
    "shd": _shade,
    "spacing": _sized("spread", TWIP),
    "w": _sized("stretch", 0.01),
    "position": _sized("lifted", 0.5),
    "kern": _sized("kern", 0.5),
}

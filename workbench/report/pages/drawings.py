"""Pictures and drawings: what of them can be painted, at the size that the file gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from workbench.report.pages.looks import Looks
from workbench.report.pages.page import CAPITALS, Face, Item, Picture, Shape, Text
from workbench.report.pages.shapes import EMU, group_items, number
from workbench.report.parts.ooxml import NAMESPACES, Element, local, q

_WP, _A = NAMESPACES["wp"], NAMESPACES["a"]
_R = NAMESPACES["r"]
_LENGTHS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_TURN = 65536  # the parts that Word's older kind counts in
_FAMILY = re.compile("font-family:([^;]+)")
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|in|cm|mm|px)?$")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing of this size; its items are measured from its own top left corner. One that does
    not stand in the line says from where its place is measured."""

    width: float
    height: float
    items: tuple[Item, ...]
    x: float = 0.0
    y: float = 0.0
    across: str = ""
    down: str = ""
    aside: str = ""
    upright: str = ""
    beneath: bool = False
    beside: bool = False


def inline_drawing(element: Element, pictures: Mapping[str, str], looks: Looks) -> Drawn | None:
    """What stands in the line like a letter; None for a drawing that does not."""
    frame = element.find(f"{{{_WP}}}inline")
    if frame is not None:
        return _framed(frame, pictures, looks)
    if local(element) in {"pict", "object"}:
        return _old(element, pictures, inline=True)
    return None


def anchored_drawing(
    element: Element, pictures: Mapping[str, str], looks: Looks, tell: Callable[[str], None]
) -> Drawn | None:
    """What stands at a place of the page or beside its paragraph."""
    frame = element.find(f"{{{_WP}}}anchor")
    if frame is None:
        return _old(element, pictures, inline=False)
    drawn = _framed(frame, pictures, looks)
    across, x, aside = _place(frame.find(f"{{{_WP}}}positionH"))
    down, y, upright = _place(frame.find(f"{{{_WP}}}positionV"))
    wraps = {local(one) for one in frame}
    beside = bool(wraps & {"wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom"})
    if beside:
        tell("Text is not led around pictures and boxes that stand in its way.")
    behind = frame.get("behindDoc") in {"1", "true"}
    return Drawn(
        drawn.width, drawn.height, drawn.items, x, y, across, down, aside, upright, behind, beside
    )


def _place(holder: Element | None) -> tuple[str, float, str]:
    """From where, how far, or on which side."""
    if holder is None:
        return "column", 0.0, ""
    offset, side = holder.find(f"{{{_WP}}}posOffset"), holder.find(f"{{{_WP}}}align")
    from_ = holder.get("relativeFrom", "column")
    far = number(None if offset is None else offset.text) / EMU
    return from_, far, "" if side is None or side.text is None else side.text


def _framed(frame: Element, pictures: Mapping[str, str], looks: Looks) -> Drawn:
    size = frame.find(f"{{{_WP}}}extent")
    width = number(None if size is None else size.get("cx")) / EMU
    height = number(None if size is None else size.get("cy")) / EMU
    items = tuple(group_items(frame, width, height, looks))
    picture = next(frame.iter(f"{{{_A}}}blip"), None)
    if picture is not None:
        part = pictures.get(picture.get(f"{{{_R}}}embed", ""), "")
        items = (*items, Picture(0, 0, width, height, part))
    return Drawn(width, height, items)


def _old(element: Element, pictures: Mapping[str, str], *, inline: bool) -> Drawn | None:
    """A shape of Word's older kind: its box, the picture in it, or the words of a watermark."""
    for name in ("shape", "rect", "roundrect", "oval", "line", "group"):
        shape = next(element.iter(q(f"v:{name}")), None)
        if shape is None:
            continue
        style = dict(
            part.strip().split(":", 1) for part in shape.get("style", "").split(";") if ":" in part
        )
        if (style.get("position") == "absolute") == inline:
            return None
        width, height = _length(style.get("width")), _length(style.get("height"))
        x, y = _length(style.get("margin-left")), _length(style.get("margin-top"))
        return Drawn(
            width,
            height,
            tuple(_old_items(shape, pictures, style)),
            x,
            y,
            style.get("mso-position-horizontal-relative", "column"),
            style.get("mso-position-vertical-relative", "paragraph"),
            style.get("mso-position-horizontal", ""),
            style.get("mso-position-vertical", ""),
            beneath=True,
        )
    return None


def _old_items(
    shape: Element, pictures: Mapping[str, str], style: Mapping[str, str]
) -> Iterator[Item]:
    width, height = _length(style.get("width")), _length(style.get("height"))
    colour = shape.get("fillcolor", "").lstrip("#")
    colour = colour if len(colour) == len("000000") else ""
    image = next(shape.iter(q("v:imagedata")), None)
    text = next(shape.iter(q("v:textpath")), None)
    if image is not None:
        yield Picture(0, 0, width, height, pictures.get(image.get(f"{{{_R}}}id", ""), ""))
    elif text is None:
        yield Shape("rect", 0, 0, width, height, colour)
    else:  # words as wide and as high as their box
        named = _FAMILY.search(text.get("style", ""))
        family = named[1].strip("\"' ") if named else "Arial"
        faded = next(shape.iter(q("v:fill")), None)
        colour = _pale(colour, "1" if faded is None else faded.get("opacity", "1"))
        face = Face(family, height / CAPITALS)
        turned = number(style.get("rotation", "0").removesuffix("f"))
        if style.get("rotation", "").endswith("f"):
            turned /= _TURN
        yield Text(0, height, text.get("string", ""), face, width, colour, angle=turned)


def _pale(colour: str, opacity: str) -> str:
    """The colour as it looks on white where it lets so much of it through."""
    part = number(opacity.removesuffix("f")) / (_TURN if opacity.endswith("f") else 1)
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour) or not 0 <= part <= 1:
        return colour
    shades = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return "".join(f"{round(255 - (255 - one) * part):02X}" for one in shades)


def _length(text: str | None) -> float:
    found = _LENGTH.match((text or "").strip())
    return number(found[1]) * _LENGTHS[found[2] or "pt"] if found else 0.0

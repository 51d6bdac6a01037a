"""Makes the slides' template from python-pptx's plain one, in the house's typeface and colours."""

from __future__ import annotations

import io
import re
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.util import Pt

from workbench.report.decks.paging import BODY_HIGH, BODY_WIDE, HIGH, MARGIN, TOP, WIDE
from workbench.report.decks.shapes import native
from workbench.report.decks.writing import cleaned
from workbench.report.figures.shapes import TEAL, Form, Shape
from workbench.report.parts.package import pack, unpack

_KEPT = ("Title Slide", "Title and Content", "Comparison", "Title Only")
_COLOURS = {
    "dk1": "1B1B1B", "lt1": "FFFFFF", "dk2": "0B3C49", "lt2": "E8F1F2",
    "accent1": "0F766E", "accent2": "0B3C49", "accent3": "8A1C1C",
    "accent4": "1E5B3A", "accent5": "5B6B70", "accent6": "B8C4C8",
    "hlink": "0B3C49", "folHlink": "595959",
}  # fmt: skip
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def build_slides() -> bytes:
    """The template as a PowerPoint file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    _drop_layouts(deck)
    for page in (deck.slide_master, *deck.slide_layouts):
        _set_out(page)
    _style(deck.slide_master)
    bar = native(Shape(Form.RECTANGLE, 0, 0, WIDE, 8, fill=TEAL), key=900)
    deck.slide_master.shapes._spTree.insert(2, bar)  # behind everything else
    out = io.BytesIO()
    deck.save(out)
    return _tidied(out.getvalue())


def _drop_layouts(deck: Any) -> None:
    for one in list(deck.slide_layouts):
        if one.name not in _KEPT:
            deck.slide_layouts.remove(one)


def _set_out(page: Any) -> None:
    """Each place of the page where a wide slide has it; no date."""
    for place in list(page.placeholders):
        kind = place.placeholder_format
        if kind.type is not None and kind.type.name == "DATE":
            place._element.getparent().remove(place._element)
            continue
        sides = (Pt(side) for side in _box(page, kind))
        place.left, place.top, place.width, place.height = sides


_HALF = BODY_WIDE / 2 - 10
_BOXES = {
    "FOOTER": (MARGIN, HIGH - 44, BODY_WIDE - 110, 26),
    "SLIDE_NUMBER": (WIDE - MARGIN - 100, HIGH - 44, 100, 26),
    "CENTER_TITLE": (MARGIN, 150, BODY_WIDE, 120),
    "SUBTITLE": (MARGIN, 290, BODY_WIDE, 130),
    "TITLE": (MARGIN, 34, BODY_WIDE, 80),
}


def _box(page: Any, kind: Any) -> tuple[float, float, float, float]:
    name = kind.type.name if kind.type is not None else ""
    if name in _BOXES:
        return _BOXES[name]
    if getattr(page, "name", "") == "Comparison":
        left = MARGIN if kind.idx < 3 else MARGIN + _HALF + 20
        head = kind.idx in (1, 3)
        return left, TOP - 6 if head else TOP + 32, _HALF, 34 if head else BODY_HIGH - 36
    return MARGIN, TOP, BODY_WIDE, BODY_HIGH


def _style(master: Any) -> None:
    """Titles to the left, bold and dark; points in calm sizes with a little room between."""
    styles = master._element.find(f".//{{{master._element.nsmap['p']}}}txStyles")
    for kind, sizes in (("titleStyle", (3000,)), ("bodyStyle", (2400, 2000, 1800, 1600, 1600))):
        style = styles.find(f"{{{master._element.nsmap['p']}}}{kind}")
        for level, size in zip(style, sizes, strict=False):
            level.set("algn", "l")
            runs = level.find(f"{{{_A}}}defRPr")
            runs.set("sz", str(size))
            if kind == "titleStyle":
                runs.set("b", "1")
                for colour in runs.iter(f"{{{_A}}}schemeClr"):
                    colour.set("val", "tx2")
    first = styles.find(f"{{{master._element.nsmap['p']}}}bodyStyle")[0]
    first.set("marL", str(Pt(22)))
    first.set("indent", str(-Pt(22)))
    for place in master.placeholders:
        if place.placeholder_format.type.name == "TITLE":
            place.text_frame._txBody.bodyPr.set("anchor", "b")


def _tidied(content: bytes) -> bytes:
    """Our colours and typeface in the theme; no thumbnail, printer, or other language."""
    parts = unpack(content)
    gone = [name for name in parts if re.search(r"thumbnail|printerSettings", name)]
    for name in gone:
        del parts[name]
    for name, data in parts.items():
        if name.endswith(".rels"):
            parts[name] = _without(data, gone)
        elif re.fullmatch(r"ppt/theme/theme\d+\.xml", name):
            parts[name] = _themed(data)
        elif name.endswith(".xml"):
            parts[name] = _plainer(data)
    parts["[Content_Types].xml"] = re.sub(
        rb'<Default Extension="(jpeg|bin)"[^>]*/>', b"", parts["[Content_Types].xml"]
    )
    return cleaned(pack(parts), "Learning slides: template")


def _plainer(data: bytes) -> bytes:
    """British English, everything to the left, eight points between paragraphs, and greys that
    can be read."""
    for old, new in (
        (b'lang="en-US"', b'lang="en-GB"'),
        (b'algn="ctr"', b'algn="l"'),
        (b'<a:spcPct val="20000"/>', b'<a:spcPts val="800"/>'),
        (b'<a:tint val="75000"/>', b'<a:lumMod val="75000"/><a:lumOff val="25000"/>'),
    ):
        data = data.replace(old, new)
    return data


def _without(data: bytes, gone: list[str]) -> bytes:
    root = etree.fromstring(data)
    for link in list(root):
        if any(name.endswith(link.get("Target", "").lstrip("./")) for name in gone):
            root.remove(link)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _themed(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for name, colour in _COLOURS.items():
        for found in root.iter(f"{{{_A}}}{name}"):
            found[:] = [etree.Element(f"{{{_A}}}srgbClr", val=colour)]
    _set_typeface(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_typeface(root: etree._Element) -> None:
    for kind in ("majorFont", "minorFont"):
        for fonts in root.iter(f"{{{_A}}}{kind}"):
            for face in list(fonts):
                if face.tag == f"{{{_A}}}font":  # a typeface for one script: ours has them all
                    fonts.remove(face)
                elif face.tag == f"{{{_A}}}latin":
                    face.set("typeface", "Arial")

"""A figure in Word: a group of native shapes in line with the text, its caption below."""

from __future__ import annotations

from itertools import count

from lxml import etree

from workbench.model.blocks import Figure
from workbench.report.figures.drawing import drawing_of, said
from workbench.report.figures.drawingml import EMU, INSET, measure, shape_look
from workbench.report.figures.shapes import Drawing, Form, Shape
from workbench.report.parts.contents import field
from workbench.report.parts.ooxml import NAMESPACES, Element, el, q, text_runs
from workbench.report.writing.house import House

_TWIPS = 20
_FACE = "Arial"  # whatever the template's: the text was fitted by its widths
LEAST_WIDTH = 6600  # in twips: in a narrower place a figure is told and not drawn
_A, _WP, _MC = NAMESPACES["a"], NAMESPACES["wp"], NAMESPACES["mc"]
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_NAMES = {"a": _A, "wp": _WP, "mc": _MC, "wpg": _WPG, "wps": _WPS, "w": NAMESPACES["w"]}


def figure_elements(block: Figure, house: House, width: int) -> list[Element]:
    """The figure in a paragraph of its own, and its caption; ``width`` in twips."""
    house.figures += 1
    number = house.figures
    drawing = drawing_of(block.picture, width / _TWIPS)
    spacing = el("spacing", before=160, after=80, line=240, lineRule="auto")
    keep = el("pPr", el("keepNext"), spacing, _unseen())
    holder = el("p", keep, el("r", _unseen(), _alternate(drawing, number, said(block.alt))))
    caption = house.caption.with_paragraph(el("keepNext", val=0)).paragraph("Figure ")
    caption.extend(field("SEQ Figure \\* ARABIC", str(number)))
    caption.extend(text_runs(f": {said(block.caption)}", house.caption.run_properties))
    return [holder, caption]


def _unseen() -> Element:
    """Letters so small that the figure's line is as high as the figure in every program."""
    return el("rPr", el("sz", val=2), el("szCs", val=2))


def _alternate(drawing: Drawing, number: int, alt: str) -> Element:
    """The group, marked as what a Word before 2010 does not know."""
    outer = etree.Element(f"{{{_MC}}}AlternateContent", nsmap=_NAMES)
    choice = etree.SubElement(outer, f"{{{_MC}}}Choice", Requires="wpg")
    holder = etree.SubElement(choice, q("drawing"))
    edges = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    inline = etree.SubElement(holder, f"{{{_WP}}}inline", edges)
    size = measure(drawing.width, drawing.height)
    etree.SubElement(inline, f"{{{_WP}}}extent", size)
    name = {"id": str(9000 + number), "name": f"Figure {number}", "descr": alt}
    etree.SubElement(inline, f"{{{_WP}}}docPr", name)
    etree.SubElement(inline, f"{{{_WP}}}cNvGraphicFramePr")
    graphic = etree.SubElement(inline, f"{{{_A}}}graphic")
    data = etree.SubElement(graphic, f"{{{_A}}}graphicData", uri=_WPG)
    group = etree.SubElement(data, f"{{{_WPG}}}wgp")
    etree.SubElement(group, f"{{{_WPG}}}cNvGrpSpPr")
    frame = etree.SubElement(etree.SubElement(group, f"{{{_WPG}}}grpSpPr"), f"{{{_A}}}xfrm")
    nowhere = {"x": "0", "y": "0"}
    etree.SubElement(frame, f"{{{_A}}}off", nowhere)
    etree.SubElement(frame, f"{{{_A}}}ext", size)
    etree.SubElement(frame, f"{{{_A}}}chOff", nowhere)
    etree.SubElement(frame, f"{{{_A}}}chExt", size)
    keys = count(9000 + number * 200)
    for shape in drawing.shapes:
        group.append(_shape(shape, next(keys)))
    return outer


def _shape(shape: Shape, key: int) -> Element:
    made = etree.Element(f"{{{_WPS}}}wsp", nsmap=_NAMES)
    etree.SubElement(made, f"{{{_WPS}}}cNvPr", id=str(key), name=f"Shape {key}")
    straight = shape.form is Form.LINE
    etree.SubElement(made, f"{{{_WPS}}}{'cNvCnPr' if straight else 'cNvSpPr'}")
    look = etree.SubElement(made, f"{{{_WPS}}}spPr")
    look.extend(shape_look(shape))
    if shape.text:
        box = etree.SubElement(made, f"{{{_WPS}}}txbx")
        etree.SubElement(box, q("txbxContent")).append(_text(shape))
    inset = str(round(INSET * EMU)) if shape.text else "0"
    edges = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), inset)
    etree.SubElement(made, f"{{{_WPS}}}bodyPr", edges | {"wrap": "square", "anchor": "ctr"})
    return made


def _text(shape: Shape) -> Element:
    look = el("rPr", el("rFonts", ascii=_FACE, hAnsi=_FACE, cs=_FACE))
    if shape.bold:
        look.extend((el("b"), el("bCs")))
    half = round(shape.size * 2)
    look.extend((el("color", val=shape.ink), el("sz", val=half), el("szCs", val=half)))
    marks = el("pPr", el("spacing", before=0, after=0, line=240, lineRule="auto"))
    marks.append(el("ind", left=0, right=0, firstLine=0))
    marks.append(el("jc", val="left" if shape.left else "center"))
    return el("p", marks, *text_runs(shape.text, look))

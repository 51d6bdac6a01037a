"""A figure on a slide: one group of native shapes, with what a screen reader says of it."""

from __future__ import annotations

from lxml import etree

from workbench.report.figures.drawingml import EMU, INSET, A, measure, shape_look
from workbench.report.figures.shapes import Drawing, Form, Shape
from workbench.report.parts.ooxml import Element

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_NAMES = {"a": A, "p": P}


def group(
    drawing: Drawing, *, key: int, name: str, alt: str, at: tuple[float, float], scale: float
) -> Element:
    """The drawing as a group whose upper left corner is ``at``, enlarged by ``scale``."""
    made = etree.Element(f"{{{P}}}grpSp", nsmap=_NAMES)
    about = etree.SubElement(made, f"{{{P}}}nvGrpSpPr")
    etree.SubElement(about, f"{{{P}}}cNvPr", id=str(key), name=name, descr=alt)
    etree.SubElement(about, f"{{{P}}}cNvGrpSpPr")
    etree.SubElement(about, f"{{{P}}}nvPr")
    look = etree.SubElement(made, f"{{{P}}}grpSpPr")
    frame = etree.SubElement(look, f"{{{A}}}xfrm")
    corner = {"x": str(round(at[0] * EMU)), "y": str(round(at[1] * EMU))}
    size = measure(drawing.width * scale, drawing.height * scale)
    etree.SubElement(frame, f"{{{A}}}off", corner)
    etree.SubElement(frame, f"{{{A}}}ext", size)
    etree.SubElement(frame, f"{{{A}}}chOff", x="0", y="0")
    etree.SubElement(frame, f"{{{A}}}chExt", measure(drawing.width, drawing.height))
    for number, shape in enumerate(drawing.shapes, 1):
        made.append(native(shape, key + number, scale))
    return made


def native(shape: Shape, key: int, scale: float = 1.0) -> Element:
    """One shape, its letters enlarged by ``scale``."""
    straight = shape.form is Form.LINE
    kind, about = ("cxnSp", "nvCxnSpPr") if straight else ("sp", "nvSpPr")
    made = etree.Element(f"{{{P}}}{kind}", nsmap=_NAMES)
    holder = etree.SubElement(made, f"{{{P}}}{about}")
    etree.SubElement(holder, f"{{{P}}}cNvPr", id=str(key), name=f"Shape {key}")
    etree.SubElement(holder, f"{{{P}}}{'cNvCxnSpPr' if straight else 'cNvSpPr'}")
    etree.SubElement(holder, f"{{{P}}}nvPr")
    etree.SubElement(made, f"{{{P}}}spPr").extend(shape_look(shape))
    if not straight:
        made.append(_text(shape, scale))
    return made


def _text(shape: Shape, scale: float) -> Element:
    body = etree.Element(f"{{{P}}}txBody", nsmap=_NAMES)
    edges = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), str(round(INSET * scale * EMU)))
    etree.SubElement(body, f"{{{A}}}bodyPr", edges | {"wrap": "square", "anchor": "ctr"})
    etree.SubElement(body, f"{{{A}}}lstStyle")
    for text in shape.text.split("\n"):
        paragraph = etree.SubElement(body, f"{{{A}}}p")
        etree.SubElement(paragraph, f"{{{A}}}pPr", algn="l" if shape.left else "ctr")
        if not text:
            continue
        run = etree.SubElement(paragraph, f"{{{A}}}r")
        size = str(round(shape.size * scale * 100))
        look = etree.SubElement(run, f"{{{A}}}rPr", lang="en-GB", sz=size, b=str(int(shape.bold)))
        fill = etree.SubElement(look, f"{{{A}}}solidFill")
        etree.SubElement(fill, f"{{{A}}}srgbClr", val=shape.ink)
        etree.SubElement(run, f"{{{A}}}t").text = text
    return body

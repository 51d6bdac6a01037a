"""The look of a shape in DrawingML, which Word and PowerPoint share."""

from __future__ import annotations

from lxml import etree

from workbench.report.figures.shapes import Form, Shape
from workbench.report.parts.ooxml import NAMESPACES, Element

EMU = 12700  # to the point
INSET = 2.0
A = NAMESPACES["a"]


def measure(width: float, height: float) -> dict[str, str]:
    """A width and a height as DrawingML gives them."""
    return {"cx": str(round(width * EMU)), "cy": str(round(height * EMU))}


def shape_look(shape: Shape) -> list[Element]:
    """Where the shape is, its form, its fill and its line, in DrawingML."""
    left, top = min(shape.x, shape.x + shape.width), min(shape.y, shape.y + shape.height)
    frame = etree.Element(f"{{{A}}}xfrm", nsmap={"a": A})
    if shape.form is Form.LINE and (shape.width < 0) != (shape.height < 0):
        frame.set("flipV", "1")
    at = {"x": str(round(left * EMU)), "y": str(round(top * EMU))}
    etree.SubElement(frame, f"{{{A}}}off", at)
    etree.SubElement(frame, f"{{{A}}}ext", measure(abs(shape.width), abs(shape.height)))
    form = etree.Element(f"{{{A}}}prstGeom", prst=shape.form.value, nsmap={"a": A})
    etree.SubElement(form, f"{{{A}}}avLst")
    found = [frame, form]
    if shape.form is not Form.LINE:
        found.append(_filled(shape.fill))
    weight = {"w": str(round(shape.weight * EMU))} if shape.stroke else {}
    edge = etree.Element(f"{{{A}}}ln", weight, nsmap={"a": A})
    edge.append(_filled(shape.stroke))
    if shape.dashed:
        etree.SubElement(edge, f"{{{A}}}prstDash", val="dash")
    return [*found, edge]


def _filled(colour: str) -> Element:
    if not colour:
        return etree.Element(f"{{{A}}}noFill", nsmap={"a": A})
    made = etree.Element(f"{{{A}}}solidFill", nsmap={"a": A})
    etree.SubElement(made, f"{{{A}}}srgbClr", val=colour)
    return made

"""Watermarks: a board's own goes when the report is no draft; ours stands while it is one."""

from __future__ import annotations

from lxml import etree

from workbench.report.parts.ooxml import Element, drop, el, parse, q
from workbench.report.reading.matching import synonyms
from workbench.report.reading.phrases import normal

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_SHAPE = (
    '<w:r {names}><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" '
    'coordsize="21600,21600" o:spt="136" path="m@7,l@8,m@5,21600l@6,21600e"><v:path '
    'textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape '
    'id="PowerPlusWaterMarkObject{number}" type="#_x0000_t136" alt="" style="position:absolute;'
    "margin-left:0;margin-top:0;width:400pt;height:160pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" '
    'fillcolor="#e8e8e8" stroked="f"><v:fill opacity=".5"/><v:textpath '
    'style="font-family:&quot;Arial&quot;;font-size:1pt" string="{text}"/></v:shape></w:pict></w:r>'
)


def drop_draft_marks(root: Element) -> list[str]:
    """Take watermarks that call the report a draft out of a header; their words."""
    gone = []
    for text in list(root.iter(q("v:textpath"))):
        words = text.get("string", "")
        if normal(words) not in synonyms("watermarks")["known"]:
            continue
        held = list(text.iterancestors(q("r")))
        if held and held[-1].getparent() is not None:
            drop(held[-1])
            gone.append(words)
    return gone


def has_mark(root: Element) -> bool:
    """Whether the header has a watermark already."""
    return next(root.iter(q("v:textpath")), None) is not None


def add_draft_mark(root: Element, number: int) -> None:
    """Put our own watermark behind the page of this header."""
    text = synonyms("watermarks")["draft"][0].upper()
    run = parse(_SHAPE.format(names=_NAMES, number=number, text=text).encode())
    paragraph = root.find(q("p"))
    if paragraph is None:
        paragraph = el("p")
        root.append(paragraph)
    paragraph.append(run)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])

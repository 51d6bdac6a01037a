"""Word files written as raw XML, in the idioms of different producers."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text: str, **looks: str) -> str:
    """A run; a look such as ``b=""`` or ``color="7F7F7F"`` is a run property."""
    properties = "".join(
        f'<w:{name} w:val="{value}"/>' if value else f"<w:{name}/>" for name, value in looks.items()
    )
    pieces = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t")
    )
    return f'<w:r w:rsidRPr="00A51234"><w:rPr>{properties}</w:rPr>{pieces}</w:r>'


def paragraph(*inside: str, style: str = "", marks: str = "", **looks: str) -> str:
    """A paragraph of runs, or of texts that all have the same looks."""
    runs = "".join(one if one.startswith("<") else run(one, **looks) for one in inside)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{marks}</w:pPr>{runs}</w:p>"


def numbered(number: int, level: int = 0) -> str:
    """The paragraph mark of a numbered list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def cell(*inside: str, span: int = 1, merged: str = "", fill: str = "", **looks: str) -> str:
    """A cell; ``merged`` is "restart" or "continue"."""
    marks = '<w:tcW w:w="2000" w:type="dxa"/>'
    marks += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    marks += f'<w:vMerge w:val="{merged}"/>' if merged else ""
    marks += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    body = "".join(
        one if one.startswith(("<w:p", "<w:tbl", "<w:sdt")) else paragraph(one, **looks)
        for one in inside
    )
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{body or paragraph()}</w:tc>"


def row(*cells: str) -> str:
    """A row of a table."""
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    """A table of equal columns."""
    grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def control(inside: str, name: str, *, prompt: bool = True, kind: str = "") -> str:
    """A content control of this name; ``prompt`` says that it still shows its prompt."""
    shows = "<w:showingPlcHdr/>" if prompt else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/>{shows}{kind}</w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def style(name: str, title: str, marks: str = "", runs: str = "") -> str:
    """A paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>'
        f"<w:pPr>{marks}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )


HEADINGS = "".join(
    style(f"Heading{n}", f"heading {n}", f'<w:outlineLvl w:val="{n - 1}"/>', "<w:b/>")
    for n in (1, 2)
)
_PLAIN = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    for n, text in enumerate(("%1.", "%1.%2"))
)
_NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{_LEVELS}'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def package(body: str, *, styles: str = "", header: str = "", comments: str = "") -> bytes:
    """The Word file."""
    parts = {"styles": _PLAIN + styles, "numbering": _NUMBERING}
    if header:
        parts["header"] = paragraph(header)
        body += '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/></w:sectPr>'
    if comments:
        parts["comments"] = comments
    roots = {"header": "hdr"}
    files = {
        f"word/{name}.xml": f"<w:{roots.get(name, name)} {NAMESPACES}>{inside}</w:{roots.get(name, name)}>"
        for name, inside in parts.items()
    }
    files["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    links = "".join(
        f'<Relationship Id="rId{name}" Type="{_R}/{name}" Target="{name}.xml"/>' for name in parts
    )
    related = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    files["word/_rels/document.xml.rels"] = f"{related}{links}</Relationships>"
    files["_rels/.rels"] = (
        f'{related}<Relationship Id="rId1" Type="{_R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    kinds = {**{name: name for name in parts}, "document": "document.main"}
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
            for name, kind in kinds.items()
        )
        + "</Types>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return out.getvalue()

"""The rules of Word's accessibility checker, as far as a file tells them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lxml import etree

from workbench.report.parts.ooxml import parse
from workbench.report.reading.styles import Styles

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LEAST = 4.5


def problems(content: bytes, *, own: bool = True) -> list[str]:
    """What the checker would complain of; ``own`` adds what only our own template answers for."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    styles = Styles(parse(parts["word/styles.xml"]))
    found = [
        *_properties(parts, styles),
        *_pictures(body),
        *_tables(body, own=own),
        *_blank_lines(body),
        *_links(body),
    ]
    return [*found, *_headings(body, styles), *_contrast(body)] if own else found


def _properties(parts: dict[str, bytes], styles: Styles) -> Iterator[str]:
    core = etree.fromstring(parts["docProps/core.xml"])
    if not (core.findtext(_TITLE) or "").strip():
        yield "the document has no title"
    language = styles.root.find(f".//{W}docDefaults//{W}lang")
    if language is None or language.get(f"{W}val") != "en-GB":
        yield "the document's language is not British English"


def _pictures(body: Any) -> Iterator[str]:
    for picture in body.iter(f"{_WP}docPr"):
        if not (picture.get("descr") or "").strip():
            yield f"{picture.get('name')} has no alternative text"
    for _ in body.iter(f"{_WP}anchor"):
        yield "a picture floats beside the text"


def _tables(body: Any, *, own: bool) -> Iterator[str]:
    for number, table in enumerate(body.iter(f"{W}tbl"), 1):
        rows = table.findall(f"{W}tr")
        look = table.find(f"{W}tblPr/{W}tblLook")
        made = table.find(f"{W}tblPr/{W}tblCaption") is not None
        if not own and not made:
            continue  # the board's own, such as its cover's
        if len(rows) > 1 and rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield f"table {number} has no heading row"
        if not made:
            yield f"table {number} has no name"
        if look is None or look.get(f"{W}firstRow") != "1":
            yield f"table {number} does not say that its first row is one of headings"
        if next(table.iter(f"{W}gridSpan", f"{W}vMerge"), None) is not None:
            yield f"table {number} has merged cells"
        if own and next(table.iterdescendants(f"{W}tbl"), None) is not None:
            yield f"table {number} has a table inside"


def _blank_lines(body: Any) -> Iterator[str]:
    for one, other in pairwise(body.iter(f"{W}p")):
        if _is_blank(one) and _is_blank(other) and other.getprevious() is one:
            yield "blank paragraphs make room"


def _is_blank(paragraph: Any) -> bool:
    kept = ("drawing", "pict", "sectPr", "br", "fldChar", "bookmarkStart")
    if next(paragraph.iter(*(f"{W}{name}" for name in kept)), None) is not None:
        return False
    return not "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip()


def _links(body: Any) -> Iterator[str]:
    for link in body.iter(f"{W}hyperlink"):
        said = "".join(node.text or "" for node in link.iter(f"{W}t")).strip()
        if not said or re.match(r"(https?://|www\.|click here)", said, re.IGNORECASE):
            yield f"a link does not say where it leads: {said!r}"


def _headings(body: Any, styles: Styles) -> Iterator[str]:
    levels = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = styles.outline(None if style is None else style.get(f"{W}val"))
        if level is not None:
            levels.append(level)
    if not levels:
        yield "there are no headings"
    elif levels[0] != 1:
        yield f"the first heading has level {levels[0]}"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def _contrast(body: Any) -> Iterator[str]:
    for run in body.iter(f"{W}r"):
        colour = run.find(f"{W}rPr/{W}color")
        value = "auto" if colour is None else colour.get(f"{W}val", "auto")
        if value in {"auto", "FFFFFF"} or not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
            continue
        if 1.05 / (_luminance(value) + 0.05) < _LEAST:
            yield f"text of the colour {value} is too pale"


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

"""Tables of a Word document, read as Word would show them with all tracked changes accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from workbench.intake.package import part_of
from workbench.intake.paper import Grid, Paper, Row

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Deleted with changes tracked, or said again for an older Word.
_GONE = {
    f"{_W}del",
    f"{_W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_LOOKED_THROUGH = {
    f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")
}
Element = etree._Element


def read_word(data: bytes, name: str) -> Paper:
    """The tables of the document; ``name`` is the file's, for messages."""
    document = part_of(data, "word/document.xml", name)
    body = document.find(f"{_W}body")
    tables = [] if body is None else list(_children(body, f"{_W}tbl"))
    grids = tuple(Grid(number, _rows(table)) for number, table in enumerate(tables, 1))
    lines = [] if body is None else [_paragraph(each) for each in _children(body, f"{_W}p")]
    return Paper(grids, _notes(document), tuple(lines))


def _paragraph(element: Element) -> str:
    return "".join(_runs(element)).strip()


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The children of this tag, also those inside content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _LOOKED_THROUGH:
            yield from _children(child, tag)


def _rows(table: Element) -> tuple[Row, ...]:
    rows: list[Row] = []
    above: dict[int, str] = {}
    for number, element in enumerate(_children(table, f"{_W}tr"), 1):
        cells, above = _cells(element, above)
        rows.append(Row(number, cells, _dropped(element)))
    return tuple(rows)


def _dropped(row: Element) -> str:
    properties = row.find(f"{_W}trPr")
    if properties is None:
        return ""
    if properties.find(f"{_W}del") is not None:
        return "the row was deleted with changes tracked"
    return "the row is hidden" if properties.find(f"{_W}hidden") is not None else ""


def _cells(row: Element, above: dict[int, str]) -> tuple[tuple[str, ...], dict[int, str]]:
    """The row's cells by grid column; a cell merged with the one above has that one's text."""
    texts: list[str] = [""] * _number(row.find(f"{_W}trPr"), "gridBefore", 0)
    merged: dict[int, str] = {}
    for cell in _children(row, f"{_W}tc"):
        properties = cell.find(f"{_W}tcPr")
        column, text = len(texts), _text(cell)
        down = None if properties is None else properties.find(f"{_W}vMerge")
        if down is not None:
            if down.get(f"{_W}val") != "restart" and not text:
                text = above.get(column, "")
            merged[column] = text
        texts.append(text)
        texts.extend([""] * (_number(properties, "gridSpan", 1) - 1))
    return tuple(texts), merged


def _number(properties: Element | None, name: str, otherwise: int) -> int:
    found = None if properties is None else properties.find(f"{_W}{name}")
    value = None if found is None else found.get(f"{_W}val")
    return min(int(value), 63) if value and value.isdigit() else otherwise


def _text(cell: Element) -> str:
    """The cell's text, a line for each paragraph; nested tables become lines of their own."""
    lines = [line for block in cell for line in _lines(block)]
    return "\n".join(lines).strip()


def _lines(block: Element) -> Iterator[str]:
    if block.tag == f"{_W}p":
        yield _paragraph(block)
    elif block.tag == f"{_W}tbl":
        for row in _children(block, f"{_W}tr"):
            yield " | ".join(filter(None, (_text(cell) for cell in _children(row, f"{_W}tc"))))
    elif block.tag in _LOOKED_THROUGH:
        for child in block:
            yield from _lines(child)


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or _vanished(child):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag != f"{_W}pPr":
            yield from _runs(child)


def _vanished(run: Element) -> bool:
    return _has(run, "vanish")


def _has(run: Element, *looks: str) -> bool:
    """Whether any of these is switched on for the run."""
    properties = run.find(f"{_W}rPr") if run.tag == f"{_W}r" else None
    found = [] if properties is None else [properties.find(f"{_W}{look}") for look in looks]
    return any(one is not None and one.get(f"{_W}val") not in {"0", "false"} for one in found)


def _notes(document: Element) -> tuple[str, ...]:
    seen = Counter(etree.QName(node).localname for node in document.iter(f"{_W}ins", f"{_W}del"))
    notes = []
    if seen:
        notes.append(
            f"The paper has tracked changes ({seen['ins']} insertions, {seen['del']} deletions). "
            "It was read as it would stand with all of them accepted."
        )
    hidden = sum(1 for run in document.iter(f"{_W}r") if _vanished(run))
    if hidden:
        notes.append(f"The paper has hidden text in {hidden} places; it was not imported.")
    struck = sum(1 for run in document.iter(f"{_W}r") if _has(run, "strike", "dstrike"))
    if struck:
        notes.append(
            f"The paper has words struck through in {struck} places; they were read like the "
            "others. Ask the agency whether they still stand."
        )
    return tuple(notes)

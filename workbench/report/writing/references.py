"""Footnotes and cross-references, settled when everything else is written: numbered in the order
in which they are read, and leading to what is really there."""

from __future__ import annotations

from copy import deepcopy

from workbench.model.blocks import Document, Heading, Items, Marked, Paragraph, Table
from workbench.report.parts.contents import field
from workbench.report.parts.ooxml import Element, el, plain, put, q, unwrap
from workbench.report.reading.styles import Styles
from workbench.report.writing.inline import REFERENCE, UNNUMBERED

_FIRST = 5000  # above the bookmarks of a template, below those of a contents list


def has_marks(document: Document) -> bool:
    """Whether anything in the document leads or is led to, or has a footnote."""
    for block in (one for section in document.sections for one in section.blocks):
        match block:
            case Table():
                kinds = {type(part) for row in block.rows for cell in row for part in cell}
                if Marked in kinds or block.anchors:
                    return True
            case Heading() | Paragraph():
                if block.anchor or any(isinstance(part, Marked) for part in block.text):
                    return True
            case Items():
                if any(isinstance(part, Marked) for item in block.items for part in item):
                    return True
            case _:
                continue
    return False


def settle_references(root: Element) -> None:
    """Give bookmarks their numbers, and make each link a field that shows what its place says;
    a link to what the template has no place for becomes plain words."""
    places: dict[str, str] = {}
    starts = [one for one in root.iter(q("bookmarkStart")) if one.get(q("id")) == UNNUMBERED]
    ends = [one for one in root.iter(q("bookmarkEnd")) if one.get(q("id")) == UNNUMBERED]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), _FIRST):
        start.set(q("id"), str(number))
        end.set(q("id"), str(number))
        places[start.get(q("name"), "")] = _between(start, end)
    for link in list(root.iter(q("hyperlink"))):
        name = link.get(q("anchor"), "")
        if name.startswith(REFERENCE):
            _settle(link, name, places)


def _settle(link: Element, name: str, places: dict[str, str]) -> None:
    if name not in places:
        unwrap(link, link)
    elif _text(link) == places[name]:
        looks = link.find(f"{q('r')}/{q('rPr')}")
        runs = field(f"REF {name} \\h", places[name])
        if looks is not None:
            for run in runs:
                run.insert(0, deepcopy(looks))
        unwrap(link, runs)


def _between(start: Element, end: Element) -> str:
    said = []
    for one in start.itersiblings():
        if one is end:
            break
        said.append(_text(one))
    return "".join(said)


def _text(element: Element) -> str:
    return "".join(node.text or "" for node in element.iter(q("t")))


def settle_footnotes(root: Element, notes: Element, styles: Styles) -> int:
    """Move each footnote's words into the part for footnotes, numbered; how many there were."""
    held = [one for one in root.iter(q("footnoteReference")) if len(one)]
    if not held:
        return 0
    _ensure_separators(notes)
    text_style, mark_style = _styles(styles)
    taken = [int(one.get(q("id"), "0")) for one in notes]
    for number, reference in enumerate(held, max(taken, default=0) + 1):
        words = list(reference)
        mark = el("r", el("rPr", el("rStyle", val=mark_style)), el("footnoteRef"))
        said = el("p", el("pPr", el("pStyle", val=text_style)), mark, el("r", plain(" ")))
        said.extend(words)
        notes.append(el("footnote", said, id=number))
        reference.set(q("id"), str(number))
        run = reference.getparent()
        if run is not None:
            run.insert(0, el("rPr", el("rStyle", val=mark_style)))
    return len(held)


def _ensure_separators(notes: Element) -> None:
    """Word wants to know the lines that part notes from text, and from notes that go on."""
    kinds = {one.get(q("type")) for one in notes}
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        if kind not in kinds:
            line = el("p", el("r", el(kind)))
            notes.insert(number + 1, el("footnote", line, type=kind, id=number))


def _styles(styles: Styles) -> tuple[str, str]:
    """The styles of a note and of its mark, made where the template has none."""
    text = styles.named("footnote text")
    if text is None:
        text = "FootnoteText"
        looks = el("rPr", el("sz", val=20), el("szCs", val=20))
        spacing = el("pPr", el("spacing", after=0, line=240, lineRule="auto"))
        made = el("style", el("name", val="footnote text"), type="paragraph", styleId=text)
        normal = styles.named("normal")
        if normal:
            made.append(el("basedOn", val=normal))
        made.extend((el("uiPriority", val=99), spacing, looks))
        styles.add(made)
    mark = styles.named("footnote reference", kind="character")
    if mark is None:
        mark = "FootnoteReference"
        made = el("style", el("name", val="footnote reference"), type="character", styleId=mark)
        made.extend((el("uiPriority", val=99), el("rPr", el("vertAlign", val="superscript"))))
        styles.add(made)
    return text, mark


def declare_separators(settings: Element) -> None:
    """Say in the settings which of the notes are no notes but lines."""
    if settings.find(q("footnotePr")) is None:
        put(settings, el("footnotePr", el("footnote", id=-1), el("footnote", id=0)))

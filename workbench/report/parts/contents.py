"""A contents list: Word's own field, with its entries already there as links.

An entry has the number of its page where the layout is sure of it (``writing/page_numbers.py``);
a wrong number is worse than none. "Update field" in Word adds what is missing, because the field's
code asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, el, plain, put, q, text_runs

CODE = r' TOC \o "1-2" \h \z \u '


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line: the heading's number as printed ("3"), its title, level and bookmark."""

    number: str
    title: str
    level: int
    bookmark: str


def contents_paragraphs(
    entries: Sequence[ContentsEntry], styles: dict[int, Element], code: str = CODE
) -> list[Element]:
    """The paragraphs of the field. ``styles`` holds a ``pPr`` for each level."""
    paragraphs = []
    for entry in entries:
        paragraph = el("p", deepcopy(styles[entry.level]))
        link = el("hyperlink", anchor=entry.bookmark, history=1)
        if entry.number:
            # "Appendix A:" is too long for the column of numbers.
            gap = "\t" if len(entry.number) <= 5 else " "
            link.extend(text_runs(entry.number + gap))
        link.extend(text_runs(entry.title))
        paragraph.append(link)
        paragraphs.append(paragraph)
    if not paragraphs:
        paragraphs = [el("p")]
    first, last = paragraphs[0], paragraphs[-1]
    at = 1 if first.find(q("pPr")) is not None else 0
    first[at:at] = [_mark("begin"), instruction(code), _mark("separate")]
    last.append(_mark("end"))
    return paragraphs


def page_runs(bookmark_name: str, number: str) -> list[Element]:
    """What ends an entry: a tab, and its page as a field that Word can bring up to date."""
    return [el("r", el("tab")), *field(f"PAGEREF {bookmark_name} \\h", number)]


def instruction(code: str) -> Element:
    """The run that holds a field's code."""
    run = el("r", plain(code))
    run[0].tag = q("instrText")
    return run


def field(code: str, result: str) -> list[Element]:
    """The runs of a field with its result as it stands now."""
    return [
        _mark("begin"),
        instruction(f" {code} "),
        _mark("separate"),
        el("r", plain(result)),
        _mark("end"),
    ]


def bookmark(paragraph: Element, name: str, number: int) -> None:
    """Put a bookmark around what the paragraph says."""
    start = el("bookmarkStart", id=number, name=name)
    at = 1 if paragraph.find(q("pPr")) is not None else 0
    paragraph.insert(at, start)
    paragraph.append(el("bookmarkEnd", id=number))


def style_properties(style: str) -> Element:
    """A ``pPr`` that names a style and nothing else."""
    made = el("pPr")
    put(made, el("pStyle", val=style))
    return made


def _mark(kind: str) -> Element:
    return el("r", el("fldChar", fldCharType=kind))

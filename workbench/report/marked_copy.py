"""A copy of the board's template with a Word comment at each place: what will stand there.

It is how officers preview things. Nothing of the review is in it: only the names of sections.
"""

from __future__ import annotations

from pathlib import Path

from workbench.errors import BadInput
from workbench.report.parts.ooxml import Element, el, local, parse, plain, q, serialise
from workbench.report.parts.package import add_relationship, blank, declare, pack
from workbench.report.reading.flow import Heading
from workbench.report.reading.patterns import asks
from workbench.report.reading.values import slots
from workbench.report.template import Template, flow_of, styles_of

AUTHOR, INITIALS = "Review Panel Workbench", "RPW"
_CALLED = {
    "board": "the board's name",
    "title": "the review's title",
    "reference": "the review's reference",
    "type": "the type of review",
    "document": "the kind of document",
    "version": "the version",
    "status": "the status",
    "date": "the date",
    "author": "the lead reviewer's name",
    "marking": "the protective marking",
    "subject": "the name used for the person",
}


def write_marked_copy(template: Template, path: Path) -> None:
    """Write the marked copy at ``path``."""
    try:
        path.write_bytes(marked_copy(template))
    except OSError:
        raise BadInput(
            f"{path.name} could not be written. The file may be open in Word, or the folder may be "
            "read-only or full. Close Word, or choose another folder."
        ) from None


def marked_copy(template: Template) -> bytes:
    """The marked copy's bytes. Earlier comments of the template are not in it."""
    parts = dict(template.parts)
    root = parse(parts[template.main])
    body = root.find(q("body"))
    if body is None:
        raise ValueError("the template lost its body")
    items = flow_of(body, styles_of(parts, template.main))
    comments = parse(blank("comments"))
    for index, heading in enumerate(template.headings):
        _note(comments, items[heading.index].element, _said(template, index, heading))
    for paragraph in list(body.iter(q("p"))):
        asked = [_CALLED[slot.value] for slot in slots(paragraph) if slot.value in _CALLED]
        if asked:
            _note(comments, paragraph, f"Here will stand {' and '.join(dict.fromkeys(asked))}.")
    missing = [f"\u201c{one.title}\u201d" for one in template.without()]
    if missing:
        first = items[template.headings[0].index].element
        _note(comments, first, f"This template has no place for {', '.join(missing)}.")
    folder = template.main.rpartition("/")[0]
    name = f"{folder}/comments.xml" if folder else "comments.xml"
    parts[name] = serialise(comments)
    declare(parts, name, "comments")
    add_relationship(parts, template.main, "comments", "comments.xml")
    parts[template.main] = serialise(root)
    return pack(parts)


def _said(template: Template, index: int, heading: Heading) -> str:
    here = [one for one in template.plan.sections if one.id in template.placed.at(index)]
    names = ", then ".join(f"\u201c{one.title}\u201d" for one in here)
    if not here and asks(heading.text):
        return "A pattern: the report's own headings take its place."
    if not here:
        return "Nothing of the review will stand here. The board's own words stay."
    if heading.prompt:
        return f"{names} will stand here, in place of this instruction."
    said = f"{names} will stand under this heading, in place of the instructions there."
    rivals = template.placed.unsure.get(index, ())
    others = [one.title for one in template.plan.sections if one.id in rivals and one not in here]
    return f"{said} Or should it be \u201c{others[0]}\u201d?" if others else said


def _note(comments: Element, paragraph: Element, text: str) -> None:
    """A comment on the whole paragraph."""
    number = len(comments)
    mark = el("r", el("t"))
    mark[0].tag = q("annotationRef")
    said = el("p", mark, el("r", plain(text)))
    comments.append(el("comment", said, id=number, author=AUTHOR, initials=INITIALS))
    first = next((child for child in paragraph if local(child) != "pPr"), None)
    start, end = el("commentRangeStart", id=number), el("commentRangeEnd", id=number)
    if first is None:
        paragraph.append(start)
    else:
        first.addprevious(start)
    paragraph.extend([end, el("r", el("commentReference", id=number))])

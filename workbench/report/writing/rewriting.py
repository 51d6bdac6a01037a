"""A report that was composed, with an edit in it: only the blocks that changed are written again.

What stands by itself is written again in its own place: prose and bullets. Whatever bears on
something else (a heading, a table with its number, a footnote, a reference, the cover) is not, and
then the whole report is to be composed anew. A test holds that both give the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.blocks import (
    Block,
    Document,
    Items,
    Marked,
    Paragraph,
    ParagraphStyle,
    Section,
    Words,
)
from workbench.report.parts.ooxml import Element, drop, local
from workbench.report.writing.blocks import Place, each_written, room_above
from workbench.report.writing.composing import Composition


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What went out of the report and what came in its place."""

    gone: tuple[Element, ...]
    came: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """The blocks from ``first`` to before ``last`` of a place give way to others."""

    place: Place
    first: int
    last: int
    blocks: Sequence[Block]


def rewrite(work: Composition, document: Document) -> tuple[Rewritten, ...] | None:
    """Bring the composed report up to this document; None where it must be composed anew, and then
    nothing was touched."""
    if work.own and work.plan.form == "letter":
        return None  # what stands below its last heading is kept together
    changed = _changed(work.document, document)
    if changed is None:
        return None
    where = {**work.placed.folded, **work.placed.sections}
    sections = {section.id: section for section in document.sections}
    edits: list[_Edit] = []
    for index in sorted({where[name] for name in changed if name in where}):
        edit = _edit(work.kept[index], work.gathered(index, sections).blocks)
        if edit is None:
            return None
        edits.append(edit)
    work.document = document
    return tuple(_carry_out(edit) for edit in edits)


def _changed(before: Document, now: Document) -> list[str] | None:
    """The sections whose blocks changed; None where more than blocks did."""
    if (before.title, before.values) != (now.title, now.values):
        return None
    if len(before.sections) != len(now.sections):
        return None
    changed = []
    for one, other in zip(before.sections, now.sections, strict=True):
        if one is other:
            continue
        if _about(one) != _about(other):
            return None
        if one.blocks != other.blocks:
            changed.append(one.id)
    return changed


def _about(section: Section) -> tuple[str, Words, bool, bool]:
    return section.id, section.title, section.landscape, bool(section.blocks)


def _edit(place: Place, blocks: Sequence[Block]) -> _Edit | None:
    """What is to be done at this place; None where it cannot be done by itself."""
    old = [block for block, _ in place.written]
    first = _same(old, blocks)
    last = _same(old[first:][::-1], blocks[first:][::-1])
    edit = _Edit(place, first, len(old) - last, blocks[first : len(blocks) - last])
    touched = (*old[edit.first : edit.last], *edit.blocks)
    numbered = place.typed is not None
    if not all(_stands_alone(block, typed=numbered) for block in touched):
        return None
    gone = _gone(edit)
    if gone and edit.blocks:
        return edit
    # Nothing to put it in place of, or nothing to put there: only among other paragraphs.
    beside = [place.written[at][1] for at in (edit.first - 1, edit.last) if _within(place, at)]
    alone = len(beside) == 2 and all(made and local(made[-1]) == "p" for made in beside)
    return edit if alone else None


def _within(place: Place, at: int) -> bool:
    return 0 <= at < len(place.written)


def _gone(edit: _Edit) -> list[Element]:
    return [one for _, made in edit.place.written[edit.first : edit.last] for one in made]


def _stands_alone(block: Block, *, typed: bool) -> bool:
    """Whether nothing else in the report depends on this block, nor it on them."""
    match block:
        case Paragraph():
            counted = typed and block.style is ParagraphStyle.NUMBERED
            return not block.anchor and not counted and _plain(block.text)
        case Items():
            return not block.ordered and bool(block.items) and all(map(_plain, block.items))
        case _:
            return False


def _plain(words: Words) -> bool:
    said = [part for part in words if isinstance(part, str)]
    marks = [part.mark for part in said if isinstance(part, Marked)]
    leads = any(mark.refers_to or mark.footnote for mark in marks)
    return len(said) == len(words) and not leads and any(part.strip() for part in said)


def _carry_out(edit: _Edit) -> Rewritten:
    made = each_written(edit.blocks, edit.place)
    gone = _gone(edit)
    came = [one for _, some in made for one in some]
    if gone:
        before = gone[0].getprevious()
        if came and before is not None and local(before) == "tbl":
            room_above(came[0], edit.place.house)
        for one in came:
            gone[0].addprevious(one)
    else:
        at = edit.place.written[edit.first - 1][1][-1]
        for one in reversed(came):
            at.addnext(one)
    for one in gone:
        drop(one)
    edit.place.written[edit.first : edit.last] = made
    return Rewritten(tuple(gone), tuple(came))


def _same(one: Sequence[Block], other: Sequence[Block]) -> int:
    """How many blocks agree from the beginning on."""
    number = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine is not theirs and mine != theirs:
            break
        number += 1
    return number

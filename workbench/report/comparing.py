"""Two versions of a document as one, with what was added underlined and what went struck through.

Both have passed the gate before they are compared: what neither side may say cannot appear between
them. The changes are plain looks of the text, not Word's tracked changes, which hide an author and
a time and which no released document may hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, TypeVar

from workbench.model.blocks import (
    Block,
    Board,
    Document,
    Heading,
    Items,
    Mark,
    Marked,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Words,
    rewrite_block,
)
from workbench.questions.word_diff import Sort, word_diff

T = TypeVar("T")
_ALIKE = 0.35
_KEY = (
    "Words that were added are underlined. Words that were taken out are struck through. ",
    "Nothing else differs, except where a line says so.",
)


def compared(before: Document, after: Document, called: tuple[str, str]) -> Document:
    """The later document with what came and went since the earlier one; ``called`` are the names
    of the two."""
    olds = {one.id: one for one in before.sections}
    news = {one.id: one for one in after.sections}
    sections = [_section(olds.get(one.id), one) for one in after.sections]
    for place, old in enumerate(before.sections):
        if old.id not in news:
            sections.insert(min(place, len(sections)), _section(old, replace(old, blocks=())))
    note = Paragraph(
        (f"This compares \u201c{called[0]}\u201d with \u201c{called[1]}\u201d. ", *_KEY),
        ParagraphStyle.NOTE,
    )
    first = next((n for n, one in enumerate(sections) if one.blocks), 0)
    if sections:
        sections[first] = replace(sections[first], blocks=(note, *sections[first].blocks))
    return replace(after, sections=tuple(sections))


def _section(old: Section | None, new: Section) -> Section:
    earlier = old.blocks if old else ()
    return replace(new, blocks=tuple(_blocks(earlier, new.blocks)))


def _blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    for one, other in _paired(old, new, _likeness):
        if one is None and other is not None:
            yield _all(other, added=True)
        elif other is None and one is not None:
            yield _all(one, removed=True)
        elif one is not None and other is not None:
            yield from _block(one, other)


def _block(old: Block, new: Block) -> Iterator[Block]:
    match old, new:
        case Heading(), Heading():
            yield replace(new, text=_words(old.text, new.text))
        case Paragraph(), Paragraph():
            yield replace(new, text=_words(old.text, new.text))
        case Items(), Items():
            pairs = _paired(old.items, new.items, _near)
            yield replace(new, items=tuple(_either(one, other) for one, other in pairs))
        case Table(), Table() if old.columns == new.columns:
            yield _table(old, new)
        case Board(), Board():
            left, right = (
                replace(
                    column,
                    items=tuple(
                        _either(one, other)
                        for one, other in _paired(earlier.items, column.items, _near)
                    ),
                )
                for earlier, column in ((old.left, new.left), (old.right, new.right))
            )
            yield replace(new, left=left, right=right)
        case _ if old == new:
            yield new
        case _:
            yield Paragraph(("What follows has changed.",), ParagraphStyle.NOTE)
            yield new


def _table(old: Table, new: Table) -> Table:
    rows: list[tuple[Words, ...]] = []
    for one, other in _paired(old.rows, new.rows, _near_rows):
        blank: tuple[Words, ...] = ((),) * len(new.columns)
        pairs = zip(one or blank, other or blank, strict=True)
        rows.append(tuple(_either(a, b) for a, b in pairs))
    anchors = new.anchors if len(rows) == len(new.rows) else ()
    return replace(new, rows=tuple(rows), places=(), anchors=anchors)


def _either(old: Words | None, new: Words | None) -> Words:
    return _words(old or (), new or ())


def _words(old: Words, new: Words) -> Words:
    """The words of both, each told apart; where nothing changed, as they are."""
    before, after = _text(old), _text(new)
    if before == after:
        return new
    told: list[str] = []
    for run in word_diff(before, after):
        mark = Mark(added=run.sort is Sort.ADDED, removed=run.sort is Sort.REMOVED)
        told.append(run.text if mark == Mark() else Marked(run.text, mark))
    return tuple(told)


def _all(block: Block, *, added: bool = False, removed: bool = False) -> Block:
    """The block with all that it says marked."""
    mark = Mark(added=added, removed=removed)

    def say(words: Words, _place: str) -> Words:
        text = _text(words)
        return (Marked(text, mark),) if text else ()

    made = rewrite_block(block, say)
    if removed and isinstance(made, Heading | Paragraph):
        return replace(made, anchor="")
    return replace(made, anchors=()) if removed and isinstance(made, Table) else made


def _paired(
    old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], float]
) -> list[tuple[T | None, T | None]]:
    """What stands on both sides in its order, what changed beside what it was, and what came or
    went alone."""
    pairs: list[tuple[T | None, T | None]] = []
    matcher = SequenceMatcher(None, _keys(old), _keys(new), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(old[a:b], new[c:d], strict=True)
        else:
            among = _changed(old[a:b], new[c:d], alike)
            pairs.extend(among)
    return pairs


def _changed(
    old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], float]
) -> Iterator[tuple[T | None, T | None]]:
    waiting = list(old)
    for other in new:
        spot = next((n for n, one in enumerate(waiting) if alike(one, other) >= _ALIKE), None)
        if spot is None:
            yield None, other
            continue
        yield from ((one, None) for one in waiting[:spot])
        yield waiting[spot], other
        del waiting[: spot + 1]
    yield from ((one, None) for one in waiting)


def _keys(parts: Iterable[Any]) -> list[str]:
    return [repr(part) for part in parts]


def _likeness(old: Block, new: Block) -> float:
    if type(old) is not type(new):
        return 0.0
    if isinstance(old, Heading | Paragraph) and isinstance(new, Heading | Paragraph):
        return _near(old.text, new.text)
    return 1.0


def _near_rows(old: tuple[Words, ...], new: tuple[Words, ...]) -> float:
    return _near(tuple(map(_text, old)), tuple(map(_text, new)))


def _near(old: Words, new: Words) -> float:
    return SequenceMatcher(None, _text(old).split(), _text(new).split(), autojunk=False).ratio()


def _text(words: Words) -> str:
    return "".join(part for part in words if isinstance(part, str))

"""The report in parts: each a few screens long, written out and changed by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.model.blocks import Block, Document, Paragraph, ParagraphStyle, Table, Words
from workbench.report.numbering import Numbered

_MOST_BLOCKS, _MOST_ROWS = 24, 40


@dataclass(frozen=True, slots=True)
class Pair:
    """A block as it is read, the same block as it was written, and its number, if it has one."""

    said: Block
    written: Block
    number: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Some blocks in a row, with the heading above them where one stands there: its words as they
    are read and as they were written, its number and its level."""

    pairs: tuple[Pair, ...] = ()
    heading: tuple[Words, Words] = ((), ())
    number: str = ""
    level: int = 0


def parts_of(
    said: Document, written: Document, numbers: Sequence[Numbered] = ()
) -> tuple[Part, ...]:
    """The parts of a document; two documents that differ in one place differ in one part."""
    title = Part(heading=(said.title, written.title), level=1)
    known = numbers or [Numbered(str(n), 1, str(n)) for n in range(1, len(said.sections) + 1)]
    parts = [title]
    for one, other, number in zip(said.sections, written.sections, known, strict=True):
        pairs = list(_pairs(one.blocks, other.blocks, number))
        groups = list(_grouped(pairs)) or [()]
        heading = Part(groups[0], (one.title, other.title), number.number, number.level + 1)
        parts += [heading, *(Part(group) for group in groups[1:])]
    return tuple(parts)


def _pairs(said: tuple[Block, ...], written: tuple[Block, ...], heads: Numbered) -> Iterator[Pair]:
    counted = heads.done
    for one, other in zip(said, written, strict=True):
        number = ""
        if isinstance(one, Paragraph) and one.style is ParagraphStyle.NUMBERED:
            counted += 1
            number = f"{heads.chapter}.{counted}" if heads.chapter else ""
        if isinstance(one, Table) and isinstance(other, Table):
            yield from _cut(one, other)
        else:
            yield Pair(one, other, number)


def _cut(said: Table, written: Table) -> Iterator[Pair]:
    """A long table in several of the same columns."""
    for at in range(0, max(len(said.rows), 1), _MOST_ROWS):
        rows = slice(at, at + _MOST_ROWS)
        one, other = (
            replace(
                table,
                rows=table.rows[rows],
                places=table.places[rows],
                anchors=table.anchors[rows],
                caption=table.caption if not at else (),
            )
            for table in (said, written)
        )
        yield Pair(one, other)


def _grouped(pairs: list[Pair]) -> Iterator[tuple[Pair, ...]]:
    group: list[Pair] = []
    for pair in pairs:
        group.append(pair)
        long = isinstance(pair.said, Table) and len(pair.said.rows) >= _MOST_ROWS
        if long or len(group) >= _MOST_BLOCKS:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)

"""What the report says of one agency, for that agency to check: paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from workbench.model.agencies import Agency
from workbench.model.blocks import (
    Block,
    Column,
    Heading,
    Inline,
    Items,
    Moment,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Words,
    words,
)
from workbench.report.layouts import SectionPlan, layout_of
from workbench.report.material import Material
from workbench.report.subjects.chronology import reported

COMMENT = Column("comment", "Your comment, and where your records say so", 2)
_OF_SEVERAL = frozenset({"who", "one", "other"})  # columns in which several agencies speak
_NOT_CHECKED = frozenset({"chronology", "action_plan", "glossary", "references"})


def accuracy_text(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Every paragraph, point and row of the report that speaks of the agency."""
    agency = material.agency_asked
    if agency is None:
        return ()
    rows = [(words(place), said, words()) for place, said in _spoken(agency, material)]
    return _schedule(plan, rows, "What the draft report says", "Paragraph")


def accuracy_record(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The chronology's entries that come from the agency's records."""
    agency = material.agency_asked
    rows = [
        (words(Moment(entry.when)), words(reported(entry)), words())
        for entry in material.printed
        if agency is not None and entry.agency == agency.id
    ]
    return _schedule(plan, rows, "What the chronology takes from your records", "Date and time")


def _schedule(
    plan: SectionPlan, rows: Sequence[tuple[Words, ...]], caption: str, first: str
) -> tuple[Block, ...]:
    if not rows:
        return ()
    columns = (Column("where", first, 0.8), Column("text", "What it says", 3.2), COMMENT)
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    return (Table(columns, tuple(rows), words(caption), places, plan.title),)


def _spoken(agency: Agency, material: Material) -> Iterator[tuple[str, Words]]:
    names = [agency.name, agency.published_as, *agency.aliases]
    longest = sorted({re.escape(name) for name in names if name.strip()}, key=len, reverse=True)
    named = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)
    rests = _findings_of(agency, material)
    for chapter, section in _chapters(material):
        if section.id in _NOT_CHECKED:
            continue
        title = str(section.title[0]) if section.title else ""
        under = ""
        for place, said in _texts(section.blocks, chapter, title, named):
            if place.startswith("Finding "):
                under = place
            elif under in rests or named.search("".join(map(str, said))):
                yield place, said


def _findings_of(agency: Agency, material: Material) -> set[str]:
    """The findings that rest on the agency's records, as their headings begin."""
    entries = {one.id for one in material.entries if one.agency == agency.id}
    papers = {one.id for one in material.contributions if one.agency == agency.id}
    resting = {
        one.finding
        for one in material.evidence
        if one.entry in entries or one.contribution in papers
    }
    learning = [one for one in material.findings if not one.good_practice]
    return {f"Finding {n}" for n, one in enumerate(learning, 1) if one.id in resting}


class Chapter:
    """The number of a chapter, and how many of its paragraphs have been counted."""

    def __init__(self) -> None:
        self.number = self.paragraphs = 0

    def next(self) -> str:
        """The number of the next numbered paragraph."""
        self.paragraphs += 1
        return f"{self.number}.{self.paragraphs}"


def _chapters(material: Material) -> Iterator[tuple[Chapter, Section]]:
    """The report's sections with the chapter in which each is printed, counted as our own
    template prints them: a chapter in which nothing stands is not printed."""
    whole = layout_of(material.details)
    plans = {one.id: one for one in whole.sections}
    printed = list(material.report)
    chapter = Chapter()
    number = 0
    for at, section in enumerate(printed):
        plan = plans.get(section.id)
        if plan is None:
            continue
        if plan.level == 1:
            below = []
            for later in printed[at + 1 :]:
                if plans[later.id].level == 1:
                    break
                below.append(bool(later.blocks) or plans[later.id].required)
            chapter = Chapter()
            if plan.numbered and not plan.appendix and _printed(section, plan, below):
                number += 1
            chapter.number = number
        yield chapter, section


def _printed(section: Section, plan: SectionPlan, below: list[bool]) -> bool:
    return bool(section.blocks) or plan.required or any(below)


def _texts(
    blocks: Iterable[Block], chapter: Chapter, title: str, named: re.Pattern[str]
) -> Iterator[tuple[str, Words]]:
    """Each text of a section with the place by which its reader finds it."""
    last = title
    for block in blocks:
        match block:
            case Heading() if block.anchor.startswith("finding_"):
                yield block.anchor.replace("finding_", "Finding "), block.text
            case Paragraph() if block.style is ParagraphStyle.NUMBERED:
                last = chapter.next()
                yield last, block.text
            case Paragraph() if block.style is not ParagraphStyle.NOTE:
                yield f"Below {last}", block.text
            case Items() | Table():
                yield from _listed(block, last, named)
            case _:
                continue


def _listed(block: Items | Table, last: str, named: re.Pattern[str]) -> Iterator[tuple[str, Words]]:
    if isinstance(block, Items):
        for number, item in enumerate(block.items, 1):
            yield f"{last}, point {number}", item
        return
    caption = "".join(map(str, block.caption))
    for number, row in enumerate(block.rows, 1):
        cells = [
            _own(cell, named) if column.key in _OF_SEVERAL else cell
            for column, cell in zip(block.columns, row, strict=True)
        ]
        yield f"{caption}, row {number}", _row(cells)


def _own(cell: Words, named: re.Pattern[str]) -> Words:
    """The lines of the cell that speak of the agency: what other agencies knew or wrote down is
    not for it to check."""
    lines: list[list[Inline]] = [[]]
    for part in cell:
        if part == "\n":
            lines.append([])
        else:
            lines[-1].append(part)
    kept = [line for line in lines if named.search("".join(map(str, line)))]
    joined: list[Inline] = []
    for line in kept:
        joined += ["\n", *line] if joined else line
    return tuple(joined)


def _row(cells: Iterable[Words]) -> Words:
    """The cells of a row in one line."""
    joined: Words = ()
    for cell in cells:
        if cell:
            joined = (*joined, " | ", *cell) if joined else cell
    return joined

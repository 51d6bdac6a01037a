"""The chronology: days told by their minutes, the combined table, and where records disagree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime

from workbench.model.blocks import (
    Block,
    Column,
    DayTimeline,
    Moment,
    Paragraph,
    Point,
    Table,
    Words,
    words,
)
from workbench.model.chronology import Entry
from workbench.model.when import Precision
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.prose import style_of
from workbench.resources import label_of

KEY_DAY_AT_LEAST = 3


def reported(entry: Entry) -> str:
    """What the report says of the entry: the reviewer's publishable text, else the agency's."""
    return entry.published_text or entry.text


def timelines(material: Material) -> tuple[DayTimeline, ...]:
    """Every day of which at least three entries are known to the minute, in order."""
    days: dict[date, list[tuple[datetime, Entry]]] = defaultdict(list)
    for entry in material.printed:
        when = entry.when
        if when.precision is Precision.MINUTE and when.start and when.start_time:
            days[when.start].append((datetime.combine(when.start, when.start_time), entry))
    return tuple(
        _timeline(sorted(entries, key=lambda one: one[0]), material)
        for _, entries in sorted(days.items())
        if len(entries) >= KEY_DAY_AT_LEAST
    )


def _timeline(entries: list[tuple[datetime, Entry]], material: Material) -> DayTimeline:
    points = []
    before: datetime | None = None
    for now, entry in entries:
        gap = None if before is None else round((now - before).total_seconds() / 60)
        at, who = words(Moment(entry.when, clock=True)), words(material.agency(entry.agency))
        points.append(Point(at, who, words(reported(entry)), gap))
        before = now
    first = entries[0][1].when
    day = replace(
        first, text="", precision=Precision.DAY, end=first.start, start_time=None, end_time=None
    )
    return DayTimeline(words(Moment(day)), tuple(points), "Key events, a day's timeline")


def key_days(_plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The timelines, one after the other."""
    return timelines(material)


def combined(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What each agency's record says, in order of time."""
    entries = material.printed
    if not entries:
        return ()
    marked = any(entry.mark for entry in entries)
    columns = (
        Column("when", "Date and time", 1.15),
        Column("agency", "Source", 1.15),
        Column("event", "What the record says", 4.4),
        *((Column("mark", "Mark", 0.9),) if marked else ()),
    )
    rows = tuple(_row(entry, material, marked=marked) for entry in entries)
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    return (Table(columns, rows, words("Combined chronology"), places, plan.title),)


def _row(entry: Entry, material: Material, *, marked: bool) -> tuple[Words, ...]:
    event = reported(entry)
    if entry.voice:
        event = f"{event}\nIn their own words: {entry.voice}"
    mark = label_of("entry-marks", entry.mark) if entry.mark else ""
    cells = (words(Moment(entry.when)), words(material.agency(entry.agency)), words(event))
    return (*cells, words(mark)) if marked else cells


def disagreements(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Pairs of entries that say otherwise of the same thing."""
    rows = []
    seen: set[frozenset[str]] = set()
    for entry in material.printed:
        for key in entry.conflicts_with:
            other = material.entry_by_id.get(key)
            pair = frozenset({entry.id, key})
            if other is None or not other.in_report or pair in seen:
                continue
            seen.add(pair)
            rows.append(
                (words(Moment(entry.when)), _version(entry, material), _version(other, material))
            )
    if not rows:
        return ()
    intro = Paragraph(
        words(
            "The records differ on the points below. Each version is given as its agency's record "
            "has it."
        ),
        style_of(plan),
        f"{plan.title}, introduction",
    )
    columns = (
        Column("when", "Date and time", 1),
        Column("one", "One record", 2),
        Column("other", "Another record", 2),
    )
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    caption = words("Records that disagree")
    return intro, Table(columns, tuple(rows), caption, places, plan.title)


def _version(entry: Entry, material: Material) -> Words:
    agency = material.agency(entry.agency)
    return words(f"{agency}: " if agency else "", reported(entry))

"""The rows of an agency's paper as the preview lists them: every one, with what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from ui.support.theme import tones
from ui.widgets.rows import Column
from workbench.intake.wording import in_words
from workbench.model.when import UNDATED, When

if TYPE_CHECKING:  # reading Word is slow to load, and waits until a paper is chosen
    from workbench.intake.proposal import Proposal


class Fate(StrEnum):
    """What becomes of a row."""

    TAKEN = "Taken in"
    ASKED = "Taken in; check the date"
    LEFT_OUT = "Left out"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One row of the paper."""

    id: str
    table: int
    row: int
    fate: Fate
    written: str = ""
    understood: str = ""
    text: str = ""
    note: str = ""
    when: When = UNDATED


def rows_of(proposal: Proposal) -> tuple[PaperRow, ...]:
    """Every row of the paper but the headings, in the paper's order."""
    return tuple(sorted(_rows(proposal), key=lambda each: (each.table, each.row)))


def _rows(proposal: Proposal) -> Iterator[PaperRow]:
    asked = {(each.table, each.row): each.question for each in proposal.questions}
    for entry in proposal.entries:
        place = (entry.table, entry.row)
        yield PaperRow(
            f"{entry.table}.{entry.row}",
            *place,
            Fate.ASKED if place in asked else Fate.TAKEN,
            entry.when.text,
            in_words(entry.when),
            entry.text,
            asked.get(place, ""),
            replace(entry.when, text=in_words(entry.when) if entry.when.dated else ""),
        )
    for left in proposal.skipped:
        yield PaperRow(
            f"{left.table}.{left.row}", left.table, left.row, Fate.LEFT_OUT, note=left.reason
        )


def _colour(row: PaperRow) -> QColor | None:
    match row.fate:
        case Fate.ASKED:
            return tones().risk
        case Fate.LEFT_OUT:
            return tones().muted
    return None


def _told(row: PaperRow) -> str:
    return f"{row.fate.value}: {row.note}" if row.note else row.fate.value


PAPER_COLUMNS = (
    Column("Row", lambda row: str(row.row), 6),
    Column("Date as written", lambda row: row.written, 17),
    Column("Understood as", lambda row: row.understood, 20),
    Column("What happened", lambda row: " ".join(row.text.split())),
    Column("What becomes of it", _told, 0, _colour),
)


def counted(rows: tuple[PaperRow, ...]) -> str:
    """How many rows of each fate: "41 rows: 38 taken in, 2 of them with a date to check; 3 …"."""
    asked = sum(row.fate is Fate.ASKED for row in rows)
    left = sum(row.fate is Fate.LEFT_OUT for row in rows)
    words = f"{len(rows):,} rows below the headings: {len(rows) - left:,} to be taken in"
    if asked:
        words += f", {asked:,} of them with a date to check"
    return f"{words}; {left:,} left out." if left else f"{words}; none left out."

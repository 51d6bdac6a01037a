"""What a paper would add to the chronology: every row accounted for, before anything is added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from workbench.errors import BadInput
from workbench.intake.columns import Columns, columns_of, headings_seen
from workbench.intake.dates import Context, Understood, decisive, understand
from workbench.intake.judged import columns_by_content
from workbench.intake.labelled import turned
from workbench.intake.paper import Grid, Paper, Row
from workbench.intake.paragraphs import grid_of
from workbench.intake.protected import opened
from workbench.intake.readers import read_paper
from workbench.intake.wording import day_in_words
from workbench.model.when import Precision, When


@dataclass(frozen=True, slots=True)
class Proposed:
    """One entry that would be added: the agency's words, and the time as understood."""

    row: int
    table: int
    text: str
    understood: Understood
    source: str = ""

    @property
    def when(self) -> When:
        """The time; undated, with the words kept, where it was not understood."""
        return self.understood.when


@dataclass(frozen=True, slots=True)
class Skipped:
    """One row that would add nothing, and why."""

    row: int
    table: int
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Something about a row that the author should settle."""

    row: int
    table: int
    text: str
    question: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything that was seen in a paper. ``entries`` and ``skipped`` together are every row but
    the headings."""

    name: str
    digest: str
    entries: tuple[Proposed, ...]
    skipped: tuple[Skipped, ...]
    questions: tuple[Asked, ...]
    notes: tuple[str, ...] = ()


def propose(data: bytes, name: str, *, today: date | None = None, password: str = "") -> Proposal:
    """Read a paper of this file name; nothing of the record is touched.

    Raises :class:`BadInput` with a sentence when there is no chronology in it, and its kind
    :class:`PasswordWanted` when the paper is protected and ``password`` does not open it.
    """
    paper = read_paper(opened(data, name, password), name)
    entries: list[Proposed] = []
    skipped: list[Skipped] = []
    chronologies, told = _chronologies(paper, name)
    for grid, columns in chronologies:
        if columns is None:
            reason = "this table is not a chronology: it has no date and event columns"
            skipped += [Skipped(row.number, grid.number, reason) for row in grid.rows]
            continue
        for outcome in _read_rows(grid, columns, today):
            (entries if isinstance(outcome, Proposed) else skipped).append(outcome)  # type: ignore[arg-type]
    questions = tuple(_questions(entries))
    digest = hashlib.sha256(data).hexdigest()
    return Proposal(name, digest, tuple(entries), tuple(skipped), questions, (*told, *paper.notes))


def _chronologies(paper: Paper, name: str) -> tuple[list[tuple[Grid, Columns | None]], list[str]]:
    """The paper's tables with their columns, and what the author should know of the reading."""
    found: list[tuple[Grid, Columns | None]] = []
    latest: Columns | None = None
    for each in paper.grids:
        grid = turned(each) or each
        columns = columns_of(grid)
        if columns is None and latest is not None and _continues(grid, latest):
            columns = replace(latest, header=0)
        found.append((grid, columns))
        latest = columns
    if any(columns for _, columns in found):
        return found, []
    found = [(grid, columns_by_content(grid)) for grid, _ in found]
    judged = [_as_judged(columns) for _, columns in found if columns]
    if judged:
        return found, list(dict.fromkeys(judged))
    written = grid_of(paper.lines, len(paper.grids) + 1)
    if written is not None:
        return [*found, (written, columns_of(written))], [_FROM_PARAGRAPHS]
    raise BadInput(_no_chronology(paper, name))


_FROM_PARAGRAPHS = (
    "There is no chronology in a table, so it was read from the paragraphs that begin with a date."
)


def _as_judged(columns: Columns) -> str:
    def called(role: str) -> str:
        at = columns.roles[role]
        heading = columns.headings[at] if at < len(columns.headings) else ""
        return f"“{heading}”" if heading else f"column {at + 1}"

    return (
        f"The headings were not known: {called('date')} was taken for the date and "
        f"{called('event')} for what happened, from what stands in them. Check a few rows."
    )


def _no_chronology(paper: Paper, name: str) -> str:
    if not paper.grids:
        return (
            f"There is no table in {name}, and no paragraphs that begin with a date. A chronology "
            "is read from a table with a column for the date and one for what happened, or from "
            "such paragraphs."
        )
    seen = "; ".join(headings_seen(grid) for grid in paper.grids[:3])
    return (
        f"No chronology was found in {name}: no table has a column for the date and one for "
        f"what happened. The headings seen: {seen}. Rename the headings and try again."
    )


def _continues(grid: Grid, columns: Columns) -> bool:
    """A table without headings, as wide as the one before, that opens with a date."""
    if not grid.rows or len(grid.rows[0].cells) != len(columns.headings):
        return False
    first = understand(grid.rows[0].cells[columns.roles["date"]])
    return first.valid and first.when.dated


def _read_rows(grid: Grid, columns: Columns, today: date | None) -> Iterator[Proposed | Skipped]:
    above: date | None = None
    below = [row for row in grid.rows if row.number > columns.header]
    siblings = decisive([_cell(row, columns, "date") for row in below])
    for row in grid.rows:
        if row.number == columns.header:
            continue
        reason = row.dropped or _nothing_in(row, columns)
        if reason:
            above = _heading_year(row, reason) or above
            yield Skipped(row.number, grid.number, reason)
            continue
        context = Context(previous_date=above, column_siblings=siblings, today=today)
        understood = _when(row, columns, context)
        above = understood.when.start or above
        yield Proposed(
            row.number, grid.number, _words(row, columns), understood, _source(row, columns)
        )


def _nothing_in(row: Row, columns: Columns) -> str:
    if not any(row.cells):
        return "the row is empty"
    if row.number < columns.header:
        return "the row stands above the headings"
    if row.cells == columns.headings:
        return "the headings are repeated"
    filled = [index for index, cell in enumerate(row.cells) if cell]
    alone = filled[0] if len(filled) == 1 else None
    if alone is not None and alone != columns.roles["event"] and len(row.cells[alone]) < 60:
        return "the row holds a heading, or a date without an event"
    if not _cell(row, columns, "event") and not _others(row, columns):
        return "the row has a date and no event"
    return ""


def _heading_year(row: Row, reason: str) -> date | None:
    if "a heading" not in reason:
        return None
    found = understand(next(cell for cell in row.cells if cell))
    year = {Precision.YEAR, Precision.MONTH}
    return found.when.start if found.valid and found.when.precision in year else None


def _cell(row: Row, columns: Columns, role: str) -> str:
    index = columns.roles.get(role)
    return row.cells[index] if index is not None and index < len(row.cells) else ""


def _source(row: Row, columns: Columns) -> str:
    """Where it stands in the agency's record, with the paper's own number for it."""
    source, number = _cell(row, columns, "source"), _cell(row, columns, "sequence")
    return f"{source} (no. {number})".strip() if number else source


def _others(row: Row, columns: Columns) -> list[tuple[str, str]]:
    """What stands in columns that are kept with the event's text, each under its own heading."""
    taken = {index for role, index in columns.roles.items() if role not in {"agency", "end_time"}}
    return [
        (columns.headings[index].strip(" :") if index < len(columns.headings) else "", cell)
        for index, cell in enumerate(row.cells)
        if index not in taken and cell
    ]


def _words(row: Row, columns: Columns) -> str:
    """The agency's words, unchanged: the event, then every other column under its heading."""
    lines = [_cell(row, columns, "event")]
    lines += [f"{heading}: {cell}" if heading else cell for heading, cell in _others(row, columns)]
    return "\n".join(line for line in lines if line)


def _when(row: Row, columns: Columns, context: Context) -> Understood:
    day_text, time_text = _cell(row, columns, "date"), _cell(row, columns, "time")
    end_text = _cell(row, columns, "end_date")
    if end_text and end_text != day_text:
        day_text = f"{day_text} to {end_text}"
    day = understand(day_text, context=context)
    if not day_text and context.previous_date is not None:
        told = f"The date is blank. The row above has {day_in_words(context.previous_date)}."
        day = replace(day, ambiguous=True, alternatives=(context.previous_date,), message=told)
    if not time_text:
        return day
    text = f"{day_text} {time_text}".strip()
    said = replace(day, when=replace(day.when, text=text))
    clock = understand(
        time_text,
        context=replace(context, column="time", row_date=day.when.start),
    )
    one_day = day.when.precision is Precision.DAY
    if not clock.valid:
        return replace(
            said, ambiguous=True, message=f"The time was not understood: {clock.message}"
        )
    if clock.when.start_time is None or not day.valid:
        return said
    if not one_day:
        told = "The row covers more than one day, so its time stands in the words alone."
        return replace(said, ambiguous=True, message=told)
    return replace(
        said,
        when=replace(
            said.when,
            precision=clock.when.precision,
            start_time=clock.when.start_time,
            end_time=clock.when.end_time,
            approximate=day.when.approximate or clock.when.approximate,
        ),
    )


def _questions(entries: list[Proposed]) -> Iterator[Asked]:
    for entry in entries:
        understood = entry.understood
        if not understood.valid or understood.ambiguous:
            words = understood.message or "This could mean two dates."
            yield Asked(entry.row, entry.table, entry.when.text, words)

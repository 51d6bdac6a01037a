"""Tables with a label beside each value: one event each, or one after another."""

from __future__ import annotations

from workbench.intake.columns import role_of
from workbench.intake.paper import Grid, Row


def turned(grid: Grid) -> Grid | None:
    """The table with its labels as headings and a row for each event, or None when it is not of
    this kind. An event's row has the number of its first line."""
    lines = [(row, [cell for cell in row.cells if cell]) for row in grid.rows]
    pairs = [(row, cells) for row, cells in lines if cells and not row.dropped]
    if not pairs or any(len(cells) > 2 for _, cells in pairs):
        return None
    roles = {role_of(cells[0]) for _, cells in pairs}
    if not {"date", "event"} <= roles or _is_a_heading_row(pairs[0][1]):
        return None
    first = next(cells[0] for _, cells in pairs if role_of(cells[0]) is not None)
    headings: list[str] = []
    events: list[tuple[int, dict[str, str]]] = []
    for row, cells in pairs:
        label, value = cells[0], cells[1] if len(cells) == 2 else ""
        if label not in headings:
            headings.append(label)
        if label == first or not events:
            events.append((row.number, {}))
        values = events[-1][1]
        values[label] = f"{values[label]}\n{value}" if values.get(label) else value
    rows = [Row(0, tuple(headings))]
    rows += [
        Row(number, tuple(values.get(one, "") for one in headings)) for number, values in events
    ]
    rows += [row for row in grid.rows if row.dropped]
    return Grid(grid.number, tuple(rows))


def _is_a_heading_row(cells: list[str]) -> bool:
    """Whether both cells are headings, as above two columns of values."""
    return len(cells) == 2 and None not in {role_of(cells[0]), role_of(cells[1])}

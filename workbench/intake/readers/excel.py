"""Tables of an Excel workbook (.xlsx): dates as dates, hidden rows and sheets told."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from workbench.errors import BadInput
from workbench.intake.package import check_package
from workbench.intake.paper import Grid, Paper, Row

_MOST_CELLS = 5_000_000


def read_excel(data: bytes, name: str) -> Paper:
    """The visible sheets, one grid each; ``name`` is the file's, for messages."""
    check_package(data, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, ParseError):
        raise BadInput(
            f"{name} is damaged, or is not an Excel workbook. Open it in Excel, save it again as "
            ".xlsx and import that copy."
        ) from None
    grids: list[Grid] = []
    notes: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            notes.append("The workbook has a hidden sheet; it was not read.")
            continue
        if sheet.max_row * sheet.max_column > _MOST_CELLS:
            raise BadInput(f"A sheet of {name} is far too large for a chronology.")
        grids.append(Grid(len(grids) + 1, _rows(sheet)))
    return Paper(tuple(grids), tuple(dict.fromkeys(notes)))


def _rows(sheet: Worksheet) -> tuple[Row, ...]:
    return tuple(
        Row(
            number,
            tuple(_said(cell.value) for cell in cells),
            "the row is hidden" if sheet.row_dimensions[number].hidden else "",
        )
        for number, cells in enumerate(sheet.iter_rows(), 1)
    )


def _said(value: object) -> str:
    """A cell as its agency sees it: a date in full, a time by the minute, a whole number without
    a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        bare = value.time() == time(0)
        return value.date().isoformat() if bare else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    whole = isinstance(value, float) and value.is_integer()
    return f"{value:.0f}" if whole else str(value).strip()

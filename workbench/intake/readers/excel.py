"""Tables of an Excel workbook (.xlsx): dates as dates, and everything that hides is told."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.errors import BadInput
from workbench.intake.package import check_package
from workbench.intake.paper import Grid, Paper, Row

_MOST_CELLS = 5_000_000
_NEVER_CALCULATED = "[a formula whose result is not in the file]"


def read_excel(data: bytes, name: str) -> Paper:
    """The visible sheets, one grid each; ``name`` is the file's, for messages."""
    check_package(data, name)
    book = _opened(data, name, values=True)
    for sheet in book.worksheets:
        if sheet.max_row * sheet.max_column > _MOST_CELLS:
            raise BadInput(f"A sheet of {name} is far too large for a chronology.")
    formulas = _opened(data, name, values=False) if _has_formulas(data) else None
    grids: list[Grid] = []
    seen: Counter[str] = Counter()
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            seen["hidden sheet"] += 1
            continue
        beside = formulas[sheet.title] if formulas is not None else None
        grids.append(Grid(len(grids) + 1, tuple(_rows(sheet, beside, seen))))
    return Paper(tuple(grids), tuple(_notes(seen)))


def _opened(data: bytes, name: str, *, values: bool) -> Workbook:
    try:
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, ParseError):
        raise BadInput(
            f"{name} is damaged, or is not an Excel workbook. Open it in Excel, save it again as "
            ".xlsx and import that copy."
        ) from None


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [part for part in package.namelist() if part.startswith("xl/worksheets/")]
        return any(b"<f>" in (part := package.read(one)) or b"<f " in part for one in sheets)


def _rows(sheet: Worksheet, formulas: Worksheet | None, seen: Counter[str]) -> Iterator[Row]:
    hidden = _hidden_columns(sheet)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        dropped = "the row is hidden" if sheet.row_dimensions[number].hidden else ""
        said = []
        for cell in cells:
            if cell.column in hidden:
                seen["hidden column"] += bool(cell.value)
                continue
            said.append(_cell_said(cell, formulas, seen))
        yield Row(number, tuple(said), dropped)


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """The numbers of the hidden columns; one entry may stand for a run of them."""
    return {
        number
        for each in sheet.column_dimensions.values()
        if each.hidden
        for number in range(each.min or 0, (each.max or 0) + 1)
    }


def _cell_said(cell: Cell | MergedCell, formulas: Worksheet | None, seen: Counter[str]) -> str:
    if cell.comment is not None:
        seen["comment"] += 1
    if cell.value is None:
        if formulas is not None and formulas[cell.coordinate].data_type == "f":
            seen["formula"] += 1
            return _NEVER_CALCULATED
        return ""
    if cell.font is not None and cell.font.strike:
        seen["struck"] += 1
    return _said(cell.value)


def _said(value: object) -> str:
    """A cell as its agency sees it: a date in full, a time by the minute, a whole number without
    a point."""
    if isinstance(value, datetime):
        bare = value.time() == time(0)
        return value.date().isoformat() if bare else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    whole = isinstance(value, float) and value.is_integer()
    return f"{value:.0f}" if whole else str(value).strip()


def _notes(seen: Counter[str]) -> Iterator[str]:
    if seen["hidden sheet"]:
        yield "The workbook has a hidden sheet; it was not read."
    if seen["hidden column"]:
        yield (
            f"The workbook has hidden columns, with {seen['hidden column']} filled cells; they "
            "were not read."
        )
    if seen["formula"]:
        yield (
            f"{seen['formula']} cells hold a formula whose result is not in the file. Open it in "
            "Excel, save it, and import it again."
        )
    if seen["struck"]:
        yield (
            f"{seen['struck']} cells are struck through; their words were read like the others. "
            "Ask the agency whether they still stand."
        )
    if seen["comment"]:
        yield f"The workbook has comments on {seen['comment']} cells; they were not read."

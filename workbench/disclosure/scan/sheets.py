"""The cells of a workbook as a person sees them: row by row, days as days."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from datetime import date, timedelta

from lxml import etree

from workbench.disclosure.scan.pieces import Piece, Read, Sort
from workbench.disclosure.scan.xml_parts import parser

_SHEET = re.compile(r"xl/(?:worksheets|chartsheets)/[^/]+\.xml")
_DAY_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_DAYS = re.compile(r"[dmy]", re.IGNORECASE)
_NO_DAYS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_BROKEN = (zipfile.BadZipFile, zlib.error, LookupError, ValueError, OSError, EOFError, RuntimeError,
           struct.error, etree.XMLSyntaxError)  # fmt: skip


def read_sheets(outer: str, content: bytes, read: Read) -> None:
    """Read each sheet; every part of the workbook has been read as it lies already."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            if "xl/workbook.xml" not in names:
                return
            book = _Book(package, names)
            for name in filter(_SHEET.fullmatch, names):
                _read_sheet(outer + name, book, package.read(name), read)
    except _BROKEN:
        if not any(part.startswith(outer) for part, _ in read.unreadable):  # why is said already
            read.cannot(outer.removesuffix(" > ") or "the file", "is a damaged workbook")


class _Book:
    """What the sheets of one workbook share: texts, and which formats show a day."""

    def __init__(self, package: zipfile.ZipFile, names: list[str]) -> None:
        self.texts: list[str] = []
        self.days: list[bool] = []
        if "xl/sharedStrings.xml" in names:
            root = etree.fromstring(package.read("xl/sharedStrings.xml"), parser())
            self.texts = [_text(one) for one in root.iterfind("{*}si")]
        if "xl/styles.xml" in names:
            root = etree.fromstring(package.read("xl/styles.xml"), parser())
            self.days = _formats(root)
        workbook = package.read("xl/workbook.xml")
        self.from_1904 = bool(re.search(rb'date1904="(?:1|true)"', workbook))

    def day(self, value: str, style: str) -> str:
        """A number as the day that it is shown as, or as it is."""
        number = int(style or 0)
        try:
            if number < len(self.days) and self.days[number]:
                first = date(1904, 1, 1) if self.from_1904 else date(1899, 12, 30)
                return (first + timedelta(days=int(float(value)))).isoformat()
        except (ValueError, OverflowError):
            return value
        return value


def _text(element: etree._Element) -> str:
    return "".join(str(one.text or "") for one in element.iter("{*}t"))


def _formats(root: etree._Element) -> list[bool]:
    """For each format of cells, whether it shows a day."""
    own = {
        int(one.get("numFmtId", "0")): _says_a_day(one.get("formatCode", ""))
        for one in root.iterfind("{*}numFmts/{*}numFmt")
    }
    used = [int(one.get("numFmtId", "0")) for one in root.iterfind("{*}cellXfs/{*}xf")]
    return [own.get(one, one in _DAY_FORMATS) for one in used]


def _says_a_day(format_code: str) -> bool:
    return bool(_DAYS.search(_NO_DAYS.sub("", format_code)))


def _read_sheet(part: str, book: _Book, content: bytes, read: Read) -> None:
    text: list[str] = []
    places: list[tuple[int, str]] = []
    at = 0
    sheet = re.sub(r".*?(\d*)\.xml$", r"\1", part)
    root = etree.fromstring(content, parser())
    for row in root.iterfind("{*}sheetData/{*}row"):
        for cell in row.iterfind("{*}c"):
            said = f"{_shown(cell, book)}\t"
            places.append((at, f"cell {_safe(cell.get('r'))} of sheet {sheet}".strip()))
            text.append(said)
            at += len(said)
        text.append("\n")
        at += 1
    read.pieces.append(Piece(part, "".join(text), Sort.FLOW, tuple(places) or ((0, "a sheet"),)))


def _safe(reference: str | None) -> str:
    """A cell's name as long as it is one: nothing else is repeated."""
    return reference if reference and re.fullmatch(r"[A-Z]{1,3}\d{1,7}", reference) else ""


def _shown(cell: etree._Element, book: _Book) -> str:
    value = cell.findtext("{*}v") or ""
    match cell.get("t"):
        case "s":
            known = value.isdigit() and int(value) < len(book.texts)
            return book.texts[int(value)] if known else ""
        case "inlineStr":
            return _text(cell)
        case None | "n":
            return book.day(value, cell.get("s", ""))
        case _:
            return value

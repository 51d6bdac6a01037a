"""Tables in plain text (.csv, .tsv): which encoding and which separator are found, not assumed."""

from __future__ import annotations

import csv
import io
from collections import Counter

from workbench.errors import BadInput
from workbench.intake.paper import Grid, Paper, Row

_SEPARATORS = ",;\t|"
_LOOKED_AT = 40
_MOST = 60 * 1024 * 1024


def read_delimited(data: bytes, name: str) -> Paper:
    """The table of the text file; ``name`` is the file's, for messages."""
    if len(data) > _MOST:
        raise BadInput(f"{name} is larger than 60 MB, too large for a chronology.")
    text, said = _decoded(data, name)
    separator = _separator(text)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False))
    except csv.Error:
        raise BadInput(
            f"{name} could not be read as a table. Open it in Excel, save it as .xlsx and import "
            "that copy."
        ) from None
    rows = tuple(
        Row(number, tuple(cell.strip() for cell in line)) for number, line in enumerate(lines, 1)
    )
    return Paper((Grid(1, rows),) if rows else (), said)


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    if data[1:2] == b"\0" or data[:1] == b"\0":
        order = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return data.decode(order, errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise BadInput(f"{name} is not a text file. Ask the agency for .docx, .xlsx or .csv.")
    said = "The file was read as written by Windows; check that its accents and pounds are right."
    return data.decode("cp1252", errors="replace"), (said,)


def _separator(text: str) -> str:
    """The separator that the most lines have equally often."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]

    def agreement(separator: str) -> int:
        counts = Counter(line.count(separator) for line in lines)
        counts.pop(0, None)
        return counts.most_common(1)[0][1] if counts else 0

    return max(_SEPARATORS, key=agreement)

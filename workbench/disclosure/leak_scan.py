"""The leak scan: an independent reader over the bytes of a finished file.

It shares no code with what wrote the file and none with the gate but the register. It reads every
part, and a file of which it cannot read something is not clean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workbench.disclosure.decisions import Decision
from workbench.disclosure.register import Register
from workbench.disclosure.scan.births import days_in
from workbench.disclosure.scan.contents import UNKNOWN, WHOLE, ending_of, read_file
from workbench.disclosure.scan.matching import Search
from workbench.disclosure.scan.package import NOT_PACKED
from workbench.disclosure.scan.pieces import Piece, Read, Sort, piece
from workbench.disclosure.scan.view import View, letters_of
from workbench.errors import BadInput

_NHS = re.compile(r"(?<![\w.-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w-])|(?<![\w.-])\d{10}(?![\w-])")
_NI = re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
_PROMISES = {
    ".docx": ("a Word file", "word/document.xml", b"never"),
    ".docm": ("a Word file", "word/document.xml", b"never"),
    ".xlsx": ("an Excel workbook", "xl/workbook.xml", b"never"),
    ".pptx": ("a presentation", "ppt/presentation.xml", b"never"),
    ".odt": ("an OpenDocument text", "content.xml", b"never"),
    ".pdf": ("a PDF", "never", b"%PDF"),
    ".rtf": ("RTF", "never", b"{\\rtf"),
}


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that must not be in the file: the part it is in, the place in words, what it is
    (person, place, org, number, date of birth) and whose. The words are left out on purpose."""

    part: str
    place: str
    what: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part that could not be read, and why."""

    part: str
    reason: str


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What the scan found, what it could not read, what it looked at, and which pictures a person
    must look at, because a scan does not see what they show."""

    leaks: tuple[Leak, ...]
    unreadable: tuple[Unreadable, ...]
    looked_at: tuple[str, ...]
    pictures: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether everything was read and nothing was found."""
        return not self.leaks and not self.unreadable


def scan(
    source: Path | str | bytes, register: Register, decided: Sequence[Decision] = ()
) -> ScanReport:
    """Look for every registered name and number in every corner of a file."""
    read = _read(source)
    search = Search(register)
    leaks: dict[Leak, Sort] = {}
    allowed = [(letters_of(one.text), letters_of(one.words)) for one in decided]
    births = {one.born: one.id for one in register.entities if one.born is not None}
    safe = _parts_by_safe_names(read, search)
    for met in read.pieces:
        one = replace(met, part=safe[met.part])
        if one.part != met.part:
            one = replace(one, places=((0, one.part),))
        for leak in (*_named(one, search, allowed), *_patterned(one), *_born(one, births)):
            leaks.setdefault(leak, one.sort)
    unreadable = tuple(Unreadable(part, reason) for part, reason in dict.fromkeys(read.unreadable))
    return ScanReport(
        _each_once(leaks), unreadable, tuple(dict.fromkeys(read.looked_at)), tuple(read.pictures)
    )


def _read(source: Path | str | bytes) -> Read:
    """Everything that can be read of the file, and what could not be."""
    read = Read()
    content = source if isinstance(source, bytes) else b""
    named = "" if isinstance(source, bytes) else Path(source).name
    if not isinstance(source, bytes):
        try:
            content = Path(source).read_bytes()
        except OSError:
            raise BadInput(
                "The file to scan cannot be opened. Check its name, and close it in Word."
            ) from None
        read.pieces.append(piece("file name", named, Sort.VALUE, "the file's name"))
    if not content:
        read.looked_at.append(WHOLE)
        read.cannot(WHOLE, "is empty")
        return read
    read_file(content, named, read)
    promised = _PROMISES.get(ending_of(named))
    if promised and promised[1] not in read.looked_at and not content.startswith(promised[2]):
        _say_unkept(promised[0], promised[1], read)
    return read


def _say_unkept(kind: str, main_part: str, read: Read) -> None:
    """Say that the file is not what its name says, unless it is known why it could not be read."""
    known = {why for part, why in read.unreadable if part in (WHOLE, main_part)}
    if known <= {NOT_PACKED, UNKNOWN}:
        read.unreadable = [one for one in read.unreadable if one[1] not in known]
        read.cannot(WHOLE, f"is not {kind}, whatever its name says")


def _each_once(leaks: dict[Leak, Sort]) -> tuple[Leak, ...]:
    """Without what was met again in a view of the same part that knows places less well."""
    placed = {(leak.part, leak.entity) for leak, sort in leaks.items() if sort is not Sort.RAW}
    return tuple(
        leak
        for leak, sort in leaks.items()
        if sort is not Sort.RAW or (leak.part, leak.entity) not in placed
    )


def _parts_by_safe_names(read: Read, search: Search) -> dict[str, str]:
    """The parts as they may be spoken of: one whose own name is a leak is called just that."""
    parts = dict.fromkeys(one.part for one in read.pieces)
    return {
        part: "a part whose own name is a leak"
        if any(search.hits(View(piece(part, part, Sort.VALUE, ""))))
        else part
        for part in parts
    }


def _named(one: Piece, search: Search, allowed: list[tuple[str, str]]) -> Iterator[Leak]:
    view = View(one)
    for hit in search.hits(view):
        start, end = view.begins[hit.first], view.begins[hit.last + 1]
        if not _explained(view.letters, start, end, allowed):
            yield Leak(one.part, view.place(hit.first), hit.wanted.what, hit.wanted.entity)


def _explained(letters: str, start: int, end: int, allowed: list[tuple[str, str]]) -> bool:
    """Whether the author let exactly these words stand in exactly this text."""
    for text, words in allowed:
        if letters[start:end] not in words:
            continue
        at = letters.find(text, max(0, start - len(text)))
        if 0 <= at <= start and end <= at + len(text):
            return True
    return False


def _patterned(one: Piece) -> Iterator[Leak]:
    """NHS numbers that check out, and National Insurance numbers: no report needs one."""
    if one.sort is not Sort.FLOW:
        return
    for match in _NHS.finditer(one.text):
        digits = re.sub(r"\D", "", match.group())
        total = sum(int(digit) * (10 - at) for at, digit in enumerate(digits[:9]))
        if (11 - total % 11) % 11 == int(digits[9]):
            yield Leak(one.part, one.place_at(match.start()), "NHS number", None)
    for match in _NI.finditer(one.text):
        yield Leak(one.part, one.place_at(match.start()), "National Insurance number", None)


def _born(one: Piece, births: dict[date, str]) -> Iterator[Leak]:
    """The day on which somebody registered was born, however it is written. Bytes that are no text
    are left out: in those, eight digits in a row mean nothing."""
    if not births or one.sort is Sort.RAW:
        return
    for day, at in days_in(one.text):
        if day in births:
            yield Leak(one.part, one.place_at(at), "date of birth", births[day])

"""What a crash left of a working copy: whether it may be taken up again, or is set aside.

It has to open page by page, and to hold everything that its record's file holds: a copy whose log
was deleted, or put in the place of a newer one, would else be written over newer work.
"""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from workbench.store import container
from workbench.store.database import damaged_pages, raw_connection
from workbench.store.faults import Damaged
from workbench.store.working_copy import WorkingCopy

SET_ASIDE = (
    "The workbench ended unexpectedly last time, and what it left on this computer is damaged or "
    "incomplete, so it was not taken up. The review opens as it was last saved{saved}. What is "
    "left is kept, encrypted, in {folder}: if you miss something, ask for help before you delete "
    "it."
)
LOG_CUT = (
    "The workbench ended unexpectedly last time, and a part of what this computer keeps of the "
    "review while it is open was deleted or damaged. What is in the file is all here; what was "
    "typed after the last saving may be missing: look it through."
)
# The layout of SQLite's log: a header with a magic number and salts, then frames of a page each.
_HEADER, _FRAME = struct.Struct(">8I"), struct.Struct(">6I")
_MAGIC, _PAGE = 0x377F0682, 4096
_INDEX = struct.Struct("=3I2BH2I2I8s2I")  # of the index: frames committed, then the log's salts
_ANOTHER_LOG = 1 << 32  # more than any log has: it is not the one that was written last


@dataclass(frozen=True, slots=True)
class Left:
    """Whether a copy can be read and holds all that its file holds, and whether its log is as it
    was written."""

    whole: bool
    log_whole: bool


def look_at(copy: WorkingCopy, header: container.Header | None) -> Left:
    """Look at what was left. ``header`` is of the file that it belongs to, if that is there."""
    log = copy.database.with_name("case.db-wal")
    committed = -1 if copy.log_is_gone else _committed_frames(log)
    noted = _noted_frames(copy.database.with_name("case.db-shm"), log)
    try:
        raw = raw_connection(copy.database, copy.key, copy.salt)
    except Damaged:
        return Left(whole=False, log_whole=False)
    try:
        _, taken_in, _ = raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        sound = raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        count, last = raw.execute("SELECT count(*), max(number) FROM journal").fetchone()
        whole = sound and count == (last or 0) and (header is None or _goes_on_from(raw, header))
    except sqlcipher.DatabaseError:
        return Left(whole=False, log_whole=False)
    finally:
        raw.close()
    whole = whole and not damaged_pages(copy.database, copy.key, copy.salt)
    return Left(whole, log_whole=noted <= committed and 0 <= committed <= taken_in)


def _goes_on_from(raw: sqlcipher.Connection, header: container.Header) -> bool:
    noted = header.fields.get("journal")
    heads = noted.get("heads", {}).values() if isinstance(noted, dict) else ()
    for number, chained in heads:
        found = raw.execute("SELECT hash FROM journal WHERE number = ?", (number,)).fetchone()
        if number and (found is None or found[0] != chained):
            return False
    return True


def _committed_frames(log: Path) -> int:
    """How many frames the log must have for all that was committed; -1 when its own header is
    damaged. Frames of an earlier round, which have other salts, may follow."""
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return 0
    if not content:
        return 0
    if len(content) < _HEADER.size:
        return -1
    magic, _, page, _, *salts, first, second = _HEADER.unpack_from(content)
    little = "<" if magic == _MAGIC else ">"
    if magic & ~1 != _MAGIC or page != _PAGE or (first, second) != _sum(content[:24], little):
        return -1
    committed, size = 0, _FRAME.size + _PAGE
    for number, start in enumerate(range(_HEADER.size, len(content) - size + 1, size), start=1):
        _, pages, *own, _, _ = _FRAME.unpack_from(content, start)
        if own == salts and pages:
            committed = number
    return committed


def _noted_frames(index: Path, log: Path) -> int:
    """How many frames were committed by what SQLite noted in the log's index at each commit. A kill
    leaves it as it was, and the log never has fewer; 0 where it says nothing that can be relied on,
    as after a loss of power."""
    try:
        with index.open("rb") as noted, log.open("rb") as begins:
            first, second = noted.read(_INDEX.size), noted.read(_INDEX.size)
            header = begins.read(_HEADER.size)
    except FileNotFoundError:
        return 0
    if len(second) < _INDEX.size or first != second:
        return 0
    *_, frames, _, _, _, salts, one, other = _INDEX.unpack(first)
    native = "<" if sys.byteorder == "little" else ">"
    if (one, other) != _sum(first[:40], native):
        return 0
    return int(frames) if not frames or header[16:24] in (salts, b"") else _ANOTHER_LOG


def _sum(words: bytes, order: str) -> tuple[int, int]:
    first = second = 0
    for one, other in struct.iter_unpack(f"{order}2I", words):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second


def set_aside(copy: WorkingCopy, header: container.Header) -> str:
    """Keep what cannot be taken up in a folder of its own; what to tell the author."""
    name = f"damaged {datetime.now().astimezone():%Y-%m-%d %H.%M.%S}"
    folder, number = copy.folder / name, 1
    while folder.exists():
        number += 1
        folder = copy.folder / f"{name} {number}"
    folder.mkdir(mode=0o700)
    for left in copy.folder.glob("case.db*"):
        left.replace(folder / left.name)
    saved = str(header.fields.get("saved", ""))
    return SET_ASIDE.format(saved=f", on {_day(saved)}" if saved else "", folder=folder)


def _day(stamp: str) -> str:
    at = datetime.fromisoformat(stamp).astimezone()
    return f"{at.day} {at:%B %Y at %H:%M}"

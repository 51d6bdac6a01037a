"""The note of a closing that has begun: what was kept, and what is to be destroyed.

While it lies in the application's folder the closing is not finished, and it says all that
finishing needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from workbench.settings import data_folder, write_private


@dataclass(frozen=True, slots=True)
class Kept:
    """One file that was exported, written, read again and found whole."""

    what: str
    path: str
    size: int
    sha256: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingNote:
    """Times are in UTC (ISO 8601). ``mac`` names the very container that is to be destroyed, and
    ``doomed`` each file with what it is."""

    file: str
    file_id: str
    mac: str
    author: str
    began: str
    certificate: str
    transactions: int
    last_hash: str
    slots: tuple[tuple[str, str], ...]  # the type of each way to open it, and when it was made
    keychain: tuple[str, ...]
    kept: tuple[Kept, ...]
    doomed: tuple[tuple[str, str], ...]


def write_note(note: ClosingNote) -> None:
    """Keep the note, for this user alone."""
    write_private(_place(note.file_id), asdict(note))


def drop_note(note: ClosingNote) -> None:
    """Take the note away: the closing is finished, or given up."""
    _place(note.file_id).unlink(missing_ok=True)


def place_of(note: ClosingNote) -> Path:
    """Where the note is kept."""
    return _place(note.file_id)


def notes() -> tuple[ClosingNote, ...]:
    """The closings that were begun and not finished. A note that cannot be read is none."""
    return tuple(_read_all())


def note_of(path: Path) -> ClosingNote | None:
    """The note of the closing of this file, or None."""
    return next((each for each in notes() if Path(each.file) == path.absolute()), None)


def _read_all() -> Iterator[ClosingNote]:
    for place in sorted((data_folder() / "closing").glob("*.json")):
        try:
            yield _note(json.loads(place.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, KeyError):
            continue


def _note(told: dict[str, Any]) -> ClosingNote:
    pairs = {name: tuple((str(a), str(b)) for a, b in told[name]) for name in ("slots", "doomed")}
    kept = tuple(Kept(**each) for each in told["kept"])
    return ClosingNote(**{**told, **pairs, "kept": kept, "keychain": tuple(told["keychain"])})


def _place(file_id: str) -> Path:
    return data_folder() / "closing" / f"{file_id}.json"

"""What this computer last saw of each record, so that an older copy put in its place is noticed.

From the file alone that cannot be known: an older copy is as whole as it was then.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.settings import data_folder, write_private
from workbench.store.container import Header

OLDER = (
    "This is an older copy of the review: on {seen} this computer saw one that had been saved "
    "{times} later{saved}. If you did not put the older one here on purpose, close this, look for "
    "the newer file or in the backups, and compare."
)
ANOTHER = (
    "This is not the version of the review that this computer saved last, on {seen}: it was "
    "changed somewhere else from an earlier one. What was saved here last is in the backups. "
    "Compare the two before you go on."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest container of a record that this computer wrote or opened, and when; ``places``
    are those of which the author was told."""

    number: int
    mac: str
    saved: str
    at: str
    places: tuple[str, ...] = ()


def last_seen(file_id: str) -> Seen | None:
    """What was seen last; None when nothing was, or the note cannot be read."""
    try:
        kept = json.loads(_file(file_id).read_text(encoding="utf-8"))
        return Seen(
            int(kept["number"]),
            str(kept["mac"]),
            str(kept["saved"]),
            str(kept["at"]),
            tuple(map(str, kept["places"])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note(fields: dict[str, Any], mac: str, now: datetime) -> None:
    """Note that this container was written or opened here."""
    before = last_seen(str(fields["file_id"]))
    if before is not None and before.mac == mac:
        return
    _keep(
        str(fields["file_id"]),
        Seen(
            int(fields["gen"]),
            mac,
            str(fields.get("saved", "")),
            now.isoformat(timespec="seconds"),
            before.places if before else (),
        ),
    )


def told_of(file_id: str, place: str) -> None:
    """Note that the author was told of this place."""
    before = last_seen(file_id)
    if before is not None and place not in before.places:
        _keep(file_id, replace(before, places=(*before.places, place)))


def forget(file_id: str) -> None:
    """Note nothing more of this record."""
    _file(file_id).unlink(missing_ok=True)


def in_words(header: Header) -> str:
    """What to tell the author when this is not what this computer saw last; else empty."""
    seen = last_seen(header.file_id)
    number = int(header.fields["gen"])
    if seen is None or number > seen.number or header.mac.hex() == seen.mac:
        return ""
    if number == seen.number:
        return ANOTHER.format(seen=_day(seen.at))
    steps = seen.number - number
    saved = f", last on {_day(seen.saved)}" if seen.saved else ""
    times = "once" if steps == 1 else f"{steps} times"
    return OLDER.format(seen=_day(seen.at), times=times, saved=saved)


def _day(stamp: str) -> str:
    try:
        at = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return "an earlier day"
    return f"{at.day} {at:%B %Y at %H:%M}"


def _keep(file_id: str, seen: Seen) -> None:
    try:
        write_private(_file(file_id), asdict(seen))
    except OSError:
        return  # the record itself is written; what is lost is a later warning


def _file(file_id: str) -> Path:
    return data_folder() / "seen" / f"{file_id}.json"

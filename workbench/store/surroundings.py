"""What to tell the author of a file that was just opened: where it lies, what lies beside it, who
else has it open, and whether it is what this computer saw last. None of it stops the opening."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from pathlib import Path

from workbench.store import neighbours, places, presence, seen
from workbench.store.container import Header


def surroundings(
    path: Path, header: Header, data_key: bytes, *, was_away: bool, to_read: bool = False
) -> list[str]:
    """The sentences, the gravest first. What was seen is noted, unless it is only ``to_read``:
    somebody else's copy that one looks into, say to merge it, is not what is worked on here."""
    now = datetime.now(UTC)
    told = [seen.in_words(header)]
    if not told[0] and not to_read:
        seen.note(header.fields, header.mac.hex(), now)
    told += [presence.in_words(each, now) for each in presence.others(path, data_key)]
    told.append(neighbours.in_words(neighbours.set_aside(path, header.file_id, platform.node())))
    told.append(places.WAS_AWAY if was_away else "")
    told.append(of_place(path, header.file_id))
    return [each for each in told if each]


def of_place(path: Path, file_id: str) -> str:
    """What to know of the place where the file lies, once on each computer for each such place."""
    place = places.place_of(path)
    label = f"{place.kind} {place.name}".strip()
    known = seen.last_seen(file_id)
    if known is not None and label in known.places:
        return ""
    seen.told_of(file_id, label)
    return places.in_words(place)

"""A note beside a record's file while it is open: by whom, on which computer, since when.

It is sealed under the record's own key, so that only those who can open the record learn a name
from it. It informs and never blocks: what keeps two writers apart is that a file which changed is
not overwritten.
"""

from __future__ import annotations

import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workbench.settings import data_folder, write_private
from workbench.store.keys import derived
from workbench.store.places import hide

STALE = timedelta(hours=12)  # without a sign for so long it was probably left by a crash
_HERE_NOW = (
    "{who} has this review open on the computer {computer}, since {since}. If you both change it, "
    "the second to save is told, and both versions are kept to be compared by hand. To be safe "
    "close it, and open it to read only until it is closed there."
)
_LEFT = (
    "A note beside the file says that {who} had this review open on the computer {computer}, and "
    "last saved it on {seen}. It was probably left when that computer stopped, and work may be "
    "waiting there: open the review there and close it. Until then open it here to read only."
)


@dataclass(frozen=True, slots=True)
class Presence:
    """Who has a record open: the name under which they write, and where."""

    who: str
    computer: str
    tag: str
    since: str
    seen: str


def announce(path: Path, data_key: bytes, author: str, since: datetime) -> None:
    """Leave the note, or renew it. Where it cannot be written there is none: the record is opened
    all the same."""
    me = Presence(author, platform.node(), _tag(), _stamp(since), _stamp(datetime.now(UTC)))
    nonce = os.urandom(12)
    text = json.dumps(asdict(me), ensure_ascii=False).encode()
    padded = text.ljust((len(text) // 256 + 1) * 256)
    target = _note(path, me.tag)
    try:
        sealed = AESGCM(derived(data_key, "presence")).encrypt(nonce, padded, None)
        target.touch(mode=0o600)
        with target.open("r+b") as file:  # Windows makes no hidden file anew
            file.write(nonce + sealed)
            file.truncate()
        hide(target)
    except OSError:
        return


def leave(path: Path) -> None:
    """Take the note of this computer away."""
    try:
        _note(path, _tag()).unlink(missing_ok=True)
    except OSError:
        return  # it will be found to be stale


def others(path: Path, data_key: bytes) -> tuple[Presence, ...]:
    """Who else says that they have the record open. A note that cannot be read under the record's
    key says nothing."""
    mine, found = _note(path, _tag()), []
    cipher = AESGCM(derived(data_key, "presence"))
    for each in sorted(path.parent.glob(_note(path, "?" * 8, literal=True).name))[:20]:
        if each == mine:
            continue
        try:
            sealed = each.read_bytes()
            told = json.loads(cipher.decrypt(sealed[:12], sealed[12:], None))
            found.append(Presence(**told))
        except (OSError, ValueError, TypeError, InvalidTag):
            continue
    return tuple(found)


def in_words(presence: Presence, now: datetime) -> str:
    """What to tell the author of somebody who has the record open, or had."""
    stale = abs(now - datetime.fromisoformat(presence.seen)) > STALE
    who = presence.who or "Somebody"
    told = _LEFT if stale else _HERE_NOW
    since, seen = _day(presence.since), _day(presence.seen)
    return told.format(who=who, computer=presence.computer, since=since, seen=seen)


def _note(path: Path, tag: str, *, literal: bool = False) -> Path:
    stem = path.stem[:40]
    if literal:
        stem = "".join(f"[{each}]" if each in "*?[" else each for each in stem)
    return path.with_name(f".~{stem}.{tag}.open")


def _tag() -> str:
    """What this computer is called in notes: a number drawn once, which says nothing."""
    file = data_folder() / "computer.json"
    try:
        return str(json.loads(file.read_text(encoding="utf-8"))["tag"])[:8]
    except (OSError, ValueError, KeyError, TypeError):
        tag = os.urandom(4).hex()
        with suppress(OSError):  # else this computer is another one the next time
            write_private(file, {"tag": tag})
        return tag


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _day(stamp: str) -> str:
    at = datetime.fromisoformat(stamp).astimezone()
    return f"{at.day} {at:%B %Y at %H:%M}"

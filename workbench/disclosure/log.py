"""The disclosure log: what was done before a document left, in counts and kinds, without a name."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime

from workbench.disclosure.gate import Disclosed
from workbench.disclosure.leak_scan import ScanReport


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One document that left, or was refused. Pairs are of a kind and how often. ``hash`` is the
    SHA-256 of the file as it left, so that a copy can be told from what was released."""

    at: str
    output: str
    audience: str
    recipient: str
    template: str
    hash: str
    released: bool
    replaced: tuple[tuple[str, int], ...]
    let_stand: int
    held_back: tuple[tuple[str, int], ...]
    leaks: tuple[tuple[str, int], ...]
    parts_read: int
    parts_unreadable: int
    pictures_to_look_at: int

    def as_json(self) -> str:
        """The entry as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


def log_entry(
    disclosed: Disclosed,
    scanned: ScanReport,
    content: bytes,
    *,
    at: datetime,
    output: str,
    template: str = "",
    recipient: str = "",
) -> LogEntry:
    """The entry for this document, as the gate and the scan left it."""
    held = Counter(one.reason.value for one in disclosed.unresolved)
    leaks = Counter(leak.what for leak in scanned.leaks)
    return LogEntry(
        at=at.isoformat(timespec="seconds"),
        output=output,
        audience=disclosed.audience.name,
        recipient=recipient,
        template=template,
        hash=hashlib.sha256(content).hexdigest(),
        released=scanned.clean and not disclosed.unresolved,
        replaced=disclosed.replaced,
        let_stand=len(disclosed.decided),
        held_back=tuple(sorted(held.items())),
        leaks=tuple(sorted(leaks.items())),
        parts_read=len(scanned.looked_at),
        parts_unreadable=len(scanned.unreadable),
        pictures_to_look_at=len(scanned.pictures),
    )

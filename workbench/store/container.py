"""The record's file at rest: an authenticated header with key slots, then the encrypted image.

Format 1: magic, format and flags, header length, header (canonical JSON), HMAC of all before it,
zeros to 64 KiB; the SQLCipher image; and the first 64 KiB again, from which a header damaged in
place is recovered. The header is readable by anyone, so it says nothing of the review.

Where both copies are authentic and differ, as when a change of keys was cut short, the one with the
higher number counts: an older header that is put back over a newer one changes nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from workbench.store.canonical import canonical, strict
from workbench.store.faults import Damaged, NewerVersion, NotARecord, WrongPassphrase
from workbench.store.flushing import flush
from workbench.store.keys import HEADER_DAMAGED, Slot, derived
from workbench.store.pacing import Pace, at_once

MAGIC = b"\x89SRW\r\n\x1a\n"
FORMAT = 1
ROOM = 65536
MAC_BYTES = 32
MOST_HEADER = 60000
MOST_SLOTS = 16
CHUNK = 1 << 20
_FIXED = struct.Struct("<8sHHI")

Opener = Callable[[str, Slot], bytes | None]


@dataclass(frozen=True, slots=True)
class Header:
    """A header as it was read; nothing in it is trusted until its MAC has been checked."""

    fields: dict[str, Any]
    signed: bytes
    mac: bytes

    @property
    def file_id(self) -> str:
        """The record's own id, also the salt of its image."""
        return str(self.fields["file_id"])

    @property
    def slots(self) -> list[Slot]:
        """The key slots."""
        slots: list[Slot] = self.fields["slots"]
        return slots


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An authenticated header with the key that opened it. ``recovered`` says that the header at
    the front was damaged and the copy at the end was used, ``frayed`` that the copy, or what lies
    between the two, is not as it was written, ``unfinished`` that both are sound and one is older;
    the next saving makes both whole."""

    header: Header
    data_key: bytes
    recovered: bool
    frayed: bool
    unfinished: bool


def read_headers(path: Path) -> list[Header]:
    """The headers that can be parsed: the one at the front, then the copy at the end."""
    try:
        with path.open("rb") as file:
            front = file.read(ROOM)
            size = os.fstat(file.fileno()).st_size
            file.seek(max(size - ROOM, 0))
            back = file.read(ROOM)
    except OSError as error:
        raise NotARecord(f"The file cannot be read: {error.strerror}.") from None
    if not front:
        raise Damaged("This file is empty. Open a backup, or another copy of the file.")
    if MAGIC[:4] not in (front[:4], back[:4]) and not MAGIC.startswith(front):
        raise NotARecord("This file is not a review made by the workbench.")
    headers = []
    faults: list[Exception] = []
    for block in (front, back):
        try:
            headers.append(parse(block))
        except (Damaged, NewerVersion) as fault:
            faults.append(fault)
    if not headers:
        raise faults[0]
    return headers


def unlock(path: Path, opener: Opener) -> Unlocked:
    """Open the record's header with whatever ``opener`` makes of each slot.

    Only a slot of the header that counts opens it: one that stands in an older copy, or in a copy
    that was half written, is on its way out or never came to be.
    """
    headers = read_headers(path)
    tried: list[tuple[str, Slot]] = []
    altered = False
    for header in headers:
        for slot in header.slots:
            if (header.file_id, slot) in tried:
                continue
            tried.append((header.file_id, slot))
            try:
                data_key = opener(header.file_id, slot)
            except Damaged:
                altered = True
                continue
            if data_key is None:
                continue
            newest = _newest(headers, data_key)
            if newest is not None and slot in newest.slots:
                return _judged(path, headers, newest, data_key)
            altered = altered or newest is None
    raise Damaged(HEADER_DAMAGED) if altered else WrongPassphrase()


def header_on_disk(path: Path, data_key: bytes) -> Header | None:
    """The header that counts in the file now on disk; None when none is authentic."""
    try:
        return _newest(read_headers(path), data_key)
    except (NotARecord, Damaged, NewerVersion):
        return None


def mac_on_disk(path: Path, data_key: bytes) -> str | None:
    """The MAC that names the container now on disk; None when there is none under this key."""
    header = header_on_disk(path, data_key)
    return header.mac.hex() if header else None


def extract(path: Path, header: Header, target: Path) -> None:
    """Copy the image to ``target`` and check every byte of it against the header."""
    body = header.fields["body"]
    length, digest = int(body["len"]), hashlib.sha256()
    with path.open("rb") as source, target.open("wb") as image:
        source.seek(ROOM)
        left = length
        while left and (chunk := source.read(min(CHUNK, left))):
            digest.update(chunk)
            image.write(chunk)
            left -= len(chunk)
        flush(image)
    if left:
        raise Damaged(
            f"This file is incomplete: {left} of its {length} bytes are missing, as when a copy "
            "was interrupted. Copy it again, or open a backup."
        )
    if digest.hexdigest() != body["sha256"]:
        raise Damaged(
            "The contents of this file are damaged, so it cannot be opened safely. "
            "Open a backup, or another copy of the file."
        )


def build(
    target: Path,
    image: Path,
    fields: dict[str, Any],
    data_key: bytes,
    *,
    pace: Pace = at_once,
) -> str:
    """Write a whole container to ``target``, flush it to the disk and read it back.

    ``fields`` are the header's, without ``body``. Returns the header's MAC, which names this very
    container.
    """
    digest = hashlib.sha256()
    with image.open("rb") as source:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            pace()
    body = {"cipher": "sqlcipher4", "page": 4096, "len": image.stat().st_size}
    sealed = seal({**fields, "body": {**body, "sha256": digest.hexdigest()}}, data_key)
    target.touch(mode=0o600)  # before a byte is in it, no one else may read it
    with target.open("wb") as file, image.open("rb") as source:
        file.write(sealed)
        for place, chunk in enumerate(iter(lambda: source.read(CHUNK), b""), start=1):
            file.write(chunk)
            if pace is not at_once and place % 4 == 0:
                flush(file)  # or all of it at the end, and a change made then would wait for that
            pace()
        file.write(sealed)
        flush(file)
    with target.open("rb") as file:
        _check_written(file, sealed, digest.hexdigest(), body["len"], pace)
    return parse(sealed).mac.hex()


def seal(fields: dict[str, Any], data_key: bytes) -> bytes:
    """The header's 64 KiB."""
    text = canonical(fields)
    if len(text) > MOST_HEADER:
        raise ValueError("the header is too long")
    signed = _FIXED.pack(MAGIC, FORMAT, 0, len(text)) + text
    mac = hmac.digest(derived(data_key, "header-mac"), signed, "sha256")
    return (signed + mac).ljust(ROOM, b"\0")


def container_mac(path: Path) -> str | None:
    """The MAC that stands in the first header that can be read, which nobody has checked; None
    when there is none."""
    try:
        return read_headers(path)[0].mac.hex()
    except (NotARecord, Damaged, NewerVersion):
        return None


def _check_written(file: BinaryIO, sealed: bytes, digest: str, length: object, pace: Pace) -> None:
    found = hashlib.sha256()
    intact = file.read(ROOM) == sealed
    left = int(str(length))
    while left and (chunk := file.read(min(CHUNK, left))):
        found.update(chunk)
        left -= len(chunk)
        pace()
    if not intact or left or found.hexdigest() != digest or file.read() != sealed:
        raise Damaged("The disk did not keep what was written to it. Save to another disk.")


def _newest(headers: list[Header], data_key: bytes) -> Header | None:
    authentic = [header for header in headers if _authentic(header, data_key)]
    return max(authentic, key=lambda header: int(header.fields["gen"]), default=None)


def _judged(path: Path, headers: list[Header], newest: Header, data_key: bytes) -> Unlocked:
    with path.open("rb") as file:
        front = file.read(ROOM)
        file.seek(ROOM + int(newest.fields["body"]["len"]))
        back = file.read(ROOM + 1)
    sealed = whole(newest)
    others = [each for each in headers if each.mac != newest.mac]
    older = any(_authentic(other, data_key) for other in others)
    recovered = front != sealed and not older and not front.startswith(newest.signed + newest.mac)
    return Unlocked(newest, data_key, recovered, front != sealed or back != sealed, older)


def whole(header: Header) -> bytes:
    """The header's 64 KiB as they were written."""
    return (header.signed + header.mac).ljust(ROOM, b"\0")


def _authentic(header: Header, data_key: bytes) -> bool:
    mac = hmac.digest(derived(data_key, "header-mac"), header.signed, "sha256")
    return hmac.compare_digest(mac, header.mac)


def parse(block: bytes) -> Header:
    """The header in these 64 KiB, not checked yet."""
    if len(block) < ROOM or block[:8] != MAGIC:
        raise Damaged(HEADER_DAMAGED)
    _, version, flags, length = _FIXED.unpack_from(block)
    if version > FORMAT:
        raise NewerVersion(
            "This review was saved by a newer version of the workbench. "
            "Update the workbench on this computer to open it."
        )
    if version != FORMAT or flags or length > MOST_HEADER:
        raise Damaged(HEADER_DAMAGED)
    end = _FIXED.size + length
    try:
        fields = strict(block[_FIXED.size : end])
        _check_fields(fields)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Damaged(HEADER_DAMAGED) from None
    return Header(fields=fields, signed=block[:end], mac=block[end : end + MAC_BYTES])


def _check_fields(fields: Any) -> None:
    body, slots = fields["body"], fields["slots"]
    sound = (
        len(bytes.fromhex(fields["file_id"])) == 16
        and isinstance(fields["gen"], int)
        and isinstance(body["len"], int)
        and body["len"] >= 0
        and len(bytes.fromhex(body["sha256"])) == 32
        and isinstance(slots, list)
        and 0 < len(slots) <= MOST_SLOTS
        and all(isinstance(slot, dict) for slot in slots)
    )
    if not sound:
        raise ValueError("a field is missing or of the wrong kind")

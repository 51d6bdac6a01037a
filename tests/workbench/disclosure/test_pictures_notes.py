"""What pictures carry beside what they show: read by the scan, taken off by the cleaning."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest

from tests.workbench.disclosure.leak_bed import FAMILY, with_part
from workbench.disclosure.cleaning.pictures import without_notes
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import Entity, EntityKind, Register

KNOWN = Register((Entity(id="p1", kind=EntityKind.PERSON, name=f"Zebedee {FAMILY}"),))
NOTE = FAMILY.encode()
DOTS = b"\x12\x34\xff\x00\x56\xff\xd0\x78"


def segment(kind: int, body: bytes) -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", len(body) + 2) + body


def jpeg(*notes: bytes, after: bytes = b"") -> bytes:
    scan_of_dots = segment(0xDA, b"\1\1\0\0\x3f\0") + DOTS
    more = (
        segment(0xC4, b"\0" * 20) + scan_of_dots
    )  # a second run of dots, as progressive ones have
    return (
        b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + b"".join(notes)
        + segment(0xE2, b"ICC_PROFILE\0\1\1colours") + segment(0xDB, b"\0" * 65)
        + scan_of_dots + more + b"\xff\xd9" + after
    )  # fmt: skip


def png(*notes: tuple[bytes, bytes], after: bytes = b"") -> bytes:
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), *notes,
              (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    ) + after  # fmt: skip


def gif(*notes: bytes, after: bytes = b"") -> bytes:
    picture = b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\x01\0"
    return b"GIF89a\1\0\1\0\x80\0\0" + b"\0" * 6 + b"".join(notes) + picture + b"\x3b" + after


def comment(body: bytes) -> bytes:
    return b"\x21\xfe" + bytes((len(body),)) + body + b"\0"


NOTED: dict[str, tuple[Callable[[], bytes], Callable[[], bytes]]] = {
    "EXIF": (lambda: jpeg(segment(0xE1, b"Exif\0\0" + NOTE)), jpeg),
    "EXIF in UTF-16": (lambda: jpeg(segment(0xE1, b"Exif\0\0" + FAMILY.encode("utf-16-le"))), jpeg),
    "XMP": (lambda: jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + NOTE)), jpeg),
    "IPTC": (lambda: jpeg(segment(0xED, b"Photoshop 3.0\0" + NOTE)), jpeg),
    "remark of a JPEG": (lambda: jpeg(segment(0xFE, NOTE)), jpeg),
    "second picture of a JPEG": (lambda: jpeg(segment(0xE2, b"MPF\0" + NOTE)), jpeg),
    "behind a JPEG": (lambda: jpeg(after=NOTE), jpeg),
    "behind a JPEG, with another end": (lambda: jpeg(after=NOTE + b"\xff\xd9"), jpeg),
    "PNG text": (lambda: png((b"tEXt", b"Author\0" + NOTE)), png),
    "PNG packed text": (lambda: png((b"zTXt", b"Author\0\0" + zlib.compress(NOTE))), png),
    "PNG EXIF": (lambda: png((b"eXIf", b"MM\0*" + NOTE)), png),
    "behind a PNG": (lambda: png(after=NOTE), png),
    "remark of a GIF": (lambda: gif(comment(NOTE)), gif),
    "behind a GIF": (lambda: gif(after=NOTE), gif),
}


@pytest.mark.parametrize("name", NOTED)
def test_the_notes_of_a_picture_are_read(name: str) -> None:
    noted, _ = NOTED[name]
    report = scan(with_part("word/media/image1.png", noted()), KNOWN)
    assert [leak.entity for leak in report.leaks] == ["p1"]
    assert "word/media/image1.png" in report.pictures


@pytest.mark.parametrize("name", NOTED)
def test_without_its_notes_a_picture_is_what_it_was_before(name: str) -> None:
    noted, bare = NOTED[name]
    assert without_notes(noted()) == bare()
    assert without_notes(bare()) == bare()


@pytest.mark.parametrize("make", [jpeg, png, gif])
def test_a_picture_that_ends_too_soon_is_not_taken_apart(make: Callable[[], bytes]) -> None:
    whole = make()
    for end in range(12, len(whole)):
        bare = without_notes(whole[:end])
        assert bare is None or bare == whole[:end]
        assert scan(whole[:end] + NOTE, KNOWN).leaks

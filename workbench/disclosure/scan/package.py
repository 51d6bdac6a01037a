"""The file itself: a package of parts, its directory, and what hides between the parts."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from workbench.disclosure.scan.ole import LOCKED
from workbench.disclosure.scan.pieces import Read, Sort, piece
from workbench.disclosure.scan.xml_parts import name_of_part

# What a damaged package makes Python's own reader of packages raise.
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError,
           LookupError, struct.error)  # fmt: skip
DAMAGED = "is damaged, so that it cannot be read whole. Take another copy of it, and check that"
NOT_PACKED = "is not what its name says, or is damaged"
_MOST_PARTS = 5000
_LARGEST_PART = 200 * 1024 * 1024
_LARGEST = 500 * 1024 * 1024


def read_package(outer: str, content: bytes, read: Read) -> None:
    """Read a package whole. ``outer`` is what stands before the names of its parts."""
    where = outer.removesuffix(" > ") or "the file"
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN:
        packed = content.startswith(b"PK")
        read.cannot(where, DAMAGED if packed else NOT_PACKED)
        return
    members = package.infolist()
    if len(members) > _MOST_PARTS or sum(one.file_size for one in members) > _LARGEST:
        read.cannot(where, "holds more than can be read")
        return
    names = [one.filename for one in members]
    if len({name.lower() for name in names}) != len(names):
        read.cannot(where, "holds two parts of one name")
    _read_directory(where, content, package, read)
    if "META-INF/manifest.xml" in names and b"encryption-data" in _manifest(package):
        read.cannot(where, LOCKED)
        return
    for member in members:
        if member.file_size or not member.filename.endswith("/"):
            _read_member(outer, package, member, read)


def _manifest(package: zipfile.ZipFile) -> bytes:
    """The list of parts of an OpenDocument file, which says whether they are encrypted."""
    try:
        return package.read("META-INF/manifest.xml")
    except _BROKEN:
        return b""  # the part is told as damaged when its turn comes


def _read_member(
    outer: str,
    package: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    read: Read,
) -> None:
    part = f"{outer}{member.filename}"
    if member.flag_bits & 0x1:
        read.cannot(part, "is encrypted")
        return
    if member.file_size > _LARGEST_PART or member.file_size > 1000 * (member.compress_size + 4096):
        read.cannot(part, "is larger than can be read")
        return
    try:
        body = package.read(member)
    except _BROKEN:
        read.cannot(part, "is damaged")
        return
    read.looked_at.append(part)
    read.inside(part, body)


def _read_directory(where: str, content: bytes, package: zipfile.ZipFile, read: Read) -> None:
    """Names, notes and extra fields of the package, and every byte that belongs to no part."""
    if package.comment:
        text = package.comment.decode("latin-1")
        read.pieces.append(piece(where, text, Sort.RAW, "the package's own note"))
    taken = []
    for one in package.infolist():
        name = one.orig_filename
        read.pieces.append(piece(where, name, Sort.VALUE, "the name of a part"))
        note = (one.comment + b"\n" + one.extra).decode("latin-1").strip()
        if note:
            read.pieces.append(piece(where, note, Sort.RAW, f"note on {name_of_part(name)}"))
        head = content[one.header_offset : one.header_offset + 30]
        if len(head) == 30:
            length = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
            start = one.header_offset + 30
            taken.append((start + length, start + length + one.compress_size))
    done, gaps = 0, []
    for start, end in sorted(taken):
        if start > done:
            gaps.append(content[done:start])
        done = max(done, end)
    gaps.append(content[done:])
    between = b"\n".join(gaps)
    for text in (between.decode("latin-1"), between.decode("utf-16-le", "ignore"),
                 between[1:].decode("utf-16-le", "ignore")):  # fmt: skip
        read.pieces.append(piece(where, text, Sort.RAW, "bytes between the parts"))

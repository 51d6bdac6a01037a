"""The file itself: a package of parts, its directory, and what hides between the parts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from workbench.disclosure.scan.pieces import Read, Sort, piece
from workbench.disclosure.scan.raw import is_picture, read_raw
from workbench.disclosure.scan.xml_parts import name_of_part, read_xml

_DEEPEST = 5
_MOST_PARTS = 5000
_LARGEST_PART = 200 * 1024 * 1024
_LARGEST = 500 * 1024 * 1024
_XML = (".xml", ".rels", ".vml", ".svg", ".xhtml", ".html", ".htm")
_RAW = (
    ".png",
    ".jpg",
    ".jpeg",
    ".jpe",
    ".jfif",
    ".gif",
    ".bmp",
    ".dib",
    ".tif",
    ".tiff",
    ".emf",
    ".wmf",
    ".bin",
    ".rtf",
    ".mht",
    ".mhtml",
    ".txt",
    ".odttf",
    ".fntdata",
    ".ttf",
    ".otf",
    ".pdf",
    ".ico",
    ".csv",
)
_NESTED = (".docx", ".dotx", ".docm", ".xlsx", ".xlsm", ".pptx", ".zip", ".glox", ".thmx", ".dotm")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAM_OF_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_file(content: bytes, read: Read) -> None:
    """Read a file of any sort: a package, or bytes as they are."""
    if content.startswith(_OLE) and _OLE_STREAM_OF_LOCKED in content:
        read.cannot("the file", "is locked with a password")
    elif b"PK\x05\x06" in content[-66000:] or content.startswith(b"PK"):
        _read_package("", content, read, 0)
    elif content.lstrip()[:5] == b"<?xml":
        read_xml("the file", content, read)
    else:
        if content.startswith(_OLE):
            read.cannot("the file", "is of an older kind, which cannot be read completely")
        read_raw("the file", content, read)
        read.looked_at.append("the file")


def _read_package(outer: str, content: bytes, read: Read, depth: int) -> None:
    where = outer or "the file"
    if depth > _DEEPEST:
        read.cannot(where, "is packed within itself too many times")
        return
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        read.cannot(where, "is a damaged package")
        return
    members = package.infolist()
    if len(members) > _MOST_PARTS or sum(one.file_size for one in members) > _LARGEST:
        read.cannot(where, "holds more than can be read")
        return
    names = [one.filename for one in members]
    if len({name.lower() for name in names}) != len(names):
        read.cannot(where, "holds two parts of one name")
    _read_directory(where, content, package, read)
    for member in members:
        if not member.is_dir():
            _read_member(outer, package, member, read, depth)


def _read_member(
    outer: str, package: zipfile.ZipFile, member: zipfile.ZipInfo, read: Read, depth: int
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
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, RuntimeError):
        read.cannot(part, "is damaged")
        return
    read.looked_at.append(part)
    _read_part(part, body, read, depth)


def _read_part(part: str, body: bytes, read: Read, depth: int) -> None:
    ending = re.sub(r"^.*(?=\.)", "", part.lower().rsplit("/", 1)[-1])
    if body.startswith(b"PK\x03\x04") or ending in _NESTED:
        _read_package(f"{part} > ", body, read, depth + 1)
    elif ending in _XML or part.endswith("[Content_Types].xml"):
        read_xml(part, body, read)
    else:
        if ending not in _RAW:
            read.cannot(part, "is of a kind that this scan does not know")
        if is_picture(body):
            read.pictures.append(part)
        read_raw(part, body, read)


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

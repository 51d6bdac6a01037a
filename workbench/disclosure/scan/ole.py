"""Older Office objects: what Word embeds, macros, Outlook messages, and files under a password."""

from __future__ import annotations

import io
import struct

import olefile

from workbench.disclosure.scan.pieces import Read, Sort, piece
from workbench.disclosure.scan.raw import read_raw

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = (
    "is locked with a password. Open it in the program that made it, take the password off "
    "(in Word: File, Info, Protect Document; in Excel: Protect Workbook there), save a copy, and "
    "check the copy"
)
_REFUSED = {
    "encryptedpackage": LOCKED,
    "worddocument": "is an older Word document. Open it in Word, save it as .docx, and check that",
    "workbook": "is an older Excel workbook. Open it in Excel, save it as .xlsx, and check that",
    "book": "is an older Excel workbook. Open it in Excel, save it as .xlsx, and check that",
    "powerpoint document": "is an older presentation. Open it, save it as .pptx, and check that",
    "__properties_version1.0": "is an Outlook message. Save it from Outlook as text or as PDF, "
    "and check that and its attachments",
    "_vba_project": "holds macros, which cannot be read. Save it without macros (.docx, .xlsx, "
    ".pptx), and check that",
}
_BROKEN = (OSError, struct.error, ValueError, LookupError, TypeError, AttributeError,
           RecursionError, MemoryError, OverflowError)  # fmt: skip
_FILES = (b"PK\x03\x04", b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", _MAGIC)


def is_ole(content: bytes) -> bool:
    """Whether the bytes are such an object."""
    return content.startswith(_MAGIC)


def read_ole(part: str, content: bytes, read: Read) -> None:
    """Read all bytes as they lie, and each stream in its own order."""
    read_raw(part, content, read)
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            names = file.listdir(streams=True, storages=True)
            streams = [(one, file.openstream(one).read()) for one in file.listdir(streams=True)]
    except _BROKEN:
        read.cannot(part, "is damaged")
        return
    for reason in dict.fromkeys(_REFUSED.get(one[-1].lower(), "") for one in names):
        if reason:
            read.cannot(part, reason)
    for name in names:
        read.pieces.append(piece(part, " ".join(name), Sort.VALUE, "the name of a part within"))
    for number, (name, body) in enumerate(streams, 1):
        _read_stream(f"{part} > stream {number}", name[-1], body, read)


def _read_stream(part: str, name: str, body: bytes, read: Read) -> None:
    carried = _carried(body) if name.lower().endswith("ole10native") else body
    begins = [carried.find(one, 0, 4096) for one in _FILES]
    first = min((at for at in begins if at >= 0), default=-1)
    read_raw(part, body, read)
    if first >= 0:
        read.inside(part, carried[first:])
    elif name.lower().endswith("ole10native"):
        read.inside(f"{part} > packed file", carried)


def _carried(body: bytes) -> bytes:
    """The file that a "package" object carries, without its label and the paths it came from."""
    try:
        at = 6
        for _ in range(2):
            at = body.index(b"\0", at) + 1
        at += 4
        at += 4 + struct.unpack_from("<I", body, at)[0]
        size = struct.unpack_from("<I", body, at)[0]
        return body[at + 4 : at + 4 + size]
    except (ValueError, struct.error):
        return body

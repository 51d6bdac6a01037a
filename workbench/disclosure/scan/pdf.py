"""PDF: every page's words, and every object that the file holds or once held."""

from __future__ import annotations

import binascii
import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import DeprecationError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from workbench.disclosure.scan.pdf_fonts import unreadable_font
from workbench.disclosure.scan.pieces import Read, Sort, piece
from workbench.disclosure.scan.raw import read_raw
from workbench.disclosure.scan.text import in_lines

_BROKEN = (PyPdfError, DeprecationError, ArithmeticError, LookupError, TypeError, ValueError,
           AttributeError, RecursionError, OSError, NotImplementedError, AssertionError,
           MemoryError, zlib.error, struct.error, binascii.Error)  # fmt: skip
_LOCKED = "is a PDF under a password. Save a copy without the password, and check the copy"
_DAMAGED = "is a damaged PDF, or one written in a way that cannot be read completely"
_END = re.compile(rb"%%EOF[\r\n ]*")
_MOST_VERSIONS = 20
_RAW_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_SHOWN = re.compile(rb"\(((?:\\.|[^\\()])*)\)")
_SHOWN_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_LARGEST = 64 * 1024 * 1024


def is_pdf(content: bytes) -> bool:
    """Whether the bytes are a PDF."""
    return b"%PDF-" in content[:1024]


def read_pdf(part: str, content: bytes, read: Read) -> None:
    """Read a PDF, and what it was before it was last changed."""
    read_raw(part, _RAW_STREAM.sub(b"stream\nendstream", content), read)
    _read_streams(part, content, read)
    _silence()
    if not _read_version(part, content, read):
        return
    ends = [match.end() for match in _END.finditer(content)][:-1]
    if len(ends) > _MOST_VERSIONS:
        read.cannot(part, "is a PDF that was changed too many times to be read completely")
    linear = b"/Linearized" in content[:2048]
    for end in ends[1 if linear else 0 : _MOST_VERSIONS]:
        _read_version(f"{part} > an earlier version", content[:end], read)


def _silence() -> None:
    """Nothing that pypdf remarks is ever made a record: its remarks quote the file."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def _read_streams(part: str, content: bytes, read: Read) -> None:
    """Every stream by its bytes alone, also those that the file no longer points to."""
    for match in _RAW_STREAM.finditer(content):
        worker = zlib.decompressobj()
        try:
            plain = worker.decompress(match[1], _LARGEST)
        except zlib.error:
            continue  # packed in another way: it is read as an object, or not at all and told
        shown = b"".join(found[1] for found in _SHOWN.finditer(plain))
        coded = b"".join(re.sub(rb"\s", b"", found[1]) for found in _SHOWN_HEX.finditer(plain))
        plainly = bytes.fromhex(coded[: len(coded) // 2 * 2].decode("ascii"))
        for body in (plain, shown, plainly, plainly[1::2]):
            text = body.decode("latin-1")
            read.pieces.append(piece(part, text, Sort.RAW, "a stream of the PDF"))


def _read_version(part: str, content: bytes, read: Read) -> bool:
    """Read one version; False where it could not be read."""
    try:
        file = PdfReader(io.BytesIO(content), strict=False)
        if file.is_encrypted:
            read.cannot(part, _LOCKED)
            return False
        _read_pages(part, file, read)
        for number, found in _objects(file):
            _read_object(part, number, found, read)
    except _BROKEN:
        read.cannot(part, _DAMAGED)
        return False
    return True


def _read_pages(part: str, file: PdfReader, read: Read) -> None:
    for number, page in enumerate(file.pages, 1):
        text = page.extract_text() or ""
        read.pieces.append(in_lines(part, text, f" of page {number}"))
        lost = unreadable_font(page)
        if lost or "\ufffd" in text or re.search(r"\(cid:\d+\)", text):
            read.cannot(part, f"has letters on page {number} that cannot be read back")
        if not text.strip():
            read.pictures.append(f"{part}: page {number}, on which there are no words to read")


def _objects(file: PdfReader) -> Iterator[tuple[int, object]]:
    """Every object that the file's own table names, and the trailer."""
    yield 0, file.trailer
    numbers = {number for table in file.xref.values() for number in table}
    for number in sorted(numbers | set(file.xref_objStm)):
        found = file.get_object(IndirectObject(number, _generation(file, number), file))
        if found is not None:
            yield number, found


def _generation(file: PdfReader, number: int) -> int:
    return next((kind for kind, table in file.xref.items() if number in table and kind < 65535), 0)


def _read_object(part: str, number: int, found: object, read: Read) -> None:
    for text, place in _texts(found, "a hidden detail of the PDF"):
        if len(text) > 2:
            read.pieces.append(piece(part, text, Sort.VALUE, place))
    if isinstance(found, StreamObject):
        _read_stream(part, number, found, read)


_PLACES = {
    "/Contents": "a note on a page", "/T": "the name of a field or of who wrote a note",
    "/TU": "the help of a form field", "/V": "what is filled into a form",
    "/DV": "what a form had at first", "/Alt": "the description of a picture",
    "/ActualText": "text that stands for a picture", "/URI": "a link", "/Title": "a title",
    "/Author": "document property Author", "/Subject": "document property Subject",
    "/Keywords": "document property Keywords", "/Creator": "document property Creator",
    "/Producer": "document property Producer", "/Name": "the name of a layer or a note",
    "/F": "the name of an attachment", "/UF": "the name of an attachment",
    "/Desc": "the description of an attachment", "/Subj": "the subject of a note",
    "/RC": "a note on a page", "/JS": "a script", "/Company": "document property Company",
    "/Manager": "document property Manager",
}  # fmt: skip


def _texts(found: object, place: str, deep: int = 0) -> Iterator[tuple[str, str]]:
    """Every text and every name in an object, without going to the objects it points to."""
    if deep > 50:
        raise RecursionError("an object lies too deep within itself")
    if isinstance(found, DictionaryObject):
        for key in found:
            yield str(key)[1:], "a name within the PDF"
            yield from _texts(found.raw_get(key), _PLACES.get(str(key), place), deep + 1)
    elif isinstance(found, ArrayObject):
        for at in range(len(found)):
            yield from _texts(list.__getitem__(found, at), place, deep + 1)
    else:
        yield from _text(found, place)


def _text(found: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(found, NameObject):
        yield str(found)[1:], place
    elif isinstance(found, TextStringObject):
        yield str(found), place
    elif isinstance(found, ByteStringObject):
        yield bytes(found).decode("latin-1"), place


def _read_stream(part: str, number: int, found: StreamObject, read: Read) -> None:
    kind = found.get("/Subtype")
    where = f"{part} > object {number}"
    if kind == "/Image":
        packed = getattr(found, "_data", b"")
        read.pictures.append(f"{part}: a picture in the PDF (object {number})")
        if isinstance(packed, bytes) and packed.startswith(b"\xff\xd8"):
            read_raw(where, packed, read)
        return
    body = found.get_data()
    if found.get("/Type") == "/EmbeddedFile":
        read.inside(f"{part} > attachment {number}", body)
        return
    read_raw(part, body, read)
    if kind == "/Form" and isinstance(found, EncodedStreamObject):
        text = PageObject.create_blank_page(None, 100, 100).extract_xform_text(found)
        read.pieces.append(in_lines(part, text, " of a drawn note or form"))

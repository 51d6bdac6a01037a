"""Bytes as they are: read in every way in which they could be letters."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
import zlib

from workbench.disclosure.scan.pictures import beside_the_dots
from workbench.disclosure.scan.pieces import Read, Sort, piece

_LARGEST = 64 * 1024 * 1024
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"\x01\0\0\0",
    b"\xd7\xcd\xc6\x9a",
)
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}(?:\r?\n[A-Za-z0-9+/]+)*={0,2}")


def read_raw(part: str, content: bytes, read: Read) -> None:
    """Read bytes in every way in which a name could be told from them."""
    if content.startswith(b"\x89PNG"):
        _png(part, content, read)
    if is_picture(content):
        content = beside_the_dots(content)
    _add(part, content, read, "bytes of the part")
    if b"MIME-Version" in content[:4096] or b"quoted-printable" in content[:65536]:
        _add(part, quopri.decodestring(content), read, "web archive")
    read_base64(part, content, read)


def is_picture(content: bytes) -> bool:
    """Whether the bytes are a picture, whose pixels nobody but a person can read."""
    bitmap = content.startswith(b"BM") and content[6:10] == b"\0\0\0\0"
    return bitmap or content.startswith(_PICTURES)


def read_base64(part: str, content: bytes, read: Read) -> None:
    """Read what stands in base64, from each of the four places at which it may begin."""
    for match in _BASE64.finditer(content):
        run = re.sub(rb"\s", b"", match.group()).rstrip(b"=")
        for offset in range(4):
            cut = run[offset:]
            cut = cut[: len(cut) - len(cut) % 4]
            try:
                _add(part, base64.b64decode(cut), read, "encoded content")
            except binascii.Error:
                continue  # not base64 from here; the other offsets and the raw view still count


def _add(part: str, content: bytes, read: Read, place: str) -> None:
    read.pieces.append(piece(part, content.decode("latin-1"), Sort.RAW, place))
    text = content.decode("utf-8", errors="ignore")
    if not text.isascii():
        read.pieces.append(piece(part, text, Sort.RAW, place))
    if b"\0" in content:
        for start in (0, 1):
            for code in ("utf-16-le", "utf-16-be"):
                wide = content[start:].decode(code, errors="ignore")
                read.pieces.append(piece(part, wide, Sort.RAW, place))


def _inflate(content: bytes) -> bytes | None:
    """Deflated bytes made plain, up to a bound; None if they are not deflated."""
    worker = zlib.decompressobj()
    try:
        return worker.decompress(content, _LARGEST)
    except zlib.error:
        return None


def _png(part: str, content: bytes, read: Read) -> None:
    at = 8
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            for start in (match.end() for match in re.finditer(rb"\0", body[:512])):
                for skip in (0, 1):
                    plain = _inflate(body[start + skip :])
                    if plain:
                        _add(part, plain, read, "picture's note")
        at += 12 + length

"""Plain text, whatever it was saved as, line by line."""

from __future__ import annotations

import codecs
import re

from workbench.disclosure.scan.pieces import BREAK, Piece, Read, Sort
from workbench.disclosure.scan.raw import read_raw

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HYPHENATED = re.compile(r"(?<=\w)([-\u2010\u2011\u00ad])[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_NO_TEXT = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(content: bytes) -> str | None:
    """The bytes as text; None where they are no text."""
    for mark, code in _MARKS:
        if content.startswith(mark):
            return _decoded_as(content, code)
    if b"\0" in content:
        code = "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"
        return _decoded_as(content, code)
    return _decoded_as(content, "utf-8") or _decoded_as(content, "cp1252")


def _decoded_as(content: bytes, code: str) -> str | None:
    try:
        text = content.decode(code)
    except UnicodeDecodeError:
        return None
    return None if _NO_TEXT.search(text) else text


def read_text(part: str, content: bytes, read: Read) -> None:
    """Read a text, its lines by their numbers; and its bytes, for what is encoded within."""
    text = decoded(content)
    if text is None:
        read.cannot(part, "is not text that can be read")
    else:
        read.pieces.append(in_lines(part, text, ""))
    read_raw(part, content, read)


def in_lines(part: str, text: str, within: str) -> Piece:
    """A running text whose places are its lines; a word parted at the end of a line is one word."""
    whole = _HYPHENATED.sub(lambda match: match[1] + BREAK * (len(match[0]) - 1), text)
    places, at = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        places.append((at, f"line {number}{within}"))
        at += len(line)
    return Piece(part, whole, Sort.FLOW, tuple(places) or ((0, f"line 1{within}"),))

"""RTF: its words, and the pictures and objects that it carries as digits."""

from __future__ import annotations

import re

from workbench.disclosure.scan.pieces import Read
from workbench.disclosure.scan.raw import read_raw
from workbench.disclosure.scan.text import in_lines

_UNICODE = re.compile(r"\\u(-?\d+) ?(?:\\'[0-9a-fA-F]{2}|\?)?")
_HEX = re.compile(r"\\'([0-9a-fA-F]{2})")
_ENDS = re.compile(r"\\(?:par|line|row|sect|page|pard)\b ?|\\~")
_SPACES = re.compile(r"\\(?:cell|tab|nestcell|emspace|enspace)\b ?")
_WORDS = re.compile(r"\\[a-zA-Z]+-?\d* ?|[{}\r\n]|\\\*")
_SIGNS = re.compile(r"\\([\\{}_-])")
_CARRIED = re.compile(rb"(?:[0-9a-fA-F]{2}[\s]{0,4}){48,}")


def is_rtf(content: bytes) -> bool:
    """Whether the bytes are RTF."""
    return content.startswith(b"{\\rtf")


def read_rtf(part: str, content: bytes, read: Read) -> None:
    """Read the words, the bytes, and whatever is carried within."""
    read_raw(part, content, read)
    read.pieces.append(in_lines(part, _words(content), " of the text"))
    if b"\\bin" in content:
        read.cannot(part, "holds bare bytes, which cannot be told from its words")
    for number, match in enumerate(_CARRIED.finditer(content), 1):
        digits = re.sub(rb"\s", b"", match.group())
        body = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        begin = max(body.find(b"\xd0\xcf\x11\xe0"), 0)
        read.inside(f"{part} > object {number}", body[begin:])


def _words(content: bytes) -> str:
    text = content.decode("latin-1")
    text = _UNICODE.sub(lambda match: chr(int(match[1]) % 65536), text)
    text = _HEX.sub(lambda match: bytes.fromhex(match[1]).decode("cp1252", "ignore"), text)
    text = _WORDS.sub("", _SPACES.sub("\t", _ENDS.sub("\v", text))).replace("\v", "\n")
    joined = _SIGNS.sub(lambda match: "" if match[1] == "-" else match[1], text)
    return joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

"""What a picture carries beside what it shows: its notes, without the packed dots themselves.

Millions of packed dots fall into the letters of some name by chance; no name is written in them.
"""

from __future__ import annotations

from collections.abc import Iterator

_ALONE = frozenset({0x01, *range(0xD0, 0xDA)})  # marks of a JPEG that have no length


def beside_the_dots(content: bytes) -> bytes:
    """All bytes of a picture but those of its packed dots; all of one that is unknown, or that
    does not end as it should."""
    try:
        if content.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(content))
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return b"".join(_png(content))
        if content.startswith(b"GIF8"):
            return b"".join(_gif(content))
        if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
            return b"".join(_webp(content))
    except IndexError:
        return content
    return content


def _jpeg(content: bytes) -> Iterator[bytes]:
    at = 2
    while at + 2 <= len(content):
        if content[at] != 0xFF:
            mark = content.find(b"\xff", at)
            yield content[at : mark if mark > 0 else len(content)]
            at = mark if mark > 0 else len(content)
            continue
        kind = content[at + 1]
        if kind == 0xD9:
            yield b"\n" + content[at + 2 :]  # what follows the end
            return
        if kind in _ALONE or kind == 0xFF:
            at += 1 if kind == 0xFF else 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        yield b"\n" + content[at + 4 : at + 2 + length]
        at += 2 + length
        if kind == 0xDA:
            at = _after_dots(content, at)
    raise IndexError("it has no end")


def _after_dots(content: bytes, at: int) -> int:
    """Where the next mark stands that is none of the dots' own."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            return len(content)
        if content[at + 1] not in (0, *range(0xD0, 0xD8)):
            return at
        at += 2


def _png(content: bytes) -> Iterator[bytes]:
    at = 8
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        if kind not in (b"IDAT", b"fdAT"):
            yield b"\n" + content[at + 4 : at + 8 + length]
        if kind == b"IEND":
            yield b"\n" + content[at + 8 :]
            return
        at += 12 + length
    raise IndexError("it has no end")


def _gif(content: bytes) -> Iterator[bytes]:
    at = 13 + _colours(content[10])
    yield content[:at]
    while at < len(content):
        kind = content[at]
        if kind == 0x2C:
            dots = at + 10 + _colours(content[at + 9]) + 1
            yield b"\n" + content[at:dots]
            at, _ = _blocks(content, dots)
        elif kind == 0x21:
            at, body = _blocks(content, at + 2)
            yield b"\n" + body
        else:
            yield content[at:]
            return
    raise IndexError("it has no end")


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(content: bytes, at: int) -> tuple[int, bytes]:
    """Short blocks end to end, and where they end."""
    found = []
    while content[at]:
        found.append(content[at + 1 : at + 1 + content[at]])
        at += 1 + content[at]
    return at + 1, b"".join(found)


def _webp(content: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(content):
        kind, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if kind not in (b"VP8 ", b"VP8L", b"ALPH", b"ANMF"):
            yield b"\n" + content[at : at + 8 + length]
        at += 8 + length + length % 2
    yield b"\n" + content[at:]

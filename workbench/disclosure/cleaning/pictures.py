"""Pictures without what they carry beside what they show."""

from __future__ import annotations

from collections.abc import Iterator

_PNG_KEPT = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP",
             b"pHYs", b"sBIT", b"bKGD", b"acTL", b"fcTL", b"fdAT")  # fmt: skip
BARE = (".emf", ".wmf", ".bmp", ".dib", ".svg")  # these carry no notes that could be taken off


def without_notes(content: bytes) -> bytes | None:
    """The same picture without its notes; None where its kind does not allow that."""
    try:
        if content.startswith(b"\xff\xd8\xff"):
            return b"".join(_jpeg(content))
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return content[:8] + b"".join(_png(content))
        if content.startswith(b"GIF8"):
            return b"".join(_gif(content))
    except IndexError:
        return None
    return None


def _jpeg(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    at = 2
    while content[at] == 0xFF:
        kind = content[at + 1]
        if kind == 0xD9:
            yield content[at : at + 2]
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if kind == 0xDA:  # the dots follow
            end = _after_dots(content, end)
        if not _is_note(kind, content[at + 4 : at + 15]):
            yield content[at:end]
        at = end
    raise IndexError("the picture is not made as it should be")


def _is_note(kind: int, begins: bytes) -> bool:
    if kind == 0xE2:
        return not begins.startswith(b"ICC_PROFILE")
    return kind == 0xFE or (0xE1 <= kind <= 0xEF and kind != 0xEE)


def _after_dots(content: bytes, at: int) -> int:
    """Where the dots end: a 255 among them is followed by 0 or by the number of a restart."""
    while content[at] != 0xFF or content[at + 1] in (0, *range(0xD0, 0xD8)):
        following = content.find(b"\xff", at + 1 if content[at] != 0xFF else at + 2)
        if following < 0:
            raise IndexError("the picture has no end")
        at = following
    return at


def _png(content: bytes) -> Iterator[bytes]:
    at = 8
    while at + 12 <= len(content):
        length = 12 + int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        if kind in _PNG_KEPT:
            yield content[at : at + length]
        at += length
        if kind == b"IEND":
            return
    raise IndexError("the picture has no end")


def _gif(content: bytes) -> Iterator[bytes]:
    at = 13 + _colours(content[10])
    yield content[:at]
    while content[at] != 0x3B:
        start = at
        if content[at] == 0x2C:
            at = _past_blocks(content, at + 11 + _colours(content[at + 9]))
            yield content[start:at]
        else:
            kind = content[at + 1]
            at = _past_blocks(content, at + 2)
            loops = content[start + 3 : start + 14] == b"NETSCAPE2.0"
            if kind == 0xF9 or loops:
                yield content[start:at]
    yield b"\x3b"


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _past_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += 1 + content[at]
    return at + 1

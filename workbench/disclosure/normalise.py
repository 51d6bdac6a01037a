"""Text as the detectors read it: plain letters and marks, with the way back to what was typed.

Case stays, because a capital says a lot. Accents, look-alike letters, curly quotes, unusual spaces
and dashes become plain; what cannot be seen (soft hyphens, zero-width marks) goes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

ATOM = re.compile(r"[^\W_]+")

_APOSTROPHES = "'’‘ʼʹ′`´‛＇ʻ"
_QUOTES = "“”„‟«»″"
_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_LETTERS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N", "ə": "a", "Ə": "A",
}  # fmt: skip
# Letters of other alphabets that look just like ours, as a copied or disguised name may hold them.
_LOOKALIKES = dict(
    zip(
        "аеорсухіјѕԁАВЕКМНОРСТУХІЈЅοαΑΒΕΖΗΙΚΜΝΟΡΤΥΧν",
        "aeopcyxijsdABEKMHOPCTYXIJSoaABEZHIKMNOPTYXv",
        strict=True,
    )
)  # fmt: skip


def _decoded_wrongly() -> dict[str, str]:
    """What becomes of accented letters and of marks when UTF-8 is read as a Windows text."""
    wrong: dict[str, str] = {}
    for code in (*range(0xC0, 0x21C), *range(0x1EA0, 0x1EFA), 0x2018, 0x2019, 0x201C, 0x201D):
        coded = chr(code).encode("utf-8")
        wrong[coded.decode("latin-1")] = chr(code)
        windows = "".join(
            bytes((one,)).decode("cp1252", errors="ignore") or chr(one) for one in coded
        )
        wrong[windows] = chr(code)
    return wrong


_DECODED = _decoded_wrongly()
_LEADS = frozenset(wrong[0] for wrong in _DECODED)
_MOJIBAKE = re.compile(f"[{''.join(sorted(_LEADS))}][^\x00-\x7f]{{1,2}}")


def _plain(character: str) -> str:
    """One character as the detectors read it; nothing at all for one that cannot be seen."""
    for marks, plain in ((_APOSTROPHES, "'"), (_QUOTES, '"'), (_DASHES, "-")):
        if character in marks:
            return plain
    known = _LETTERS.get(character) or _LOOKALIKES.get(character)
    if known:
        return known
    if character in "\u2028\u2029\x85\x0b\x0c":
        return "\n"
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Me", "Cc", "Cs"):
        return ""
    if category == "Zs":
        return " "
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)) or character


class _Table(dict[int, str]):
    """Each character is thought about once; those that change a text's length are remembered."""

    def __init__(self) -> None:
        super().__init__({code: chr(code) for code in range(128)})
        self[ord("`")] = "'"
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if len(plain) != 1:
            self.uneven.add(chr(code))
        self[code] = plain
        return plain


_TABLE = _Table()
_ODD = re.compile(r"[^\x00-\x7f]|`")


class Passage(NamedTuple):
    """A text and its plain reading. ``offsets`` is absent where the two run in step; ``lettered``
    says that a letter of the text was not plain."""

    original: str
    text: str
    offsets: tuple[int, ...] | None = None
    lettered: bool = False

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the plain characters from ``start`` to ``end`` stand in what was typed."""
        if self.offsets is None or start >= end:
            return (start, end)
        # What is invisible, or an accent typed after its letter, goes with the letter before it.
        following = self.offsets[end] if end < len(self.text) else len(self.original)
        return (self.offsets[start], max(self.offsets[end - 1] + 1, following))


def passage_of(text: str) -> Passage:
    """The passage that the detectors read."""
    if text.isascii() and "`" not in text:
        return Passage(text, text)
    odd = set(_ODD.findall(text))
    if not _LEADS.isdisjoint(odd) and _MOJIBAKE.search(text):
        return _mended(text)
    return _passage_of(text, odd)


def _mended(text: str) -> Passage:
    """The passage of a text with letters that were decoded wrongly: "BolaÃ±os" for Bolaños."""
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _MOJIBAKE.finditer(text):
        start = match.start()
        length = next((n for n in (3, 2) if text[start : start + n] in _DECODED), 0)
        if length and _beside_a_letter(text, start, start + length):
            parts += (text[done:start], _DECODED[text[start : start + length]])
            places += (*range(done, start), start)
            done = start + length
    places += range(done, len(text))
    mended = "".join((*parts, text[done:]))
    plain = _passage_of(mended, set(_ODD.findall(mended)))
    if plain.offsets is not None:
        places = [places[at] for at in plain.offsets]
    return Passage(text, plain.text, tuple(places), lettered=True)


def _beside_a_letter(text: str, start: int, end: int) -> bool:
    """Whether wrong letters stand in a word of plain ones; by themselves they may be meant."""
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def _passage_of(text: str, odd: set[str]) -> Passage:
    if all(_TABLE[ord(one)].isascii() for one in odd) and _TABLE.uneven.isdisjoint(odd):
        plain = text
        for one in odd:  # a few curly quotes and dashes: quicker than to look up each character
            plain = plain.replace(one, _TABLE[ord(one)])
        return Passage(text, plain, None, any(map(str.isalpha, odd)))
    plain = text.translate(_TABLE)
    lettered = any(map(str.isalpha, odd))
    if _TABLE.uneven.isdisjoint(odd):
        return Passage(text, plain, None, lettered)
    offsets: list[int] = []
    done = 0
    for index in (at for at, one in enumerate(text) if one in _TABLE.uneven):
        offsets.extend(range(done, index))
        offsets.extend([index] * len(_TABLE[ord(text[index])]))
        done = index + 1
    offsets.extend(range(done, len(text)))
    return Passage(text, plain, tuple(offsets), lettered)


@lru_cache(maxsize=65536)
def atoms_of(words: str) -> tuple[str, ...]:
    """The runs of letters and digits in ``words``, plain and in lower case."""
    return tuple(ATOM.findall(passage_of(words).text.lower()))


def folded(words: str) -> str:
    """``words`` with only what identifies them: plain letters and digits in lower case."""
    return "".join(atoms_of(words))

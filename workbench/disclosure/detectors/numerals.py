"""How the digits of a text stand together: which patterns of digits could match there at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SPACE = re.compile(r"\s")
_PARTING = ("/", "-")
_MARKS = (".", "/", "-")


@dataclass(slots=True)
class Numerals:
    """The most digits that stand together in a text."""

    in_row: int = 0  # in neighbouring words, with no word of letters between them
    in_piece: int = 0  # in one piece without a space; a year by itself does not count
    marks: int = 0  # the most marks in a row that stand between digits: two in "3.4.2019"
    stroke: bool = False  # "3/4"
    spaced: bool = False  # "12 345"
    parted: bool = False  # "12/AB", "AB-12"
    lettered: bool = False  # "TQ 123", "TQ123", where two letters lead to a map reference


def numerals_of(
    text: str, atoms: Sequence[str], gaps: Sequence[str], starts: Sequence[int], places: list[int]
) -> Numerals:
    """The numerals of a text with digits in the words at these places."""
    found = Numerals()
    row = piece = marks = 0
    before, ended = -2, -1
    for place in places:
        atom, gap = atoms[place], gaps[place]
        count = len(atom) if atom.isdecimal() else sum(map(str.isdigit, atom))
        if place == before + 1:
            row += count
            marks = marks + 1 if gap.strip() in _MARKS else 0
            found.stroke |= gap == "/"
            found.spaced |= gap == " "
        else:
            row, marks = count, 0
        if ended >= 0 and not _SPACE.search(text, ended, starts[place]):
            piece += count
        else:
            piece = 0 if count == 4 and _year_alone(atoms, gaps, place) else count
        found.parted |= gap[-1:] in _PARTING or gaps[place + 1][:1] in _PARTING
        found.lettered |= count > 2 and _after_letters(atoms, place)
        found.in_row = max(found.in_row, row)
        found.in_piece = max(found.in_piece, piece)
        found.marks = max(found.marks, marks)
        before, ended = place, starts[place] + len(atom)
    return found


def _after_letters(atoms: Sequence[str], place: int) -> bool:
    """Whether two capitals by themselves stand before a number, or letters in its own word."""
    if not atoms[place].isdecimal():
        return True
    before = atoms[place - 1] if place else ""
    return len(before) == 2 and before.isupper()


def _year_alone(atoms: Sequence[str], gaps: Sequence[str], place: int) -> bool:
    """Whether a word is a year with nothing joined to it."""
    atom, gap, after = atoms[place], gaps[place], gaps[place + 1]
    if not atom.isdecimal() or atom[:2] not in ("19", "20"):
        return False
    led = place > 0 and (gap[-1] in "/-" or not _SPACE.search(gap))
    return not led and (place + 1 == len(atoms) or _SPACE.search(after) is not None)

"""Strangers met again in a shorter form: by the initials that were said to be theirs, and in small
letters after they had a capital."""

from __future__ import annotations

from bisect import bisect_left

from workbench.disclosure.detectors.context import says
from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.kinds import SHORT_FOR
from workbench.disclosure.detectors.lettered import EVERYDAY, LETTERS
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.recent import STRANGER, Recent
from workbench.disclosure.detectors.signatures import GUESSED
from workbench.disclosure.detectors.spot import AUXILIARIES, past
from workbench.disclosure.dictionary import vocabulary

_SHORTEST = 3


def met_before(reading: Reading, unknown: list[Found], recent: Recent) -> list[Found]:
    """Whoever was met before in this paper, or is introduced here with initials."""
    found: list[Found] = []
    for one in unknown:
        _remember(reading, one, recent)
        if one.kind is Kind.PLACE:
            _remember_place(reading, one, recent)
    for place in reading.called(MET_CUE):
        if recent.met(reading.atoms[place]) and not _says_nothing(reading, place):
            start, end = reading.starts[place], reading.ends[place]
            found.append(Found(start, end, Kind.UNKNOWN, certain=False, rule="met before"))
    return found


def _guess_letters(reading: Reading, first: int, last: int, recent: Recent) -> None:
    """Keeps in mind by which letters somebody with two names may be called later."""
    if first == last:
        return
    titles = vocabulary().titles
    names = [
        reading.lows[at]
        for at in range(first, last + 1)
        if reading.capital(at) and reading.lows[at] not in titles
    ]
    if 1 < len(names) < 5:
        for letters in {"".join(name[0] for name in names), names[0][0] + names[-1][0]}:
            recent.meet(GUESSED + letters.upper())


def _may_be_met(atom: str) -> bool:
    """Whether a stranger may be written so again: in small letters, or by initials."""
    return (atom == atom.lower() and _keeps(atom)) or _are_letters(atom) or _of_a_place(atom)


def _of_a_place(atom: str) -> bool:
    """Whether a place may be called so for short: "Primrose", where there is a Primrose Lodge."""
    return atom[0].isupper() and atom[1:].islower() and atom.lower() in SHORT_FOR


def _says_nothing(reading: Reading, place: int) -> bool:
    """Whether a word of the language has its capital for another reason, or belongs to another
    name."""
    if not _of_a_place(reading.atoms[place]):
        return False
    beside = reading.gap(place + 1) == " " and reading.capital(place + 1)
    beside = beside or (reading.gap(place) == " " and reading.capital(place - 1))
    return beside or reading.in_heading(place) or _opens(reading, place)


def _opens(reading: Reading, place: int) -> bool:
    """Whether the word only opens its sentence, and does nothing there."""
    if not reading.starts_sentence(place):
        return False
    after = reading.low(place + 1)
    acts = says(after) or after in AUXILIARIES or past(after)
    return not (acts and reading.gap(place + 1) == " ")


def _keeps(low: str) -> bool:
    """Whether a word is one to keep in mind: no word of the language."""
    if len(low) < _SHORTEST or not low.isalpha():
        return False
    known = vocabulary()
    plain = low in known.ordinary or low in known.rare or low in known.professional
    return not (plain or low in known.kin)


def _are_letters(atom: str) -> bool:
    return atom.isupper() and 1 < len(atom) <= 4


MET_CUE = cue(shape=_may_be_met, as_written=True)


def _remember_place(reading: Reading, one: Found, recent: Recent) -> None:
    """Keeps in mind how a place of two words or more may be called for short."""
    atom = reading.atoms[bisect_left(reading.starts, one.start)]
    if len(atom) < one.end - one.start and _of_a_place(atom):
        recent.meet(atom)


def _remember(reading: Reading, one: Found, recent: Recent) -> None:
    """Keeps in mind the words of a name, and the letters in brackets after it."""
    first, last = bisect_left(reading.starts, one.start), bisect_left(reading.ends, one.end)
    lows = reading.lows[first : last + 1]
    for low in lows:
        if _keeps(low):
            recent.meet(low)
    if one.rule == LETTERS:
        recent.meet(reading.atoms[first])
    _guess_letters(reading, first, last, recent)
    place = last + 1
    if len(lows) < 2 or reading.gap(place) != " (" or not reading.gap(place + 1).startswith(")"):
        return
    letters = reading.atom(place)
    if not _are_letters(letters):
        return
    if letters in EVERYDAY or recent.whose_letters(letters) is not None:
        return
    if letters.lower() in ("".join(low[0] for low in lows), lows[0][0] + lows[-1][0]):
        recent.give_letters(letters, STRANGER)
        recent.meet(letters)

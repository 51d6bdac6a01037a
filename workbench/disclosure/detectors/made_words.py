"""Words that no list has, and yet are nobody's name: made of known words, or of medicine."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list

_HUMPS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_OF_FIRMS = frozenset(("clinic", "homes", "house", "dental", "lettings", "cabs", "school"))
_NAME_LEADS = word_list("made_words.name_leads")
_MEDICAL = tuple(word_list("made_words.medical_endings"))
_SECOND_HALVES = word_list("made_words.second_halves")
_SMALL = word_list("reading.small")
# The plurals of family names ("Mullings", "Waters") end otherwise.
_OF_MATTERS = ("tions", "sions", "ments", "ities", "ences", "ances", "ators", "isers", "isms")


def made_of_words(atom: str) -> bool:
    """Whether a word is put together of ordinary ones: "MyConcern", "Saturations", "RESTORE2"."""
    known, low = vocabulary(), atom.lower()
    if low.endswith(_OF_MATTERS) and low[:-1] in known.ordinary:
        return True
    if not atom.isascii() or atom.isupper():
        return False
    if atom[1:].islower():
        return _of_two_words(low)
    parts = [part.lower() for part in _HUMPS.findall(atom)]
    if len(parts) < 2 or "".join(parts) != low or parts[0] in _NAME_LEADS:
        return False
    if parts[-1] in _OF_FIRMS:
        return False  # "NowClinic"
    return all(
        len(part) > 1
        and (part in known.ordinary or part in known.professional)
        and part not in known.names
        and part not in known.given_words
        for part in parts
    )


def _of_two_words(low: str) -> bool:
    """Whether a thing is said in two words run together: "payslip", "keysafe"; never with a second
    half such as wood, field or day, of which family names are made."""
    known = vocabulary()
    return any(
        low[at:] in _SECOND_HALVES
        and low[:at] in known.ordinary
        and low[:at] not in known.names
        and low[:at] not in known.given_words
        for at in range(3, len(low) - 2)
    )


def of_medicine(low: str) -> bool:
    """Whether a word ends as conditions, treatments and medicines do and names do not."""
    return any(low.endswith(ending) and len(low) > len(ending) + 2 for ending in _MEDICAL)


def spelled_out(reading: Reading, place: int, plain: Callable[[str], bool]) -> bool:
    """Whether plain words beside letters say what they stand for: "IDTS: Integrated Drug Treatment
    System", "Integrated Drug Treatment System (IDTS)"."""
    letters = reading.lows[place]
    if not letters.isalpha() or len(letters) < 3:
        return False
    if reading.gap(place).endswith("("):
        before = _initials(reading, range(place - 1, -1, -1), len(letters), plain)
        return before[::-1] == letters
    if reading.gap(place + 1) in (": ", " - ", " (", " = ", "\t", " | "):
        after = range(place + 1, len(reading.atoms))
        return _initials(reading, after, len(letters), plain) == letters
    return False


def _initials(reading: Reading, places: range, number: int, plain: Callable[[str], bool]) -> str:
    """The first letters of so many words with a capital, so long as they are plain; small words
    between them are passed over."""
    found = ""
    for place in places:
        if reading.capital(place):
            if not plain(reading.atoms[place]):
                break
            found += reading.lows[place][0]
        elif reading.lows[place] not in _SMALL:
            break
        if len(found) == number:
            break
    return found

"""People by their initials: "JS", "J.S.", and "Mr T" where somebody's family name begins so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from workbench.disclosure.detectors.context import personal
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.names import Hit
from workbench.disclosure.detectors.reading import INITIALS, LETTER, Reading
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.forms import Form, Strength

_DOTTED = re.compile(
    r"(?<![A-Za-z.])[A-Z]\.(?:[ -]?[A-Z]\.){1,3}"
    r"|(?<![A-Za-z.])[A-Z](?:(?:[. ]| ?& ?)[A-Z]){1,3}(?![A-Za-z])"
)
_EVERYDAY = frozenset(word.upper() for word in word_list("names.everyday_acronyms"))
_WITH = frozenset(("w", "wi", "with"))  # "D/w EP"
_NOT_INITIALS = ("P.S.", "N.B.", "R.I.P.", "A.M.", "P.M.")


def lettered(reading: Reading, index: Index) -> Iterator[Hit]:
    """Initials of the registered; an acronym of the trade is a question even if it is an alias."""
    if not index.initials:
        return
    for place in reading.called(INITIALS):
        yield from _letters(reading, place, index.initials[reading.atoms[place]])
    if reading.calls & LETTER:
        if reading.letters_together:
            yield from _dotted(reading, index)
        yield from _titled(reading, index)


def _letters(reading: Reading, place: int, forms: tuple[Form, ...]) -> Iterator[Hit]:
    atom, known = reading.atoms[place], vocabulary()
    alone = signs(reading, place)
    sure = max(form.strength for form in forms) is Strength.SURE
    if len(atom) > 1 and reading.shouted(place) and not (alone or sure):
        return
    trade = atom in known.acronyms or len(atom) == 1 or atom.lower() in known.ordinary
    if trade and not (sure and len(atom) > 1):
        told = personal(reading, place) or (alone and len(atom) > 1)
        told = told or reading.low(place - 1) in _WITH
        if not told or (atom in _EVERYDAY and not _in_own_cell(reading, place)):
            return
    ours = len(atom) > 2 or alone or (not trade and personal(reading, place))
    yield Hit(place, place, forms, certain=not trade and (sure or ours), rule="initials")


def signs(reading: Reading, place: int) -> bool:
    """Whether letters stand where somebody signs, speaks or is given something to do: "KA" at the
    end of a note or in a cell, "KA: agreed", "KA to ring", "(KA)"."""
    before, after = reading.gap(place), reading.gap(place + 1)
    if before.endswith("(") and after.startswith(")"):
        return True
    apart = len(before) > 1 and not before.strip()
    begins = not place or apart or "\n" in before or before.strip()[-1:] in tuple(".!?)]|;:–-")
    begins = begins or reading.starts_sentence(place)
    if before == "/" or after == "/":  # "MA/CM"
        other = place - 1 if before == "/" else place + 1
        pair = len(reading.atom(other)) in (2, 3) and reading.atom(other).isupper()
        return pair and (before == "/" or begins)
    if not begins or before in ("-", ".", ":"):
        return False
    if after.startswith(":") or (after == " " and reading.low(place + 1) == "to"):
        return True
    ends = place + 1 == len(reading.atoms) or "\n" in after or after.strip()[:1] in ("|", ";", "]")
    return ends and after.strip() != "," and not after.startswith("-")


def _in_own_cell(reading: Reading, place: int) -> bool:
    before, after = reading.gap(place).strip(" "), reading.gap(place + 1).strip(" ")
    return before[-1:] in ("|", "\t") and after[:1] in ("|", "\t", "")


@lru_cache(maxsize=4)
def _by_letter(index: Index) -> dict[str, tuple[Form, ...]]:
    """Whose given or family name begins with each letter."""
    found: dict[str, dict[Form, None]] = {}
    for letters, forms in index.initials.items():
        for letter in {letters[0], letters[-1]}:
            found.setdefault(letter.lower(), {}).update(dict.fromkeys(forms))
    return {letter: tuple(forms) for letter, forms in found.items()}


def _titled(reading: Reading, index: Index) -> Iterator[Hit]:
    """ "Mr T", if nobody is shown by that letter."""
    titles = vocabulary().titles
    for place in reading.called(LETTER):
        title, low = reading.low(place - 1) if place else "", reading.lows[place]
        forms = _by_letter(index).get(low)
        if forms and _own_line(reading, place):
            yield Hit(place, place, forms, certain=False, rule="initials")  # signed "S"
            continue
        beside = title in titles and reading.gap(place) in (" ", ". ")
        if not beside or low in index.shown or reading.gap(place + 1)[:1] in (".", "-"):
            continue
        if forms and not (reading.gap(place + 1) == " " and reading.capital(place + 1)):
            yield Hit(place, place, forms, certain=False, rule="initials")


def _own_line(reading: Reading, place: int) -> bool:
    """Whether a letter stands alone at the end of what somebody wrote: "Rang back. B"."""
    after = reading.gap(place + 1)
    ends = place + 1 == len(reading.atoms) and len(after.strip()) < 2
    before = reading.gap(place)
    begins = "\n" in before and ends
    stopped = before.strip()[-1:] in ("?", "!", ".") and before.endswith(" ")
    return bool(place) and (begins or (stopped and (ends or after.startswith("\n"))))


def _dotted(reading: Reading, index: Index) -> Iterator[Hit]:
    for match in _DOTTED.finditer(reading.text):
        forms = index.initials.get(re.sub(r"[^A-Z]", "", match.group()), ())
        first = bisect_left(reading.starts, match.start())
        last = bisect_left(reading.ends, match.end() - match.group().endswith("."))
        if "&" in match.group():
            forms = tuple(form for form in forms if form.place)  # "C&T", and never A&E
        if forms and match.group() not in _NOT_INITIALS and last < len(reading.atoms):
            trade = "".join(reading.atoms[first : last + 1]) in vocabulary().acronyms
            certain = forms[0].strength is Strength.SURE or ("." in match.group() and not trade)
            yield Hit(first, last, forms, certain=certain, rule="initials")

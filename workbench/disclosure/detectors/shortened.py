"""Short forms that people make of a registered name: "Char" of Charlotte, "Gaz", "Jonesy".

No register holds them all, so that they are asked about and never replaced by themselves; those
that are words of the language only where somebody could stand.
"""

from __future__ import annotations

from workbench.disclosure.detectors.context import Sense, judge
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list

SHORT = "short"  # the rule of what is found so
_KISSES = ("x", "xx", "xxx")
_FUNCTION = (
    word_list("context.determiners")
    | word_list("context.auxiliaries")
    | word_list("context.pronouns")
    | word_list("context.conditionals")
    | word_list("reading.small")
)


def short_form(reading: Reading, place: int) -> bool:
    """Whether a word that is cut from somebody's name may well be meant so here."""
    if not reading.capital(place) or reading.gap(place).endswith("'"):
        return False
    low, atom, known = reading.lows[place], reading.atoms[place], vocabulary()
    if _never(low) or (atom.isupper() and atom in known.acronyms):
        return False
    if in_own_place(reading, place):
        return True
    if not (low in known.ordinary or low in known.rare or low in known.seldom):
        return not atom.isupper() or len(atom) > 3
    if reading.in_heading(place) or reading.shouted(place):
        return False
    return judge(reading, place, place) is Sense.NAME


def _never(low: str) -> bool:
    """Whether a word is too common, or too much the trade's, to be told from a short form."""
    known = vocabulary()
    return any(
        low in some
        for some in (
            _FUNCTION, known.modals, known.calendar, known.titles, known.kin, known.professional,
        )
    )  # fmt: skip


def in_own_place(reading: Reading, place: int) -> bool:
    """Whether a word stands in a cell, a list or quotation marks of its own, or before a colon."""
    before, after = reading.gap(place).strip(" "), reading.gap(place + 1).strip(" ")
    last = place + 1 == len(reading.atoms)
    begins = not place or before[-1:] in tuple('|\t\n"(:/')
    ends = last or after[:1] in tuple('|\t\n"):/') or reading.low(place + 1) in _KISSES
    return begins and ends

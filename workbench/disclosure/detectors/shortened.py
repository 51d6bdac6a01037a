"""Short forms that people make of a registered name: "Char" of Charlotte, "Gaz", "Jonesy", "ty".

No register holds them all, so that they are asked about and never replaced by themselves; those
that are words of the language only where somebody could stand.
"""

from __future__ import annotations

from workbench.disclosure.detectors.context import Sense, judge
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import PERSON_VERBS
from workbench.disclosure.detectors.told import named_here
from workbench.disclosure.dictionary import vocabulary, word_list

SHORT = "short"  # the rule of what is found so
_DOES = word_list("context.does")
_KISSES = ("x", "xx", "xxx")
_FUNCTION = (
    word_list("context.determiners")
    | word_list("context.auxiliaries")
    | word_list("context.pronouns")
    | word_list("context.conditionals")
    | word_list("reading.small")
    | word_list("lettered.tiny")
    | word_list("lettered.words")
)


def short_form(reading: Reading, place: int) -> bool:
    """Whether a word that is cut from somebody's name may well be meant so here."""
    low, atom = reading.lows[place], reading.atoms[place]
    if _never(low) or reading.gap(place).endswith("'"):
        return low in vocabulary().professional and _does(reading, place)
    if not reading.capital(place):
        return _in_small_letters(reading, place)
    if atom.isupper() and (atom in vocabulary().acronyms or len(atom) < 3):
        return False
    return in_own_place(reading, place) or _capital_form(reading, place)


def _capital_form(reading: Reading, place: int) -> bool:
    low, atom, known = reading.lows[place], reading.atoms[place], vocabulary()
    if not (low in known.ordinary or low in known.rare or low in known.seldom):
        return not atom.isupper() or len(atom) > 3
    if reading.in_heading(place) or reading.shouted(place):
        return False
    return judge(reading, place, place) is Sense.NAME


def _does(reading: Reading, place: int) -> bool:
    """Whether a short form that is a word of the trade opens a sentence and does something there:
    "Tel pinches mine"."""
    after = reading.low(place + 1)
    if not reading.capital(place) or reading.shouted(place) or reading.in_heading(place):
        return False
    if not reading.starts_sentence(place) or reading.gap(place + 1) != " ":
        return False
    return not reading.capital(place + 1) and (after in PERSON_VERBS or after in _DOES)


def _in_small_letters(reading: Reading, place: int) -> bool:
    """ "told chazza", "tys mum rang": what is no word at all is seldom anything else."""
    low, known = reading.lows[place], vocabulary()
    word = low in known.ordinary or low in known.rare or low in known.seldom
    if len(low) > 2 and not word and low.upper() not in known.acronyms:
        return True
    return named_here(reading, place)


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
    signed = reading.starts_sentence(place) and reading.low(place + 1) in _KISSES
    ends = last or after[:1] in tuple('|\t\n"):/') or reading.low(place + 1) in _KISSES
    return signed or (begins and ends)

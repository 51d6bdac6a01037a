"""Names by the marks beside them: listed, quoted, signed, in a column, or unexplained in prose."""

from __future__ import annotations

import re

from workbench.disclosure.detectors.no_names import of_a_thing
from workbench.disclosure.detectors.plain import derived
from workbench.disclosure.detectors.spot import DETERMINERS, past
from workbench.disclosure.detectors.words_met import AND, CALLINGS, Words
from workbench.disclosure.dictionary import vocabulary, word_list

_ROLES = word_list("word_names.roles")
_LABELS = word_list("word_names.labels")
_WHOM = word_list("word_names.whom")
_MARKED = word_list("word_names.marked")
_ALSO = frozenset(("aka", "alias"))
_NOT_BEFORE = word_list("word_names.not_before")
_NOT_AFTER = frozenset(("of", "to", "for"))
_OF_PLACES = word_list("people.things_after") | word_list("forms.generic")
_OF_THINGS = ("ent", "ant", "ive", "al", "ic", "able", "ible", "ary", "ory", "ous")
_LABEL = re.compile(
    r"[^\w\n]*(?:[^\W_]+[ /]){0,3}?(?P<word>[^\W\d_]+)(?: ?: *| +- |:?\t|(?<=\bcc) )", re.IGNORECASE
)


def initialled(words: Words, place: int) -> None:
    """ "Duty: L. Crisp"."""
    reading = words.reading
    letter, marks = reading.atoms[place - 1], reading.gap(place - 1).strip(" ")[-1:]
    if not (letter.isupper() and marks in (":", ",", "(", "|", "\t", ";", "/")):
        return
    plain = reading.gap(place + 1) == "-" or past(reading.lows[place])
    if words.ends(place) and not plain and words.take(place):
        words.with_letter(place)


def signed(words: Words, place: int) -> None:
    """ "Photo sent to her. Sky": a given name by itself after the last sentence of an entry."""
    reading, low = words.reading, words.reading.lows[place]
    ends = place + 1 >= len(reading.atoms) or "\n" in reading.gap(place + 1)
    stopped = reading.gap(place + 1).strip()[:1] in (".", "?", "!")
    known = vocabulary()
    if ends and not stopped and low in known.given_words and low not in known.calendar:
        words.take(place)


def told_after(words: Words, place: int) -> None:
    """ "a date for Smiley (Ishmael Grant)", "Treasure (sister)", "Reign, aged 3", "Pops aka"."""
    reading, gap, inner = words.reading, words.reading.gap(place + 1), place + 1
    if words.run_on(place):
        return
    low = reading.low(inner)
    if gap == " (":
        kin = low in vocabulary().kin and reading.gap(inner + 1).startswith(")")
        named = reading.capital(inner) and words.somebody(inner) and reading.gap(place) == " "
        if kin or (named and not reading.starts_sentence(place)):
            words.take(place)
    elif gap == ", " and len(low) == 1 and reading.capital(inner):
        if reading.gap(inner + 1)[:1] == "." and words.likely(place):
            words.take(place)  # "Moon, P."
    elif (gap == ", " and low == "aged") or (gap == " " and low in _ALSO):
        words.take(place)


def quoted(words: Words, place: int) -> None:
    """ "a lodger, “Prince”, moved out", "who “Smokes” was", "the man “Tank”"."""
    reading = words.reading
    last = place + (reading.gap(place + 1) == " " and reading.capital(place + 1))
    if not reading.gap(last + 1).startswith('"') or reading.low(place - 1) in _MARKED:
        return
    gap, before = reading.gap(place), reading.low(place - 1)
    after = reading.gap(last + 1)[1:]
    apart = gap == ', "' and after[:1] in (",", ".", ")", ";")
    whom = gap == ' "' and (before in _WHOM or before in CALLINGS or before in _ROLES)
    if apart or whom or gap.endswith('("'):
        words.take(place, any_two=True, sure=True)


def in_last_cell(words: Words, place: int) -> None:
    """ "| Low in mood | Lamb |": in the column of whoever wrote it."""
    reading = words.reading
    after = reading.gap(place + 1)
    ends = place + 1 >= len(reading.atoms) or "\n" in after
    line = reading.text.rfind("\n", 0, reading.starts[place]) + 1
    cells = reading.text.count(reading.gap(place).strip(" ")[-1:], line, reading.starts[place])
    verb = reading.lows[place] in vocabulary().verbs  # "Read" of a message
    if ends and cells > 2 and words.likely(place) and not verb:
        words.take(place)


def within(words: Words, place: int) -> None:
    """ "Message left for Bones": a capital that nothing explains, within plain small letters."""
    reading, low, before = words.reading, words.reading.lows[place], words.reading.atoms[place - 1]
    if not before.islower() or before in DETERMINERS or before in _NOT_BEFORE:
        return
    if reading.gap(place + 1) == " " and (
        reading.capital(place + 1) or reading.low(place + 1) in _NOT_AFTER
    ):
        return
    plural = low.endswith("s") and not words.likely(place)
    made = derived(low) or past(low) or low.endswith(_OF_THINGS)
    made = (made and not words.likely(place)) or of_a_thing(reading, place)
    made = made or low in _OF_PLACES
    numbered = reading.low(place + 1)[:1].isdigit()
    if not (plural or made or numbered or words.of_two_things(place)) and words.plain_prose(place):
        words.take(place)


def listed(words: Words, place: int) -> None:
    """ "Present: Marsh, Rivers and Weir", "Author: Fox"."""
    reading = words.reading
    last = place + (reading.gap(place + 1) == " " and reading.capital(place + 1))
    after = reading.gap(last + 1)
    joined = after == " " and reading.low(last + 1) in AND
    if last + 1 < len(reading.atoms) and not joined and after in (" ", ": ", "-"):
        return
    if reading.gap(place)[0] == ":" and reading.low(place - 1) in _LABELS:
        words.take(place, calendar=True, sure=True)
        return
    start = reading.text.rfind("\n", 0, reading.starts[place]) + 1
    label = _LABEL.match(reading.text, start, reading.starts[place])
    if not label or label["word"].lower() not in _LABELS:
        return
    between = reading.text[label.end() : reading.starts[place]]
    if not any(mark in between for mark in (":", ". ", "\t", "  ", "|")):
        words.take(place, calendar=True, sure=True)

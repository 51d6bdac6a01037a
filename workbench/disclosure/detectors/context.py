"""Whether an ordinary word that is also a name (Rose, Will, May, Hope) names someone here."""

from __future__ import annotations

from enum import Enum

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list


class Sense(Enum):
    """How a word is meant."""

    NAME = "name"
    ORDINARY = "ordinary"
    UNSURE = "unsure"


_DETERMINERS = word_list("context.determiners")
_AUXILIARIES = word_list("context.auxiliaries")
_PERSON_VERBS = word_list("context.person_verbs")
_PERSON_BEFORE = word_list("context.person_before")
_BEFORE_MONTH = word_list("context.before_month")
_FAMILY_AFTER = word_list("context.family_after")
_PREPOSITIONS_AFTER_VERB = word_list("context.prepositions_after_verb")
_PRONOUNS = word_list("context.pronouns")
_ABSTRACT = word_list("context.abstract")


def judge(reading: Reading, first: int, last: int) -> Sense:
    """How the ordinary words ``first`` to ``last`` are meant, by what stands beside them."""
    known = vocabulary()
    before, gap_before = reading.low(first - 1), reading.gap(first)
    if before in known.titles and first and gap_before in (" ", ". "):
        return Sense.NAME
    if known.starts_phrase(tuple(reading.lows[first : first + 5])) > last - first:
        return Sense.ORDINARY
    if reading.lows[last] in known.calendar:
        if _in_calendar(reading, first, last):
            return Sense.ORDINARY
        if before in _BEFORE_MONTH and gap_before == " " and reading.capital(first):
            return Sense.UNSURE
    if not reading.capital(first):
        return _in_lower_case(reading, first, last)
    if reading.shouted(first):
        return _shouted(reading, first, last)
    if first and gap_before == " " and before in known.kin and not reading.in_heading(first):
        return Sense.NAME
    if reading.starts_sentence(first):
        return _at_start(reading, first, last)
    return _within(reading, first, last)


def _in_calendar(reading: Reading, first: int, last: int) -> bool:
    """Whether the word is a month or a season: beside a number, or after "in" or "last"."""
    known = vocabulary()
    before, after = reading.low(first - 1), reading.low(last + 1)
    close_before = reading.gap(first) in (" ", "", "-", "/", ". ")
    close_after = reading.gap(last + 1) in (" ", "", "-", "/", ", ", ".", ". ")
    if close_after and after[:1].isdigit():
        return True
    if close_before and before[:1].isdigit() and not before.isalpha():
        return True
    if after in ("and", "or", "to", "until") and reading.low(last + 2) in known.calendar:
        return True
    if before in ("and", "or", "to", "until") and reading.low(first - 2) in known.calendar:
        return True
    spoken = _speaks(after) and reading.lows[last] in ("may", "june", "april", "august")
    return close_before and before in _BEFORE_MONTH - _PERSON_BEFORE and not spoken


def _speaks(word: str) -> bool:
    """Whether a word is something that a person does or is said to do."""
    return word in _PERSON_VERBS or word in _AUXILIARIES or (word.endswith("ed") and len(word) > 4)


def says(word: str) -> bool:
    """Whether only a person does this: to say, to ask, to attend."""
    return word in _PERSON_VERBS - {
        "also",
        "then",
        "never",
        "often",
        "always",
        "began",
        "came",
        "went",
    }


def _possessed(reading: Reading, last: int) -> bool:
    return reading.low(last + 1) == "s" and reading.gap(last + 1) == "'"


def _in_lower_case(reading: Reading, first: int, last: int) -> Sense:
    before, after, word = reading.low(first - 1), reading.low(last + 1), reading.lows[first]
    known = vocabulary()
    if first and reading.gap(first) == " " and before in _DETERMINERS and before != "that":
        return Sense.ORDINARY
    close = reading.gap(last + 1) == " "
    if word in known.modals:
        named = close and (after in _AUXILIARIES or (after in _PERSON_VERBS and after not in _BARE))
        asked = before in ("told", "asked", "saw", "met", "named", "called", "phoned", "with")
        return Sense.UNSURE if named or asked or _possessed(reading, last) else Sense.ORDINARY
    if last > first and not reading.has_capital:
        return Sense.UNSURE
    spoken = close and after in _PERSON_VERBS and word not in _ABSTRACT
    opens = reading.starts_sentence(first) or before in _PERSON_BEFORE
    if word in known.given_words - _ABSTRACT and close and after in _AUXILIARIES and opens:
        return Sense.UNSURE
    if word in known.given_words and (spoken or _possessed(reading, last)):
        return Sense.UNSURE
    if spoken and (not first or before in _PERSON_BEFORE) and not reading.has_capital:
        return Sense.UNSURE
    return Sense.ORDINARY


_CONDITIONALS = word_list("context.conditionals")
_STATES = word_list("context.states")
_BARE = word_list("context.bare")


def _shouted(reading: Reading, first: int, last: int) -> Sense:
    """Within capitals throughout, a capital says nothing; a neighbour may."""
    after = reading.low(last + 1)
    if _possessed(reading, last) or (_speaks(after) and reading.lows[first] not in _ABSTRACT):
        return Sense.NAME
    if last > first:
        return Sense.UNSURE
    given = reading.lows[first] in vocabulary().given_words
    if given and reading.low(first - 1) in ("with", "for", "about", "and", "told", "to"):
        return Sense.UNSURE
    return Sense.ORDINARY


def _listed(reading: Reading, last: int) -> bool:
    """Whether the word is joined to another capital: "Will and Jack", "Rose, Will"."""
    return reading.low(last + 1) in ("and", "or") and reading.capital(last + 2)


def _at_start(reading: Reading, first: int, last: int) -> Sense:
    known = vocabulary()
    word, after, gap = reading.lows[first], reading.low(last + 1), reading.gap(last + 1)
    if _possessed(reading, last) or _listed(reading, last) or gap.startswith(" ("):
        return Sense.NAME
    if last > first:
        return Sense.NAME if reading.capital(last) else _in_lower_case(reading, first, last)
    if gap in (", ", " - ") and (after in ("aged", "who", "then", "now") or after.isdigit()):
        return Sense.NAME
    close = gap == " "
    if word in known.modals:
        finite = after in _AUXILIARIES or (after in _PERSON_VERBS and after not in _BARE)
        return Sense.NAME if close and (finite or _past(after)) else _if_alone(reading, last)
    if not close:
        return _if_alone(reading, last)
    if after in _PRONOUNS | _DETERMINERS or after[:1].isdigit():
        return Sense.ORDINARY
    if after in _CONDITIONALS or (len(reading.atom(last + 1)) == 1 and reading.capital(last + 1)):
        return Sense.NAME
    if _speaks(after):
        personal = _of_a_person(reading, last)
        thing = word in _ABSTRACT or word not in known.given_words
        abstract = thing and after in _AUXILIARIES and not personal
        return Sense.UNSURE if abstract else Sense.NAME
    if after == "to" and word in known.verbs:
        further = reading.low(last + 2)
        if further in ("be", "attend", "contact", "chair", "bring", "send", "check", "speak"):
            return Sense.NAME if further == "be" else Sense.UNSURE
    if after in _PREPOSITIONS_AFTER_VERB and word in known.verbs | _ABSTRACT:
        return Sense.ORDINARY
    return Sense.UNSURE if word in known.given_words and not _noun(after) else Sense.ORDINARY


def _of_a_person(reading: Reading, last: int) -> bool:
    """Whether what follows "was" or "had" is said of people: "was not seen", "had a key"."""
    place = last + 2
    while reading.low(place) in ("not", "never", "also", "already", "then"):
        place += 1
    further = reading.low(place)
    if reading.low(last + 1) in ("had", "has") and further in _DETERMINERS:
        return True
    return further in _STATES or further[:1].isdigit()


def _past(word: str) -> bool:
    return (
        word.endswith("ed")
        and len(word) > 4
        and word not in ("need", "indeed", "speed", "exceed", "proceed")
    )


def _noun(word: str) -> bool:
    """Whether the word after looks like what an adjective or a compound goes with."""
    return word.endswith(("s", "ing", "ment", "tion")) and not word.endswith("ss")


def _if_alone(reading: Reading, last: int) -> Sense:
    """A word with nothing beside it to go by: a question of its own only as a line by itself."""
    gap = reading.gap(last + 1)
    alone = last + 1 == len(reading.atoms) or "\n" in gap or gap[:1] in (":", ",", ";", "/")
    given = reading.lows[last] in vocabulary().given_words
    return Sense.UNSURE if alone and given else Sense.ORDINARY


def _within(reading: Reading, first: int, last: int) -> Sense:
    """A capital within a sentence."""
    before, after = reading.low(first - 1), reading.low(last + 1)
    given = reading.lows[first] in vocabulary().given_words
    spaced = reading.gap(first) == " "
    if _possessed(reading, last) and not (spaced and before in _DETERMINERS):
        return Sense.NAME
    if spaced and before in ("a", "an", "the", "this", "each", "every", "any", "no", "our"):
        if after in _FAMILY_AFTER:
            return Sense.NAME
        return Sense.UNSURE if given or last > first else Sense.ORDINARY
    if reading.gap(last + 1) == " " and after[:1].isdigit() and not given:
        return Sense.ORDINARY  # "Ward 7", "Page 3"
    if reading.in_heading(first):
        return Sense.UNSURE if given or last > first else Sense.ORDINARY
    if last == first and reading.gap(last + 1) == " " and reading.capital(last + 1):
        return Sense.UNSURE
    return Sense.NAME

"""Places and bodies whose names are made of plain words: "Silver Birches", "Helping Hands"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TypeAlias

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import trade_words, vocabulary, word_list

_RUN = re.compile(r" (?P<it>[A-Z][a-z']+(?: (?:and |of |& )?[A-Z][a-z']+)+)\b(?! [A-Z])")
_OF_DEEDS = ("ing", "tion", "sion", "ment", "ance", "ence", "ness", "ship", "ity", "ology", "ism")
_BRANDS = word_list("no_names.brands_owned")
_ASKING = word_list("surnames.asking")
_BEFORE = word_list("runs.before")
_COLOURS = word_list("runs.of_signs")
_NOUNS = "|".join(sorted(word_list("runs.nouns")))
# Without these words the patterns are not looked for.
_PLACE_WORD, _NOUN = cue(_BEFORE | {"the"}), cue(word_list("runs.nouns"))
_THE = cue(("The",), as_written=True)
_BEFORE_NOUN = re.compile(rf" (?P<it>[A-Z][a-z']+(?: [A-Z][a-z']+)?) (?:{_NOUNS})\b")
_SORT_CUE = cue(word_list("runs.sorts"))
RUN_CUES = _PLACE_WORD | _NOUN | _THE | _SORT_CUE
_SORTS = "|".join(sorted(word_list("runs.sorts")))
_APART = re.compile(rf"\b(?:{_SORTS}), (?P<it>[A-Z][a-z']+(?: (?:& )?[A-Z][a-z']+)*)\b(?=[,.;)])")
_OWNED = re.compile(
    r"\b(?:at|to|from|outside|near) (?P<it>[A-Z][a-z]+'s)\b"
    r"(?=[.,;)]| (?:on|in|at|for|and|when|by|near)\b)"
)
_WITH_ARTICLE = re.compile(r"(?<=[a-z,] )(?P<it>The [A-Z][a-z']+(?: [A-Z][a-z']+)*)\b(?! [A-Z])")


def runs(reading: Reading) -> Iterator[Found]:
    """Words with capitals after "at", "from", "outside" and the like, none of them of the trade;
    and those before "estate", "pub" and the like in small letters."""
    for match, first, last in _candidates(reading):
        if _within_phrase(reading, first) or not _plain_prose(reading, first, last):
            continue
        if _of_nobodys_trade(reading, first, last):
            start, end = match.span("it")
            yield Found(start, end, Kind.PLACE, certain=False, rule="run")


_Candidate: TypeAlias = tuple[re.Match[str], int, int]


def _candidates(reading: Reading) -> Iterator[_Candidate]:
    """Words that could be such a name, and from which to which of them say so."""
    for match in _RUN.finditer(reading.text) if _may_run(reading) else ():
        first, last = _places(reading, match)
        if reading.gap(first) == " " and _after_place_word(reading, first, last):
            yield match, first, last
    for match in _APART.finditer(reading.text) if reading.calls & _SORT_CUE else ():
        yield match, *_places(reading, match)
    yield from _with_marks(reading)
    headed = any(reading.capital(place - 1) for place in reading.called(_NOUN))
    for match in _BEFORE_NOUN.finditer(reading.text) if headed else ():
        first, last = _places(reading, match)
        if not reading.starts_sentence(first):
            yield match, first, last


def _with_marks(reading: Reading) -> Iterator[_Candidate]:
    """ "at Redeemer's on Sundays", "they ran The Copper Kettle"."""
    text = reading.text
    for match in _OWNED.finditer(text) if "'s" in text else ():
        first, last = _places(reading, match)
        if reading.lows[first] not in _BRANDS and reading.lows[first] not in vocabulary().kin:
            yield match, first, last - 1
    within = any(reading.gaps[place] in (" ", ", ") for place in reading.called(_THE))
    for match in _WITH_ARTICLE.finditer(text) if within else ():
        first, last = _places(reading, match)
        if not reading.starts_sentence(first):
            yield match, first + 1, last


def _may_run(reading: Reading) -> bool:
    """Whether two words with capitals, or two round a small one, follow a word that calls for
    the name of a place."""
    for place in reading.called(_PLACE_WORD):
        if reading.gaps[place + 1] != " " or not reading.capital(place + 1):
            continue
        third = reading.low(place + 2)
        joined = third in ("and", "of") or reading.gap(place + 2) == " & "
        if reading.lows[place] == "the":
            goes_on = third == "and" or reading.lows[place + 1] in _COLOURS
        else:
            goes_on = joined or reading.capital(place + 2)
        if goes_on:
            return True
    return False


def _places(reading: Reading, match: re.Match[str]) -> tuple[int, int]:
    return (
        bisect_left(reading.starts, match.start("it")),
        bisect_left(reading.starts, match.end("it")),
    )


def _within_phrase(reading: Reading, first: int) -> bool:
    """ "Safeguard Children" of "Working Together to Safeguard Children"."""
    starts = vocabulary().starts_phrase
    return any(
        starts(tuple(reading.lows[at : first + 8])) > first - at
        for at in range(max(0, first - 4), first)
    )


def _after_place_word(reading: Reading, first: int, last: int) -> bool:
    """ "at Silver Birches", "the White Horse", "the Dog and Duck"."""
    before = reading.low(first - 1)
    if before == "the" and reading.atoms[first - 1] == "the":
        pair = last - first == 3 and reading.lows[first + 1] == "and"
        return pair or (last - first == 2 and reading.lows[first] in _COLOURS)
    return before in _BEFORE


def _plain_prose(reading: Reading, first: int, last: int) -> bool:
    """Whether capitals are seldom around, so that they say something here."""
    around = [*range(max(0, first - 8), first), *range(last, min(last + 8, len(reading.atoms)))]
    capitals = sum(
        reading.atoms[at][0].isupper() and not reading.starts_sentence(at) for at in around
    )
    return capitals * 4 <= len(around) and not reading.in_heading(first)


def _of_nobodys_trade(reading: Reading, first: int, last: int) -> bool:
    known = vocabulary()
    lows = tuple(reading.lows[first:last])
    if known.starts_phrase(lows) > 1 or known.starts_phrase(lows[1:]) > 1:
        return False
    if lows[-1].endswith(_OF_DEEDS) or any(low in _ASKING and low != "and" for low in lows):
        return False  # "Motivational Interviewing", "Did Not Attend"
    lead = lows[0]
    if len(lows) == 1:
        return lead in known.ordinary and lead not in trade_words()
    plain = all(low in known.ordinary or low in known.professional for low in lows)
    own = lead in _COLOURS or lead not in trade_words()
    return plain and own and lead != "operation"

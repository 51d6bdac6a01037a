"""Places and bodies whose names are made of plain words: "Silver Birches", "Helping Hands"."""

from __future__ import annotations

import re
from bisect import bisect_left
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


def runs(reading: Reading) -> list[Found]:
    """Words with capitals after "at", "from", "outside" and the like, none of them of the trade;
    and those before "estate", "pub" and the like in small letters."""
    found: list[Found] = []
    for match, first, last in _candidates(reading):
        if _within_phrase(reading, first) or not _plain_prose(reading, first, last):
            continue
        if _of_nobodys_trade(reading, first, last):
            start, end = match.span("it")
            found.append(Found(start, end, Kind.PLACE, certain=False, rule="run"))
    return found


_Candidate: TypeAlias = tuple[re.Match[str], int, int]


def _candidates(reading: Reading) -> list[_Candidate]:
    """Words that could be such a name, and from which to which of them say so."""
    found: list[_Candidate] = []
    if reading.calls & _PLACE_WORD:
        found += _after_place_words(reading)
    if reading.calls & _SORT_CUE:
        found += _after_sorts(reading)
    if reading.calls & _THE:
        found += _after_articles(reading)
    if reading.calls & _NOUN:
        found += _before_nouns(reading)
    return found


def _after_place_words(reading: Reading) -> list[_Candidate]:
    """ "at Silver Birches", "the Dog and Duck"; "at Redeemer's on Sundays"."""
    followed = _followed(reading)
    found: list[_Candidate] = []
    begins = [reading.starts[place + 1] for place in followed if _may_run(reading, place)]
    for match in _RUN.finditer(reading.text) if begins else ():
        if match.start("it") in begins:
            first, last = _places(reading, match)
            if _after_place_word(reading, first, last):
                found.append((match, first, last))
    for place in followed if "'s" in reading.text else ():
        owned = _OWNED.match(reading.text, reading.starts[place])
        low = reading.lows[place + 1]
        if owned and low not in _BRANDS and low not in vocabulary().kin:
            found.append((owned, place + 1, place + 2))
    return found


def _followed(reading: Reading) -> list[int]:
    """The words that call for the name of a place, where a word with a capital follows."""
    atoms, gaps, count = reading.atoms, reading.gaps, len(reading.atoms) - 1
    return [
        place
        for place in reading.called(_PLACE_WORD)
        if gaps[place + 1] == " " and place < count and atoms[place + 1][0].isupper()
    ]


def _may_run(reading: Reading, place: int) -> bool:
    """Whether two words with capitals, or two round a small one, follow such a word."""
    third = reading.low(place + 2)
    if reading.lows[place] == "the":
        return third == "and" or reading.lows[place + 1] in _COLOURS
    return third in ("and", "of") or reading.gap(place + 2) == " & " or reading.capital(place + 2)


def _after_sorts(reading: Reading) -> list[_Candidate]:
    """ "his nursery, Little Acorns, said"."""
    found: list[_Candidate] = []
    for place in reading.called(_SORT_CUE):
        if reading.gaps[place + 1] == ", " and reading.capital(place + 1):
            match = _APART.match(reading.text, reading.starts[place])
            if match:
                found.append((match, *_places(reading, match)))
    return found


def _after_articles(reading: Reading) -> list[_Candidate]:
    """ "they ran The Copper Kettle"."""
    found: list[_Candidate] = []
    if any(reading.gaps[place] in (" ", ", ") for place in reading.called(_THE)):
        for match in _WITH_ARTICLE.finditer(reading.text):
            first, last = _places(reading, match)
            if not reading.starts_sentence(first):
                found.append((match, first + 1, last))
    return found


def _before_nouns(reading: Reading) -> list[_Candidate]:
    """ "the Silver Birch estate"."""
    found: list[_Candidate] = []
    if any(reading.capital(place - 1) for place in reading.called(_NOUN)):
        for match in _BEFORE_NOUN.finditer(reading.text):
            first, last = _places(reading, match)
            if not reading.starts_sentence(first):
                found.append((match, first, last))
    return found


def _places(reading: Reading, match: re.Match[str]) -> tuple[int, int]:
    return (
        bisect_left(reading.starts, match.start("it")),
        bisect_left(reading.starts, match.end("it")),
    )


def _within_phrase(reading: Reading, first: int) -> bool:
    """ "Safeguard Children" of "Working Together to Safeguard Children"."""
    known, lows = vocabulary(), reading.lows
    for at in range(max(0, first - 4), first):
        if lows[at] in known.phrases and known.phrase_at(lows, at, first + 8 - at) > first - at:
            return True
    return False


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
    capitals = [at for at in around if reading.atoms[at][0].isupper()]
    if len(capitals) * 4 > len(around):
        capitals = [at for at in capitals if not reading.starts_sentence(at)]
    return len(capitals) * 4 <= len(around) and not reading.in_heading(first)


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

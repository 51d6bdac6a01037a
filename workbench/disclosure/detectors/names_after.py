"""Names by the word before them: greeted, met, spoken to, called so, after a calling or kin."""

from __future__ import annotations

from workbench.disclosure.detectors.spot import past, says
from workbench.disclosure.detectors.words_met import CALLINGS, Words
from workbench.disclosure.dictionary import vocabulary, word_list

_NAMING = word_list("word_names.naming")
_FILLERS = word_list("word_names.naming_fillers")
_NAMED_ONLY = {
    "known": ("as", "only", "locally", "better"), "goes": ("by",), "went": ("by",),
    "going": ("by",),
    "call": ("him", "her", "them"), "calls": ("him", "her", "himself", "herself", "them", "me"),
    "calling": ("him", "her", "himself", "herself", "them"), "street": ("name",),
    "answers": ("to",), "answering": ("to",), "answered": ("to",),
}  # fmt: skip
_TOUCHED = word_list("context.touching") | word_list("word_names.touched")
_SPOKEN = word_list("word_names.spoken")
_LABELS = word_list("word_names.labels")


def named(words: Words, place: int) -> None:
    """ "nickname of Biscuit", "calls himself Tank", "Tag: Reckless"."""
    reading, cued = words.reading, place - 1
    for _ in range(3):
        if reading.low(cued) not in _FILLERS or reading.low(cued) in _NAMING:
            break
        cued -= 1
    word = reading.low(cued)
    if cued < 0 or word not in _NAMING:
        return
    if word in _NAMED_ONLY and reading.low(cued + 1) not in _NAMED_ONLY[word]:
        return
    if reading.gap(place) in (" ", ' "', ": ", ': "', " (", " '"):
        words.take(place, any_two=True, sure=True)


def greeted(words: Words, place: int) -> None:
    """ "Hi Blessed, can you", "Thanks, Finch."."""
    reading = words.reading
    if reading.low(place - 1) == "you" and reading.low(place - 2) != "thank":
        return
    if reading.gap(place) in (" ", ", ") and words.ends(place):
        words.take(place, sure=True)


def closed(words: Words, place: int) -> None:
    """ "Best wishes, Sunny"."""
    reading, gap = words.reading, words.reading.gap(place)
    ends = place + 1 >= len(reading.atoms) or "\n" in reading.gap(place + 1)
    if ends and (gap in (", ", " - ") or "\n" in gap):
        words.take(place, sure=True)


def by_calling(words: Words, place: int) -> None:
    """ "Orderly Officer Finch", "Coroner Steel", "OFFICER UGWU"."""
    reading, low = words.reading, words.reading.lows[place]
    if reading.gap(place) != " " or reading.in_heading(place):
        return
    if reading.atoms[place].isupper():
        words.take_shouted(place)
    elif not (past(low) or says(low)):
        words.take(place, calendar=True)


def by_role(words: Words, place: int) -> None:
    """ "her mate Smurf", "his dealer, Frosty, came"."""
    reading = words.reading
    if reading.capital(place - 1):
        return
    gap, after = reading.gap(place), reading.gap(place + 1)
    apart = gap == ", " and after.strip()[:1] in (",", ".", ";", ")")
    if gap in (" ", ' "') or apart or (gap == " (" and after.startswith(")")):
        words.take(place)


def met(words: Words, place: int) -> None:
    """ "he told Brick to wait"."""
    if words.reading.gap(place) == " " and not words.reading.starts_sentence(place):
        words.take(place)


def by_whom(words: Words, place: int) -> None:
    """ "spoke with Treasure", "restrained by Winter"."""
    reading = words.reading
    near = (reading.low(at) for at in range(max(0, place - 5), place - 1))
    by = reading.lows[place - 1] == "by"
    done = any(low in _TOUCHED or (by and past(low)) for low in near)
    if reading.gap(place) == " " and done and not words.of_two_things(place):
        words.take(place, calendar=by)


def to_whom(words: Words, place: int) -> None:
    """ "money to Shady", "spoke to Thistle"."""
    reading = words.reading
    near = (reading.low(at) for at in range(max(0, place - 5), place - 1))
    if reading.gap(place) == " " and any(low in _SPOKEN for low in near):
        words.take(place)


def of_kin(words: Words, place: int) -> None:
    """ "Baby Reign", "Twins Storm and Reign", "Father Candle"."""
    reading = words.reading
    if reading.gap(place) == " " and reading.capital(place - 1) and not words.of_two_things(place):
        words.take(place, calendar=True, sure=True)


def ours(words: Words, place: int) -> None:
    """ "Our Lee is back"."""
    if words.reading.gap(place) == " " and words.reading.lows[place] in vocabulary().given_words:
        words.take(place)


def who_is(words: Words, place: int) -> None:
    """ "Provider contact is Blessed."."""
    reading = words.reading
    if reading.gap(place) == " " and reading.low(place - 2) in _LABELS and words.ends(place):
        words.take(place)


def saying(words: Words, place: int) -> None:
    """ "Storm said", "when Smiley rang"."""
    reading, low = words.reading, words.reading.lows[place]
    if reading.gap(place + 1) != " " or words.run_on(place):
        return
    if not (low.endswith(("ly", "s")) or low in CALLINGS):
        words.take(place)


def by_rank(words: Words, place: int) -> None:
    """ "SO Marsh", "HCA Gale": a family name that is a word after the letters of a calling."""
    reading = words.reading
    lettered = reading.atoms[place - 1].isupper() and reading.gap(place) == " "
    if lettered and words.likely(place):
        words.take(place, calendar=True, sure=True)

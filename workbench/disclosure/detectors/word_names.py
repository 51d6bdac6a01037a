"""People who are called by a word that no list of names has ("Mouse", "Smiley", "Finch"): the place
says that somebody is meant, and then whatever word stands there is asked about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.no_names import of_a_thing
from workbench.disclosure.detectors.plain import derived
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.recent import Recent
from workbench.disclosure.detectors.spot import DETERMINERS, past, says
from workbench.disclosure.detectors.words_met import (
    AND,
    CALLINGS,
    LISTED,
    MAY_NAME,
    Words,
    may_be_met,
)
from workbench.disclosure.dictionary import vocabulary, word_list

_NAMING = word_list("word_names.naming")
_FILLERS = word_list("word_names.naming_fillers")
_GREETINGS = word_list("word_names.greetings")
_CLOSINGS = word_list("word_names.closings")
_ROLES = word_list("word_names.roles")
_MET = word_list("word_names.met")
_SAID = word_list("word_names.said")
_NAMED_ONLY = {
    "known": ("as", "only", "locally", "better"), "goes": ("by",), "went": ("by",),
    "going": ("by",),
    "call": ("him", "her", "them"), "calls": ("him", "her", "himself", "herself", "them", "me"),
    "calling": ("him", "her", "himself", "herself", "them"), "street": ("name",),
    "answers": ("to",), "answering": ("to",), "answered": ("to",),
}  # fmt: skip
_BY = frozenset(("by", "with", "from"))
_TOUCHED = word_list("context.touching") | word_list("word_names.touched")
_SPOKEN = word_list("word_names.spoken")
_LABELS = word_list("word_names.labels")
_WHOM = word_list("word_names.whom")
_MARKED = word_list("word_names.marked")
MET = "="  # before a word that named somebody
_ALSO = frozenset(("aka", "alias"))
_OF_KIN = frozenset(("baby", "twins", "siblings", "brothers", "sisters", "father", "sister"))
_NOT_BEFORE = word_list("word_names.not_before")
_NOT_AFTER = frozenset(("of", "to", "for"))
_OF_THINGS = ("ent", "ant", "ive", "al", "ic", "able", "ible", "ary", "ory", "ous")
_ITEMS = frozenset((": ", ", ", "; ", "/", " / ", " & ", " + ", ":\t", " - ", ":  "))
_LABEL = re.compile(
    r"[^\w\n]*(?:[^\W_]+[ /]){0,3}?(?P<word>[^\W\d_]+)(?: ?: *| +- |:?\t|(?<=\bcc) )", re.IGNORECASE
)


def word_names(
    reading: Reading, found: Sequence[Found], shown: frozenset[str], recent: Recent
) -> Iterator[Found]:
    """Words with a capital where somebody's name is said, besides what was found already."""
    places = reading.called(MAY_NAME)
    if not places:
        return
    _keep_last_names(reading, found, recent)
    words, joined, lows = Words(reading, found, shown), False, reading.lows
    for place in places:
        before = lows[place - 1] if place else ""
        if recent.met(MET + lows[place]):
            words.take(place, calendar=True)
            continue
        if not words.covered(place):
            for rule in _AFTER.get(before, ()):
                rule(words, place)
            _asked_for(words, place, before)
        joined = joined or before in AND or reading.low(place + 1) in AND
        joined = joined or reading.gaps[place] in LISTED or reading.gaps[place + 1] in LISTED
    if joined:
        words.beside_all()
    named = {lows[place] for place in words.places()}
    for low in named:
        recent.meet(MET + low)
    for place in places if named else ():
        if lows[place] in named:
            words.take(place, calendar=True)
    yield from words.taken()


def _keep_last_names(reading: Reading, found: Sequence[Found], recent: Recent) -> None:
    """Keeps in mind a family name that is a word: "DC Onions", and later "Onions told us"."""
    for one in found:
        if one.kind is not Kind.UNKNOWN:
            continue
        first, last = bisect_left(reading.starts, one.start), bisect_left(reading.ends, one.end)
        for place in range(first, last + 1):
            family = place == last or reading.gaps[place + 1] == ", "
            if family and may_be_met(reading.atoms[place]):
                recent.meet(MET + reading.lows[place])


_Rule = Callable[[Words, int], None]


def _asked_for(words: Words, place: int, before: str) -> None:
    """What is seen further off: who is greeted, named, listed, and who says something."""
    reading = words.reading
    after = reading.low(place + 1)
    if after in _SAID:
        _saying(words, place)
    elif reading.gap(place + 1) in (" (", ", ") or after in _ALSO:
        _told_after(words, place)
    if before in _FILLERS or before in _NAMING:
        _named(words, place)
    gap = reading.gaps[place]
    if len(before) == 1 and gap in (". ", ".", " "):
        _initialled(words, place)
    rule = _BY_GAP.get(gap) or _BY_MARK.get(gap.rstrip(" ")[-1:])
    if rule is not None:
        rule(words, place)


def _initialled(words: Words, place: int) -> None:
    """ "Duty: L. Crisp"."""
    reading = words.reading
    letter, marks = reading.atoms[place - 1], reading.gap(place - 1).strip(" ")[-1:]
    if not (letter.isupper() and marks in (":", ",", "(", "|", "\t", ";", "/")):
        return
    plain = reading.gap(place + 1) == "-" or past(reading.lows[place])
    if words.ends(place) and not plain and words.take(place):
        words.with_letter(place)


def _signed(words: Words, place: int) -> None:
    """ "Photo sent to her. Sky": a given name by itself after the last sentence of an entry."""
    reading, low = words.reading, words.reading.lows[place]
    ends = place + 1 >= len(reading.atoms) or "\n" in reading.gap(place + 1)
    stopped = reading.gap(place + 1).strip()[:1] in (".", "?", "!")
    known = vocabulary()
    if ends and not stopped and low in known.given_words and low not in known.calendar:
        words.take(place)


def _told_after(words: Words, place: int) -> None:
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


def _quoted(words: Words, place: int) -> None:
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


def _in_last_cell(words: Words, place: int) -> None:
    """ "| Low in mood | Lamb |": in the column of whoever wrote it."""
    reading = words.reading
    after = reading.gap(place + 1)
    ends = place + 1 >= len(reading.atoms) or "\n" in after
    line = reading.text.rfind("\n", 0, reading.starts[place]) + 1
    cells = reading.text.count(reading.gap(place).strip(" ")[-1:], line, reading.starts[place])
    verb = reading.lows[place] in vocabulary().verbs  # "Read" of a message
    if ends and cells > 2 and words.likely(place) and not verb:
        words.take(place)


def _named(words: Words, place: int) -> None:
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


def _greeted(words: Words, place: int) -> None:
    """ "Hi Blessed, can you", "Thanks, Finch."."""
    reading = words.reading
    if reading.low(place - 1) == "you" and reading.low(place - 2) != "thank":
        return
    if reading.gap(place) in (" ", ", ") and words.ends(place):
        words.take(place, sure=True)


def _closed(words: Words, place: int) -> None:
    """ "Best wishes, Sunny"."""
    reading, gap = words.reading, words.reading.gap(place)
    ends = place + 1 >= len(reading.atoms) or "\n" in reading.gap(place + 1)
    if ends and (gap in (", ", " - ") or "\n" in gap):
        words.take(place, sure=True)


def _by_calling(words: Words, place: int) -> None:
    """ "Orderly Officer Finch", "Coroner Steel", "OFFICER UGWU"."""
    reading, low = words.reading, words.reading.lows[place]
    if reading.gap(place) != " " or reading.in_heading(place):
        return
    if reading.atoms[place].isupper():
        words.take_shouted(place)
    elif not (past(low) or says(low)):
        words.take(place, calendar=True)


def _by_role(words: Words, place: int) -> None:
    """ "her mate Smurf", "his dealer, Frosty, came"."""
    reading = words.reading
    if reading.capital(place - 1):
        return
    gap, after = reading.gap(place), reading.gap(place + 1)
    apart = gap == ", " and after.strip()[:1] in (",", ".", ";", ")")
    if gap in (" ", ' "') or apart or (gap == " (" and after.startswith(")")):
        words.take(place)


def _met(words: Words, place: int) -> None:
    """ "he told Brick to wait"."""
    if words.reading.gap(place) == " " and not words.reading.starts_sentence(place):
        words.take(place)


def _by_whom(words: Words, place: int) -> None:
    """ "spoke with Treasure", "restrained by Winter"."""
    reading = words.reading
    near = (reading.low(at) for at in range(max(0, place - 5), place - 1))
    by = reading.lows[place - 1] == "by"
    done = any(low in _TOUCHED or (by and past(low)) for low in near)
    if reading.gap(place) == " " and done and not words.of_two_things(place):
        words.take(place, calendar=by)


def _to_whom(words: Words, place: int) -> None:
    """ "money to Shady", "spoke to Thistle"."""
    reading = words.reading
    near = (reading.low(at) for at in range(max(0, place - 5), place - 1))
    if reading.gap(place) == " " and any(low in _SPOKEN for low in near):
        words.take(place)


def _of_kin(words: Words, place: int) -> None:
    """ "Baby Reign", "Twins Storm and Reign", "Father Candle"."""
    reading = words.reading
    if reading.gap(place) == " " and reading.capital(place - 1) and not words.of_two_things(place):
        words.take(place, calendar=True, sure=True)


def _ours(words: Words, place: int) -> None:
    """ "Our Lee is back"."""
    if words.reading.gap(place) == " " and words.reading.lows[place] in vocabulary().given_words:
        words.take(place)


def _within(words: Words, place: int) -> None:
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
    numbered = reading.low(place + 1)[:1].isdigit()
    if not (plural or made or numbered or words.of_two_things(place)) and words.plain_prose(place):
        words.take(place)


def _who_is(words: Words, place: int) -> None:
    """ "Provider contact is Blessed."."""
    reading = words.reading
    if reading.gap(place) == " " and reading.low(place - 2) in _LABELS and words.ends(place):
        words.take(place)


def _saying(words: Words, place: int) -> None:
    """ "Storm said", "when Smiley rang"."""
    reading, low = words.reading, words.reading.lows[place]
    if reading.gap(place + 1) != " " or words.run_on(place):
        return
    if not (low.endswith(("ly", "s")) or low in CALLINGS):
        words.take(place)


def _listed(words: Words, place: int) -> None:
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


def _rules(*sorts: tuple[frozenset[str], _Rule]) -> dict[str, tuple[_Rule, ...]]:
    """What each word calls for in the word after it."""
    rules: dict[str, tuple[_Rule, ...]] = {}
    for words, rule in sorts:
        for word in words:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


_BY_GAP: Mapping[str, _Rule] = {
    **dict.fromkeys(_ITEMS, _listed),
    ". ": _signed,
    " ": _within,
    '" ': _within,
    ") ": _within,
}
_BY_MARK: Mapping[str, _Rule] = {'"': _quoted, "|": _in_last_cell, "\t": _in_last_cell}
_AFTER = _rules(
    (_GREETINGS | {"you"}, _greeted), (_CLOSINGS, _closed), (CALLINGS, _by_calling),
    (frozenset(("our", "wor")), _ours),
    (_ROLES | vocabulary().kin, _by_role), (_MET, _met), (_BY, _by_whom),
    (frozenset(("to",)), _to_whom), (frozenset(("cc", "bcc")), _listed),
    (frozenset(("is", "was")), _who_is), (_OF_KIN, _of_kin),
)  # fmt: skip

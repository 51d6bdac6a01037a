"""An ordinary word that is also a name, where it opens a sentence and its capital says nothing."""

from __future__ import annotations

import re

from workbench.disclosure.detectors.spot import (
    ABSTRACT,
    AUXILIARIES,
    DETERMINERS,
    Sense,
    Spot,
    past,
    speaks,
)
from workbench.disclosure.dictionary import word_list

_AFTER_VERB = word_list("context.prepositions_after_verb")
_THINGS_MEANT = word_list("context.pronouns") | DETERMINERS
_CONDITIONALS = word_list("context.conditionals")
_DOES = word_list("context.does")
_STATES = word_list("context.states")
_HAPPENS, _THINGS = word_list("openings.happens"), word_list("openings.things")
_OF_NOUNS = ("s", "ment", "tion", "sion", "ness", "ity", "ship", "ance", "ence", "ism")
_OWNED_BY = ("his", "her", "their", "the", "my", "your", "our")
_SENTENCE_END = re.compile(r"[.?!\n]")
_MODAL_ONLY = frozenset(("be", "have", "need", "not"))
_BARE = word_list("openings.bare_verbs")
_TO_DO = frozenset(("be", "attend", "contact", "chair", "bring", "send", "check", "speak"))


def _plainly_named(spot: Spot) -> Sense | None:
    """ "Rose's", "Will and Jack", "Rose (14)"."""
    if spot.gap_after == " " and spot.after not in ("and", "or"):
        return None
    listed = spot.after in ("and", "or") and spot.reading.capital(spot.last + 2)
    comma = spot.gap_after == ", " and spot.reading.capital(spot.last + 1)
    listed = listed or (comma and (spot.low(2) == "and" or spot.reading.gap(spot.last + 2) == ", "))
    beside = spot.gap_after in (" & ", " + ", "/", " / ") and spot.reading.capital(spot.last + 1)
    listed = listed or beside
    return Sense.NAME if spot.possessed or listed or spot.gap_after.startswith(" (") else None


def _of_several_words(spot: Spot) -> Sense | None:
    if spot.single:
        return None
    if spot.reading.capital(spot.last):
        return Sense.NAME
    return Sense.UNSURE if not spot.reading.has_capital else Sense.ORDINARY


def _described(spot: Spot) -> Sense | None:
    """ "Will, aged nine,"."""
    if spot.gap_after not in (", ", " - "):
        return None
    told = spot.after in ("aged", "who", "then", "now") or spot.after.isdigit()
    kin = spot.low(2) in spot.known.kin or spot.low(3) in spot.known.kin
    told = told or (spot.after in _OWNED_BY and kin)
    return Sense.NAME if told else None


def _modal(spot: Spot) -> Sense | None:
    if spot.word not in spot.known.modals:
        return None
    doubled = spot.after in spot.known.modals or spot.after in _CONDITIONALS  # "Will will say"
    if spot.finite or (spot.gap_after == " " and (past(spot.after) or doubled)):
        return Sense.NAME
    if spot.gap_after == " " and spot.low(2) in ("himself", "herself"):
        return Sense.NAME
    if spot.gap_after == " " and (spot.after == "to" or _an_initial(spot)):
        return Sense.UNSURE  # "Will to see GP", "Will G rang"
    return _noted(spot) or _alone(spot) or _no_question(spot) or Sense.ORDINARY


def _no_question(spot: Spot) -> Sense | None:
    """ "Will hurt the dog." asks nothing, and "hurt" is what somebody did as well as might do."""
    asks = spot.after in _THINGS_MEANT or spot.reading.capital(spot.last + 1)
    end = _SENTENCE_END.search(spot.reading.text, spot.reading.ends[spot.last])
    if asks or not spot.given or spot.after in _MODAL_ONLY or (end and end[0] == "?"):
        return None
    doing = spot.after in _BARE or past(spot.after)
    return Sense.UNSURE if doing else None


def _an_initial(spot: Spot) -> bool:
    letter = spot.reading.atom(spot.last + 1)
    return len(letter) == 1 and letter.isupper() and letter not in "AI"


def _noted(spot: Spot) -> Sense | None:
    """ "Dean not seen", "Will unwell": how notes are written, without a verb."""
    denied = spot.after in ("not", "never")
    told = spot.low(2) if denied else spot.after
    only_a_name = denied and spot.word not in spot.known.modals
    if not only_a_name and told not in _STATES and not (denied and past(told)):
        return None
    # "Will in future call first" and "Hope not lost" are as likely: a question, not a name.
    return Sense.UNSURE if spot.given else None


def _alone(spot: Spot) -> Sense | None:
    """A word with nothing beside it to go by: a question of its own only as a line by itself."""
    if spot.gap_after == " ":
        return None
    ends = spot.last + 1 == len(spot.reading.atoms) or "\n" in spot.gap_after
    if spot.gap_before.endswith('"') and '"' in spot.gap_after:
        return Sense.UNSURE  # “Hunter,” she said
    alone = ends or spot.gap_after[:1] in (":", ",", ";", "/") or spot.gap_after == " - "
    to_do = spot.gap_after.startswith(":") and spot.after == "to"  # "Booth: to be invited"
    return Sense.UNSURE if alone and (spot.given or to_do) else Sense.ORDINARY


def _commanding(spot: Spot) -> Sense | None:
    """ "Mark the date", "Page 3"; nobody can dean a thing, so "Dean no longer" is no command."""
    if spot.given and spot.word not in spot.known.verbs:
        return None
    plain = spot.after in _THINGS_MEANT or spot.after[:1].isdigit()
    return Sense.ORDINARY if plain else None


def _doing(spot: Spot) -> Sense | None:
    letter = len(spot.reading.atom(spot.last + 1)) == 1 and spot.reading.capital(spot.last + 1)
    if spot.after in _CONDITIONALS or letter:
        return Sense.NAME
    if spot.after in _DOES:
        return Sense.UNSURE if spot.word in ABSTRACT else Sense.NAME
    if not speaks(spot.after):
        return None
    thing = spot.word in ABSTRACT or not spot.given or spot.word in spot.known.calendar
    vague = thing and spot.after in AUXILIARIES and not _of_a_person(spot)
    # "Dawn broke" and "Hope faded" are as likely as that Dawn left.
    happens = spot.word in ABSTRACT and spot.after in _HAPPENS
    return Sense.UNSURE if vague or happens else Sense.NAME


def _of_a_person(spot: Spot) -> bool:
    """Whether what follows "was" or "had" is said of people: "was not seen", "had a key"."""
    place = 2
    while spot.low(place) in ("not", "never", "also", "already", "then"):
        place += 1
    if spot.after in ("had", "has") and spot.low(place) in DETERMINERS:
        return True
    return spot.low(place) in _STATES or spot.low(place)[:1].isdigit()


def _to_do(spot: Spot) -> Sense | None:
    """ "Rose to be invited"; but "Rose to her feet"."""
    if spot.after != "to" or spot.word not in spot.known.verbs or spot.low(2) not in _TO_DO:
        return None
    return Sense.NAME if spot.low(2) == "be" else Sense.UNSURE


def _as_a_verb(spot: Spot) -> Sense | None:
    verb = spot.after in _AFTER_VERB and (spot.word in spot.known.verbs or spot.word in ABSTRACT)
    return Sense.ORDINARY if verb else None


def _given(spot: Spot) -> Sense | None:
    """A given name about which nothing else is known is asked about: silence could leak it."""
    noun = spot.after.endswith(_OF_NOUNS) and not spot.after.endswith("ss")
    noun = noun or spot.after in _THINGS  # "Olive skin", "Summer school"
    return Sense.UNSURE if spot.given and not noun else None


# The rules for a word that opens a sentence: without an answer it is an ordinary word.
OPENING = (
    _plainly_named, _of_several_words, _described, _modal, _alone, _doing, _noted, _commanding,
    _to_do, _as_a_verb, _given,
)  # fmt: skip

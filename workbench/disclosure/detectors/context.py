"""Whether an ordinary word that is also a name (Rose, Will, May, Hope) names someone here.

Each rule looks at one thing beside the word and says what that proves, or nothing.
"""

from __future__ import annotations

from workbench.disclosure.detectors.openings import OPENING
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import (
    ABSTRACT,
    AUXILIARIES,
    DETERMINERS,
    PERSON_BEFORE,
    PERSON_VERBS,
    Rule,
    Sense,
    Spot,
    first_sense,
    past,
    says,
    speaks,
    spot_at,
)
from workbench.disclosure.dictionary import word_list

__all__ = ["Sense", "judge", "says"]

_BEFORE_MONTH = word_list("context.before_month")
_BEFORE_MONTH_ONLY = _BEFORE_MONTH - PERSON_BEFORE
_PART_OF_MONTH = word_list("context.part_of_month")
_FAMILY_AFTER = word_list("context.family_after")
_ASKED = frozenset(("told", "asked", "saw", "met", "named", "called", "phoned", "with"))
_MET = frozenset(("told", "asked", "saw", "met", "phoned", "visited", "rang", "telephoned"))
_MET_OR_WITH = _MET | frozenset(("with", "for", "from", "by", "re"))
_DOES = word_list("context.does")
_AFTER_SURNAME = frozenset(("to", "that", "he", "she", "about", "again", "when", "because", "if"))
_AFTER_TOUCH = word_list("context.after_touch")
_TOUCHING = word_list("context.touching")
_WITH_WHOM = frozenset(("to", "with", "by", "from", "re", "for"))
_DETERMINED_BY = DETERMINERS - {"that"}
_LISTING = ("and", "or", "to", "until")
_ARTICLES = frozenset(("a", "an", "the", "this", "each", "every", "any", "no", "our"))


def judge(reading: Reading, first: int, last: int, *, borne: bool = False) -> Sense:
    """How the ordinary words ``first`` to ``last`` are meant, by what stands beside them; ``borne``
    says that somebody registered bears them as a given name."""
    if not reading.capital(first):
        rules = _SMALL
    elif reading.starts_sentence(first):
        rules = _AT_START
    else:
        rules = _WITHIN
    return first_sense(rules, spot_at(reading, first, last, borne=borne))


def personal(reading: Reading, place: int) -> bool:
    """Whether letters that are also an acronym of the trade (MS, RP) seem to be somebody's
    initials here: they say or own something, are told something, or sign a note."""
    spot = spot_at(reading, place, place)
    if spot.gap_before == " " and (spot.before in DETERMINERS or spot.before in spot.known.titles):
        return False
    if spot.gap_after == " " and reading.capital(place + 1):
        return False  # "DI Mbeki", "MS Society"
    acts = says(spot.after) or spot.after in _DOES or past(spot.after)
    if spot.possessed or (spot.gap_after == " " and acts):
        return True
    if spot.gap_before == " " and spot.before in _MET_OR_WITH:
        return True
    begins = reading.starts_sentence(place) or not place
    ends = place + 1 == len(reading.atoms) or spot.gap_after[:1] in (".", "\n", "]", ")", "”", '"')
    return begins and ends


def _titled(spot: Spot) -> Sense | None:
    titled = spot.before in spot.known.titles and spot.gap_before in (" ", ". ")
    return Sense.NAME if titled else None


def _in_a_phrase(spot: Spot) -> Sense | None:
    if spot.word not in spot.known.phrases:
        return None
    longer = spot.known.phrase_at(spot.reading.lows, spot.first, 5) > spot.last - spot.first
    return Sense.ORDINARY if longer else None


def _in_the_calendar(spot: Spot) -> Sense | None:
    if spot.reading.lows[spot.last] not in spot.known.calendar:
        return None
    capitals = spot.reading.capital(spot.first) and spot.reading.capital(spot.last)
    if not spot.single and capitals and not _beside_a_number(spot):
        return None  # "by Dawn May and others"
    if _beside_a_number(spot) or _beside_a_month(spot) or _after_in(spot):
        return Sense.ORDINARY
    capital = spot.reading.capital(spot.first)
    dated = capital and spot.before in _BEFORE_MONTH and spot.gap_before == " "
    return Sense.UNSURE if dated else None


def _beside_a_number(spot: Spot) -> bool:
    """ "May 2021", "3 May"."""
    if spot.gap_after in (" ", "", "-", "/", ", ", ".", ". ") and spot.after[:1].isdigit():
        return True
    return spot.gap_before in (" ", "", "-", "/", ". ") and spot.before[:1].isdigit()


def _beside_a_month(spot: Spot) -> bool:
    """ "May and June"."""
    calendar, reading = spot.known.calendar, spot.reading
    if spot.after in _LISTING and reading.low(spot.last + 2) in calendar:
        return True
    return spot.before in _LISTING and reading.low(spot.first - 2) in calendar


def _after_in(spot: Spot) -> bool:
    """ "in May", "last June"."""
    spoken = speaks(spot.after) and spot.word in ("may", "june", "april", "august")
    dated = spot.before in _BEFORE_MONTH_ONLY
    dated = dated or (spot.before in ("since", "until", "till") and not speaks(spot.after))
    if spot.before == "of" and spot.reading.low(spot.first - 2) in _PART_OF_MONTH:
        return True
    return dated and spot.gap_before in (" ", "", "-", "/", ". ") and not spoken


def _determined(spot: Spot) -> Sense | None:
    """ "the rose", "his will"; "that" may also begin "that will was asleep"."""
    determined = spot.before in _DETERMINED_BY and spot.gap_before == " "
    return Sense.ORDINARY if determined else None


def _modal(spot: Spot) -> Sense | None:
    if spot.word not in spot.known.modals:
        return None
    named = spot.finite or spot.before in _ASKED or spot.possessed
    return Sense.UNSURE if named else Sense.ORDINARY


def _paired(spot: Spot) -> Sense | None:
    """ "bill and pat collected the children"."""
    other = ""
    if spot.after in ("and", "&"):
        other = spot.low(2)
    elif spot.before in ("and", "&"):
        other = spot.reading.low(spot.first - 2)
    two = spot.given and other in spot.known.given_words and other not in spot.known.modals
    small = spot.word not in ABSTRACT and other not in ABSTRACT
    return Sense.UNSURE if two and small and spot.word not in spot.known.modals else None


def _in_touch(spot: Spot) -> Sense | None:
    """ "t/c to grace", "spoke with heather re school", "seen by dale"."""
    with_whom = spot.before in _WITH_WHOM and spot.gap_before == " "
    touched = spot.reading.low(spot.first - 2) in _TOUCHING
    ends = spot.gap_after != " " or spot.after in _AFTER_SURNAME or spot.after in _AFTER_TOUCH
    return Sense.UNSURE if spot.given and with_whom and touched and ends else None


def _begins_small(spot: Spot) -> Sense | None:
    """A small letter after a full stop or a colon: notes without capitals ("flora awake x4")."""
    marks = spot.gap_before.rstrip()[-1:]
    begins = marks in (".", ":", "!", "?") or not spot.before
    given = spot.given and spot.word not in spot.known.verbs
    acts = bool(spot.before) and spot.gap_after == " " and spot.after in PERSON_VERBS
    return Sense.UNSURE if begins and (given or acts) else None


def _run_together(spot: Spot) -> Sense | None:
    """Both names of one person side by side, or joined in the name of a file; only "will grace"
    is as likely to be a verb with its modal."""
    if spot.single:
        return None
    joined = spot.reading.gap(spot.last) not in (" ", "\n")
    modal = spot.word in spot.known.modals and spot.reading.has_capital
    return Sense.UNSURE if joined or not modal else None


def _done_by_a_person(spot: Spot) -> Sense | None:
    beginning = spot.reading.starts_sentence(spot.first) or spot.before in PERSON_BEFORE
    told = spot.gap_after == " " and spot.after in PERSON_VERBS
    is_or_has = spot.gap_after == " " and spot.after in AUXILIARIES and beginning
    if spot.given:
        if spot.possessed or (spot.gap_before == " " and spot.before in _MET):
            return Sense.UNSURE  # "the nurse saw grace on the ward"
        if spot.word in ABSTRACT:  # "grace was at home", as a note without capitals begins
            return Sense.UNSURE if is_or_has and not spot.before else None
        beginning = beginning or not spot.reading.has_capital
        return Sense.UNSURE if (told and beginning) or is_or_has else None
    ends = spot.gap_after != " " or spot.after in _AFTER_SURNAME
    if spot.before in _MET and spot.gap_before == " " and ends and spot.gap_after != "-":
        return Sense.UNSURE  # "police told banks to leave"
    bare = not spot.before or spot.before in PERSON_BEFORE
    plain = spot.word not in ABSTRACT and not spot.reading.has_capital
    return Sense.UNSURE if told and bare and plain else None


def _shouted(spot: Spot) -> Sense | None:
    """Within capitals throughout, a capital says nothing; a neighbour may."""
    if not spot.reading.shouted(spot.first):
        return None
    if spot.possessed or (speaks(spot.after) and spot.word not in ABSTRACT):
        return Sense.NAME
    to_do = spot.after == "to" and spot.given and spot.word not in spot.known.verbs
    if to_do and spot.word not in ABSTRACT:
        return Sense.UNSURE  # PENNY TO RING
    if '"' in spot.gap_before and '"' in spot.gap_after:
        return Sense.UNSURE  # MALE KNOWN AS "DEN"
    beside = spot.before in ("with", "for", "about", "and", "told", "to")
    return Sense.UNSURE if not spot.single or (spot.given and beside) else Sense.ORDINARY


def _kin(spot: Spot) -> Sense | None:
    """ "her son Will"."""
    kin = spot.before in spot.known.kin and spot.gap_before == " "
    return Sense.NAME if kin and not spot.reading.in_heading(spot.first) else None


def _owner(spot: Spot) -> Sense | None:
    determined = spot.gap_before == " " and spot.before in DETERMINERS
    return Sense.NAME if spot.possessed and not determined else None


def _after_article(spot: Spot) -> Sense | None:
    if spot.gap_before != " " or spot.before not in _ARTICLES:
        return None
    if spot.after in _FAMILY_AFTER:
        return Sense.NAME
    if spot.before in ("a", "an", "each", "every", "any") and not speaks(spot.after):
        return Sense.ORDINARY  # "A Bill before Parliament"
    titled = spot.gap_after == " " and spot.reading.capital(spot.last + 1)
    if spot.single and titled and spot.after in spot.known.ordinary:
        return Sense.ORDINARY  # "the Grant Agreement"
    return Sense.UNSURE if spot.given or not spot.single else Sense.ORDINARY


def _numbered(spot: Spot) -> Sense | None:
    """ "Ward 7", "Page 3"."""
    numbered = spot.gap_after == " " and spot.after[:1].isdigit()
    return Sense.ORDINARY if numbered and not spot.given else None


def _in_heading(spot: Spot) -> Sense | None:
    if not spot.reading.in_heading(spot.first):
        return None
    return Sense.UNSURE if spot.given or not spot.single else Sense.ORDINARY


def _before_capital(spot: Spot) -> Sense | None:
    beside = spot.gap_after == " " and spot.reading.capital(spot.last + 1)
    return Sense.UNSURE if spot.single and beside else None


def _capital(spot: Spot) -> Sense | None:
    """A capital within a sentence, and nothing against it."""
    del spot
    return Sense.NAME


def _labelled(spot: Spot) -> Sense | None:
    """ "Ward: Kestrel": what stands alone after its label may well be a name."""
    if spot.gap_before.strip() != ":" or "\n" in spot.gap_before:
        return None
    ends = spot.last + 1 == len(spot.reading.atoms) or spot.gap_after[:1] in ("\n", "\t", "|", ";")
    alone = ends or (len(spot.gap_after) > 1 and not spot.gap_after.strip())
    return Sense.UNSURE if alone and spot.before else None


_SMALL: tuple[Rule, ...] = (
    _titled, _in_a_phrase, _in_the_calendar, _determined, _run_together, _paired, _modal,
    _in_touch, _begins_small, _done_by_a_person,
)  # fmt: skip
_AT_START: tuple[Rule, ...] = (
    _titled,
    _in_a_phrase,
    _in_the_calendar,
    _labelled,
    _shouted,
    _kin,
    *OPENING,
)
_WITHIN: tuple[Rule, ...] = (
    _titled, _in_a_phrase, _in_the_calendar, _labelled, _shouted, _kin, _owner, _after_article,
    _numbered, _in_heading, _before_capital, _capital,
)  # fmt: skip

"""Whether an ordinary word with a capital is the family name of somebody whom nobody registered."""

from __future__ import annotations

from workbench.disclosure.detectors.context import says
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list

_BEFORE_NAME = word_list("unknown.before_name")
_KIN_BEFORE = frozenset(("auntie", "aunty", "aunt", "uncle", "nana", "nan", "granny", "cousin"))
_OF_NOBLES = frozenset(("der", "von", "della", "dos", "ferch", "bint", "ibn"))
CALL_FOR_A_NAME = _BEFORE_NAME | _KIN_BEFORE | _OF_NOBLES
_ASKING = word_list("surnames.asking")  # "Q. Who had the card?"
_LETTERED = word_list("unknown.lettered")
_AFTER_LETTER = word_list("surnames.after_letter")
_BESIDE = frozenset(
    ("told", "asked", "met", "saw", "with", "by", "from", "rang", "phoned", "visited")
)
_DONE_TO = word_list("surnames.done_to")
_SAID = word_list("surnames.said")
_TO_WHOM = frozenset(
    ("according", "spoke", "spoken", "said", "wrote", "talked", "letter", "listened")
)


def may_be_family(low: str) -> bool:
    """Whether a word of the language is also a family name that many have: Hardy, Turner."""
    known = vocabulary()
    if low in known.professional:
        return False
    return low in known.families or (low in known.names and low in known.ordinary)


def family_name(reading: Reading, place: int) -> bool:
    """Whether a plain word is a family name here, by what stands on either side of it."""
    named = _beside_its_like(reading, place)
    return named and not (reading.in_heading(place) or reading.shouted(place))


def _beside_its_like(reading: Reading, place: int) -> bool:
    before, gap = reading.low(place - 1), reading.gap(place)
    if before in CALL_FOR_A_NAME:
        if before in _OF_NOBLES and not reading.capital(place - 1):
            return gap == " "  # "van der Leek"
        if before in _KIN_BEFORE and reading.capital(place - 1) and gap == " ":
            return True  # "Uncle Win"
        if before in _BEFORE_NAME and not reading.starts_sentence(place):
            return True
    return may_be_family(reading.lows[place]) and _of_a_person(reading, place)


def _of_a_person(reading: Reading, place: int) -> bool:
    """ "Turner said", "Hardy's mother", "spoke to Shah about it", "seen with Cook, who"."""
    if reading.lows[place] in vocabulary().calendar or reading.capital(place + 1):
        return False
    after = reading.low(place + 1)
    if after in _SAID and reading.gap(place + 1) == " ":
        return True
    if after in ("was", "were") and reading.low(place + 2) in _DONE_TO:
        return True  # "Butt was fined"
    before = reading.low(place - 1)
    met = before in _BESIDE or (before == "to" and reading.low(place - 2) in _TO_WHOM)
    return met and reading.gap(place) == " " and not reading.starts_sentence(place)


def after_initial(reading: Reading, place: int) -> bool:
    """Whether a plain word is a family name: "S Baker", but not "Plan B Housing"."""
    letter, atom = reading.atom(place - 1), reading.atoms[place]
    hyphened = reading.gap(place) == "-" and reading.lows[place] not in _LETTERED  # "T-Bone"
    beside = hyphened or reading.gap(place) in (" ", ". ", ".")
    if not letter.isupper() or letter == "I" or not beside or reading.lows[place] in _ASKING:
        return False
    known = vocabulary()
    if letter in "YN" and "?" in reading.gap(place - 1):
        return False  # "Referred? Y. Ref sent"
    at_start = reading.starts_sentence(place - 1)
    acts = says(reading.low(place + 1)) or reading.low(place + 1) in ("was", "is", "had", "has")
    if reading.gap(place) == " " and reading.lows[place] in _AFTER_LETTER and not acts:
        return False  # "B Wing", "A Level"
    likely = reading.lows[place] in known.names or (acts and letter != "A")
    if at_start and not hyphened and (letter == "A" or not likely):
        return False
    run_on = reading.gap(place - 1) in (" ", "-") and reading.capital(place - 2)
    goes_on = reading.gap(place + 1) == " " and reading.capital(place + 1)
    plain = reading.lows[place] in known.ordinary and len(atom) > 2 and atom[1:].islower()
    return plain and not (run_on or goes_on or reading.in_heading(place))

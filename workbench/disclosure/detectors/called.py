"""Known words that are names all the same, by what stands beside them: after a title, an initial, a
number of the police, "known as", "Operation"."""

from __future__ import annotations

from workbench.disclosure.detectors.context import says
from workbench.disclosure.detectors.pairs import firm
from workbench.disclosure.detectors.plain import OF_TRADE, derived
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.signs import TOWNS, in_town
from workbench.disclosure.detectors.spot import AUXILIARIES, past
from workbench.disclosure.detectors.surnames import after_initial
from workbench.disclosure.detectors.titles import ends_sentence
from workbench.disclosure.dictionary import trade_words, vocabulary, word_list

_WHO_IS = word_list("unknown.who_is")
_KIN = word_list("unknown.kin")
_RANKS = word_list("people.police_ranks")
_HEADS = word_list("unknown.heads")
_SHORT = frozenset(("mr", "mrs", "ms", "dr", "prof", "rev", "sgt", "cllr", "insp", "supt", "fr"))
SERVICE_RANKS = frozenset(("cm", "wm", "sm", "cio", "io", "pom", "som"))
_SMALL = word_list("reading.small")
# A known word after one of these, after a letter or a number, may be a name.
_LEADS = vocabulary().kin | SERVICE_RANKS | _KIN | {"operation", "as"}


def shown_beside(reading: Reading, place: int) -> bool:
    """Whether anything beside a known word shows that it is a name."""
    low, before = reading.lows[place], reading.low(place - 1)
    if (before in _LEADS or len(before) == 1 or before.isdigit()) and (
        _initialled(reading, place)
        or _called(reading, place)
        or _numbered_officer(reading, place)
        or _by_role(reading, place)
    ):
        return True
    if low in TOWNS and in_town(reading, place):
        return True
    return (low in vocabulary().rare and _heads_a_name(reading, place)) or firm(reading, place)


def titled(reading: Reading, place: int) -> bool:
    """Whether a known word after a title is a family name: "Mr Fields", "Nurse Wells"."""
    known, low, title = vocabulary(), reading.lows[place], reading.low(place - 1)
    stopped = reading.gap(place).startswith(".")
    if ends_sentence(title, reading.gap(place)) and low not in known.names:
        return False  # "shown to Miss. Body Map not done"
    if (stopped and says(low)) or low in _SMALL or low in AUXILIARIES:
        return False  # "DNA Dr. Rang at noon"
    if reading.shouted(place):
        known_name = low in known.families or low in known.names or low in known.given_words
        return known_name and not past(low) and not says(low)  # "SGT HOLLY", not "PC AWARE"
    if stopped and title not in _SHORT:
        return low in known.families or low in known.names
    following = reading.atom(place + 1)
    alone = reading.gap(place + 1) != " " or not following[:1].isupper() or following.isupper()
    own = low in known.given_words or (low not in trade_words() and not past(low))
    return len(title) < 5 or (alone and own)


def also_given(low: str, called: bool = False) -> bool:
    """Whether a word is a given name too; one of the trade only where somebody is ``called`` so."""
    known = vocabulary()
    if low not in known.given_words:
        return False
    return called or low not in known.professional or low in known.calendar


def asks_whether(reading: Reading, place: int) -> bool:
    """ "Q. Will the Director resign?"."""
    letter = len(reading.low(place - 1)) == 1 and reading.gap(place).startswith(".")
    return letter and reading.lows[place] in vocabulary().modals


def _initialled(reading: Reading, place: int) -> bool:
    """ "S Baker", but not "category B. Risk assessment" or "Q. Will he?"."""
    if not place or len(reading.atoms[place - 1]) != 1:
        return False
    known, low = vocabulary(), reading.lows[place]
    likely = low in known.families or low in known.names or says(reading.low(place + 1))
    if reading.gap(place).startswith(". ") and (not likely or low in known.modals or says(low)):
        return False
    return after_initial(reading, place)


def _called(reading: Reading, place: int) -> bool:
    """ "known as Spider", "Operation Sandpiper", "Nana Jan"."""
    before, gap = reading.low(place - 1), reading.gap(place)
    if not place or not reading.capital(place) or gap not in (" ", ' "'):
        return False
    if before == "operation":
        return reading.capital(place - 1) and reading.lows[place] not in vocabulary().professional
    if len(before) == 1 and reading.low(place - 2) in vocabulary().titles:
        return reading.gap(place - 1) == " "  # "INSP T GRAYLING"
    follows = reading.gap(place + 1) == " " and reading.capital(place + 1)
    if follows or reading.shouted(place):
        return False
    if before == "as":
        return reading.low(place - 2) == "known" and reading.low(place - 3) in _WHO_IS
    return before in _KIN and reading.capital(place - 1) and also_given(reading.lows[place], True)


def _numbered_officer(reading: Reading, place: int) -> bool:
    """ "PC 1902 Lamb"."""
    number = place > 1 and reading.low(place - 1).isdigit() and reading.gap(place) == " "
    ranked = number and reading.low(place - 2) in _RANKS and reading.capital(place)
    return ranked and reading.lows[place] in vocabulary().families


def _by_role(reading: Reading, place: int) -> bool:
    """ "her keyworker Spike has left", "CIO Bright": a word of no trade after what somebody is."""
    known, low, before = vocabulary(), reading.lows[place], reading.low(place - 1)
    follows = reading.gap(place + 1) == " " and reading.capital(place + 1)
    if not reading.capital(place) or reading.gap(place) != " " or follows or reading.shouted(place):
        return False
    if reading.atoms[place - 1] == before.upper() and before in SERVICE_RANKS:
        return low in known.families or low in known.names or low in known.given_words
    role = before in known.kin and not reading.capital(place - 1) and before != "ex"
    return role and low in known.ordinary and low not in trade_words()


def _heads_a_name(reading: Reading, place: int) -> bool:
    """ "Turnstone Recovery", "Quayside Medical Group": a rare word, and then a kind of place."""
    low = reading.lows[place]
    follows = reading.gap(place + 1) == " " and reading.capital(place + 1)
    if not follows:
        return False
    return reading.lows[place + 1] in _HEADS and not (derived(low) or low.endswith(OF_TRADE))

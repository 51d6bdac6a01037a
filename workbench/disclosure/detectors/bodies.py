"""Places, firms and bodies whose names are words of the language: known by the words themselves
("Halo Hair", "Bright Futures"), by where they stand ("at Sparkle", "the charity Warm Welcome") or
by a kind in small letters after them ("the Jolly Farmer pub")."""

from __future__ import annotations

from typing import NamedTuple

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.kinds import (
    BEFORE,
    BRANDS,
    HEADS,
    PICTURES,
    SMALL_KINDS,
    TOLD,
    own_word,
    small_kind,
)
from workbench.disclosure.detectors.places import LEADS, with_article
from workbench.disclosure.detectors.plain import plain_by_itself
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import trade_words, vocabulary, word_list

_PLACED = word_list("bodies.placed")
_DETERMINERS = word_list("context.determiners")
_JOINERS = word_list("bodies.joiners")
_ASKING = word_list("surnames.asking")
_AFTER = word_list("bodies.after")
_NAMED = frozenset(("called", "named", "titled"))
_KNOWN_AS = frozenset(("known", "trading", "registered", "listed"))
_IN_CELL = (" | ", "|", "\t", ": ")
_ASIDE = (", ", " – ", " - ", " (")
_DEEDS = ("ing", "tion", "sion", "ment", "ance", "ence", "ness", "ity", "ology", "ism", "graphy")
_OWN_ASKING = frozenset(("your", "my", "our", "all", "one", "never", "here", "there", "we"))
_NO_LEADS = (_ASKING - _OWN_ASKING) | {"operation"}
_SEEN = PICTURES | BRANDS
_ENDS = (",", ".", ";", ":", ")", "|", "\t", "\n", " –", " -", " (", "?", "!", "'", '"', " &", "/")
_NOT_ALONE = word_list("bodies.not_alone")
_WITHIN = (" ", "-", " & ")
_BEFORE_ONE = _PLACED | TOLD | _NAMED | {"the", "as", "is", "was", "are"}
_MOST = 6  # words of a name, at most


def _tells(atom: str) -> bool:
    """Whether a word may be one of such a name: a word of the language with a capital."""
    return len(atom) > 2 and atom[0].isupper() and atom[1:].islower() and own_word(atom.lower())


BODY_CUE = cue(shape=_tells, as_written=True)


class _Run(NamedTuple):
    """Words with capitals one after the other, from the first to the last of them."""

    first: int
    last: int


def bodies(reading: Reading) -> list[Found]:
    """Names made of plain words, each whole."""
    found: list[Found] = []
    done = -1
    for place in reading.called(BODY_CUE):
        if place <= done or not _may_be(reading, place):
            continue
        run = _trimmed(reading, _run(reading, place))
        done = run.last
        if _is_name(reading, run) and not _says_nothing(reading, run):
            found.append(_found(reading, run))
    return found


def _may_be(reading: Reading, place: int) -> bool:
    """Whether anything beside the word could make it a name: most words only begin a sentence."""
    atoms, lows, gaps, after = reading.atoms, reading.lows, reading.gaps, place + 1
    if after < len(atoms):
        if atoms[after][0].isupper() and gaps[after] in _WITHIN:
            return True
        if gaps[after] == "'" or lows[after] in SMALL_KINDS:
            return True
        if lows[after] in _JOINERS and any(map(reading.capital, (after + 1, after + 2))):
            return True
    if place == 0:
        return False
    if lows[place - 1] in _BEFORE_ONE:
        return True
    return atoms[place - 1][0].isupper() and gaps[place] in _WITHIN


def _found(reading: Reading, run: _Run) -> Found:
    last = run.last + small_kind(reading, run.last + 1)
    start = with_article(reading, reading.starts[run.first])
    if run.first == run.last and reading.atom(run.first - 1) == "The":
        start = reading.starts[run.first - 1]  # "| The Gables |"
    return Found(start, reading.ends[last], Kind.PLACE, certain=False, rule="body")


def _run(reading: Reading, place: int) -> _Run:
    first = last = place
    while first and place - first < _MOST and _joined(reading, first):
        first -= 1
    while last - place < _MOST:
        step = _step(reading, last)
        if not step:
            break
        last += step
    return _Run(first, last)


def _joined(reading: Reading, place: int) -> bool:
    """Whether the word before this one, with a capital, belongs to the same row of them."""
    return reading.gap(place) in (" ", "-") and reading.capital(place - 1)


def _step(reading: Reading, last: int) -> int:
    """How many atoms further the next word of the name stands; 0 if there is none."""
    gap = reading.gap(last + 1)
    if gap in _WITHIN and reading.capital(last + 1):
        return int(len(reading.atoms[last + 1]) > 1)
    if gap == "'" and reading.low(last + 1) == "s":
        owned = reading.gap(last + 2) == " " and reading.capital(last + 2)
        return 2 if owned else 0
    for further in (2, 3):
        small = reading.atom(last + further - 1)
        if small not in _JOINERS or reading.gap(last + further - 1) != " ":
            return 0
        if reading.gap(last + further) == " " and reading.capital(last + further):
            return further if _may_follow(reading, last, last + further) else 0
    return 0


def _may_follow(reading: Reading, last: int, place: int) -> bool:
    """Whether a word after a small one goes on with the name: "Bits and Bobs", not "Later in
    Rainbow Room"."""
    alone = reading.starts_sentence(last) and reading.lows[last] not in _SEEN
    low = reading.lows[place]
    return len(low) > 1 and low not in _NOT_ALONE and own_word(low) and not alone


def _trimmed(reading: Reading, run: _Run) -> _Run:
    """The run without what only begins its sentence."""
    first, last = run
    while first < last and reading.lows[first] in LEADS and reading.starts_sentence(first):
        first += 1
    while first < last and reading.atoms[first].isupper() and reading.atoms[first] not in BEFORE:
        first += 1  # "HCA Sky"
    return _Run(first, last)


def _says_nothing(reading: Reading, run: _Run) -> bool:
    """Whether capitals are nothing here: in a heading, among capitals, in a phrase of the trade."""
    first, last = run
    shown = reading.shouted(first) or reading.in_heading(first)
    return shown or _phrase_over(reading, first, last)


def _phrase_over(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase of the trade takes all that would tell: "Moving and Handling"."""
    known = vocabulary()
    rest = {at for at in range(first, last + 1) if _tells(reading.atoms[at])}
    for at in range(max(0, first - 4), last + 1):
        length = known.phrase_at(reading.lows, at, 10)
        if length:
            rest -= set(range(at, at + length))
    return not rest


def _is_name(reading: Reading, run: _Run) -> bool:
    first, last = run
    capitals = _capitals(reading, run)
    lows = [reading.lows[at] for at in capitals]
    if lows[0] in _NO_LEADS or not vocabulary().titles.isdisjoint(lows):
        return False
    if not _fits(reading, run, lows):
        return False
    if not all(plain_by_itself(reading.atoms[at]) for at in capitals):
        return False
    own = lows[0] not in trade_words()
    if _placed(reading, run) or _told(reading, run):
        return _no_service(lows)
    if small_kind(reading, last + 1) and own:
        return not reading.starts_sentence(first) or lows[0] in PICTURES
    asks = any(low in _ASKING for low in lows)
    own = own or own_word(lows[0]) or (lows[-1] in HEADS and own_word(lows[-1]))
    return len(lows) > 1 and own and not asks and _speaks(reading, run, lows)


def _no_service(lows: list[str]) -> bool:
    """Whether the words could be a place's name rather than a service's: "Human Resources"."""
    first, last = lows[0], lows[-1]
    if len(lows) == 1:
        return last not in _NOT_ALONE and not last.endswith("workers")
    if any(low in PICTURES for low in lows):
        return True
    first_own = own_word(first) or first in BRANDS
    if own_word(last):
        return first_own or last in HEADS
    return first_own and (first in BRANDS or last in HEADS)


def _capitals(reading: Reading, run: _Run) -> list[int]:
    return [at for at in range(run.first, run.last + 1) if reading.capital(at)]


def _fits(reading: Reading, run: _Run, lows: list[str]) -> bool:
    """Whether words that stand where a place would be named are no deed or thing."""
    if lows[-1].endswith(_DEEDS) and not any(low in PICTURES for low in lows):
        return False
    return reading.gap(run.last + 1) not in ("-", "' ", "'")


def _placed(reading: Reading, run: _Run) -> bool:
    """ "at Sparkle", "in the Drovers", "they ran The Copper Kettle"."""
    first, before = run.first, run.first - 1
    if reading.gap(first) != " " or before < 0:
        return False
    if reading.atoms[before] == "The":
        return not reading.starts_sentence(before)
    if reading.lows[before] == "the":
        if not _alone(reading, run):
            return False
        before -= 1
    low = reading.low(before)
    if low not in _PLACED or (before < first - 1 and reading.gap(before + 1) != " "):
        return False
    titled = reading.capital(before - 1) and reading.gap(before) == " "
    lead = reading.atom(before - 1)
    if not titled or lead.isupper() or not plain_by_itself(lead):
        return True
    acts = lead.endswith(("ed", "s")) or lead.lower() not in trade_words()  # "Admitted to"
    return reading.starts_sentence(before - 1) and acts


def _alone(reading: Reading, run: _Run) -> bool:
    """Whether no plain word follows to which the name only belongs: "the Harvest poster"."""
    after = run.last + 1
    goes_on = reading.gap(after) == " " and reading.low(after) not in _AFTER
    words = range(run.first, after)
    return not goes_on and reading.lows[words[-1]] not in trade_words()


def _told(reading: Reading, run: _Run) -> bool:
    """ "a charity (Warm Welcome)", "School: Three Rivers", "known as Liquid"."""
    gap, before = reading.gap(run.first), reading.low(run.first - 1)
    if gap == " " and before == "the":  # "her estate, the Flowers"
        gap, before = reading.gap(run.first - 1), reading.low(run.first - 2)
        return before in TOLD and gap in (", ", " (") and _closed(reading, run)
    if gap == " " and not reading.capital(run.first - 1):
        known = before == "as" and reading.low(run.first - 2) in _KNOWN_AS
        if before in _NAMED or known:
            return True
    if gap == " " and before in ("is", "was", "are"):
        return reading.low(run.first - 2) in TOLD and run.first < run.last
    if before not in TOLD:
        return False
    if gap in _ASIDE or gap in _IN_CELL:
        return _closed(reading, run)
    return gap == " "


def _closed(reading: Reading, run: _Run) -> bool:
    gap = reading.gap(run.last + 1)
    return gap == "" or gap.startswith(_ENDS)


def _speaks(reading: Reading, run: _Run, lows: list[str]) -> bool:
    """Whether the words are such as names of places and firms are made of: "Silver Birches"."""
    first = run.first
    seen = [low in PICTURES for low in lows]
    made = [low in BRANDS for low in lows]
    fitting = seen[0] or made[0]
    if reading.starts_sentence(first):
        acts = reading.gap(run.last + 1) == " " and not reading.capital(run.last + 1)
        made_up = fitting and own_word(lows[-1]) and acts
        return any(seen[1:]) or (fitting and lows[-1] in HEADS) or made_up
    if reading.low(first - 1) in _DETERMINERS and reading.gap(first) == " ":
        return False
    pairs = any(
        made[at] and own_word(low) for at in range(len(lows)) for low in lows[:at] + lows[at + 1 :]
    )
    headed = lows[-1] in HEADS and (own_word(lows[-1]) or any(made[:-1]))
    return any(seen) or pairs or headed

"""Numbers, and codes of letters and digits, that nothing explains as ordinary: all are asked about.

Other detectors know identifiers by their patterns. This one comes last and turns the question
round, so that no number is left in silence because nobody thought of its pattern.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from workbench.disclosure.detectors.explained import (
    AFTER,
    BEFORE,
    BESIDE,
    CALLING,
    CREW,
    HOUSE,
    HOUSE_AFTER,
    a_year,
    an_hour,
    explained,
)
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.pieces import goes_before, goes_on, piece_at
from workbench.disclosure.detectors.reading import DIGITS, Reading

_MONEY = ("£", "$", "€")
_HOURS = frozenset(
    ("at", "by", "until", "till", "til", "from", "since", "approx", "about", "around", "to",
     "before", "after", "between", "and", "circa", "the", "@", "of", "on", "for", "am", "pm")
)  # fmt: skip
_NUMBERED = frozenset(
    (Kind.NUMBER, Kind.PHONE, Kind.VEHICLE, Kind.NHS, Kind.NI, Kind.UPN, Kind.COORDINATES)
)
_PLAIN = (" ", ", ", ". ", "; ", ": ", ") ", "\n")
_COUNTS = ("of", "in", "on")
_MOST = 6  # pieces of one number


def unexplained(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """What has a digit, was not found yet and is not ordinary."""
    if not reading.calls & DIGITS:
        return []
    places = _strange(reading, found)
    asked = list(_asked(reading, places, found)) if places else []
    for one in found:
        if one.kind in _NUMBERED:
            asked += _rests(reading, one)
    return asked


def _strange(reading: Reading, found: Sequence[Found]) -> list[tuple[int, int]]:
    """The pieces that nothing explains, as their first and last words."""
    strange: list[tuple[int, int]] = []
    atoms, gaps, starts = reading.atoms, reading.gaps, reading.starts
    done, at, covered = -1, 0, -1  # as far as which word, finding and letter all is settled
    for place in reading.called(DIGITS):
        start = starts[place]
        while at < len(found) and found[at].start <= start:
            covered = found[at].end
            at += 1
        if place <= done or start < covered:
            continue
        small = gaps[place] == " " and len(atoms[place]) < 4 and gaps[place + 1] in _PLAIN
        if (
            small
            and atoms[place].isdecimal()
            and not _called(reading, place)
            and not _in_threes(reading, place)
        ):
            continue  # as mostly
        first, last = piece_at(reading, place)
        done = last
        if not _ordinary(reading, first, last):
            strange.append((first, last))
    return strange


def _ordinary(reading: Reading, first: int, last: int) -> bool:
    """Whether a piece is ordinary by itself, or by what stands beside it."""
    before, after = reading.gaps[first][-1:], reading.gaps[last + 1][:1]
    if before in _MONEY or after == "%":
        return True
    if first == last and reading.atoms[first].isdecimal():
        return _ordinary_number(reading, first)
    piece = reading.text[reading.starts[first] : reading.ends[last]]
    if reading.low(first - 1) in BEFORE and reading.gaps[first] in (" ", ": "):
        return True
    if CREW.fullmatch(piece) and not BESIDE.isdisjoint(
        (reading.low(first - 1), reading.low(last + 1))
    ):
        return True
    return explained(piece) or (after in "+*" and explained(piece + after))


def _ordinary_number(reading: Reading, place: int) -> bool:
    """Whether a number that stands by itself is a count, a year or an hour."""
    number, before, after = reading.atoms[place], reading.low(place - 1), reading.low(place + 1)
    if len(number) < 4 or a_year(number):
        return not (_called(reading, place) or _in_threes(reading, place))
    if (before in BEFORE and len(number) < 6) or (
        reading.gaps[place + 1] == " " and after in AFTER
    ):
        return True
    return an_hour(number) and _told_as_hour(reading, place)


def _in_threes(reading: Reading, place: int) -> bool:
    """Whether a number goes on in another of three figures or more: "116 123"."""
    after = reading.low(place + 1)
    return (
        len(reading.atoms[place]) == 3
        and len(after) > 2
        and after.isdecimal()
        and reading.gaps[place + 1] == " "
        and not a_year(after)
    )


def _called(reading: Reading, place: int) -> bool:
    """Whether the word before says that the number is somebody's: "Helimed 61", "at no 7"."""
    before = reading.low(place - 1)
    if before in HOUSE and reading.gaps[place] in (" ", ". "):
        return reading.low(place - 2) in HOUSE_AFTER and reading.low(place + 1) not in _COUNTS
    return before in CALLING and reading.gaps[place] == " "


def _told_as_hour(reading: Reading, place: int) -> bool:
    """ "at 1430", or the time at which a line of a log begins."""
    gap, before = reading.gaps[place], reading.low(place - 1)
    if place == 0 or "\n" in gap or "|" in gap or "\t" in gap or gap.strip() in ("@", "~", "-"):
        return True
    if before in _HOURS or (before.isdecimal() and reading.gap(place - 1) in ("/", ".", "-")):
        return True  # "12/8 1630"
    places = reading.called(DIGITS)
    return sum(an_hour(atom) and not a_year(atom) for atom in map(reading.atom, places)) > 2


def _asked(
    reading: Reading, places: list[tuple[int, int]], found: Sequence[Found]
) -> Iterator[Found]:
    """Those pieces that were not found yet, each with what belongs to it."""
    begins = [one.start for one in found]
    done = -1
    for first, last in places:
        for start, end in _uncovered(reading, first, last, begins, found):
            if start > done:
                free = start == first and end == last
                start, end = _run(reading, start, end, begins, found) if free else (start, end)
                done = end
                yield _perhaps(reading, start, end)


def _covered(reading: Reading, place: int, begins: list[int], found: Sequence[Found]) -> bool:
    at = bisect_right(begins, reading.starts[place]) - 1
    return at >= 0 and found[at].end > reading.starts[place]


def _uncovered(
    reading: Reading, first: int, last: int, begins: list[int], found: Sequence[Found]
) -> Iterator[tuple[int, int]]:
    """The stretches of a piece that nobody found and that are not ordinary by themselves."""
    place = first
    while place <= last:
        if _covered(reading, place, begins, found):
            place += 1
            continue
        end = place
        while end < last and not _covered(reading, end + 1, begins, found):
            end += 1
        whole = (place, end) == (first, last)
        stretch = reading.text[reading.starts[place] : reading.ends[end]]
        if whole or (any(map(str.isdigit, stretch)) and not explained(stretch)):
            yield place, end
        place = end + 1


def _run(
    reading: Reading, first: int, last: int, begins: list[int], found: Sequence[Found]
) -> tuple[int, int]:
    """A piece with those beside it that go with it: "KXZ 4417", "K12 A 04471", "4471 2287 11"."""
    if _called(reading, first):
        return _from_call(reading, first), last
    most = first - 1 - _MOST
    while first > 0 and first > most and reading.gaps[first] == " ":
        begin, _ = piece_at(reading, first - 1)
        if not goes_before(reading, begin, first - 1) or _covered(reading, begin, begins, found):
            break
        first = begin
    end, most = len(reading.atoms) - 1, last + 1 + _MOST
    while last < end and last < most and reading.gaps[last + 1] == " ":
        _, finish = piece_at(reading, last + 1)
        if not goes_on(reading, last + 1, finish) or _covered(reading, last + 1, begins, found):
            break
        last = finish
    return first, last


def _rests(reading: Reading, one: Found) -> Iterator[Found]:
    """What goes with a number that was found and stands beside it: "RIG" of "RIG 7720"."""
    if one.entity is not None:
        return
    first, last = bisect_left(reading.starts, one.start), bisect_left(reading.starts, one.end) - 1
    before = reading.atom(first - 1)
    alone = one.rule != "cue" and (len(reading.atoms[last]) < 5 or before.isdecimal())
    if first > 0 and reading.gaps[first] == " " and alone:
        begin, end = piece_at(reading, first - 1)
        if end == first - 1 and goes_before(reading, begin, end):
            yield _perhaps(reading, begin, end)
    if last + 1 < len(reading.atoms) and reading.gaps[last + 1] in (" ", "**", "***"):
        begin, end = last + 1, piece_at(reading, last + 1)[1]
        masked = reading.gaps[begin] != " "
        further = masked or (begin == last + 1 and goes_on(reading, begin, end))
        if further and (masked or one.kind is Kind.VEHICLE or _ends(reading, end)):
            yield _perhaps(reading, begin, end)


def _ends(reading: Reading, place: int) -> bool:
    """Whether a part of a sentence ends after this word."""
    return reading.gaps[place + 1].strip(" ") != "" or place + 1 == len(reading.atoms)


def _perhaps(reading: Reading, first: int, last: int) -> Found:
    start, end = reading.starts[first], reading.ends[last]
    return Found(start, end, Kind.NUMBER, certain=False, rule="unexplained")


def _from_call(reading: Reading, place: int) -> int:
    """Where a call sign begins, or a house's number: "Echo Tango 44", "no. 7"."""
    if reading.low(place - 1) in HOUSE:
        return place - len(reading.gaps[place].strip())
    place -= 1
    while reading.low(place - 1) in CALLING and reading.gap(place) == " ":
        place -= 1
    return place

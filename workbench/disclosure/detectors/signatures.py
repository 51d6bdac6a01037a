"""Letters by which people sign, are given things to do and are counted among those present, also
where the same letters are an abbreviation: at several ends of entries they are a signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.disclosure.detectors.context import personal
from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.lettered import EVERYDAY, LETTERS, signs_off
from workbench.disclosure.detectors.reading import LETTER, Reading
from workbench.disclosure.detectors.recent import Recent
from workbench.disclosure.detectors.spot import past
from workbench.disclosure.detectors.words_met import CALLINGS, covered_by
from workbench.disclosure.dictionary import vocabulary, word_list

GUESSED = "~"  # before letters that would be the initials of somebody met
_ROLES = frozenset(word.upper() for word in word_list("signatures.roles"))
_NO_PAIRS = word_list("lettered.no_pairs") | word_list("lettered.tiny")
_OF_SONS = re.compile(r"[A-Z]{1,2}(?:Mc|Mac|Fitz)[A-Z]{1,2}|Mc[A-Z]")  # "DMcP"
_OF_LANDS = re.compile(
    r"[A-Z](?:d|v|b|a|da|de|do|du|la|le|vd|al|el|ap|te|di|ni)[A-Z]{1,2}"
)  # "MdS"
_COUNTED = re.compile(r"x\d+")
_TO_DO = word_list("signatures.to_do")
_TOUCHED = word_list("context.touching") | word_list("word_names.touched") | {"d", "w"}
_BY = frozenset(("by", "with", "to", "from", "w"))
_BESIDE = frozenset(
    ("screener", "init", "checker", "user", "admin", "duty", "sgd", "initialled", "cc", "bcc")
)
_BY_WHOM = word_list("lettered.by_whom") | CALLINGS | _BESIDE
_LISTS = word_list("signatures.lists")


def _letters(atom: str) -> bool:
    """Whether a word may be somebody's initials."""
    if atom.isupper():
        return 1 < len(atom) < 5 and atom.isalpha() and atom not in _ROLES
    return _sons(atom) or _lands(atom)


def _sons(atom: str) -> bool:
    return len(atom) > 2 and bool(_OF_SONS.fullmatch(atom))


def _lands(atom: str) -> bool:
    """Whether the letters have a particle in small letters between them."""
    return 2 < len(atom) < 6 and bool(_OF_LANDS.fullmatch(atom))


SIGNATURE_CUES = cue(shape=_letters, as_written=True)


def known_letters(atom: str) -> bool:
    """Whether letters have a meaning of their own."""
    known, low = vocabulary(), atom.lower()
    plain = low in known.ordinary or low in known.professional or low in _NO_PAIRS
    return plain or atom in known.acronyms or atom in EVERYDAY


def signatures(
    reading: Reading, found: Sequence[Found], index: Index, recent: Recent
) -> Iterator[Found]:
    """Initials of the unregistered by their place, and of those who were met by name."""
    if not reading.calls & (SIGNATURE_CUES | LETTER):
        return
    places = [
        place
        for place in reading.called(SIGNATURE_CUES)
        if not index.initials_of_people(reading.atoms[place])
        and reading.lows[place] not in index.shown
    ]
    entries = [reading.atoms[place] for place in places if _ends_entry(reading, place)]
    ends = Counter(entries) if entries else Counter()
    covered: set[int] | None = None
    for place in places:
        atom = reading.atoms[place]
        if not _is_somebody(reading, place, ends[atom], recent):
            continue
        covered = covered_by(reading, found) if covered is None else covered
        if place in covered:
            continue
        surely = ends[atom] > 1 or not known_letters(atom)
        recent.meet(atom if surely else GUESSED + atom)
        yield _found(reading, place)
    if reading.calls & LETTER:
        yield from _single(reading, found, index)


def _found(reading: Reading, place: int) -> Found:
    start, end = reading.starts[place], reading.ends[place]
    return Found(start, end, Kind.UNKNOWN, certain=False, rule=LETTERS)


def _is_somebody(reading: Reading, place: int, often: int, recent: Recent) -> bool:
    """Whether letters are somebody's here, by their place or because of whom was met."""
    atom = reading.atoms[place]
    if _sons(atom) or often > 2:
        return True
    if reading.shouted(place) and not often:
        return False
    ends, known = _ends_entry(reading, place), known_letters(atom)
    if _lands(atom):
        return ends and atom.upper() not in vocabulary().acronyms
    if len(atom) > 2:
        by_place = (ends and not _in_midst(reading, place)) or _does(reading, place)
        return not known and (by_place or recent.met(GUESSED + atom))
    met, placed = recent.met(GUESSED + atom), ends or _stands(reading, place)
    if met or not known:
        return placed or (met and (not known or _means_somebody(reading, place)))
    return (ends and (often > 1 or _signed(reading, place))) or _listed(reading, place)


def _means_somebody(reading: Reading, place: int) -> bool:
    """Whether letters that are somebody's stand in brackets, or say something: "(HM)", "TB: she
    offered", "HM + mother"."""
    before, after = reading.gap(place), reading.gap(place + 1)
    bracketed = before.endswith("(") and after.startswith(")")
    beside = after[:1] == ":" or "+" in after or "+" in before
    return bracketed or beside or personal(reading, place)


def _in_midst(reading: Reading, place: int) -> bool:
    """Whether a cell follows: three letters there are a code or a service."""
    return reading.gap(place + 1).strip(" ")[:1] in ("|", "\t", "/", "-")


def _signed(reading: Reading, place: int) -> bool:
    """Whether letters stand after the end of a sentence, and end their line."""
    before, after = reading.gap(place).strip(" "), reading.gap(place + 1)
    last = place + 1 == len(reading.atoms) or "\n" in after
    if last and before[-1:] in ("|", "\t"):
        line = reading.text.rfind("\n", 0, reading.starts[place]) + 1
        return reading.text.count(before[-1:], line, reading.starts[place]) > 2
    return (last and before in (".", "!", "?", ").")) or _dated(reading, place + 1)


def _ends_entry(reading: Reading, place: int) -> bool:
    """Whether letters end an entry or have a cell of their own, with a count or a date or not."""
    if signs_off(reading, place):
        return True
    before, after = reading.gap(place), reading.gap(place + 1)
    following = reading.low(place + 1)
    if before.strip(" ")[-1:] in ("|", "\t") and after == " " and _COUNTED.fullmatch(following):
        return True  # "KS x2"
    last = place + 1 == len(reading.atoms) or "\n" in after
    if last and before.strip(" ")[-1:] in ("|", "\t"):
        return True
    if last and before in (" - ", " -- ", " ~ "):
        return True
    stopped = before.strip()[-1:] in (".", "!", "?") or before == " - "
    if stopped and (after.strip(" ")[:1] in ("|", "\t") or after.startswith(" - ")):
        return True  # "attended 2/8. AK | Y", "to ring - AK - ongoing"
    return stopped and after == " " and _dated(reading, place + 1)


def _dated(reading: Reading, place: int) -> bool:
    """Whether a day ends the line: "MP 14/2"."""
    day = reading.low(place).isdigit() and reading.gap(place + 1) in ("/", ".")
    if not day or not reading.low(place + 1).isdigit():
        return False
    last = place + 1
    while reading.gap(last + 1) in ("/", ".") and reading.low(last + 1).isdigit():
        last += 1
    return last + 1 >= len(reading.atoms) or "\n" in reading.gap(last + 1)


def _stands(reading: Reading, place: int) -> bool:
    """Whether letters stand where somebody is meant: at the head of a row, beside others, with
    something to do, touched by what was done, among those present."""
    before, after = reading.gap(place), reading.gap(place + 1)
    begins = not place or "\n" in before or before.strip(" ")[-1:] in ("|", "\t", "/")
    apart = after.strip(" ")[:1] in ("|", "\t", ":") or after == " ("
    if begins and place + 1 < len(reading.atoms) and apart:
        return True
    if "/" in (before.strip(), after.strip()):
        other = place + 1 if after.strip() == "/" else place - 1
        letters = reading.atom(other)
        pair = len(letters) == 2 and letters.isupper() and letters not in _ROLES
        return pair and not (known_letters(letters) and known_letters(reading.atoms[place]))
    return _beside_another(reading, place) or _does(reading, place) or _listed(reading, place)


def _beside_another(reading: Reading, place: int) -> bool:
    """ "IJ and NL to visit": two pairs of letters, neither of them known."""
    for conjunction, other in ((place + 1, place + 2), (place - 1, place - 2)):
        letters = reading.atom(other)
        if reading.low(conjunction) == "and" and len(letters) == 2 and letters.isupper():
            pair = reading.atoms[place], letters
            return not any(one in _ROLES or known_letters(one) for one in pair)
    return False


def _does(reading: Reading, place: int) -> bool:
    """ "RKB to ring", "d/w RKB", "seen by JF", "Screener JT"."""
    before, after = reading.gap(place), reading.gap(place + 1)
    if after == " " and reading.capital(place + 1):
        return False
    if after == " " and reading.low(place + 1) == "to" and reading.low(place + 2) in _TO_DO:
        return True
    apart = (
        "\n" in after or (len(after) > 1 and not after.strip()) or place + 1 == len(reading.atoms)
    )
    if before == " " and apart and (_by_whom(reading, place) or _timed(reading, place)):
        return True
    if before in (" ", "/") and reading.low(place - 1) in _BY:
        near = [reading.low(at) for at in range(max(0, place - 4), place)]
        return any(low in _TOUCHED or past(low) for low in near)
    return False


def _by_whom(reading: Reading, place: int) -> bool:
    """ "Screener JT", "Admin JM"."""
    return reading.low(place - 1) in _BY_WHOM


def _timed(reading: Reading, place: int) -> bool:
    """ "08:31 SJT"."""
    two = reading.low(place - 1), reading.low(place - 2)
    return all(one.isdigit() and len(one) == 2 for one in two) and reading.gap(place - 1) == ":"


def _listed(reading: Reading, place: int) -> bool:
    """Whether a line begins with "Present" and the like, and letters are an item of it."""
    before, after = reading.gap(place).strip(), reading.gap(place + 1)
    apart = before[-1:] in (":", ",", ";", ")", "/", "&") and (
        after.strip()[:1] in (",", ";", "(", ".", "/", "&") or "\n" in after or not after
    )
    if not apart:
        return False
    start = reading.text.rfind("\n", 0, reading.starts[place]) + 1
    head = reading.text[start : start + 24].split(":")[0].lower().split()
    return bool(head) and ":" in reading.text[start : start + 24] and head[-1] in _LISTS


def _single(reading: Reading, found: Sequence[Found], index: Index) -> Iterator[Found]:
    """One letter that ends an entry: "asleep, moved arm. N"."""
    places = [
        place
        for place in reading.called(LETTER)
        if place
        and reading.gap(place) in (". ", ".  ", "! ", '". ', "). ")
        and reading.atoms[place] not in "AI"
        and (place + 1 == len(reading.atoms) or reading.gap(place + 1).strip(" .")[:1] == "\n")
        and reading.lows[place] not in index.shown
    ]
    covered = covered_by(reading, found) if places else set()
    for place in places:
        if place not in covered:
            yield _found(reading, place)

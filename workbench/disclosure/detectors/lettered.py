"""People by their initials: "JS", "J.S.", and "Mr T" where somebody's family name begins so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from workbench.disclosure.detectors.context import personal, says
from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.names import Hit
from workbench.disclosure.detectors.one_letter import one_letter
from workbench.disclosure.detectors.reading import INITIALS, LETTER, Reading
from workbench.disclosure.detectors.told import named_here
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.forms import Form, Strength

_DOTTED = re.compile(
    r"(?<![A-Za-z.])[A-Z]\.(?:[ -]?[A-Z]\.){1,3}"
    r"|(?<![A-Za-z.])[A-Z](?:(?:[. ]| ?& ?)[A-Z]){1,3}(?![A-Za-z])"
)
EVERYDAY = frozenset(word.upper() for word in word_list("names.everyday_acronyms"))
_NO_PAIRS = word_list("lettered.no_pairs")
_SPEAKS = re.compile(r"(?m)^([A-Z]{2}): ")
_ROLES = frozenset(("GP", "SW", "HV", "PC", "DC", "DS", "DI", "OT", "NB", "PS", "RE", "HR", "IT"))
_NO_ROLES = frozenset(("AM", "PM", "OK", "TV", "IT", "NO", "PO", "PA", "RE", "NA", "ID"))
_TINY = word_list("lettered.tiny")
_BY_WHOM = word_list("lettered.by_whom")
_AND = ("/", " / ", ", ", " & ", " and ")
LETTERS = "letters"
_WITH = frozenset(("w", "wi", "with"))  # "D/w EP"
_SMALL_WORDS = word_list("lettered.tiny") | word_list("lettered.words")
_ANSWERS = frozenset(("no", "ok", "na", "am", "pm", "id", "ed", "re", "cc", "nil", "yes"))
_AT = frozenset(("at", "to", "from", "near", "outside", "of", "via", "by"))
_TASKS = frozenset(("action", "actions", "owner", "lead", "by", "obs", "for"))
_NOT_INITIALS = ("P.S.", "N.B.", "R.I.P.", "A.M.", "P.M.")


def _pair(low: str) -> bool:
    """Whether two letters are no word and no abbreviation that we know."""
    if len(low) != 2 or not low.isalpha() or not low.isascii():
        return False
    known = vocabulary()
    plain = low in known.ordinary or low in known.professional or low in _NO_PAIRS
    return not (plain or low.upper() in known.acronyms or low.upper() in EVERYDAY)


_PAIR = cue(shape=_pair)


def _speakers(reading: Reading, index: Index) -> Iterator[Found]:
    """Two letters at the head of several lines, in a talk: "MH: And then?"."""
    if reading.text.count("\n") < 2:
        return
    said = list(_SPEAKS.finditer(reading.text))
    often = Counter(match[1] for match in said)
    if len(often) < 2 or max(often.values()) < 2:
        return
    for match in said:
        if match[1] not in _ROLES and not index.initials_of_people(match[1]):
            yield Found(*match.span(1), Kind.UNKNOWN, certain=False, rule=LETTERS)


def strange_letters(reading: Reading, index: Index) -> Iterator[Found]:
    """Two letters that nobody registered, where somebody signs or speaks: "Not roused.  KB"."""
    yield from _speakers(reading, index)
    for place in reading.called(_PAIR):
        atom = reading.atoms[place]
        if not atom.isupper() or index.initials_of_people(atom) or atom.lower() in index.shown:
            continue
        told = personal(reading, place) and not reading.shouted(place)
        told = told or reading.low(place - 1) == "comment"
        if told or signs_off(reading, place) or _speaks(reading, place):
            start, end = reading.starts[place], reading.ends[place]
            yield Found(start, end, Kind.UNKNOWN, certain=False, rule=LETTERS)


def _speaks(reading: Reading, place: int) -> bool:
    """Whether letters stand at the head of a line, apart from what is said."""
    before, after = reading.gap(place), reading.gap(place + 1)
    apart = len(after) > 1 and not after.strip() and "\n" not in after
    return (not place or before.endswith("\n")) and apart


def lettered(reading: Reading, index: Index) -> Iterator[Hit]:
    """Initials of the registered; an acronym of the trade is a question even if it is an alias."""
    if not index.initials:
        return
    for place in reading.called(INITIALS):
        atom = reading.atoms[place]
        if not atom.islower():
            yield from _letters(reading, place, index.initials[atom])
        elif _in_small(reading, place):  # "nf saw her"
            yield Hit(place, place, index.initials[atom.upper()], certain=False, rule="initials")
    if reading.calls & LETTER and reading.letters_together:
        yield from _dotted(reading, index)
    yield from one_letter(reading, index)


def _in_small(reading: Reading, place: int) -> bool:
    """Whether small letters say or do something, or stand in quotation marks or a cell of their
    own; of those that are a word as well, only the last."""
    if reading.lows[place] in _SMALL_WORDS:
        return _in_own_cell(reading, place) and reading.lows[place] not in _ANSWERS
    before = reading.low(place - 1) if place and reading.gap(place) == " " else ""
    if before[:1].isdigit():
        return False  # "5 ml"
    if before in ("at", "outside", "near") and len(reading.lows[place]) > 2:
        return True  # "shes at mls again"
    if named_here(reading, place) or _in_own_cell(reading, place):
        return True
    quoted = reading.gap(place).endswith('"') and reading.gap(place + 1).startswith('"')
    told = personal(reading, place) and reading.gap(place)[-1:] in ("", " ", "\n")
    return quoted or told or reading.low(place - 1) in _WITH


def _letters(reading: Reading, place: int, forms: tuple[Form, ...]) -> Iterator[Hit]:
    if all(form.place and form.strength is Strength.WEAK for form in forms):
        if _of_a_place(reading, place):
            yield Hit(place, place, forms, certain=False, rule="initials")
        return
    atom, known = reading.atoms[place], vocabulary()
    alone = signs(reading, place)
    sure = max(form.strength for form in forms) is Strength.SURE
    trade = atom in known.acronyms or len(atom) == 1 or atom.lower() in known.ordinary
    told = not trade and personal(reading, place)
    if len(atom) > 1 and _among_capitals(reading, place) and not (alone or sure or told):
        return
    if trade and not (sure and len(atom) > 1) and not _somebodys(reading, place, alone=alone):
        return
    ours = len(atom) > 2 or alone or told
    everyday = atom in known.acronyms and atom in EVERYDAY
    signed = len(atom) > 1 and not everyday and signs_off(reading, place)
    certain = signed or (not trade and atom not in EVERYDAY and (sure or ours))
    certain = certain and not (told and reading.shouted(place))
    yield Hit(place, place, forms, certain=certain, rule="initials")


def _among_capitals(reading: Reading, place: int) -> bool:
    """Whether the words beside letters are in capitals too, so that they may be a word: not in
    "D/w EP."."""
    near = range(place - 2, place + 3)
    return reading.shouted(place) and any(
        len(reading.atom(at)) > 2 and reading.atom(at).isupper() for at in near if at != place
    )


def _of_a_place(reading: Reading, place: int) -> bool:
    """Whether letters may well be those of a place: "seen at MLS", "SBPS rang"."""
    atom, known = reading.atoms[place], vocabulary()
    if len(atom) < 2 or reading.shouted(place):
        return False
    at = reading.low(place - 1) in _AT and reading.gap(place) == " "
    if atom in known.acronyms or atom.lower() in known.ordinary or atom in EVERYDAY:
        return at and atom not in EVERYDAY and len(atom) > 2
    return len(atom) > 2 or at or personal(reading, place) or _in_own_cell(reading, place)


def _somebodys(reading: Reading, place: int, *, alone: bool) -> bool:
    """Whether an abbreviation of the trade, or a short word, may be somebody's initials here."""
    atom, known = reading.atoms[place], vocabulary()
    if atom in EVERYDAY and atom not in _NO_ROLES:  # "GP", of whom reports say all the same
        own = reading.low(place + 1) == "is" and reading.low(place + 2) == "me"  # "GP is me"
        met = reading.low(place - 1) in _WITH or personal(reading, place)  # "D/w EP."
        by_itself = len(reading.atoms) == 1  # a term in a report's own table of words
        return own or (met and not by_itself) or signs_off(reading, place)
    spelled = atom.lower() in _TINY and reading.atom(place + 1).isupper()  # "IN THE CHAIR"
    word = atom not in known.acronyms and len(atom) > 1 and not spelled
    if reading.low(place - 1) in _TASKS and len(atom) > 1 and not reading.shouted(place):
        return True  # "Action IT: sent", "Obs on"
    return (
        personal(reading, place)
        or (len(atom) > 1 and (alone or _in_own_cell(reading, place)))
        or reading.low(place - 1) in _WITH
        or (word and not reading.shouted(place))  # "LB in bed", "no carer, AY"
    )


def signs_off(reading: Reading, place: int) -> bool:
    """Whether letters end what somebody wrote, or stand in a cell of their own."""
    before, after = reading.gap(place), reading.gap(place + 1)
    if _in_own_cell(reading, place):
        return True
    if before.strip() == ":" and reading.low(place - 1) in _BY_WHOM:
        return True  # "Author: PH"
    ends = place + 1 == len(reading.atoms) or after.startswith("\n")
    stopped = before.strip()[-1:] in tuple(".!?") or (len(before) > 1 and not before.strip())
    return ends and bool(place) and stopped and not before.startswith("\n")


def signs(reading: Reading, place: int) -> bool:
    """Whether letters stand where somebody signs, speaks or is given something to do: "KA" at the
    end of a note or in a cell, "KA: agreed", "KA to ring", "(KA)"."""
    before, after = reading.gap(place), reading.gap(place + 1)
    if before.endswith("(") and after.startswith(")"):
        return True
    apart = len(before) > 1 and not before.strip()
    begins = not place or apart or "\n" in before or before.strip()[-1:] in tuple(".!?)]|;:–-")
    begins = begins or reading.starts_sentence(place)
    if (before in _AND and _short(reading, place - 1)) or (
        after in _AND and _short(reading, place + 1) and (begins or after != ", ")
    ):
        return True  # "MA/CM", "VP / TS", "Children: CM, HM"
    if not begins or before in ("-", ".", ":"):
        return False
    if (
        after.startswith(":")
        or after == " – "
        or (after == " " and reading.low(place + 1) in ("to", "with"))
    ):
        return True
    ends = place + 1 == len(reading.atoms) or "\n" in after or after.strip()[:1] in ("|", ";", "]")
    return ends and after.strip() != "," and not after.startswith("-")


def _short(reading: Reading, place: int) -> bool:
    return 1 < len(reading.atom(place)) < 4 and reading.atom(place).isupper()


def _in_own_cell(reading: Reading, place: int) -> bool:
    """Whether letters have a cell to themselves, or stand between dashes."""
    before, after = reading.gap(place).strip(" "), reading.gap(place + 1).strip(" ")
    last = place + 1 == len(reading.atoms) and not after
    if before == "/" and "/" in after and reading.gap(place).startswith(" "):
        return True  # "17 / 5 Jan / AM / s.83"
    if before == "–":  # "Midwife to see her – AK – ongoing"
        return last or after[:1] in ("–", "\n")
    return before[-1:] in ("|", "\t") and (last or after[:1] in ("|", "\t"))


def _dotted(reading: Reading, index: Index) -> Iterator[Hit]:
    for match in _DOTTED.finditer(reading.text):
        forms = index.initials.get(re.sub(r"[^A-Z]", "", match.group()), ())
        first = bisect_left(reading.starts, match.start())
        last = bisect_left(reading.ends, match.end() - match.group().endswith("."))
        if "&" in match.group():
            forms = tuple(form for form in forms if form.place)  # "C&T", and never A&E
        plain = match.group() in _NOT_INITIALS and not _does(reading, first, last)
        if forms and not plain and last < len(reading.atoms):
            trade = "".join(reading.atoms[first : last + 1]) in vocabulary().acronyms
            certain = forms[0].strength is Strength.SURE or ("." in match.group() and not trade)
            certain = certain and match.group() not in _NOT_INITIALS
            yield Hit(first, last, forms, certain=certain, rule="initials")


def _does(reading: Reading, first: int, last: int) -> bool:
    """Whether "A.M." says something, is told something or signs: then it is somebody."""
    before = reading.low(first - 1) if first else ""
    ends = last + 1 == len(reading.atoms) and reading.gap(first)[:1] in (".", "?", "!")
    acts = says(reading.low(last + 1)) and not before[:1].isdigit()
    return acts or ends or before in _BY_WHOM or before in ("told", "with", "asked")

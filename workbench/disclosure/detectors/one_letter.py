"""Somebody by one letter: "Mrs B", "mr t", "O ran to her", a note signed "S"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.disclosure.detectors.context import says
from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.names import Hit
from workbench.disclosure.detectors.reading import LETTER, Reading
from workbench.disclosure.detectors.spot import AUXILIARIES, past
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.normalise import atoms_of

_MET = word_list("told.met")
_AFTER_I = frozenset(("for", "at", "since", "in", "on", "with", "today", "yesterday"))
_BEFORE = word_list("one_letter.before")
_BODY = word_list("one_letter.body")
_THINGS = word_list("one_letter.things") | word_list("unknown.lettered")
_DOES = word_list("one_letter.does")
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr"))
_SMALL_TITLE = cue(("mr", "mrs", "ms", "miss", "dr"), as_written=True)


@lru_cache(maxsize=4)
def by_letter(index: Index) -> dict[str, tuple[Form, ...]]:
    """Whose name begins with each letter."""
    found: dict[str, dict[Form, None]] = {}
    titles = vocabulary().titles
    for form in index.register.forms:
        if form.place or not form.words:
            continue
        atoms = atoms_of(form.words)
        if form.initials:
            for letter in {atoms[0][0], atoms[0][-1]}:
                found.setdefault(letter, {})[form] = None
        elif len(atoms) == 1 and form.strength > Strength.WEAK and atoms[0] not in titles:
            found.setdefault(atoms[0][0], {})[form] = None
    return {letter: tuple(forms) for letter, forms in found.items()}


@lru_cache(maxsize=4)
def shown_with(index: Index) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The pseudonyms that have a letter in them, as words, by that letter: "Child K"."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entity in index.register.entities:
        atoms = atoms_of(entity.shown_as)
        for atom in atoms:
            if len(atom) == 1:
                found.setdefault(atom, []).append(atoms)
    return {letter: tuple(some) for letter, some in found.items()}


def _shown(reading: Reading, place: int, index: Index) -> bool:
    """Whether the letter is part of a pseudonym that stands here as the report would give it."""
    lows = reading.lows
    for atoms in shown_with(index).get(lows[place], ()):
        at = place - atoms.index(lows[place])
        if at >= 0 and tuple(lows[at : at + len(atoms)]) == atoms:
            return True
    return False


def one_letter(reading: Reading, index: Index) -> Iterator[Hit]:
    """Letters that may well be somebody registered; never certain."""
    places = reading.called(LETTER)
    if reading.calls & _SMALL_TITLE:
        small = [place + 1 for place in reading.called(_SMALL_TITLE)]
        places = sorted({*places, *(at for at in small if len(reading.atom(at)) == 1)})
    for place in places:
        forms = by_letter(index).get(reading.lows[place])
        if not forms or _shown(reading, place, index):
            continue
        if _titled(reading, place) or (
            reading.capital(place) and (_own_line(reading, place) or _acts(reading, place))
        ):
            yield Hit(place, place, forms, certain=False, rule="initials")


def _titled(reading: Reading, place: int) -> bool:
    """ "Mr T", "Mrs. B.", "mrs b bottom looks bad"; but "Mr T. Green" is a longer name."""
    title = reading.low(place - 1) if place else ""
    if title not in vocabulary().titles or reading.gap(place) not in (" ", ". "):
        return False
    after, longer = reading.gap(place + 1), reading.capital(place + 1)
    if reading.lows[place] == "i" and reading.gap(place) == ". ":
        return False  # "That is a disgrace, sir. I would"
    if not reading.capital(place):
        return title in _TITLES and after[:1] not in ("-", "/", "'")
    if after[:1] == "-":
        return False
    if after in (".", ". ", " ") and longer:
        low = reading.low(place + 1)
        return after == ". " and vocabulary().is_ordinary(low) and low not in vocabulary().families
    return True


def _acts(reading: Reading, place: int) -> bool:
    """Whether a letter by itself does something, or something is said of it or to it: "O ran to
    her. P cried", "not seen C for days", "speak to R"."""
    after, before = reading.low(place + 1), reading.low(place - 1) if place else ""
    if _labels(reading, place, before, after):
        return False
    stopped = reading.gap(place + 1) == ". "
    if reading.lows[place] == "i" and before in _MET and reading.gap(place) == " ":
        return after in _AFTER_I  # "not seen I for 19 days"
    if reading.lows[place] in "ai" and not (stopped and says(after)):
        return False  # "I. says that she is well"
    acts = says(after) or past(after) or after in AUXILIARIES or after in _DOES
    acts = acts or (after.endswith("ing") and reading.gap(place) == ", ")
    if (reading.gap(place + 1) == " " or stopped) and acts and not reading.capital(place + 1):
        return True
    return _spoken_of(reading, place, before)


def _labels(reading: Reading, place: int, before: str, after: str) -> bool:
    """Whether a letter tells which of some things is meant: "Child K", "vitamin D", "to F wing",
    "back of L hand"."""
    if reading.gap(place) == "-" or after in _THINGS:
        return True
    if reading.gap(place) == " " and (reading.capital(place - 1) or before in _THINGS):
        return True
    return reading.lows[place] in "lr" and after in _BODY


def _spoken_of(reading: Reading, place: int, before: str) -> bool:
    """ "eleven entries about C in it", "translated by N with Maha"."""
    opened = reading.gap(place)[-1:] == '"' and reading.gap(place + 1)[:1] not in ("", '"', "-")
    if reading.gap(place) != " " or before not in _BEFORE:
        return (
            opened and not reading.gap(place + 1)[:1].isalnum() and " [" in reading.gap(place + 1)
        )
    after = reading.gap(place + 1)
    further = (
        after == " " and not reading.capital(place + 1) and not reading.low(place + 1).isdigit()
    )
    return (
        further
        or place + 1 == len(reading.atoms)
        or after[:1] in tuple(',.;?!)\n"')
        or (after == " (")
    )


def _own_line(reading: Reading, place: int) -> bool:
    """Whether a letter stands alone at the end of what somebody wrote: "Rang back. B"."""
    after, before = reading.gap(place + 1).replace('"', ""), reading.gap(place)
    ends = place + 1 == len(reading.atoms) and len(after.strip()) < 3
    if not place:
        return ends and not before.strip()
    begins = "\n" in before and ends
    stopped = before.strip()[-1:] in ("?", "!", ".") and before.endswith(" ")
    return begins or (stopped and (ends or after.lstrip(".").startswith("\n")))

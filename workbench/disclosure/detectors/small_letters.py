"""Names in small letters that nobody registered: "told jaz at handover", "ask for mrs moody"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.disclosure.detectors.context import says
from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import pronounceable, vocabulary, word_list

_TITLES = frozenset(("mr", "mrs"))
_ALSO_TITLES = frozenset(("ms", "dr", "pc", "dc", "sgt", "insp", "cllr", "prof"))
_NO_NAMES = word_list("small.no_names")
_SELDOM = word_list("names.seldom_words")
# Only people are rung, met or warned; a drug is "given with" and a house "visited by".
_DONE_TO = word_list("small.done_to")
_SPOKEN = word_list("small.spoken")
_LINKS = frozenset(("by", "to", "with"))
_SHORT_ENDS = ("", "s", "z", "y", "ie", "i", "zy", "za")
_SHORTEST, _LONGEST = 3, 20


def _names() -> Iterator[str]:
    """Names that many people have and that are no words."""
    known = vocabulary()
    words = known.ordinary | known.rare | known.professional | _NO_NAMES | _SELDOM
    return (low for low in known.names - words if len(low) >= _SHORTEST)


def _strange(low: str) -> bool:
    """Whether no dictionary of ours has this word."""
    known = vocabulary()
    if not (low.isalpha() and _SHORTEST <= len(low) <= _LONGEST):
        return False
    return not (low in known.ordinary or low in known.professional or low in known.rare)


SMALL_NAME = cue((*_names(), *_TITLES, *_ALSO_TITLES), as_written=True)
_STRANGE = cue(shape=_strange)


def _short_of(index: Index) -> frozenset[str]:
    """Short forms that people make of the registered given names: "kayls" of Kayleigh."""
    made: set[str] = set()
    for low, forms in index.singles.items():
        if any(not (form.family or form.place) for form in forms):
            starts = {low[:length] for length in (3, 4, 5) if len(low) > length}
            made.update(start + end for start in starts for end in _SHORT_ENDS)
    return frozenset(made)


class SmallLetters:
    """Which words name people even in small letters; ``plain`` says which words are known."""

    def __init__(self, index: Index, plain: Callable[[str], bool]) -> None:
        self._index, self._plain = index, plain
        self._short = _short_of(index)

    def __call__(self, reading: Reading) -> Iterator[Found]:
        """The names in small letters, each with what goes on with it."""
        if not reading.calls & (SMALL_NAME | _STRANGE):
            return
        done = -1
        for place in sorted({*reading.called(SMALL_NAME), *self._met(reading)}):
            low = reading.lows[place]
            titled = low in _TITLES or low in _ALSO_TITLES
            if place <= done or low in self._index.singles or (self._plain(low) and not titled):
                continue
            last = self._titled(reading, place) if titled else place
            if last is None:
                continue
            while self._goes_on(reading, last + 1):
                last += 1
            done = last
            yield Found(
                reading.starts[place],
                reading.ends[last],
                Kind.UNKNOWN,
                certain=False,
                rule="small letters",
            )

    def _met(self, reading: Reading) -> Iterator[int]:
        """A word that is none of the language where a name would stand: after "told" or "spoke
        to", before "rang"."""
        for place in reading.called(_STRANGE):
            low = reading.lows[place]
            if not reading.atoms[place].islower() or self._plain(low) or low in _NO_NAMES:
                continue
            before = reading.low(place - 1) if place and reading.gap(place) == " " else ""
            spoken = before in _LINKS and reading.low(place - 2) in _SPOKEN
            acts = reading.gap(place + 1) == " " and says(reading.low(place + 1)) and len(low) > 3
            sounds = pronounceable(low) or (spoken and len(low) > 4)
            if low in self._short or before in _DONE_TO or ((spoken or acts) and sounds):
                yield place

    def _titled(self, reading: Reading, place: int) -> int | None:
        """The word after "mrs", if that may be a name."""
        low, title = reading.low(place + 1), reading.lows[place]
        if reading.gap(place + 1) not in (" ", ". ") or not low.isalpha() or len(low) < _SHORTEST:
            return None
        known = vocabulary()
        name = low in known.names or not self._plain(low)
        sure = title in _TITLES and low not in known.modals and low not in _NO_NAMES
        return place + 1 if name or sure else None

    def _goes_on(self, reading: Reading, place: int) -> bool:
        """Whether the next word is no word of the language, and so most likely of the name."""
        low = reading.low(place)
        strange = low.isalpha() and len(low) >= _SHORTEST and reading.atom(place).islower()
        beside = reading.gap(place) in (" ", "-")
        return strange and beside and not self._plain(low) and low not in vocabulary().rare

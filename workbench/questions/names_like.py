"""Names found although they were typed with a slip or two, or in another order."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from workbench.model.agencies import Agency
from workbench.model.facts import Fact
from workbench.model.people import Person, Place
from workbench.review import Review

NAMED: tuple[type[Fact], ...] = (Person, Place, Agency)
MOST = 8
_UNLIKE = 9


def names_like(
    review: Review, typed: str, kinds: Iterable[type[Fact]] = NAMED
) -> list[tuple[str, str]]:
    """The kind and id of the people, places and agencies whose name, or one of whose other names,
    has every word as typed or nearly so; those with the fewest slips first."""
    words = folded(typed)
    if not any(allowed(word) for word in words):
        return []  # short words are like too many others
    names = [
        (kind.kind, key, _words_of(name, aliases))
        for kind in kinds
        for key, name, aliases in review.words_of(kind, "name", "aliases")
    ]
    known = {word for _, _, forms in names for form in forms for word in form}
    like = [
        slips(word, known, unfinished=place == len(words) - 1) for place, word in enumerate(words)
    ]
    found = [
        (least, kind, key)
        for kind, key, forms in names
        if (least := min((_slips_in(form, like) for form in forms), default=_UNLIKE)) < _UNLIKE
    ]
    found.sort(key=lambda each: each[0])
    return [(kind, key) for _, kind, key in found[:MOST]]


def _words_of(name: str, aliases: str) -> list[list[str]]:
    """The words of each of the names."""
    return [folded(each) for each in (name, *(json.loads(aliases) if aliases != "[]" else ()))]


def _slips_in(form: Sequence[str], like: Sequence[Mapping[str, int]]) -> int:
    """How many slips lie between what was typed and one name: each word typed is taken for that of
    the name which it is most like. A great number where a word is like none."""
    return sum(min((found.get(word, _UNLIKE) for word in form), default=_UNLIKE) for found in like)


def folded(text: str) -> list[str]:
    """The words in small letters, without accents."""
    if text.isascii():
        return re.findall(r"\w+", text.lower())
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter)
    )
    return re.findall(r"\w+", plain.casefold())


def allowed(word: str) -> int:
    """How many slips a word may have: the longer it is, the surer it is which was meant."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2


def slips(typed: str, known: Iterable[str], *, unfinished: bool = False) -> dict[str, int]:
    """Those of the known words that this one may be meant for, with the letters left out, put in,
    exchanged or turned round. Of an ``unfinished`` word it is enough to be how a known one begins.
    """
    most = allowed(typed)
    begun: dict[str, list[str]] = defaultdict(list)
    for word in known:
        begun[word].append(word)
        if unfinished:  # as much of the word as was typed, a letter more or less
            for at in range(max(len(typed) - 1, 1), min(len(typed) + 2, len(word))):
                begun[word[:at]].append(word)
    found: dict[str, int] = {}
    near = process.extract(
        typed, list(begun), scorer=OSA.distance, score_cutoff=most, limit=None, processor=None
    )
    for beginning, distance, _ in near:
        for word in begun[beginning]:
            found[word] = min(found.get(word, _UNLIKE), int(distance))
    return found

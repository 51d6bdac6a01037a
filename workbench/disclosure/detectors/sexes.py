"""Words that would tell whether somebody is a boy or a girl, where that is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import word_list
from workbench.disclosure.register import Register
from workbench.resources import read_json

_WORDS = read_json("dictionary", "sex-words.json")
_TELLING: dict[str, dict[str, str]] = {"he": _WORDS["he"], "she": _WORDS["she"]}
_PRONOUNS = frozenset(_WORDS["pronouns"])
_ALWAYS = frozenset(_WORDS["always"])
_VERBS: dict[str, str] = _WORDS["verbs"]
_OTHERS = frozenset(_WORDS["others"])
_ACTING = word_list("context.person_verbs") | word_list("context.does")
_BETWEEN = frozenset(("also", "never", "often", "always", "still", "now", "then", "only", "just"))
_NOT_OWNED = word_list("sexes.not_owned")
_ENDS = re.compile(r"[.!?…]['\")\]]*\s|\n")


@dataclass(frozen=True, slots=True)
class Withheld:
    """Somebody whose sex is withheld, with the words that would tell it."""

    id: str
    words: dict[str, str]


def withheld(register: Register) -> dict[str, Withheld]:
    """Those of the register whose sex is withheld, by id."""
    made = {}
    for entity in register.entities:
        if entity.sex_withheld:
            known = (
                "he"
                if entity.sex in ("male", "m")
                else "she"
                if entity.sex in ("female", "f")
                else ""
            )
            both = {**_TELLING["he"], **_TELLING["she"]}
            made[entity.id] = Withheld(entity.id, _TELLING.get(known, both))
    return made


class Sexes:
    """Finds the words for those of one register, reading on from text to text."""

    def __init__(self, register: Register) -> None:
        self._withheld = withheld(register)

    def __bool__(self) -> bool:
        return bool(self._withheld)

    def __call__(
        self, reading: Reading, found: Sequence[Found], topic: str
    ) -> tuple[list[Found], str]:
        """What tells the sex of somebody named or spoken of, and who is spoken of at the end."""
        made: list[Found] = []
        for first, last in _sentences(reading):
            start, end = reading.starts[first], reading.ends[last - 1]
            here = [one for one in found if one.start < end and start < one.end]
            people = [one for one in here if one.kind in (Kind.PERSON, Kind.UNKNOWN)]
            ours = [one for one in people if one.entity in self._withheld]
            others = len(people) > len(ours) or not _OTHERS.isdisjoint(
                low
                for place, low in enumerate(reading.lows[first:last], first)
                if not _beside(reading, place, ours)
            )
            about = {one.entity for one in ours if one.entity}
            if len(about) == 1:
                topic = about.pop()
            elif others or about:
                topic = topic if not people else ""
            child = self._withheld.get(topic)
            if child:
                made += _telling(reading, range(first, last), child, ours, sure=not others)
        free = (one for one in made if all(one.end <= a.start or a.end <= one.start for a in found))
        return list(free), topic


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    first = 0
    for place in range(1, len(reading.atoms)):
        if _ENDS.search(reading.gap(place) + " ") and reading.starts_sentence(place):
            yield first, place
            first = place
    if reading.atoms:
        yield first, len(reading.atoms)


def _beside(reading: Reading, place: int, ours: Sequence[Found]) -> bool:
    """Whether the word stands right beside the name: "her son Will", "Will, her son"."""
    start, end = reading.starts[place], reading.ends[place]
    return any(0 <= one.start - end <= 2 or 0 <= start - one.end <= 2 for one in ours) or (
        place > 0 and any(0 <= reading.starts[place - 1] - one.end <= 3 for one in ours)
    )


def _telling(
    reading: Reading, places: range, child: Withheld, ours: Sequence[Found], *, sure: bool
) -> Iterator[Found]:
    for place in places:
        low = reading.lows[place]
        if low not in child.words:
            continue
        beside = _beside(reading, place, ours)
        if low in _PRONOUNS:
            if _of_a_parent(reading, place, child, ours):
                continue
            last = _with_verb(reading, place) if low in ("he", "she") else place
            end = reading.ends[last]
            yield Found(
                reading.starts[place], end, Kind.SEX, child.id, certain=sure, rule="pronoun"
            )
        elif beside or low in _ALWAYS:
            certain = beside or sure
            yield Found(
                reading.starts[place], reading.ends[place], Kind.SEX, child.id, certain, "sex word"
            )


def _of_a_parent(reading: Reading, place: int, child: Withheld, ours: Sequence[Found]) -> bool:
    """ "her" of "her son Will" is the mother, whose sex nobody withholds."""
    following = place + 1
    kin = reading.low(following) in child.words and reading.low(following) not in _PRONOUNS
    return kin and _beside(reading, following, ours)


def _with_verb(reading: Reading, place: int) -> int:
    """The atom with which the verb ends that must agree: "he was", "she never goes", "he isn't"."""
    if reading.gap(place + 1) == "'":
        return place + 1 if reading.low(place + 1) == "s" else place
    at = place + 1
    while reading.low(at) in _BETWEEN and reading.gap(at) == " ":
        at += 1
    low = reading.low(at)
    if reading.gap(at) != " " or not (low in _VERBS or (low.endswith("s") and low in _ACTING)):
        short = reading.gap(at) == " " and f"{low}'t" in _VERBS and reading.gap(at + 1) == "'"
        return at + 1 if short else place
    return at + 1 if reading.gap(at + 1) == "'" and reading.low(at + 1) == "t" else at


def neutral(words: str, after: str) -> str:
    """What stands instead of words that tell somebody's sex, before what follows them."""
    parts = re.split(r"([ ']+)", words.replace("’", "'"))
    first = parts[0].lower()
    said = {**_TELLING["he"], **_TELLING["she"]}[first]
    following = re.match(r"\s+([a-z]+)", after)
    owned = following is not None and following.group(1) not in _NOT_OWNED
    if first == "her" and not owned:
        said = "them"
    if first == "his" and following is None:
        said = "theirs"
    if parts[0][0].isupper():
        said = said[0].upper() + said[1:]
    return said + _agreeing(parts, after)


def _agreeing(parts: list[str], after: str) -> str:
    """The rest of a pronoun and its verb, in the plural."""
    if len(parts) < 3:
        return ""
    if parts[1] == "'" and parts[2].lower() == "s":
        done = re.match(
            r"\s+(?:never |always |just |also )?(?:been|got|had|gone|done|\w{3,}ed)\b", after
        )
        return "'ve" if done else "'re"
    rest = "".join(parts[1:])
    verb = rest.split(" ")[-1]
    plural = _VERBS.get(verb.lower()) or _plural(verb)
    return rest[: len(rest) - len(verb)] + plural


def _plural(verb: str) -> str:
    """The verb as it follows "they": goes, tries and asks become go, try and ask."""
    if not verb.endswith("s"):
        return verb
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if re.search(r"(?:sh|ch|x|ss|o)es$", verb):
        return verb[:-2]
    return verb[:-1]

"""Every way in which a person that is registered under the full name is written in the papers of
agencies, each as a function of the name; and sentences to put it in. For places see
``ways_of_places.py``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.disclosure.dictionary import common_words, vocabulary
from workbench.disclosure.nicknames import other_names

_HERE = Path(__file__).parent
TONGUES = _HERE.joinpath("names_of_many_tongues.txt").read_text(encoding="utf-8").splitlines()
WORDS = _HERE.joinpath("names_that_are_words.txt").read_text(encoding="utf-8").splitlines()


@dataclass(frozen=True, slots=True)
class Whose:
    """A registered name in its parts: given, middle (seldom), family."""

    given: str
    family: str
    middle: str = ""

    @property
    def full(self) -> str:
        return " ".join(filter(None, (self.given, self.middle, self.family)))

    @property
    def core(self) -> str:
        """The family name without its particles."""
        return self.family.split()[-1]


Write = Callable[[Whose], Iterator[str]]

# Where any form of a name may stand.
ANYWHERE = [
    "Staff spoke to {n} about the plan.",
    "{n} was not at home when they called.",
    "The nurse saw {n} on the ward.",
    "It was {n} who rang the office.",
    "They had a letter from {n} in the post.",
    "She said that {n} came on the bus.",
    "09:10 | {n} | no reply",
    "- {n}",
    "Hi {n},\nthank you for this.",
    "Mother and {n} were seen together.",
    "A friend of {n} heard it, and {n} left.",
]
# Notes without capitals, where a name of small letters stands where people do.
TOLD = [
    "spoke with {n} re school",
    "told {n} to ring back",
    "call from {n} at ten, upset",
    "saw {n} on the ward, settled",
    "rang {n} twice no reply",
    "{n} said she was ok",
    "{n} came to the door",
    "{n} was asleep when we left",
    "{n} rang at 4",
    "hi {n}\nare you coming",
    "She wrote that {n} says no.",
    "The text read: {n} is here again.",
]
# Small letters of a word that nobody uses by chance.
SMALL = [
    *TOLD,
    "they got {n} and a lady with them",
    "at {n}'s, his mum is here",
    "me and {n} went out",
    "its {n} again",
    "where {n} at",
    "no sign of {n} all day",
]
OWNED = [
    "It was {n}'s house.",
    "They met at {n}’s flat.",
    "{n}'s mother came.",
    "she has {n}'s keys",
]
LETTERS = [
    "09:10 | Seen at home | {n}",
    "Discussed with {n}, who will visit.",
    "{n} said that she would ring.",
    "Home visit by {n} at ten.",
    "She was seen ({n}) at home.",
    "Author: {n}",
    "Action: {n} to ring the school.",
    "Seen today. No concerns. {n}",
    "Told {n} about the bruise.",
    "{n} rang back at four.",
]
SMALL_LETTERS = [
    "09:10 | seen at home | {n}",
    "discussed with {n}, who will visit",
    "{n} said she would ring",
    "told {n} about the bruise",
    "{n} rang back at four",
    "call to {n}, no reply",
]
TITLED = [
    "Staff spoke to {n} about the plan.",
    "{n} was not at home when they called.",
    "Text: {n} bottom looks bad, can you look?",
    "09:10 | {n} | no reply",
    "Dear {n},\nthank you for this.",
    "Seen with {n} and her son.",
]


def _small(*ways: str) -> Write:
    def write(whose: Whose) -> Iterator[str]:
        for way in ways:
            yield _form(way, whose).lower()

    return write


def _form(way: str, whose: Whose) -> str:
    return way.format(
        g=whose.given, f=whose.family, i=whose.given[0], j=whose.core[0], c=whose.core,
        G=whose.given.upper(), F=whose.family.upper(),
        gs=whose.given.replace(" ", "").replace("-", ""), fs=re.sub(r"[ '’-]", "", whose.family),
    )  # fmt: skip


def _as(*ways: str) -> Write:
    def write(whose: Whose) -> Iterator[str]:
        for way in ways:
            yield _form(way, whose)

    return write


def rare(word: str) -> bool:
    """Whether a name is no word that people use every day."""
    return unaccented(word).lower() not in common_words()


def no_word(word: str) -> bool:
    """Whether a name is no word at all."""
    known, low = vocabulary(), unaccented(word).lower()
    return low not in known.ordinary and low not in known.professional


def unaccented(words: str) -> str:
    """The words without marks over their letters."""
    parts = unicodedata.normalize("NFKD", words)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _small_name(part: str, *, common: bool) -> Write:
    def write(whose: Whose) -> Iterator[str]:
        name = whose.given if part == "given" else whose.core
        if rare(name) is not common and len(name) > 1:
            yield name.lower()

    return write


def _pets(*, small: bool) -> Write:
    """Mikey, Danno, Shaz, Gaz, Jonesy: as people make them; no more than are no words."""

    def write(whose: Whose) -> Iterator[str]:
        given, family = unaccented(whose.given).lower(), unaccented(whose.core).lower()
        if not given.isalpha() or len(given) < 4:
            return
        vowel = next((at for at in range(1, len(given)) if given[at] in "aeiouy"), 1)
        start = given[: vowel + 2] if vowel + 2 < len(given) else given
        made = [start + "y", start + "ie", start + "o", start + "za", start + "s",
                given[: vowel + 1] + "z", given[: vowel + 1] + "zza", start]  # fmt: skip
        made += [family + "y"] if family[-1] not in "aeiouy" else [family + "s"]
        for one in made:
            if len(one) > 2 and no_word(one):
                yield one if small else one.title()

    return write


def _prefix(length: int, *, small: bool) -> Write:
    def write(whose: Whose) -> Iterator[str]:
        start = unaccented(whose.given)[:length].lower()
        if len(start) == length < len(whose.given) and start.isalpha() and no_word(start):
            yield start if small else start.title()

    return write


def _known_short(*, small: bool) -> Write:
    def write(whose: Whose) -> Iterator[str]:
        for one in sorted(other_names(unaccented(whose.given).lower()))[:3]:
            if no_word(one):
                yield one if small else one.title()

    return write


def _slip(kind: str, *, small: bool = False, family: bool = False) -> Write:
    def write(whose: Whose) -> Iterator[str]:
        name = unaccented(whose.core if family else whose.given)
        if not name.isalpha() or len(name) < 4:
            return
        at = len(name) // 2
        made = {
            "missing": name[:at] + name[at + 1 :],
            "doubled": name[:at] + name[at] + name[at:],
            "wrong": name[:at] + ("e" if name[at] != "e" else "a") + name[at + 1 :],
            "swapped": name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
        }[kind]
        if made != name and no_word(made):
            yield made.lower() if small else made

    return write


_SOUNDS = (
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("c", "k"), ("k", "c"), ("ee", "ea"), ("i", "y"), ("y", "i"),
    ("ei", "ie"), ("ai", "ay"), ("ou", "u"), ("oo", "u"), ("z", "s"), ("w", "v"), ("th", "t"), ("ll", "l"),
    ("sh", "ch"), ("j", "dj"), ("x", "ks"), ("qu", "kw"),
)  # fmt: skip


def _sounded(whose: Whose) -> Iterator[str]:
    for name in (whose.given, whose.core):
        plain = unaccented(name)
        for old, new in _SOUNDS:
            if len(plain) > 4 and old in plain[1:]:
                yield plain[0] + plain[1:].replace(old, new, 1)
                break


VARIANTS = [
    ("Shaun", "Sean"), ("Shaun", "Shawn"), ("Mohamed", "Muhammad"), ("Mohammed", "Mehmood"), ("Catherine", "Kathryn"),
    ("Catherine", "Katharine"), ("Steven", "Stephen"), ("Jeffrey", "Geoffrey"), ("Alan", "Allen"), ("Aisha", "Ayesha"),
    ("Yusuf", "Youssef"), ("Hussain", "Hossein"), ("Fatima", "Fathima"), ("Zoe", "Zowie"), ("Leah", "Lia"),
    ("Graham", "Graeme"), ("Ian", "Iain"), ("Clare", "Claire"), ("Stewart", "Stuart"), ("Philip", "Filip"),
    ("Oleksandr", "Aleksandr"), ("Yevhen", "Evgeny"), ("Siobhan", "Shivaun"), ("Niamh", "Neve"), ("Caoimhe", "Keeva"),
    ("Chloe", "Khloe"), ("Jaydon", "Jaiden"), ("Kaylee", "Kayleigh"), ("Rhys", "Reece"), ("Sara", "Zara"),
    ("Abdul", "Abdel"), ("Khadija", "Hadija"), ("Ahmed", "Ahmet"), ("Mehmet", "Mehmed"), ("Ewa", "Eva"),
    ("Wojciech", "Voytek"), ("Krzysztof", "Christof"), ("Nguyen", "Nguyan"), ("Gwenllian", "Gwenlian"),
    ("Ieuan", "Ioan"), ("Eoin", "Owen"), ("Aoife", "Eefa"), ("Saoirse", "Seersha"), ("Padraig", "Patrick"),
]  # fmt: skip


def _mojibake(whose: Whose) -> Iterator[str]:
    for name in (whose.given, whose.core):
        if not name.isascii():
            yield (
                name.encode("utf-8").decode("latin-1")
                if all(byte >= 0xA0 for byte in name.encode("utf-8") if byte > 0x7F)
                else name.encode("utf-8").decode("cp1252", errors="replace")
            )
            yield re.sub(r"[^\x00-\x7f]", "?", name)
            yield re.sub(r"[^\x00-\x7f]", "�", name)
            yield re.sub(r"[^\x00-\x7f]", "", name)


def _wrong_marks(whose: Whose) -> Iterator[str]:
    for name in (whose.given, whose.core):
        for plain, marked in (("e", "é"), ("o", "ö"), ("a", "á"), ("i", "ì")):
            if plain in name[1:]:
                yield name[0] + name[1:].replace(plain, marked, 1)
                break


def _scanned(whose: Whose) -> Iterator[str]:
    for name in (whose.given, whose.core):
        plain = unaccented(name)
        for old, new in (("m", "rn"), ("rn", "m"), ("l", "1"), ("l", "I"), ("I", "l"), ("o", "0"), ("O", "0"), ("i", "l"),
                         ("h", "b"), ("cl", "d"), ("d", "cl"), ("e", "c"), ("S", "5"), ("B", "8"), ("w", "vv"), ("u", "ii")):  # fmt: skip
            if old in plain and len(plain) > 3:
                made = plain.replace(old, new, 1)
                if no_word(made):
                    yield made


def _broken(whose: Whose) -> Iterator[str]:
    for name in (whose.given, whose.core):
        if len(name) > 5 and name.isalpha():
            yield f"{name[:3]}-\n{name[3:]}"


def _spaced(whose: Whose) -> Iterator[str]:
    for name in (whose.given, whose.core):
        if name.isalpha() and len(name) > 2:
            yield " ".join(name.upper())
            yield "-".join(name.upper())


def _lenited(whose: Whose) -> Iterator[str]:
    """ "a Sheáin", "Mháire", "Fethan", "i Gaerdydd"."""
    name = whose.given
    if len(name) > 4 and name[0] in "BCDGMPST" and name[1] in "aeiouáéíóúlr":
        yield f"{name[0]}h{name[1:]}"
    soft = {"B": "F", "C": "G", "D": "Dd", "M": "F", "P": "B", "T": "D", "G": ""}.get(name[0])
    if soft is not None and len(name) > 5:
        rest = name[1:]
        yield soft + rest if soft else rest.capitalize()


def _netted(*ways: str) -> Write:
    def write(whose: Whose) -> Iterator[str]:
        for way in ways:
            form = _form(way, whose)
            yield re.sub(r"\s+", "", unaccented(form)) if "." not in way[-5:] else unaccented(form)

    return write


def _halves(whose: Whose) -> Iterator[str]:
    for name in (whose.given, whose.core):
        if "-" in name:
            yield from (half for half in name.split("-") if len(half) > 2)


@dataclass(frozen=True, slots=True)
class Way:
    """How a name is written, and the sentences in which it may stand so."""

    called: str
    write: Write
    sentences: list[str]


PERSON_WAYS = [
    Way("full name", _as("{g} {f}", "{g} {c}"), ANYWHERE),
    Way("given name", _as("{g}"), ANYWHERE),
    Way("family name", _as("{f}", "{c}"), ANYWHERE),
    Way("full name in small letters", _small("{g} {f}"), SMALL),
    Way("given name, seldom a word, small", _small_name("given", common=False), SMALL),
    Way("given name, a common word, small", _small_name("given", common=True), TOLD),
    Way("family name, seldom a word, small", _small_name("family", common=False), SMALL),
    Way("family name, a common word, small", _small_name("family", common=True), TOLD),
    Way("full name in capitals", _as("{G} {F}", "{F} {G}", "{F}, {G}"), ANYWHERE),
    Way("given name in capitals", _as("{G}"), ANYWHERE),
    Way("family name in capitals", _as("{F}"), ANYWHERE),
    Way("title and family name", _as("Mrs {f}", "Mr. {f}", "Dr {c}", "PC {f}"), ANYWHERE),
    Way("title and family name, small", _small("mrs {f}", "mr {c}"), SMALL),
    Way("title and initial", _as("Mrs {j}", "Mr. {j}.", "Dr {j}", "Ms {j}", "Miss {i}"), TITLED),
    Way("title and initial, small", _small("mrs {j}", "mr {j}"), TITLED),
    Way("initials", _as("{i}{j}"), LETTERS),
    Way("initials with stops", _as("{i}.{j}.", "{i}. {j}."), LETTERS),
    Way("initials, small", _small("{i}{j}"), SMALL_LETTERS),
    Way("initial and family name", _as("{i} {f}", "{i}. {f}", "{i}.{c}", "{f} {i}"), ANYWHERE),
    Way("initial and family name, small", _small("{i} {f}", "{i}. {f}"), TOLD),
    Way("given name and initial", _as("{g} {j}", "{g} {j}."), ANYWHERE),
    Way("given name and initial, small", _small("{g} {j}"), SMALL),
    Way("family name first", _as("{f}, {g}", "{F}, {g}", "{F} {g}", "{f} {g}"), ANYWHERE),
    Way("run together", _as("{gs}{fs}"), ANYWHERE),
    Way("run together, small", _small("{gs}{fs}", "{gs}.{fs}", "{gs}_{fs}"), ANYWHERE),
    Way("half of a double name", _halves, ANYWHERE),
    Way("short form of a list", _known_short(small=False), ANYWHERE),
    Way("short form of a list, small", _known_short(small=True), TOLD),
    Way("pet form", _pets(small=False), ANYWHERE),
    Way("pet form, small", _pets(small=True), TOLD),
    Way("first two letters", _prefix(2, small=False), ANYWHERE),
    Way("first three letters", _prefix(3, small=False), ANYWHERE),
    Way("first four letters", _prefix(4, small=False), ANYWHERE),
    Way("first two letters, small", _prefix(2, small=True), TOLD),
    Way("first three letters, small", _prefix(3, small=True), TOLD),
    Way("first four letters, small", _prefix(4, small=True), TOLD),
    Way("owner", _as("{g}", "{f}", "{g} {f}"), OWNED),
    Way("owner, no apostrophe", _as("{g}s"), ["It was {n} house.", "They met at {n} flat.", "She has {n} keys."]),
    Way("owner, no apostrophe, small", lambda w: (x for x in [w.given.lower() + "s"] if no_word(x)), ["out at {n} his mum is here", "its {n} house", "she has {n} keys"]),
    Way("family", _as("{f}s", "{c}s"), ["We know the {n} well.", "A visit to the {n} was made.", "The {n} moved in May."]),
    Way("family of", _as("{f}"), ["We know the {n} family.", "The {n} children were seen.", "It is the {n}’s house."]),
    *(Way(f"letter {kind}", _slip(kind), ANYWHERE) for kind in ("missing", "doubled", "wrong", "swapped")),
    *(Way(f"letter {kind}, family", _slip(kind, family=True), ANYWHERE) for kind in ("missing", "doubled", "wrong", "swapped")),
    *(Way(f"letter {kind}, small", _slip(kind, small=True), TOLD) for kind in ("missing", "doubled", "wrong", "swapped")),
    Way("spelled as it sounds", _sounded, ANYWHERE),
    Way("without marks", lambda w: (unaccented(x) for x in (w.full, w.given, w.core)), ANYWHERE),
    Way("wrong marks", _wrong_marks, ANYWHERE),
    Way("mojibake", _mojibake, ANYWHERE),
    Way("badly scanned", _scanned, ANYWHERE),
    Way("broken at the line's end", _broken, ANYWHERE),
    Way("letter by letter", _spaced, ANYWHERE),
    Way("mutated or lenited", _lenited, ANYWHERE),
    Way("user name", _netted("@{gs}{fs}", "@{gs}.{fs}", "@{gs}{j}99", "#{gs}{fs}", "{gs}_{fs}92", "@{gs}", "#Justice4{gs}", "{gs}{fs}x"), ANYWHERE),
    Way("e-mail", _netted("{gs}.{fs}@example.org", "{i}{fs}@example.org", "{fs}{i}@example.org", "{gs}@example.org"), ANYWHERE),
    Way("file name", _netted("{gs}_{fs}_plan.docx", "{gs}-{fs}.pdf", "{fs}{i}_2023.xlsx", "report-{fs}.doc"), ANYWHERE),
]  # fmt: skip

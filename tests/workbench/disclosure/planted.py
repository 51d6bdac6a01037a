"""Reports with names planted in every part of them, in every way in which a name is written."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.model.blocks import (
    Board,
    BoardColumn,
    Column,
    DayTimeline,
    Document,
    Heading,
    Items,
    Paragraph,
    Point,
    Section,
    Table,
    Words,
    rewrite_document,
)

_STARTS = ["Ab", "Bra", "Chi", "Dun", "Efe", "Fal", "Gwen", "Hus", "Ibra", "Jel", "Kow", "Llew", "Mbe", "Nko", "Ola",
           "Prz", "Qua", "Ros", "Sze", "Tre", "Uzo", "Vas", "Wis", "Xhe", "Yil", "Zar", "Ó Br", "Mac", "Ñu", "Éil"]  # fmt: skip
_MIDDLES = [
    "a",
    "ama",
    "ek",
    "elli",
    "il",
    "in",
    "ish",
    "o",
    "olu",
    "ora",
    "uch",
    "ya",
    "ż",
    "ö",
    "ğa",
]
_ENDS = [
    "bury",
    "chi",
    "dale",
    "e",
    "fer",
    "ghan",
    "ka",
    "la",
    "mar",
    "nek",
    "ow",
    "rd",
    "ski",
    "th",
    "wyn",
]
_SENTENCES = [
    "{n} attended.", "It was {n} who rang.", "“{n},” said the nurse, “was not told.”", "They met {n}; nobody else came.",
    "See {n}, above.", "SEEN: {n}", "1.2 {n} moved away.", "- {n}: to be invited", "The flat of {n} was cold.",
    "According to {n} it was over.", "Staff told {n} to wait.", "({n})", "{n}", "Letter to {n}\nand to others",
    "{n} and the landlord disagreed.", "Re: {n}", "Ref 12/{n}", "What did {n} know?", "no one asked {n} why.",
]  # fmt: skip
_INVISIBLE = ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\u200c", "\u202a"]
_ALIKE = str.maketrans({"a": "а", "e": "е", "o": "о", "c": "с", "i": "і"})


def _part(rng: random.Random) -> str:
    while True:
        made = rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_ENDS)
        if len(made) > 6:
            return made


def name(rng: random.Random) -> str:
    """A name of somebody who never lived."""
    family = _part(rng)
    if rng.random() < 0.2:
        family += "-" + _part(rng)
    elif rng.random() < 0.15:
        family = rng.choice(["O'", "van der ", "Al-", "ap ", "D'"]) + family
    middle = f"{_part(rng)} " if rng.random() < 0.2 else ""
    return f"{_part(rng)} {middle}{family}"


def register(rng: random.Random) -> Register:
    """A few people and a place, each with something to stand instead."""
    people = tuple(
        Entity(id=f"p{n}", kind=EntityKind.PERSON, name=name(rng), shown_as=f"Person {n}")
        for n in range(rng.randint(1, 6))
    )
    town = Entity(id="l", kind=EntityKind.PLACE, name=_part(rng) + "combe", shown_as="Town 1")
    return Register((*people, town))


def _slipped(text: str, rng: random.Random) -> str:
    """One letter wrong in the longest word."""
    word = max(text.split(), key=len)
    at = rng.randrange(2, len(word) - 1)
    if not word[at].isalpha():
        return text
    changed = rng.choice(
        [
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + "e" + word[at + 1 :],
        ]
    )
    return text.replace(word, changed)


def _with_mark(text: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(text))
    return text[:at] + rng.choice(_INVISIBLE) + text[at:]


_WAYS: list[Callable[[str, random.Random], str]] = [
    lambda text, _: text,
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, _: text + "'s",
    lambda text, _: text + "’s",
    lambda text, _: text.replace(" ", "\u00a0"),
    lambda text, _: text.replace(" ", "  "),
    lambda text, _: text.replace(" ", "\n", 1),
    lambda text, _: text.replace("'", "’").replace("-", "\u2011"),
    lambda text, _: text.replace("-", " "),
    lambda text, _: text.replace("'", ""),
    lambda text, _: unicodedata.normalize("NFD", text),
    lambda text, _: "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)),
    lambda text, _: text.translate(_ALIKE),
    lambda text, _: f"Mrs {text}",
    lambda text, _: text.replace(" ", ""),
    lambda text, _: text.replace(" ", ".").lower() + "@mail.example",
    lambda text, _: text.replace(" ", "_") + ".docx",
    _with_mark,
    _slipped,
]  # fmt: skip


def written(rng: random.Random, whole: str) -> str:
    """The name, or part of it, in one of the ways."""
    parts = whole.split()
    some = rng.choice([whole, whole, parts[0], " ".join(parts[1:]), f"{parts[-1]}, {parts[0]}"])
    if len(some) < 6:
        some = whole
    return rng.choice(_WAYS)(some, rng)


@dataclass
class Planted:
    """A register, a document, and what was put into it: the entity's name and how it stands there."""

    register: Register
    document: Document
    names: list[tuple[str, str]] = field(default_factory=list)


def planted(rng: random.Random) -> Planted:
    """A report with a name in some of its parts."""
    known = register(rng)
    made = Planted(known, Document(title=()))

    def words() -> Words:
        if rng.random() < 0.55:
            return ("Nothing of note was recorded.",)
        entity = rng.choice(known.entities)
        how = written(rng, entity.name)
        made.names.append((entity.name, how))
        text = rng.choice(_SENTENCES).replace("{n}", how)
        if rng.random() < 0.3:  # split over stretches, as a file splits a name over runs
            at = rng.randrange(1, len(text))
            return (text[:at], text[at:])
        return (text,)

    def one() -> str:
        return "".join(map(str, words()))

    blocks = (
        Heading(words()),
        Paragraph(words()),
        Items((words(), words())),
        Table((Column("a", one()), Column("b", "Seen")), ((words(), words()),), caption=words()),
        Board(BoardColumn(one(), (words(),)), BoardColumn("Strengths", (words(),))),
        DayTimeline(words(), (Point(words(), words(), words()),)),
    )
    made.document = Document(
        title=words(),
        values=(("header", words()), ("author", words())),
        sections=(Section("s", words(), blocks),),
    )
    return made


def letters(text: str) -> str:
    """Only the letters, plain and small: how a reader who hunts for a name would read it."""
    plain = text.translate({ord(b): a for a, b in zip("aeoci", "аеосі", strict=True)})
    plain = (
        unicodedata.normalize("NFKD", plain.casefold())
        .replace("ł", "l")
        .replace("ø", "o")
        .replace("ı", "i")
    )
    return "".join(c for c in plain if c.isalnum())


def texts_of(document: Document) -> list[str]:
    """All texts of a document, its columns' headings too."""
    found: list[str] = []

    def look(words: Words, _: str) -> Words:
        found.append("".join(map(str, words)))
        return words

    rewrite_document(document, look)
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                found += [column.title for column in block.columns]
            if isinstance(block, Board):
                found += [block.left.title, block.right.title]
    return found

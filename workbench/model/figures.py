"""Figures: what is drawn, told as words and how they hang together.

A figure is no picture yet. Its words go through the gate like any other, and only then is it laid
out and drawn, so that no line of a drawing can hold a real name. What is not words (an outline, a
cross, an order) says no more than every audience may know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.model.words import Words


class Tone(StrEnum):
    """What a column of a board or a row's mark says, beside its words."""

    PLAIN = "plain"
    RISK = "risk"
    PROTECTIVE = "protective"


@dataclass(frozen=True, slots=True)
class Wheel:
    """Themes around a centre."""

    centre: Words
    themes: tuple[Words, ...]


class Outline(StrEnum):
    """The genogram's symbols: a diamond where the sex is not known or may not be told."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"


class Bond(StrEnum):
    """How two people of a genogram are joined."""

    COUPLE = "couple"
    PARTED = "parted"
    PARENT = "parent"  # the first is the parent of the second
    OTHER = "other"  # as its words say


@dataclass(frozen=True, slots=True)
class Relative:
    """One person of a genogram. ``key`` joins ties to people within this figure alone;
    ``generation`` counts downwards, the eldest first."""

    key: str
    name: Words
    outline: Outline = Outline.DIAMOND
    generation: int = 0
    dead: bool = False
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """One line of a genogram, with what stands on it."""

    first: str
    second: str
    bond: Bond
    label: Words = ()


@dataclass(frozen=True, slots=True)
class Genogram:
    """A family drawn with the usual symbols."""

    relatives: tuple[Relative, ...]
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """One point of a course of events."""

    when: Words
    what: Words
    who: Words = ()
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Course:
    """Events in their order along a line. They stand evenly: a distance would tell a date."""

    happenings: tuple[Happening, ...]


Picture = Wheel | Genogram | Course


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption, and ``alt``: what a screen reader says instead."""

    picture: Picture
    caption: Words
    alt: Words
    place: str = ""


def rewrite_picture(picture: Picture, say: Callable[[Words], Words]) -> Picture:
    """The picture with each of its words replaced by ``say(words)``."""
    match picture:
        case Wheel():
            return Wheel(say(picture.centre), tuple(say(theme) for theme in picture.themes))
        case Genogram():
            relatives = tuple(replace(one, name=say(one.name)) for one in picture.relatives)
            ties = tuple(replace(one, label=say(one.label)) for one in picture.ties)
            return Genogram(relatives, ties)
        case Course():
            return Course(
                tuple(
                    replace(one, when=say(one.when), what=say(one.what), who=say(one.who))
                    for one in picture.happenings
                )
            )

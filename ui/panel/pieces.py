"""What a laid-out slide is made of: text, bars and shapes at places on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Ink(StrEnum):
    """What a piece's colour says; the theme of the room says which colour that is."""

    TEXT = "text"
    QUIET = "quiet"
    RISK = "risk"
    PROTECTIVE = "protective"
    LINE = "line"
    ACCENT = "accent"


class Form(StrEnum):
    """Shapes that say the same as a colour, for those who cannot tell the colours apart."""

    TRIANGLE = "triangle"
    DISC = "disc"


@dataclass(frozen=True, slots=True)
class Run:
    """One line of text. ``y`` is the top of its line box, ``size`` the type's height."""

    text: str
    x: float
    y: float
    size: float
    ink: Ink = Ink.TEXT
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle: a rule, or the edge of a card."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink = Ink.LINE


@dataclass(frozen=True, slots=True)
class Shape:
    """A small filled shape in a square of side ``size``."""

    form: Form
    x: float
    y: float
    size: float
    ink: Ink


Piece = Run | Bar | Shape


def lowered(piece: Piece, by: float) -> Piece:
    """The piece, ``by`` further down the sheet."""
    return replace(piece, y=piece.y + by)


@dataclass(frozen=True, slots=True)
class Band:
    """A strip across the sheet that is never cut: its pieces are placed from its own top.

    ``keep`` holds it together with the next band; ``head`` is repeated at the top of a slide that
    begins with this band (a table's heading row). ``spoken`` is what a screen reader says of it.
    """

    height: float
    pieces: tuple[Piece, ...]
    spoken: str = ""
    keep: bool = False
    head: Band | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One slide as the room sees it. ``part`` counts the slides of one document from 1."""

    title: str
    pieces: tuple[Piece, ...]
    spoken: str
    part: int = 1
    parts: int = 1

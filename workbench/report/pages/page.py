"""What stands on a printed page, and where: what the layout gives and the screen paints.

Lengths are points (1/72 inch), measured from the page's top left corner; text stands on its
baseline. Colours are six hexadecimal digits, as Word writes them.
"""

from __future__ import annotations

from dataclasses import dataclass

CAPITALS = 0.716  # how high capitals are, in parts of the size: about so in any plain typeface


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look. ``family`` is the typeface asked for, ``size`` its points."""

    family: str
    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one look on one line. ``width`` is what the layout counted for them: they are
    painted to end there, so that a line never looks wider than the one that was broken. ``angle``
    turns them clockwise, in degrees, about their middle: half their width and half the height of
    their capitals."""

    x: float
    baseline: float
    words: str
    face: Face
    width: float
    colour: str = "000000"
    underlined: bool = False
    struck: bool = False
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle: the shading of a cell or a paragraph, a highlight."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: a border, a footnote's separator, a line of a figure."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    colour: str = "000000"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a figure. ``kind`` is Word's name for it: rect, roundRect, ellipse…"""

    kind: str
    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    line: str = ""
    line_width: float = 0.75


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture out of the file, by the name of its part."""

    x: float
    y: float
    width: float
    height: float
    part: str


Item = Text | Fill | Rule | Shape | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``label`` is its number as it prints; ``items`` are painted in their order."""

    width: float
    height: float
    label: str
    items: tuple[Item, ...]

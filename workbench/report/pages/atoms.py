"""What paragraphs consist of: words, tabs, breaks, drawings and bookmarks, with their widths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from workbench.report.pages.drawings import Drawn
from workbench.report.pages.letters import ParagraphLook, RunLook

# Dashes that Word breaks a line after, and the spaces that hang beyond its end.
_WORDS = re.compile("([\u2010\u2013\u2014-]*[^ \u2010\u2013\u2014-]*[\u2010\u2013\u2014-]*)( *)")
DASHES = ("-", "\u2010", "\u2013", "\u2014")


class Kind(IntEnum):
    """What an atom is."""

    WORD = 0
    TAB = 1
    BREAK = 2
    DRAWING = 3
    BOOKMARK = 4


class Atom(NamedTuple):
    """The smallest thing on a line. ``space`` is the width of the spaces after it; ``free`` says
    that a line may begin with it."""

    kind: Kind
    width: float
    space: float
    text: str
    look: RunLook
    free: bool = True
    drawn: Drawn | None = None
    note: str = ""


@dataclass(eq=False, slots=True)
class Spoken:
    """What a paragraph says, and how. ``mark`` is the look of its end; ``behind`` are drawings
    that stand where they are put, whatever the text does. Of one that is nothing but ``words`` in
    one look, as in most cells, the atoms are made when they are asked for."""

    look: ParagraphLook
    made: list[Atom] | None
    mark: RunLook
    plain: bool
    behind: Sequence[Drawn] = ()
    words: tuple[str, RunLook] | None = None

    @property
    def atoms(self) -> list[Atom]:
        """All that it says."""
        if self.made is None:
            self.made = [] if self.words is None else atoms_of(*self.words)
        return self.made


def parted(text: str) -> list[tuple[str, str]]:
    """The text in pieces that a line may end after, each with its spaces."""
    return [piece for piece in _WORDS.findall(text) if piece != ("", "")]


def atoms_of(text: str, look: RunLook, note: str = "", *, free: bool = True) -> list[Atom]:
    """The text as words; ``free`` says whether a line may begin with the first."""
    found: list[Atom] = []
    known = look.widths
    for word, spaces in _WORDS.findall(text):
        if not word and not spaces:
            continue
        wide = known.get(word)
        if wide is None:
            wide = look.width(word)
        space = look.width(spaces) if spaces else 0.0
        found.append(Atom(Kind.WORD, wide, space, word, look, free, None, note))
        free = space > 0 or word.endswith(DASHES)
    return found

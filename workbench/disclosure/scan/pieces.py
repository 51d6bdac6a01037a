"""What the scan reads: pieces of text, each with the place in which it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

BREAK = "\x1f"  # stands for a line break within a word: it parts letters, not words


class Sort(Enum):
    """How a piece of text is meant to be read."""

    FLOW = "flow"  # sentences
    VALUE = "value"  # an attribute, a name, a property
    RAW = "raw"  # bytes read as if they were text


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, the part of the file it is in, and where each stretch of it stands, in words."""

    part: str
    text: str
    sort: Sort
    places: tuple[tuple[int, str], ...]

    def place_at(self, index: int) -> str:
        """The place of one character."""
        at = bisect_right(self.places, index, key=lambda one: one[0]) - 1
        return self.places[max(at, 0)][1]


def piece(part: str, text: str, sort: Sort, place: str) -> Piece:
    """A piece that stands in one place altogether."""
    return Piece(part, text, sort, ((0, place),))


@dataclass
class Read:
    """All that was read of a file, and what could not be."""

    pieces: list[Piece] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)  # part, reason
    looked_at: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    reader: Callable[[str, bytes, Read], None] | None = None  # reads what lies within a part
    depth: int = 0

    def inside(self, part: str, body: bytes) -> None:
        """Read what lies within a part, one step deeper."""
        if self.reader is None:
            raise TypeError("nothing was named that reads what lies within")
        self.depth += 1
        self.reader(part, body, self)
        self.depth -= 1

    def cannot(self, part: str, reason: str) -> None:
        """Note that this part could not be read, and so that the file is not clean."""
        self.unreadable.append((part, reason))

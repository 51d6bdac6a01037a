"""How large a slide's type must be for the last seat in the room.

A slide is laid out on a sheet that is 1,000 units high whatever the screen, so that sizes are
tenths of a per cent of the screen's height and a small preview breaks its lines as the room does.
"""

from __future__ import annotations

from dataclasses import dataclass

HEIGHT = 1000.0
LONGEST_LINE = 60  # characters
SMALLEST = 24.0  # 2.4% of the height: nothing the room is shown may be smaller
SMALLEST_BODY = 36.0
SAFE_EDGE = 0.05

# How far back the last seat is, in heights of the picture. Text must be that many per cent high.
SEATS = (3, 4, 5, 6, 8)
DEFAULT_SEAT = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """The shape of the screen, and the type sizes for the room."""

    width: float
    seat: int = DEFAULT_SEAT

    @property
    def body(self) -> float:
        """The size of text that is read."""
        return max(SMALLEST_BODY, self.seat * 10.0)

    @property
    def title(self) -> float:
        """The size of a slide's title."""
        return max(58.0, self.body * 1.25)

    @property
    def heading(self) -> float:
        """The size of a heading within a slide."""
        return self.body * 1.08

    @property
    def dense(self) -> float:
        """The size of text in a table."""
        return max(SMALLEST_BODY, self.body * 0.76)

    @property
    def footer(self) -> float:
        """The size of the line at the foot."""
        return max(SMALLEST, self.body * 0.5)

    @property
    def left(self) -> float:
        """Where text begins: inside the edge that some projectors cut off."""
        return self.width * SAFE_EDGE

    @property
    def right(self) -> float:
        """Where text must end."""
        return self.width * (1 - SAFE_EDGE)

    @property
    def across(self) -> float:
        """The width that text may use."""
        return self.right - self.left

    @property
    def top(self) -> float:
        """Where the title begins."""
        return HEIGHT * SAFE_EDGE

    @property
    def bottom(self) -> float:
        """Where a slide's content must end, above its footer."""
        return HEIGHT * (1 - SAFE_EDGE) - self.footer * 2.0


def sheet_for(width: int, height: int, seat: int = DEFAULT_SEAT) -> Sheet:
    """The sheet for a screen or window of this many pixels."""
    return Sheet(HEIGHT * max(width, 1) / max(height, 1), seat)

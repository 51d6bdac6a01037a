"""How a contribution stands: a word, a shape beside it, and a colour that only repeats them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QColor

from ui.support.theme import tones
from workbench.model.agencies import Contribution
from workbench.questions.overview import AWAITED, counted, days_late
from workbench.resources import label_of

_IN = frozenset({"received", "quality-check", "queries", "accepted", "nil-return"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What to say of one contribution or of all of an agency's."""

    text: str
    late: bool = False
    here: bool = False

    @property
    def colour(self) -> QColor | None:
        """The colour that goes with the word, or None for the usual one."""
        if self.late:
            return tones().risk
        return tones().protective if self.here else None


def standing(contribution: Contribution, today: date) -> Standing:
    """How one contribution stands: "▲ Late by 6 days", "● Received", "◇ Requested"."""
    days = days_late(contribution, today)
    if days:
        return Standing(f"▲ Late by {counted(days, 'day')}", late=True)
    said = label_of("contribution-statuses", contribution.status)
    if contribution.status in _IN:
        return Standing(f"● {said}", here=True)
    return Standing(f"{'◇' if contribution.status in AWAITED else '○'} {said}")


def overall(contributions: Sequence[Contribution], today: date) -> Standing:
    """How an agency's contributions stand together: the one that needs the author most."""
    if not contributions:
        return Standing("○ Nothing asked for")
    each = [standing(contribution, today) for contribution in contributions]
    worst = min(each, key=lambda one: (not one.late, one.here))
    more = len(each) - 1
    return Standing(worst.text + (f", {more} more" if more else ""), worst.late, worst.here)

"""Dates that lean on the one above: "same day", "the following week", "three days later"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from workbench.intake.dating.span import Setting, Span, Unreadable, day_span
from workbench.model.when import Precision

_STEPS = {
    "same day": 0, "the same day": 0, "same date": 0, "as above": 0, "ditto": 0, '"': 0,
    "later that day": 0, "later same day": 0, "that day": 0, "later the same day": 0,
    "next day": 1, "the next day": 1, "following day": 1, "the following day": 1,
    "day after": 1, "the day after": 1,
}  # fmt: skip
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LATER = re.compile(rf"(\d{{1,2}}|a|{'|'.join(_NUMBERS)}) (day|week)s? later")
_NEXT_WEEK = re.compile(r"(?:the )?(?:following|next) week")


def leaning(text: str, setting: Setting) -> Span | None:
    """The day or the week that these words mean after the date above, or None."""
    later = _LATER.fullmatch(text)
    if text not in _STEPS and later is None and not _NEXT_WEEK.fullmatch(text):
        return None
    above = setting.previous
    if above is None:
        raise Unreadable("This leans on the date above, and there is none.")
    if later is not None:
        days = _count(later[1]) * (7 if later[2] == "week" else 1)
        made = replace(day_span(above + timedelta(days=days)), approximate=later[2] == "week")
    elif text in _STEPS:
        made = day_span(above + timedelta(days=_STEPS[text]))
    else:
        monday = above + timedelta(days=7 - above.weekday())
        made = Span(monday, monday + timedelta(days=6), Precision.WEEK)
    return replace(made, message="The date was taken from what stands above.")


def _count(word: str) -> int:
    if word == "a":
        return 1
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)

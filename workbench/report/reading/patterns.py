"""Sub-headings of a template that are mere patterns: "Finding 1: [title]", "Theme X"."""

from __future__ import annotations

import re

_PATTERN = re.compile(
    r"^(key )?(finding|episode|theme|recommendation|learning point|lesson|example|issue|"
    r"practice episode|question|canfyddiad|thema)\b.{0,40}"
    r"(\[|<|\u00ab|\{|\b[nx]\b|\b\d+\b|\b(one|two|three)\b|title|heading|headline)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[\[{<\u00ab][^\]}>\u00bb]{2,60}[\]}>\u00bb]|\bX{2,}\b|_{4,}")


def is_pattern(text: str) -> bool:
    """Whether a sub-heading only shows how the report's own are to look."""
    return _PATTERN.match(text) is not None


def asks(text: str) -> bool:
    """Whether a sub-heading asks for words of the author's."""
    return is_pattern(text) or _ASKS.search(text) is not None

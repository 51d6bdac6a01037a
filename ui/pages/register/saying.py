"""A moment as these screens say it, at length and in a list."""

from __future__ import annotations

from datetime import datetime


def moment(at: datetime | str | None) -> str:
    """ "24 November 2026 at 12:30", by this computer's clock."""
    if not at:
        return ""
    read = datetime.fromisoformat(at) if isinstance(at, str) else at
    here = read.astimezone()
    return f"{here.day} {here:%B %Y} at {here:%H:%M}"


def short(at: str) -> str:
    """ "24 Nov 2026, 12:30"."""
    here = datetime.fromisoformat(at).astimezone()
    return f"{here.day} {here:%b %Y, %H:%M}"

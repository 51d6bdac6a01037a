"""A moment as these screens say it."""

from __future__ import annotations

from datetime import datetime


def moment(at: datetime | str | None) -> str:
    """ "24 November 2026 at 12:30", by this computer's clock."""
    if not at:
        return ""
    read = datetime.fromisoformat(at) if isinstance(at, str) else at
    here = read.astimezone()
    return f"{here.day} {here:%B %Y} at {here:%H:%M}"

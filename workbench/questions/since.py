"""Moments of the record's past that its author can name: versions, meetings, days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from workbench.model.meetings import Meeting
from workbench.model.versions import NamedVersion
from workbench.questions.history_words import day_said, moment_said
from workbench.review import Review


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment by its name: ``number`` is the last journal transaction before it."""

    name: str
    number: int
    version: NamedVersion | None = None


def versions(review: Review) -> tuple[NamedVersion, ...]:
    """The named versions, newest first."""
    return tuple(sorted(review.all(NamedVersion), key=lambda each: (each.number, each.at)))[::-1]


def moment_of_version(version: NamedVersion) -> Moment:
    """The moment at which the version was named."""
    return Moment(f"{version.name} ({moment_said(version.at)})", version.number, version)


def moments(review: Review, today: date) -> tuple[Moment, ...]:
    """The moments with a name: versions, then meetings that have been, each newest first."""
    held = [
        meeting for meeting in review.all(Meeting) if (day := _day(meeting.date)) and day <= today
    ]
    held.sort(key=lambda meeting: (meeting.date, meeting.time), reverse=True)
    return (
        *(moment_of_version(version) for version in versions(review)),
        *(moment_of_meeting(review, meeting) for meeting in held),
    )


def moment_of_meeting(review: Review, meeting: Meeting) -> Moment:
    """When the meeting began, or where it has no time the beginning of its day: what was done on
    that day counts as done since."""
    day = _day(meeting.date)
    assert day is not None  # noqa: S101 # only meetings with a day are asked about
    try:
        clock = time.fromisoformat(meeting.time)
    except ValueError:
        clock = time()
    number = review.number_at(datetime.combine(day, clock).astimezone())
    return Moment(f"{meeting.title} ({day_said(meeting.date)})", number)


def moment_of_day(review: Review, day: date) -> Moment:
    """The beginning of a day on this computer's clock."""
    number = review.number_at(datetime.combine(day, time()).astimezone())
    return Moment(day_said(day.isoformat()), number)


def find_moment(review: Review, name: str) -> Moment | None:
    """The version or the meeting of this name, the newest where there are several; capital letters
    do not count."""
    wanted = name.strip().casefold()
    for version in versions(review):
        if version.name.casefold() == wanted:
            return moment_of_version(version)
    dated = [each for each in review.all(Meeting) if _day(each.date)]
    for meeting in sorted(dated, key=lambda each: (each.date, each.time), reverse=True):
        if meeting.title.casefold() == wanted:
            return moment_of_meeting(review, meeting)
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

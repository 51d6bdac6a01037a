"""What needs doing: each thing with its sentence, and where in the window it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from workbench.model.agencies import Agency, Contribution
from workbench.model.chronology import Entry
from workbench.model.facts import Topic
from workbench.model.findings import Evidence, Finding
from workbench.model.meetings import Meeting
from workbench.model.people import Person
from workbench.model.recommendations import Recommendation
from workbench.resources import label_of
from workbench.review import Review

# Statuses of a contribution that is still to come.
AWAITED = frozenset({"requested", "chased", "returned"})


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do: what, about what, in which topic it is done, and the facts it concerns."""

    text: str
    detail: str
    topic: Topic
    ids: tuple[str, ...] = ()


def to_do(review: Review, today: date) -> tuple[ToDo, ...]:
    """Everything that the record itself shows to be missing or late, the most urgent first."""
    asked: tuple[Callable[[], Iterator[ToDo]], ...] = (
        lambda: _not_begun(review),
        lambda: _late(review, today),
        lambda: _unnamed_in_report(review),
        lambda: _entries(review),
        lambda: _findings(review),
        lambda: _recommendations(review),
    )
    return tuple(each for ask in asked for each in ask())


def next_meeting(review: Review, today: date) -> Meeting | None:
    """The next meeting that has a day."""
    coming = [each for each in review.all(Meeting) if each.date >= today.isoformat()]
    return min(coming, key=lambda meeting: (meeting.date, meeting.time), default=None)


def days_late(contribution: Contribution, today: date) -> int:
    """By how many days the contribution is late; 0 when it is not."""
    if contribution.status not in AWAITED or not contribution.due:
        return 0
    return max((today - date.fromisoformat(contribution.due)).days, 0)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 entry", "20,000 entries"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _not_begun(review: Review) -> Iterator[ToDo]:
    for kind, text, detail in (
        (Person, "Nobody is recorded yet", "Add everyone whom papers name"),
        (Agency, "No agency is recorded yet", "Add each that knew the people"),
        (Entry, "No entry is recorded yet", "Add what the agencies’ records say happened"),
    ):
        if not review.count(kind):
            yield ToDo(text, detail, kind.topic)


def _late(review: Review, today: date) -> Iterator[ToDo]:
    late = [each for each in review.all(Contribution) if days_late(each, today)]
    names = {agency.id: agency.name for agency in review.all(Agency)}
    for each in sorted(late, key=lambda contribution: contribution.due):
        days = counted(days_late(each, today), "day")
        what = label_of("contribution-types", each.type)
        yield ToDo(
            f"{names[each.agency]}: {what} late by {days}",
            "Chase it",
            Topic.AGENCIES,
            (each.agency,),
        )


def _unnamed_in_report(review: Review) -> Iterator[ToDo]:
    without = [
        each.id for each in review.all(Person) if not each.pseudonym.strip() and not each.keep_name
    ]
    if without:
        people = counted(len(without), "person", "people")
        yield ToDo(
            f"{people} without a pseudonym",
            "The report needs something to call them",
            Topic.PEOPLE,
            tuple(without),
        )


def _entries(review: Review) -> Iterator[ToDo]:
    for text, detail, count in (
        (
            "without an agency",
            "Whose record says so?",
            review.count(Entry, agency=None),
        ),
        (
            "without a source",
            "Where in the agency’s record does it stand?",
            review.count(Entry, source=""),
        ),
    ):
        if count:
            yield ToDo(f"{counted(count, 'entry', 'entries')} {text}", detail, Topic.CHRONOLOGY)


def _findings(review: Review) -> Iterator[ToDo]:
    findings = review.all(Finding)
    supported = {each.finding for each in review.all(Evidence)}
    for text, detail, found in (
        (
            "without evidence",
            "Link what it rests on",
            [each.id for each in findings if each.id not in supported],
        ),
        (
            "that do not say why",
            "Name the reason in the system",
            [each.id for each in findings if not each.why.strip()],
        ),
    ):
        if found:
            verb = text if len(found) > 1 else text.replace("that do", "that does")
            yield ToDo(
                f"{counted(len(found), 'finding')} {verb}", detail, Topic.FINDINGS, tuple(found)
            )


def _recommendations(review: Review) -> Iterator[ToDo]:
    recommendations = review.all(Recommendation)
    for text, detail, found in (
        (
            "without an owner",
            "Who will see to it?",
            [each.id for each in recommendations if not each.owner and not each.owner_name.strip()],
        ),
        ("without a date", "By when?", [each.id for each in recommendations if not each.due]),
    ):
        if found:
            yield ToDo(
                f"{counted(len(found), 'recommendation')} {text}",
                detail,
                Topic.RECOMMENDATIONS,
                tuple(found),
            )

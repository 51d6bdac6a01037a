"""What the history page asks of the record, on the worker, and the rows that it makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, count

from ui.pages.history.choices import Asked, Show
from ui.pages.history.reading import Told
from ui.pages.history.rows_model import Row, Titles
from workbench.intake.wording import in_words
from workbench.questions.history import (
    Item,
    Line,
    changed_items,
    deed_of,
    field_diffs,
    lines,
)
from workbench.questions.history_words import Words, day_said, moment_said
from workbench.questions.since import moment_of_day, versions
from workbench.review import Review

AT_A_TIME = 200  # transactions
MOST_TOLD = 40  # items of one step that are written out
One = tuple[str, str]  # a kind and an id


@dataclass(frozen=True, slots=True)
class View:
    """How the list shows an answer: its columns' titles, the columns left out, and what it says
    when it is empty."""

    titles: Titles
    hidden: frozenset[int]
    empty: str


STEPS = View(
    ("Time", "Change", "What was done", "To what", "Who"),
    frozenset({1}),
    "Nothing has been done yet.",
)
ITEMS = View(
    ("Time", "Change", "What was done", "Item", "Who"),
    frozenset({0, 2, 4}),
    "Nothing is different.",
)
VERSIONS = View(
    ("Time", "Change", "Version", "Named on", "Who"),
    frozenset({0, 1, 4}),
    "No version has a name yet. Name the record as it is now before you send a draft out; later "
    "you can see what changed since.",
)


def view_of(asked: Asked) -> View:
    """How the list shows what was asked for."""
    if asked.show is Show.STEPS:
        return STEPS
    return VERSIONS if asked.show is Show.VERSIONS else ITEMS


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows; ``more`` when others follow."""

    rows: tuple[Row, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Detail:
    """What is told of one row: its changes, how many more there are, and the item to go to."""

    told: tuple[Told, ...]
    more: int
    one: One | None


def steps(
    review: Review, before: int | None, of: One | None, after: date | None, today: date
) -> Page:
    """Steps older than transaction ``before``, under the days on which they were done; ``after``
    is the day of the row above them."""
    found = review.steps(before=before, limit=AT_A_TIME, of=of)
    told = lines(Words(review, in_words), found)
    reached = sum(step.last - step.first + 1 for step in found)
    more = bool(found) and found[-1].first > 1 and reached >= AT_A_TIME
    return Page(tuple(_under_days(told, after, today)), more)


def _under_days(told: Iterable[Line], after: date | None, today: date) -> Iterable[Row]:
    for line in told:
        local = line.step.at.astimezone()
        if local.date() != after:
            after = local.date()
            yield Row(f"day {after}", heading=day_heading(after, today))
        back = " (taken back since)" if line.step.taken_back else ""
        cells = (f"{local:%H:%M}", "", f"{line.what}{back}", line.to, line.step.author)
        yield Row(line.id, cells, told=line.step)


def day_heading(day: date, today: date) -> str:
    """ "Today, Tuesday 24 November 2026"."""
    written = f"{day:%A} {day.day} {day:%B %Y}"
    lead = {today: "Today, ", today - timedelta(days=1): "Yesterday, "}
    return lead.get(day, "") + written


def differences(review: Review, after: int, until: int | None) -> Page:
    """The items that differ, under the names of their kinds."""
    items = changed_items(Words(review, in_words), review.changes_between(after, until))
    return Page(tuple(_under_kinds(items)))


def differences_since_day(review: Review, day: date, until: int | None) -> Page:
    """The items that differ since the beginning of a day."""
    return differences(review, moment_of_day(review, day).number, until)


def _under_kinds(items: Sequence[Item]) -> Iterable[Row]:
    group = ""
    for item in items:
        if item.group != group:
            group = item.group
            yield Row(f"kind {group}", heading=group)
        yield Row(item.id, ("", item.deed.value, "", item.name, ""), told=item)


def named_versions(review: Review) -> Page:
    """The versions, newest first."""
    return Page(
        tuple(
            Row(each.id, ("", "", each.name, moment_said(each.at), ""), told=each)
            for each in versions(review)
        )
    )


def of_step(review: Review, first: int, last: int, of: One | None) -> Detail:
    """What one step did: to one item alone where that is asked for."""
    words = Words(review, in_words)
    changes = review.changes_between(first - 1, last, of=of)
    shown = changes[:MOST_TOLD]
    words.learn(shown)
    told = tuple(
        Told(words.name_of(each.kind, each.id), deed_of(each), field_diffs(words, each))
        for each in shown
    )
    one = (changes[0].kind, changes[0].id) if len({each.id for each in changes}) == 1 else None
    return Detail(told, len(changes) - len(shown), one)


def of_item(review: Review, item: Item) -> Detail:
    """What became of one item."""
    words = Words(review, in_words)
    told = Told(item.name, item.deed, field_diffs(words, item.change))
    return Detail((told,), 0, (item.kind, item.id))


def today() -> date:
    """The author's own day."""
    return datetime.now().astimezone().date()


Question = Callable[[Review], Page]


def name_of(review: Review, kind: str, id: str) -> str:  # noqa: A002 # the field's name
    """What one item is called."""
    return Words(review, in_words).name_of(kind, id)


def fresh_name(review: Review) -> str:
    """A name for the record as it is now, until the author gives it a better one."""
    plain = f"Version of {day_said(today().isoformat())}"
    taken = {version.name for version in versions(review)}
    others = (f"{plain}, {number}" for number in count(2))
    return next(name for name in chain([plain], others) if name not in taken)

"""The chronology: what each agency's record says happened, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from workbench.model.facts import OnRemoval, Topic, reference
from workbench.model.ids import AgencyId, ContributionId, EntryId, PersonId
from workbench.model.when import UNDATED, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened, in the agency's own words.

    ``text`` is what the agency sent and is never edited for it. ``comment`` is the reviewer's own,
    private. ``published_text`` stands in for ``text`` in reports when it is not empty. ``source``
    says where in the agency's record it stands, ``source_row`` the row of the paper it came from.
    ``sequence`` orders entries of one day that have no time. ``mark`` is a code of the vocabulary
    "entry-marks". ``conflicts_with`` are entries of other agencies that say otherwise.
    """

    kind: ClassVar[str] = "entry"
    topic: ClassVar[Topic] = Topic.CHRONOLOGY

    id: EntryId
    when: When = UNDATED
    text: str
    agency: AgencyId | None = reference("agency", OnRemoval.REFUSE)
    contribution: ContributionId | None = reference("contribution", OnRemoval.REFUSE)
    people: tuple[PersonId, ...] = reference("person", OnRemoval.CLEAR, many=True)
    source: str = ""
    source_row: int | None = None
    sequence: str = ""
    voice: str = ""
    comment: str = ""
    published_text: str = ""
    mark: str = ""
    in_report: bool = True
    conflicts_with: tuple[EntryId, ...] = reference("entry", OnRemoval.CLEAR, many=True)


class EntryOrder(StrEnum):
    """How a list of entries is sorted; each falls back on time, then on sequence."""

    WHEN = "when"
    AGENCY = "agency"
    TEXT = "text"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryQuery:
    """Which entries, in what order. Empty fields ask for nothing.

    ``text`` is searched for as typed in the entry's text, source and comment. ``first`` and
    ``last`` keep entries that may have happened within those days, both inclusive.
    """

    text: str = ""
    agency: AgencyId | None = None
    person: PersonId | None = None
    mark: str = ""
    first: date | None = None
    last: date | None = None
    in_report: bool | None = None
    order: EntryOrder = EntryOrder.WHEN
    descending: bool = False

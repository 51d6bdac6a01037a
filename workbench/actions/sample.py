"""The sample reviews: invented people, kept as data, loaded as one step that undo takes back.

A sample names its facts by short keys; :class:`_Loader` turns them into ids as it goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from fractional_indexing import generate_n_keys_between

from workbench.errors import BadInput
from workbench.intake.dates import Context, understand
from workbench.model.agencies import Agency, Contribution
from workbench.model.changes import Change
from workbench.model.chronology import Entry
from workbench.model.factors import Awareness, Factor, Side
from workbench.model.facts import Fact
from workbench.model.findings import Evidence, Finding
from workbench.model.ids import new_id
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.model.people import Person, Place, Relationship
from workbench.model.recommendations import Recommendation
from workbench.model.reviews import Passage, ReviewDetails
from workbench.model.rulings import Ruling, Verdict
from workbench.model.when import UNDATED, When
from workbench.resources import read_json
from workbench.review import Review

SAMPLES = ("adult", "child")
Row = dict[str, Any]
F = TypeVar("F", bound=Fact)


def sample_details(name: str) -> Row:
    """What the sample says of the review itself: its type, title and so on."""
    details: Row = _read(name)["review"]
    return details


def make_sample(review: Review, name: str) -> Change:
    """Load the sample of this name ("adult" or "child") into a new review, in one step."""
    sample = _read(name)
    loader = _Loader(name, date.today())  # noqa: DTZ011 # the author's own day is meant
    try:
        loader.load(sample)
    except (KeyError, TypeError) as fault:
        raise BadInput(
            f"The sample {name}.json cannot be used: {fault} is not understood."
        ) from None
    known = review.details
    details = {**sample["review"], "id": known.id}
    return review.change("load the sample review", put=[ReviewDetails(**details), *loader.facts])


def _read(name: str) -> Row:
    if name not in SAMPLES:
        raise BadInput(f"There is no sample named {name}. The samples are: {', '.join(SAMPLES)}.")
    sample: Row = read_json("samples", f"{name}.json")
    return sample


class _Loader:
    """Turns a sample's rows into facts; each kind may refer to those loaded before it."""

    def __init__(self, name: str, today: date) -> None:
        self.name = name
        self.context = Context(today=today)
        self.facts: list[Fact] = []
        self.ids: dict[tuple[str, str], str] = {}

    def load(self, sample: Row) -> None:
        for kind in (Agency, Person, Place):
            rows = sample[{"agency": "agencies", "person": "people", "place": "places"}[kind.kind]]
            for row, position in _placed(rows):
                self._keyed(kind, row, position=position)
        for row in sample["relationships"]:
            self._make(Relationship, row)
        for row in sample["contributions"]:
            self._keyed(Contribution, row)
        self._entries(sample["entries"])
        self._factors(sample["factors"])
        self._findings(sample["findings"])
        for row, position in _placed(sample["recommendations"]):
            self._make(Recommendation, row, position=position)
        self._meetings(sample["meetings"])
        for section, text in sample["passages"].items():
            self._make(Passage, {"section": section, "text": text})
        for row in sample["rulings"]:
            entity = self._entity(row.get("entity", ""))
            self._make(Ruling, {**row, "verdict": Verdict(row["verdict"]), "entity": entity})

    def _entity(self, key: str) -> str:
        """The id of the person, place or agency that a ruling means."""
        if not key:
            return ""
        for kind in (Person.kind, Place.kind, Agency.kind):
            if (kind, key) in self.ids:
                return self.ids[kind, key]
        raise KeyError(key)

    def _entries(self, rows: list[Row]) -> None:
        for row in rows:
            self.ids["entry", row["key"]] = new_id()
        for number, row in enumerate(rows):
            self._make(
                Entry,
                {**row, "sequence": f"{number:04}"},
                id=self.ids["entry", row["key"]],
                conflicts_with=self._many("entry", row.get("conflicts_with", ())),
            )

    def _factors(self, rows: list[Row]) -> None:
        for row, position in _placed(rows):
            side = Side(row["side"])
            factor = self._keyed(Factor, {**row, "side": side}, position=position)
            for known in row["aware"]:
                self._make(Awareness, {**known, "factor": factor.id})

    def _findings(self, rows: list[Row]) -> None:
        for row, position in _placed(rows):
            finding = self._keyed(Finding, row, position=position)
            for name, supports in (("supports", True), ("contradicts", False)):
                for key in row[name]:
                    link = {"finding": finding.id, "entry": key, "supports": supports}
                    self._make(Evidence, link)
            for key in row["contributions"]:
                self._make(Evidence, {"finding": finding.id, "contribution": key})

    def _meetings(self, rows: list[Row]) -> None:
        for row in rows:
            meeting = self._make(Meeting, row)
            for kind, name in ((Decision, "decisions"), (MeetingAction, "actions")):
                for part, position in _placed(row[name]):
                    self._make(kind, {**part, "meeting": meeting.id}, position=position)

    def _keyed(self, kind: type[F], row: Row, **more: Any) -> F:
        fact = self._make(kind, row, **more)
        self.ids[kind.kind, row["key"]] = fact.id
        return fact

    def _make(self, kind: type[F], row: Row, **more: Any) -> F:
        """The fact of this row: names become ids, words become times, lists become tuples."""
        given = {"id": new_id(), **row, **more}
        names = kind.__dataclass_fields__
        strange = given.keys() - names.keys() - _OF_THE_SAMPLE
        if strange:
            raise KeyError(min(strange))
        values = {name: self._value(name, given[name]) for name in names if name in given}
        fact = kind(**values)
        self.facts.append(fact)
        return fact

    def _value(self, name: str, value: Any) -> Any:
        if name in _TIMES and isinstance(value, str):
            return self._when(value)
        if name in _REFERENCES and value is not None:
            kind = _REFERENCES[name]
            if isinstance(value, list):
                return self._many(kind, value)
            return value if isinstance(value, tuple) else self.ids.get((kind, value), value)
        return tuple(value) if isinstance(value, list) else value

    def _many(self, kind: str, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.ids[kind, key] for key in keys)

    def _when(self, text: str) -> When:
        if not text:
            return UNDATED
        understood = understand(text, context=self.context)
        if not understood.valid:
            raise BadInput(
                f"The sample {self.name}.json has a date that cannot be read: {understood.message}"
            )
        return understood.when


# What a row says beside the fields of its fact: its key, and rows of facts that belong to it.
_OF_THE_SAMPLE = frozenset(
    {"key", "aware", "supports", "contradicts", "contributions", "decisions", "actions"}
)
_TIMES = frozenset({"when", "period", "born", "died"})
_REFERENCES = {
    "agency": "agency",
    "according_to": "agency",
    "owner": "agency",
    "person": "person",
    "other": "person",
    "people": "person",
    "contribution": "contribution",
    "entry": "entry",
    "entries": "entry",
    "findings": "finding",
}


def _placed(rows: list[Row]) -> list[tuple[Row, str]]:
    keys = generate_n_keys_between(None, None, len(rows)) if rows else []
    return list(zip(rows, keys, strict=True))

"""The disclosure log: what left the record or was refused, in counts and kinds, without a name."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from workbench.disclosure.audiences import Audience
from workbench.disclosure.detectors.found import Kind
from workbench.disclosure.finder import finder_of
from workbench.disclosure.gate import Disclosed
from workbench.disclosure.leak_scan import ScanReport
from workbench.disclosure.normalise import atoms_of, folded
from workbench.disclosure.pseudonyms import real_names_of
from workbench.disclosure.register import Register, register_of
from workbench.errors import Refused
from workbench.model.changes import Change
from workbench.model.ids import LoggedReleaseId, new_id
from workbench.model.releases import LoggedRelease, Tally
from workbench.review import Review

# What a window tells its pages after a refusal, which was logged before it was raised.
REFUSED = Change("log a refused release", frozenset({LoggedRelease.topic}))
_NAMES = (Kind.PERSON, Kind.PLACE, Kind.ORG)


@dataclass
class Leaving:
    """A document on its way out of the record. Whichever way that ends, it is logged: before the
    file is put in place, so that nothing leaves without its entry. The words that its author chose
    (``recipient``, ``file_name``) hold no registered name, or it is refused."""

    review: Review
    output: str
    audience: Audience
    file_name: str
    recipient: str = ""
    template: str = ""
    protected: bool = False
    scanned: ScanReport | None = None
    change: Change = field(default=Change("", frozenset()))
    entry: LoggedRelease | None = None

    def require_fit(self) -> None:
        """Refuse to go on where this could not be logged, or its own words name somebody."""
        if self.review.read_only:
            raise Refused(
                "This review is open to read only, so the disclosure log cannot be kept and "
                "nothing was written. Open the review for work, and write the report again."
            )
        register = register_of(self.review)
        for words, called, instead in (
            (self.file_name, "file name", "Choose one such as report.docx."),
            (self.recipient, "recipient", "Say it by role instead, such as “the family”."),
        ):
            if names_somebody(words, register):
                self.refused(None)
                raise Refused(
                    f"The {called} holds a registered name, and it would stand where everybody can "
                    f"read it. Nothing was written. {instead}"
                )

    def refused(self, disclosed: Disclosed | None) -> None:
        """Log that it did not leave, with what was held back and what leaked."""
        self._write(self._made(disclosed, content=None))

    def released(self, disclosed: Disclosed, content: bytes) -> None:
        """Log that it leaves as these bytes."""
        self._write(self._made(disclosed, content=content))

    def not_written(self) -> None:
        """The file could not be put in place after all: its entry must not say that it left."""
        if self.entry is not None:
            self._write(replace(self.entry, released=False, file_hash=""))

    def _made(self, disclosed: Disclosed | None, *, content: bytes | None) -> LoggedRelease:
        register = register_of(self.review)
        held = Counter(one.reason.value for one in disclosed.unresolved) if disclosed else {}
        scanned = self.scanned
        return LoggedRelease(
            id=LoggedReleaseId(new_id()),
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            output=self.output,
            audience=self.audience.name,
            recipient=_without_names(self.recipient, register),
            file_name=_without_names(self.file_name, register),
            template=_without_names(self.template, register),
            file_hash="" if content is None else hashlib.sha256(content).hexdigest(),
            version=_without_names(self.review.details.version, register),
            number=self.review.number,
            released=content is not None,
            protected=self.protected,
            replaced=tallies(dict(disclosed.replaced)) if disclosed else (),
            let_stand=len(disclosed.decided) if disclosed else 0,
            held_back=tallies(held),
            leaks=tallies(Counter(leak.what for leak in scanned.leaks)) if scanned else (),
            parts_read=len(scanned.looked_at) if scanned else 0,
            parts_unreadable=len(scanned.unreadable) if scanned else 0,
            pictures_to_look_at=len(scanned.pictures) if scanned else 0,
        )

    def _write(self, entry: LoggedRelease) -> None:
        self.entry = entry
        did = "log a release" if entry.released else "log a refused release"
        self.change = self.review.change(did, put=[entry], lasting=True)


def tallies(counts: dict[str, int]) -> tuple[Tally, ...]:
    """Counts by kind, as the log keeps them."""
    return tuple(Tally(what, count) for what, count in sorted(counts.items()))


def names_somebody(words: str, register: Register) -> bool:
    """Whether the words may hold a registered name that is not given on purpose."""
    finder = finder_of(register)

    def kept(key: str) -> bool:
        entity = register.entity(key)
        return entity is not None and entity.keep

    # In "r.ashcombe@post.example" the detectors see an address; by itself its word is a name.
    if any(name in folded(words) for name in real_names_of(register).within):
        return True  # "reportashcombefinal.docx"
    for text in (words, " ".join(atoms_of(words))):
        for one in finder.find(text):
            named = text[one.start : one.end]
            met = [one.entity] if one.entity else list(finder.suggestions(named))
            if (one.entity or one.kind in _NAMES) and not (met and all(map(kept, met))):
                return True
    return False


def _without_names(words: str, register: Register) -> str:
    return "" if names_somebody(words, register) else words


def log_of(review: Review) -> tuple[LoggedRelease, ...]:
    """Every entry of the log, the newest first."""
    latest = reversed(review.all(LoggedRelease))
    return tuple(sorted(latest, key=lambda one: one.at, reverse=True))


def logged(entries: Iterable[LoggedRelease]) -> list[dict[str, object]]:
    """The entries as plain data."""
    return [_plain(entry) for entry in entries]


def _plain(entry: LoggedRelease) -> dict[str, object]:
    told: dict[str, object] = {
        name: getattr(entry, name) for name in LoggedRelease.__dataclass_fields__ if name != "id"
    }
    for name in ("replaced", "held_back", "leaks"):
        told[name] = {one.what: one.count for one in getattr(entry, name)}
    return told

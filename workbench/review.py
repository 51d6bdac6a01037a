"""Review: one unlocked record with its history; what screens and commands are given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from workbench.errors import Missing, Refused
from workbench.model.changes import Change, ItemChange, Step, Transaction
from workbench.model.chronology import Entry, EntryQuery
from workbench.model.facts import Fact
from workbench.model.ids import EntryId, StepId
from workbench.model.narrowing import Narrowing
from workbench.model.reviews import ReviewDetails
from workbench.store import (
    archiving,
    changing,
    entries,
    facts,
    journal,
    past,
    search,
    steps,
    undoing,
)
from workbench.store.changing import Signed
from workbench.store.keys import Cost
from workbench.store.record import Record
from workbench.store.rows import KIND_OF, fact_of_values
from workbench.store.schema import SCHEMA_VERSION
from workbench.store.search import Found
from workbench.store.slots import KeySlots

F = TypeVar("F", bound=Fact)
EVERYTHING = EntryQuery()


class Review:
    """One unlocked record. Another thread may ask of it, save it and change it: changes wait for
    one another."""

    def __init__(self, record: Record, author: str) -> None:
        """``author`` is the name under which the journal notes changes."""
        self._record = record
        self._engine = record.engine
        self.author = author
        self._writing = Lock()  # two writers at once would find the database changed under them

    @property
    def path(self) -> Path:
        """The record's file."""
        return self._record.path

    @property
    def read_only(self) -> bool:
        """Whether the record was opened to look at only."""
        return self._record.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the author about how the record was opened."""
        return self._record.notices

    @property
    def format(self) -> int:
        """The version of the record's tables."""
        return SCHEMA_VERSION

    @property
    def transactions(self) -> int:
        """How many transactions the journal has."""
        with self._engine.connect() as db:
            return journal.count(db)

    @property
    def keys(self) -> KeySlots:
        """Who can open the record: passphrases and the recovery key."""
        return KeySlots(self._record)

    # What the record holds

    @property
    def details(self) -> ReviewDetails:
        """What the review is."""
        return self.all(ReviewDetails)[0]

    def get(self, kind: type[F], id: str) -> F:  # noqa: A002 # the field's name
        """The fact of this id; raises :class:`Missing` when it is not, or no longer, there."""
        found = self.find(kind, id)
        if found is None:
            raise Missing("This was deleted. Undo to get it back.")
        return found

    def find(self, kind: type[F], id: str) -> F | None:  # noqa: A002
        """The fact of this id, or None."""
        with self._engine.connect() as db:
            return facts.find(db, kind, id)

    def all(self, kind: type[F]) -> tuple[F, ...]:
        """Every fact of this kind, in the author's order, then as they were made."""
        return self.where(kind)

    def where(self, kind: type[F], **equal: object) -> tuple[F, ...]:
        """The facts whose fields equal these: ``where(Evidence, finding=finding.id)``."""
        with self._engine.connect() as db:
            return facts.where(db, kind, equal)

    def count(self, kind: type[Fact], **equal: object) -> int:
        """How many facts of this kind there are whose fields equal these."""
        with self._engine.connect() as db:
            return facts.count(db, kind, equal)

    def entries(
        self, query: EntryQuery = EVERYTHING, *, offset: int = 0, limit: int | None = None
    ) -> tuple[Entry, ...]:
        """The chronology's entries, sorted and filtered, from ``offset`` at most ``limit``."""
        with self._engine.connect() as db:
            return entries.page(db, query, offset, limit)

    def count_entries(self, query: EntryQuery = EVERYTHING) -> int:
        """How many entries the query has."""
        with self._engine.connect() as db:
            return entries.count(db, query)

    def place_of_entry(self, query: EntryQuery, id: EntryId) -> int | None:  # noqa: A002
        """The entry's place in the query's listing, from 0, or None."""
        with self._engine.connect() as db:
            return entries.index_of(db, query, id)

    def search(
        self,
        typed: str,
        kinds: Sequence[type[Fact]] = (),
        limit: int = 50,
        *,
        narrowing: Narrowing = search.ANYTHING,
    ) -> tuple[Found, ...]:
        """The facts that hold every word as typed, best first; the last may be unfinished, and
        words within double quotes stand together."""
        kept = replace(narrowing, kinds=tuple(kinds)) if kinds else narrowing
        with self._engine.connect() as db:
            return search.find(db, typed, kept, limit)

    def find_all(self, found: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Fact]:
        """The facts of these kinds and ids that are there, kind by kind in few questions."""
        with self._engine.connect() as db:
            return facts.find_all(db, found)

    def words_of(self, kind: type[Fact], *fields: str) -> list[tuple[Any, ...]]:
        """The ids of the kind's facts with these fields alone, as the tables hold them: for what
        must be quick over all of them."""
        with self._engine.connect() as db:
            return facts.columns(db, kind, fields)

    def rebuild_search(self) -> None:
        """Build the index for :meth:`search` anew, and write the file."""
        self._refuse_if_read_only()
        with self._writing, self._engine.begin() as db:
            search.fill(db)
        self._record.save_anyway()

    # Changing it

    def change(
        self,
        label: str,
        *,
        put: Iterable[Fact] = (),
        remove: Iterable[Fact] = (),
        step: StepId | None = None,
        lasting: bool = False,
    ) -> Change:
        """Write facts and journal in one transaction, or nothing at all.

        ``put`` facts are added or take the place of those with their ids. Removal follows the
        references of the model. Changes in a row with the same ``step`` are undone together.
        ``lasting`` is for what undo must not take back: that a document left.
        Raises :class:`Refused` when something that must not lose a removed fact still stands.
        """
        self._refuse_if_read_only()
        with self._writing, self._engine.begin() as db:
            return changing.change(
                db, self._signed, label, put=put, remove=remove, step=step, lasting=lasting
            )

    def undo(self) -> Change | None:
        """Take back the latest step, or return None when there is nothing to undo."""
        self._refuse_if_read_only()
        with self._writing, self._engine.begin() as db:
            return undoing.undo(db, self._signed)

    def redo(self) -> Change | None:
        """Do again what was undone last, or return None when there is nothing to redo."""
        self._refuse_if_read_only()
        with self._writing, self._engine.begin() as db:
            return undoing.redo(db, self._signed)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        with self._engine.connect() as db:
            return undoing.undo_label(db)

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        with self._engine.connect() as db:
            return undoing.redo_label(db)

    def journal(self, limit: int = 100) -> tuple[Transaction, ...]:
        """The newest journal transactions, newest first."""
        with self._engine.connect() as db:
            return journal.transactions(db, limit)

    def history_of(self, kind: type[Fact], id: str) -> tuple[Transaction, ...]:  # noqa: A002
        """What was done to this fact, newest first."""
        with self._engine.connect() as db:
            return journal.history(db, kind.kind, id)

    def steps(
        self, *, before: int | None = None, limit: int = 100, of: tuple[str, str] | None = None
    ) -> tuple[Step, ...]:
        """The steps of the journal, newest first, that are older than transaction ``before``: as
        many as ``limit`` transactions make. ``of``, a kind and an id, asks for one fact's own
        and its parts'."""
        with self._engine.connect() as db:
            items = past.with_parts(db, of) if of else ()
            return steps.steps(db, before, limit, items)

    def changes_between(
        self, after: int, until: int | None = None, *, of: tuple[str, str] | None = None
    ) -> list[ItemChange]:
        """What is different after transaction ``until``, or now, from what was after ``after``."""
        with self._engine.connect() as db:
            last = journal.head_of(db)[0] if until is None else until
            items = past.with_parts(db, of) if of else ()
            return past.changes_between(db, after, last, items)

    def number_at(self, moment: datetime) -> int:
        """The number of the last transaction made before this moment; 0 when none was."""
        with self._engine.connect() as db:
            return past.number_at(db, moment)

    @property
    def number(self) -> int:
        """The number of the last transaction."""
        with self._engine.connect() as db:
            return journal.head_of(db)[0]

    def chained_at(self, number: int) -> str | None:
        """The hash that chains the journal at this transaction: two copies that have the same one
        have the same past up to there. None when there is no such transaction."""
        with self._engine.connect() as db:
            return journal.hash_at(db, number)

    def kind_of(self, id: str) -> str | None:  # noqa: A002 # the field's name
        """The kind of the fact of this id, there or deleted; None when there never was one."""
        with self._engine.connect() as db:
            return past.kind_of(db, id)

    def facts_at(self, number: int) -> dict[type[Fact], tuple[Fact, ...]]:
        """Every fact as it stood after transaction ``number``, in the order they were made."""
        with self._engine.connect() as db:
            held = past.values_at(db, number)
        return {
            KIND_OF[kind]: tuple(fact_of_values(KIND_OF[kind], each) for each in by_id.values())
            for kind, by_id in held.items()
        }

    def last_known(self, kind: type[Fact], ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """The values of each of these facts as it is, or as it was when it was deleted."""
        with self._engine.connect() as db:
            return past.last_known(db, kind.kind, ids)

    # Keeping it

    @property
    def unsaved(self) -> bool:
        """Whether something is committed that the file does not hold yet."""
        return self._record.unsaved

    def save(self) -> None:
        """Write the record's file anew; safe from a worker thread. On failure the old one stays."""
        self._record.save()

    def write_archive(self, target: Path, passphrase: str, cost: Cost | None = None) -> None:
        """Write a whole copy with its history to ``target``, under keys of its own that
        ``passphrase`` alone opens."""
        archiving.write_archive(self._record, target, passphrase, cost)

    @property
    def backup_trouble(self) -> str:
        """Why the last backup could not be made; empty when it could."""
        return self._record.backup_trouble

    def close(self) -> None:
        """Save, and remove the working copy. When saving fails it raises, and all is kept."""
        self._record.close()

    def abandon(self) -> None:
        """Let go at once, as when the laptop must lock now; the next opening takes up the work."""
        self._record.abandon()

    @property
    def _signed(self) -> Signed:
        return Signed(self.author, self._record.device)

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise Refused("This review is open to read only, so nothing can be changed here.")

"""The tables: one for each kind of fact, made from its fields, and the journal's two."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from sqlalchemy import (
    Boolean,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from workbench.model.facts import Fact, Reference
from workbench.model.kinds import KINDS
from workbench.model.when import UNDATED_SORTS_LAST
from workbench.store.rows import structured

SCHEMA_VERSION = 3
metadata = MetaData()

# The same meaning as When.sort_key, computed by the database so that it can be indexed.
_SORT_KEY = (
    """CASE WHEN coalesce(json_extract("when",'$.start'),json_extract("when",'$.end')) IS NULL """
    f"THEN '{UNDATED_SORTS_LAST}' ELSE "
    """coalesce(json_extract("when",'$.start'),json_extract("when",'$.end'))||'T'||"""
    """coalesce(json_extract("when",'$.start_time'),'') END"""
)
_LAST_DAY = """json_extract("when",'$.end')"""
_FIRST_DAY = """json_extract("when",'$.start')"""


def _column(kind: type[Fact], each: Any, hint: Any) -> Column[Any]:
    if each.name == "id":
        return Column("id", Text, primary_key=True)
    points: Reference | None = each.metadata.get("reference")
    packed = each.name in structured(kind)
    constraints = []
    if points is not None and not packed:
        # Checked at the end of a transaction: undo puts things back in whatever order they went.
        constraints.append(ForeignKey(f"{points.to}.id", deferrable=True, initially="DEFERRED"))
    sort: Any = Text
    if hint is bool:
        sort = Boolean
    elif hint is int or hint == (int | None):
        sort = Integer
    optional = type(None) in getattr(hint, "__args__", ())
    return Column(each.name, sort, *constraints, nullable=optional)


def _table(kind: type[Fact]) -> Table:
    hints = get_type_hints(kind)
    columns = [_column(kind, each, hints[each.name]) for each in fields(kind)]
    # When the fact was first written, for an order where the author has given none.
    made = Column("made", Integer, nullable=False)
    extra: list[Column[Any]] = []
    if kind.kind == "entry":
        extra = [
            Column("sort_key", Text, Computed(_SORT_KEY, persisted=True)),
            Column("first_day", Text, Computed(_FIRST_DAY, persisted=True)),
            Column("last_day", Text, Computed(_LAST_DAY, persisted=True)),
        ]
    return Table(kind.kind, metadata, *columns, made, *extra)


TABLES: dict[str, Table] = {kind.kind: _table(kind) for kind in KINDS}

for _kind in KINDS:
    for _each in fields(_kind):
        if "reference" in _each.metadata and _each.name not in structured(_kind):
            Index(f"{_kind.kind}_by_{_each.name}", TABLES[_kind.kind].c[_each.name])

_entry = TABLES["entry"].c
Index("entry_in_time", _entry.sort_key, _entry.sequence, _entry.made)
Index("entry_by_mark", _entry.mark)
Index("entry_in_span", _entry.first_day, _entry.last_day)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("device", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("intent", Text, nullable=False),  # do, note (never undone), undo or redo
    Column("step", Text, nullable=False),
    Column("topics", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    # Whether what was done still stands: done, undone or abandoned. The only column that changes.
    Column("state", Text, nullable=False),
    Index("journal_by_state", "state", "number"),
    Index("journal_by_step", "step", "number"),
)

journal_change = Table(
    "journal_change",
    metadata,
    Column("number", Integer, ForeignKey("journal.number"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("field", Text, nullable=False),  # empty for a whole fact made or removed
    Column("before", Text),
    Column("after", Text),
    Column("nonce", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False),
    Index("journal_by_fact", "kind", "id", "number"),
)

about = Table(
    "about",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

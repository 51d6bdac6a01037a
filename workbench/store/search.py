"""Full text over everything in the record: an index inside the encrypted file, kept by triggers.

The index holds no text of its own, and forgets a word when the last fact that had it goes. The
facts of one kind have numbers that follow each other, so that a search of some kinds alone passes
the others by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache
from typing import get_type_hints
from zlib import crc32

from sqlalchemy import Connection, text

from workbench.model.facts import Fact
from workbench.model.kinds import KINDS
from workbench.model.narrowing import Narrowing
from workbench.model.when import When
from workbench.store.narrowing import conditions

# Codes and keys, which are nobody's words.
_CODES = frozenset(
    {"id", "type", "status", "mark", "domain", "certainty", "scope", "mandate", "role", "relation",
     "sex", "position", "sequence", "section", "side", "verdict", "entity", "paper_hash", "at",
     "output", "audience", "file_hash", "chained"}
)  # fmt: skip
_FORGETTING = "INSERT INTO search(search, rank) VALUES('secure-delete', {})"
_TABLES = (
    "CREATE TABLE search_item (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, "
    "UNIQUE (kind, id))",
    "CREATE VIRTUAL TABLE search USING fts5(words, content='', "
    "tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')",
    _FORGETTING.format(1),
)
_ROOM = 1 << 31  # numbers that each kind has to itself
_LAST = (1 << 31) - 1
_MANY = 1_000  # from so many facts at once the index is written in more than one go
ANYTHING = Narrowing()


@dataclass(frozen=True, slots=True)
class Found:
    """One fact that holds the words."""

    kind: str
    id: str


@cache
def word_fields(kind: type[Fact]) -> tuple[str, ...]:
    """The fields of this kind that hold words of people."""
    hints = get_type_hints(kind)
    return tuple(
        each.name
        for each in fields(kind)
        if each.name not in _CODES
        and "reference" not in each.metadata
        and hints[each.name] in (str, When, tuple[str, ...])
    )


def create(db: Connection) -> None:
    """Make the index, its triggers, and what it says of the facts that are there."""
    _drop(db)
    for statement in _TABLES:
        db.execute(text(statement))
    for kind in KINDS:
        for statement in _triggers(kind):
            db.exec_driver_sql(statement)
    fill(db)


@contextmanager
def only_adding(db: Connection, number: int) -> Iterator[None]:
    """While ``number`` facts are made, and nothing else is done, of which there is no word to
    forget. Writing the index for forgetting goes term by term, and made an import a twentieth
    slower. A fault here ends the transaction, and that takes the setting back with it.
    """
    if number < _MANY:
        yield
        return
    db.exec_driver_sql(_FORGETTING.format(0))
    yield
    db.exec_driver_sql(_FORGETTING.format(1))


def _drop(db: Connection) -> None:
    """Take away an earlier version's index, if there is one."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search\\_%'"
    for (name,) in db.exec_driver_sql(f"{asked} ESCAPE '\\'").fetchall():
        db.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for table in ("search", "search_item"):
        db.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def fill(db: Connection) -> None:
    """Build the index anew from the facts."""
    db.exec_driver_sql("INSERT INTO search(search) VALUES('delete-all')")
    db.exec_driver_sql("DELETE FROM search_item")
    for kind in KINDS:
        name = f'"{kind.kind}"'
        first, _ = _numbers(kind.kind)
        db.exec_driver_sql(
            "INSERT INTO search_item(number, kind, id) "  # noqa: S608 # names of our own tables
            f"SELECT {first} + row_number() OVER (ORDER BY made), '{kind.kind}', id FROM {name}"
        )
        db.exec_driver_sql(
            "INSERT INTO search(rowid, words) "  # noqa: S608 # names of our own tables
            f"SELECT i.number, {_words(kind, 'f')} FROM {name} f "
            f"JOIN search_item i ON i.kind = '{kind.kind}' AND i.id = f.id"
        )


def is_sound(db: Connection) -> bool:
    """Whether every fact is in the index, and nothing else is."""
    asked = "SELECT kind, id FROM search_item"
    indexed = {tuple(row) for row in db.exec_driver_sql(asked)}
    tables = {row[0] for row in db.exec_driver_sql("SELECT name FROM sqlite_master")}
    held = {
        (kind.kind, row[0])
        for kind in KINDS
        if kind.kind in tables  # an older record has fewer
        for row in db.exec_driver_sql(f'SELECT id FROM "{kind.kind}"')  # noqa: S608
    }
    rows = db.exec_driver_sql("SELECT rowid FROM search").fetchall()
    return indexed == held and len(rows) == len(held)


def in_place(db: Connection) -> bool:
    """Whether each kind's facts have the numbers that are that kind's."""
    asked = "SELECT kind, min(number), max(number) FROM search_item GROUP BY kind"
    return all(
        first <= least and most < end
        for kind, least, most in db.exec_driver_sql(asked)
        for first, end in [_numbers(kind)]
    )


def find(
    db: Connection, typed: str, narrowing: Narrowing = ANYTHING, limit: int = 50
) -> tuple[Found, ...]:
    """The facts that hold every word as typed, best first.

    The last word may be unfinished; words within double quotes stand together.
    """
    match = as_match(typed)
    if not match:
        return ()
    kept, values = conditions(narrowing)
    best = "SELECT rowid AS number, rank AS place FROM search WHERE search MATCH :match"
    best += _within(narrowing.kinds)
    if not kept:  # then only the best are looked up
        best += " ORDER BY rank LIMIT :limit"
    asked = (
        f"SELECT i.kind, i.id FROM ({best}) s JOIN search_item i ON i.number = s.number "  # noqa: S608
        f"{f'WHERE {kept} ' if kept else ''}ORDER BY s.place LIMIT :limit"
    )
    rows = db.execute(text(asked), {"match": match, "limit": limit, **values})
    return tuple(Found(row.kind, row.id) for row in rows)


def _numbers(kind: str) -> tuple[int, int]:
    """The first of a kind's numbers, and where they end. They follow from the kind's name alone, so
    that kinds to come change nothing; entries, the many, come after all others."""
    place = _LAST if kind == "entry" else crc32(kind.encode()) % _LAST
    return place * _ROOM, place * _ROOM + _ROOM


def _within(kinds: Sequence[type[Fact]]) -> str:
    """That the number is one of these kinds', as SQL. The index itself passes by what lies before
    the first of them and after the last."""
    if not kinds:
        return ""
    spans = sorted(_numbers(kind.kind) for kind in kinds)
    bounds = f" AND rowid >= {spans[0][0]} AND rowid < {spans[-1][1]}"
    if len(spans) == 1:
        return bounds
    each = " OR ".join(f"(rowid >= {first} AND rowid < {end})" for first, end in spans)
    return f"{bounds} AND ({each})"


def as_match(typed: str) -> str:
    """What was typed, as the index is asked; empty when there is no word in it."""
    parts = []
    finished = True
    for quoted, word in re.findall(r'"([^"]*)"?|([^\s"]+)', typed.replace("\0", " ")):
        wanted = quoted or word
        if re.search(r"\w", wanted):
            parts.append(f'"{wanted}"')
            finished = bool(quoted)
    if parts and not finished and not typed[-1:].isspace():
        parts[-1] += "*"
    return " ".join(parts)


def _words(kind: type[Fact], row: str) -> str:
    columns = []
    for name in word_fields(kind):
        column = f'{row}."{name}"'
        whens = get_type_hints(kind)[name] is When
        columns.append(f"json_extract({column},'$.text')" if whens else column)
    assert columns, f"{kind.kind} has no words"  # noqa: S101
    return " || char(10) || ".join(columns)


def _triggers(kind: type[Fact]) -> tuple[str, ...]:
    name = kind.kind
    columns = ", ".join(f'"{each}"' for each in word_fields(kind))
    new, old = _words(kind, "new"), _words(kind, "old")

    def number(row: str) -> str:
        return f"(SELECT number FROM search_item WHERE kind = '{name}' AND id = {row}.id)"  # noqa: S608

    forget = f"INSERT INTO search(search, rowid, words) VALUES('delete', {number('old')}, {old})"
    learn = f"INSERT INTO search(rowid, words) VALUES({number('new')}, {new})"
    first, end = _numbers(name)
    fresh = (
        f"(SELECT coalesce(max(number), {first}) + 1 FROM search_item "  # noqa: S608
        f"WHERE number >= {first} AND number < {end})"
    )
    return (
        f'CREATE TRIGGER search_{name}_made AFTER INSERT ON "{name}" BEGIN '
        f"INSERT INTO search_item(number, kind, id) VALUES({fresh}, '{name}', new.id); "
        f"{learn}; END",
        f'CREATE TRIGGER search_{name}_changed AFTER UPDATE OF {columns} ON "{name}" '
        f"WHEN {old} IS NOT {new} BEGIN {forget}; {learn}; END",
        f'CREATE TRIGGER search_{name}_gone AFTER DELETE ON "{name}" BEGIN {forget}; '  # noqa: S608
        f"DELETE FROM search_item WHERE kind = '{name}' AND id = old.id; END",
    )

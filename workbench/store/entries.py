"""The chronology's questions: sorted, filtered and paged by the database, not by the window."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from workbench.model.chronology import Entry, EntryOrder, EntryQuery
from workbench.store import facts
from workbench.store.schema import TABLES

_entry = TABLES["entry"]
_agency = TABLES["agency"]


def page(db: Connection, query: EntryQuery, offset: int, limit: int | None) -> tuple[Entry, ...]:
    """The entries of this query from ``offset``, at most ``limit`` of them."""
    asked = _ordered(select(_entry), query).where(*_wanted(query)).offset(offset).limit(limit)
    return facts.facts_of(db, Entry, asked)


def count(db: Connection, query: EntryQuery) -> int:
    """How many entries the query has."""
    asked = select(func.count()).select_from(_entry).where(*_wanted(query))
    return int(db.execute(asked).scalar_one())


def index_of(db: Connection, query: EntryQuery, id: str) -> int | None:  # noqa: A002 # the field's name
    """The entry's place in the query's order, from 0, or None when it is not in it."""
    place = func.row_number().over(order_by=_order(query)).label("place")
    numbered = _joined(select(_entry.c.id, place), query).where(*_wanted(query)).subquery()
    found = db.execute(select(numbered.c.place).where(numbered.c.id == id)).scalar()
    return None if found is None else int(found) - 1


def _wanted(query: EntryQuery) -> list[ColumnElement[bool]]:
    columns, wanted = _entry.c, []
    text = query.text.strip()
    if text:
        wanted.append(_holding(text))
    if query.agency is not None:
        wanted.append(columns.agency == query.agency)
    if query.person is not None:
        wanted.append(columns.people.contains(query.person, autoescape=True))
    if query.mark:
        wanted.append(columns.mark == query.mark)
    if query.in_report is not None:
        wanted.append(columns.in_report == query.in_report)
    if query.first is not None:
        known = or_(columns.last_day.is_not(None), columns.first_day.is_not(None))
        late = or_(columns.last_day.is_(None), columns.last_day >= query.first.isoformat())
        wanted.append(and_(known, late))
    if query.last is not None:
        known = or_(columns.last_day.is_not(None), columns.first_day.is_not(None))
        early = or_(columns.first_day.is_(None), columns.first_day <= query.last.isoformat())
        wanted.append(and_(known, early))
    return wanted


def _holding(text: str) -> ColumnElement[bool]:
    """The text as typed, in any case, anywhere in what is searched."""
    searched = (_entry.c.text, _entry.c.source, _entry.c.comment)
    if not text.isascii():  # SQLite knows the case of A to Z alone
        return func.holds(text.casefold(), *searched).is_(True)
    pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    # SQLite's LIKE disregards case by itself; `ilike` would lower every text first.
    return or_(*(column.like(pattern, escape="\\") for column in searched))


def _ordered(asked: Select[Any], query: EntryQuery) -> Select[Any]:
    return _joined(asked, query).order_by(*_order(query))


def _joined(asked: Select[Any], query: EntryQuery) -> Select[Any]:
    """With the agencies, where the order asks for their names."""
    if query.order is not EntryOrder.AGENCY:
        return asked
    return asked.join(_agency, _agency.c.id == _entry.c.agency, isouter=True)


def _order(query: EntryQuery) -> list[ColumnElement[Any]]:
    columns = _entry.c
    first: dict[EntryOrder, ColumnElement[Any]] = {
        EntryOrder.AGENCY: func.lower(_agency.c.name),
        EntryOrder.TEXT: func.lower(columns.text),
        EntryOrder.MARK: columns.mark,
    }
    order: list[ColumnElement[Any]] = [columns.sort_key, columns.sequence, columns.made]
    if query.order in first:
        order.insert(0, first[query.order])
    return [column.desc() for column in order] if query.descending else order

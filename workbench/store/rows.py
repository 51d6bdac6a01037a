"""Facts to rows and back: cattrs converts, and what is not a plain value is kept as JSON text."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import time
from functools import cache
from typing import Any, TypeVar, get_type_hints

from cattrs.preconf.json import make_converter

from workbench.model.facts import Fact
from workbench.model.kinds import KINDS
from workbench.model.when import When

F = TypeVar("F", bound=Fact)
Row = dict[str, Any]

KIND_OF: dict[str, type[Fact]] = {kind.kind: kind for kind in KINDS}

_converter = make_converter()
_converter.register_unstructure_hook(time, lambda value: value.isoformat("minutes"))
_converter.register_structure_hook(time, lambda value, _: time.fromisoformat(value))


@cache
def field_names(kind: type[Fact]) -> tuple[str, ...]:
    """The names of the kind's fields, in order."""
    return tuple(each.name for each in fields(kind))


@cache
def structured(kind: type[Fact]) -> frozenset[str]:
    """The fields that are not one plain value, and so are kept as JSON text."""
    hints = get_type_hints(kind)
    plain = (str, bool, int)
    return frozenset(
        name for name in field_names(kind) if not any(_is(hints[name], base) for base in plain)
    )


def _is(hint: Any, base: type) -> bool:
    options = (
        getattr(hint, "__args__", None) if type(None) in getattr(hint, "__args__", ()) else None
    )
    for option in options or (hint,):
        bare = getattr(option, "__supertype__", option)
        if option is not type(None) and not (isinstance(bare, type) and issubclass(bare, base)):
            return False
    return True


def values_of(fact: Fact) -> Row:
    """The fact's fields as JSON values, as the journal keeps them."""
    values: Row = _converter.unstructure(fact)
    return values


def row_of(kind: type[Fact], values: Row) -> Row:
    """JSON values as the columns of a row."""
    packed = structured(kind)
    return {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if name in packed
        else value
        for name, value in values.items()
    }


def values_from(kind: type[Fact], row: Row) -> Row:
    """The columns of a row as JSON values."""
    packed = structured(kind)
    return {
        name: json.loads(row[name]) if name in packed else row[name] for name in field_names(kind)
    }


def fact_from(kind: type[F], row: Row) -> F:
    """The fact that this row holds."""
    return _converter.structure(values_from(kind, row), kind)


def fact_of_values(kind: type[F], values: Row) -> F:
    """The fact that these JSON values are, as the journal keeps them; a field that came to the kind
    since has its usual value."""
    return _converter.structure(values, kind)


def when_from(values: Any) -> When:
    """The time that these JSON values are."""
    return _converter.structure(values, When)

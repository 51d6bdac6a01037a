"""The order that the author gives to things: sort keys between which another always fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from fractional_indexing import generate_key_between


class Placed(Protocol):
    """A fact that has a place among its own kind."""

    @property
    def id(self) -> str: ...

    @property
    def position(self) -> str: ...


def last_position(placed: Sequence[Placed]) -> str:
    """A key after all of these."""
    keys = [fact.position for fact in placed if fact.position]
    return str(generate_key_between(max(keys, default=None), None))


def position_at(others: Sequence[Placed], index: int) -> str:
    """A key that makes a fact the one at ``index`` among ``others`` (itself not among them), which
    are in their order."""
    index = max(0, min(index, len(others)))
    before = others[index - 1].position if index > 0 else None
    after = others[index].position if index < len(others) else None
    return str(generate_key_between(before or None, after or None))

"""What a search is narrowed to: some kinds, an agency, a person, some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.model.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What to keep; empty fields keep everything. ``agency`` and ``person`` keep that one and the
    facts that refer to it. ``first`` and ``last``, both inclusive, keep what may have happened
    within those days, and leave out what has no day."""

    kinds: tuple[type[Fact], ...] = ()
    agency: str | None = None
    person: str | None = None
    first: date | None = None
    last: date | None = None

    @property
    def by_facts(self) -> bool:
        """Whether the facts themselves must be looked at."""
        return bool(self.agency or self.person or self.first or self.last)

"""Words that a ruling let stand, as the gate hands them on to the leak scan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """Words that the author let stand, and the disclosed text in which they stand."""

    words: str
    text: str

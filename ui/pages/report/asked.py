"""The words that nobody has ruled on, gathered so that each is asked about once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.disclosure.gate import Unresolved


@dataclass(frozen=True, slots=True)
class Asked:
    """Words to rule on: how often they stand in the report, and where they first do."""

    words: str
    count: int
    sentence: str
    place: str
    reason: str

    @property
    def spoken(self) -> str:
        """The whole question as a sentence."""
        times = "once" if self.count == 1 else f"{self.count} times"
        return f"{self.words}, {times}. {self.reason} {self.sentence}"


def gathered(unresolved: Iterable[Unresolved]) -> tuple[Asked, ...]:
    """One question for each words, the most frequent first, then as they stand in the report."""
    found: dict[str, list[Unresolved]] = {}
    for each in unresolved:
        found.setdefault(each.words, []).append(each)
    questions = [
        Asked(words, len(places), places[0].sentence, places[0].place, places[0].reason)
        for words, places in found.items()
    ]
    return tuple(sorted(questions, key=lambda question: -question.count))

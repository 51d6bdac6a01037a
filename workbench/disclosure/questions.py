"""What the author is asked about names: grouped, whole phrases, most doubtful first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.disclosure.detectors.found import Kind
from workbench.disclosure.disclosing import Reason, Unresolved
from workbench.disclosure.gate import Disclosed
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.rulings import surface_of


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the words, how often and where they stand, one sentence, and whom they might
    mean (ids of the register, likeliest first). ``here_only`` says that a ruling must be for the
    sentence, because the words are also a registered name."""

    words: str
    count: int
    places: tuple[str, ...]
    sentence: str
    reason: Reason
    kind: Kind
    suggestions: tuple[str, ...]
    here_only: bool


def questions(documents: Iterable[Disclosed]) -> tuple[Question, ...]:
    """The questions that these documents leave open."""
    groups: dict[tuple[str, ...], list[Unresolved]] = {}
    for document in documents:
        for one in document.unresolved:
            # A word that is unsure is judged sentence by sentence, so it is asked so too.
            where = one.sentence if one.reason is Reason.UNSURE else ""
            groups.setdefault((surface_of(one.words), one.reason, where), []).append(one)
    made = [_question(group) for group in groups.values()]
    return tuple(sorted(made, key=_doubt))


def _question(group: list[Unresolved]) -> Question:
    first = group[0]
    return Question(
        words=first.words,
        count=len(group),
        places=tuple(dict.fromkeys(one.place for one in group if one.place)),
        sentence=first.sentence,
        reason=first.reason,
        kind=first.kind,
        suggestions=first.entities,
        here_only=first.reason is Reason.UNSURE,
    )


def _doubt(question: Question) -> tuple[int, int, str]:
    """People before places before numbers; of each, the most frequent first."""
    if question.reason is Reason.UNNAMED:
        rank = 0
    elif question.suggestions:
        rank = 1
    elif question.kind is Kind.UNKNOWN and len(atoms_of(question.words)) > 1:
        rank = 2
    elif question.kind is Kind.UNKNOWN:
        rank = 3
    else:
        rank = 4
    return (rank, -question.count, question.words)

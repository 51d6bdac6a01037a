"""Two wordings compared word by word, so that a person can read what was taken out and put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOO_MANY = 4_000_000  # pairs of words above which common words are not compared one by one


class Sort(StrEnum):
    """Whether words stayed, went or came."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that share one fate."""

    sort: Sort
    text: str


def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """What became of each word. The runs that are not added are ``before``, and those that are not
    removed are ``after``, but for the spaces between words that stayed."""
    old, new = _words(before), _words(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    runs = [
        Run(Sort.SAME, _kept(old[:start], new[:start])),
        *_middle(old_middle, new_middle),
        Run(Sort.SAME, _kept(old[len(old) - end :], new[len(new) - end :])),
    ]
    return tuple(_joined(run for run in runs if run.text))


def _words(text: str) -> list[str]:
    """The words, each with the space after it."""
    return re.findall(r"\S+\s*|\s+", text)


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words are the same from the beginning."""
    pairs = zip(old, new, strict=False)
    return next(
        (at for at, (one, other) in enumerate(pairs) if one.strip() != other.strip()),
        min(len(old), len(new)),
    )


def _middle(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    matcher = SequenceMatcher(
        None,
        [word.strip() for word in old],
        [word.strip() for word in new],
        autojunk=len(old) * len(new) > _TOO_MANY,
    )
    for tag, first, last, from_, to in matcher.get_opcodes():
        if tag == "equal":
            yield Run(Sort.SAME, _kept(old[first:last], new[from_:to]))
            continue
        yield Run(Sort.REMOVED, "".join(old[first:last]))
        yield Run(Sort.ADDED, "".join(new[from_:to]))


def _kept(old: Sequence[str], new: Sequence[str]) -> str:
    """Words that stayed, parted from what follows on either side."""
    pairs = zip(old, new, strict=True)
    return "".join(after if after[-1].isspace() else before for before, after in pairs)


def _joined(runs: Iterator[Run]) -> list[Run]:
    """Runs of one sort that touch, as one."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].sort is run.sort:
            found[-1] = Run(run.sort, found[-1].text + run.text)
        else:
            found.append(run)
    return found

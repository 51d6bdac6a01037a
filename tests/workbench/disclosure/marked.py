"""Passages with what is in them marked by hand, and how well the finder did on them.

``[[p1:Mrs Okafor]]`` is the registered p1, ``[[#:07700 900123]]`` a number or date known by its
pattern, ``[[?:Dr Adebayo]]`` somebody or somewhere unregistered, ``[[~:Will]]`` an ordinary word
that must be left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from workbench.disclosure.detectors.found import Found
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import finder_of
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Register

MARK = re.compile(r"\[\[(?P<what>[^:\]]+):(?P<words>.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Marked:
    text: str
    spans: tuple[tuple[int, int, str], ...]


def unmarked(passage: str) -> Marked:
    """The passage without its marks, and where each marked thing stands."""
    text, spans, done = "", [], 0
    for match in MARK.finditer(passage):
        text += passage[done : match.start()]
        spans.append((len(text), len(text) + len(match["words"]), match["what"]))
        text += match["words"]
        done = match.end()
    return Marked(text + passage[done:], tuple(spans))


@dataclass
class Score:
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0


def score(passages: list[str], register: Register, into: Score) -> Score:
    """Find in each passage and count what was found, missed, asked and wrongly replaced."""
    finder = finder_of(register)
    for passage in passages:
        marked = unmarked(passage)
        plain = passage_of(marked.text)
        found = [
            (*plain.original_span(one.start, one.end), one) for one in finder.find(plain, Recent())
        ]
        score_one(marked, found, into)
    return into


def score_one(marked: Marked, found: list[tuple[int, int, Found]], into: Score) -> None:
    """Count what was found in one passage, and what was not."""
    for span in marked.spans:
        _count_marked(marked.text, span, found, into)
    for one in found:
        _count_found(marked, one, into)


Placed = tuple[int, int, Found]
_ANY_OWNER = {"email", "url", "handle", "file_name", "address"}


def _count_marked(text: str, span: tuple[int, int, str], found: list[Placed], into: Score) -> None:
    start, end, what = span
    words, counts = text[start:end], into.counts
    over = [one for one in found if one[0] < end and start < one[1]]
    if what == "~":
        counts["ordinary"] += 1
        counts["left alone"] += not over
        if over:
            into.wrong.append(f"ORDINARY {words!r} in {text!r}")
        return
    letters = [at for at in range(start, end) if text[at].isalnum()]
    whole = all(any(a <= at < b for a, b, _ in over) for at in letters)
    kind = {"?": "unknown", "#": "patterned"}.get(what, "registered")
    counts[kind] += 1
    counts[f"{kind} surfaced"] += whole
    if not whole:
        into.wrong.append(f"MISSED {words!r} ({what}) in {text!r}")
    if kind == "unknown":
        return
    counts["identity"] += 1
    certain = whole and all(one.certain for _, _, one in over)
    counts["identity certain"] += certain
    if whole and not certain:
        into.wrong.append(f"ASKED {words!r} in {text!r}")
    sure = [one for _, _, one in over if one.certain and not one.family]
    named = [one for one in sure if one.kind not in _ANY_OWNER]
    if kind == "registered" and named and what not in {one.entity for one in named}:
        counts["wrong entity"] += 1
        into.wrong.append(f"ENTITY {words!r} in {text!r}")


def _count_found(marked: Marked, placed: Placed, into: Score) -> None:
    start, end, one = placed
    right = any(a < end and start < b and what != "~" for a, b, what in marked.spans)
    into.counts["certain" if one.certain else "asked"] += 1
    if right:
        into.counts["certain right" if one.certain else "asked rightly"] += 1
    else:
        word = "REPLACED" if one.certain else "NEEDLESS"
        into.wrong.append(f"{word} {marked.text[start:end]!r} ({one.kind}) in {marked.text!r}")

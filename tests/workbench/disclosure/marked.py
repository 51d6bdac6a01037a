"""Passages with what is in them marked by hand, and how well the finder did on them.

``[[p1:Mrs Okafor]]`` is the registered p1, ``[[#:07700 900123]]`` a number or date known by its
pattern, ``[[?:Dr Adebayo]]`` somebody or somewhere unregistered, ``[[~:Will]]`` an ordinary word
that must be left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

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
    finder, counts = finder_of(register), into.counts
    for passage in passages:
        marked = unmarked(passage)
        plain = passage_of(marked.text)
        found = []
        for one in finder.find(plain, Recent()):
            start, end = plain.original_span(one.start, one.end)
            found.append((start, end, one))
        for start, end, what in marked.spans:
            words = marked.text[start:end]
            over = [one for one in found if one[0] < end and start < one[1]]
            letters = [at for at in range(start, end) if marked.text[at].isalnum()]
            whole = all(any(a <= at < b for a, b, _ in over) for at in letters)
            certain = [one for one in over if one[2].certain]
            if what == "~":
                counts["ordinary"] += 1
                counts["left alone"] += not over
                if over:
                    into.wrong.append(
                        f"ORDINARY {words!r} {'C' if certain else '?'} in {marked.text!r}"
                    )
                continue
            kind = "unknown" if what == "?" else "patterned" if what == "#" else "registered"
            counts[kind] += 1
            counts[f"{kind} surfaced"] += whole
            if kind != "unknown":
                counts["identity"] += 1
                counts["identity certain"] += whole and len(certain) == len(over)
                if whole and len(certain) != len(over):
                    into.wrong.append(f"ASKED {words!r} in {marked.text!r}")
            if kind == "registered":
                meant = {one[2].entity for one in certain}
                if meant and what not in meant and not any(one[2].family for one in certain):
                    others = {one[2].kind for one in certain} & {
                        "email",
                        "url",
                        "handle",
                        "file_name",
                        "address",
                    }
                    if not others:
                        counts["wrong entity"] += 1
                        into.wrong.append(f"ENTITY {words!r} is {meant} in {marked.text!r}")
            if not whole:
                into.wrong.append(f"MISSED {words!r} ({what}) in {marked.text!r}")
        for start, end, one in found:
            if one.certain:
                counts["certain"] += 1
                right = any(a < end and start < b and what != "~" for a, b, what in marked.spans)
                counts["certain right"] += right
                if not right:
                    into.wrong.append(
                        f"REPLACED {marked.text[start:end]!r} ({one.kind}) in {marked.text!r}"
                    )
            else:
                counts["asked"] += 1
                if not any(a < end and start < b for a, b, what in marked.spans):
                    counts["asked needlessly"] += 1
                    into.wrong.append(
                        f"NEEDLESS {marked.text[start:end]!r} ({one.kind} {one.rule}) in {marked.text!r}"
                    )
    return into

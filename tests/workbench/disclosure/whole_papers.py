"""Papers as agencies write them, in ``passages/*.txt``: a register, then paragraphs with marks.

A line of the register begins with ``@`` and holds id, kind, name, aliases, role, sex, pseudonym and
identifiers between bars. Every word outside the marks counts as ordinary.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.workbench.disclosure.marked import Score, score_one, unmarked
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import finder_of
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Register, register_from_json

PAPERS = sorted(Path(__file__).parent.joinpath("passages").glob("*.txt"))
_KEYS = ("id", "kind", "real_name", "aliases", "role", "sex", "pseudonym", "identifiers")
_WORD = re.compile(r"[^\W_]+")


def read(path: Path) -> tuple[Register, list[str]]:
    """The register and the paragraphs of one paper."""
    rows, lines = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            values = [value.strip() for value in line[2:].split("|")]
            row: dict[str, object] = dict(zip(_KEYS, values, strict=False))
            for key in ("aliases", "identifiers"):
                row[key] = [one.strip() for one in str(row.get(key, "")).split(";") if one.strip()]
            rows.append(row)
        else:
            lines.append(line)
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines))
    return register_from_json({"register": rows}), [
        one.strip("\n") for one in paragraphs if one.strip()
    ]


def score_paper(path: Path, into: Score) -> Score:
    """How well the finder did on one paper, read from its first paragraph to its last."""
    register, paragraphs = read(path)
    finder, recent = finder_of(register), Recent()
    for paragraph in paragraphs:
        marked = unmarked(paragraph)
        plain = passage_of(marked.text)
        found = [
            (*plain.original_span(one.start, one.end), one) for one in finder.find(plain, recent)
        ]
        score_one(marked, found, into)
        for word in _WORD.finditer(marked.text):
            start, end = word.span()
            if any(a < end and start < b for a, b, _ in marked.spans):
                continue
            over = any(a < end and start < b for a, b, _ in found)
            into.counts["words"] += 1
            into.counts["words left"] += not over
            if word.group()[0].isupper():
                into.counts["capitals"] += 1
                into.counts["capitals left"] += not over
    return into

"""Within a paragraph of the author's: bold, italic, references, links to evidence, footnotes.

``**bold**`` and ``*italic*``; ``finding 3`` and ``recommendation 2`` become references by
themselves; ``^[…]`` is a footnote. What the window inserts holds an id instead, and keeps pointing
at the same thing when the order changes: ``{finding:…}``, ``{recommendation:…}``, ``{entry:…}``,
``{paper:…}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from workbench.model.blocks import Inline, Mark, Marked, Words

_FOOTNOTE = r"\^\[(?P<note>[^\]]+)\]"
_LINK = r"\{(?P<kind>finding|recommendation|entry|paper):(?P<id>[^{}\s]+)\}"
_NUMBER = r"\b(?P<what>finding|recommendation) (?P<number>\d{1,3})\b(?!\.\d)"
_STRESS = r"(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])(?P<within>.+?)(?<=[^\s*])(?P=stars)(?![\w*])"
_PIECE = re.compile(f"{_FOOTNOTE}|{_LINK}|{_NUMBER}|{_STRESS}", re.IGNORECASE | re.DOTALL)
_LAST_WORD = re.compile(r"\S+\s*$")


@dataclass(frozen=True)
class Links:
    """What a text may point to: the number that each finding and recommendation is printed with,
    and what a footnote says of a piece of evidence (nothing where such notes are not printed).
    ``holds`` says whether the record still has a piece of evidence."""

    findings: Mapping[str, int] = field(default_factory=dict)
    recommendations: Mapping[str, int] = field(default_factory=dict)
    evidence: Callable[[str, str], Words] = lambda _kind, _id: ()
    holds: Callable[[str, str], bool] = lambda _kind, _id: True

    def numbers(self, what: str) -> Mapping[str, int]:
        """The printed numbers of findings or of recommendations, by id."""
        return self.findings if what == "finding" else self.recommendations

    def number(self, what: str, id: str) -> int | None:  # noqa: A002 # the field's name
        """The printed number of the finding or recommendation of this id, or None."""
        numbers = self.numbers(what)
        return numbers.get(meant(id, numbers) or "")


NO_LINKS = Links()
SHORT = 8  # characters of an id that a passage needs to hold


def meant(id: str, known: Iterable[str]) -> str | None:  # noqa: A002 # the field's name
    """Which of the known ids this one, or its first characters, means; None for none or several."""
    found = [key for key in known if key == id or (len(id) >= SHORT and key.startswith(id))]
    return found[0] if len(found) == 1 else None


GONE = "[no longer in the record]"
_REMOVED = {
    "finding": "a finding that was removed",
    "recommendation": "a recommendation that was removed",
    "entry": "an entry of the chronology that was removed",
    "paper": "a paper that was removed",
}


def inline(text: str, links: Links = NO_LINKS, mark: Mark | None = None) -> Words:
    """The text as words; what looks like a mark and is none stays as it was typed."""
    made: list[Inline] = []
    done = 0
    for found in _PIECE.finditer(text):
        _add(made, text[done : found.start()], mark)
        done = found.end()
        if found["note"]:
            _note(made, inline(found["note"].strip(), links))
        elif found["stars"]:
            made += inline(found["within"], links, _stressed(mark, len(found["stars"])))
        elif found["kind"] in ("entry", "paper"):
            _note(made, links.evidence(found["kind"], found["id"]))
        else:
            _refer(made, found, links, mark)
    _add(made, text[done:], mark)
    return tuple(made)


def loose_ends(text: str, links: Links) -> Iterator[str]:
    """What the text refers to and the report does not have."""
    for found in _PIECE.finditer(text):
        if found["within"]:
            yield from loose_ends(found["within"], links)
        elif found["what"]:
            if int(found["number"]) not in links.numbers(found["what"].lower()).values():
                yield f"{found['what'].lower()} {found['number']}"
        elif _gone(found, links):
            yield _REMOVED[found["kind"]]


def _gone(found: re.Match[str], links: Links) -> bool:
    kind, key = found["kind"], found["id"]
    if kind in ("entry", "paper"):
        return not links.holds(kind, key)
    return kind is not None and links.number(kind, key) is None


def _add(made: list[Inline], text: str, mark: Mark | None) -> None:
    if text:
        made.append(text if mark is None else Marked(text, mark))


def _stressed(mark: Mark | None, stars: int) -> Mark:
    base = mark or Mark()
    return replace(base, italic=base.italic or stars != 2, bold=base.bold or stars > 1)


def _refer(made: list[Inline], found: re.Match[str], links: Links, mark: Mark | None) -> None:
    what = (found["what"] or found["kind"]).lower()
    numbers = links.numbers(what)
    if found["kind"]:
        number = links.number(what, found["id"])
        text = f"{what} {number}" if number else GONE
    else:
        number, text = int(found["number"]), found[0]
    if number in numbers.values():
        made.append(Marked(text, replace(mark or Mark(), refers_to=f"{what}_{number}")))
    else:
        _add(made, text, mark)


def _note(made: list[Inline], note: Words) -> None:
    """Put the footnote on the last word of what stands before it."""
    if not note:
        return
    last = made[-1] if made else ""
    before = last if isinstance(last, str) else ""
    if before:
        made.pop()
    mark = before.mark if isinstance(before, Marked) else Mark()
    if mark.footnote:
        note = (*mark.footnote, "; ", *note)
    word = _LAST_WORD.search(before)
    at = word.start() if word else 0
    if at and not isinstance(before, Marked):
        made.append(before[:at])
    elif at:
        made.append(Marked(before[:at], replace(mark, footnote=())))
    made.append(Marked(before[at:].rstrip() or "\u2060", replace(mark, footnote=note)))

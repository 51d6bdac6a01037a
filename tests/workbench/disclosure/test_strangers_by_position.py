"""People whom nobody registered, of many origins and in every place where papers name somebody; and
capitals that name nobody. A line is one text, ``\\n`` a new line in it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.workbench.disclosure.marked import unmarked
from workbench.disclosure.detectors.found import Kind
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import finder_of
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Register

_HERE = Path(__file__).parent
FINDER = finder_of(Register())


def texts(name: str) -> list[str]:
    """The texts of one of the lists."""
    listed = _HERE.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in listed]


@cache
def counted() -> tuple[Counter[str], list[str]]:
    """How many of each kind there are and are surfaced whole, and which are not."""
    counts, missed = Counter[str](), list[str]()
    for line in texts("strangers_by_position.txt"):
        kind, sentence = line.split("\t", 1)
        marked = unmarked(sentence)
        plain = passage_of(marked.text)
        found = [plain.original_span(one.start, one.end) for one in FINDER.find(plain, Recent())]
        for start, end, _ in marked.spans:
            letters = (at for at in range(start, end) if marked.text[at].isalnum())
            whole = all(any(a <= at < b for a, b in found) for at in letters)
            counts[kind] += 1
            counts[f"{kind} whole"] += whole
            if not whole:
                missed.append(f"{marked.text[start:end]!r} in {marked.text!r}")
    return counts, missed


@pytest.mark.parametrize(("kind", "least"), [("name", 0.98), ("word", 0.76), ("letters", 0.8)])
def test_a_stranger_is_surfaced_whole_wherever_somebody_is_named(kind: str, least: float) -> None:
    counts, missed = counted()
    assert counts[kind] > 60
    assert counts[f"{kind} whole"] / counts[kind] >= least, "\n".join(missed)


def test_ordinary_capitals_are_left_alone() -> None:
    words, asked = 0, list[str]()
    for text in texts("ordinary_capitals.txt"):
        words += len(text.split())
        found = (one for one in FINDER.find(text) if one.kind is Kind.UNKNOWN)
        asked += [text[one.start : one.end] for one in found]
    assert len(asked) <= words * 0.012, asked


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Male known as Tank, address unknown.\nTank rang at nine.", ["Tank", "Tank"]),
        ("Tolu Bankole took the action. TB: not done yet.", ["Tolu Bankole", "TB"]),
        ("Ate well. KS\nSlept well. KS", ["KS", "KS"]),
        ("Duty: L. Crisp", ["L. Crisp"]),
        ("Seen with Keisha M's mother.", ["Keisha M"]),
        ("Completed by: Hêro Salih, Director.", ["Hêro Salih"]),
        ("The witness Seán Mac an Bhaird spoke.", ["Seán Mac an Bhaird"]),
    ],
)
def test_whom_a_place_names_is_met_whole_and_again(text: str, named: list[str]) -> None:
    plain = passage_of(text)
    spans = [plain.original_span(one.start, one.end) for one in FINDER.find(plain)]
    assert [text[start:end] for start, end in spans] == named

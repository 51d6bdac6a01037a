"""Places, firms and bodies of all kinds and nations that nobody registered, and capitals of the
trade that name nobody: how many of the ones are asked about whole, and of the others left alone.

Both lists were written before the detector was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.workbench.disclosure.marked import unmarked
from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register

_HERE = Path(__file__).parent
_FINDER = finder_of(Register())


def lines(name: str) -> list[str]:
    return _HERE.joinpath(name).read_text(encoding="utf-8").splitlines()


def raised(text: str) -> list[str]:
    return [text[one.start : one.end] for one in _FINDER.find(text)]


def missed(line: str) -> list[str]:
    """The marked names of a line that are not asked about whole."""
    marked = unmarked(line)
    found = _FINDER.find(marked.text)
    covered = {at for one in found for at in range(one.start, one.end)}
    return [
        marked.text[start:end]
        for start, end, _ in marked.spans
        if any(marked.text[at].isalnum() and at not in covered for at in range(start, end))
    ]


def test_most_places_of_all_kinds_are_asked_about_whole() -> None:
    written = lines("places_of_all_kinds.txt")
    names = sum(len(unmarked(line).spans) for line in written)
    lost = [name for line in written for name in missed(line)]
    assert names > 320
    assert len(lost) <= 0.16 * names, lost


def test_capitals_of_the_trade_are_left_alone() -> None:
    written = lines("capitals_of_the_trade.txt")
    asked = {line: raised(line) for line in written if raised(line)}
    words = sum(len(re.findall(r"\w+", line)) for line in written)
    assert words > 1100
    assert len(asked) <= 0.05 * len(written), asked


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Seen at Bromsfield Royal on Monday.", "Bromsfield Royal"),
        ("Blue light to the Royal Marsham at noon.", "Royal Marsham"),
        ("The meeting was held at Guildhall Annexe.", "Guildhall Annexe"),
        ("Found near Albany boating lake by a dog walker.", "Albany boating lake"),
        ("The agency was Independence Direct until May.", "Independence Direct"),
        ("Her workplace, Lion's Den, was told.", "Lion's Den"),
        ("| School | The Gables | no reply |", "The Gables"),
        ("Clinic at Tigh na Mara monthly.", "Tigh na Mara"),
        ("Cubs at 1st Fernley are on Tuesdays.", "1st Fernley"),
        ("A charity (Warm Welcome) gave the family a heater.", "Warm Welcome"),
    ],
)
def test_a_place_is_asked_about_with_all_that_belongs_to_it(text: str, name: str) -> None:
    assert name in raised(text)

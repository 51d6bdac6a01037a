"""Marks on words: kept through the gate, and no way round it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.disclosure.passages_by_hand import register
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.marking import Stretch, marked_again
from workbench.model.blocks import (
    Document,
    Figure,
    Inline,
    Mark,
    Marked,
    Mention,
    Paragraph,
    Section,
)
from workbench.model.figures import Bond as Tied
from workbench.model.figures import Genogram, Relative, Tie, Wheel
from workbench.model.ids import PersonId

KNOWN = register(
    ("p1", "person", "Ngozi Okafor", ["Goz"], "mother", "Anna"),
    ("p2", "person", "Chidi Okafor", [], "father", "Mr B"),
)
BOLD = Mark(bold=True)


def gate(*blocks: object) -> Disclosed:
    section = Section("s", ("Findings",), blocks)  # type: ignore[arg-type] # blocks of any sort
    return disclose(Document(("Report",), sections=(section,)), KNOWN, audience("published"))


def told(*parts: Inline) -> list[tuple[str, Mark | None]]:
    block = gate(Paragraph(parts)).document.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    return [
        (str(part), part.mark if isinstance(part, Marked) else None)
        for part in block.text
        if isinstance(part, str)
    ]


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("It ", Marked("must", BOLD), " stop."), [("It ", None), ("must", BOLD), (" stop.", None)]),
        ((Marked("Ngozi Okafor", BOLD), " left."), [("Anna", BOLD), (" left.", None)]),
        (("Then Ngozi ", Marked("Okafor", BOLD), " left."), [("Then ", None), ("Anna", BOLD), (" left.", None)]),
        ((Marked("Ngo", BOLD), "zi left."), [("Anna", BOLD), (" left.", None)]),
        (("She saw ", Marked("Chidi Okafor twice", BOLD), "."), [("She saw ", None), ("Mr B twice", BOLD), (".", None)]),
    ],
)  # fmt: skip
def test_a_name_is_replaced_whatever_part_of_it_is_marked(
    parts: tuple[Inline, ...], wanted: list[tuple[str, Mark | None]]
) -> None:
    assert told(*parts) == wanted


def test_a_footnote_goes_through_the_gate_like_the_text() -> None:
    mark = Mark(footnote=("As told by Ngozi Okafor, and by ", Mention(PersonId("p2")), "."))
    ((_, none), (text, found)) = told("It was said ", Marked("twice.", mark))
    assert none is None
    assert text == "twice."
    assert found is not None
    assert "".join(map(str, found.footnote)) == "As told by Anna, and by Mr B."


def test_a_footnote_outlives_the_words_on_which_it_stood() -> None:
    noted = Mark(footnote=("Record of the ward.",))
    parts = told("The Okafor ", Marked("family", noted), " was seen.")
    assert [mark for _, mark in parts if mark] == [noted]


def test_two_marks_keep_their_places_when_the_words_between_them_change() -> None:
    italic = Mark(italic=True)
    found = told(Marked("First", BOLD), " came Chidi Okafor and ", Marked("then", italic), " Goz.")
    assert found == [("First", BOLD), (" came Mr B and ", None), ("then", italic), (" Anna.", None)]


def test_every_word_of_a_figure_goes_through_the_gate() -> None:
    family = Genogram(
        (Relative("a", (Mention(PersonId("p1")),)), Relative("b", ("Chidi Okafor",))),
        (Tie("a", "b", Tied.PARTED, ("Ngozi left in May 2019",)),),
    )
    wheel = Wheel(("Ngozi Okafor",), (("Chidi controlled the money",),))
    found = gate(
        Figure(family, ("Family of Ngozi Okafor",), ("Ngozi Okafor and Chidi",)),
        Figure(wheel, ("Themes",), ("Themes about Goz",)),
    )
    said = repr(found.document)
    assert not any(name in said for name in ("Ngozi", "Chidi", "Okafor", "Goz"))
    assert "Anna left in May 2019" in said
    assert "Mr B controlled the money" in said


_TEXTS = st.text("ab .\u2019N", max_size=12)


@given(_TEXTS, _TEXTS, st.lists(st.integers(0, 12), max_size=6))
def test_marks_never_change_what_is_said(text: str, said: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    stretches = [Stretch(start, end, BOLD) for start, end in pairwise(edges)]
    assert "".join(marked_again(text, said, stretches)) == said

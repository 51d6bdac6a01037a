"""What stands for what, told by laying two texts side by side."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.disclosure.test_properties import reports
from workbench.disclosure.audiences import audience
from workbench.disclosure.disclosing import MASK
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.disclosure.standing import Compared, compared, plain, standings
from workbench.model.blocks import Document, Mention, Moment, Paragraph, Section, rewrite_document
from workbench.model.when import Precision, When


@pytest.mark.parametrize(
    ("written", "said", "expected"),
    [
        ("Gareth Penhallow came.", "Adrian came.", [("Adrian", "Gareth Penhallow")]),
        ("On 14 March 2024 he rang.", "In March 2024 he rang.", [("In March", "On 14 March")]),
        ("Seen by Dr Ade, who left.", "Seen by GP1, who left.", [("GP1", "Dr Ade")]),
        ("Rose said so.", f"{MASK} said so.", [(MASK, "Rose")]),
        ("An Okafor and a Hughes.", "A man and a woman.", [("A man", "An Okafor"), ("woman", "Hughes")]),
        ("The same.", "The same.", []),
        ("", "", []),
        ("He went home to Nan", "He went home", [("home", "home to Nan")]),
    ],
)  # fmt: skip
def test_each_replacement_is_told_with_what_it_stands_for(
    written: str, said: str, expected: list[tuple[str, str]]
) -> None:
    found = standings(written, said)
    assert [(said[one.start : one.end], one.written) for one in found] == expected
    assert [one.held for one in found] == [MASK in shown for shown, _ in expected]


@settings(max_examples=150, deadline=None)
@given(st.text("abc .,[]", max_size=60), st.text("abc .,[]", max_size=60))
def test_whatever_the_texts_what_is_unmarked_was_written(written: str, said: str) -> None:
    found = standings(written, said)
    at, unmarked = 0, ""
    for one in found:
        assert at <= one.start <= one.end <= len(said)
        unmarked += said[at : one.start]
        at = one.end
    unmarked += said[at:]
    rest = iter(written)  # what is unmarked was written, and in that order
    assert all(letter in rest for letter in "".join(unmarked.split()))


@settings(max_examples=40, deadline=None)
@given(reports())
def test_no_name_is_read_that_is_not_marked(case: tuple[Register, Document]) -> None:
    known, document = case
    disclosed = disclose(document, known, audience("published"))
    before: list[str] = []
    rewrite_document(document, lambda words, _: (before.append(plain(words, known)), words)[1])
    after: list[str] = []
    rewrite_document(disclosed.document, lambda w, _: (after.append(plain(w, known)), w)[1])
    for written, said in zip(before, after, strict=True):
        marked = standings(written, said)
        if written != said:
            assert marked


WREN = Register((Entity(id="p1", kind=EntityKind.PERSON, name="Wren Okafor", shown_as="Child A"),))


def test_times_and_people_are_spelled_out_for_the_author() -> None:
    day = When(start=date(2024, 3, 14), end=date(2024, 3, 14), precision=Precision.DAY)
    assert (
        plain((Mention("p1"), " came on ", Moment(day)), WREN)
        == "Wren Okafor came on 14 March 2024"
    )


def test_two_audiences_are_compared_by_what_each_keeps_of_what_was_written() -> None:
    text = "On 14 March 2024 Wren Okafor was seen at 10:15."
    document = Document(("Report",), (), (Section("s", ("S",), (Paragraph((text,)),)),))
    panel, published = (
        disclose(document, WREN, audience(name)).document for name in ("panel", "published")
    )
    assert compared(document, published, panel, WREN) == Compared(less=1, more=0, other=0)
    assert compared(document, panel, published, WREN) == Compared(less=0, more=1, other=0)
    assert compared(document, panel, panel, WREN) == Compared(0, 0, 0)

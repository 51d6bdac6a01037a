"""What an author types in a passage, and what is made of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.report.invented import material, ruled
from workbench.model.blocks import (
    Document,
    Heading,
    Inline,
    Items,
    Mark,
    Marked,
    Moment,
    Paragraph,
    ParagraphStyle,
    words,
)
from workbench.model.ids import FindingId
from workbench.report.anchors import with_anchors_only
from workbench.report.layouts import layout
from workbench.report.outputs import OUTPUTS
from workbench.report.sections import section_of
from workbench.report.subjects.inline import GONE, SHORT, Links, inline, loose_ends
from workbench.report.subjects.linking import links_of
from workbench.report.subjects.prose import passage_blocks, worded
from workbench.review import Review

BOLD, ITALIC, BOTH = Mark(bold=True), Mark(italic=True), Mark(bold=True, italic=True)
LINKS = Links(findings={"f1": 1, "f2": 2, "f3": 3}, recommendations={"r1": 1})


def told(*parts: Inline) -> list[tuple[str, Mark | None]]:
    return [(str(part), part.mark if isinstance(part, Marked) else None) for part in parts]


def test_a_passage_has_paragraphs_headings_lists_and_quotations() -> None:
    text = (
        "First.\n\n# What we saw\nSecond,\nstill the second.\n- a\n- b\n\n"
        "1. one\n2. two\n\n## Deeper\n> Nobody asked me.\n\nLast."
    )
    made = passage_blocks(text, ParagraphStyle.NUMBERED, "Background")
    assert [type(one) for one in made] == [
        *(Paragraph, Heading, Paragraph, Items, Items, Heading, Paragraph, Paragraph),
    ]
    assert [one.level for one in made if isinstance(one, Heading)] == [2, 3]
    assert [one.ordered for one in made if isinstance(one, Items)] == [False, True]
    assert [one.style for one in made if isinstance(one, Paragraph)] == [
        *(ParagraphStyle.NUMBERED, ParagraphStyle.NUMBERED),
        *(ParagraphStyle.QUOTE, ParagraphStyle.NUMBERED),
    ]
    assert [one.place for one in made][-1] == "Background, paragraph 8"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It **must** stop.", [("It ", None), ("must", BOLD), (" stop.", None)]),
        ("It *may*.", [("It ", None), ("may", ITALIC), (".", None)]),
        ("***Both***", [("Both", BOTH)]),
        ("**a *b* c**", [("a ", BOLD), ("b", BOTH), (" c", BOLD)]),
        ("2 * 3 * 4 and 5*3", [("2 * 3 * 4 and 5*3", None)]),
        ("**not closed", [("**not closed", None)]),
        ("PIN: ****", [("PIN: ****", None)]),
        ("finding 9", [("finding 9", None)]),
        ("see finding 2.1", [("see finding 2.1", None)]),
        ("{finding:gone}", [(GONE, None)]),
    ],
)
def test_marks_within_a_paragraph(text: str, wanted: list[tuple[str, Mark | None]]) -> None:
    assert told(*inline(text, LINKS)) == wanted


@pytest.mark.parametrize(
    ("text", "said", "target"),
    [
        ("see Finding 3", "Finding 3", "finding_3"),
        ("(recommendation 1)", "recommendation 1", "recommendation_1"),
        ("{finding:f2}", "finding 2", "finding_2"),
    ],
)
def test_a_number_becomes_a_reference(text: str, said: str, target: str) -> None:
    (found,) = [part for part in inline(text, LINKS) if isinstance(part, Marked)]
    assert (str(found), found.mark.refers_to) == (said, target)


def test_a_footnote_stands_after_the_word_before_it() -> None:
    made = inline("He was seen twice.^[Ward record.] Then not.", LINKS)
    assert told(*made) == [
        ("He was seen ", None),
        ("twice.", Mark(footnote=("Ward record.",))),
        (" Then not.", None),
    ]


@given(st.text("ab *^[]{}:finding12.\n", max_size=40))
def test_whatever_is_typed_no_word_is_lost_and_nothing_breaks(text: str) -> None:
    made = inline(text, LINKS)
    said = "".join(str(part) for part in made)
    assert all(part != "" for part in made)
    if not any(sign in text for sign in "*^{"):
        assert said == text


def test_what_a_passage_refers_to_in_vain_is_told(child: Review) -> None:
    links = Links(findings={"f1": 1}, holds=lambda _kind, key: key == "e1")
    text = "**finding 7** and finding 1, {finding:x} {entry:e1} {entry:e2}"
    assert list(loose_ends(text, links)) == [
        "finding 7",
        "a finding that was removed",
        "an entry of the chronology that was removed",
    ]
    assert OUTPUTS["overview"].cautions(child) == ()


def test_links_to_evidence_are_footnotes_or_nothing() -> None:
    facts = replace(material(), evidence_notes=True)
    entry = next(one for one in facts.entries if one.when.dated and one.agency)
    text = f"He was seen.{{entry:{entry.id}}}"
    (_, noted) = inline(text, links_of(facts))
    assert isinstance(noted, Marked)
    source = facts.agency(entry.agency)
    assert noted.mark.footnote == (f"{source}, record of ", Moment(entry.when), ".")
    assert inline(text.replace(entry.id, entry.id[:SHORT]), links_of(facts)) == (_, noted)
    plain = inline(text, links_of(replace(facts, evidence_notes=False)))
    assert plain == ("He was seen.",)


def test_the_beginning_of_an_id_is_enough_while_it_means_one_thing() -> None:
    links = Links(findings={"0123456789ab": 1, "01234567cdef": 2})
    assert str(inline("See {finding:0123456789}.", links)[1]) == "finding 1"
    assert GONE in "".join(map(str, inline("See {finding:01234567}.", links)))


def test_references_count_the_findings_that_are_printed_with_a_number() -> None:
    facts = material()
    learning = [one.id for one in facts.findings if not one.good_practice]
    assert links_of(facts).findings == {key: n for n, key in enumerate(learning, 1)}
    assert FindingId("nobody") not in links_of(facts).findings


def test_a_reference_to_what_a_document_lacks_is_plain_text() -> None:
    facts = replace(material(), passages={"introduction": "As finding 1 says, **it** was late."})
    plan = layout("sar")
    intro = section_of(next(one for one in plan.sections if one.id == "introduction"), facts)
    found = section_of(next(one for one in plan.sections if one.id == "findings"), facts)
    whole = with_anchors_only(Document(words("R"), sections=(intro, found)))
    alone = with_anchors_only(Document(words("R"), sections=(intro,)))

    def marks(document: Document) -> list[Mark]:
        first = document.sections[0].blocks[0]
        assert isinstance(first, Paragraph)
        return [part.mark for part in first.text if isinstance(part, Marked)]

    assert marks(whole) == [Mark(refers_to="finding_1"), BOLD]
    assert marks(alone) == [BOLD]


def test_marks_and_references_pass_the_gate() -> None:
    facts = replace(material(), passages={"introduction": "**Doreen Ashgrove** is in finding 1."})
    sections = tuple(section_of(one, facts) for one in layout("sar").sections)
    safe = ruled(with_anchors_only(Document(words("R"), sections=sections))).document
    first = next(one for one in safe.sections if one.id == "introduction").blocks[0]
    assert isinstance(first, Paragraph)
    assert told(*first.text) == [
        ("Edna", BOLD),
        (" is in ", None),
        ("finding 1", Mark(refers_to="finding_1")),
        (".", None),
    ]


def test_a_wording_leaves_out_what_it_cannot_name() -> None:
    wording = "Dear {agency}\n\nYours, {author}"
    assert worded(wording, {"agency": "", "author": "A. Reviewer"}) == "Yours, A. Reviewer"

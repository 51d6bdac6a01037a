"""What identifies together: published failures are told, and so is what making less exact leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.disclosure.passages_by_hand import register
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.disclosure.risk import Level, Risk, level_of, risks_of
from workbench.disclosure.risk_facts import exact_facts, kinds
from workbench.model.blocks import Document, Paragraph, Section, words

KNOWN = Register(
    (
        *register(
            ("p1", "person", "Rowan Ashcombe", [], "subject", "Child G"),
            ("p2", "person", "Imogen Tresco", [], "parent", "Mother"),
            ("p3", "person", "Thaddeus Wolverley", [], "practitioner", "SW1"),
        ).entities,
        Entity(id="o", kind=EntityKind.ORG, name="Wexcombe Cottage Hospital", keep=True),
    )
)


def risks(*texts: str, to: str = "panel") -> dict[str, Risk]:
    blocks = tuple(
        Paragraph(words(text), place=f"paragraph {n}") for n, text in enumerate(texts, 1)
    )
    document = Document(title=("A review",), sections=(Section("s", ("Story",), blocks),))
    return {one.who: one for one in risks_of(disclose(document, KNOWN, audience(to)), KNOWN)}


def kinds_in(text: str) -> list[str]:
    return [one.kind for one in exact_facts(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She was admitted on 3 March 2018.", ["date"]),
        ("In March 2018 she was admitted.", []),
        ("He was aged ten, then aged 25 to 34.", ["age"]),
        ("A 34-year-old man.", ["age"]),
        ("Between 16 and 19 years old.", []),
        ("Her father, a lighthouse keeper, was a firefighter.", ["occupation"]),
        ("The social worker and the nurse came.", []),
        ("She had Prader-Willi syndrome.", ["condition"]),
        ("He was sentenced to life imprisonment.", ["court", "court"]),
        ("They were twins.", ["family"]),
        ("The family is Eritrean.", ["origin"]),
        ("She said, “Nobody ever asked me what I saw.”", ["quotation"]),
        ("She said “no” and “not today”.", []),
        ('She said "I told them all of it in May". He left.', ["quotation"]),
        ("He was seen at Wexcombe Cottage Hospital.", ["place"]),
    ],
)
def test_exact_facts_are_found_and_blurred_ones_are_not(text: str, found: list[str]) -> None:
    assert kinds_in(text) == found


def test_date_crime_and_sentence_are_one_web_search() -> None:
    found = risks(
        "Rowan Ashcombe was admitted on 4 May 2016 after she was stabbed.",
        "A man was convicted of murder and sentenced to 24 years.",
    )
    worst = found["Child G"]
    assert worst.level is Level.SEARCH
    assert {fact.kind for fact in worst.facts} == {"date", "event", "court"}
    assert {option.kind for option in worst.options if option.lowers} == {"date", "event", "court"}
    assert all(option.how for option in worst.options)


def test_a_small_hospital_with_an_exact_date_and_an_age_is_one_too() -> None:
    text = "Rowan Ashcombe, aged 81, died at Wexcombe Cottage Hospital on 4 May 2016."
    exact = risks(text)["Child G"]
    assert exact.level is Level.SEARCH
    assert exact.enough == ("an exact date",)


def test_what_the_gate_makes_less_exact_is_no_longer_counted() -> None:
    text = "Rowan Ashcombe, aged 81, died at Wexcombe Cottage Hospital on 4 May 2016."
    assert risks(text, to="published")["Child G"].level < Level.SEARCH


def test_facts_belong_to_whom_the_sentence_names_and_not_to_professionals() -> None:
    found = risks(
        "Imogen Tresco is a firefighter. Rowan Ashcombe is a twin. Thaddeus Wolverley came aged 40."
    )
    assert [fact.kind for fact in found["Mother"].facts] == ["occupation"]
    assert "twin" in [fact.words for fact in found["Child G"].facts]
    assert "SW1" not in found


def test_the_fewest_changes_that_are_enough_are_told() -> None:
    found = risks(
        "Rowan Ashcombe, aged ten, a twin, was stabbed on 4 May 2016. Rowan Ashcombe had Batten "
        "disease. Rowan Ashcombe is Eritrean."
    )["Child G"]
    assert found.level is Level.SEARCH
    left = {fact.kind for fact in found.facts} - {
        name for name, kind in kinds().items() if kind.label in found.enough
    }
    assert level_of(left) <= Level.TOGETHER
    assert len(found.enough) == 3


def test_a_document_without_a_fact_says_that_little_is_left() -> None:
    found = risks("Rowan Ashcombe was seen by many people over some years.")["Child G"]
    assert (found.level, found.facts, found.options) == (Level.LITTLE, (), ())


@given(st.sets(st.sampled_from(sorted(kinds()))), st.sampled_from(sorted(kinds())))
def test_taking_a_fact_away_never_makes_it_worse(held: set[str], gone: str) -> None:
    assert level_of(held - {gone}) <= level_of(held)


@given(st.text(max_size=200))
def test_any_text_whatever_is_read(text: str) -> None:
    assert all(one.kind in kinds() for one in exact_facts(text, KNOWN))

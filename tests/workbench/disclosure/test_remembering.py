"""The gate remembers what it said, and says the same as if it did not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.disclosure.test_properties import reports
from workbench.disclosure.audiences import audience
from workbench.disclosure.disclosing import Discloser
from workbench.disclosure.forgetting import forget
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.disclosure.remembering import kept_disclosers
from workbench.model.blocks import Document, Paragraph, Section

SMITHS = Register(
    tuple(
        Entity(id=name, kind=EntityKind.PERSON, name=f"{name} Smithson", shown_as=f"Child {n}")
        for n, name in enumerate(("Ottoline", "Zebedee"))
    )
)


def outcome(one: Disclosed) -> tuple[object, ...]:
    return one.document, one.unresolved, one.replaced, one.decided


def document(*texts: str) -> Document:
    return Document(title=("Report",), sections=(Section("s", ("S",), tuple(Paragraph((text,)) for text in texts)),))  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(reports(), st.sampled_from(["panel", "published"]))
def test_said_again_it_is_what_it_was(case: tuple[Register, Document], readers: str) -> None:
    known, written = case
    forget()
    first = outcome(disclose(written, known, audience(readers)))
    assert outcome(disclose(written, known, audience(readers))) == first
    forget()
    turned = replace(written, sections=written.sections * 2)
    assert outcome(disclose(turned, known, audience(readers)))[0].sections[:1] == first[0].sections


def test_whom_a_shared_name_means_follows_who_was_named_before_it() -> None:
    shared = "Smithson was told."
    one = disclose(document("Ottoline Smithson came.", shared), SMITHS, audience("panel"))
    other = disclose(document("Zebedee Smithson came.", shared), SMITHS, audience("panel"))
    assert one.document.sections[0].blocks[1] != other.document.sections[0].blocks[1]


def test_after_a_change_only_the_changed_text_is_read_again(monkeypatch) -> None:
    read: list[str] = []
    whole = Discloser.text
    monkeypatch.setattr(
        Discloser, "text", lambda self, text, *rest: read.append(text) or whole(self, text, *rest)
    )
    forget()
    disclose(document(*(f"Sentence {n} stays." for n in range(50))), SMITHS, audience("panel"))
    read.clear()
    changed = [f"Sentence {n} stays." for n in range(50)]
    changed[20] = "Another one."
    disclose(document(*changed), SMITHS, audience("panel"))
    assert read == ["Another one."]


def test_nothing_is_remembered_once_the_review_is_locked() -> None:
    disclose(document("Ottoline Smithson came."), SMITHS, audience("panel"))
    assert kept_disclosers.cache_info().currsize
    forget()
    assert kept_disclosers.cache_info().currsize == 0

"""The gate remembers what it said, and says the same as if it did not."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.disclosure.test_properties import reports
from workbench import disclosure
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


FAMILY = Register(
    tuple(
        Entity(
            id=key, kind=EntityKind.PERSON, name=name, shown_as=f"P{key}", sex_withheld=key == "c"
        )
        for key, name in (
            ("c", "Daniel Okafor"),
            ("m", "Grace Okafor"),
            ("f", "Chidi Okafor"),
            ("s", "Tom Birtwhistle"),
        )
    )
)
SAID = st.sampled_from(
    (
        "Grace Okafor rang.", "Ms Okafor came.", "Okafor was told.", "Daniel Okafor (DO) slept.",
        "DO: to be seen.", "He was tired.", "Grace Adebayo, a neighbour, rang.", "Grace was upset.",
        "Chidi Okafor left.", "Mr Okafor and Grace Okafor stayed.\n\nOkafor said no.", "Nobody came.",
        "Tom Birtwhistle visited.", "On 3 May 2020 she fell.", "On 5 May 2020 Tom wrote.",
    )
)  # fmt: skip
EDITS = st.lists(st.tuples(st.integers(0, 9), SAID, st.booleans()), min_size=1, max_size=6)


@settings(max_examples=100, deadline=None)
@given(st.lists(SAID, min_size=2, max_size=10), EDITS, st.sampled_from(["panel", "published"]))
def test_however_a_report_is_changed_it_says_what_a_first_reading_says(
    texts: list[str], edits: list[tuple[int, str, bool]], readers: str
) -> None:
    forget()
    disclose(document(*texts), FAMILY, audience(readers))
    versions = []
    for place, said, added in edits:
        texts[place : place + (0 if added else 1)] = [said]
        report = document(*texts)
        versions.append((report, outcome(disclose(report, FAMILY, audience(readers)))))
    for report, said_of_it in versions:
        kept_disclosers.cache_clear()
        assert outcome(disclose(report, FAMILY, audience(readers))) == said_of_it


def test_a_name_on_page_one_and_a_new_paragraph_make_no_other_text_be_read_again(
    monkeypatch,
) -> None:
    read: list[str] = []
    whole = Discloser.text
    monkeypatch.setattr(
        Discloser, "text", lambda self, text, *rest: read.append(text) or whole(self, text, *rest)
    )
    forget()
    texts = ["It began.", *(f"Tom Birtwhistle made visit {n}." for n in range(50))]
    disclose(document(*texts), FAMILY, audience("panel"))
    read.clear()
    changed = ["Grace Okafor rang.", "A new paragraph.", *texts]
    disclose(document(*changed), FAMILY, audience("panel"))
    assert read == changed[:2]


def test_nothing_is_remembered_once_the_review_is_locked() -> None:
    disclose(document("Ottoline Smithson came."), SMITHS, audience("panel"))
    assert kept_disclosers.cache_info().currsize
    forget()
    assert kept_disclosers.cache_info().currsize == 0


# What is kept of our own word lists and of single characters says nothing of anybody.
_OF_OURS = {
    "_shipped", "_own_as_of", "kinds", "_phrases", "_both_ways", "_kinds", "_known", "ordinary",
    "rare", "_signs", "_given", "_typefaces", "_bare", "_invisible", "vocabulary", "trade_words",
    "common_words", "short_names", "plain_words", "word_list", "word_sequence", "_letter_runs",
    "_patterns", "_published", "_breaks",
}  # fmt: skip


def test_no_room_of_the_gate_keeps_a_name_once_the_review_is_locked() -> None:
    rooms = [
        importlib.import_module(room.name)
        for room in pkgutil.walk_packages(disclosure.__path__, "workbench.disclosure.")
    ]
    disclose(document("Ms Okafor, Grace Okafor and G. O. met."), FAMILY, audience("panel"))
    forget()
    kept = {
        f"{name} of {room.__name__}"
        for room in rooms
        for name, made in vars(room).items()
        if hasattr(made, "cache_info") and made.cache_info().currsize
        if made.__name__ not in _OF_OURS
    }
    assert kept == set()

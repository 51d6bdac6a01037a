"""Whatever is put to the gate, it answers: in words, in bounded time, and never with a leak."""

from __future__ import annotations

import time

import pytest

from tests.workbench.disclosure.passages_by_hand import CHILD, register
from workbench.disclosure.audiences import audience
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.disclosing import MASK
from workbench.disclosure.finder import Finder, finder_of
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.model.blocks import Document, Paragraph, Section
from workbench.model.rulings import Ruling, Verdict

SIZE = 120_000
UNITS = [
    "a", "A", "Aa", "1", "A1", "1-", "a.", "A.", "A ", "A'", "@", "a@", "(", "1 ", "0 12 ", "/", "-", "\n",
    "Mr ", "Xyzzy Qwert ", "李", "é", "e\u0301", "\u200d", "\u202eمرحبا ", "Ngozi", "Ngozi Okafor ", "he said ",
    "aged 9 ", "3 May ", "on the 3rd ", "12 High Street ", "St Mary School ", "9,", "1, ", "[at]a", "Abc-", "a_",
    "1:", "Ward A", '"A" ', "a1B2 ", "Анна сказала ", "Ａｄａ ", "𝔑𝔤𝔬𝔷𝔦 ", "שלום עולם ", "नमस्ते ", "\x00", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: repr(unit)[:14])
def test_a_long_run_of_anything_is_read_in_bounded_time(unit: str) -> None:
    finder = finder_of(CHILD)
    begun = time.perf_counter()
    found = finder.find(unit * (SIZE // len(unit)), Recent())
    assert time.perf_counter() - begun < 15, "one part in eight of a megabyte takes a second or two"
    assert all(0 <= one.start < one.end <= SIZE for one in found)


def text_of(disclosed: Disclosed) -> str:
    return "".join(map(str, disclosed.document.sections[0].blocks[0].text))


def told(text: str, known: Register, *rulings: Ruling) -> Disclosed:
    document = Document(title=("T",), sections=(Section("s", ("S",), (Paragraph((text,)),)),))
    return disclose(document, known, audience("published"), rulings)


def test_thousands_of_names_are_all_found() -> None:
    syllables = [
        "bar",
        "chel",
        "dro",
        "fin",
        "gul",
        "hes",
        "jor",
        "kim",
        "lun",
        "mav",
        "nor",
        "pel",
    ]
    names = [
        f"{a}{b} {c}{d}".title() for a in syllables for b in syllables for c in syllables[:6] for d in syllables[:3]
    ]  # fmt: skip
    known = Register(
        tuple(
            Entity(id=str(n), kind=EntityKind.PERSON, name=name, shown_as=f"Person {n}")
            for n, name in enumerate(names)
        )
    )
    finder = Finder(known)
    assert len(names) == 2592
    for name in names[::173]:
        found = finder.find(f"Then {name} rang.")
        assert [(one.start, one.end) for one in found] == [(5, 5 + len(name))], name


def test_somebody_registered_twice_is_asked_about_and_never_let_through() -> None:
    twice = register(
        ("a", "person", "Ottoline Brassington", [], "mother", "Anna"),
        ("b", "person", "Ottoline Brassington", [], "aunt", "Beth"),
    )
    disclosed = told("Ottoline Brassington and Ottoline came.", twice)
    assert "Ottoline" not in text_of(disclosed)
    assert disclosed.unresolved
    assert set(disclosed.unresolved[0].entities) == {"a", "b"}


def test_somebody_called_by_a_letter_is_asked_about_where_a_person_is_meant() -> None:
    known = register(("k", "person", "Kenneth Applewhaite", ["K"], "father", "Father"))
    assert told("K said that it was over.", known).unresolved
    assert told("She told K to leave.", known).unresolved
    assert not told("Vitamin K was given. See Appendix K, Part 2.", known).unresolved


@pytest.mark.parametrize("first", [Verdict.ORDINARY, Verdict.GENERALISE])
def test_of_contradictory_rulings_the_later_holds(first: Verdict) -> None:
    second = Verdict.GENERALISE if first is Verdict.ORDINARY else Verdict.ORDINARY
    rulings = [
        Ruling(id=str(n), words="Brackenfell", verdict=verdict, replacement="the town")
        for n, verdict in enumerate((first, second))
    ]
    said = text_of(told("They met in Brackenfell.", CHILD, *rulings))
    assert said == f"They met in {'the town' if second is Verdict.GENERALISE else 'Brackenfell'}."


def test_a_pseudonym_that_is_somebodys_real_name_is_not_written() -> None:
    known = register(
        ("a", "person", "Ottoline Brassington", [], "mother", "Zebedee"),
        ("b", "person", "Zebedee Quillfeather", [], "uncle", "Mr Q"),
    )
    disclosed = told("Ottoline Brassington came.", known)
    assert text_of(disclosed) == f"{MASK} came."


@pytest.mark.parametrize("mark", ["\u202e{}\u202c", "\u2067{}\u2069", "{}\u200f", "\u202a{}\u202c"])
def test_marks_of_direction_hide_no_name(mark: str) -> None:
    known = register(("a", "person", "Ottoline Brassington", [], "mother", "Anna"))
    said = text_of(told(f"Then {mark.format('Ottoline Brassington')} rang.", known))
    assert scan(said.encode(), known).leaks == ()
    assert "Ottoline" not in said


def test_a_long_text_is_read_in_parts_as_if_each_paragraph_stood_alone() -> None:
    paragraphs = [
        "Mrs Okafor rang on 3 May 2019. Will was asleep.",
        "Dr Adebayo saw Ngozi\nOkafor at The Willows Surgery.",
        "It was quiet; “Rose” was out.",
    ] * 60
    finder = finder_of(CHILD)
    apart, at, recent = [], 0, Recent()
    for text in paragraphs:
        apart += [
            (one.start + at, one.end + at, one.entity, one.certain)
            for one in finder.find(text, recent)
        ]
        at += len(text) + 2
    whole = finder.find("\n\n".join(paragraphs), Recent())
    assert [(one.start, one.end, one.entity, one.certain) for one in whole] == apart
    assert len(apart) >= 300

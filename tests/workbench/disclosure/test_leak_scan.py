"""The leak scan finds a name wherever in a Word file it hides, and refuses what it cannot read."""

from __future__ import annotations

import io
import random
from pathlib import Path

import docx
import pytest

from tests.workbench.disclosure import leak_bed
from tests.workbench.disclosure.marked import unmarked
from tests.workbench.disclosure.passages_by_hand import register
from tests.workbench.disclosure.passages_made import NAMES, NEUTRAL
from workbench.disclosure.leak_scan import Decision, scan
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.errors import BadInput
from workbench.resources import resource

KNOWN = register(("p1", "person", leak_bed.NAME, [], "child", "Child A"))
VECTORS = dict(leak_bed.vectors())


def saved(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_bed_is_as_long_as_the_list_of_known_hiding_places() -> None:
    assert len(VECTORS) >= 89


@pytest.mark.parametrize("name", VECTORS)
def test_a_name_is_found_in(name: str) -> None:
    report = scan(VECTORS[name](), KNOWN)
    assert [leak.entity for leak in report.leaks if leak.entity == "p1"], name
    assert all(leak_bed.FAMILY.lower() not in leak.place.lower() for leak in report.leaks)


@pytest.mark.parametrize("name", leak_bed.UNREADABLE)
def test_what_cannot_be_read_is_refused(name: str) -> None:
    report = scan(leak_bed.UNREADABLE[name](), KNOWN)
    assert report.unreadable
    assert not report.clean


def test_a_clean_file_is_clean_and_its_pictures_are_for_a_person_to_look_at() -> None:
    report = scan(leak_bed.BASE, KNOWN)
    assert report.clean
    assert report.pictures == ("docProps/thumbnail.jpeg",)
    assert "word/document.xml" in report.looked_at


@pytest.mark.parametrize(
    ("vector", "place"),
    [
        ("comment", "comment 2"),
        ("header", "header 3"),
        ("footnote", "footnote 3"),
        ("title property", "document property Title"),
        ("plain text", "paragraph 3 of the text"),
    ],
)
def test_the_place_is_said_in_words(vector: str, place: str) -> None:
    assert place in " ".join(leak.place for leak in scan(VECTORS[vector](), KNOWN).leaks)


def test_the_file_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "Quillfeather final.docx"
    path.write_bytes(leak_bed.BASE)
    assert [leak.place for leak in scan(path, KNOWN).leaks] == ["the file's name"]


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be opened"):
        scan(tmp_path / "none.docx", KNOWN)


ORDINARY = register(
    ("p1", "person", "Will May", [], "child", "Child A"),
    ("p2", "person", "Rose Hope", [], "mother", "Anna"),
    ("p3", "person", "Theresa Martin", [], "aunt", "Beth"),
    ("p4", "person", "Ali Ellison", [], "uncle", "Carl"),
)


def test_ordinary_sentences_raise_no_alarm() -> None:
    sentences = [
        "Will the panel agree? In May 2021 the bill rose. Hope for the future was recorded.",
        "There's a risk. There sat the chair. A smart in-patient unit. Tell is on the list.",
        "The court will rely on it; prices rose hope fell. Rose bushes grew. It may will be so.",
        "Martini glasses and martinet rules. The alibi was false.",
    ]
    report = scan(saved(*sentences), ORDINARY)
    assert report.leaks == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Will said so.", "They told Rose about it.", "Will May was there.", "the Ellisons left",
        "Theresa left.", "rosehope@example.org", "SEEN: ROSE HOPE", "Then Ali left.", "Rose told them.",
    ],
)  # fmt: skip
def test_a_name_that_is_an_ordinary_word_is_found_where_it_is_a_name(sentence: str) -> None:
    assert scan(saved(sentence), ORDINARY).leaks


def test_a_short_name_is_not_read_into_bytes_that_are_no_text() -> None:
    known = register(("p1", "person", "Baba Óeóü", [], "child", "Child A"))
    assert scan(leak_bed.BASE, known).clean
    assert scan(saved("Then Óe", "Óeóü came."), known).leaks


def test_a_name_that_is_kept_may_stand_but_not_a_relative_who_shares_part_of_it() -> None:
    chair = Entity(id="c", kind=EntityKind.PERSON, name="Ruth Ellison", keep=True)
    uncle = Entity(id="u", kind=EntityKind.PERSON, name="Ali Ellison", shown_as="Carl")
    both = Register((chair, uncle))
    assert scan(saved("Ruth Ellison was the chair."), both).leaks == ()
    assert scan(saved("Ali Ellison was the uncle."), both).leaks


def test_words_that_the_author_let_stand_are_explained_only_where_they_stand() -> None:
    text = "The street is called Quillfeather Row and is long."
    decided = [Decision("Quillfeather", text)]
    assert scan(saved(text), KNOWN, decided).leaks == ()
    assert scan(saved(text, "Quillfeather came too."), KNOWN, decided).leaks


def test_numbers_of_the_register_are_found_however_they_are_spaced() -> None:
    known = Register(
        (
            Entity(
                id="p1",
                kind=EntityKind.PERSON,
                name="Ada Thistlewood",
                identifiers=("943 476 5919", "07700 900 123", "14 Ashgrove Road"),
            ),
        )
    )
    for text in ("9434765919", "(07700) 900123", "14, ashgrove road", "NHS943-476-5919"):
        assert [leak.entity for leak in scan(saved(f"It says {text}."), known).leaks if leak.entity]
    assert scan(saved("The 114 Ashgrove roads."), known).leaks == ()


def test_an_nhs_number_that_checks_out_is_a_leak_whoever_it_belongs_to() -> None:
    assert [leak.what for leak in scan(saved("No 943 476 5919."), KNOWN).leaks] == ["NHS number"]
    assert scan(saved("No 943 476 5918."), KNOWN).leaks == ()


def test_no_false_alarm_from_long_names_on_a_long_clean_report() -> None:
    rows = [(f"p{n}", "person", name, [], "child", f"Child {n}") for n, name in enumerate(NAMES)]
    text = [unmarked(passage).text for passage in NEUTRAL] * 20
    report = scan(saved(*text), register(*rows))
    assert report.clean


def listed(name: str) -> list[str]:
    return resource("dictionary", name).read_text(encoding="ascii").split()


def test_150_pages_of_any_words_at_all_raise_no_alarm_for_500_people_of_six_letters_or_more() -> (
    None
):
    draw = random.Random(150)
    words = [*listed("ordinary.txt"), *listed("rare.txt")]
    names = [name for name in listed("names.txt") if len(name) >= 6]
    names = sorted(set(names) - set(words))
    people = [f"{draw.choice(names)} {draw.choice(names)}".title() for _ in range(500)]
    known = register(*((f"p{n}", "person", name, [], "child", "") for n, name in enumerate(people)))
    pages = [
        " ".join(f"{' '.join(draw.choices(words, k=12)).capitalize()}." for _ in range(8))
        for _ in range(150 * 500 // 96)
    ]
    assert scan(saved(*pages), known).leaks == ()


def test_the_dots_of_a_large_photograph_are_not_read_as_names() -> None:
    draw = random.Random(4)
    dots = draw.randbytes(300_000).replace(b"\xff", b"\xff\0") + b"Quillfeather"
    photograph = b"\xff\xd8\xff\xe0\0\4ab\xff\xda\0\4ab" + dots + b"\xff\xd9"
    assert scan(leak_bed.with_part("word/media/a.jpg", photograph), KNOWN).leaks == ()
    behind = leak_bed.with_part("word/media/a.jpg", photograph + b"Quillfeather")
    assert scan(behind, KNOWN).leaks

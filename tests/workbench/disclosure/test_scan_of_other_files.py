"""The scan, on workbooks, slides, PDF, text, RTF, OpenDocument and e-mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.workbench.disclosure import other_beds
from tests.workbench.disclosure.leak_bed import FAMILY, NAME, clean, in_body, run
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import Entity, EntityKind, Register

CHILD = Entity(id="p1", kind=EntityKind.PERSON, name=NAME, shown_as="Child A", born=other_beds.BORN)
KNOWN = Register((CHILD,))


@pytest.mark.parametrize("name", other_beds.VECTORS)
def test_a_name_is_found_in(name: str) -> None:
    report = scan(other_beds.VECTORS[name](), KNOWN)
    assert "p1" in {leak.entity for leak in report.leaks}, report
    assert all(FAMILY.lower() not in f"{leak.place} {leak.part}".lower() for leak in report.leaks)


CLEAN = {
    "workbook": lambda: other_beds.cell("seen"),
    "slides": lambda: other_beds.slides({"ppt/slides/slide1.xml": other_beds.shown("seen")}),
    "PDF": other_beds.pdf,
    "text": lambda: b"Seen at home.\n",
    "RTF": lambda: other_beds.rtf("Seen at home."),
    "OpenDocument": lambda: other_beds.odt({}),
    "e-mail": lambda: other_beds.mail(lambda _: None),
}


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_file_of_another_sort_is_clean(name: str) -> None:
    report = scan(CLEAN[name](), KNOWN)
    assert report.clean, report
    assert report.looked_at


@pytest.mark.parametrize("name", other_beds.UNREADABLE)
def test_what_cannot_be_read_is_refused_with_what_to_do(name: str) -> None:
    said, make = other_beds.UNREADABLE[name]
    report = scan(make(), KNOWN)
    assert not report.clean
    assert said in " ".join(one.reason for one in report.unreadable)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("a cell", "cell B4 of sheet 1"),
        ("a slide", "slide 3"),
        ("the notes of a slide", "the notes of slide 1"),
        ("a page", "page 1"),
        ("a note on a page", "a note on a page"),
        ("who made the PDF", "document property Author"),
        ("plain text", "line 2"),
        ("an e-mail", "line 1 of the e-mail"),
        ("whom an e-mail is copied to", "heading of the e-mail: Cc"),
    ],
)
def test_the_place_is_said_in_words(name: str, place: str) -> None:
    said = [leak.place for leak in scan(other_beds.VECTORS[name](), KNOWN).leaks]
    assert place in " ".join(said)


@pytest.mark.parametrize(
    "written",
    ["4 March 2011", "4th of March 2011", "04/03/2011", "4.3.11", "2011-03-04", "March 4, 2011",
     "20110304", "04032011", "4-Mar-11", "2011 Mar 04", "4\u00a0March\u00a02011"],
)  # fmt: skip
def test_a_day_of_birth_is_found_however_it_is_written(written: str) -> None:
    leaks = scan(in_body(run(f"The child, born {written}, was seen.")), KNOWN).leaks
    assert [leak.what for leak in leaks] == ["date of birth"]
    assert scan(f"Born {written}.".encode(), KNOWN).leaks


def test_a_day_of_birth_is_found_as_a_day_of_a_workbook() -> None:
    leaks = scan(other_beds.cell(other_beds.BORN), KNOWN).leaks
    assert [(leak.what, leak.place) for leak in leaks] == [("date of birth", "cell B4 of sheet 1")]
    assert scan(other_beds.cell(40606), KNOWN).clean  # the same number, shown as a number


def test_a_day_is_read_month_first_only_where_it_can_be_read_in_no_other_way() -> None:
    assert scan(b"Seen on 03/04/2011.", KNOWN).clean
    late = Register((replace(CHILD, born=date(2011, 3, 14)),))
    assert scan(b"Born on 03/14/2011.", late).leaks


@pytest.mark.parametrize("written", ["5 March 2011", "March 2011", "4 March", "04/2011", "2011"])
def test_another_day_or_less_than_a_day_is_no_day_of_birth(written: str) -> None:
    assert scan(f"In {written}.".encode(), KNOWN).clean


def test_a_picture_of_a_pdf_and_a_page_without_words_are_to_be_looked_at() -> None:
    report = scan(other_beds.pdf("% nothing drawn"), KNOWN)
    assert report.clean
    assert "page 1, on which there are no words" in report.pictures[0]


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path) -> None:
    for ending in ("docx", "xlsx", "pptx", "pdf", "odt", "rtf"):
        path = tmp_path / f"report.{ending}"
        path.write_bytes(b"Only text.")
        assert "whatever its name says" in scan(path, KNOWN).unreadable[-1].reason


def test_a_middle_name_by_itself_is_found() -> None:
    known = Register((Entity(id="p", kind=EntityKind.PERSON, name="Ada Ottoline Thistlewood"),))
    assert scan(in_body(run("Ottoline came home.")), known).leaks
    assert scan(clean(), known).clean

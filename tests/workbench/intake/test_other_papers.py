"""Chronologies in Excel and in plain text: the same rows accounted for in the same way."""

from __future__ import annotations

import contextlib
import io
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.workbench.intake.test_word_chronologies import word
from workbench.errors import BadInput
from workbench.intake.proposal import propose
from workbench.intake.protected import PasswordWanted
from workbench.report.protection import protected

TODAY = date(2026, 1, 15)


def excel(rows: list[list[object]], hidden: int | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if hidden:
        sheet.row_dimensions[hidden].hidden = True
    secret = book.create_sheet("Old")
    secret.append(["Date", "Event"])
    secret.append([datetime(2016, 5, 1), "Not for you."])
    secret.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_workbooks_dates_and_times_are_read_as_what_they_are() -> None:
    rows: list[list[object]] = [
        ["Date", "Time", "Event", "Source"],
        [datetime(2016, 5, 22), time(9, 50), "Telephone call.", "p3"],
        [datetime(2016, 5, 23, 11, 40), None, "Visit.", "p4"],
        ["early May 2016", None, "Letter.", 7.0],
    ]
    proposal = propose(excel(rows), "paper.xlsx", today=TODAY)
    first, second, third = proposal.entries
    assert f"{first.when.start} {first.when.start_time:%H:%M}" == "2016-05-22 09:50"
    assert f"{second.when.start} {second.when.start_time:%H:%M}" == "2016-05-23 11:40"
    assert (third.when.start, third.source) == (date(2016, 5, 1), "7")
    assert proposal.skipped == ()


def test_hidden_rows_and_sheets_are_told_and_not_taken() -> None:
    rows: list[list[object]] = [
        ["Date", "Event"],
        [datetime(2016, 5, 22), "Seen."],
        [datetime(2016, 5, 23), "Hidden."],
    ]
    proposal = propose(excel(rows, hidden=3), "paper.xlsx", today=TODAY)
    assert [entry.text for entry in proposal.entries] == ["Seen."]
    assert [each.reason for each in proposal.skipped] == ["the row is hidden"]
    assert "hidden sheet" in proposal.notes[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_plain_text_is_read_whatever_wrote_it(encoding: str, separator: str) -> None:
    lines = [["Date", "Event"], ["22/05/2016", "Paid £5 to José."], ["23/05/2016", '"Two\nlines"']]
    text = "\r\n".join(separator.join(line) for line in lines)
    proposal = propose(text.encode(encoding), "paper.csv", today=TODAY)
    assert [entry.text for entry in proposal.entries] == ["Paid £5 to José.", "Two\nlines"]
    assert proposal.entries[0].when.start == date(2016, 5, 22)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.csv"),
        (b"\x00\x01\x02\x00\x00binary", "binary.csv"),
        (b"not a workbook", "paper.xlsx"),
        (excel([["Date", "Event"]])[:-300], "cut.xlsx"),
        (b"Colour,Shape\nred,round\n", "other.csv"),
    ],
)
def test_what_cannot_be_read_gets_one_plain_sentence(data: bytes, name: str) -> None:
    with pytest.raises(BadInput, match=name.replace(".", r"\.")):
        propose(data, name, today=TODAY)


@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.docx"]))
def test_no_bytes_raise_anything_but_a_sentence(data: bytes, name: str) -> None:
    with contextlib.suppress(BadInput):
        assert propose(data, name, today=TODAY).name == name


def test_hidden_columns_comments_and_struck_words_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Date", "Private", "Event"])
    sheet.append([datetime(2016, 5, 22), "secret", "Seen."])
    sheet.column_dimensions["B"].hidden = True
    sheet["C2"].font = Font(strike=True)
    sheet["C2"].comment = Comment("Check this.", "A")
    made = io.BytesIO()
    book.save(made)
    proposal = propose(made.getvalue(), "paper.xlsx", today=TODAY)
    assert [entry.text for entry in proposal.entries] == ["Seen."]
    told = " ".join(proposal.notes)
    assert "hidden columns, with 2 filled cells" in told
    assert "1 cells are struck through" in told
    assert "comments on 1 cells" in told


def test_a_formula_without_its_result_is_said_in_its_place() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Date", "Event"])
    sheet.append(["=DATE(2016,5,22)", "Seen."])
    made = io.BytesIO()
    book.save(made)
    proposal = propose(made.getvalue(), "paper.xlsx", today=TODAY)
    (entry,) = proposal.entries
    assert (entry.text, entry.when.dated) == ("Seen.", False)
    assert "formula" in entry.when.text
    assert len(proposal.questions) == 1
    assert "1 cells hold a formula" in proposal.notes[0]


@pytest.mark.parametrize("name", ["paper.docx", "paper.xlsx"])
def test_a_protected_paper_opens_with_its_password_alone(name: str) -> None:
    plain = word([["Date", "Event"], ["3 May 2016", "Seen."]])
    if name.endswith("xlsx"):
        plain = excel([["Date", "Event"], [datetime(2016, 5, 3), "Seen."]])
    locked = protected(plain, "three plain words")
    with pytest.raises(PasswordWanted, match="Give the password"):
        propose(locked, name, today=TODAY)
    with pytest.raises(PasswordWanted, match="not the password"):
        propose(locked, name, today=TODAY, password="Three plain words")
    (entry,) = propose(locked, name, today=TODAY, password="three plain words").entries
    assert entry.text == "Seen."


def test_a_protected_paper_that_was_tampered_with_is_refused() -> None:
    locked = bytearray(
        protected(word([["Date", "Event"], ["3 May 2016", "x"]]), "three plain words")
    )
    locked[len(locked) // 2] ^= 1
    with pytest.raises(BadInput, match=r"damaged|not the password"):
        propose(bytes(locked), "paper.docx", today=TODAY, password="three plain words")

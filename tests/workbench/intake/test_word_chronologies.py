"""Chronologies in Word: every row of every table accounted for, and the agency's words unchanged."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.actions.agencies import add_agency
from workbench.actions.chronology_import import import_chronology
from workbench.actions.opening import create_review
from workbench.errors import BadInput
from workbench.intake.proposal import propose
from workbench.model.agencies import Contribution
from workbench.store.keys import Cost

QUICK = Cost(memory=19 * 1024, passes=1, lanes=1)
TODAY = date(2026, 1, 15)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*tables: list[list[str]]) -> bytes:
    document = docx.Document()
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for line, row in zip(rows, table.rows, strict=True):
            for text, cell in zip(line, row.cells, strict=True):
                cell.text = text
        document.add_paragraph("")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def raw_word(body: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
    return made.getvalue()


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


HEADINGS = row(cell("Date"), cell("Event"))


def test_ordinary_headings_are_understood() -> None:
    proposal = propose(
        word(
            [
                ["Date", "Time", "Source of information", "Event / contact", "Outcome"],
                ["22.05.16", "9.50am", "Call log p3", "Telephone call to duty.", "No reply"],
                ["23/5 /16", "", "Notes p9", "Home visit.", ""],
            ]
        ),
        "paper.docx",
        today=TODAY,
    )
    first, second = proposal.entries
    assert first.text == "Telephone call to duty.\nOutcome: No reply"
    assert (first.when.text, first.source, first.row) == ("22.05.16 9.50am", "Call log p3", 2)
    assert f"{first.when.start} {first.when.start_time:%H:%M}" == "2016-05-22 09:50"
    assert (second.text, second.when.start) == ("Home visit.", date(2016, 5, 23))
    assert proposal.skipped == ()


def test_every_row_is_an_entry_or_is_skipped_with_its_reason() -> None:
    rows = [
        ["Chronology of contact", "", ""],
        ["Date", "Event", "Source"],
        ["2016", "", ""],
        ["3 May", "Seen at clinic.", "p1"],
        ["", "", ""],
        ["Date", "Event", "Source"],
        ["4 May 2016", "", "p2"],
        ["31/02/2016", "Letter sent.", "p3"],
    ]
    proposal = propose(word(rows), "paper.docx", today=TODAY)
    seen = {each.row for each in (*proposal.entries, *proposal.skipped)}
    assert seen == {1, 3, 4, 5, 6, 7, 8}
    assert len(proposal.entries) + len(proposal.skipped) == 7
    assert proposal.entries[0].when.start == date(2016, 5, 3)
    assert {each.row: each.reason for each in proposal.skipped}[
        7
    ] == "the row has a date and no event"
    (question,) = proposal.questions
    assert (question.row, question.text) == (8, "31/02/2016")


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    inserted = '<w:tc><w:p><w:ins w:id="1"><w:r><w:t>Seen at home.</w:t></w:r></w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText>Not seen.</w:delText></w:r></w:del></w:p></w:tc>'
    body = (
        HEADINGS
        + row(cell("3 May 2016"), inserted + deleted)
        + row(cell("4 May 2016"), cell("Struck out."), properties='<w:del w:id="3"/>')
    )
    proposal = propose(raw_word(f"<w:tbl>{body}</w:tbl>"), "paper.docx", today=TODAY)
    assert [entry.text for entry in proposal.entries] == ["Seen at home."]
    assert proposal.skipped[0].reason == "the row was deleted with changes tracked"
    assert "tracked changes" in proposal.notes[0]


def test_a_merged_date_belongs_to_every_row_that_it_spans() -> None:
    top = cell("3 May 2016", '<w:vMerge w:val="restart"/>')
    body = HEADINGS + row(top, cell("First.")) + row(cell("", "<w:vMerge/>"), cell("Second."))
    proposal = propose(raw_word(f"<w:tbl>{body}</w:tbl>"), "paper.docx", today=TODAY)
    assert {entry.when.start for entry in proposal.entries} == {date(2016, 5, 3)}


def test_rows_inside_content_controls_are_read_and_hidden_ones_are_told() -> None:
    body = (
        HEADINGS
        + f"<w:sdt><w:sdtContent>{row(cell('3 May 2016'), cell('Inside.'))}</w:sdtContent></w:sdt>"
        + row(cell("4 May 2016"), cell("Hidden."), properties="<w:hidden/>")
    )
    proposal = propose(raw_word(f"<w:tbl>{body}</w:tbl>"), "paper.docx", today=TODAY)
    assert [entry.text for entry in proposal.entries] == ["Inside."]
    assert [each.reason for each in proposal.skipped] == ["the row is hidden"]


def test_a_table_without_headings_goes_on_with_the_one_before() -> None:
    proposal = propose(
        word([["Date", "Event"], ["3 May 2016", "First."]], [["4 May 2016", "Second."]]),
        "paper.docx",
        today=TODAY,
    )
    assert [(entry.table, entry.text) for entry in proposal.entries] == [
        (1, "First."),
        (2, "Second."),
    ]


def test_a_column_that_proves_american_order_is_read_so() -> None:
    rows = [["Date", "Event"], ["03/25/2016", "One."], ["04/02/2016", "Two."]]
    proposal = propose(word(rows), "paper.docx", today=TODAY)
    assert proposal.entries[1].when.start == date(2016, 4, 2)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (word(), "There is no table in paper.docx"),
        (word([["Colour", "Shape"], ["red", "round"]]), "“colour”, “shape”"),
        (b"not a zip at all", "not a Word or Excel file, or is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "protected by a password"),
        (word([["Date", "Event"]])[:-200], "not a Word or Excel file, or is damaged"),
        (raw_word("<w:p>"), "damaged"),
    ],
)
def test_a_paper_that_cannot_be_used_gets_one_plain_sentence(data: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        propose(data, "paper.docx", today=TODAY)


def test_a_small_file_that_unpacks_to_a_great_one_is_turned_away() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (70 * 1024 * 1024))
    with pytest.raises(BadInput, match="unpacks to far more"):
        propose(made.getvalue(), "paper.docx")


def test_a_document_type_declaration_is_turned_away() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY e "boom">]><x>&e;</x>')
    with pytest.raises(BadInput, match="Word never writes"):
        propose(made.getvalue(), "paper.docx")


def test_an_import_is_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    review = create_review(
        tmp_path / "a.review", "pass one two", type="sar", title="T", author="A", cost=QUICK
    )
    agency, _ = add_agency(review, name="Police")
    proposal = propose(word([["Date", "Event"], ["3 May 2016", "First."]]), "p.docx", today=TODAY)
    import_chronology(review, proposal, agency)
    (entry,) = review.entries()
    assert (entry.text, entry.source_row, entry.agency) == ("First.", 2, agency.id)
    assert review.all(Contribution)[0].paper_hash == proposal.digest
    review.undo()
    assert review.count_entries() == 0
    assert review.count(Contribution) == 0
    review.close()


CELL = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), max_size=8))
def test_no_row_is_ever_lost(rows: list[tuple[str, str]]) -> None:
    table = [["Date", "Event"], *(list(each) for each in rows)]
    proposal = propose(word(table), "paper.docx", today=TODAY)
    seen = sorted(each.row for each in (*proposal.entries, *proposal.skipped))
    assert seen == list(range(2, len(rows) + 2))


def test_no_word_of_a_row_is_lost() -> None:
    rows = [
        ["Event Ref", "Date", "Time", "End Date", "End Time", "Event", "Source"],
        ["7", "3 May 2016", "9.50am", "4 May 2016", "10.30", "Stayed with her sister.", "p1"],
        ["8", "", "", "", "", "No reply at door", ""],
    ]
    first, second = propose(word(rows), "paper.docx", today=TODAY).entries
    assert first.text == "Stayed with her sister.\nEnd Time: 10.30"
    assert first.source == "p1 (no. 7)"
    assert "9.50am" in first.when.text
    assert first.understood.ambiguous
    assert (second.text, second.understood.ambiguous) == ("No reply at door", True)


def test_text_in_a_box_is_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    run = "<w:r><w:t>Once.</w:t></w:r>"
    box = f"<w:tc><w:p><mc:AlternateContent {mc}><mc:Choice>{run}</mc:Choice><mc:Fallback>{run}</mc:Fallback></mc:AlternateContent></w:p></w:tc>"
    body = HEADINGS + row(cell("3 May 2016"), box)
    proposal = propose(raw_word(f"<w:tbl>{body}</w:tbl>"), "paper.docx", today=TODAY)
    assert [entry.text for entry in proposal.entries] == ["Once."]

"""Chronologies that are no plain table with headings we know: read all the same, and said so."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.intake.test_word_chronologies import TODAY, cell, raw_word, row, word
from workbench.errors import BadInput
from workbench.intake.proposal import Proposal, propose


def prose(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def told(proposal: Proposal) -> list[tuple[str, str]]:
    return [(str(entry.when.start), entry.text) for entry in proposal.entries]


def test_a_label_beside_each_value_is_one_event_a_table() -> None:
    one = [["Date:", "3 May 2016"], ["Source", "p4"], ["Event:", "Seen at home."]]
    two = [["Date:", "4 May 2016"], ["Source", "p5"], ["Event:", "Rang, no reply."]]
    proposal = propose(word(one, two), "paper.docx", today=TODAY)
    assert told(proposal) == [("2016-05-03", "Seen at home."), ("2016-05-04", "Rang, no reply.")]
    assert [entry.source for entry in proposal.entries] == ["p4", "p5"]


def test_labelled_events_may_follow_each_other_in_one_table() -> None:
    rows = [
        ["Date", "3 May 2016"],
        ["Event", "Seen."],
        ["Outcome", "None."],
        ["Date", "5 May 2016"],
        ["Event", "Not seen."],
    ]
    proposal = propose(word(rows), "paper.docx", today=TODAY)
    assert told(proposal) == [("2016-05-03", "Seen.\nOutcome: None."), ("2016-05-05", "Not seen.")]
    assert [entry.row for entry in proposal.entries] == [1, 4]


def test_paragraphs_that_begin_with_a_date_are_a_chronology() -> None:
    paper = prose(
        "Chronology of the health visiting service",
        "May 2016",
        "3 May 2016 – Seen at home with her aunt.",
        "Weight recorded: 9.1 kg.",
        "• 04/05/2016: Rang, no reply.",
        "5 May 2016",
        "Letter sent.",
    )
    proposal = propose(paper, "paper.docx", today=TODAY)
    assert told(proposal) == [
        ("2016-05-03", "Seen at home with her aunt.\nWeight recorded: 9.1 kg."),
        ("2016-05-04", "Rang, no reply."),
        ("2016-05-05", "Letter sent."),
    ]
    assert {each.row: each.reason for each in proposal.skipped} == {
        1: "the line stands before the first date",
        2: "the row holds a heading, or a date without an event",
    }
    assert "paragraphs that begin with a date" in proposal.notes[0]


def test_a_letter_with_dates_in_its_sentences_is_no_chronology() -> None:
    paper = prose(
        "Dear Sir", "On 3 May 2016 she was seen, and on 4 May 2016 she was not.", "Yours faithfully"
    )
    with pytest.raises(BadInput, match="no paragraphs that begin with a date"):
        propose(paper, "letter.docx", today=TODAY)


def test_headings_that_are_not_known_are_judged_by_what_stands_below_and_it_is_said() -> None:
    rows = [
        ["Ymweliad", "Yr hyn a ddigwyddodd"],
        ["3 May 2016", "Seen at home with her aunt."],
        ["4 May 2016", "Rang the school, no reply."],
        ["5 May 2016", "Letter sent to the surgery."],
    ]
    proposal = propose(word(rows), "paper.docx", today=TODAY)
    assert told(proposal)[0] == ("2016-05-03", "Seen at home with her aunt.")
    assert len(proposal.entries) == 3
    assert "“Ymweliad” was taken for the date" in proposal.notes[0]


def test_a_table_without_any_headings_is_judged_by_what_stands_in_it() -> None:
    rows = [
        ["3 May 2016", "Seen at home with her aunt."],
        ["4 May 2016", "Rang the school, no reply."],
        ["5 May 2016", "Letter sent to the surgery."],
    ]
    proposal = propose(word(rows), "paper.docx", today=TODAY)
    assert len(proposal.entries) == 3
    assert "column 1 was taken for the date" in proposal.notes[0]


@pytest.mark.parametrize("heading", ["Date of birth", "By when", "Due date", "DOB"])
def test_tables_of_people_and_of_things_to_do_are_not_taken_for_chronologies(heading: str) -> None:
    rows = [
        ["Name and relation of each", heading],
        ["Her aunt, who lives next door", "3 May 1976"],
        ["Her uncle, who has moved away", "4 May 1977"],
        ["A friend who is often with her", "5 May 1978"],
    ]
    with pytest.raises(BadInput):
        propose(word(rows), "paper.docx", today=TODAY)


def test_a_second_row_of_headings_is_read_with_the_first() -> None:
    span = '<w:gridSpan w:val="2"/>'
    body = (
        row(cell("Date", span), cell("Event"))
        + row(cell("From"), cell("To"), cell(""))
        + row(cell("3 May 2016"), cell("5 May 2016"), cell("In hospital."))
    )
    proposal = propose(raw_word(f"<w:tbl>{body}</w:tbl>"), "paper.docx", today=TODAY)
    (entry,) = proposal.entries
    assert (entry.when.start, entry.when.end) == (date(2016, 5, 3), date(2016, 5, 5))
    assert entry.text == "In hospital."


LINE = st.sampled_from(["3 May 2016 - Seen.", "4/5/16", "More of it.", "", "June 2016", "- Note"])


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, max_size=9))
def test_no_line_is_lost(lines: list[str]) -> None:
    paper = prose("3 May 2016 - First.", "4 May 2016 - Second.", *lines)
    proposal = propose(paper, "paper.docx", today=TODAY)
    kept = "\n".join([f"{entry.when.text}\n{entry.text}" for entry in proposal.entries])
    skipped = {each.row for each in proposal.skipped}
    for number, line in enumerate(lines, 3):
        told = line.removeprefix("- ").partition(" - ")[2] or line
        assert not line or number in skipped or told in kept or line in kept

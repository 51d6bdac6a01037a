"""The papers around a report: each about its own agency or meeting, in words that are data."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import docx
import pytest

from workbench.actions.set_up import write_passage
from workbench.disclosure.audiences import audience
from workbench.model.agencies import Agency, Contribution
from workbench.model.blocks import Document, Heading, Items, Paragraph, ParagraphStyle, Table
from workbench.model.chronology import Entry
from workbench.model.findings import Finding
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.model.reviews import Passage
from workbench.report.layouts import PAPERS, layout, layout_for
from workbench.report.outputs import OUTPUTS, subjects_of
from workbench.report.release import disclosed_output
from workbench.report.slides import slides
from workbench.report.template import built_in
from workbench.report.word import render
from workbench.review import Review


def about(review: Review, output: str, name: str) -> str:
    return next(key for key, known in subjects_of(OUTPUTS[output], review) if name in known)


def made(review: Review, output: str, named: str = "") -> Document:
    key = about(review, output, named) if named else ""
    one = OUTPUTS[output]
    return disclosed_output(review, output, audience(one.readers), key).document


def tables(document: Document) -> list[Table]:
    return [block for one in document.sections for block in one.blocks if isinstance(block, Table)]


def said(document: Document) -> str:
    parts: list[str] = []
    for section in document.sections:
        for block in section.blocks:
            match block:
                case Paragraph() | Heading():
                    parts.append("".join(map(str, block.text)))
                case Items():
                    parts += ["".join(map(str, item)) for item in block.items]
                case Table():
                    parts += ["".join(map(str, cell)) for row in block.rows for cell in row]
                case _:
                    continue
    return "\n".join(parts)


def cells(table: Table) -> list[list[str]]:
    return [["".join(map(str, cell)) for cell in row] for row in table.rows]


@pytest.mark.parametrize("output", [name for name, one in OUTPUTS.items() if one.layout])
def test_the_words_of_a_paper_are_data_and_name_nobody(adult: Review, output: str) -> None:
    plan = OUTPUTS[output].plan(layout_for(adult.details.type))
    assert plan.name in (*PAPERS, "learning-slides")
    assert any(one.wording or one.binding != "prose" for one in plan.sections)
    first = subjects_of(OUTPUTS[output], adult)
    key = first[0][0] if first else ""
    assert disclosed_output(adult, output, audience("published"), key).unresolved == ()


def test_a_request_says_what_this_agency_is_asked_for_and_nothing_of_the_others(
    adult: Review,
) -> None:
    letter = made(adult, "request-letter", "Wrenshire Police")
    agency = next(one for one in adult.all(Agency) if one.name == "Wrenshire Police")
    asked = adult.where(Contribution, agency=agency.id)
    (table,) = tables(letter)
    assert len(table.rows) == len(asked) == 1
    text = said(letter)
    assert "Wrenshire Police is asked to contribute" in text
    assert "Harrowmere" not in text
    assert "sent to you separately and securely" in text
    numbered = [
        block for one in letter.sections for block in one.blocks
        if isinstance(block, Items) and block.ordered
    ]  # fmt: skip
    assert len(numbered[0].items) == 5, "the key lines of enquiry"
    assert dict(letter.values)["recipient"] == ("Wrenshire Police",)


def test_every_agency_has_a_letter_of_its_own(adult: Review) -> None:
    agencies = subjects_of(OUTPUTS["request-letter"], adult)
    assert len(agencies) == len(adult.all(Agency)) == 9
    letters = {said(made(adult, "request-letter", name)) for _, name in agencies}
    assert len(letters) == 9


def test_minutes_hold_decisions_with_reasons_and_dissent_and_actions(adult: Review) -> None:
    minutes = made(adult, "panel-minutes", "Panel meeting 2")
    details, decisions, actions = tables(minutes)
    meeting = next(one for one in adult.all(Meeting) if "meeting 2" in one.title)
    assert len(decisions.rows) == len(adult.where(Decision, meeting=meeting.id)) == 3
    assert len(actions.rows) == len(adult.where(MeetingAction, meeting=meeting.id)) == 3
    assert [column.key for column in decisions.columns] == ["number", "text", "reason", "dissent"]
    assert any("grade of the decision maker" in cell for row in cells(decisions) for cell in row)
    assert ["Date", "10 June 2024"] in cells(details)
    assert "Bethan and Megan" in cells(actions)[2][1], "names are those of the review"


def test_an_agenda_carries_what_earlier_meetings_left_open(adult: Review) -> None:
    meeting = next(one for one in adult.all(Meeting) if "meeting 1" in one.title)
    (first, _) = adult.where(MeetingAction, meeting=meeting.id)
    adult.change("reopen", put=[replace(first, status="open")])
    try:
        agenda = made(adult, "panel-agenda", "Panel meeting 2")
        carried = tables(agenda)[-1]
        assert [row[1] for row in cells(carried)] == ["Write to all agencies for contributions"]
        assert len(tables(made(adult, "panel-agenda", "Panel meeting 1"))) == 1
    finally:
        adult.undo()


def test_terms_of_reference_hold_the_key_lines_of_enquiry_and_all_who_are_asked(
    adult: Review,
) -> None:
    terms = made(adult, "terms-of-reference")
    section = next(one for one in terms.sections if one.id == "tor_enquiry")
    lists = [block for block in section.blocks if isinstance(block, Items)]
    assert [block.ordered for block in lists] == [True]
    assert len(lists[0].items) == 5
    asked = next(one for one in terms.sections if one.id == "tor_agencies")
    (table,) = [block for block in asked.blocks if isinstance(block, Table)]
    assert len(table.rows) == len(adult.all(Contribution))


def test_a_schedule_shows_an_agency_what_is_said_of_it_and_room_to_answer(adult: Review) -> None:
    schedule = made(adult, "factual-accuracy", "Wrenshire Police")
    text, record = tables(schedule)
    assert {row[2] for row in cells(text) + cells(record)} == {""}
    agency = next(one for one in adult.all(Agency) if one.name == "Wrenshire Police")
    entries = [one for one in adult.all(Entry) if one.agency == agency.id and one.in_report]
    assert len(record.rows) == len(entries)
    assert all("olice" in row[1] or row[0][0].isdigit() for row in cells(text))
    other = made(adult, "factual-accuracy", "Calder Homes")
    assert cells(tables(other)[0]) != cells(text)


def test_a_schedule_shows_no_agency_what_others_knew_or_wrote_down(adult: Review) -> None:
    (text, _) = tables(made(adult, "factual-accuracy", "Wrenshire Police"))
    rows = [row for row in cells(text) if row[0].startswith(("Who knew", "Records that"))]
    assert rows
    for _, shown, _ in rows:
        assert "Wrenshire Police" in shown
        assert "GP practice" not in shown
        assert "hospital" not in shown


def _numbered_paragraphs(content: bytes) -> list[tuple[str, str]]:
    """The paragraphs of a report in Word with the numbers that Word prints before them."""
    chapter = paragraph = 0
    found = []
    for one in docx.Document(io.BytesIO(content)).paragraphs:
        style = one.style.name if one.style else ""
        if style == "Heading 1":
            chapter, paragraph = chapter + 1, 0
        elif style == "Numbered Paragraph":
            paragraph += 1
            found.append((f"{chapter}.{paragraph}", one.text))
    return found


@pytest.mark.parametrize("sample", ["adult", "child"])
def test_the_numbers_in_a_schedule_are_those_that_the_report_prints(
    request: pytest.FixtureRequest, sample: str
) -> None:
    review: Review = request.getfixturevalue(sample)
    plan = OUTPUTS["overview"].plan(layout_for(review.details.type))
    disclosed = disclosed_output(review, "overview", audience("agency"))
    printed = dict(
        _numbered_paragraphs(render(disclosed, replace(built_in(plan.name), plan=plan)).content)
    )
    checked = 0
    for key, _ in subjects_of(OUTPUTS["factual-accuracy"], review):
        schedule = disclosed_output(review, "factual-accuracy", audience("agency"), key).document
        for row in cells(tables(schedule)[0]) if tables(schedule) else []:
            if row[0].replace(".", "").isdigit():
                assert printed[row[0]] == row[1]
                checked += 1
    assert checked > 5


def test_the_familys_copy_has_its_own_opening_and_the_words_explained(adult: Review) -> None:
    copy = made(adult, "family-copy")
    assert copy.sections[0].id == "family_opening"
    opening = "".join(
        str(part) for block in copy.sections[0].blocks if isinstance(block, Paragraph)
        for part in block.text
    )  # fmt: skip
    assert "made for you" in opening
    assert "Dr Miriam Oakes" in opening
    words = copy.sections[-1]
    (table,) = [block for block in words.blocks if isinstance(block, Table)]
    terms = [row[0] for row in cells(table)]
    assert "self-neglect" in terms
    assert "MARAC" not in terms, "only words that this report uses"
    assert terms == sorted(terms, key=str.casefold)
    overview = made(adult, "overview")
    assert {one.id for one in copy.sections} - {one.id for one in overview.sections} == {
        *("family_opening", "plain_glossary")
    }


def test_what_the_author_writes_stands_instead_of_the_template_s_wording(adult: Review) -> None:
    write_passage(adult, "request_how", "Please write **briefly**.")
    try:
        text = said(made(adult, "request-letter", "Wrenshire Police"))
        assert "Please write briefly." in text
        assert "not involved in the work" not in text
    finally:
        adult.undo()


def test_a_note_to_oneself_is_in_no_output(adult: Review) -> None:
    passage = next(iter(adult.all(Passage)))
    adult.change("note", put=[replace(passage, note="Ask the chair about the zither.")])
    try:
        for name, output in OUTPUTS.items():
            key = next((key for key, _ in subjects_of(output, adult)), "")
            document = disclosed_output(adult, name, audience("panel"), key).document
            assert "zither" not in repr(document), name
    finally:
        adult.undo()


def test_an_executive_summary_of_a_homicide_review_has_headings_of_its_own() -> None:
    whole = layout("dhr")
    summary = OUTPUTS["executive-summary"].plan(whole)
    assert summary.name == "dhr-summary"
    assert [one.title for one in summary.sections][:3] == [
        "The review process",
        "Contributors to the review",
        "The review panel members",
    ]
    assert OUTPUTS["executive-summary"].plan(layout("sar")).name == "sar"
    assert "not checked" in summary.unverified


def test_a_plan_of_a_homicide_review_has_room_for_milestones_and_outcome(adult: Review) -> None:
    details = adult.details
    adult.change("another type", put=[replace(details, type="dhr")])
    try:
        (table,) = tables(made(adult, "action-plan"))
        assert [one.key for one in table.columns][4:] == ["milestones", "due", "status"]
        assert "not checked" in OUTPUTS["overview"].cautions(adult)[0]
    finally:
        adult.undo()


@pytest.mark.parametrize("kind", ["dhr", "rapid-review", "table-top", "cpr", "susr", "thematic"])
def test_every_kind_of_report_can_be_written_of_the_same_record(adult: Review, kind: str) -> None:
    details = adult.details
    adult.change("another type", put=[replace(details, type=kind)])
    try:
        plan = OUTPUTS["overview"].plan(layout_for(kind))
        disclosed = disclosed_output(adult, "overview", audience("published"))
        content = render(disclosed, replace(built_in(plan.name), plan=plan)).content
        styles: Sequence[tuple[str, str]] = [
            (one.style.name if one.style else "", one.text)
            for one in docx.Document(io.BytesIO(content)).paragraphs
        ]
        required = [one.title for one in plan.sections if one.required]
        shown = [text for style, text in styles if style.startswith(("Heading", "Appendix"))]
        assert [one for one in required if one not in shown] == []
        assert not [text for style, text in styles if style == "Guidance"]
    finally:
        adult.undo()


def test_paragraphs_of_letters_have_no_numbers(adult: Review) -> None:
    letter = made(adult, "decision-letter")
    styles = {
        block.style for one in letter.sections for block in one.blocks
        if isinstance(block, Paragraph)
    }  # fmt: skip
    assert styles == {ParagraphStyle.BODY}


@pytest.mark.parametrize("sample", ["adult", "child"])
def test_paragraphs_below_a_sub_heading_go_on_counting_in_their_chapter(
    request: pytest.FixtureRequest, sample: str
) -> None:
    review: Review = request.getfixturevalue(sample)
    plan = OUTPUTS["overview"].plan(layout_for(review.details.type))
    disclosed = disclosed_output(review, "overview", audience("published"))
    wanted = [
        "".join(map(str, block.text)) for one in disclosed.document.sections for block in one.blocks
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.NUMBERED
    ]  # fmt: skip
    content = render(disclosed, replace(built_in(plan.name), plan=plan)).content
    assert [text for _, text in _numbered_paragraphs(content)] == wanted


def test_a_review_of_a_child_can_be_set_out_in_four_parts(child: Review) -> None:
    child.change("set out", put=[replace(child.details, layout="child")])
    try:
        document = disclosed_output(child, "overview", audience("published")).document
        assert [one.id for one in document.sections][:2] == ["introduction", "pen_portrait"]
        titles = {one.id: "".join(map(str, one.title)) for one in document.sections}
        assert titles["findings"] == "Areas for improvement"
        assert dict(document.values)["document"] == (
            "Child safeguarding review: report in four parts",
        )
    finally:
        child.undo()


def test_a_signature_never_stands_alone_on_a_page(adult: Review) -> None:
    key = about(adult, "request-letter", "Wrenshire Police")
    plan = OUTPUTS["request-letter"].plan(layout_for(adult.details.type))
    disclosed = disclosed_output(adult, "request-letter", audience("agency"), key)
    content = render(disclosed, replace(built_in(plan.name), plan=plan)).content
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    last = max(n for n, one in enumerate(paragraphs) if one.style and one.style.name == "Heading 2")
    closing = paragraphs[last + 1 :]
    assert closing[-1].text.startswith("Yours sincerely")
    assert all(one.paragraph_format.keep_with_next for one in closing[:-1])
    assert all(one.paragraph_format.keep_together for one in closing)


def test_marks_in_a_finding_are_nowhere_shown_as_they_were_typed(adult: Review) -> None:
    finding = next(one for one in adult.all(Finding) if not one.good_practice)
    entry = adult.entries()[0]
    text = f"It **must** stop.{{entry:{entry.id}}} See {{finding:{finding.id}}}."
    adult.change("write", put=[replace(finding, statement=text, why=text)])
    try:
        whole = [made(adult, name) for name in ("overview", "executive-summary", "learning-slides")]
        for document in (*whole, *slides(adult)):
            shown = said(document)
            assert "**" not in shown
            assert "{" not in shown
        assert all("It must stop. See finding 1." in said(document) for document in whole)
        assert any("It must stop. See finding 1." in said(one) for one in slides(adult))
    finally:
        adult.undo()

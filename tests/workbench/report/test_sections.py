"""What each section says of the facts, before the gate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.report.invented import DAY, EDNA, NEPHEW, PEOPLE, material, minute
from workbench.model.blocks import (
    Block,
    Board,
    DayTimeline,
    Heading,
    Items,
    Mention,
    Moment,
    Paragraph,
    ParagraphStyle,
    Table,
)
from workbench.model.chronology import Entry
from workbench.model.ids import EntryId, PersonId, RelationshipId
from workbench.model.people import Person, Relationship
from workbench.model.when import Precision
from workbench.report.layouts import LAYOUTS, layout
from workbench.report.material import Material
from workbench.report.sections import section_of
from workbench.report.subjects.chronology import timelines
from workbench.report.subjects.findings import resting
from workbench.report.subjects.phrasing import count, listed, sentence, times
from workbench.report.subjects.prose import passage_blocks


def blocks(section: str, facts: Material, kind: str = "sar") -> tuple[Block, ...]:
    plan = layout(kind).section(section)
    assert plan is not None
    return section_of(plan, facts).blocks


def table(section: str, facts: Material) -> Table:
    return next(block for block in blocks(section, facts) if isinstance(block, Table))


@pytest.mark.parametrize("kind", LAYOUTS)
def test_every_block_says_where_it_stands(kind: str) -> None:
    facts = material()
    for plan in layout(kind).sections:
        for block in section_of(plan, facts).blocks:
            assert block.place, (plan.id, block)
            if isinstance(block, Table):
                assert len(block.places) == len(block.rows)


def test_a_passage_becomes_paragraphs_and_lists() -> None:
    text = "First line\nof a paragraph.\r\n\r\nBefore a list:\n- one\n- two\n\nLast."
    made = passage_blocks(text, ParagraphStyle.NUMBERED, "Background")
    assert made == (
        Paragraph(
            ("First line\nof a paragraph.",), ParagraphStyle.NUMBERED, "Background, paragraph 1"
        ),
        Paragraph(("Before a list:",), ParagraphStyle.NUMBERED, "Background, paragraph 2"),
        Items((("one",), ("two",)), place="Background, paragraph 3"),
        Paragraph(("Last.",), ParagraphStyle.NUMBERED, "Background, paragraph 4"),
    )


def test_people_are_mentioned_and_never_named() -> None:
    for section in ("people", "panel"):
        for row in table(section, material()).rows:
            for cell in row:
                assert not any(
                    isinstance(part, str) and ("Ashgrove" in part or "Pellow" in part)
                    for part in cell
                )
    assert table("people", material()).rows[0][0] == (Mention(EDNA),)


def test_a_relationship_on_which_records_disagree_gives_both_with_their_sources() -> None:
    row = table("people", material()).rows[1]
    said = "".join(part if isinstance(part, str) else "Edna" for part in row[1])
    assert said == (
        "Nephew of Edna (according to Harrowmere Police); "
        "carer of Edna (according to Dovecote Community Nursing)"
    )


def test_a_relationship_written_from_the_other_side_is_read_the_right_way_round() -> None:
    link = Relationship(id=RelationshipId("z"), person=EDNA, other=NEPHEW, relation="aunt")
    row = table("people", replace(material(), relationships=(link,))).rows[1]
    assert row[1] == (Mention(EDNA), " is the aunt of ", Mention(NEPHEW))


@pytest.mark.parametrize("role", ["referrer", "witness", "practitioner", "panel", "author"])
def test_who_told_or_worked_on_the_case_is_not_listed_among_its_people(role: str) -> None:
    other = Person(id=PersonId("p9"), name="Hal Quill", role=role)
    rows = table("people", replace(material(), people=(*PEOPLE, other))).rows
    assert (Mention(other.id),) not in [row[0] for row in rows]


def test_a_day_needs_three_entries_known_to_the_minute() -> None:
    facts = material(0)
    assert [len(day.points) for day in timelines(facts)] == [5]
    assert timelines(replace(facts, entries=facts.entries[:2])) == ()
    vague = tuple(
        replace(entry, when=replace(entry.when, precision=Precision.HOUR))
        for entry in facts.entries
    )
    assert timelines(replace(facts, entries=vague)) == ()


def test_gaps_of_a_day_are_in_minutes_whatever_the_order_of_the_record() -> None:
    facts = material(0)
    (day,) = timelines(replace(facts, entries=tuple(reversed(facts.entries))))
    assert [point.minutes_since_previous for point in day.points] == [None, 88, 85, 86, 49]
    assert isinstance(day.day[0], Moment)
    assert day.day[0].when.start == DAY
    assert day.day[0].when.start_time is None


def test_what_is_kept_out_of_the_report_is_in_no_table_or_timeline() -> None:
    facts = material(0)
    hidden = replace(
        facts,
        entries=(
            *facts.entries,
            Entry(id=EntryId("h"), when=minute(12, 0), text="secret visit", in_report=False),
        ),
    )
    said = repr([section_of(plan, hidden).blocks for plan in layout("sar").sections])
    assert "secret visit" not in said


def test_the_publishable_text_stands_in_for_the_agency_s_own() -> None:
    facts = material(0)
    first = replace(facts.entries[0], published_text="A neighbour was worried.")
    said = repr(blocks("chronology", replace(facts, entries=(first,))))
    assert "A neighbour was worried." in said
    assert "had not been seen for four days" not in said


def test_a_disagreement_is_told_once_whichever_entry_notes_it() -> None:
    facts = material(0)
    one, two = facts.entries[2], facts.entries[3]
    both = replace(facts, entries=(one, replace(two, conflicts_with=(one.id,))))
    assert len(table("disagreements", both).rows) == 1


def test_the_board_has_risks_left_and_protective_factors_right() -> None:
    board = next(one for one in blocks("factors", material(), "child") if isinstance(one, Board))
    assert (board.left.title, len(board.left.items)) == ("Risks", 4)
    assert (board.right.title, len(board.right.items)) == ("Protective factors", 4)


def test_a_finding_says_what_it_rests_on_and_what_speaks_against_it() -> None:
    facts = material(0)
    assert resting(facts.findings[0], facts) == (
        "This finding rests on four chronology entries from three agencies; "
        "one record says otherwise."
    )
    assert resting(facts.findings[1], facts) == ""


def test_good_practice_stands_in_its_own_section_and_takes_no_number() -> None:
    titles = [one.text for one in blocks("findings", material()) if isinstance(one, Heading)]
    assert ("Finding 2: ", "The carer was not assessed") in titles
    assert not any(
        "neighbour" in part for title in titles for part in title if isinstance(part, str)
    )
    assert any(
        block.text == ("The neighbour was heard",)
        for block in blocks("good_practice", material())
        if isinstance(block, Heading)
    )


def test_a_glossary_is_sorted_and_prose_stays_prose() -> None:
    facts = material(0)
    assert [row[0] for row in table("glossary", facts).rows] == [("GP",), ("MCA",)]
    prose = replace(facts, passages={"glossary": "No terms are used."})
    assert isinstance(blocks("glossary", prose)[0], Paragraph)


def test_a_review_with_nothing_in_it_has_empty_sections() -> None:
    facts = Material(
        details=replace(material(0).details, commissioned_on="", scope_start="", scope_end=""),
        passages={},
    )
    for plan in layout("sar").sections:
        assert plan.wording or section_of(plan, facts).blocks == (), plan.id


def test_a_key_day_is_a_timeline() -> None:
    assert all(isinstance(block, DayTimeline) for block in blocks("key_days", material(0)))


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (count(1, "agency", "agencies"), "one agency"),
        (count(3, "agency", "agencies"), "three agencies"),
        (count(1200, "entry", "entries"), "1,200 entries"),
        (times(1), "once"),
        (times(2), "twice"),
        (times(3), "three times"),
        (listed(["a"]), "a"),
        (listed(["a", "b", "c"]), "a, b and c"),
        (sentence("It ended "), "It ended."),
        (sentence("Why?"), "Why?"),
        (sentence(""), ""),
    ],
)
def test_small_phrases(made: str, said: str) -> None:
    assert made == said

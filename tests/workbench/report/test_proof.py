"""A document as it will print: what its Word file holds, and after an edit what it would hold then."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.report.boards import by_hand
from tests.workbench.report.samples import first_subject
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.model.blocks import Paragraph
from workbench.model.rulings import Ruling
from workbench.report import proof as proof_module
from workbench.report.outputs import OUTPUTS
from workbench.report.pages.laying import Layout
from workbench.report.pages.measuring import bundled_fonts
from workbench.report.pages.page import Page, Text
from workbench.report.parts.package import unpack
from workbench.report.placings import template_for
from workbench.report.proof import Proof, Sight, Wanted
from workbench.report.seen import Seen, same_objects, seen_output
from workbench.report.template import Template
from workbench.report.word import render
from workbench.review import Review

SHORT = "executive-summary"  # has a cover, contents, figures, tables and prose all the same


@pytest.fixture(autouse=True)
def our_own_typeface(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are the same on every computer."""
    monkeypatch.setattr(proof_module, "computer_fonts", bundled_fonts)


def seen(review: Review, output: str = SHORT) -> Seen:
    readers = audience(OUTPUTS[output].readers)
    return seen_output(review, output, readers, about=first_subject(review, output))


def wanted(seen: Seen, output: str = SHORT, board: Template | None = None) -> Wanted:
    return Wanted(output, "", seen, board)


def whole(proof: Proof, sight: Sight) -> Sight:
    while not sight.whole:
        sight = proof.lay_out_for(1)
    return sight


def words(page: Page) -> str:
    return " ".join(one.words for one in page.items if isinstance(one, Text))


def page_of(proof: Proof, section: str) -> int:
    sought = proof.lay_out_for(0, section).sought
    assert sought is not None
    return sought.page


def all_words(sight: Sight) -> str:
    return " ".join(map(words, sight.pages))


def edited(review: Review, before: Seen, section: str, *texts: str) -> Seen:
    """What is seen when the first paragraphs of a section say something else."""
    written = replace(
        before.written,
        sections=tuple(
            replace(
                one,
                blocks=(
                    *(replace(one.blocks[0], text=(text,)) for text in texts),
                    *one.blocks[len(texts) :],
                ),
            )
            if one.id == section
            else one
            for one in before.written.sections
        ),
    )
    readers = before.disclosed.audience
    disclosed = disclose(written, before.register, readers, review.all(Ruling))
    said = same_objects(disclosed.document, before.said)
    return replace(before, written=written, disclosed=disclosed, said=said)


@pytest.mark.parametrize("output", OUTPUTS)
def test_every_output_has_pages_with_its_title_on_them(adult: Review, output: str) -> None:
    proof, what = Proof(), seen(adult, output)
    sight = whole(proof, proof.show(adult, wanted(what, output)))
    assert sight.pages
    assert "Adrian" in all_words(sight)
    assert all(page.items for page in sight.pages)


def test_the_pages_are_those_of_the_word_file(adult: Review) -> None:
    proof, what = Proof(), seen(adult)
    sight = whole(proof, proof.show(adult, wanted(what)))
    template = template_for(adult, SHORT, None)
    content = render(what.disclosed, template, bundled_fonts()).content
    layout = Layout(unpack(content), "word/document.xml", bundled_fonts())
    assert sight.pages == tuple(layout.page(number) for number in range(layout.count))


def test_an_edit_gives_the_pages_that_are_laid_out_at_once(adult: Review) -> None:
    proof, before = Proof(), seen(adult)
    whole(proof, proof.show(adult, wanted(before)))
    for texts in (("Changed.",), ("Changed " * 900,), ("Changed.", "And changed.")):
        after = edited(adult, before, "good_practice", *texts)
        sight = whole(proof, proof.show(adult, wanted(after)))
        assert "Changed" in all_words(sight)
        fresh = Proof()
        assert sight.pages == whole(fresh, fresh.show(adult, wanted(after))).pages


def test_an_edit_in_prose_is_not_composed_anew(
    adult: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof, before = Proof(), seen(adult)
    first = whole(proof, proof.show(adult, wanted(before)))
    monkeypatch.setattr(proof_module, "compose", lambda *_: pytest.fail("composed anew"))
    after = edited(adult, before, "good_practice", "Changed.")
    sight = proof.show(adult, wanted(after), 2)
    assert sight.pages[1] is first.pages[1]


def test_the_contents_list_has_its_page_numbers_and_keeps_them_up_to_date(adult: Review) -> None:
    proof, before = Proof(), seen(adult)
    sight = whole(proof, proof.show(adult, wanted(before)))
    listed = words(sight.pages[1])
    begins = page_of(proof, "good_practice")
    assert re.search(rf"Good practice \.+ {begins + 1} ", listed)
    after = edited(adult, before, "executive_summary", "Much more was said. " * 400)
    sight = whole(proof, proof.show(adult, wanted(after)))
    later = page_of(proof, "good_practice")
    assert later > begins
    assert re.search(rf"Good practice \.+ {later + 1} ", words(sight.pages[1]))


def entitled(review: Review, before: Seen) -> Seen:
    """What is seen when the review is called something else."""
    written = replace(before.written, title=("Quite another",))
    disclosed = disclose(written, before.register, before.disclosed.audience, review.all(Ruling))
    said = same_objects(disclosed.document, before.said)
    return replace(before, written=written, disclosed=disclosed, said=said)


def test_another_title_is_composed_anew(adult: Review) -> None:
    proof, before = Proof(), seen(adult)
    whole(proof, proof.show(adult, wanted(before)))
    after = entitled(adult, before)
    assert "Quite another" in all_words(whole(proof, proof.show(adult, wanted(after))))


def test_page_numbers_stay_in_sight_while_all_is_composed_anew(adult: Review) -> None:
    proof, before = Proof(), seen(adult)
    sight = whole(proof, proof.show(adult, wanted(before)))
    anew = proof.show(adult, wanted(entitled(adult, before)), 1)
    assert not anew.whole
    listed = words(sight.pages[1])
    assert words(anew.pages[1]).partition("Contents")[2] == listed.partition("Contents")[2]


def test_where_a_section_begins_is_found_once_it_is_laid_out(adult: Review) -> None:
    proof, what = Proof(), seen(adult)
    sight = whole(proof, proof.show(adult, wanted(what), 0, "good_practice"))
    found = page_of(proof, "good_practice")
    conclusions = next(one for one in what.said.sections if one.id == "good_practice")
    text = next(one for one in conclusions.blocks if isinstance(one, Paragraph)).text
    assert "".join(map(str, text))[:30] in " ".join(words(sight.pages[found]).split())
    down = proof.lay_out_for(0, "good_practice").sought.down
    said = [
        one.words
        for one in sight.pages[found].items
        if isinstance(one, Text) and abs(one.baseline - one.face.size - down) < 1
    ]
    assert "".join(map(str, text)).startswith(said[-1])
    assert proof.lay_out_for(0, "no such section").sought is None


def test_a_boards_template_brings_its_own_pages(adult: Review, tmp_path: Path) -> None:
    path = tmp_path / "board.docx"
    path.write_bytes(by_hand())
    board = template_for(adult, SHORT, path)
    proof, what = Proof(), seen(adult)
    own = whole(proof, proof.show(adult, wanted(what)))
    theirs = whole(proof, proof.show(adult, wanted(what, board=board)))
    assert theirs.pages != own.pages
    assert "Harrowmere" not in all_words(own)
    back = whole(proof, proof.show(adult, wanted(what)))
    assert back.pages == own.pages


def test_only_what_has_passed_the_gate_is_shown(adult: Review) -> None:
    what = seen(adult)
    past = replace(what, disclosed=what.written)
    proof = Proof()
    for _ in range(2):  # at first, and as an edit
        with pytest.raises(TypeError):
            proof.show(adult, wanted(past))
        proof.show(adult, wanted(what))

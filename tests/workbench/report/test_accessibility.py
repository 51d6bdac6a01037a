"""Every output passes the rules of Word's accessibility checker, and the check can fail."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.workbench.report.accessibility import problems
from tests.workbench.report.boards import BOARDS
from tests.workbench.report.foreign import FOREIGN
from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample, sample_details
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import Disclosed
from workbench.report.layouts import layout, layout_for
from workbench.report.outputs import OUTPUTS, SLIDES, subjects_of
from workbench.report.release import disclosed_output
from workbench.report.template import built_in, template_from
from workbench.report.word import render
from workbench.review import Review
from workbench.store.keys import LEAST

WORD = [name for name, output in OUTPUTS.items() if output.ending != SLIDES]


@pytest.fixture(scope="module", params=["adult", "child"])
def review(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Review]:
    details = sample_details(request.param)
    path: Path = tmp_path_factory.mktemp("review") / "sample.review"
    review = create_review(
        path, "four words", type=details["type"], title=details["title"], author="A", cost=LEAST
    )
    make_sample(review, request.param)
    yield review
    review.close()


@pytest.mark.parametrize("name", WORD)
def test_every_output_passes_the_rules(review: Review, name: str) -> None:
    output = OUTPUTS[name]
    about = next((key for key, _ in subjects_of(output, review)), "")
    disclosed = disclosed_output(review, name, audience(output.readers), about, evidence_notes=True)
    plan = output.plan(layout_for(review.details.type))
    written = render(disclosed, replace(built_in(plan.name), plan=plan))
    assert problems(written.content) == []


@pytest.mark.parametrize("name", BOARDS)
def test_what_is_written_into_a_board_s_template_passes_too(
    name: str, disclosed: Disclosed
) -> None:
    template = template_from(BOARDS[name](), "board.docx", layout("sar"))
    assert problems(render(disclosed, template).content, own=False) == []


@pytest.mark.parametrize("name", FOREIGN)
def test_and_into_templates_of_odd_build(name: str, disclosed: Disclosed) -> None:
    board = FOREIGN[name]()
    template = template_from(board.content, "board.docx", layout(board.layout))
    assert problems(render(disclosed, template).content, own=False) == []


def test_the_check_finds_what_is_wrong() -> None:
    document = docx.Document()
    document.add_heading("Below what?", 3)
    document.add_paragraph()
    document.add_paragraph()
    document.add_table(2, 2)
    out = io.BytesIO()
    document.save(out)
    found = " ".join(problems(out.getvalue()))
    for wrong in ("no title", "British", "level 3", "blank paragraphs", "heading row", "no name"):
        assert wrong in found

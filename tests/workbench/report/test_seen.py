"""An output as its readers see it: numbered as Word will number it, and compared with other readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample
from workbench.actions.set_up import write_passage
from workbench.disclosure.audiences import audience, audience_names
from workbench.errors import BadInput
from workbench.model.agencies import Agency
from workbench.model.meetings import Meeting
from workbench.report.numbering import Numbered
from workbench.report.outputs import OUTPUTS
from workbench.report.seen import same_objects, seen_output
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    path: Path = tmp_path_factory.mktemp("seen") / "a.review"
    review = create_review(path, PASSPHRASE, type="sar", title="A", author="A", cost=LEAST)
    make_sample(review, "adult")
    yield review
    review.close()


def test_headings_and_paragraphs_are_numbered_on_through_the_sections(review: Review) -> None:
    seen = seen_output(review, "overview", audience("published"))
    numbers = [one for one in seen.numbers if one.number and not one.number.startswith("App")]
    assert [one.number for one in numbers] == [str(n) for n in range(1, len(numbers) + 1)]
    below = next(one for one in seen.numbers if not one.number)
    assert below.level == 2
    assert below.done > 0
    assert below.chapter
    last = seen.numbers[-1]
    assert last.number.startswith("Appendix")
    assert last.chapter == ""


@pytest.mark.parametrize("output", OUTPUTS)
def test_every_output_can_be_seen_with_its_numbers(review: Review, output: str) -> None:
    about = ""
    if OUTPUTS[output].about == "agency":
        about = review.all(Agency)[0].id
    elif OUTPUTS[output].about == "meeting":
        about = review.all(Meeting)[0].id
    seen = seen_output(review, output, audience("panel"), about=about)
    assert len(seen.numbers) == len(seen.said.sections)
    assert all(isinstance(one, Numbered) for one in seen.numbers)


def test_the_published_report_shows_nothing_that_the_panel_may_not_see(review: Review) -> None:
    seen = seen_output(review, "overview", audience("published"), audience("panel"))
    assert seen.beside is not None
    assert seen.beside.compared.less > 50
    assert seen.beside.compared.more == 0
    turned = seen_output(review, "overview", audience("panel"), audience("published"))
    assert turned.beside is not None
    assert turned.beside.compared.more == seen.beside.compared.less


@pytest.mark.parametrize("name", audience_names())
def test_readers_are_not_compared_with_themselves(review: Review, name: str) -> None:
    assert seen_output(review, "briefing", audience(name), audience(name)).beside is None


def test_what_did_not_change_is_made_of_the_same_objects(review: Review) -> None:
    first = seen_output(review, "overview", audience("published"))
    write_passage(review, "conclusions", "Something else is said now.")
    again = seen_output(review, "overview", audience("published"), before=first.said)
    same = [
        one is other for one, other in zip(first.said.sections, again.said.sections, strict=True)
    ]
    assert same.count(False) == 1
    assert again.said == again.disclosed.document
    assert same_objects(again.said, None) is again.said


def test_an_unknown_output_is_refused(review: Review) -> None:
    with pytest.raises(BadInput, match="There is no output of that name"):
        seen_output(review, "none", audience("published"))

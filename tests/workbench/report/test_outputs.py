"""The family of outputs: each is what it says it is, on our template, through the whole way out."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import msoffcrypto
import pytest

from tests.workbench.report.samples import first_subject
from workbench.disclosure.audiences import audience
from workbench.errors import BadInput
from workbench.questions.since import Moment
from workbench.report.order import ReleaseOrder
from workbench.report.release import OUTPUTS, release
from workbench.report.release_each import release_each
from workbench.review import Review

WORD = [name for name, one in OUTPUTS.items() if one.ending == ".docx"]


@pytest.fixture(scope="module")
def sample(child: Review) -> Review:
    return child


def written(review: Review, output: str, folder: Path) -> list[tuple[str, str]]:
    """The style and text of every paragraph of the output."""
    path = folder / f"{output}.docx"
    about = first_subject(review, output) if output in OUTPUTS else ""
    release(review, ReleaseOrder(output=output, audience=audience("published"), about=about), path)
    paragraphs = docx.Document(str(path)).paragraphs
    return [(one.style.name if one.style else "", one.text) for one in paragraphs]


CHAPTERS = {
    "executive-summary": [
        "Executive summary",
        "Criteria and decision",
        "Learning, with its systemic and underlying reasons",
        "Recommendations",
    ],
    "chronology": ["Family structure", "Combined chronology"],
    "action-plan": ["Action plan"],
}


@pytest.mark.parametrize("output", CHAPTERS)
def test_an_output_holds_its_own_sections_as_chapters(
    sample: Review, tmp_path: Path, output: str
) -> None:
    said = written(sample, output, tmp_path)
    assert [text for style, text in said if style == "Heading 1"] == CHAPTERS[output]
    assert not [text for style, text in said if style == "Appendix Heading"]


@pytest.mark.parametrize("output", WORD)
def test_the_first_page_says_which_document_it_is(
    sample: Review, tmp_path: Path, output: str
) -> None:
    said = written(sample, output, tmp_path)
    if OUTPUTS[output].layout.endswith("letter"):
        first = next(text for style, text in said if style == "Heading 1")
        assert first in (
            "Decision on a referral for a review",
            "Request for information for a review",
        )
        return
    subtitle = next(text for style, text in said if style in ("Subtitle", "Paper Title"))
    assert subtitle == f"Local Child Safeguarding Practice Review: {OUTPUTS[output].document}"


@pytest.mark.parametrize("output", [name for name, one in OUTPUTS.items() if one.about])
def test_an_output_about_one_agency_or_meeting_asks_which(
    sample: Review, tmp_path: Path, output: str
) -> None:
    with pytest.raises(BadInput, match=f"Choose the {OUTPUTS[output].about} that"):
        release(
            sample, ReleaseOrder(output=output, audience=audience("panel")), tmp_path / "x.docx"
        )
    assert not list(tmp_path.iterdir())


def test_an_output_that_is_not_known_is_told_with_those_that_are(
    sample: Review, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="Choose one of: overview, "):
        written(sample, "novel", tmp_path)


@pytest.mark.parametrize(
    "note", ["~$action-plan.docx", "~$tion-plan.docx", ".~lock.action-plan.docx#"]
)
def test_a_file_that_another_program_has_open_is_not_replaced(
    sample: Review, tmp_path: Path, note: str
) -> None:
    (tmp_path / note).write_bytes(b"")
    (tmp_path / "action-plan.docx").write_bytes(b"as it was")
    with pytest.raises(BadInput, match="is open in Word"):
        written(sample, "action-plan", tmp_path)
    assert (tmp_path / "action-plan.docx").read_bytes() == b"as it was"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_protected_report_opens_with_its_password_alone(sample: Review, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    release(
        sample,
        ReleaseOrder(
            output="overview", audience=audience("published"), password="four more invented words"
        ),
        path,
    )
    with path.open("rb") as stream:
        file = msoffcrypto.OfficeFile(stream)
        assert file.is_encrypted()
        file.load_key(password="four more invented words", verify_password=True)
        out = io.BytesIO()
        file.decrypt(out, verify_integrity=True)
    assert docx.Document(out).core_properties.title
    assert [one.name for one in tmp_path.iterdir()] == ["report.docx"]


def test_a_comparison_is_not_passed_over_where_a_file_is_written_for_each(
    sample: Review, tmp_path: Path
) -> None:
    moments = (Moment("the first draft", 1), Moment("now", sample.number))
    order = ReleaseOrder(output="request-letter", audience=audience("agency"), between=moments)
    with pytest.raises(BadInput, match="one document at a time"):
        list(release_each(sample, order, tmp_path))
    assert not list(tmp_path.iterdir())


def test_an_order_does_not_show_its_password(sample: Review) -> None:
    order = ReleaseOrder(output="overview", audience=audience("panel"), password="gravel lantern")
    assert "gravel" not in repr(order)

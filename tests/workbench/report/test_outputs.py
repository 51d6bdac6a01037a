"""The family of outputs: each is what it says it is, on our template, through the whole way out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import msoffcrypto
import pytest

from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample, sample_details
from workbench.disclosure.audiences import audience
from workbench.errors import BadInput
from workbench.report.release import OUTPUTS, release
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    folder = tmp_path_factory.mktemp("outputs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_DATA", str(folder / "data"))
        details = sample_details("child")
        review = create_review(
            folder / "child.review",
            "four invented words here",
            type=details["type"],
            title=details["title"],
            author="Ash Rowan",
            cost=LEAST,
        )
        make_sample(review, "child")
        yield review
        review.close()


def written(review: Review, output: str, folder: Path) -> list[tuple[str, str]]:
    """The style and text of every paragraph of the output."""
    path = folder / f"{output}.docx"
    release(review, output=output, audience=audience("published"), template=None, path=path)
    paragraphs = docx.Document(str(path)).paragraphs
    return [(one.style.name if one.style else "", one.text) for one in paragraphs]


CHAPTERS = {
    "executive-summary": [
        "Executive summary",
        "Criteria and decision",
        "Analysis and learning",
        "Recommendations",
    ],
    "chronology": ["The family", "Combined chronology"],
    "action-plan": ["Action plan"],
}


@pytest.mark.parametrize("output", CHAPTERS)
def test_an_output_holds_its_own_sections_as_chapters(
    sample: Review, tmp_path: Path, output: str
) -> None:
    said = written(sample, output, tmp_path)
    assert [text for style, text in said if style == "Heading 1"] == CHAPTERS[output]
    assert not [text for style, text in said if style == "Appendix Heading"]


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_cover_says_which_document_it_is(sample: Review, tmp_path: Path, output: str) -> None:
    said = written(sample, output, tmp_path)
    subtitle = next(text for style, text in said if style == "Subtitle")
    assert subtitle == f"Local Child Safeguarding Practice Review: {OUTPUTS[output].document}"


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
        output="overview",
        audience=audience("published"),
        template=None,
        path=path,
        password="four more invented words",
    )
    with path.open("rb") as stream:
        file = msoffcrypto.OfficeFile(stream)
        assert file.is_encrypted()
        file.load_key(password="four more invented words", verify_password=True)
        out = io.BytesIO()
        file.decrypt(out, verify_integrity=True)
    assert docx.Document(out).core_properties.title
    assert [one.name for one in tmp_path.iterdir()] == ["report.docx"]

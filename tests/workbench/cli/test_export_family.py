"""Letters, minutes and slides without a window: each asks which one it is about."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pptx
import pytest
from docx.document import Document

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample
from workbench.cli import main
from workbench.store.keys import LEAST


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "adult.review"
    review = create_review(path, PASSPHRASE, type="sar", title="Adult", author="A", cost=LEAST)
    make_sample(review, "adult")
    review.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    return path


def export(record: Path, kind: str, out: Path, *more: str) -> int:
    asked = ("--output-kind", kind, "--audience", "agency", "--out", str(out), *more)
    return main(["export", str(record), *asked])


def opened(path: Path) -> Document:
    return docx.Document(io.BytesIO(path.read_bytes()))


def test_a_letter_goes_to_the_agency_that_is_named(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "letter.docx"
    assert export(record, "request-letter", out, "--agency", "wrenshire police") == 0
    said = "\n".join(one.text for one in opened(out).paragraphs)
    assert "Wrenshire Police is asked to contribute" in said


def test_part_of_a_meeting_s_title_is_enough(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "minutes.docx"
    assert export(record, "panel-minutes", out, "--meeting", "emerging findings") == 0
    assert "10 June 2024" in "\n".join(one.text for one in opened(out).paragraphs)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "Say with --agency which agency"),
        (("--agency", "Wrenshire"), "Wrenshire Police; Calder Homes"),
        (("--agency", "Nobody"), "Say with --agency which agency"),
    ],
)
def test_an_agency_that_is_not_clear_is_asked_for(
    record: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, ...],
    said: str,
) -> None:
    out = tmp_path / "letter.docx"
    assert export(record, "request-letter", out, *more) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_slides_are_a_powerpoint_file(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "slides.pptx"
    assert export(record, "learning-slides", out) == 0
    assert len(pptx.Presentation(str(out)).slides) > 10


def test_one_command_writes_a_letter_to_each_agency(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    assert export(record, "request-letter", folder, "--agency", "all", "--json") == 0
    made = json.loads(capsys.readouterr().out)["reports"]
    assert sorted(Path(one["report"]).name for one in made) == [
        f"request-letter-{number}.docx" for number in range(1, 10)
    ]
    police = next(one for one in made if one["about"] == "Wrenshire Police")
    said = "\n".join(one.text for one in opened(Path(police["report"])).paragraphs)
    assert "Wrenshire Police is asked to contribute" in said
    assert len(list(folder.iterdir())) == 9


def test_letters_replace_nothing_that_is_there(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "request-letter-3.docx").write_bytes(b"mine")
    assert export(record, "request-letter", tmp_path, "--agency", "all") == 2
    assert "already a file named request-letter-3.docx" in capsys.readouterr().err
    assert (tmp_path / "request-letter-3.docx").read_bytes() == b"mine"
    assert not (tmp_path / "request-letter-1.docx").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("overview", "--agency", "Wrenshire Police"), "not about one agency"),
        (("request-letter", "--meeting", "all"), "not about one meeting"),
        (("request-letter", "--agency", "all", "--compare", "Draft"), "one document at a time"),
    ],
)
def test_an_option_that_would_be_passed_over_is_refused(
    record: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], said: str
) -> None:
    kind, *more = asked
    out = record.parent / "x.docx"
    assert export(record, kind, out, *more) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_document_of_which_the_template_has_no_part_is_refused(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template, out = record.parent / "board.docx", record.parent / "plan.docx"
    made = docx.Document()
    for heading in ("Introduction", "Methodology", "Findings"):
        made.add_heading(heading, 1)
    made.save(str(template))
    asked = ("--template", str(template))
    assert export(record, "action-plan", out, *asked) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert not out.exists()
    assert export(record, "action-plan", out, *asked, "--leave-out") == 0
    assert "“Action plan”; this section was left out" in capsys.readouterr().err

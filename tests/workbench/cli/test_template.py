"""What stands where in a board's template, shown and corrected as a command."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest

from workbench.actions.opening import create_review
from workbench.actions.sample import make_sample, sample_details
from workbench.cli import main
from workbench.settings import data_folder
from workbench.store.keys import LEAST

PASSPHRASE = "four invented words here"


@dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str


Command = Callable[..., Done]


@pytest.fixture
def workbench(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command, within this process."""
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)

    def run(*args: str) -> Done:
        status = main(list(args))
        return Done(status, *capsys.readouterr())

    return run


def made_record(path: Path) -> str:
    details = sample_details("adult")
    review = create_review(
        path, PASSPHRASE, type=details["type"], title=details["title"], author="A", cost=LEAST
    )
    make_sample(review, "adult")
    review.close()
    return str(path)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("[Board]")
    for title in ("Introduction", "Process", "The facts", "Something else", "Recommendations"):
        document.add_heading(title, 1)
        document.add_paragraph("[Insert text]")
    path = tmp_path / "board.docx"
    document.save(str(path))
    return path


@pytest.fixture
def record(tmp_path: Path) -> str:
    return made_record(tmp_path / "adult.review")


def places(told: str) -> dict[str, Any]:
    return {one["place"]: one for one in json.loads(told)["places"]}


def test_the_places_are_shown_with_what_is_proposed_and_what_has_no_place(
    template: Path, workbench: Command
) -> None:
    done = workbench("template", str(template), "--type", "sar", "--json")
    assert done.returncode == 0, done.stderr
    assert places(done.stdout)["The facts"]["sections"][0] == "background"
    assert places(done.stdout)["Something else"]["how"] == "nothing"
    asked = {one["asks"]: one["gets"] for one in json.loads(done.stdout)["values"]}
    assert asked["[Insert text]"] is None
    assert asked["[Board]"] == "board"
    assert "findings" in {one["section"] for one in json.loads(done.stdout)["without"]}


def test_a_correction_is_kept_in_the_review_and_used_by_the_export_and_the_next_version(
    template: Path, record: str, tmp_path: Path, workbench: Command
) -> None:
    asked = ["template", str(template), "--review", record, "--json"]
    done = workbench(*asked, "--set", "Something else=findings+good_practice")
    assert done.returncode == 0, done.stderr
    assert places(done.stdout)["Something else"]["sections"] == ["findings", "good_practice"]
    assert places(done.stdout)["Something else"]["how"] == "decided"
    later = docx.Document(str(template))
    later.paragraphs[0].insert_paragraph_before("New: 2. Scope", style="Heading 1")
    later.save(str(template))
    again = workbench(*asked)
    assert places(again.stdout)["Something else"]["sections"][0] == "findings"
    out = tmp_path / "out.docx"
    written = workbench("export", record, "--template", str(template), "--out", str(out))
    assert written.returncode == 0, written.stderr
    said = [one.text for one in docx.Document(str(out)).paragraphs]
    at = next(n for n, text in enumerate(said) if text == "Something else")
    assert any("Good practice" in text for text in said[at:])


def test_a_decision_is_remembered_for_the_board_without_a_readable_word(
    template: Path, record: str, tmp_path: Path, workbench: Command
) -> None:
    workbench(
        "template",
        str(template),
        "--review",
        record,
        "--set",
        "Something else=findings",
    )
    kept = (data_folder() / "board-templates.json").read_text()
    assert "findings" in kept
    for word in ("Something", "else", "Introduction", "board.docx", "Board", "Safeguarding"):
        assert word not in kept
    other = made_record(tmp_path / "next.review")
    done = workbench("template", str(template), "--review", other, "--json")
    assert places(done.stdout)["Something else"]["sections"][0] == "findings"
    again = ["--set", "Process=good_practice", "--json"]
    done = workbench("template", str(template), "--review", other, *again)
    assert places(done.stdout)["Something else"]["sections"][0] == "findings"
    assert places(done.stdout)["Process"]["sections"][0] == "good_practice"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Nowhere=findings", "has no place called"),
        ("Introduction=nonsense", "has no section called"),
        ("Introduction", "place=section"),
    ],
)
def test_a_correction_that_cannot_be_gets_one_sentence(
    template: Path, asked: str, said: str, workbench: Command
) -> None:
    done = workbench("template", str(template), "--type", "sar", "--set", asked)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_marked_copy_has_a_comment_at_each_place(
    template: Path, tmp_path: Path, workbench: Command
) -> None:
    copy = tmp_path / "marked.docx"
    done = workbench("template", str(template), "--type", "sar", "--marked", str(copy))
    assert done.returncode == 0, done.stderr
    said = [one.text for one in docx.Document(str(copy)).comments]
    assert any("Background and summary of events" in one for one in said)
    assert any("Nothing of the review will stand here" in one for one in said)
    assert any("has no place for" in one for one in said)
    assert next(one.text for one in docx.Document(str(copy)).paragraphs) == "[Board]"

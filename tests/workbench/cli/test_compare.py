"""The comparison of two versions, as a command."""

from __future__ import annotations

from pathlib import Path

import docx

from tests.workbench.cli.test_template import Command, made_record
from tests.workbench.cli.test_template import workbench as workbench  # used as a fixture
from workbench.actions.opening import open_review
from workbench.actions.set_up import write_passage
from workbench.actions.versions import name_version

PASSPHRASE = "four invented words here"


def test_changes_since_a_version_are_written(tmp_path: Path, workbench: Command) -> None:
    record = made_record(tmp_path / "adult.review")
    review = open_review(Path(record), PASSPHRASE, author="A")
    name_version(review, "Panel 2 draft")
    write_passage(review, "conclusions", "This is what was concluded in the end.")
    review.close()
    out = tmp_path / "changes.docx"
    done = workbench("export", record, "--compare", "panel 2 draft", "--out", str(out))
    assert done.returncode == 0, done.stderr
    written = docx.Document(str(out)).paragraphs
    said = next(one for one in written if "in the end" in one.text)
    assert any(run.font.underline for run in said.runs)
    assert any(run.font.strike for one in written for run in one.runs)


def test_too_many_versions_and_one_that_is_not_there_get_a_sentence(
    tmp_path: Path, workbench: Command
) -> None:
    record = made_record(tmp_path / "adult.review")
    out = str(tmp_path / "changes.docx")
    many = workbench("export", record, "--compare", "a", "b", "c", "--out", out)
    assert many.returncode == 2
    assert "takes one version, or two" in many.stderr
    gone = workbench("export", record, "--compare", "Panel 9", "--out", out)
    assert gone.returncode == 2
    assert "no version or meeting called" in gone.stderr
    assert not Path(out).exists()

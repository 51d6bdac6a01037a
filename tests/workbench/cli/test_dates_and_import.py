"""The commands that read: dates line by line, and an agency's paper into a record."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.cli.running import workbench
from tests.workbench.intake.test_word_chronologies import word
from tests.workbench.store.records import make, reopen
from workbench.actions.agencies import add_agency
from workbench.cli import main
from workbench.model.agencies import Agency
from workbench.store import container


def test_dates_gives_one_object_a_line(quick_environment: dict[str, str]) -> None:
    done = workbench(
        quick_environment, "dates", "--today", "2026-01-15", stdin="?22.05.16, am\n\n31/02/16\n"
    )
    first, empty, wrong = map(json.loads, done.stdout.splitlines())
    assert (first["start"], first["approximate"], first["text"]) == (
        "2016-05-22",
        True,
        "?22.05.16, am",
    )
    assert (empty["precision"], empty["valid"]) == ("undated", True)
    assert (wrong["valid"], wrong["start"]) == (False, None)


def test_dates_takes_a_context_with_each_line(quick_environment: dict[str, str]) -> None:
    asked = {"text": "9.50am", "context": {"column": "time", "row_date": "2016-05-22"}}
    done = workbench(quick_environment, "dates", "--jsonl", stdin=json.dumps(asked) + "\n")
    assert json.loads(done.stdout)["start"] == "2016-05-22"
    assert workbench(quick_environment, "dates", "--jsonl", stdin="[]\n").returncode == 2


def test_a_paper_needs_an_agency(quick_environment: dict[str, str], tmp_path: Path) -> None:
    record, paper = str(tmp_path / "a.review"), tmp_path / "paper.docx"
    paper.write_bytes(word([["Date", "Event"], ["3 May 2016", "First."]]))
    workbench(quick_environment, "new", record, "--type", "sar", "--title", "T")
    done = workbench(quick_environment, "import", record, str(paper), "--agency", " ")
    assert done.returncode == 2
    assert "--agency" in done.stderr


@pytest.mark.parametrize("agencies", [(), ("Mill Practice",)])
def test_a_paper_that_cannot_be_kept_leaves_the_record_as_it_was(
    agencies: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.review"
    review = make(path)
    for name in agencies:
        add_agency(review, name=name)
    review.close()
    before, paper = path.read_bytes(), tmp_path / "paper.docx"
    paper.write_bytes(word([["Date", "Event"], ["3 May 2016", "First."]]))
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(container, "build", full)
        for _ in range(2):
            assert main(["import", str(path), str(paper), "--agency", "Mill Practice"]) == 2
    assert path.read_bytes() == before
    again = reopen(path)
    assert [agency.name for agency in again.all(Agency)] == list(agencies)
    assert again.count_entries() == 0
    again.close()


def test_a_paper_is_previewed_and_imported(
    quick_environment: dict[str, str], tmp_path: Path
) -> None:
    record, paper = str(tmp_path / "a.review"), tmp_path / "paper.docx"
    paper.write_bytes(word([["Date", "Event"], ["3 May 2016", "First."], ["", ""]]))
    assert (
        workbench(quick_environment, "new", record, "--type", "sar", "--title", "T").returncode == 0
    )
    told = ("import", record, str(paper), "--agency", "Police", "--json")
    preview = json.loads(workbench(quick_environment, *told, "--preview").stdout)
    assert preview["entries"][0]["when"]["start"] == "2016-05-03"
    assert preview["skipped"] == [{"source_row": 3, "table": 1, "reason": "the row is empty"}]
    counts = json.loads(workbench(quick_environment, "info", record, "--json").stdout)["counts"]
    assert (counts["entry"], counts["agency"]) == (0, 0)
    assert workbench(quick_environment, *told).returncode == 0
    counts = json.loads(workbench(quick_environment, "info", record, "--json").stdout)["counts"]
    assert (counts["entry"], counts["agency"], counts["contribution"]) == (1, 1, 1)
    twice = workbench(quick_environment, *told)
    assert (twice.returncode, "already" in twice.stderr) == (2, True)
    assert workbench(quick_environment, *told, "--again").returncode == 0


def test_a_paper_without_a_chronology_changes_nothing(
    quick_environment: dict[str, str], tmp_path: Path
) -> None:
    record, paper = str(tmp_path / "a.review"), tmp_path / "paper.docx"
    paper.write_bytes(word())
    workbench(quick_environment, "new", record, "--type", "sar", "--title", "T")
    done = workbench(quick_environment, "import", record, str(paper), "--agency", "Police")
    assert done.returncode == 2
    assert "There is no table" in done.stderr
    assert "Traceback" not in done.stderr
    assert (
        json.loads(workbench(quick_environment, "info", record, "--json").stdout)["transactions"]
        == 1
    )


def test_the_password_of_a_paper_is_not_called_the_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "a.review").close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    (tmp_path / "paper.csv").write_text("Date,Event\n3 May 2016,Seen\n")
    (tmp_path / "empty").write_text("\n")
    asked = [
        "import",
        str(tmp_path / "a.review"),
        str(tmp_path / "paper.csv"),
        "--agency",
        "Police",
    ]
    for file, said in (
        ("none", "There is no password file of the paper named none there."),
        ("empty", "The first line of the password file of the paper empty is empty."),
    ):
        assert main([*asked, "--paper-password-file", str(tmp_path / file)]) == 2
        assert capsys.readouterr().err.strip() == said


def test_a_paper_that_is_missing_or_a_folder_is_said_so_and_one_row_is_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "a.review").close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    (tmp_path / "paper.csv").write_text('Date,Event\n3 May 2016,Seen\n"",""\n')
    for paper, status, said in (
        ("none.docx", 2, "There is no file named none.docx there."),
        (".", 2, "is a folder. Name one paper."),
        ("paper.csv", 0, "1 entry added, 1 row skipped."),
    ):
        asked = ["import", str(tmp_path / "a.review"), str(tmp_path / paper), "--agency", "Police"]
        assert main(asked) == status
        told = capsys.readouterr()
        assert said in told.out + told.err

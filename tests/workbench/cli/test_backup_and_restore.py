"""``workbench backup`` and ``workbench restore``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make, reopen
from workbench.cli import main


def test_a_backup_is_made_listed_and_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "a.review"
    make(path).close()
    assert main(["backup", str(path)]) == 0
    made = capsys.readouterr().out.strip()
    assert main(["restore", str(path), "--list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["path"] == made
    review = reopen(path)
    review.change("add", put=[entry("a")])
    review.close()
    before = path.read_bytes()
    assert main(["restore", str(path), "--backup", made, "--compare"]) == 0
    assert "Entry: 0 in the backup, 1 in the file now." in capsys.readouterr().out
    assert path.read_bytes() == before
    assert main(["restore", str(path), "--backup", made, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["entry"] == 0


def test_the_backups_of_every_record_are_listed_without_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    assert main(["restore", "--list"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "There are no backups on this computer.\n")
    made = []
    for name in ("a.review", "b.review"):
        make(tmp_path / name).close()
        assert main(["backup", str(tmp_path / name)]) == 0
        made.append(capsys.readouterr().out.strip())
    (tmp_path / "a.review").unlink()
    assert main(["restore", "--list"]) == 0
    listed = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert set(made) <= {path for path, _ in listed}
    assert all("recent list" in of for _, of in listed)
    assert main(["restore", "--list", "--json"]) == 0
    assert {each["path"] for each in json.loads(capsys.readouterr().out)} >= set(made)
    assert main(["restore", str(tmp_path / "a.review"), "--list"]) == 2
    assert "workbench restore --list" in capsys.readouterr().err
    assert main(["restore", "--backup", made[0]]) == 2
    assert "workbench restore FILE --backup" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "a.review"), "--backup", made[0]]) == 0
    assert (tmp_path / "a.review").is_file()


def test_a_folder_that_was_left_empty_is_not_the_one_in_which_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "a.review").close()
    monkeypatch.chdir(tmp_path)
    assert main(["backup", "a.review", "--to", ""]) == 2
    assert "no name was given" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["a.review"]


def test_what_cannot_be_done_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(tmp_path / "none.review")]) == 2
    assert main(["restore", str(tmp_path / "none.review"), "--list"]) == 2
    assert main(["restore", str(tmp_path / "none.review")]) == 2
    assert "no file named none.review" in capsys.readouterr().err

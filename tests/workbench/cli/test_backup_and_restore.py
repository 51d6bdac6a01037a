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


def test_what_cannot_be_done_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(tmp_path / "none.review")]) == 2
    assert main(["restore", str(tmp_path / "none.review"), "--list"]) == 2
    assert main(["restore", str(tmp_path / "none.review")]) == 2
    assert "no file named none.review" in capsys.readouterr().err

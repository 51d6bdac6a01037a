"""``workbench info``: counts, type, state and format, and only to who has the passphrase."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make
from workbench.cli import main


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "a.review"
    review = make(path)
    review.change("add", put=[entry("a"), entry("b")])
    review.close()
    return path


def test_it_counts_and_changes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    assert main(["info", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["title"], told["type"], told["status"]) == ("Adult C", "sar", "evidence")
    assert told["counts"]["entry"] == 2
    assert told["counts"]["person"] == 0
    assert (told["format"], told["transactions"]) == (3, 2)
    assert main(["info", str(path)]) == 0
    assert "2 entry" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_a_wrong_passphrase_is_told_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "wrong")
    assert main(["info", str(path), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "does not open this review" in said.err
    assert "Adult" not in said.err

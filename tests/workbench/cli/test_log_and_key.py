"""``workbench log`` and ``workbench key``: what left, and the one file with names in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.cli import main
from workbench.store.keys import LEAST

STRONG = "gravel lantern oboe thirteen"


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "a.review"
    review = create_review(path, PASSPHRASE, type="sar", title="T", author="Ash", cost=LEAST)
    add_person(review, name="Rowan Ashcombe", pseudonym="Adult C")
    review.close()
    return path


def test_an_export_and_a_key_are_in_the_log_as_data_and_in_word(
    record: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["log", str(record)]) == 0
    assert "Nothing has left the record yet." in capsys.readouterr().out

    report, key = tmp_path / "r.docx", tmp_path / "key.docx"
    assert main(["export", str(record), "--out", str(report), "--recipient", "the board"]) == 0
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", STRONG)
    assert main(["key", str(record), "--out", str(key)]) == 0
    assert key.is_file()
    capsys.readouterr()

    assert main(["log", str(record), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["log"]
    assert {one["output"] for one in told} == {"overview", "key"}
    assert {one["recipient"] for one in told} == {"", "the board"}
    assert all(one["released"] for one in told)
    assert "Ashcombe" not in json.dumps(told)

    assert main(["log", str(record), "--out", str(tmp_path / "log.docx")]) == 0
    assert (tmp_path / "log.docx").is_file()


def test_a_refused_export_is_in_the_log_after_the_command_ended(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(record), "--out", str(tmp_path / "Ashcombe.docx")]) == 1
    capsys.readouterr()
    assert main(["log", str(record), "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["log"]
    assert (one["released"], one["file_name"]) == (False, "")


def test_a_weak_passphrase_for_the_key_is_wrong_use(
    record: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", "password1234")
    assert main(["key", str(record), "--out", str(tmp_path / "key.docx")]) == 2
    assert "too weak" in capsys.readouterr().err
    assert not (tmp_path / "key.docx").exists()

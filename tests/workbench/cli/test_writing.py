"""What a command writes takes the place of no file, unless that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.cli import main
from workbench.store.keys import LEAST

KEPT = b"somebody's own work"
COMMANDS = ("export", "key", "log", "template", "scan")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", "gravel lantern oboe thirteen")
    review = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="T", author="Ash", cost=LEAST
    )
    add_person(review, name="Rowan Ashcombe", pseudonym="Adult C")
    review.close()
    return tmp_path


def asked(command: str, folder: Path, out: Path) -> list[str]:
    """The command, writing to ``out``."""
    record, report = str(folder / "a.review"), str(folder / "report.docx")
    if command in ("template", "scan") and not Path(report).exists():
        assert main(["export", record, "--out", report]) == 0
    return {
        "export": ["export", record, "--out", str(out)],
        "key": ["key", record, "--out", str(out)],
        "log": ["log", record, "--out", str(out)],
        "template": ["template", report, "--type", "sar", "--marked", str(out)],
        "scan": ["scan", report, "--record", record, "--clean", str(out)],
    }[command]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_there_stays_unless_it_is_said_that_it_may_go(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "out.docx"
    told = asked(command, folder, out)
    out.write_bytes(KEPT)
    capsys.readouterr()
    assert main(told) == 2
    said = capsys.readouterr()
    assert "There is already a file named out.docx there" in said.err
    assert (said.out, out.read_bytes()) == ("", KEPT)
    assert main([*told, "--replace"]) == 0
    assert out.read_bytes() != KEPT


def test_replace_asks_for_no_file_to_be_there(folder: Path) -> None:
    assert main([*asked("log", folder, folder / "new.docx"), "--replace"]) == 0
    assert (folder / "new.docx").is_file()

"""What the computer itself refuses is told in a sentence, by every command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import make
from workbench.cli import main

TOO_LONG = f"{'a' * 300}.review"  # no disk takes such a name, and each system says so differently


@pytest.mark.parametrize(
    "asked",
    [
        ["info", TOO_LONG],
        ["verify", TOO_LONG],
        ["backup", TOO_LONG],
        ["new", TOO_LONG, "--type", "sar", "--title", "T"],
        ["log", "a.review", "--out", f"{'a' * 300}.docx"],
        ["restore", TOO_LONG, "--list"],
        ["scan", TOO_LONG, "--record", "a.review"],
    ],
    ids=lambda asked: asked[0],
)
def test_a_name_that_no_disk_takes_is_refused_in_words(
    asked: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "a.review").close()
    assert main(asked) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().endswith(".")
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["a.review"]


def test_a_folder_into_which_one_may_not_look_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)

    def denied(_path: Path, *_more: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "shut" / "a.review"))

    monkeypatch.setattr(Path, "is_file", denied)
    for command in ("backup", "info", "verify"):
        assert main([command, str(tmp_path / "shut" / "a.review")]) == 2
        assert "permission denied" in capsys.readouterr().err.lower()


def test_whoever_reads_what_is_printed_may_stop(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    make(tmp_path / "a.review").close()
    told = [sys.executable, "-m", "workbench", "history", str(tmp_path / "a.review")]
    with subprocess.Popen(
        told, env=quick_environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
        assert running.wait(20) == 1

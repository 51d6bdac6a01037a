"""What is notable in opening a record is said by each command, and never in its JSON."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import make
from workbench.cli import main
from workbench.store import keys
from workbench.store.keys import LEAST

CLI = Path(__file__).parents[3] / "workbench" / "cli"


@pytest.mark.parametrize("command", ["info", "log", "history"])
def test_a_sync_folder_is_told_beside_the_answer(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    make(tmp_path / "a.review").close()
    synced = tmp_path / "OneDrive - Harbour Council"
    synced.mkdir()
    (tmp_path / "a.review").rename(synced / "a.review")
    assert main([command, str(synced / "a.review"), "--json"]) == 0
    said = capsys.readouterr()
    assert "in a OneDrive folder" in said.err
    assert json.loads(said.out)
    assert "OneDrive" not in said.out
    main([command, str(synced / "a.review"), "--json"])
    assert capsys.readouterr().err == "", "told once of a folder"


NEW = "gravel cousin teapot meadow"


@pytest.mark.parametrize(
    "command", ["verify", "restore", "restore --compare", "close", "keys --renew"]
)
def test_the_same_is_told_by_commands_that_look_at_a_record_from_outside(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", NEW)
    monkeypatch.setattr(keys, "WRITTEN", (LEAST,))  # what it costs is tested where it is decided
    make(tmp_path / "a.review").close()
    assert main(["backup", str(tmp_path / "a.review")]) == 0
    backup = capsys.readouterr().out.strip()
    synced = tmp_path / "OneDrive - Harbour Council"
    synced.mkdir()
    there = synced / "a.review"
    (tmp_path / "a.review").rename(there)
    name, *options = command.split()
    if name == "restore":
        options += ["--backup", backup]
    if name == "close":
        options += ["--certificate", str(tmp_path / "c.txt"), "--keep-nothing"]
        options += ["--confirm", "a.review"]
    assert main([name, str(there), *options]) == 0
    said = capsys.readouterr()
    assert said.err.count("in a OneDrive folder") == 1
    assert "OneDrive folder" not in said.out


def test_a_record_that_cannot_be_opened_is_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    make(tmp_path / "a.review").close()
    assert main(["backup", str(tmp_path / "a.review")]) == 0
    backup = capsys.readouterr().out.strip()
    (tmp_path / "a.review").write_bytes(b"nothing of a record")
    assert main(["restore", str(tmp_path / "a.review"), "--backup", backup, "--compare"]) == 0
    said = capsys.readouterr()
    assert (said.err, said.out.count("cannot be read")) == ("", 1)


def test_no_command_opens_a_record_in_another_way() -> None:
    others = [
        path.name
        for path in CLI.glob("*.py")
        if path.name != "opening.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and any(each.name == "open_review" for each in node.names)
    ]
    assert others == []

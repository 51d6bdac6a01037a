"""What is notable in opening a record is said by each command, and never in its JSON."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import make
from workbench.cli import main

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

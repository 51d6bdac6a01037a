"""``workbench identifiers``: what the gate finds, as one JSON object a line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from workbench.cli import main

REGISTER = {
    "register": [
        {"id": "p1", "kind": "person", "real_name": "Ngozi Okafor", "aliases": ["Goz"], "role": "mother", "pseudonym": "Anna"},
        {"id": "p2", "kind": "person", "real_name": "Siân ap Rhys", "aliases": [], "role": "SW", "pseudonym": "SW1"},
        {"id": "l1", "kind": "place", "real_name": "Wexcombe", "aliases": [], "role": "town", "pseudonym": "Town A"},
    ]
}  # fmt: skip


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "R.json"
    path.write_text(json.dumps(REGISTER), encoding="utf-8")
    return path


def given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))


def test_a_text_gives_one_object_a_line(
    register: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Mrs Okafor’s friend Dr Adebayo moved to Wexcombe.\n"
    given(monkeypatch, text)
    assert main(["identifiers", "--register", str(register)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["text"], row["kind"], row["entity"], row["certain"]) for row in rows] == [
        ("Mrs Okafor", "person", "p1", True),
        ("Dr Adebayo", "unknown", None, False),
        ("Wexcombe", "place", "l1", True),
    ]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert all(set(row) == {"start", "end", "kind", "text", "entity", "certain"} for row in rows)


def test_paragraphs_keep_their_ids_and_their_own_offsets(
    register: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ["Nothing here.", "Sia\u0302n\u200b ap\u00a0Rhys rang 07700 900123", ""]
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(texts)]
    given(monkeypatch, "\n".join(lines) + "\n\n")
    assert main(["identifiers", "--register", str(register), "--jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == [0, 1, 2]
    assert [[one["entity"] for one in row["found"]] for row in rows] == [[], ["p2", None], []]
    for row in rows:
        for one in row["found"]:
            assert texts[row["id"]][one["start"] : one["end"]] == one["text"]


@pytest.mark.parametrize(
    "case",
    [
        ("{", "", "not JSON"),
        ("[]", "", '"register"'),
        (json.dumps({"register": [{"id": "x"}]}), "", "Entry 1"),
        (json.dumps(REGISTER), "not json\n", "Line 1 is not JSON"),
        (json.dumps(REGISTER), '{"id": 1}\n', "Line 1 must be"),
    ],
)
def test_bad_input_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    case: tuple[str, str, str],
) -> None:  # fmt: skip
    content, text, says = case
    path = tmp_path / "R.json"
    path.write_text(content, encoding="utf-8")
    given(monkeypatch, text)
    assert main(["identifiers", "--register", str(path), "--jsonl"]) == 2
    assert says in capsys.readouterr().err


def test_a_register_that_is_not_there_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, "")
    assert main(["identifiers", "--register", str(tmp_path / "none.json")]) == 2
    assert "cannot be opened" in capsys.readouterr().err

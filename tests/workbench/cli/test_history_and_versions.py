"""``workbench history`` and ``workbench versions``."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import AUTHOR, make
from workbench.actions.editing import amend
from workbench.actions.meetings import add_meeting
from workbench.actions.opening import open_review
from workbench.actions.people import add_person
from workbench.actions.versions import name_version
from workbench.cli import main
from workbench.model.people import Person

OTHER = "gravel cousin teapot meadow"
Run = Callable[..., Any]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "a.review"
    review = make(path)
    ann, _ = add_person(review, name="Ann Rowan", note="Seen at home.")
    name_version(review, "Panel 2 draft", note="as sent out")
    add_meeting(review, title="Second panel", date="2020-02-03")
    amend(review, ann, note="Seen twice at home.")
    amend(review, ann, name="Anne Rowan")
    review.undo()
    review.close()
    return path


@pytest.fixture
def told(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(command: str, *args: str) -> Any:
        assert main([command, str(path), *args, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def said(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert main(list(args)) == 0
    return capsys.readouterr().out


def test_the_steps_are_told_newest_first(
    told: Run, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = path.read_bytes()
    steps = told("history")
    assert [(step["what"], step["to"], step["taken_back"]) for step in steps[:3]] == [
        ("Took back: change name of person", "Ann Rowan", False),
        ("Change name of person", "Ann Rowan", True),
        ("Change private note of person", "Ann Rowan", False),
    ]
    assert {step["author"] for step in steps} == {AUTHOR}
    assert "Ash Rowan: Change name of person: Ann Rowan (taken back since)" in said(
        capsys, "history", str(path)
    )
    assert len(told("history", "--limit", "2")) == 2
    assert path.read_bytes() == before


def test_what_changed_since_a_version_is_told_with_its_words_marked(
    told: Run, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = told("history", "--since", "panel 2 draft")["items"]
    assert [(item["kind"], item["deed"]) for item in items] == [
        ("person", "changed"),
        ("meeting", "added"),
    ]
    assert items[0]["fields"] == [
        {"field": "Private note", "before": "Seen at home.", "after": "Seen twice at home."}
    ]
    text = said(capsys, "history", str(path), "--since", "Panel 2 draft")
    assert "Private note: Seen {+twice+} at home." in text
    assert "Changed: Ann Rowan" in text


def test_since_a_meeting_or_a_day_in_any_writing(told: Run) -> None:
    everything = {"review", "person", "meeting"}
    assert {item["kind"] for item in told("history", "--since", "Second panel")["items"]} == (
        everything
    )
    assert {item["kind"] for item in told("history", "--since", "3 Feb 2020")["items"]} == (
        everything
    )
    today = datetime.now(UTC).astimezone().date().isoformat()
    assert told("history", "--since", "3 Feb 2020", "--until", today)["items"] == []


def test_one_items_own_history(told: Run, path: Path) -> None:
    review = open_review(path, PASSPHRASE, author=AUTHOR, read_only=True)
    ann = review.all(Person)[0]
    review.close()
    assert [step["what"] for step in told("history", "--item", ann.id)] == [
        "Took back: change name of person",
        "Change name of person",
        "Change private note of person",
        "Add person",
    ]


def test_a_version_is_named_listed_exported_and_forgotten(
    told: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [each["name"] for each in told("versions")] == ["Panel 2 draft"]
    named = told("versions", "--name", "Final", "--note", "for the board")
    assert [(each["name"], each["note"]) for each in named] == [
        ("Final", "for the board"),
        ("Panel 2 draft", "as sent out"),
    ]
    out = tmp_path / "panel 2.review"
    (tmp_path / "new.txt").write_text(OTHER, encoding="utf-8")
    new = ("--new-passphrase-file", str(tmp_path / "new.txt"))
    told("versions", "--export", "Panel 2 draft", "--out", str(out), *new)
    exported = open_review(out, OTHER, author=AUTHOR, read_only=True)
    assert [person.note for person in exported.all(Person)] == ["Seen at home."]
    exported.close()
    assert [each["name"] for each in told("versions", "--forget", "final")] == ["Panel 2 draft"]


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("history", "--since", "no such thing"), "No version or meeting"),
        (("history", "--since", "03/04"), "only be read in one way"),
        (("history", "--until", "Panel 2 draft"), "needs --since"),
        (("history", "--since", "Panel 2 draft", "--until", "Second panel"), "earlier of the two"),
        (("history", "--item", "nobody"), "no item of that id"),
        (("history", "--limit", "0"), "1 or more"),
        (("versions", "--export", "Panel 2 draft"), "go together"),
        (("history", "--since", ""), "has that name"),
        (("history", "--since", "Panel 2 draft", "--until", ""), "has that name"),
        (("versions", "--export", "Panel 2 draft", "--out", ""), "no name was given"),
        (("versions", "--name", "Panel 2 draft"), "already"),
        (("versions", "--forget", "nothing"), "No version has that name"),
    ],
)
def test_what_cannot_be_done_is_said(
    path: Path, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], reason: str
) -> None:
    assert main([args[0], str(path), *args[1:]]) == 2
    assert reason in capsys.readouterr().err


def test_a_recovery_key_does_not_become_the_passphrase_of_an_export(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["keys", str(path), "--recovery-key"]) == 0
    key = capsys.readouterr().out.rpartition(": ")[2].strip()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", key)
    out = path.with_name("then.review")
    asked = ["versions", str(path), "--export", "Panel 2 draft", "--out", str(out)]
    assert main(asked) == 2
    assert "This is the recovery key" in capsys.readouterr().err
    assert not out.exists()
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", "sunshine")
    assert main(asked) == 2
    assert "too weak" in capsys.readouterr().err
    assert not out.exists()

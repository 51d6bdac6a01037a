"""``workbench keys`` and ``workbench card``."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make
from tests.workbench.store.test_keychain import use
from workbench.actions.keys import change_card_passphrase, make_card, my_card
from workbench.actions.opening import open_review
from workbench.cli import main
from workbench.store import keys
from workbench.store.keys import LEAST

NEW = "gravel cousin teapot meadow"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(keys, "WRITTEN", (LEAST,))  # what it costs is tested where it is decided
    path = tmp_path / "a.review"
    review = make(path)
    review.change("add", put=[entry("a")])
    review.close()
    return path


def listed(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    capsys.readouterr()
    assert main(["keys", str(path), "--list", "--json"]) == 0
    ways: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return ways


def test_a_colleague_is_added_by_card_listed_and_taken_away(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["card"]) == 1
    assert "Make one with --make" in capsys.readouterr().err
    make_card("their own words here", cost=LEAST)
    assert main(["card"]) == 0
    card = tmp_path / "card.txt"
    card.write_text(capsys.readouterr().out, encoding="utf-8")

    assert main(["keys", str(path), "--colleague", "Robin", "--card-file", str(card)]) == 0
    assert "colleague, Robin, since" in capsys.readouterr().out
    ways = listed(path, capsys)
    assert [(way["kind"], way["name"]) for way in ways] == [("passphrase", ""), ("x25519", "Robin")]
    open_review(path, "their own words here", author="R").close()

    text = card.read_text(encoding="utf-8")
    slip = text[:-2] + ("0" if text[-2] != "0" else "1")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(slip.encode())))
    assert main(["keys", str(path), "--colleague", "Jo"]) == 2
    assert "slip in the card" in capsys.readouterr().err

    assert main(["keys", str(path), "--remove", ways[1]["id"]]) == 0
    assert len(listed(path, capsys)) == 1
    assert main(["keys", str(path), "--remove", ways[0]["id"]]) == 1
    assert "only passphrase" in capsys.readouterr().err


def test_the_passphrase_of_a_card_is_changed_and_the_card_stays(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_card(PASSPHRASE, cost=LEAST)
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", NEW)
    assert main(["card", "--change-passphrase"]) == 0
    assert capsys.readouterr().out.strip() == made.card
    assert main(["card", "--change-passphrase"]) == 2, "the old one opens it no more"
    assert "does not open" in capsys.readouterr().err


def test_after_a_leak_all_keys_are_made_anew(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["keys", str(path), "--renew"]) == 2
    assert "WORKBENCH_NEW_PASSPHRASE" in capsys.readouterr().err
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", NEW)
    assert main(["keys", str(path), "--renew"]) == 0
    said = capsys.readouterr()
    assert "are gone" in said.err
    printed = said.out.rpartition(": ")[2].strip()
    open_review(path, printed, author="A").close()
    assert main(["keys", str(path), "--list"]) == 2
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", NEW)
    assert [way["kind"] for way in listed(path, capsys)] == ["passphrase", "recovery"]


def test_a_recovery_key_is_printed_and_a_missing_keychain_is_said(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["keys", str(path), "--recovery-key"]) == 0
    printed = capsys.readouterr().out.rpartition(": ")[2].strip()
    open_review(path, printed, author="A").close()
    use(monkeypatch, None)
    assert main(["keys", str(path), "--keychain"]) == 1
    assert "Use the passphrase" in capsys.readouterr().err


def test_a_passphrase_comes_from_its_own_file(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.txt"
    new.write_text(f"{NEW}\n", encoding="utf-8")
    change = ["keys", str(path), "--change-passphrase", "--new-passphrase-file"]
    assert main([*change, str(new)]) == 0
    open_review(path, NEW, author="A", read_only=True).close()
    assert main([*change, str(tmp_path / "none")]) == 2


GUESSED = ("sunshine", "", "   ", "12345678")


@pytest.mark.parametrize("asked", ["--add-passphrase", "--change-passphrase", "--renew"])
@pytest.mark.parametrize("new", GUESSED)
def test_a_new_passphrase_that_could_be_guessed_is_refused(
    path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    new: str,
) -> None:
    before = path.read_bytes()
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", new)
    assert main(["keys", str(path), asked]) == 2
    told = capsys.readouterr()
    assert "That passphrase is too weak" in told.err
    assert "sunshine" not in told.err + told.out
    assert path.read_bytes()[:4096] == before[:4096], "its keys are as they were"
    open_review(path, PASSPHRASE, author="A").close()


@pytest.mark.parametrize("weak", GUESSED)
def test_a_card_is_not_opened_by_a_passphrase_that_could_be_guessed(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, weak: str
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", weak)
    assert main(["card", "--make"]) == 2
    assert "too weak" in capsys.readouterr().err
    assert my_card() is None
    made = make_card(PASSPHRASE, cost=LEAST)
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("WORKBENCH_NEW_PASSPHRASE", weak)
    assert main(["card", "--change-passphrase"]) == 2
    assert "too weak" in capsys.readouterr().err
    assert change_card_passphrase(PASSPHRASE, NEW, cost=LEAST).card == made.card


def test_a_key_that_is_not_there_is_not_said_to_have_been(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["keys", str(path), "--remove", "nope"]) == 2
    assert "This file has no such key." in capsys.readouterr().err

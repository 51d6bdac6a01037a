"""``workbench close``: nothing goes without a certificate, a confirmation and a choice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review, open_review
from workbench.cli import main
from workbench.store import keys
from workbench.store.keys import LEAST


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "adult-c.review"
    create_review(path, PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST).close()
    return path


def test_it_keeps_destroys_and_says_where_the_certificate_is(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certificate = path.parent / "certificate.txt"
    where = ["close", str(path), "--certificate", str(certificate)]
    assert main([*where, "--journal", "--log", "--json", "--confirm", "adult-c.review"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["certificate"] == str(certificate)
    assert [Path(each["path"]).name for each in told["kept"]] == [
        "disclosure log.docx",
        "journal.csv",
    ]
    assert not path.exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--journal"], "--confirm adult-c.review"),
        (["--journal", "--confirm", "adult-d.review"], "--confirm adult-c.review"),
        (["--confirm", "adult-c.review"], "--keep-nothing"),
        (["--keep-nothing", "--log", "--confirm", "adult-c.review"], "--keep-nothing"),
        (["--report", "overview", "--confirm", "adult-c.review"], "overview:published"),
        (["--journal", "--to", "/no/such", "--confirm", "adult-c.review"], "is not there"),
        (["--archive-passphrase-file", "/no", "--confirm", "adult-c.review"], "file named no"),
    ],
)
def test_without_a_clear_word_nothing_is_destroyed(
    path: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    certificate = ["--certificate", str(path.parent / "certificate.txt")]
    assert main(["close", str(path), *certificate, *options]) == 2
    assert said in capsys.readouterr().err
    open_review(path, PASSPHRASE, author="Ash").close()
    assert [each.name for each in path.parent.iterdir()] == ["adult-c.review"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("sunshine", "too weak"),
        ("  ", "is empty"),
        ("", "is empty"),
        (PASSPHRASE, "than the review’s own"),
    ],
)
def test_an_archive_that_could_be_guessed_is_not_kept_and_nothing_is_destroyed(
    path: Path, words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = path.parent / "secret"
    secret.write_text(f"{words}\n", encoding="utf-8")
    asked = ["--certificate", str(path.parent / "c.txt"), "--confirm", "adult-c.review"]
    assert main(["close", str(path), *asked, "--archive-passphrase-file", str(secret)]) == 2
    assert said in capsys.readouterr().err
    assert sorted(each.name for each in path.parent.iterdir()) == ["adult-c.review", "secret"]


def test_an_archive_under_a_passphrase_of_its_own_is_kept(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "WRITTEN", (LEAST,))  # what it costs is tested where it is decided
    secret = path.parent / "secret"
    secret.write_text("gravel cousin teapot meadow\n", encoding="utf-8")
    asked = ["--certificate", str(path.parent / "c.txt"), "--confirm", "adult-c.review", "--json"]
    assert main(["close", str(path), *asked, "--archive-passphrase-file", str(secret)]) == 0
    (kept,) = json.loads(capsys.readouterr().out)["kept"]
    open_review(Path(kept["path"]), "gravel cousin teapot meadow", author="Ash").close()


def test_a_certificate_is_not_optional(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["close", str(path), "--keep-nothing", "--confirm", "adult-c.review"]) == 2
    assert "--certificate" in capsys.readouterr().err
    assert path.exists()

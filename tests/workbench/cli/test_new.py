"""``workbench new``: a record from nothing, and a passphrase that is nowhere to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.cli.running import workbench
from workbench.actions.opening import open_review
from workbench.cli import main
from workbench.store import keys
from workbench.store.keys import LEAST


def test_a_record_is_made_and_its_place_told(
    tmp_path: Path, quick_environment: dict[str, str]
) -> None:
    path = tmp_path / "a.review"
    done = workbench(
        quick_environment, "new", str(path), "--type", "sar", "--title", "T", "--reference", "R1"
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(path), "")
    review = open_review(path, PASSPHRASE, author="A")
    assert (review.details.title, review.details.reference) == ("T", "R1")
    review.close()


def test_a_passphrase_comes_from_the_first_line_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKBENCH_PASSPHRASE", raising=False)
    path, secret = tmp_path / "a.review", tmp_path / "secret"
    secret.write_text(f"{PASSPHRASE}\nanother line\n", encoding="utf-8")
    told = ["new", str(path), "--type", "sar", "--title", "T", "--passphrase-file", str(secret)]
    assert main(told) == 0
    open_review(path, PASSPHRASE, author="A").close()


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        (f"\ufeff{PASSPHRASE}\r\n".encode(), PASSPHRASE),  # as Windows' own editor saves it
        (f"{PASSPHRASE}".encode(), PASSPHRASE),
        (f"  {PASSPHRASE} \n".encode(), f"  {PASSPHRASE} "),  # blanks are part of it
        (f"{PASSPHRASE}\u2028\U0001f511\n".encode(), f"{PASSPHRASE}\u2028\U0001f511"),
    ],
)
def test_a_passphrase_file_is_read_as_any_editor_saves_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, passphrase: str
) -> None:
    monkeypatch.setattr(keys, "WRITTEN", (LEAST,))  # what it costs is tested where it is decided
    path, secret = tmp_path / "a.review", tmp_path / "secret"
    secret.write_bytes(content)
    told = ["new", str(path), "--type", "sar", "--title", "T", "--passphrase-file", str(secret)]
    assert main(told) == 0
    open_review(path, passphrase, author="A", read_only=True).close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", passphrase)
    assert main(["info", str(path)]) == 0


def test_a_passphrase_file_in_another_encoding_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-16")
    assert main(["info", str(tmp_path / "a.review"), "--passphrase-file", str(secret)]) == 2
    assert "Save it as text in UTF-8" in capsys.readouterr().err


def test_a_title_is_kept_without_the_blanks_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(keys, "WRITTEN", (LEAST,))  # what it costs is tested where it is decided
    path = tmp_path / "a.review"
    assert main(["new", str(path), "--type", "sar", "--title", " Adult C "]) == 0
    review = open_review(path, PASSPHRASE, author="A", read_only=True)
    assert review.details.title == "Adult C"
    review.close()


@pytest.mark.parametrize(
    "trouble",
    [
        "no passphrase",
        "no file",
        "file there",
        "no folder",
        "type",
        "weak",
        "of the title",
        "no words",
        "no title",
    ],
)
def test_what_cannot_be_made_is_said_in_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    trouble: str,
) -> None:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "a.review"
    told = ["new", str(path), "--type", "sar", "--title", "T"]
    if trouble == "no passphrase":
        monkeypatch.delenv("WORKBENCH_PASSPHRASE")
    elif trouble == "no file":
        told += ["--passphrase-file", str(tmp_path / "none")]
    elif trouble == "file there":
        path.write_text("here first", encoding="utf-8")
    elif trouble in ("weak", "no words"):
        monkeypatch.setenv("WORKBENCH_PASSPHRASE", "letmein1" if trouble == "weak" else "  ")
    elif trouble == "of the title":
        told[5] = PASSPHRASE.replace(" ", "")  # the passphrase that was given, and easy to guess
        monkeypatch.setenv("WORKBENCH_PASSPHRASE", told[5])
    elif trouble == "no title":
        told[5] = " \t "
    elif trouble == "no folder":
        told[1] = str(tmp_path / "none" / "a.review")
    else:
        told[3] = "opera"
    assert main(told) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert PASSPHRASE not in said.err
    assert not path.exists() or path.read_text(encoding="utf-8") == "here first"

"""``workbench verify``: 0 when sound, 1 with the place when not, 2 when it cannot be judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import make, reopen
from workbench.cli import main


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    path = tmp_path / "a.review"
    make(path).close()
    return path


def test_a_sound_record_is_said_to_be_sound(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is True
    assert set(told["parts"]) == {
        "file",
        "pages",
        "tables",
        "references",
        "journal",
        "facts",
        "search",
    }
    assert main(["verify", str(path)]) == 0
    assert "journal: sound" in capsys.readouterr().out


def test_a_damaged_page_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray(path.read_bytes())
    content[65536 + 4096 * 4 + 50] ^= 1
    path.write_bytes(content)
    assert main(["verify", str(path)]) == 1
    said = capsys.readouterr().out
    assert "page 5 is damaged" in said
    assert "Open a backup" in said


def test_a_file_that_was_cut_is_not_said_to_be_mended_by_saving(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = path.read_bytes()
    for cut in (65536, 65536 + 4096 * 5):
        path.write_bytes(content[:cut])
        assert main(["verify", str(path)]) == 1
        said = capsys.readouterr()
        assert "This file is incomplete" in said.out
        assert "saving" not in said.out + said.err


def test_what_is_no_record_cannot_be_judged(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.docx"
    other.write_bytes(b"PK\x03\x04" * 50_000)
    assert main(["verify", str(other)]) == 2
    assert "not a review" in capsys.readouterr().err


def test_a_broken_index_is_repaired(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review = reopen(path)
    with review._engine.begin() as db:
        db.execute(text("DELETE FROM search_item"))
    review._record.save_anyway()
    review.close()
    assert main(["verify", str(path)]) == 1
    assert "search: the index does not agree" in capsys.readouterr().out
    assert main(["verify", str(path), "--repair"]) == 0
    assert "search: sound" in capsys.readouterr().out

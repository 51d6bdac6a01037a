"""The question about a new review's recovery key stays open until it is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.unanswered import forget, is_open, note
from workbench.settings import data_folder
from workbench.store.keys import LEAST


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    create_review(path, PASSPHRASE, type="sar", title="A", author="Ash", cost=LEAST).close()
    return path


def test_it_is_open_from_the_asking_to_the_answer_wherever_the_file_goes(path: Path) -> None:
    assert not is_open(path)
    note(path)
    note(path)
    moved = path.rename(path.with_name("moved.review"))
    assert is_open(moved)
    forget(moved)
    assert not is_open(moved)
    forget(moved)


def test_what_is_kept_says_nothing_of_the_review_or_its_place(path: Path) -> None:
    note(path)
    kept = (data_folder() / "unanswered.json").read_text(encoding="utf-8")
    assert "review" not in kept
    assert str(path.parent) not in kept


@pytest.mark.parametrize("damage", ["", "{}", "null", "\x00"])
def test_a_note_that_cannot_be_read_asks_nothing(path: Path, damage: str) -> None:
    note(path)
    (data_folder() / "unanswered.json").write_text(damage, encoding="utf-8")
    assert not is_open(path)

"""A file that is written beside somebody's typing is whole, of one moment, and holds nobody up."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make, reopen, texts
from workbench.actions.opening import verify_review
from workbench.store import database


def test_what_is_typed_during_a_save_goes_on_and_the_file_is_of_one_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.review"
    review = make(path)
    typed = entry("number 0")
    review.change("add", put=[typed, *(entry("x" * 3_000) for _ in range(300))])
    copying, go_on = threading.Event(), threading.Event()
    steps: list[int] = []

    def pause() -> None:
        steps.append(1)
        if len(steps) == 2:  # in the midst of copying the database
            copying.set()
            assert go_on.wait(10)

    monkeypatch.setattr("workbench.store.record.unhurried", pause)
    saving = threading.Thread(target=review.save)
    saving.start()
    assert copying.wait(10)
    review.change("type", put=[replace(typed, text="number 1")])
    go_on.set()
    saving.join()
    assert len(steps) > 4, "there were pauses"
    assert review.unsaved, "what was typed meanwhile is not in the file yet"
    assert not any(part.faults for part in verify_review(path, PASSPHRASE))
    saved = reopen(path, read_only=True)
    assert texts(saved)[0] == "number 0"
    saved.close()
    review.close()
    assert not any(part.faults for part in verify_review(path, PASSPHRASE))
    again = reopen(path, read_only=True)
    assert texts(again)[0] == "number 1"
    again.close()


def test_closing_does_not_pause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paused: list[int] = []
    monkeypatch.setattr("workbench.store.record.unhurried", lambda: paused.append(1))
    review = make(tmp_path / "a.review")
    paused.clear()
    review.change("add", put=[entry("a")])
    review.close()
    assert paused == []


def test_saving_brings_the_log_back_so_that_typing_need_not(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    copy = review._record.copy
    assert copy is not None
    for number in range(20):
        review.change("add", put=[entry(f"{number} " + "x" * 20_000)])
    review.save()
    raw = database.raw_connection(copy.database, copy.key, copy.salt)
    busy, logged, brought = raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    raw.close()
    assert (busy, brought) == (0, logged)
    before = (copy.folder / "case.db").stat().st_size
    assert before > 20 * 20_000, "it is in the database, and not in the log alone"
    review.close()

"""Killed at any moment, nothing committed is lost and nothing of it is legible on the disk."""

from __future__ import annotations

import os
import random
import shutil
import time
from multiprocessing.connection import Connection
from pathlib import Path

from tests.conftest import PASSPHRASE
from tests.workbench.store import apart
from tests.workbench.store.records import AUTHOR, copies_in, entry, make, reopen, texts
from workbench.actions.keys import rekey_review
from workbench.actions.opening import open_review, verify_review
from workbench.model.chronology import Entry
from workbench.store.keys import LEAST

KILLS = int(os.environ.get("WORKBENCH_TEST_KILLS", "20"))
KEPT_PASSPHRASE = "kept for later versions"
CANARY = "zebra-marzipan-lighthouse"
SEED = random.Random(7)


def write_and_tell(pipe: Connection, path: Path, first: int) -> None:
    """Commit entry after entry, saving now and then, and tell of each when it is committed."""
    review = reopen(path)
    for number in range(first, first + 100_000):
        review.change("add", put=[entry(f"{CANARY} {number}")])
        pipe.send(number)
        if number % 7 == 0:
            review.save()
        if number % 11 == 0:
            review.keys.add_recovery_key()


def killed_at_random(path: Path, first: int) -> int:
    """Run the writer, kill it, and return the last number that it acknowledged."""
    process, pipe = apart.start(write_and_tell, path, first)
    last = pipe.recv()
    give_up = time.monotonic() + SEED.uniform(0, 0.12)
    while time.monotonic() < give_up:
        if pipe.poll(0.001):
            last = pipe.recv()
    process.kill()
    process.join()
    try:
        while pipe.poll():
            last = pipe.recv()
    except EOFError:
        pass  # the writer is dead: nothing more was told
    return int(last)


def test_killed_at_random_nothing_committed_is_lost(tmp_path: Path, private_data: Path) -> None:
    path, acknowledged = tmp_path / "a.review", -1
    make(path).close()
    for _ in range(KILLS):
        acknowledged = killed_at_random(path, acknowledged + 1)
        review = reopen(path)
        held = [int(text.rsplit(" ", 1)[1]) for text in texts(review)]
        # One more may have been committed before it could be told.
        assert held in (list(range(acknowledged + 1)), list(range(acknowledged + 2)))
        assert any("ended unexpectedly" in notice for notice in review.notices)
        acknowledged = held[-1]
        review.close()
        assert list(path.parent.iterdir()) == [path], "nothing is left beside the file"
        assert copies_in(private_data) == []
    assert not any(part.faults for part in verify_review(path, PASSPHRASE))


def test_nothing_of_the_record_is_legible_in_any_file(tmp_path: Path, private_data: Path) -> None:
    path = tmp_path / "a.review"
    make(path).close()
    killed_at_random(path, 0)
    written = [
        each for folder in (tmp_path, private_data) for each in folder.rglob("*") if each.is_file()
    ]
    assert any(each.name == "case.db-wal" for each in written), (
        "the log of a killed writer is there"
    )
    for each in written:
        content = each.read_bytes()
        for legible in (CANARY, "Adult C", "Ash Rowan", "CREATE TABLE"):
            assert legible.encode() not in content, each.name
            assert legible.encode("utf-16-le") not in content, each.name


def open_old_and_close(pipe: Connection, path: Path) -> None:
    """Bring a record of version 1 forward, which makes a backup, rewrites it and saves."""
    pipe.send("begun")
    open_review(path, KEPT_PASSPHRASE, author=AUTHOR).close()
    rekey_review(path, KEPT_PASSPHRASE, KEPT_PASSPHRASE, cost=LEAST)


def test_killed_while_it_is_brought_forward_or_made_anew_a_record_stays_whole(
    tmp_path: Path,
) -> None:
    kept = Path(__file__).parents[2] / "records" / "version-1.review"
    for turn in range(max(4, KILLS // 2)):
        path = tmp_path / f"{turn}.review"
        shutil.copy(kept, path)
        process, pipe = apart.start(open_old_and_close, path)
        pipe.recv()
        process.join(SEED.uniform(0, 0.4))
        process.kill()
        process.join()
        review = open_review(path, KEPT_PASSPHRASE, author=AUTHOR)
        assert (review.count(Entry), review.undo_label) == (14, "change comment of entry")
        review.close()
        assert not any(part.faults for part in verify_review(path, KEPT_PASSPHRASE))

"""Killed while its keys change or a backup is made, a record opens, and so does every backup."""

from __future__ import annotations

import os
import random
import time
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import BinaryIO

from tests.conftest import PASSPHRASE
from tests.workbench.store import apart
from tests.workbench.store.records import AUTHOR, copies_in, entry, make, reopen, texts
from workbench.actions.keys import make_card, rekey_review
from workbench.actions.opening import open_review, verify_review
from workbench.actions.safekeeping import list_backups
from workbench.errors import WorkbenchError
from workbench.store import backups, container, resealing
from workbench.store.container import ROOM
from workbench.store.keys import LEAST

KILLS = int(os.environ.get("WORKBENCH_TEST_KILLS", "20"))
SEED = random.Random(11)
SECTOR = 512


def words(number: int) -> str:
    """The passphrase of this number."""
    return f"invented words number {number}"


def change_keys(pipe: Connection, path: Path, number: int, card: str) -> None:
    """Change the passphrase again and again, and tell of each. A header is written a sector at a
    time, so that a kill can leave a part of it."""
    real = resealing.put

    def put(file: BinaryIO, place: int, block: bytes) -> None:
        pipe.send("writing")
        file.seek(place)
        for start in range(0, 4 * SECTOR, SECTOR):
            file.write(block[start : start + SECTOR])
            time.sleep(0.0005)
        real(file, place, block)

    resealing.put = put
    review = open_review(path, words(number), author=AUTHOR)
    while True:
        review.change("add", put=[entry(f"while it was {number}")])
        review.keys.change_passphrase(words(number), words(number + 1), LEAST)
        number += 1
        pipe.send(number)
        if number % 3 == 0:
            review.keys.add_colleague(f"Colleague {number}", card)
        if number % 5 == 0:
            for slot in review.keys.all:
                if slot.type == "x25519":
                    review.keys.remove(slot.id)
            review.save()


def told_until_killed(work: object, writing: int, *args: object) -> list[object]:
    """Kill the process a moment after it told of a write for the so-manieth time."""
    process, pipe = apart.start(work, *args)  # type: ignore[arg-type] # one of the two above
    told: list[object] = []
    while told.count("writing") < writing:
        told.append(pipe.recv())
    time.sleep(SEED.uniform(0, 0.004))
    process.kill()
    process.join()
    try:
        while pipe.poll():
            told.append(pipe.recv())
    except EOFError:
        pass  # the writer is dead: nothing more was told
    return told


def opened(path: Path, number: int) -> int:
    """Which of this passphrase and the next opens the record now; exactly one may."""
    able = []
    for each in (number, number + 1):
        try:
            open_review(path, words(each), author=AUTHOR, read_only=True).close()
        except WorkbenchError:
            continue
        able.append(each)
    assert len(able) == 1, "one of the two opens it, and not both"
    return able[0]


def test_killed_while_keys_change_a_record_opens_with_the_old_or_the_new(
    tmp_path: Path, private_data: Path
) -> None:
    path, number, entries, cut_short = tmp_path / "a.review", 0, 0, 0
    review = make(path)
    review.keys.change_passphrase(PASSPHRASE, words(0), LEAST)
    review.close()
    card = make_card("their own words", cost=LEAST).card
    for _ in range(KILLS // 2):
        told = told_until_killed(change_keys, SEED.randrange(1, 6), path, number, card)
        number = max([number, *(each for each in told if isinstance(each, int))])
        number = opened(path, number)
        review = open_review(path, words(number), author=AUTHOR)
        held = texts(review)
        assert len(held) >= entries + 1, "what was committed is there"
        entries = len(held)
        cut_short += any("cut short" in notice for notice in review.notices)
        for slot in review.keys.all:
            if slot.type == "x25519":
                review.keys.remove(slot.id)
        review.close()
        content = path.read_bytes()
        assert content[:ROOM] == content[-ROOM:]
        assert list(path.parent.iterdir()) == [path]
        assert copies_in(private_data) == []
        try:  # the one before is gone for good
            open_review(path, words(number - 1), author=AUTHOR, read_only=True).close()
            raise AssertionError("an older passphrase still opens it")
        except WorkbenchError:
            pass
    assert cut_short > 0, "some kills came in the middle of a write"
    assert not any(part.faults for part in verify_review(path, words(number)))


def back_up_again_and_again(pipe: Connection, path: Path, first: int) -> None:
    """Save and back up as if hours went by, and tell of each backup."""
    review = reopen(path)
    file_id = str(review._record.header["file_id"])
    for number in range(first, first + 100_000):
        review.change("add", put=[entry(f"{number} " + "word " * 2_000)])
        review.save()
        pipe.send("writing")
        made = backups.keep(path, file_id, datetime.now(UTC) + timedelta(hours=number))
        pipe.send(made.path.name)


def test_killed_while_it_is_backed_up_every_backup_is_whole(
    tmp_path: Path, private_data: Path
) -> None:
    path, first = tmp_path / "a.review", 0
    make(path).close()
    for turn in range(max(5, KILLS // 4)):
        told = told_until_killed(back_up_again_and_again, SEED.randrange(1, 4), path, first)
        first += told.count("writing") + 1
        names = [each for each in told if each != "writing"]
        held = {each.path.name for each in list_backups(path)}
        assert set(names) <= held, "what was told of is there"
        review = reopen(path)
        now = len(texts(review))
        review.close()
        left = [each.path for each in list_backups(path)]  # closing thinned them out
        for each in left if turn % 3 == 0 else left[:3]:
            backup = reopen(each, read_only=True)
            assert 0 <= len(texts(backup)) <= now
            backup.close()
        os.utime(path)
    for cut in (private_data / "backups").rglob(".*.tmp"):
        os.utime(cut, (0, 0))  # hours later
    backups.keep(path, next((private_data / "backups").iterdir()).name, datetime.now(UTC))
    review = reopen(path)
    review.change("add", put=[entry("last")])
    review.close()
    assert list((private_data / "backups").rglob(".*.tmp")) == []


def make_anew(pipe: Connection, path: Path, number: int) -> None:
    """Make all keys anew, and tell when it begins and ends."""
    pipe.send("writing")
    rekey_review(path, words(number), words(number + 1), cost=LEAST)
    pipe.send(number + 1)


def test_killed_while_all_keys_are_made_anew_it_opens_with_the_old_or_the_new(
    tmp_path: Path, private_data: Path
) -> None:
    path, number = tmp_path / "a.review", 0
    review = make(path)
    review.change("add", put=[entry("kept")])
    review.keys.change_passphrase(PASSPHRASE, words(0), LEAST)
    review.close()
    for _ in range(max(5, KILLS // 4)):
        process, pipe = apart.start(make_anew, path, number)
        pipe.recv()
        process.join(SEED.uniform(0, 0.25))
        process.kill()
        process.join()
        number = opened(path, number)
        review = open_review(path, words(number), author=AUTHOR)
        assert texts(review) == ["kept"]
        review.close()
        assert list(path.parent.iterdir()) == [path]
        assert copies_in(private_data) == [], "nothing under the old key is left"
        mine = container.read_headers(path)[0].file_id
        for backup in (private_data / "backups").rglob("*.review"):
            assert container.read_headers(backup)[0].file_id == mine
    assert not any(part.faults for part in verify_review(path, words(number)))

"""What differs between a record and a backup of it, in sentences that name nobody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.chronology import add_entry
from workbench.actions.editing import amend, remove
from workbench.actions.opening import create_review, open_review
from workbench.actions.people import add_person
from workbench.actions.safekeeping import compare_backup
from workbench.model.people import Person
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    review = create_review(path, PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST)
    add_person(review, name="Rowan Ashe")
    add_person(review, name="Lindsay Elm")
    review.close()
    return path


def at_work(path: Path) -> Review:
    """The record, open."""
    return open_review(path, PASSPHRASE, author="Morgan Vale")


def copied(path: Path) -> Path:
    """The file as it is now, somewhere else."""
    copy = path.with_name("kept.review")
    shutil.copy(path, copy)
    return copy


def test_what_the_file_has_since_is_counted_by_kind_and_its_last_steps_are_named(
    path: Path,
) -> None:
    backup = copied(path)
    review = at_work(path)
    add_entry(review, text="Oldcastle rang.")
    first, second = review.all(Person)
    amend(review, first, role="mother")
    remove(review, [second])
    review.close()
    told = compare_backup(backup, path, PASSPHRASE)
    assert told[0].startswith("The file has 3 changes that the backup has not")
    assert "– Person: 1 changed, 1 deleted." in told
    assert "– Entry: 1 added." in told
    assert any("Morgan Vale: add entry." in each for each in told)
    assert "Person: 2 in the backup, 1 in the file now." in told
    assert not any(name in each for each in told for name in ("Rowan", "Elm", "Oldcastle"))


def test_two_that_are_alike_are_said_to_be(path: Path) -> None:
    assert compare_backup(copied(path), path, PASSPHRASE) == (
        "The backup and the file hold the same.",
    )


def test_a_backup_that_is_newer_says_what_it_has(path: Path) -> None:
    old = copied(path)
    review = at_work(path)
    add_entry(review, text="Oldcastle rang.")
    review.close()
    told = compare_backup(path, old, PASSPHRASE)
    assert told[0] == "The backup has 1 change that the file has not:"


def test_two_that_went_different_ways_say_what_each_has(path: Path) -> None:
    other = copied(path)
    for each, number in ((path, 2), (other, 3)):
        review = at_work(each)
        for turn in range(number):
            add_entry(review, text=f"{turn} {each.name}")
        review.save()
        review.close()
    told = compare_backup(other, path, PASSPHRASE)
    assert any(each.startswith("The file has 2 changes") for each in told)
    assert any(each.startswith("The backup has 3 changes") for each in told)


def test_a_file_that_is_damaged_or_gone_is_said_and_what_the_backup_holds(path: Path) -> None:
    backup = copied(path)
    path.write_bytes(b"nothing of it is left")
    damaged = compare_backup(backup, path, PASSPHRASE)
    assert "cannot be read" in damaged[0]
    assert damaged[-1] == "It holds 2 people."
    path.unlink()
    gone = compare_backup(backup, path, PASSPHRASE)
    assert "not there any more" in gone[0]

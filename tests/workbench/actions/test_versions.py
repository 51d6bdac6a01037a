"""Versions are named, and taken out as records of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.store.records import AUTHOR, make
from tests.workbench.store.worlds import everything
from workbench.actions.chronology import add_entry
from workbench.actions.editing import amend, remove
from workbench.actions.opening import open_review, verify_review
from workbench.actions.people import add_person
from workbench.actions.sample import make_sample
from workbench.actions.versions import export_version, forget_version, name_version, rename_version
from workbench.errors import BadInput
from workbench.model.chronology import Entry
from workbench.model.people import Person
from workbench.model.versions import NamedVersion
from workbench.store.keys import LEAST

OTHER = "seven otters under a bridge"


def test_an_exported_version_is_a_record_of_what_there_was(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    ann, _ = add_person(review, name="Ann Rowan")
    gone, _ = add_entry(review, text="The door was open.", people=(ann.id,))
    version, _ = name_version(review, "Panel 2 draft")
    then = everything(review)
    amend(review, ann, name="Anne Rowan")
    remove(review, [gone])
    export_version(review, version.number, tmp_path / "b.review", OTHER, cost=LEAST)
    assert review.all(Entry) == ()
    review.close()

    assert not any(part.faults for part in verify_review(tmp_path / "b.review", OTHER))
    exported = open_review(tmp_path / "b.review", OTHER, author=AUTHOR)
    assert everything(exported) == {**then, "named_version": {}}
    assert exported.undo_label is None, "nothing of it is undone"
    assert [found.id for found in exported.search("door")] == [gone.id]
    exported.close()


def test_an_export_leaves_no_file_that_is_there_in_the_way_and_none_behind(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    taken = tmp_path / "taken.review"
    taken.write_bytes(b"somebody's")
    with pytest.raises(BadInput, match="already a file"):
        export_version(review, review.number, taken, OTHER, cost=LEAST)
    assert taken.read_bytes() == b"somebody's"
    with pytest.raises(BadInput, match="held nothing"):
        export_version(review, 0, tmp_path / "b.review", OTHER, cost=LEAST)
    review.close()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "a.review",
        "taken.review",
    ]


def test_a_versions_name_is_changed_and_forgotten_and_undo_passes_it_by(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    add_person(review, name="Ann Rowan")
    version, _ = name_version(review, "Panel 1", note="as sent out")
    rename_version(review, version, "Panel 2 draft")
    (kept,) = review.all(NamedVersion)
    assert (kept.name, kept.note, kept.number) == ("Panel 2 draft", "as sent out", 2)
    review.undo()
    assert (review.all(Person), review.all(NamedVersion)) == ((), (kept,))
    forget_version(review, kept)
    assert review.all(NamedVersion) == ()
    review.close()


def test_every_fact_of_the_sample_is_in_a_version_of_it(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    make_sample(review, "child")
    version, _ = name_version(review, "Whole")
    then = everything(review)
    export_version(review, version.number, tmp_path / "b.review", OTHER, cost=LEAST)
    exported = open_review(tmp_path / "b.review", OTHER, author=AUTHOR, read_only=True)
    assert everything(exported) == {**then, "named_version": {}}
    exported.close()
    review.abandon()

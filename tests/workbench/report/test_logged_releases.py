"""Every report that leaves, and every one that is refused, has its entry in the disclosure log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.editing import amend
from workbench.actions.opening import create_review, open_review
from workbench.actions.people import add_person
from workbench.actions.set_up import write_passage
from workbench.disclosure.audiences import audience
from workbench.disclosure.log import log_of
from workbench.errors import BadInput, Refused
from workbench.model.people import Person
from workbench.model.releases import Tally
from workbench.report.order import ReleaseOrder
from workbench.report.release import Release, release
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST
    )
    add_person(made, name="Rowan Ashcombe", pseudonym="Adult C")
    write_passage(made, "conclusions", "We thank the family of Rowan Ashcombe.")
    yield made
    made.close()


def write(review: Review, path: Path, **more: str) -> Release:
    return release(
        review, ReleaseOrder(output="overview", audience=audience("board"), **more), path
    )


def test_a_release_is_logged_with_recipient_hash_and_what_was_replaced(
    review: Review, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    done = write(review, path, recipient="the chair of the board")
    (entry,) = log_of(review)
    assert done.logged == entry
    assert entry.released
    assert entry.recipient == "the chair of the board"
    assert entry.file_hash == hashlib.sha256(path.read_bytes()).hexdigest()
    assert Tally("person", 2) in entry.replaced
    assert entry.parts_read > 5
    assert (entry.file_name, entry.template) == ("report.docx", "our own")


def test_a_protected_report_is_logged_by_the_hash_of_what_left(
    review: Review, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    write(review, path, password="six plain words")
    (entry,) = log_of(review)
    assert entry.protected
    assert entry.file_hash == hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_unresolved_name_is_a_logged_refusal(review: Review, tmp_path: Path) -> None:
    write_passage(review, "conclusions", "We thank Thaddeus Wolverley.")
    with pytest.raises(Refused):
        write(review, tmp_path / "report.docx")
    (entry,) = log_of(review)
    assert not entry.released
    assert entry.held_back == (Tally("unknown", 1),)


def test_a_real_name_in_the_file_name_is_refused_and_does_not_reach_the_log(
    review: Review, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="file name"):
        write(review, tmp_path / "Ashcombe report.docx")
    (entry,) = log_of(review)
    assert (entry.released, entry.file_name) == (False, "")
    assert list(tmp_path.glob("*.docx")) == []


def test_a_pseudonym_that_is_a_real_name_stops_every_report(review: Review, tmp_path: Path) -> None:
    add_person(review, name="Imogen Tresco", pseudonym="Person R")
    amend(review, review.all(Person)[0], pseudonym="Imogen T")
    with pytest.raises(Refused, match="is, or holds, a registered real name"):
        write(review, tmp_path / "report.docx")
    assert not log_of(review)[0].released


def test_a_file_that_cannot_be_put_in_place_is_not_logged_as_released(
    review: Review, tmp_path: Path
) -> None:
    (tmp_path / "report.docx").mkdir()
    with pytest.raises(BadInput):
        write(review, tmp_path / "report.docx")
    assert [entry.released for entry in log_of(review)] in ([], [False])


def test_a_review_open_to_read_only_releases_nothing(review: Review, tmp_path: Path) -> None:
    review.save()
    looking = open_review(review.path, PASSPHRASE, author="Ash", read_only=True)
    with pytest.raises(Refused, match="read only"):
        write(looking, tmp_path / "report.docx")
    looking.close()
    assert not (tmp_path / "report.docx").exists()

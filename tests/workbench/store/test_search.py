"""Full text over everything: it finds what is there, and forgets what is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import AUTHOR, entry, make, reopen
from tests.workbench.store.worlds import TEXTS
from workbench.actions.opening import repair_search, verify_review
from workbench.model.chronology import Entry
from workbench.model.findings import Finding
from workbench.model.ids import FindingId, PersonId, new_id
from workbench.model.kinds import KINDS
from workbench.model.people import Person
from workbench.model.when import Precision, When
from workbench.review import Review
from workbench.store import search


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    review = make(tmp_path / "a.review")
    yield review
    review.abandon()


def ids(review: Review, typed: str, *kinds: type) -> set[str]:
    return {each.id for each in review.search(typed, kinds)}


def test_words_are_found_in_every_kind_of_fact(review: Review) -> None:
    day = When(text="Whitsun 1998", precision=Precision.YEAR, start=date(1998, 1, 1))
    ann = Person(id=PersonId(new_id()), name="Ann Émile-Brook", aliases=("Annie B",), born=day)
    one = entry("The nurse found the door open.", comment="Ask about Émile")
    two = Finding(id=FindingId(new_id()), title="Doors", why="Nobody asked Annie")
    review.change("add", put=[ann, one, two])
    assert ids(review, "emile") == {ann.id, one.id}
    assert ids(review, "ÉMILE", Entry) == {one.id}
    assert ids(review, "annie") == {ann.id, two.id}
    assert ids(review, "whitsun") == {ann.id}
    assert ids(review, "nurse open") == {one.id}
    assert ids(review, '"door open"') == {one.id}
    assert ids(review, '"open door"') == set()
    assert ids(review, "doo") == {one.id, two.id}, "the last word may be unfinished"
    assert ids(review, "doo nurse") == set(), "but no other"
    assert ids(review, "adult c") == {review.details.id}
    assert review.search("nurse", limit=0) == ()


def test_every_kind_has_fields_that_are_searched() -> None:
    assert all(search.word_fields(kind) for kind in KINDS)
    assert "text" in search.word_fields(Entry)
    assert "sequence" not in search.word_fields(Entry)


def test_what_is_changed_deleted_and_brought_back_is_followed(review: Review) -> None:
    one = entry("marzipan")
    review.change("add", put=[one])
    review.change("change", put=[replace(one, text="lighthouse")])
    assert (ids(review, "marzipan"), ids(review, "lighthouse")) == (set(), {one.id})
    review.change("delete", remove=[one])
    assert ids(review, "lighthouse") == set()
    review.undo()
    review.undo()
    assert (ids(review, "marzipan"), ids(review, "lighthouse")) == ({one.id}, set())


def test_a_deleted_word_is_gone_from_the_index(review: Review) -> None:
    one = entry("marzipanzebra")
    review.change("add", put=[one, entry("another")])
    review.change("delete", remove=[one])
    with review._engine.connect() as db:
        blocks = db.execute(text("SELECT block FROM search_data")).scalars().all()
    assert blocks
    assert not any(b"marzipanzebra" in block for block in blocks)


@given(
    TEXTS
    | st.sampled_from(['"', '""', "* ^ NEAR(", "a OR b AND", "x:y", "-", "'", 'say "so', "\0"])
)
def test_whatever_is_typed_is_a_question(typed: str) -> None:
    search.as_match(typed)


def test_whatever_is_typed_is_answered(review: Review) -> None:
    review.change("add", put=[entry("a OR b"), entry("x:y NEAR z")])
    for typed in (
        '"',
        "* ^ NEAR(",
        "OR",
        "x:y",
        "a-",
        "'",
        'say "so',
        "\0",
        "(",
        "}",
        "words : a",
        "ß ı İ",
    ):
        review.search(typed)
    assert len(review.search("or")) == 1


def test_a_broken_index_is_noticed_and_built_anew(tmp_path: Path) -> None:
    path = tmp_path / "broken.review"
    review = make(path)
    one = entry("marzipan")
    review.change("add", put=[one])
    with review._engine.begin() as db:
        db.execute(text("DELETE FROM search_item WHERE kind = 'entry'"))
    review.close()
    faults = {part.name: part.faults for part in verify_review(path, PASSPHRASE)}
    assert "--repair" in faults["search"][0]
    repair_search(path, PASSPHRASE, author=AUTHOR)
    assert not any(part.faults for part in verify_review(path, PASSPHRASE))
    again = reopen(path)
    assert ids(again, "marzipan") == {one.id}
    again.close()

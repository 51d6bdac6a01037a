"""Full text over everything: it finds what is there, and forgets what is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import AUTHOR, entry, make, reopen
from tests.workbench.store.worlds import TEXTS
from workbench.actions.opening import repair_search, verify_review
from workbench.model.agencies import Agency
from workbench.model.chronology import Entry
from workbench.model.factors import Factor, Side
from workbench.model.findings import Finding
from workbench.model.ids import AgencyId, FactorId, FindingId, MeetingId, PersonId, new_id
from workbench.model.kinds import KINDS
from workbench.model.meetings import Meeting
from workbench.model.narrowing import Narrowing
from workbench.model.people import Person
from workbench.model.when import Precision, When
from workbench.review import Review
from workbench.store import database, facts, search
from workbench.store.faults import CannotWrite


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
    assert in_index(review, "marzipanzebra")
    review.change("delete", remove=[one])
    assert not in_index(review, "marzipanzebra")


def in_index(review: Review, word: str) -> bool:
    """Whether the index's own pages hold the word."""
    with review._engine.connect() as db:
        blocks = db.execute(text("SELECT block FROM search_data")).scalars().all()
    assert blocks
    return any(word.encode() in block for block in blocks)


def many() -> list[Entry]:
    """More entries than the index writes in one go, each with a word of its own."""
    words = " ".join(f"visit{number}" for number in range(60))
    return [entry(f"{own(number)} {words}") for number in range(2_000)]


def own(number: int) -> str:
    """A word that begins like no other, so that the index keeps most of it as it is."""
    return sha256(str(number).encode()).hexdigest()


def test_a_word_of_an_import_of_many_is_gone_when_it_is_deleted(review: Review) -> None:
    made = many()
    review.change("import", put=made)
    assert ids(review, own(7)) == {made[7].id}
    last = len(made) - 1
    assert in_index(review, own(7)[8:])
    assert in_index(review, own(last)[8:])
    review.change("delete", remove=[made[7], made[last]])
    assert not in_index(review, own(7)[8:])
    assert not in_index(review, own(last)[8:])
    assert in_index(review, own(8)[8:])


def test_an_import_that_fails_leaves_an_index_that_forgets(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = many()
    review.change("add", put=made[:10])
    apply = facts.apply

    def cut_short(*given: Any, **named: Any) -> None:
        apply(*given, **named)
        raise CannotWrite(database.DISK_FULL)

    with monkeypatch.context() as patched:
        patched.setattr(facts, "apply", cut_short)
        with pytest.raises(CannotWrite):
            review.change("import", put=made[10:])
    assert review.count(Entry) == 10
    review.change("delete", remove=[made[7]])
    assert not in_index(review, own(7)[8:])
    assert in_index(review, own(8)[8:])
    assert not in_index(review, own(11)[8:])


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


def test_each_kind_has_numbers_of_its_own_and_entries_the_last() -> None:
    spans = sorted((*search._numbers(kind.kind), kind.kind) for kind in KINDS)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert spans[-1][2] == "entry"
    assert spans[-1][1] < 2**63


def test_a_search_is_narrowed_by_kind_agency_person_and_days(review: Review) -> None:
    harbour, other = (Agency(id=AgencyId(new_id()), name=name) for name in ("Harbour door", "B"))
    ann = Person(id=PersonId(new_id()), name="Ann Door")
    may = When(
        text="May 2018", precision=Precision.MONTH, start=date(2018, 5, 1), end=date(2018, 5, 31)
    )
    since = When(text="since 2019", precision=Precision.AFTER, start=date(2019, 1, 1))
    one = entry("The door was open.", agency=harbour.id, when=may)
    two = entry("The door was shut.", agency=other.id, people=(ann.id,), when=since)
    three = entry("A door.")
    risk = Factor(
        id=FactorId(new_id()), side=Side.RISK, statement="An open door", person=ann.id, period=may
    )
    met = Meeting(id=MeetingId(new_id()), title="The door", date="2018-05-20")
    review.change("add", put=[harbour, other, ann, one, two, three, risk, met])

    def kept(*kinds: type, **narrowing: object) -> set[str]:
        narrow = Narrowing(**narrowing)  # type: ignore[arg-type] # any of its fields
        return {each.id for each in review.search("door", kinds, narrowing=narrow)}

    assert kept() == {harbour.id, ann.id, one.id, two.id, three.id, risk.id, met.id}
    assert kept(Entry, Factor) == {one.id, two.id, three.id, risk.id}
    assert kept(agency=harbour.id) == {harbour.id, one.id}
    assert kept(person=ann.id) == {ann.id, two.id, risk.id}
    assert kept(Entry, person=ann.id) == {two.id}
    assert kept(first=date(2018, 5, 31)) == {one.id, two.id, risk.id}
    assert kept(last=date(2018, 5, 31)) == {one.id, risk.id, met.id}
    assert kept(first=date(2018, 5, 20), last=date(2018, 5, 20)) == {one.id, risk.id, met.id}
    assert kept(Entry, agency=harbour.id, last=date(2018, 4, 30)) == set()


def test_an_index_whose_numbers_are_out_of_place_is_noticed(review: Review) -> None:
    review.change("add", put=[entry("marzipan")])
    with review._engine.begin() as db:
        assert search.in_place(db)
        db.execute(text("UPDATE search_item SET number = 7 WHERE kind = 'entry'"))
        assert not search.in_place(db)

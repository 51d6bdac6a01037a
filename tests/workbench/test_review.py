"""One unlocked record: what a change does, what a removal takes along, what the history tells."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.workbench.store.records import AUTHOR, entry, make, reopen, texts
from workbench.actions.people import add_person
from workbench.errors import Missing, Refused
from workbench.model.agencies import Agency, Contribution
from workbench.model.chronology import Entry
from workbench.model.facts import Topic
from workbench.model.findings import Evidence, Finding
from workbench.model.ids import (
    AgencyId,
    ContributionId,
    EntryId,
    EvidenceId,
    FindingId,
    PersonId,
    new_id,
)
from workbench.model.people import Person
from workbench.model.reviews import ReviewDetails
from workbench.review import Review


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    review = make(tmp_path / "a.review")
    yield review
    review.abandon()


def agency(name: str, position: str = "") -> Agency:
    return Agency(id=AgencyId(new_id()), name=name, position=position)


def finding(title: str) -> Finding:
    return Finding(id=FindingId(new_id()), title=title)


def test_a_new_review_says_what_it_is(review: Review) -> None:
    assert (review.details.type, review.details.title) == ("sar", "Adult C")
    assert (review.author, review.read_only, review.path.name) == (AUTHOR, False, "a.review")
    assert review.transactions == 1


def test_a_change_says_its_name_and_topics(review: Review) -> None:
    police, one = agency("Police"), entry("a")
    change = review.change("add", put=[police, one])
    assert (change.label, change.topics) == ("add", {Topic.AGENCIES, Topic.CHRONOLOGY})
    assert review.get(Agency, police.id) == police
    assert review.find(Entry, one.id) == one


def test_a_change_that_changes_nothing_writes_nothing(review: Review) -> None:
    one = entry("a")
    review.change("add", put=[one])
    before = review.transactions
    assert review.change("again", put=[one]).topics == frozenset()
    assert review.change("nothing").topics == frozenset()
    assert review.transactions == before
    assert review.undo_label == "add"


def test_what_is_not_there_is_said_to_be_deleted(review: Review) -> None:
    one = entry("a")
    review.change("add", put=[one])
    review.change("delete", remove=[one])
    assert review.find(Entry, one.id) is None
    with pytest.raises(Missing, match="Undo to get it back"):
        review.get(Entry, one.id)


def test_facts_come_in_the_authors_order_then_as_they_were_made(review: Review) -> None:
    b, a, c = agency("B", "a1"), agency("A", "a0"), agency("C")
    review.change("add", put=[b, a])
    review.change("add", put=[c])
    assert [each.name for each in review.all(Agency)] == ["C", "A", "B"]
    review.change("move", put=[replace(b, position="Zz")])
    assert [each.name for each in review.all(Agency)] == ["C", "B", "A"]
    review.change("add", put=[entry(str(number)) for number in range(5)])
    assert texts(review) == ["0", "1", "2", "3", "4"]


def test_where_and_count_keep_what_equals(review: Review) -> None:
    one, two = finding("one"), finding("two")
    links = [Evidence(id=EvidenceId(new_id()), finding=one.id, note=str(n)) for n in range(3)]
    review.change("add", put=[one, two, *links])
    assert review.where(Evidence, finding=one.id) == tuple(links)
    assert review.where(Evidence, finding=one.id, note="1") == (links[1],)
    assert review.where(Evidence, entry=None) == tuple(links)
    assert (review.count(Evidence), review.count(Evidence, finding=two.id)) == (3, 0)


# Removal follows the references of the model


def test_what_says_nothing_alone_goes_along(review: Review) -> None:
    one, held = finding("one"), entry("a")
    link = Evidence(id=EvidenceId(new_id()), finding=one.id, entry=held.id)
    review.change("add", put=[one, held, link])
    change = review.change("delete", remove=[one])
    assert change.topics == {Topic.FINDINGS}
    assert (review.count(Evidence), review.count(Entry)) == (0, 1)
    review.undo()
    assert review.where(Evidence, finding=one.id) == (link,)


def test_what_stands_without_it_lets_go(review: Review) -> None:
    ann, ben = Person(id=PersonId(new_id()), name="Ann"), Person(id=PersonId(new_id()), name="Ben")
    one = entry("a", people=(ann.id, ben.id))
    two = entry("b", conflicts_with=(one.id,))
    review.change("add", put=[ann, ben, one, two])
    review.change("delete", remove=[ann])
    assert review.get(Entry, one.id).people == (ben.id,)
    review.change("delete", remove=[one])
    assert review.get(Entry, two.id).conflicts_with == ()
    review.undo()
    review.undo()
    assert review.get(Entry, one.id) == one
    assert review.get(Entry, two.id) == two


def test_what_must_not_lose_it_forbids_its_removal(review: Review) -> None:
    police = agency("Police")
    paper = Contribution(id=ContributionId(new_id()), agency=police.id)
    one = entry("a", agency=police.id, contribution=paper.id)
    review.change("add", put=[police, paper, one])
    before = review.transactions
    with pytest.raises(Refused, match="This agency cannot be deleted: 1 contribution"):
        review.change("delete", put=[entry("goes with it")], remove=[police])
    assert review.transactions == before
    assert texts(review) == ["a"], "a refused change leaves nothing behind"
    review.change("delete all", remove=[police, paper, one])
    assert (review.count(Agency), review.count(Contribution), review.count(Entry)) == (0, 0, 0)


# History


def test_the_journal_tells_who_did_what_and_when(review: Review) -> None:
    one = entry("before")
    review.change("add entry", put=[one])
    review.change("change text", put=[replace(one, text="after")])
    newest = review.journal(1)[0]
    assert (newest.label, newest.author, newest.number) == ("change text", AUTHOR, 3)
    assert abs(newest.at - datetime.now(UTC)) < timedelta(minutes=1)
    change = newest.changes[0]
    assert (change.kind, change.id, change.field) == ("entry", one.id, "text")
    assert (change.before, change.after) == ("before", "after")
    assert [each.label for each in review.journal()] == [
        "change text",
        "add entry",
        "set up the review",
    ]


def test_undo_is_written_down_too(review: Review) -> None:
    review.change("add entry", put=[entry("a")])
    review.undo()
    review.redo()
    labels = [each.label for each in review.journal()]
    assert labels[:3] == ["redo add entry", "undo add entry", "add entry"]


def test_the_history_of_one_fact_is_its_own(review: Review) -> None:
    one, two = entry("a"), entry("b")
    review.change("import", put=[one, two])
    review.change("change", put=[replace(two, text="c")])
    review.change("change", put=[replace(one, comment="seen")])
    review.change("delete", remove=[one])
    told = review.history_of(Entry, one.id)
    assert [each.label for each in told] == ["delete", "change", "import"]
    assert {change.id for each in told for change in each.changes} == {one.id}
    made = {change.field: change.after for change in told[-1].changes}
    assert (made["text"], made["comment"]) == ("a", "")
    assert review.history_of(Entry, EntryId(new_id())) == ()


def test_a_label_may_name_what_it_likes_and_is_kept_as_it_is(review: Review) -> None:
    review.change("move 'entry' – \"à la\" 100%", put=[entry("a")])
    assert review.undo_label == "move 'entry' – \"à la\" 100%"


def test_the_review_itself_is_changed_like_anything(review: Review) -> None:
    review.change("rename", put=[replace(review.details, title="Adult D")])
    assert review.details.title == "Adult D"
    assert review.count(ReviewDetails) == 1


def test_saving_from_a_worker_while_work_goes_on_keeps_file_and_journal_agreed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "busy.review"
    review = make(path)
    stop, failed = threading.Event(), []

    def save_over_and_over() -> None:
        while not stop.is_set():
            try:
                review.save()
            except Exception as error:  # noqa: BLE001 # whatever it is, the test shows it
                failed.append(error)
                return

    worker = threading.Thread(target=save_over_and_over)
    worker.start()
    for number in range(150):
        review.change("add", put=[entry(str(number))])
    review.save()
    stop.set()
    worker.join()
    assert failed == []
    review.close()
    again = reopen(path)
    assert len(texts(again)) == 150
    again.close()


def test_changes_from_two_threads_wait_for_one_another(review: Review) -> None:
    failed: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for number in range(15):
                add_person(review, name=f"{name} {number}")
        except BaseException as error:  # noqa: BLE001 # the test asks whether there was any
            failed.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Rowan", "Imogen")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
    assert review.count(Person) == 30
    assert review.transactions == 31

"""Undo and redo, over random work and over closing and reopening."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbench.store.records import entry, make, reopen, texts
from tests.workbench.store.worlds import TEXTS, everything, worlds
from workbench.errors import Refused
from workbench.model.chronology import Entry
from workbench.model.facts import Fact
from workbench.model.ids import StepId
from workbench.review import Review
from workbench.store import search


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(), st.data())
def test_undoing_all_is_the_start_and_redoing_all_is_the_end(
    world: list[Fact], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.review"
        review = make(path)
        review.undo()
        start = everything(review)
        review.redo()
        review.change("put them all", put=world)
        for _ in range(data.draw(st.integers(1, 8))):
            work_at_random(review, data)
        end = everything(review)
        review.close()

        review = reopen(path)
        undone = undo_all(review)
        assert everything(review) == start
        review.close()

        review = reopen(path)
        redo_some(review, undone)
        assert everything(review) == end
        with review._engine.connect() as db:
            assert search.is_sound(db), "the index followed"
        order = [fact.id for fact in review.all(Entry)]
        redo_some(review, undo_all(review))
        assert [fact.id for fact in review.all(Entry)] == order, "what comes back keeps its place"
        review.close()


def undo_all(review: Review) -> int:
    undone = 0
    while review.undo():
        undone += 1
    return undone


def redo_some(review: Review, number: int) -> None:
    for _ in range(number):
        assert review.redo()


def work_at_random(review: Review, data: st.DataObject) -> None:
    held = [fact for of_kind in everything(review).values() for fact in of_kind.values()]
    act = data.draw(st.sampled_from([amend, remove, undo, redo, add]))
    act(review, data, held)


def undo(review: Review, _data: st.DataObject, _held: list[Fact]) -> None:
    if review.undo_label != "set up the review":
        review.undo()


def redo(review: Review, _data: st.DataObject, _held: list[Fact]) -> None:
    review.redo()


def add(review: Review, data: st.DataObject, _held: list[Fact]) -> None:
    review.change("add entry", put=[entry(data.draw(TEXTS))], step=a_step(data))


def amend(review: Review, data: st.DataObject, held: list[Fact]) -> None:
    entries = [fact for fact in held if isinstance(fact, Entry)]
    if entries:
        chosen = data.draw(st.sampled_from(entries))
        review.change("amend", put=[replace(chosen, text=data.draw(TEXTS))], step=a_step(data))


def remove(review: Review, data: st.DataObject, held: list[Fact]) -> None:
    gone = [fact for fact in held if fact.kind != "review"]
    if not gone:
        return
    before = everything(review)
    try:
        review.change("remove", remove=[data.draw(st.sampled_from(gone))], step=a_step(data))
    except Refused:
        assert everything(review) == before, "a refusal changes nothing"


def a_step(data: st.DataObject) -> StepId | None:
    return data.draw(st.sampled_from([None, StepId("visit")]))


def test_changes_of_one_step_are_undone_together(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    one = entry("a")
    step = StepId("typing")
    review.change("type", put=[one], step=step)
    review.change("type", put=[replace(one, text="ab")], step=step)
    review.change("type", put=[replace(one, text="abc")], step=step)
    review.undo()
    assert texts(review) == []
    review.redo()
    assert texts(review) == ["abc"]
    review.close()


def test_a_step_that_something_came_between_is_undone_by_itself(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    one, step = entry("a"), StepId("typing")
    review.change("type", put=[one], step=step)
    review.change("other", put=[entry("other")])
    review.change("type", put=[replace(one, text="ab")], step=step)
    review.undo()
    assert texts(review) == ["a", "other"]
    review.close()


def test_the_labels_say_what_undo_and_redo_would_do(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    review.change("add entry", put=[entry("a")])
    assert (review.undo_label, review.redo_label) == ("add entry", None)
    review.undo()
    assert (review.undo_label, review.redo_label) == ("set up the review", "add entry")
    review.change("add another", put=[entry("b")])
    assert review.redo_label is None
    assert review.redo() is None
    assert texts(review) == ["b"]
    review.close()


def test_a_thousand_entries_are_removed_and_brought_back_in_their_order(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    many = [entry(f"number {number}") for number in range(1000)]
    review.change("import", put=many)
    review.change("delete", remove=many)
    assert review.count(Entry) == 0
    review.undo()
    assert [each.text for each in review.all(Entry)] == [each.text for each in many]
    review.close()


def test_what_is_lasting_is_not_undone_and_leaves_redo_alone(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    first = entry("First")
    review.change("add entry", put=[first])
    review.undo()
    kept = entry("Kept")
    review.change("note it", put=[kept], lasting=True)
    assert review.redo_label == "add entry"
    review.redo()
    undo_all(review)
    assert review.find(Entry, kept.id) == kept
    assert review.find(Entry, first.id) is None

"""The record's past: facts as they stood, and what changed, over random work."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbench.store.records import entry, make, reopen
from tests.workbench.store.test_undoing import work_at_random
from tests.workbench.store.worlds import World, everything, worlds
from workbench.model.changes import ItemChange
from workbench.model.chronology import Entry
from workbench.model.facts import Fact
from workbench.model.findings import Evidence, Finding
from workbench.model.ids import EvidenceId, FindingId, StepId, new_id
from workbench.store.agreeing import disagreements
from workbench.store.rows import values_of


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(), st.data())
def test_every_moment_is_found_again_and_every_difference_told(
    world: list[Fact], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        review = make(Path(folder) / "a.review")
        stood = {1: everything(review)}
        review.change("put them all", put=world)
        for _ in range(data.draw(st.integers(1, 8))):
            stood[review.number] = everything(review)
            work_at_random(review, data)
        stood[review.number] = everything(review)
        review.close()

        review = reopen(Path(folder) / "a.review")
        for number, world_then in stood.items():
            assert as_world(review.facts_at(number)) == world_then
        with review._engine.connect() as db:
            assert disagreements(db) == (), "taking everything back leads to nothing"
        first, last = sorted(data.draw(st.tuples(*[st.sampled_from(sorted(stood))] * 2)))
        told = review.changes_between(first, last)
        assert set(map(plain, told)) == set(differences(stood[first], stood[last]))
        review.close()


def as_world(held: dict[type[Fact], tuple[Fact, ...]]) -> World:
    return {kind.kind: {fact.id: fact for fact in facts} for kind, facts in held.items()}


def plain(change: ItemChange) -> tuple[str, str, str, str]:
    before, after = (json.dumps(side, sort_keys=True) for side in (change.before, change.after))
    return (change.kind, change.id, before, after)


def differences(old: World, new: World) -> list[tuple[str, str, str, str]]:
    """What differs, found by comparing every field of every fact."""
    found = []
    for kind in old:
        for id in old[kind].keys() | new[kind].keys():  # noqa: A001 # the field's name
            before, after = (
                values_of(side[kind][id]) if id in side[kind] else None for side in (old, new)
            )
            if before is not None and after is not None:
                names = [name for name in after if before[name] != after[name]]
                before, after = ({name: each[name] for name in names} for each in (before, after))
            if before != after:
                found.append(plain(ItemChange(kind, id, before, after, 0)))
    return found


def test_what_was_undone_is_no_difference_and_what_was_redone_is(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    one = entry("as it was")
    review.change("add entry", put=[one])
    start = review.number
    review.change("change text of entry", put=[replace(one, text="another")])
    review.undo()
    assert review.changes_between(start) == []
    review.redo()
    (change,) = review.changes_between(start)
    assert (change.before, change.after) == ({"text": "as it was"}, {"text": "another"})
    review.abandon()


def test_the_facts_of_then_are_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    made = [entry(f"number {number}") for number in range(5)]
    for each in made:
        review.change("add entry", put=[each])
    then = review.number
    review.change("delete", remove=[made[3], made[1]])
    review.change("add entry", put=[entry("later")])
    assert review.facts_at(then)[Entry] == tuple(made)
    review.abandon()


def test_one_visit_to_a_field_is_one_step_and_says_what_was_taken_back(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    one, visit = entry("a"), StepId("visit")
    review.change("add entry", put=[one, entry("b")])
    for text in ("ab", "abc", "abcd"):
        review.change("change text of entry", put=[replace(one, text=text)], step=visit)
    review.undo()
    undoing, typing, adding, setting_up = review.steps()
    assert (typing.first, typing.last, typing.taken_back) == (3, 5, True)
    assert [(each.kind, each.count, each.id) for each in typing.touched] == [("entry", 1, one.id)]
    assert (undoing.intent, undoing.label) == ("undo", "undo change text of entry")
    assert [(each.count, each.id) for each in adding.touched] == [(2, "")]
    assert setting_up.author == "Ash Rowan"
    review.abandon()


def test_steps_are_given_so_many_at_a_time_and_one_fact_has_its_own(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    one, other = entry("one"), entry("other")
    review.change("add entries", put=[one, other])
    for number in range(6):
        review.change("change", put=[replace(other, text=f"other {number}")])
    newest = review.steps(limit=3)
    assert [step.last for step in newest] == [8, 7, 6]
    assert [step.last for step in review.steps(before=newest[-1].first, limit=3)] == [5, 4, 3]
    assert [step.last for step in review.steps(of=("entry", one.id))] == [2]
    (told,) = review.changes_between(0, of=("entry", one.id))
    assert told.id == one.id
    review.abandon()


def test_a_step_is_not_cut_in_two_where_one_answer_ends(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    one, visit = entry("a"), StepId("visit")
    review.change("add entry", put=[one])
    for text in ("ab", "abc", "abcd", "abcde"):
        review.change("change text of entry", put=[replace(one, text=text)], step=visit)
    (typing,) = review.steps(limit=2)
    assert (typing.first, typing.last) == (3, 6)
    assert [step.label for step in review.steps(before=typing.first)] == [
        "add entry",
        "set up the review",
    ]
    review.abandon()


def test_a_facts_own_history_has_its_parts_also_those_that_are_gone(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    one, other = (Finding(id=FindingId(new_id()), title=title) for title in ("Doors", "Other"))
    seen = entry("The door was open.")
    review.change("add", put=[one, other, seen])
    link = Evidence(id=EvidenceId(new_id()), finding=one.id, entry=seen.id)
    review.change("link evidence", put=[link])
    review.change("note", put=[replace(link, note="Ask")])
    review.change("change", put=[replace(other, title="Another")])
    review.change("remove evidence", remove=[link])
    told = review.steps(of=("finding", one.id))
    assert [step.label for step in told] == ["remove evidence", "note", "link evidence", "add"]
    assert [[each.kind for each in step.touched] for step in told] == [
        ["evidence"], ["evidence"], ["evidence"], ["finding"]
    ]  # fmt: skip
    assert {change.id for change in review.changes_between(2, 4, of=("finding", one.id))} == {
        link.id
    }
    assert [step.label for step in review.steps(of=("entry", seen.id))][-1] == "add"
    review.abandon()


def test_a_moment_is_the_last_transaction_before_it(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    before = datetime.now(UTC) - timedelta(days=1)
    after = datetime.now(UTC) + timedelta(days=1)
    assert (review.number_at(before), review.number_at(after)) == (0, 1)
    for number in range(9):
        review.change("add", put=[entry(f"number {number}")])
    made = {step.last: step.at for step in review.steps()}
    apart = [number for number in made if number > 1 and made[number] != made[number - 1]]
    assert apart
    for number in apart:
        assert review.number_at(made[number]) == number - 1
    review.abandon()


def test_what_was_deleted_is_known_as_it_was_last(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    gone, here = entry("a"), entry("here")
    review.change("add", put=[gone, here])
    review.change("change", put=[replace(gone, text="at the end")])
    review.change("delete", remove=[gone])
    known = review.last_known(Entry, [gone.id, here.id, "nobody"])
    assert {key: values["text"] for key, values in known.items()} == {
        gone.id: "at the end", here.id: "here"
    }  # fmt: skip
    review.abandon()

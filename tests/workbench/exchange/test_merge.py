"""Two copies of one review, worked on apart and brought together: nothing is lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make, reopen
from tests.workbench.store.worlds import everything, worlds
from workbench.actions.opening import verify_review
from workbench.errors import BadInput, Refused
from workbench.exchange.merge import Choice, merge, plan_merge
from workbench.model.agencies import Agency
from workbench.model.chronology import Entry
from workbench.model.facts import Fact
from workbench.model.findings import Evidence, Finding
from workbench.model.ids import AgencyId, EvidenceId, FindingId, PersonId, new_id
from workbench.model.people import Person
from workbench.review import Review


def parted(folder: Path, *facts: Fact) -> tuple[Review, Review]:
    """A record and a copy of it, both open, with these facts in common."""
    mine = make(folder / "mine.review")
    if facts:
        mine.change("put them", put=facts)
    mine.close()
    shutil.copy(folder / "mine.review", folder / "theirs.review")
    return reopen(folder / "mine.review"), other(folder)


def other(folder: Path) -> Review:
    """The copy, opened on the colleague's laptop, which has a data folder of its own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WORKBENCH_DATA", str(folder / "their data"))
        return reopen(folder / "theirs.review")


def handed_over(theirs: Review) -> Review:
    """The other copy as it comes: saved, closed, and opened to read only."""
    theirs.close()
    return reopen(theirs.path, read_only=True)


def test_what_each_did_apart_is_all_there(tmp_path: Path) -> None:
    shared, only = entry("Shared"), entry("Only theirs")
    mine, theirs = parted(tmp_path, shared)
    mine.change("comment", put=[replace(shared, comment="Mine.")])
    theirs.change("source", put=[replace(shared, source="Their source"), only])
    copy = handed_over(theirs)
    plan = plan_merge(mine, copy)
    assert plan.clashes == ()
    merge(mine, copy, plan)
    assert mine.get(Entry, shared.id) == replace(shared, comment="Mine.", source="Their source")
    assert mine.get(Entry, only.id) == only
    assert mine.undo_label == "merge another copy"
    mine.undo()
    assert mine.get(Entry, shared.id) == replace(shared, comment="Mine.")
    assert mine.find(Entry, only.id) is None
    mine.close()
    copy.close()


def test_two_answers_to_one_question_are_shown_side_by_side(tmp_path: Path) -> None:
    shared = entry("Shared", comment="As it was.")
    mine, theirs = parted(tmp_path, shared)
    mine.change("comment", put=[replace(shared, comment="Mine.")])
    theirs.change("comment", put=[replace(shared, comment="Theirs.")])
    copy = handed_over(theirs)
    plan = plan_merge(mine, copy)
    (clash,) = plan.clashes
    assert (clash.before, clash.mine, clash.theirs) == ("As it was.", "Mine.", "Theirs.")
    with pytest.raises(Refused, match="1 of the two copies"):
        merge(mine, copy, plan)
    merge(mine, copy, plan, {clash.key: Choice.THEIRS})
    assert mine.get(Entry, shared.id).comment == "Theirs."
    mine.close()
    copy.close()


def test_what_one_deleted_and_the_other_changed_is_a_question(tmp_path: Path) -> None:
    first, second = entry("First"), entry("Second")
    mine, theirs = parted(tmp_path, first, second)
    mine.change("delete", remove=[first])
    mine.change("comment", put=[replace(second, comment="Still wanted.")])
    theirs.change("comment", put=[replace(first, comment="Wanted.")])
    theirs.change("delete", remove=[second])
    copy = handed_over(theirs)
    plan = plan_merge(mine, copy)
    assert {(one.id, one.mine is None, one.theirs is None) for one in plan.clashes} == {
        (first.id, True, False),
        (second.id, False, True),
    }
    merge(mine, copy, plan, dict.fromkeys([one.key for one in plan.clashes], Choice.THEIRS))
    assert mine.get(Entry, first.id).comment == "Wanted."
    assert mine.find(Entry, second.id) is None
    mine.close()
    copy.close()


def test_lists_that_both_added_to_are_joined(tmp_path: Path) -> None:
    person = Person(id=PersonId(new_id()), name="Orla Penhaligon", aliases=("Orly", "Mrs P"))
    mine, theirs = parted(tmp_path, person)
    mine.change("alias", put=[replace(person, aliases=("Orly", "Mrs P", "O.P."))])
    theirs.change("alias", put=[replace(person, aliases=("Mrs P", "Orlagh"))])
    copy = handed_over(theirs)
    merge(mine, copy, plan_merge(mine, copy))
    assert mine.get(Person, person.id).aliases == ("Mrs P", "O.P.", "Orlagh")
    mine.close()
    copy.close()


def test_what_they_deleted_and_i_have_come_to_need_is_kept(tmp_path: Path) -> None:
    shared, finding = entry("Shared"), Finding(id=FindingId(new_id()), title="F")
    mine, theirs = parted(tmp_path, shared, finding)
    link = Evidence(id=EvidenceId(new_id()), finding=finding.id, entry=shared.id)
    mine.change("link", put=[link])
    theirs.change("delete", remove=[shared])
    copy = handed_over(theirs)
    plan = plan_merge(mine, copy)
    assert set(plan.kept) == {("entry", shared.id)}
    merge(mine, copy, plan)
    assert mine.get(Entry, shared.id) == shared
    assert mine.get(Evidence, link.id) == link
    mine.close()
    copy.close()


def test_what_i_deleted_and_they_have_come_to_need_comes_back(tmp_path: Path) -> None:
    agency = Agency(id=AgencyId(new_id()), name="Millstone Surgery")
    mine, theirs = parted(tmp_path, agency)
    mine.change("delete", remove=[agency])
    theirs.change("add", put=[entry("Seen.", agency=agency.id)])
    copy = handed_over(theirs)
    merge(mine, copy, plan_merge(mine, copy))
    assert mine.get(Agency, agency.id) == agency
    mine.close()
    copy.close()


def test_merging_again_asks_nothing_that_was_settled(tmp_path: Path) -> None:
    shared = entry("Shared")
    mine, theirs = parted(tmp_path, shared)
    theirs.change("source", put=[replace(shared, source="Theirs")])
    copy = handed_over(theirs)
    merge(mine, copy, plan_merge(mine, copy))
    copy.close()
    mine.change("source", put=[replace(shared, source="Better")])

    theirs = other(tmp_path)
    theirs.change("comment", put=[replace(shared, source="Theirs", comment="More.")])
    copy = handed_over(theirs)
    plan = plan_merge(mine, copy)
    assert plan.clashes == (), "the source was settled at the first merging"
    merge(mine, copy, plan)
    found = mine.get(Entry, shared.id)
    assert (found.source, found.comment) == ("Better", "More.")
    assert plan_merge(mine, copy).empty
    mine.close()
    copy.close()


def test_another_review_is_not_merged(tmp_path: Path) -> None:
    mine, stranger = make(tmp_path / "a.review"), make(tmp_path / "b.review")
    with pytest.raises(BadInput, match=r"b\.review is another review"):
        plan_merge(mine, stranger)
    mine.close()
    stranger.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(), st.data())
def test_whatever_both_did_the_result_is_whole_and_merging_again_is_nothing(
    world: list[Fact], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        mine, theirs = parted(Path(folder), *world)
        for review in (mine, theirs):
            for _ in range(data.draw(st.integers(0, 4))):
                work(review, data)
        copy = handed_over(theirs)
        plan = plan_merge(mine, copy)
        before, wanted = everything(mine), data.draw(st.sampled_from(Choice))
        merge(mine, copy, plan, dict.fromkeys([one.key for one in plan.clashes], wanted))
        after = everything(mine)
        assert plan_merge(mine, copy).empty or wanted is Choice.MINE
        if wanted is Choice.MINE:
            gone = [fact for kind in before for fact in before[kind] if fact not in after[kind]]
            assert set(gone) <= {one.id for one in plan.taken}
        mine.close()
        copy.close()
        assert not any(part.faults for part in verify_review(mine.path, PASSPHRASE))


def work(review: Review, data: st.DataObject) -> None:
    """Something done at random: words changed, or an item deleted."""
    held = [fact for facts in everything(review).values() for fact in facts.values()]
    fact = data.draw(st.sampled_from(held))
    if data.draw(st.booleans()) and fact.kind != "review":
        try:
            review.change("delete", remove=[fact])
        except Refused:
            return
        return
    words = data.draw(st.sampled_from(["One.", "Two.", "Three."]))
    for name in ("note", "comment", "title", "name", "text", "words"):
        if hasattr(fact, name):
            review.change("reword", put=[replace(fact, **{name: words})])  # type: ignore[type-var]
            return

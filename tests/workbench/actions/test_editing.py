"""The name of a step says what was changed in the words that the form has for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.store.records import entry, make
from workbench.actions.editing import amend, remove
from workbench.model.facts import Fact
from workbench.model.findings import Evidence, Finding
from workbench.model.ids import new_id
from workbench.model.kinds import KINDS
from workbench.model.people import Person
from workbench.model.reviews import Passage
from workbench.questions.history_words import in_step, kind_words


def test_history_and_undo_name_a_step_in_the_words_of_the_form(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    one, person = entry("a"), Person(id=new_id(), name="Ann Rowan")
    passage = Passage(id=new_id(), section="summary", text="")
    review.change("add", put=[one, person, passage])
    assert amend(review, one, comment="So it was.").label == "change reviewer’s comment of entry"
    assert review.undo_label == "change reviewer’s comment of entry"
    assert amend(review, person, keep_name=True).label == "change use of the real name of person"
    assert amend(review, person, name="Ann", note="x").label == (
        "change name and private note of person"
    )
    assert amend(review, passage, text="Words.").label == "change text of the report’s text"
    assert amend(review, review.details, scope_reason="Both homes.").label == (
        "change reason for the dates of the review"
    )
    finding = Finding(id=new_id(), title="Seen alone")
    link = Evidence(id=new_id(), finding=finding.id, entry=one.id)
    review.change("add", put=[finding, link])
    assert remove(review, [link]).label == "delete piece of evidence"
    review.close()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_field_reads_as_a_thing_after_change(kind: type[Fact]) -> None:
    for name in kind_words(kind.kind).fields:
        said = in_step(kind.kind, name)
        assert said[:1].islower(), said
        assert said.split()[0] not in {"what", "why", "how", "it", "is", "shown"}, said
        assert "_" not in said

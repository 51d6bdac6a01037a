"""What the review is, and what its author writes for each section of the report."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.changes import Change
from workbench.model.ids import PassageId, StepId, new_id
from workbench.model.reviews import Passage
from workbench.review import Review


def passage_of(review: Review, section: str) -> Passage | None:
    """The passage written for this section, or None while there is none."""
    return next(iter(review.where(Passage, section=section)), None)


def write_passage(review: Review, section: str, text: str, *, step: StepId | None = None) -> Change:
    """Make ``text`` the author's words for the section of this id."""
    passage = replace(_passage(review, section), text=text)
    return review.change("write a section of the report", put=[passage], step=step)


def note_on_passage(
    review: Review, section: str, note: str, *, step: StepId | None = None
) -> Change:
    """Make ``note`` the author's note to themselves on the section of this id."""
    passage = replace(_passage(review, section), note=note)
    return review.change("note on a section of the report", put=[passage], step=step)


def _passage(review: Review, section: str) -> Passage:
    written = passage_of(review, section)
    return written or Passage(id=PassageId(new_id()), section=section)

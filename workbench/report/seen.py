"""An output as its readers see it, with what its author may know beside: what was written, and how
other readers would see it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.disclosure.audiences import Audience
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.questions import Question, questions
from workbench.disclosure.register import Register, register_of
from workbench.disclosure.standing import Compared, compared, plain
from workbench.errors import BadInput
from workbench.model.blocks import Document, Words
from workbench.model.rulings import Ruling
from workbench.report.layouts import Layout, layout_of
from workbench.report.numbering import Numbered, numbers_of
from workbench.report.outputs import OUTPUTS
from workbench.review import Review


@dataclass(frozen=True, slots=True)
class Beside:
    """How other readers would see the same output, and how the readers fare beside them."""

    disclosed: Disclosed
    compared: Compared


@dataclass(frozen=True, slots=True)
class Seen:
    """An output as it was written and as its readers see it."""

    written: Document
    disclosed: Disclosed
    said: Document  # what was disclosed, made of the same objects as before where nothing changed
    register: Register
    questions: tuple[Question, ...]
    numbers: tuple[Numbered, ...]
    plan: Layout
    beside: Beside | None = None

    def spelled(self, words: Words) -> str:
        """Words as they were written, for the author alone."""
        return plain(words, self.register)


def seen_output(
    review: Review,
    output: str,
    readers: Audience,
    others: Audience | None = None,
    about: str = "",
    *,
    evidence_notes: bool = False,
    before: Document | None = None,
) -> Seen:
    """The output as ``readers`` see it, and beside it as ``others`` would. ``before`` is what was
    seen last, so that a view can tell at once what changed."""
    if output not in OUTPUTS:
        raise BadInput(f"There is no output of that name. Choose one of: {', '.join(OUTPUTS)}.")
    written = OUTPUTS[output](review, about, evidence_notes=evidence_notes)
    register, rulings = register_of(review), review.all(Ruling)
    disclosed = disclose(written, register, readers, rulings)
    beside = None
    if others is not None and others != readers:
        other = disclose(written, register, others, rulings)
        counted = compared(written, disclosed.document, other.document, register)
        beside = Beside(other, counted)
    plan = OUTPUTS[output].plan(layout_of(review.details))
    asked = questions([disclosed])
    said = same_objects(disclosed.document, before)
    return Seen(written, disclosed, said, register, asked, numbers_of(plan, said), plan, beside)


def same_objects(now: Document, before: Document | None) -> Document:
    """The document, with the sections and blocks of the one before in the place of those that are
    equal to them: two of the same objects are compared in no time."""
    if before is None:
        return now
    known = {section: section for section in before.sections}
    blocks = {block: block for section in before.sections for block in section.blocks}
    return replace(
        now,
        sections=tuple(
            known.get(one)
            or replace(one, blocks=tuple(blocks.get(block, block) for block in one.blocks))
            for one in now.sections
        ),
    )

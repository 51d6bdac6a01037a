"""Two versions of a document, each through the gate, written as one that shows the changes."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.disclosure.audiences import Audience
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.register import register_of
from workbench.errors import BadInput
from workbench.model.blocks import Document, words
from workbench.model.rulings import Ruling
from workbench.questions.since import Moment, find_moment
from workbench.report.outputs import OUTPUTS
from workbench.report.pages.measuring import Fonts
from workbench.report.past import review_at
from workbench.report.template import Template
from workbench.report.word import Written, render_comparison
from workbench.review import Review

_EARLIER, _LATER = "the earlier version", "the later version"


def both_sides(
    review: Review, output: str, audience: Audience, between: tuple[Moment, Moment], about: str = ""
) -> tuple[Disclosed, Disclosed, Disclosed]:
    """What the two versions are called, the earlier and the later. All pass the gate with what is
    known of people today, so that somebody who was taken out of the record is asked about."""
    register, rulings = register_of(review), review.all(Ruling)
    made = []
    for moment in between:
        document = OUTPUTS[output](review_at(review, moment.number), about)
        made.append(disclose(document, register, audience, rulings))
    names = tuple(words(_name(moment)) for moment in between)
    called = disclose(
        Document((), tuple(zip(("a", "b"), names, strict=True))), register, audience, rulings
    )
    if called.unresolved:  # a version's name is its author's own business
        plain = Document((), (("a", words(_EARLIER)), ("b", words(_LATER))))
        called = disclose(plain, register, audience, rulings)
    return called, made[0], made[1]


def render_between(
    sides: Sequence[Disclosed], template: Template, fonts: Fonts | None = None
) -> Written:
    """The later version with what came and went since the earlier one."""
    called, before, after = sides
    names = tuple("".join(map(str, value)) for _, value in called.document.values)
    return render_comparison(before, after, template, (names[0], names[1]), fonts)


def _name(moment: Moment) -> str:
    return moment.version.name if moment.version else moment.name


def moment_named(review: Review, name: str) -> Moment:
    """The version or meeting of this name; "now" is the record as it is."""
    if name.strip().casefold() == "now":
        return Moment("now", review.number)
    found = find_moment(review, name)
    if found is None:
        raise BadInput(
            f"There is no version or meeting called \u201c{name}\u201d. "
            "\u201cworkbench versions\u201d lists them; \u201cnow\u201d is the record as it is."
        )
    return found

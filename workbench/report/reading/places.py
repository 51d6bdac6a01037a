"""The places of a template, and which section stands at each: as proposed, or as decided."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.model.board_templates import Placing
from workbench.report.layouts import Layout
from workbench.report.reading.flow import Heading
from workbench.report.reading.matching import match_headings
from workbench.report.reading.phrases import normal
from workbench.resources import read_json


@dataclass(frozen=True, slots=True)
class Placed:
    """Which heading (by its place in the list) stands for each section.

    ``folded`` are sections without a heading of their own that stand with another's, under a
    heading that the report makes; ``unsure`` has the headings for which several sections would do;
    ``decided`` the sections whose place is their author's decision.
    """

    sections: Mapping[str, int]
    folded: Mapping[str, int]
    unsure: Mapping[int, tuple[str, ...]]
    decided: frozenset[str] = frozenset()

    def at(self, index: int) -> tuple[str, ...]:
        """The sections that stand at this heading, those of their own first."""
        own = [one for one, place in self.sections.items() if place == index]
        return (*own, *(one for one, place in self.folded.items() if place == index))


def place_names(headings: Sequence[Heading]) -> tuple[str, ...]:
    """Each heading's words, by which its place is known again; a second of the same words gets its
    number: "Background (2)"."""
    seen: Counter[str] = Counter()
    names = []
    for heading in headings:
        key = normal(heading.text) or heading.text
        seen[key] += 1
        names.append(heading.text if seen[key] == 1 else f"{heading.text} ({seen[key]})")
    return tuple(names)


def place(headings: Sequence[Heading], plan: Layout, placings: Sequence[Placing] = ()) -> Placed:
    """Where each section stands: as its author decided (``placings``), else as its words say."""
    matched = match_headings(headings, {one.id: one.title for one in plan.sections})
    known = {one.id for one in plan.sections}
    found = {_key(name): index for index, name in reversed(list(enumerate(place_names(headings))))}
    decided = [
        (one.section, found[_key(one.place)]) for one in placings if _key(one.place) in found
    ]
    spoken_for = {index for _, index in decided}
    settled = {section: index for section, index in decided if section in known}
    sections = {
        section: index
        for section, index in matched.sections.items()
        if section not in settled and index not in spoken_for
    } | settled
    unsure = {one: rivals for one, rivals in matched.unsure.items() if one not in spoken_for}
    return Placed(sections, _folded(plan, sections), unsure, frozenset(settled))


def with_prompts(
    headings: Sequence[Heading], prompts: Sequence[Heading], placed: Placed, plan: Layout
) -> list[Heading]:
    """The headings and those placeholders that name a section which no heading does, and that
    stand where no other section does."""
    wanted = {one.id: one.title for one in plan.sections if one.id not in placed.sections}
    taken = {headings[index].index for index in placed.sections.values()}
    found = match_headings(prompts, wanted).sections if prompts and wanted else {}
    kept = []
    for prompt in (prompts[index] for index in found.values()):
        above = [one.index for one in headings if one.index < prompt.index]
        if not above or above[-1] not in taken:
            kept.append(prompt)
    return sorted([*headings, *kept], key=lambda one: one.index)


def recalled(
    headings: Sequence[Heading],
    placings: Sequence[Placing],
    remembered: Mapping[str, tuple[str, ...]],
) -> tuple[Placing, ...]:
    """What was decided in an earlier review about places of which this one says nothing."""
    places = {one.place for one in placings}
    sections = {one.section for one in placings}
    found: list[Placing] = []
    for name in place_names(headings):
        before = remembered.get(fingerprint(name))
        if before is not None and name not in places:
            again = [Placing(name, one) for one in before if one not in sections]
            found += again or [Placing(name, "")]
    return tuple(found)


def fingerprint(words: str) -> str:
    """What stands for a board's name or a place's words, from which nobody can read them."""
    named = _key(words) or words.casefold().strip()
    return hashlib.sha256(f"review panel workbench: {named}".encode()).hexdigest()[:40]


def _key(name: str) -> str:
    """The place's words as compared: another number before them is the same place, but a number
    after them ("(2)") is not."""
    bare, _, count = name.rpartition(" (")
    if bare and count.rstrip(")").isdigit():
        return f"{normal(bare)} ({count}"
    return normal(name) or name


def _folded(plan: Layout, sections: Mapping[str, int]) -> dict[str, int]:
    """Where a section without a heading stands: a part of another section with that section, and
    one that must not be missing with its nearest kin."""
    kin: Mapping[str, list[str]] = read_json("templates", "matching", "hosts.json")
    found: dict[str, int] = {}
    above = ""
    for one in plan.sections:
        if one.level == 1:
            above = one.id
        if one.id in sections:
            continue
        hosts = [above] if one.level > 1 else []
        hosts += kin.get(one.id, []) if one.required else []
        host = next((name for name in hosts if name in sections), None)
        if host is not None:
            found[one.id] = sections[host]
    return found


def in_layout_order(headings: Sequence[Heading], plan: Layout) -> Placed | None:
    """In the workbench's own templates the headings are the layout's, in its order; None where
    they are not as many."""
    if len(headings) != len(plan.sections):
        return None
    return Placed({one.id: index for index, one in enumerate(plan.sections)}, {}, {})

"""A board's Word template, read as it is: which heading is which section, and what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from workbench.errors import BadInput, Refused
from workbench.model.board_templates import Placing
from workbench.report.layouts import Layout, SectionPlan, layout
from workbench.report.parts.ooxml import Element, parse, q
from workbench.report.parts.package import blank, relationships
from workbench.report.reading.cleaning import clean
from workbench.report.reading.flow import Heading, Item, flow
from workbench.report.reading.forms import open_form
from workbench.report.reading.gate import admit
from workbench.report.reading.headings import find_headings, find_prompts
from workbench.report.reading.matching import how_sure
from workbench.report.reading.phrases import normal
from workbench.report.reading.places import (
    Placed,
    in_layout_order,
    place,
    place_names,
    recalled,
    with_prompts,
)
from workbench.report.reading.styles import Styles
from workbench.report.reading.typed_contents import is_contents_title, listed_words
from workbench.report.reading.values import Slot, named_value, slots
from workbench.resources import resource

VERSIONS = "version_history"
_BIGGEST = 50 * 1024 * 1024
_SURE = 0.85


@dataclass(frozen=True)
class Template:
    """A template that passed the gate, cleaned, with its headings matched to sections.

    ``told`` says what was found in it and what will not be carried over; ``own`` is the
    workbench's own template, whose optional sections may go when they are empty.
    """

    name: str
    parts: Mapping[str, bytes]
    main: str
    headings: tuple[Heading, ...]
    placed: Placed
    told: tuple[str, ...]
    plan: Layout
    own: bool = False

    @property
    def asked_values(self) -> tuple[Slot, ...]:
        """The short values that it asks for on its cover and in its headers, each once."""
        found = [
            slot
            for name in text_parts(self.parts, self.main)
            for slot in slots(parse(self.parts[name]))
        ]
        return tuple(dict.fromkeys(found))

    @property
    def place_names(self) -> tuple[str, ...]:
        """The words by which each of its places is known."""
        return place_names(self.headings)

    def place_of(self, section: str) -> Heading | None:
        """The heading under which the section stands, or None where it has no place."""
        index = self.placed.sections.get(section)
        return None if index is None else self.headings[index]

    def without(self) -> tuple[SectionPlan, ...]:
        """The sections of the report for which the template has no place. A table of versions is
        none of them: boards have a place for it or want none."""
        found = {*self.placed.sections, *self.placed.folded, VERSIONS}
        return tuple(one for one in self.plan.sections if one.id not in found)

    def unused(self) -> tuple[Heading, ...]:
        """The headings that stand for no section of the report."""
        used = set(self.placed.sections.values())
        return tuple(one for index, one in enumerate(self.headings) if index not in used)


def read_template(
    path: Path,
    plan: Layout,
    placings: Sequence[Placing] = (),
    remembered: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Template:
    """Read the template at ``path`` for a report of this layout.

    ``placings`` are its author's decisions: which section stands at a place ("" for none);
    ``remembered`` those of an earlier review, by the fingerprints of the places.
    """
    try:
        if path.stat().st_size > _BIGGEST:
            raise Refused(f"{path.name} is larger than 50 MB, too large for a template.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(
            f"There is no file {path.name} in that folder. Choose the template."
        ) from None
    except OSError:
        raise BadInput(
            f"{path.name} cannot be read. It may be open in another program, or you may not have "
            "permission. Close it, or copy it to another folder, and try again."
        ) from None
    return template_from(content, path.name, plan, placings, remembered)


def template_from(
    content: bytes,
    name: str,
    plan: Layout,
    placings: Sequence[Placing] = (),
    remembered: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    *,
    own: bool = False,
) -> Template:
    """Read a template's bytes; ``name`` is what the author knows it by."""
    admitted, main = admit(content, name)
    parts, found = clean(admitted, main)
    root = parse(parts[main])
    body = root.find(q("body"))
    if body is None:
        raise BadInput(f"{name} is empty. Choose a template with the board's headings.")
    styles = styles_of(parts, main)
    items = flow_of(body, styles)
    found_headings = find_headings(items, styles)
    placings = (*placings, *recalled(found_headings, placings, remembered))
    proposed = place(found_headings, plan, placings)
    prompts = () if own else find_prompts(items, found_headings)
    headings = tuple(with_prompts(found_headings, prompts, proposed, plan))
    if not headings:
        raise BadInput(
            f"No headings were found in {name}. Give its headings one of Word's heading styles, or "
            "make them bold paragraphs of their own, and try again."
        )
    placed = in_layout_order(headings, plan) if own else place(headings, plan, placings)
    if placed is None:
        raise BadInput(
            "A template of the workbench\u2019s own is damaged. Reinstall the workbench."
        )
    told = (*found, *_told(headings, placed, plan), *_stale(items, headings), *_typed(items))
    return Template(name, parts, main, headings, placed, () if own else told, plan, own)


@cache
def built_in(name: str) -> Template:
    """The workbench's own template of this name."""
    content = resource("templates", f"{name}.docx").read_bytes()
    return template_from(content, f"{name}.docx", layout(name), own=True)


def flow_of(body: Element, styles: Styles) -> list[Item]:
    """The body as it is read: in order, with its forms opened into their cells."""
    return flow(body, lambda table: open_form(table, styles, _names))


def _names(text: str) -> bool:
    """Whether a cell's words surely name a section, and no short value."""
    return not named_value(text.rstrip(":")) and how_sure(text) >= _SURE


def _stale(items: Sequence[Item], headings: Sequence[Heading]) -> list[str]:
    """Lines that a contents list kept from an earlier report, and that no heading has."""
    known = {normal(one.text) for one in headings}
    listed = [
        listed_words(item.element)
        for item in items
        if item.contents and not item.typed and item.is_paragraph
    ]
    old = [one for one in listed if one and one not in known and not is_contents_title(one)]
    if not old:
        return []
    lines = "a line" if len(old) == 1 else f"{len(old)} lines"
    return [
        f"The contents list still held {lines} that are no headings of this template, perhaps of "
        "an earlier report. They were replaced; ask the board for a clean template."
    ]


def _typed(items: Sequence[Item]) -> list[str]:
    if not any(item.typed for item in items):
        return []
    return [
        "The contents list was typed by hand; one that Word can keep up to date stands in its "
        "place, with this report\u2019s headings."
    ]


def styles_of(parts: Mapping[str, bytes], main: str) -> Styles:
    """The template's styles; none at all for a file without any."""
    part = next((one.target for one in relationships(parts, main) if one.word == "styles"), "")
    return Styles(parse(parts.get(part) or blank("styles")))


def text_parts(parts: Mapping[str, bytes], main: str) -> list[str]:
    """The parts whose text is printed: body, headers, footers and notes."""
    words = {"header", "footer", "footnotes", "endnotes"}
    targets = {one.target for one in relationships(parts, main) if one.word in words}
    return [main, *sorted(target for target in targets if target in parts)]


def _told(headings: tuple[Heading, ...], placed: Placed, plan: Layout) -> list[str]:
    told = []
    titles = {section.id: section.title for section in plan.sections}
    for index, rivals in placed.unsure.items():
        choices = " or ".join(f"\u201c{titles[rival]}\u201d" for rival in rivals)
        told.append(
            f"\u201c{headings[index].text}\u201d could be {choices}; check what was put there."
        )
    seen: set[str] = set()
    used = set(placed.sections.values())
    named = {normal(one.text) for index, one in enumerate(headings) if index in used}
    for heading in headings:
        key = normal(heading.text)
        if key in seen and key in named:
            told.append(
                f"The heading \u201c{heading.text}\u201d stands there more than once. Check that "
                "its section stands under the right one."
            )
        seen.add(key)
    return told

"""A board's Word template, read as it is: which heading is which section, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workbench.errors import BadInput, Refused
from workbench.report.layouts import Layout, SectionPlan, layout
from workbench.report.parts.ooxml import parse, q
from workbench.report.parts.package import blank, relationships
from workbench.report.reading.cleaning import clean
from workbench.report.reading.flow import Heading, find_headings, flow
from workbench.report.reading.gate import admit
from workbench.report.reading.matching import Matched, match_headings, normal
from workbench.report.reading.styles import Styles
from workbench.resources import resource

_BIGGEST = 50 * 1024 * 1024


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
    matched: Matched
    told: tuple[str, ...]
    plan: Layout
    own: bool = False

    def place_of(self, section: str) -> Heading | None:
        """The heading under which the section stands, or None where it has no place."""
        index = self.matched.sections.get(section)
        return None if index is None else self.headings[index]

    def without(self) -> tuple[SectionPlan, ...]:
        """The sections of the report for which the template has no place."""
        return tuple(one for one in self.plan.sections if one.id not in self.matched.sections)

    def unused(self) -> tuple[Heading, ...]:
        """The headings that stand for no section of the report."""
        used = set(self.matched.sections.values())
        return tuple(one for index, one in enumerate(self.headings) if index not in used)


def read_template(
    path: Path, plan: Layout, corrections: Mapping[str, str] | None = None
) -> Template:
    """Read the template at ``path`` for a report of this layout.

    ``corrections`` says for a heading's words which section it is ("" for none).
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
    return template_from(content, path.name, plan, corrections)


def template_from(
    content: bytes,
    name: str,
    plan: Layout,
    corrections: Mapping[str, str] | None = None,
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
    headings = tuple(find_headings(flow(body), styles))
    if not headings:
        raise BadInput(
            f"No headings were found in {name}. Give its headings one of Word's heading styles, or "
            "make them bold paragraphs of their own, and try again."
        )
    wanted = [section.id for section in plan.sections]
    matched = _corrected(match_headings(headings, wanted), headings, corrections or {})
    told = (*found, *_told(headings, matched, plan))
    return Template(name, parts, main, headings, matched, () if own else told, plan, own)


@cache
def built_in(name: str) -> Template:
    """The workbench's own template of this name."""
    content = resource("templates", f"{name}.docx").read_bytes()
    return template_from(content, f"{name}.docx", layout(name), own=True)


def styles_of(parts: Mapping[str, bytes], main: str) -> Styles:
    """The template's styles; none at all for a file without any."""
    part = next((one.target for one in relationships(parts, main) if one.word == "styles"), "")
    return Styles(parse(parts.get(part) or blank("styles")))


def text_parts(parts: Mapping[str, bytes], main: str) -> list[str]:
    """The parts whose text is printed: body, headers, footers and notes."""
    words = {"header", "footer", "footnotes", "endnotes"}
    targets = {one.target for one in relationships(parts, main) if one.word in words}
    return [main, *sorted(target for target in targets if target in parts)]


def _corrected(
    matched: Matched, headings: tuple[Heading, ...], corrections: Mapping[str, str]
) -> Matched:
    asked = {normal(heading): section for heading, section in corrections.items()}
    sections = {
        section: index
        for section, index in matched.sections.items()
        if normal(headings[index].text) not in asked and section not in asked.values()
    }
    unsure = dict(matched.unsure)
    for index, heading in enumerate(headings):
        section = asked.get(normal(heading.text))
        if section is not None:
            unsure.pop(index, None)
        if section and section not in sections:
            sections[section] = index
    return Matched(sections, unsure)


def _told(headings: tuple[Heading, ...], matched: Matched, plan: Layout) -> list[str]:
    told = []
    titles = {section.id: section.title for section in plan.sections}
    for index, rivals in matched.unsure.items():
        choices = " or ".join(f"\u201c{titles[rival]}\u201d" for rival in rivals)
        told.append(
            f"\u201c{headings[index].text}\u201d could be {choices}; nothing was put there."
        )
    seen: set[str] = set()
    for heading in headings:
        key = normal(heading.text)
        if key and key in seen:
            told.append(
                f"The heading \u201c{heading.text}\u201d stands there twice; the first is used."
            )
        seen.add(key)
    return told

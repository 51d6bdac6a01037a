"""The slot under a heading: what stands there, what of it is guidance, and where content goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.report.parts.ooxml import Element, el, local, paragraph_text, properties, put, q
from workbench.report.reading.forms import is_guidance_box, rows_of
from workbench.report.reading.guidance import goes_on, is_empty, is_guidance, is_placeholder
from workbench.report.reading.headings import in_cell
from workbench.report.reading.styles import Styles


@dataclass
class Slot:
    """A heading and what stands under it, down to the next heading."""

    heading: Element
    items: list[Element]
    guidance: list[Element] = field(default_factory=list)
    guided_cells: set[int] = field(default_factory=set)

    @property
    def texts(self) -> list[Element]:
        """The board's own paragraphs there, which stay."""
        gone = set(map(id, self.guidance))
        return [
            one
            for one in self.items
            if local(one) == "p" and id(one) not in gone and not is_empty(one)
        ]

    @property
    def tables(self) -> list[Element]:
        """The tables there."""
        gone = set(map(id, self.guidance))
        return [one for one in self.items if local(one) == "tbl" and id(one) not in gone]

    @property
    def cell(self) -> Element | None:
        """The cell of a form in which its content will stand, or None for the page itself."""
        first = self.first_free()
        cell = None if first is None else in_cell(first)
        if cell is None and first is None and self._in_long_form():
            return in_cell(self.heading)
        return cell

    def first_free(self) -> Element | None:
        """The first guidance or blank paragraph, in whose place the content goes; of a form's,
        one in another cell than its heading first."""
        gone = set(map(id, self.guidance))
        there = [one for one in self.items if one.getparent() is not None]
        guided = [one for one in there if id(one) in gone]
        blank = [one for one in there if id(one) not in gone and _is_blank(one)]
        heads = in_cell(self.heading)
        if heads is not None:
            beside = [one for one in blank + guided if in_cell(one) not in {None, heads}]
            outside = [one for one in blank + guided if in_cell(one) is not heads]
            return next(iter(beside or outside), None)
        asked = [one for one in guided if local(one) == "p" and is_placeholder(one)]
        said = set(map(id, self.texts))
        last = max((n for n, one in enumerate(there) if id(one) in said), default=-1)
        after = [one for one in blank if there.index(one) > last]
        return next(iter(asked or guided or after), None)

    def _in_long_form(self) -> bool:
        """Whether the heading stands in a form of several rows, whose next row is not its own."""
        cell = in_cell(self.heading)
        form = None if cell is None else next(cell.iterancestors(q("tbl")), None)
        return form is not None and len(rows_of(form)) > 1 and form not in self.items


def _is_blank(element: Element) -> bool:
    return local(element) == "p" and is_empty(element)


def slot_of(heading: Element, items: Sequence[Element], styles: Styles) -> Slot:
    """The slot with its guidance recognised."""
    guided: list[Element] = []
    leads = False  # an instruction that ends in a colon goes on in the list below it
    for one in items:
        if local(one) != "p":
            asks, leads = is_guidance_box(one, styles), False
        else:
            asks = is_guidance(one, styles) or (leads and goes_on(one, styles))
            leads = asks and (leads or paragraph_text(one).rstrip().endswith(":"))
        if asks:
            guided.append(one)
    cells = {id(cell) for one in guided if (cell := in_cell(one)) is not None}
    return Slot(heading, list(items), guided, cells)


def anchor(slot: Slot) -> Element:
    """An empty marker where the content goes: at the first guidance or blank paragraph, else
    after the board's own words, before a page's or section's end."""
    marker = el("p")
    free = slot.first_free()
    if free is not None:
        free.addprevious(marker)
        return marker
    last = slot.heading
    for one in slot.items:
        ends_page = local(one) == "p" and not paragraph_text(one).strip()
        if not ends_page and one.getparent() is not None:
            last = one
    if last is slot.heading and in_cell(last) is not None and slot.cell is None:
        last = next(last.iterancestors(q("tbl")), last)
    last.addnext(marker)
    return marker


def mark_heading(heading: Element, level: int) -> None:
    """Make bold text that serves as a heading one that a screen reader can find."""
    marks = properties(heading, "pPr")
    if marks.find(q("outlineLvl")) is None:
        put(marks, el("keepNext"))
        put(marks, el("outlineLvl", val=level - 1))

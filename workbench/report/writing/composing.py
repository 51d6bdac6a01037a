"""A report composed in the body of a template: each section in its slot, in the board's order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workbench.model.blocks import Block, Document, Paragraph, Section, Words
from workbench.model.blocks import Heading as HeadingBlock
from workbench.report.layouts import Layout, SectionPlan
from workbench.report.parts.ooxml import Element, drop, el, local, properties, put, q, unwrap
from workbench.report.reading.flow import Heading, Item
from workbench.report.reading.forms import cell_width, let_grow
from workbench.report.reading.guidance import drop_guidance_boxes
from workbench.report.reading.patterns import asks
from workbench.report.reading.places import Placed
from workbench.report.reading.styles import Styles
from workbench.report.writing.blocks import Place
from workbench.report.writing.clearing import clear
from workbench.report.writing.house import House, house_of
from workbench.report.writing.lists import Lists
from workbench.report.writing.looks import Look
from workbench.report.writing.pages import (
    drop_empty_sections,
    keep_together,
    set_up_at,
    text_width,
    turn,
)
from workbench.report.writing.slot_content import fill, place_in
from workbench.report.writing.slots import Slot, mark_heading, slot_of

NOTHING = "Nothing is recorded under this heading."
NOT_WRITTEN = "This section has not been written yet."


@dataclass
class Composition:
    """A body on its way from template to report. ``own`` is the workbench's own template."""

    body: Element
    headings: tuple[Heading, ...]
    placed: Placed
    styles: Styles
    lists: Lists
    plan: Layout
    own: bool
    items: list[Item]
    told: list[str] = field(default_factory=list)
    stand_ins: list[Element] = field(default_factory=list)
    document: Document = field(default_factory=lambda: Document(()))
    kept: dict[int, Place] = field(default_factory=dict)  # by its heading, what was written there

    def compose(self, document: Document) -> None:
        """Put every section of the document in its slot."""
        self.document = document
        items = [item.element for item in self.items]
        boxes = drop_guidance_boxes(self.body, self.styles)
        if boxes:
            self.told.append(f"Text boxes with instructions to the author were taken out: {boxes}.")
        _release_controls(self.body)
        slots = self._slots(items)
        if self.own and self.plan.chapters:
            self._make_chapters(slots)
        real = any(heading.styled for heading in self.headings)
        heads = frozenset(heading.index for heading in self.headings)
        house = house_of(items, heads, self.styles, self.lists, real=real)
        sections = {section.id: section for section in document.sections}
        for index in sorted(set(self.placed.sections.values())):
            section = self.gathered(index, sections)
            self.kept[index] = self._write(section, slots[index], self.headings[index], house)
        self._leave_unused(slots)
        if self.own:
            self._drop_empty(sections, slots)
        for stand_in in self.stand_ins:
            drop(stand_in)
        drop_empty_sections(self.body)
        _end_with_paragraph(self.body)
        if self.own and self.plan.form == "letter":
            keep_together(slots[-1].heading)

    def gathered(self, index: int, sections: Mapping[str, Section]) -> Section:
        """The section that stands at this place; of several each but the first under a heading."""
        order = {plan.id: place for place, plan in enumerate(self.plan.sections)}
        here = sorted(
            self.placed.at(index),
            key=lambda name: (name in self.placed.folded, order.get(name, len(order))),
        )
        first, *others = [sections.get(name, Section(name, ())) for name in here]
        blocks = list(first.blocks)
        for other in others:
            if other.blocks:
                blocks.append(HeadingBlock(_title(other, self.plan)))
                blocks += map(_lowered, other.blocks)
        landscape = first.landscape and bool(first.blocks)
        return replace(first, blocks=tuple(blocks), landscape=landscape)

    def _make_chapters(self, slots: list[Slot]) -> None:
        """In an output of a few sections each is a chapter: no appendix, nothing below another."""
        chapter = self.styles.headings().get(1)
        if chapter is None:
            return
        for index, slot in enumerate(slots):
            put(properties(slot.heading, "pPr"), el("pStyle", val=chapter))
            changed = replace(self.headings[index], level=1)
            self.headings = (*self.headings[:index], changed, *self.headings[index + 1 :])

    def _slots(self, items: list[Element]) -> list[Slot]:
        """What stands under each heading; a pattern such as "Finding 1: [title]" is guidance."""
        used = set(self.placed.sections.values())
        found: list[Slot] = []
        for index, heading in enumerate(self.headings):
            last = index + 1 == len(self.headings)
            end = len(items) if last else self.headings[index + 1].index
            slot = slot_of(items[heading.index], items[heading.index + 1 : end], self.styles)
            if heading.prompt:
                slot = self._in_place_of(slot)
            owner = self._owner(index, used)
            if owner is not None:
                _absorb(found[owner], slot)
                slot = Slot(slot.heading, [])
            found.append(slot)
        return found

    def _in_place_of(self, slot: Slot) -> Slot:
        """The slot of a placeholder, which gives way itself: a blank line heads it for a while."""
        stand_in = el("p")
        slot.heading.addprevious(stand_in)
        self.stand_ins.append(stand_in)
        return Slot(stand_in, [slot.heading, *slot.items], [slot.heading, *slot.guidance])

    def _owner(self, index: int, used: set[int]) -> int | None:
        """The matched heading above to whose slot this one belongs as a mere pattern."""
        heading = self.headings[index]
        if index in used or not asks(heading.text):
            return None
        for above in range(index - 1, -1, -1):
            if self.headings[above].level < heading.level:
                return above if above in used else None
        return None

    def _write(self, section: Section, slot: Slot, heading: Heading, house: House) -> Place:
        plan = self.plan.section(section.id)
        blocks = section.blocks or self._instead(plan, slot)
        width = text_width(set_up_at(slot.heading, self.body))
        cell = slot.cell
        if cell is not None:
            width = cell_width(cell) or width
            let_grow(cell)
        if section.landscape and blocks and slot.heading.getparent() is self.body:
            last = slot.items[-1] if slot.items else slot.heading
            width = text_width(turn(slot.heading, last, self.body))
        if not heading.styled:
            mark_heading(slot.heading, heading.level)
        place = place_in(slot, house, heading.level, width)
        self.told.extend(fill(slot, blocks, place))
        if cell is not None:
            _end_with_paragraph(cell)
        return place

    def _instead(self, plan: SectionPlan | None, slot: Slot) -> tuple[Block, ...]:
        """What stands in a section that has nothing to say; nothing where the board has words."""
        if plan is None or slot.texts or (self.own and not plan.required):
            return ()
        if plan.empty:
            return (Paragraph((plan.empty,)),)
        return (Paragraph((NOT_WRITTEN if plan.required else NOTHING,)),)

    def _leave_unused(self, slots: list[Slot]) -> None:
        """Headings of no section: the board's words stay, instructions to the author go."""
        used = set(self.placed.sections.values())
        for index, (heading, slot) in enumerate(zip(self.headings, slots, strict=True)):
            if index in used or not slot.guidance:
                continue
            self.told.append(
                f"Nothing of the review belongs under \u201c{heading.text}\u201d; its instructions "
                "to the author were taken out."
            )
            if not slot.texts and not slot.tables:
                slot.heading.addnext(Look().paragraph(NOTHING))
            clear(slot)

    def _drop_empty(self, sections: Mapping[str, Section], slots: list[Slot]) -> None:
        """In the workbench's own template, optional sections without content go altogether."""
        for name, place in self.placed.sections.items():
            if self.plan.section(name) is None:  # not a section of this output
                drop(slots[place].heading)
        for number, plan in enumerate(self.plan.sections):
            index = self.placed.sections.get(plan.id)
            section = sections.get(plan.id)
            if index is None or plan.required or (section is not None and section.blocks):
                continue
            below = []
            for later in self.plan.sections[number + 1 :]:
                if later.level <= plan.level:
                    break
                below.append(sections.get(later.id))
            if not any(one is not None and one.blocks for one in below):
                drop(slots[index].heading)


def _title(section: Section, plan: Layout) -> Words:
    planned = plan.section(section.id)
    return (planned.title,) if planned else section.title


def _lowered(block: Block) -> Block:
    return replace(block, level=block.level + 1) if isinstance(block, HeadingBlock) else block


def _absorb(slot: Slot, pattern: Slot) -> None:
    """Make a pattern heading and what is under it part of the slot above, as guidance."""
    inside = [pattern.heading, *pattern.items]
    slot.items.extend(inside)
    slot.guidance.extend(one for one in inside if local(one) == "p" or _is_blank(one))


def _is_blank(table: Element) -> bool:
    """Whether the pattern's table is only there to be filled, with labels at most on its left."""
    for row in table.iter(q("tr")):
        cells = row.findall(q("tc"))
        if any(map(_speaks, cells[1:])):
            return False
    return True


def _speaks(cell: Element) -> bool:
    return any((node.text or "").strip() for node in cell.iter(q("t")))


def _release_controls(body: Element) -> None:
    """Take content controls from around paragraphs and tables, but not from around a contents
    list: what is written is a report, no form."""
    for control in list(body.iter(q("sdt"))):
        content = control.find(q("sdtContent"))
        if content is None or control.find(f"{q('sdtPr')}/{q('docPartObj')}") is not None:
            continue
        if any(local(child) in {"p", "tbl", "sdt", "tr", "tc"} for child in content):
            unwrap(control, content)


def _end_with_paragraph(body: Element) -> None:
    """A body must not end in a table: Word would add a paragraph as high as a line of text, and
    with it perhaps an empty page."""
    last = [child for child in body if local(child) != "sectPr"][-1:]
    if last and local(last[0]) == "tbl":
        flat = el("spacing", before=0, after=0, line=20, lineRule="exact")
        last[0].addnext(el("p", el("pPr", flat)))

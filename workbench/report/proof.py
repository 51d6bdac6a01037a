"""A document as it will print: written as its Word file will be, and laid out on pages.

What is kept is the report as a tree and its pages. After an edit only what changed is written and
laid out again; everything comes from disclosed content and from the one writer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import NamedTuple

from workbench.disclosure.gate import Disclosed, disclose
from workbench.model.blocks import Document
from workbench.model.rulings import Ruling
from workbench.report.decks.sheets import slide_pages
from workbench.report.outputs import OUTPUTS, SLIDES
from workbench.report.pages.laying import Layout
from workbench.report.pages.measuring import computer_fonts
from workbench.report.pages.page import Page, Text
from workbench.report.parts.ooxml import paragraph_text
from workbench.report.placings import our_own
from workbench.report.seen import Seen, same_objects
from workbench.report.template import Template
from workbench.report.version_table import with_versions
from workbench.report.word import Composed, compose
from workbench.report.writing.page_numbers import number_pages
from workbench.report.writing.rewriting import rewrite
from workbench.review import Review

_MANY = 100  # pages: of more, the numbers in the contents list are not looked at twice


class Spot(NamedTuple):
    """A page, counted from 0, and how far down it, in points."""

    page: int
    down: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen of the pages so far. ``sought`` is where the section begins that was asked
    for; ``parts`` are the file's, for its pictures; ``told`` says where the pages may look
    different in Word."""

    pages: tuple[Page, ...] = ()
    whole: bool = True
    sought: Spot | None = None
    parts: Mapping[str, bytes] = field(default_factory=dict)
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be seen: an output as its readers see it, on a board's template or our own."""

    output: str
    about: str
    seen: Seen
    board: Template | None = None

    def goes_on(self, other: Wanted | None) -> bool:
        """Whether it is the same document as the other, perhaps with an edit."""
        return other is not None and (self.output, self.about) == (other.output, other.about)


class Proof:
    """One output as it will print, brought up to date edit by edit; for one thread at a time."""

    def __init__(self) -> None:
        self._pages: tuple[Page, ...] = ()
        self._kept = 0  # so many of them stay as they are
        self._count = 0  # how many pages there were when all were laid out
        self._unsettled = False  # headings may have come to other pages
        self._numbered: dict[str, str | None] | None = None  # the pages of headings, as listed
        self._told: tuple[str, ...] = ()
        self._template: Template | None = None
        self._composed: Composed | None = None
        self._layout: Layout | None = None
        self._said: Document | None = None

    def show(self, review: Review, wanted: Wanted, page: int = 0, section: str = "") -> Sight:
        """What is wanted, laid out up to this page at least; where ``section`` begins is found as
        well, where it is laid out. Only what has passed the gate is taken."""
        seen, board = wanted.seen, wanted.board
        if not isinstance(seen.disclosed, Disclosed):
            raise TypeError("only disclosed content can be shown")
        if OUTPUTS[wanted.output].ending == SLIDES:
            self._composed = self._layout = None
            self._pages = slide_pages(seen.disclosed, computer_fonts())
            return Sight(self._pages)
        template = board or our_own(seen.plan)
        printed, said = self._printed(review, seen, own=board is None)
        if not self._brought_up_to(said, template):
            self._compose(printed, said, template)
        self._said = said
        self._lay_out(page)
        self._unsettled = self._unsettled or (self._layout is not None and not self._layout.whole)
        return self._sight(section)

    def lay_out_for(self, seconds: float, section: str = "") -> Sight:
        """Lay pages out for about so long."""
        end = perf_counter() + seconds
        while self._layout is not None and not self._layout.whole and perf_counter() < end:
            self._lay_out(self._layout.counted)
        if self._layout is not None and self._layout.whole and self._unsettled:
            self._number()
            self._unsettled = False
        return self._sight(section)

    def _number(self) -> None:
        """Bring the page numbers of the contents list up to date, once every page is known."""
        layout, composed = self._layout, self._composed
        if layout is None or composed is None or self._pages_of_headings() == self._numbered:
            return
        if layout.count <= _MANY:
            fonts = computer_fonts()
            self._told = number_pages(composed.whole, composed.main, composed.contents, fonts)
        else:
            for one in composed.contents.lines if composed.contents else ():
                one.show(layout.page_of(one.bookmark) or "")
        layout.changed(composed.whole)
        self._kept = min(self._kept, layout.counted)
        self._lay_out(layout.count)
        self._numbered = self._pages_of_headings()

    def _pages_of_headings(self) -> dict[str, str | None]:
        if self._layout is None or self._composed is None or self._composed.contents is None:
            return {}
        lines = self._composed.contents.lines
        return {one.bookmark: self._layout.page_of(one.bookmark) for one in lines}

    def _lay_out(self, page: int) -> None:
        if self._layout is None:
            return
        try:
            self._layout.page(page)
        except IndexError:
            return  # there are fewer

    def _sight(self, section: str) -> Sight:
        layout, composed = self._layout, self._composed
        if layout is None or composed is None:
            return Sight(self._pages)
        whole = layout.whole and not self._unsettled
        if whole and layout.counted != self._count:
            self._kept, self._count = 0, layout.counted  # how many there are is printed on some
        end = layout.counted
        if layout.as_before is not None and end == self._count == len(self._pages):
            end = max(layout.as_before, self._kept)
        anew = [layout.page(number) for number in range(self._kept, end)]
        self._pages = (*self._pages[: self._kept], *anew, *self._pages[end : layout.counted])
        self._kept = len(self._pages)
        told = (*layout.told, *self._told)
        return Sight(self._pages, whole, self._beginning(section), composed.parts, told)

    def _beginning(self, section: str) -> Spot | None:
        """Where what was written in the section begins, as far as that is laid out."""
        if self._layout is None or self._composed is None or not section:
            return None
        work = self._composed.work
        index = work.placed.sections.get(section, work.placed.folded.get(section))
        place = work.kept.get(-1 if index is None else index)
        first = next((made[0] for _, made in place.written if made), None) if place else None
        page = None if first is None else self._layout.index_of_element(first)
        if page is None or first is None:
            return None
        said = paragraph_text(first)
        lines = (one for one in self._layout.page(page).items if isinstance(one, Text))
        found = (one for one in lines if len(one.words) > 1 and said.startswith(one.words))
        return Spot(page, next((one.baseline - one.face.size for one in found), 0.0))

    def _printed(self, review: Review, seen: Seen, *, own: bool) -> tuple[Disclosed, Document]:
        """What is printed: for a board's template with its versions."""
        written = seen.written if own else with_versions(seen.written, review)
        if written is seen.written:
            return seen.disclosed, seen.said
        readers = seen.disclosed.audience
        printed = disclose(written, seen.register, readers, review.all(Ruling))
        return printed, same_objects(printed.document, self._said)

    def _brought_up_to(self, said: Document, template: Template) -> bool:
        """Whether the edit could be written into what is there."""
        if self._composed is None or self._layout is None or not self._like(template):
            return False
        changes = rewrite(self._composed.work, said)
        if changes is None:
            return False
        for one in changes:
            if one.gone and one.came:
                self._layout.replaced(one.gone, one.came)
            else:
                self._layout.changed(self._composed.whole)
            self._kept = min(self._kept, self._layout.counted)
        return True

    def _compose(self, printed: Disclosed, said: Document, template: Template) -> None:
        """Write all of it anew."""
        like = self._like(template)
        before = self._composed.contents if self._composed and like else None
        self._template, self._composed = template, compose(printed, template)
        self._composed.work.document = said  # the same objects, to be compared at once
        listed = {one.bookmark: one.shown for one in (before.lines if before else ())}
        for one in self._composed.contents.lines if self._composed.contents else ():
            one.show(listed.get(one.bookmark, ""))  # until they are known anew
        parts = self._composed.whole
        if self._layout is not None and like:
            self._layout.changed(parts)  # lines that are as they were are not broken again
        else:
            self._layout = Layout(parts, self._composed.main, computer_fonts())
        self._kept, self._count, self._unsettled = 0, 0, True
        self._numbered, self._told = None, self._told if like else ()

    def _like(self, template: Template) -> bool:
        """Whether the template is that of before: its parts are kept as the same object."""
        mine = self._template
        if mine is None or mine.parts is not template.parts:
            return False
        return (mine.plan, mine.placed, mine.headings) == (
            template.plan,
            template.placed,
            template.headings,
        )

"""The contents list of a template, with the entries of the report that was written into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from workbench.report.parts.contents import (
    CODE,
    ContentsEntry,
    bookmark,
    contents_paragraphs,
    page_runs,
)
from workbench.report.parts.ooxml import Element, drop, el, put, q, value
from workbench.report.reading.appearance import own_text
from workbench.report.reading.flow import Item, contents_field, flow
from workbench.report.reading.headings import in_contents, outline_level, parted
from workbench.report.reading.styles import Styles
from workbench.report.reading.typed_contents import is_contents_title
from workbench.report.writing.lists import Lists
from workbench.report.writing.pages import set_up_at, text_width

_LEVELS = re.compile(r'\\o\s*"?\s*\d\s*-\s*(\d)')
_NUMBER_WIDTH = 800
_FIRST_BOOKMARK = 9000  # above those that a template has of its own


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it stands: its paragraph, its heading's title and bookmark, and the paragraph's
    properties without and with a page number; ``said`` of its link’s runs say the heading."""

    paragraph: Element
    title: str
    bookmark: str
    plain: Element
    numbered: Element
    said: int

    @property
    def shown(self) -> str:
        """The page number with which the entry ends; nothing where it has none."""
        link = self.paragraph.find(q("hyperlink"))
        runs = [] if link is None else list(link)[self.said :]
        return "".join(node.text or "" for run in runs for node in run.iter(q("t")))

    def show(self, number: str) -> None:
        """End the entry with this page number; with none where it is empty."""
        link = self.paragraph.find(q("hyperlink"))
        if link is None:
            return
        for run in list(link)[self.said :]:
            link.remove(run)
        marks = deepcopy(self.numbered if number else self.plain)
        old = self.paragraph.find(q("pPr"))
        if old is not None:
            self.paragraph.replace(old, marks)
        if number:
            link.extend(page_runs(self.bookmark, number))


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list that was written; ``code`` is its field's."""

    lines: tuple[Line, ...]
    code: str


def rebuild_contents(
    body: Element, styles: Styles, lists: Lists, before: Sequence[Item]
) -> Contents | None:
    """Write the entries anew, with links, in place of the template's field or of the list that
    somebody typed; None where it has neither. ``before`` is the template's flow."""
    forms = {id(form): form for item in before for form in item.element.iterancestors(q("tbl"))}
    items = flow(
        body,
        lambda table: _outlined(table, styles) if id(table) in forms else None,
        typed_lists=False,
    )
    listed, code = contents_field(items)
    if not listed:
        listed = [
            one.element for one in before if one.typed and one.element.getparent() is not None
        ]
        code = CODE
    if not listed:
        return None
    deepest = int(found[1]) if (found := _LEVELS.search(code)) else 3
    looks = _looks(listed, styles, deepest)
    width = text_width(set_up_at(listed[0], body))
    plain = {level: _line(marks, styles) for level, marks in looks.items()}
    numbered = {level: _numbered(marks, styles, width) for level, marks in looks.items()}
    entries = _entries(items, styles, lists, deepest)
    made = contents_paragraphs(entries, plain, code)
    _in_place_of(listed, made)
    lines = (
        Line(
            paragraph,
            one.title,
            one.bookmark,
            plain[one.level],
            numbered[one.level],
            len(paragraph.findall(f"{q('hyperlink')}/{q('r')}")),
        )
        for one, paragraph in zip(entries, made, strict=False)
    )
    return Contents(tuple(lines), code)


def _outlined(table: Element, styles: Styles) -> list[Element]:
    """The headings in the cells of a form."""
    return [one for one in table.iter(q("p")) if outline_level(one, styles) is not None]


def _entries(
    items: Sequence[Item], styles: Styles, lists: Lists, deepest: int
) -> list[ContentsEntry]:
    """One entry for each heading that the field would list, bookmarked where it stands."""
    entries: list[ContentsEntry] = []
    for item in items:
        number = _label(item, styles, lists)
        if not item.is_paragraph or in_contents(item, styles):
            continue
        level = outline_level(item.element, styles)
        if level is None or level > deepest:
            continue
        said = own_text(item.element)
        if not said or is_contents_title(said):
            continue
        name = f"_Toc{len(entries) + 1:05}"
        _drop_bookmarks(item.element)
        bookmark(item.element, name, _FIRST_BOOKMARK + len(entries))
        text, _, typed = parted(said, styled=True)
        entries.append(ContentsEntry(number or typed, text, level, name))
    return entries


def _label(item: Item, styles: Styles, lists: Lists) -> str:
    """The number that Word prints before the paragraph; asking counts it as printed."""
    if not item.is_paragraph:
        return ""
    number = value(item.element, "pPr/numPr/numId")
    depth = value(item.element, "pPr/numPr/ilvl")
    inherited = styles.numbering(value(item.element, "pPr/pStyle"))
    if number is None and inherited is None:
        return ""
    if number == "0":
        return ""
    if number is None and inherited is not None:
        number = inherited[0]
    level = int(depth) if depth else (inherited[1] if inherited else 0)
    return lists.label(number or "", level)


def _drop_bookmarks(paragraph: Element) -> None:
    for start in list(paragraph.iter(q("bookmarkStart"))):
        if start.get(q("name"), "").startswith("_Toc"):
            key = start.get(q("id"))
            for end in list(paragraph.iter(q("bookmarkEnd"))):
                if end.get(q("id")) == key:
                    drop(end)
            drop(start)


def _looks(listed: Sequence[Element], styles: Styles, deepest: int) -> dict[int, Element]:
    """The paragraph properties for each level: those of the template's own lines first."""
    found: dict[int, Element] = {}
    for paragraph in listed:
        name = styles.name(value(paragraph, "pPr/pStyle"))
        marks = paragraph.find(q("pPr"))
        if name.startswith("toc ") and name[4:].isdigit() and marks is not None:
            found.setdefault(int(name[4:]), _without_section(marks))
    for level in range(1, deepest + 1):
        if level not in found:
            found[level] = el("pPr", el("pStyle", val=_toc_style(level, styles)))
    return found


def _without_section(marks: Element) -> Element:
    made = deepcopy(marks)
    for page in made.findall(q("sectPr")):
        made.remove(page)
    return made


def _stops(marks: Element, styles: Styles) -> tuple[list[str], list[str]]:
    """Where the line's tab stops are: those at the left, and those that end at the right."""
    stops = [*marks.iterfind(f"{q('tabs')}/{q('tab')}")]
    for style in styles.chain(value(marks, "pStyle")):
        stops += style.iterfind(f"{q('pPr')}/{q('tabs')}/{q('tab')}")
    cleared = {one.get(q("pos")) for one in stops if one.get(q("val")) == "clear"}
    kept = [one for one in stops if one.get(q("pos")) not in cleared]
    left = [one for one in kept if one.get(q("val")) in {"left", "num", "start"}]
    right = [one for one in kept if one.get(q("val")) in {"right", "end"}]
    return [one.get(q("pos"), "0") for one in left], [one.get(q("pos"), "0") for one in right]


def _number_stop(marks: Element) -> Element:
    indent = marks.find(q("ind"))
    start = 0 if indent is None else int(float(indent.get(q("left"), "0")))
    return el("tab", val="left", pos=start + _NUMBER_WIDTH)


def _line(marks: Element, styles: Styles) -> Element:
    """The properties of a line without a page number: its tab for one is cleared, or the title
    would stand at the page's edge."""
    made = deepcopy(marks)
    left, right = _stops(made, styles)
    if right and not left:
        cleared = (el("tab", val="clear", pos=place) for place in dict.fromkeys(right))
        put(made, el("tabs", _number_stop(made), *cleared))
    return made


def _numbered(marks: Element, styles: Styles, width: int) -> Element:
    """The properties of a line with a page number: at the tab that the template has for it, or at
    the end of the line."""
    made = deepcopy(marks)
    left, right = _stops(made, styles)
    more = [] if left else [_number_stop(made)]
    if not right:
        more.append(el("tab", val="right", leader="dot", pos=width))
    if more:
        own = made.find(q("tabs"))
        tabs = put(made, el("tabs")) if own is None else own
        tabs.extend(more)
        tabs[:] = sorted(tabs, key=lambda one: float(one.get(q("pos"), "0")))
    _reach(made, styles, max(0, width - max(map(_whole, right), default=width)))
    return made


def _reach(marks: Element, styles: Styles, right: int) -> None:
    """Let the line reach its number: LibreOffice shows nothing that stands in a right indent."""
    indents = [marks.find(q("ind"))]
    indents += [one.find(f"{q('pPr')}/{q('ind')}") for one in styles.chain(value(marks, "pStyle"))]
    said = [one.get(q("right"), one.get(q("end"))) for one in indents if one is not None]
    if _whole(next((one for one in said if one is not None), "0")) > right:
        own = indents[0] if indents[0] is not None else put(marks, el("ind"))
        if q("end") in own.attrib:
            del own.attrib[q("end")]
        own.set(q("right"), str(right))


def _whole(text: str) -> int:
    return int(float(text)) if text.replace(".", "", 1).lstrip("-").isdigit() else 0


def _toc_style(level: int, styles: Styles) -> str:
    """The style of this level's lines, made where the template has none."""
    known = styles.named(f"toc {level}")
    if known:
        return known
    style = el("style", el("name", val=f"toc {level}"), type="paragraph", styleId=f"TOC{level}")
    normal = styles.named("normal")
    if normal:
        style.append(el("basedOn", val=normal))
    style.append(el("uiPriority", val=39))
    indent = el("ind", left=240 * (level - 1))
    style.append(el("pPr", el("spacing", after=100), indent))
    styles.add(style)
    return f"TOC{level}"


def _in_place_of(old: Sequence[Element], new: Sequence[Element]) -> None:
    """Put the new lines where the old stood; text before the field in its first line stays."""
    first = old[0]
    for line in new:
        first.addprevious(line)
    kept = [one.find(f"{q('pPr')}/{q('sectPr')}") for one in old]
    for line in old:
        drop(line)
    page = next((one for one in kept if one is not None), None)
    if page is not None:
        new[-1].addnext(el("p", el("pPr", page)))

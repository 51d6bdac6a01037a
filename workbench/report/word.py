"""Writing disclosed content into a copy of a template: a Word file, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import Document
from workbench.report.comparing import compared
from workbench.report.pages.measuring import Fonts
from workbench.report.parts.ooxml import (
    Element,
    el,
    local,
    parse,
    put,
    q,
    serialise,
    unwrap,
    value,
)
from workbench.report.parts.package import (
    CORE_PROPERTIES,
    PACKAGE_TYPES,
    add_relationship,
    blank,
    declare,
    declare_as,
    pack,
    relationships,
)
from workbench.report.parts.properties import core_properties
from workbench.report.reading.flow import Item
from workbench.report.reading.styles import Styles
from workbench.report.reading.values import drop_prompts, fill_part, slots
from workbench.report.template import Template, flow_of, styles_of, text_parts
from workbench.report.writing.composing import Composition
from workbench.report.writing.contents_list import Contents, rebuild_contents
from workbench.report.writing.inline import said
from workbench.report.writing.lists import Lists
from workbench.report.writing.page_numbers import number_pages
from workbench.report.writing.references import (
    declare_separators,
    has_marks,
    settle_footnotes,
    settle_references,
)
from workbench.report.writing.watermarks import add_draft_mark, drop_draft_marks, has_mark

_LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class Written:
    """The finished file's bytes, and what the author should know of them."""

    content: bytes
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """The report before it is packed. The tree of its main part can still be brought up to date
    (:mod:`workbench.report.writing.rewriting`); the others are as they will be packed."""

    parts: Mapping[str, bytes]
    main: str
    root: Element
    work: Composition
    contents: Contents | None
    told: tuple[str, ...]

    @property
    def whole(self) -> dict[str, bytes | Element]:
        """Every part, the main one as its tree."""
        return {**self.parts, self.main: self.root}


def write(disclosed: Disclosed, template: Template, path: Path) -> Written:
    """Write the file at ``path``. Reports leave through :mod:`workbench.report.release`, which
    looks for leaks before anything is put on a disk."""
    written = render(disclosed, template)
    path.write_bytes(written.content)
    return written


def render(disclosed: Disclosed, template: Template, fonts: Fonts | None = None) -> Written:
    """The report as a Word file's bytes. Only what has passed the gate is taken. With ``fonts``
    its contents list has page numbers, as far as they are sure; the same record then has the same
    bytes on computers that have the same typefaces."""
    return _packed(compose(disclosed, template), fonts)


def compose(disclosed: Disclosed, template: Template) -> Composed:
    """The report as a tree that is not packed yet. Only what has passed the gate is taken."""
    if not isinstance(disclosed, Disclosed):
        raise TypeError("only disclosed content can be written")
    return _compose(disclosed.document, template)


def render_comparison(
    before: Disclosed,
    after: Disclosed,
    template: Template,
    called: tuple[str, str],
    fonts: Fonts | None = None,
) -> Written:
    """The later version as a Word file, with what came and went since the earlier one. Only what
    has passed the gate is taken; ``fonts`` are as for :func:`render`."""
    if not isinstance(before, Disclosed) or not isinstance(after, Disclosed):
        raise TypeError("only disclosed content can be written")
    document = compared(before.document, after.document, called)
    return _packed(_compose(document, template), fonts)


def _packed(composed: Composed, fonts: Fonts | None) -> Written:
    told = composed.told
    if fonts is not None:
        told += number_pages(composed.whole, composed.main, composed.contents, fonts)
    return Written(pack(composed.whole), tuple(dict.fromkeys(told)))


def _compose(document: Document, template: Template) -> Composed:
    values = {name: said(words) for name, words in document.values}
    values["title"] = said(document.title)
    parts = dict(template.parts)
    root = parse(parts[template.main])
    styles = styles_of(parts, template.main)
    numbering = _ensure(parts, template.main, "numbering")
    lists = Lists(parse(parts[numbering]))
    body = root.find(q("body"))
    if body is None:
        raise ValueError("the template lost its body")
    items = flow_of(body, styles)
    unused = _fill_cover(body, values, template)
    work = Composition(
        body, template.headings, template.placed, styles, lists, template.plan, template.own, items
    )
    asked = _unfilled(root)
    prompts = _drop_cover_prompts(body, items[template.headings[0].index])
    work.compose(document)
    for paragraph in unused:  # only now: headings are found by their place in the body
        body.remove(paragraph)
    if has_marks(document):  # looking for them in a long table takes as long as writing it
        settle_references(root)
        _write_footnotes(parts, template.main, root, styles)
    contents = rebuild_contents(body, styles, lists, items)
    left = [text for text in _unfilled(root) if text in asked] if asked else []
    told = [*work.told, *map(_asked, prompts), *map(_left, left)]
    parts[numbering] = serialise(lists.root)
    _speak_english(styles.root)
    parts[_ensure(parts, template.main, "styles")] = serialise(styles.root)
    told += _fill_margins(parts, template, values)
    _name(parts, values["title"])
    told = list(dict.fromkeys(told))
    return Composed(parts, template.main, root, work, contents, tuple(told))


def _write_footnotes(parts: dict[str, bytes], main: str, root: Element, styles: Styles) -> None:
    """The footnotes' own part, where there are any; and what Word wants to know of it."""
    if next(root.iter(q("footnoteReference")), None) is None:
        return
    name = _ensure(parts, main, "footnotes")
    notes = parse(parts[name])
    if settle_footnotes(root, notes, styles):
        parts[name] = serialise(notes)
        settings = _ensure(parts, main, "settings")
        said_there = parse(parts[settings])
        declare_separators(said_there)
        parts[settings] = serialise(said_there)


def _fill_cover(body: Element, values: dict[str, str], template: Template) -> list[Element]:
    """Fill the body's placeholders before sections are written, so that the author's own square
    brackets are never taken for one; returned are the lines of our own cover that nothing fills."""
    unused = []
    for paragraph in body.iterchildren(q("p")):
        detail = value(paragraph, "pPr/pStyle") == "CoverDetail"
        asked = [slot.value for slot in slots(paragraph)]
        if template.own and detail and asked and not any(values.get(name) for name in asked):
            unused.append(paragraph)
    fill_part(body, values)
    return unused


def _fill_margins(parts: dict[str, bytes], template: Template, values: dict[str, str]) -> list[str]:
    told: list[str] = []
    for name in text_parts(parts, template.main):
        if name == template.main:
            continue
        root = parse(parts[name])
        fill_part(root, values)
        told += map(_left, _unfilled(root))
        if local(root) == "hdr":
            told += _mark_draft(root, template, values, len(told))
        parts[name] = serialise(root)
    return told


def _mark_draft(
    root: Element, template: Template, values: dict[str, str], number: int
) -> list[str]:
    """See to the header's watermark: whether the report is a draft is the review's to say."""
    if not values.get("marking"):
        return [
            f"The template\u2019s watermark \u201c{words}\u201d was taken out: the review\u2019s "
            "status says that this is no draft."
            for words in drop_draft_marks(root)
        ]
    if template.own and template.plan.types and not has_mark(root):
        add_draft_mark(root, number)
    return []


def _drop_cover_prompts(body: Element, heading: Item) -> list[str]:
    """The prompts above the first heading; those below it go with their sections' guidance."""
    first = heading.element
    asked: list[str] = []
    for child in list(body):
        if child is first or first in child.iterdescendants():
            break
        holder = el("body")
        child.addprevious(holder)
        holder.append(child)
        asked += drop_prompts(holder)
        unwrap(holder, holder)
    return asked


def _asked(prompt: str) -> str:
    return f"The template asks \u201c{prompt}\u201d, and the review holds nothing for it."


def _unfilled(root: Element) -> list[str]:
    """The placeholders of a part that ask for nothing of the review."""
    return list(dict.fromkeys(slot.text for slot in slots(root) if not slot.value))


def _left(placeholder: str) -> str:
    return (
        f"\u201c{placeholder}\u201d stands in the template, and the review holds nothing for it; "
        "it was left."
    )


def _ensure(parts: dict[str, bytes], main: str, kind: str) -> str:
    """The name of the template's part of this kind, made where it has none."""
    for link in relationships(parts, main):
        if link.word == kind:
            return link.target
    folder = main.rpartition("/")[0]
    name = f"{folder}/{kind}.xml" if folder else f"{kind}.xml"
    parts[name] = blank(kind)
    declare(parts, name, kind)
    add_relationship(parts, main, kind, f"{kind}.xml")
    return name


def _speak_english(styles: Element) -> None:
    """Make British English the document's language, for spelling and for screen readers."""
    defaults = styles.find(q("docDefaults"))
    if defaults is None:
        defaults = el("docDefaults")
        styles.insert(0, defaults)
    holder = defaults.find(q("rPrDefault"))
    if holder is None:
        holder = el("rPrDefault", el("rPr"))
        defaults.insert(0, holder)
    runs = holder.find(q("rPr"))
    if runs is None:
        runs = el("rPr")
        holder.append(runs)
    language = runs.find(q("lang"))
    if language is None:
        language = put(runs, el("lang"))
    language.set(q("val"), _LANGUAGE)


def _name(parts: dict[str, bytes], title: str) -> None:
    """Set the title property, which the accessibility checker and browsers read."""
    for link in relationships(parts, ""):
        if link.word == "core-properties":
            parts[link.target] = core_properties(title)
            return
    parts["docProps/core.xml"] = core_properties(title)
    declare_as(parts, "docProps/core.xml", f"{PACKAGE_TYPES}.core-properties+xml")
    add_relationship(parts, "", CORE_PROPERTIES, "docProps/core.xml")

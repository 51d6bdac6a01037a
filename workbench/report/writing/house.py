"""The house style of a template: the looks that its own paragraphs, lists and tables give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from workbench.report.parts.ooxml import Element, el, local, paragraph_text, q, value
from workbench.report.reading.appearance import appearance
from workbench.report.reading.guidance import is_guidance
from workbench.report.reading.styles import Styles
from workbench.report.writing.lists import Lists
from workbench.report.writing.looks import Look, look_of, styled
from workbench.report.writing.table_looks import TableLook, table_look


@dataclass
class House:
    """The looks for everything that is written, and the counters that a document keeps."""

    styles: Styles
    lists: Lists
    body: Look
    quote: Look
    note: Look
    caption: Look
    bullet: Look
    ordered: Look
    table: TableLook
    headings: dict[int, Look]
    tables: int = field(default=0)
    figures: int = field(default=0)

    def heading(self, level: int) -> Look:
        """The look of a heading of this level; made from body text where there is no style."""
        if level in self.headings:
            return self.headings[level]
        bold = self.body.without_numbering().with_run(el("b"), el("bCs"))
        return bold.with_paragraph(el("keepNext"), el("outlineLvl", val=level - 1))

    def new_ordered(self) -> Look:
        """The look of a numbered list that starts at 1."""
        number = _number(self.ordered, self.styles)
        if number is None:
            return self.ordered
        depth = el("ilvl", val=0)
        return self.ordered.with_paragraph(
            el("numPr", depth, el("numId", val=self.lists.again(number)))
        )

    def numbered_below(self, heading: Element) -> Look | None:
        """The look of numbered paragraphs (1.1, 1.2) in the list that numbers this heading."""
        style = value(heading, "pPr/pStyle")
        chapter = self.styles.headings().get(1)  # below a sub-heading, those of its chapter go on
        found = self.styles.numbering(style) or self.styles.numbering(chapter)
        for _, linked in sorted(self.lists.linked_below(found[0])) if found else ():
            if self.styles.outline(linked) is None and self.styles.get(linked) is not None:
                return styled(linked)
        return None


def house_of(
    items: Sequence[Element], heads: Collection[int], styles: Styles, lists: Lists, *, real: bool
) -> House:
    """The house style of the flow ``items``; ``heads`` are the places of its headings, which are
    ``real`` where some have one of Word's heading styles."""
    below = [one for index, one in enumerate(items) if index >= min(heads) and index not in heads]
    body = _body(below, styles)
    by_level = {level: styled(style) for level, style in styles.headings().items()}
    caption = styles.named("caption")
    plain_body = body.without_numbering()
    return House(
        styles=styles,
        lists=lists,
        body=body,
        quote=_named(styles, ("quote", "quotation", "intense quote"))
        or plain_body.with_paragraph(el("ind", left=567, right=567)),
        note=_named(styles, ("note", "source note")) or plain_body.with_paragraph(el("keepLines")),
        caption=(
            styled(caption) if caption else plain_body.with_run(el("b"), el("bCs"))
        ).with_paragraph(el("keepNext")),
        bullet=_listed(
            styles, lists, plain_body, ("list bullet", "bullet", "bullets"), bullet=True
        ),
        ordered=_listed(styles, lists, plain_body, ("list number", "numbered list"), bullet=False),
        table=table_look(below, styles, plain_body),
        headings=by_level if real else {},
    )


def _named(styles: Styles, names: tuple[str, ...]) -> Look | None:
    found = styles.named(*names)
    return styled(found) if found else None


def _body(items: Sequence[Element], styles: Styles) -> Look:
    """The look of the most common body text, or of the style that is meant for it."""
    meant = styles.named("body text", "body", "report text", "main text")
    candidates = [item for item in items if local(item) == "p" and _is_body(item, styles)]
    if not candidates:
        return _spaced(styled(meant), styles)
    kinds = Counter(value(one, "pPr/pStyle") for one in candidates)
    usual = kinds.most_common(1)[0][0]
    first = next(one for one in candidates if value(one, "pPr/pStyle") == usual)
    return _spaced(look_of(first), styles)


def _is_body(paragraph: Element, styles: Styles) -> bool:
    style = value(paragraph, "pPr/pStyle")
    look = appearance(paragraph, styles)
    return (
        look.size <= styles.size(None) + 4
        and not look.bold
        and styles.outline(style) is None
        and value(paragraph, "pPr/numPr/numId") is None
        and styles.numbering(style) is None
        and not styles.name(style).startswith(("toc", "caption", "title"))
        and not is_guidance(paragraph, styles)
        and len(paragraph_text(paragraph)) > 40
    )


def _spaced(look: Look, styles: Styles) -> Look:
    """The look with space after each paragraph, where the template gave none: boards that part
    paragraphs with blank lines would get them run together."""
    properties = look.paragraph_properties
    style = value(properties, "pStyle")
    defaults = styles.root.find(f"{q('docDefaults')}/{q('pPrDefault')}/{q('pPr')}/{q('spacing')}")
    chain = styles.chain(style or styles.named("normal"))
    given = [one.find(f"{q('pPr')}/{q('spacing')}") for one in chain]
    direct = None if properties is None else properties.find(q("spacing"))
    for spacing in (direct, *given, defaults):
        if spacing is not None and spacing.get(q("after")) is not None:
            return look if spacing.get(q("after")) != "0" else _with_space(look)
    return _with_space(look)


def _with_space(look: Look) -> Look:
    spacing = el("spacing")
    if look.paragraph_properties is not None:
        found = look.paragraph_properties.find(q("spacing"))
        spacing = deepcopy(found) if found is not None else spacing
    spacing.set(q("after"), "120")
    return look.with_paragraph(spacing)


def _listed(
    styles: Styles, lists: Lists, body: Look, names: tuple[str, ...], *, bullet: bool
) -> Look:
    style = styles.named(*names)
    if style and styles.numbering(style):
        return styled(style)
    base = styled(style) if style else body
    properties = el("numPr", el("ilvl", val=0), el("numId", val=lists.make(bullet=bullet)))
    return base.with_paragraph(properties)


def _number(look: Look, styles: Styles) -> str | None:
    direct = value(look.paragraph_properties, "numPr/numId")
    if direct:
        return direct
    found = styles.numbering(value(look.paragraph_properties, "pStyle"))
    return found[0] if found else None

"""Makes the Word templates that are shipped: ``python -m workbench.report.build_templates``.

What they say is in ``resources/templates/*.json``, how they look in ``resources/templates/design``.
The same data gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from workbench.report.build_slides import build_slides
from workbench.report.layouts import LAYOUTS, PAPERS, Layout, SectionPlan, layout
from workbench.report.parts.contents import (
    ContentsEntry,
    bookmark,
    contents_paragraphs,
    style_properties,
)
from workbench.report.parts.ooxml import (
    Element,
    drop,
    el,
    parse,
    properties,
    put,
    q,
    serialise,
    text_runs,
)
from workbench.report.parts.package import (
    CONTENT_TYPES,
    MAIN,
    OFFICE,
    add_relationship,
    declare,
    pack,
)
from workbench.report.parts.properties import core_properties, program_properties
from workbench.report.writing.pages import section_end
from workbench.resources import read_json, resource

_OPENINGS = {
    "report": (
        *(("CoverBoard", "[Board]"), ("Title", "[Title]"), ("Subtitle", "[Document]")),
        *(("CoverDetail", "Reference\t[Reference]"), ("CoverDetail", "Version\t[Version]")),
        *(("CoverDetail", "Status\t[Status]"), ("CoverDetail", "Date\t[Date]")),
        ("CoverDetail", "Lead reviewer\t[Author]"),
    ),
    "paper": (
        *(("PaperBoard", "[Board]"), ("PaperTitle", "[Document]"), ("PaperSubtitle", "[Title]")),
        *(("CoverDetail", "Agency\t[Recipient]"), ("CoverDetail", "Reference\t[Reference]")),
        *(("CoverDetail", "Date\t[Date]"), ("CoverDetail", "Lead reviewer\t[Author]")),
    ),
    "letter": (
        *(("PaperBoard", "[Board]"), ("CoverDetail", "To\t[Recipient]")),
        *(("CoverDetail", "Date\t[Date]"), ("CoverDetail", "Our reference\t[Reference]")),
        ("CoverDetail", "About\t[Title]"),
    ),
    "sheet": (
        ("PaperBoard", "[Board]"),
        ("PaperTitle", "[Document]"),
        ("PaperSubtitle", "[Title]"),
    ),
}
_OUTDENT = "340"
_LETTER_EDGES = {"top": 1304, "right": 1304, "bottom": 1134, "left": 1304}
_TEXT_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "fontTable": "fontTable",
    "header-cover": "header",
    "header-portrait": "header",
    "header-landscape": "header",
    "footer-cover": "footer",
    "footer-portrait": "footer",
    "footer-landscape": "footer",
}
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    "</Types>"
)
_PACKAGE_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    'metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)


def build(plan: Layout) -> bytes:
    """The template for this layout as a Word file."""
    parts = {
        CONTENT_TYPES: _CONTENT_TYPES.encode(),
        "_rels/.rels": _PACKAGE_RELS.encode(),
        "docProps/core.xml": core_properties(f"{plan.title}: template"),
        "docProps/app.xml": program_properties(),
    }
    ids = {}
    for file, kind in _TEXT_PARTS.items():
        part = f"word/{file}.xml"
        parts[part] = resource("templates", "design", f"{file}.xml").read_bytes()
        declare(parts, part, kind)
        ids[file] = add_relationship(parts, "word/document.xml", kind, f"{file}.xml")
    parts["word/styles.xml"] = restyled(parts["word/styles.xml"], plan)
    if not any(one.numbered for one in plan.sections):
        parts["word/numbering.xml"] = _outdented(parts["word/numbering.xml"])
    parts["word/document.xml"] = serialise(_document(plan, ids))
    return pack(parts)


def restyled(styles: bytes, plan: Layout) -> bytes:
    """The styles as this form of paper has them: what differs is in ``design/forms.json``."""
    numbered = any(one.numbered for one in plan.sections)
    changes: dict[str, dict[str, int | str]] = read_json("templates", "design", "forms.json")[
        plan.form
    ]
    root = parse(styles)
    for style in root.findall(q("style")):
        name = style.get(q("styleId"), "")
        if name == "Heading1" and not numbered:
            for number in list(style.iter(q("numPr"))):
                drop(number)
        for change, points in changes.get(name, {}).items():
            _change(style, change, points)
    return serialise(root)


def _outdented(numbering: bytes) -> bytes:
    """The lists without the indent that lets them stand under numbered paragraphs."""
    root = parse(numbering)
    for level in root.iter(q("lvl")):
        style = level.find(q("pStyle"))
        if style is None or style.get(q("val")) not in ("ListBullet", "ListNumber"):
            continue
        for stop in level.iter(q("tab")):
            stop.set(q("pos"), _OUTDENT)
        for indent in level.iter(q("ind")):
            indent.set(q("left"), _OUTDENT)
            indent.set(q("hanging"), _OUTDENT)
    return serialise(root)


def _change(style: Element, change: str, worth: int | str) -> None:
    """One measure of a style: a size in half points, a space or an indent in twips, a colour."""
    if change == "size":
        for name in ("sz", "szCs"):
            put(_part(style, "rPr"), el(name, val=worth))
    elif change == "colour":
        put(_part(style, "rPr"), el("color", val=worth))
    elif change == "shade":
        marks = _part(style, "pPr")
        put(marks, el("shd", val="clear", color="auto", fill=worth))
        sides = ("top", "left", "bottom", "right")
        edge = {"val": "single", "sz": 4, "space": 3, "color": worth}
        put(marks, el("pBdr", *(el(side, **edge) for side in sides)))
    else:
        marks = _part(style, "pPr")
        kind = "ind" if change in ("left", "right", "hanging") else "spacing"
        found = marks.find(q(kind))
        found = put(marks, el(kind)) if found is None else found
        found.set(q(change), str(worth))


def _part(style: Element, name: str) -> Element:
    """The style's paragraph or run properties, made in their place after what it is called."""
    found = style.find(q(name))
    if found is None:
        found = el(name)
        after = style.find(q("rPr")) if name == "pPr" else None
        if after is None:
            style.append(found)
        else:
            after.addprevious(found)
    return found


def _document(plan: Layout, ids: dict[str, str]) -> Element:
    body = el("body")
    body.extend(_styled(style, text) for style, text in _OPENINGS[plan.form])
    if plan.form == "report":
        body.extend(_contents(plan))
        body.append(section_end(_page(ids, landscape=False, cover=True)))
    elif plan.form == "sheet":
        body.append(section_end(_page(ids, landscape=False)))
    landscape = False
    for number, section in enumerate(plan.sections, 1):
        if section.landscape != landscape:
            body.append(section_end(_page(ids, landscape=landscape)))
            landscape = section.landscape
        heading = _styled(_heading_style(section), section.title)
        if plan.form == "report" and section.level == 1 and not section.numbered:
            put(properties(heading, "pPr"), el("numPr", el("ilvl", val=0), el("numId", val=0)))
        bookmark(heading, f"_Toc{number:05}", number)
        body.append(heading)
        body.append(_styled("Guidance", section.guidance))
    if plan.form == "sheet":
        body.extend(_columns(ids))
    body.append(_last_page(plan, ids, landscape=landscape))
    return el("document", body)


def _contents(plan: Layout) -> list[Element]:
    styles = {level: style_properties(f"TOC{level}") for level in (1, 2)}
    entries = [
        ContentsEntry(number, section.title, min(section.level, 2), f"_Toc{n:05}")
        for n, (number, section) in enumerate(zip(_numbers(plan), plan.sections, strict=True), 1)
    ]
    return [_styled("TOCHeading", "Contents"), *contents_paragraphs(entries, styles)]


def _last_page(plan: Layout, ids: dict[str, str], *, landscape: bool) -> Element:
    page = _page(ids, landscape=landscape)
    if plan.form == "letter":
        put(page, el("pgMar", **_LETTER_EDGES, header=624, footer=510, gutter=0))
    if plan.form == "sheet":
        put(page, el("type", val="continuous"))
    return page


def _columns(ids: dict[str, str]) -> list[Element]:
    """The end of a sheet's two columns, which are made even by what stands below them."""
    page = _page(ids, landscape=False)
    put(page, el("type", val="continuous"))
    put(page, el("cols", num=2, space=397))
    below = _styled("Note", "The full report gives the evidence for each point.")
    return [section_end(page), below]


def _numbers(plan: Layout) -> list[str]:
    """The number that Word will print before each section's heading."""
    chapters = appendices = 0
    numbers = []
    for section in plan.sections:
        number = ""
        if section.appendix:
            number = f"Appendix {chr(ord('A') + appendices)}:"
            appendices += 1
        elif section.level == 1 and section.numbered:
            chapters += 1
            number = str(chapters)
        numbers.append(number)
    return numbers


def _heading_style(section: SectionPlan) -> str:
    return "AppendixHeading" if section.appendix else f"Heading{section.level}"


def _styled(style: str, text: str) -> Element:
    paragraph = el("p", style_properties(style))
    paragraph.extend(text_runs(text))
    return paragraph


def _page(ids: dict[str, str], *, landscape: bool, cover: bool = False) -> Element:
    """The page set-up of a part of the report, with its header and footer."""
    turned = "landscape" if landscape else "portrait"
    section = el("sectPr")
    kinds = {"default": turned, "first": "cover"} if cover else {"default": turned}
    for part in ("header", "footer"):
        for pages, name in kinds.items():
            reference = el(f"{part}Reference", type=pages)
            reference.set(q("r:id"), ids[f"{part}-{name}"])
            section.append(reference)
    put(section, el("type", val="nextPage"))
    if landscape:
        put(section, el("pgSz", w=16838, h=11906, orient="landscape"))
        edges = {"top": 1304, "right": 1134, "bottom": 1134, "left": 1134}
    else:
        put(section, el("pgSz", w=11906, h=16838))
        edges = {"top": 1531, "right": 1418, "bottom": 1418, "left": 1418}
    put(section, el("pgMar", **edges, header=680, footer=567, gutter=0))
    if cover:
        put(section, el("titlePg"))
    return section


def main() -> None:
    """Write every template beside its data."""
    folder = Path(str(resource("templates", "sar.json"))).parent
    for name in (*LAYOUTS, *PAPERS):
        (folder / f"{name}.docx").write_bytes(build(layout(name)))
    (folder / "learning-slides.pptx").write_bytes(build_slides())


if __name__ == "__main__":
    main()

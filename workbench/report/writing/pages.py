"""Pages: which set-up holds where, turning a section to landscape, and no page left empty."""

from __future__ import annotations

from copy import deepcopy

from workbench.report.parts.ooxml import Element, drop, el, local, properties, put, q
from workbench.report.reading.guidance import is_empty

_PLAIN_WIDTH = 9026  # A4 with Word's usual margins, for a template that says nothing


def set_up_at(element: Element, body: Element) -> Element | None:
    """The page set-up that holds for ``element``: that of the next section's end."""
    for later in (element, *element.itersiblings()):
        found = later.find(f"{q('pPr')}/{q('sectPr')}")
        if found is not None:
            return found
    top = _top(element, body)
    if top is not element:
        return set_up_at(top, body)
    return body.find(q("sectPr"))


def text_width(page: Element | None) -> int:
    """The width between the margins, in twips; of the first column where there are several."""
    if page is None:
        return _PLAIN_WIDTH
    size, edges = page.find(q("pgSz")), page.find(q("pgMar"))
    if size is None or edges is None:
        return _PLAIN_WIDTH
    width = _number(size, "w") - _number(edges, "left") - _number(edges, "right")
    width -= _number(edges, "gutter")
    columns = page.find(q("cols"))
    number = _number(columns, "num") if columns is not None else 1
    if columns is not None and number > 1:
        width = (width - _number(columns, "space") * (number - 1)) // number
    return width if width > 1000 else _PLAIN_WIDTH


def is_landscape(page: Element | None) -> bool:
    """Whether the page is wider than it is high."""
    size = None if page is None else page.find(q("pgSz"))
    return size is not None and _number(size, "w") > _number(size, "h")


def turn(first: Element, last: Element, body: Element) -> Element | None:
    """Put what stands from ``first`` to ``last`` on landscape pages of its own.

    Both are children of the body. Headers, footers and margins stay those of the pages around.
    """
    page = set_up_at(first, body)
    if page is None or is_landscape(page) or first.getparent() is not body:
        return page
    turned = _turned(page)
    before = first.getprevious()
    if before is not None and before.find(f"{q('pPr')}/{q('sectPr')}") is None:
        first.addprevious(section_end(deepcopy(page)))
    if _something_between(last, page):
        last.addnext(section_end(turned))
        for name in ("titlePg", "pgNumType"):  # these were for the section's first page
            for found in page.findall(q(name)):
                page.remove(found)
    else:
        home = page.getparent()
        if home is not None:
            home.replace(page, turned)
    return turned


def section_end(page: Element) -> Element:
    """A paragraph that ends a section and takes no room: a line of its own could stand alone on a
    page."""
    spacing = el("spacing", before=0, after=0, line=20, lineRule="exact")
    return el("p", el("pPr", spacing, page))


def _something_between(last: Element, page: Element) -> bool:
    """Whether anything stands after ``last`` in the section whose set-up is ``page``."""
    for later in last.itersiblings():
        if later is page or page in later.iterfind(f"{q('pPr')}/{q('sectPr')}"):
            return not _only_holds_page(later) if later is not page else False
        if _is_something(later):
            return True
    return False


def drop_empty_sections(body: Element) -> None:
    """Take away the section ends between which nothing stands, with their empty pages."""
    something = False
    for child in list(body):
        page = child.find(f"{q('pPr')}/{q('sectPr')}") if local(child) == "p" else None
        if page is None:
            something = something or _is_something(child)
        elif something or not _only_holds_page(child):
            something = False
        else:
            drop(child)
    _merge_last(body)


def keep_together(heading: Element) -> None:
    """Keep what stands below the last heading on one page with it: a signature is never alone."""
    below = [one for one in heading.itersiblings() if local(one) == "p" and not is_empty(one)]
    for paragraph in below[:-1]:
        put(properties(paragraph, "pPr"), el("keepNext"))
    for paragraph in below:
        put(properties(paragraph, "pPr"), el("keepLines"))


def _merge_last(body: Element) -> None:
    """When nothing stands after the last section's end, its set-up becomes the document's."""
    final = body.find(q("sectPr"))
    if final is None:
        return
    for child in reversed([one for one in body if one is not final]):
        page = child.find(f"{q('pPr')}/{q('sectPr')}") if local(child) == "p" else None
        if page is not None:
            if _only_holds_page(child):
                body.replace(final, page)
                drop(child)
            return
        if _is_something(child):
            return


def _is_something(child: Element) -> bool:
    if local(child) == "sectPr":
        return False
    return local(child) != "p" or not is_empty(child)


def _only_holds_page(paragraph: Element) -> bool:
    return not any(local(child) != "pPr" for child in paragraph)


def _turned(page: Element) -> Element:
    """The set-up on its side: without a first page of its own, and counting on."""
    made = deepcopy(page)
    for name in ("titlePg", "pgNumType", "cols"):
        for found in made.findall(q(name)):
            made.remove(found)
    size, edges = made.find(q("pgSz")), made.find(q("pgMar"))
    if size is None:
        size = put(made, el("pgSz", w=11906, h=16838))
    width, height = size.get(q("w"), "11906"), size.get(q("h"), "16838")
    size.set(q("w"), height)
    size.set(q("h"), width)
    size.set(q("orient"), "landscape")
    if edges is not None:
        clockwise = ("top", "right", "bottom", "left")
        widths = [edges.get(q(key), "1134") for key in clockwise]
        for key, width_there in zip(clockwise, [widths[3], *widths[:3]], strict=True):
            edges.set(q(key), width_there)
    put(made, el("type", val="nextPage"))
    return made


def _top(element: Element, body: Element) -> Element:
    if element.getparent() is body:
        return element
    return next((one for one in element.iterancestors() if one.getparent() is body), element)


def _number(element: Element, name: str) -> int:
    text = element.get(q(name), "0")
    return int(float(text)) if text.replace(".", "", 1).lstrip("-").isdigit() else 0

"""Page numbers of a contents list and of the template's own "see page …", as far as they are sure.

The finished report is laid out, and once more with every letter a little smaller and a little
larger: Word rounds widths and heights to the points of a printer, and by that much pages may
differ. A heading that keeps its page gets its number. One that does not gets none, and is named:
a reader who follows a wrong number loses more than one who finds none, and "Update field" adds it.
Where that would be more than a quarter of the list, none is printed: it would look forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workbench.report.pages.laying import Layout
from workbench.report.pages.letters import Slack
from workbench.report.pages.measuring import Fonts
from workbench.report.parts.ooxml import Element, drop, plain, q
from workbench.report.writing.contents_list import Contents

# By how much Word may set letters wider and higher, or less, than their typefaces say. Beside
# LibreOffice, which rounds in its own way, it was 0.2 and 0.35 of a hundred at most.
_SLACK = Slack(0.002, 0.004)
_TRIES = 4
_NAMED = 6
_FEW = 4  # of how many at most one may be unsure
_REFERENCE = re.compile(r"\s*PAGEREF\s+(\S+)", re.IGNORECASE)
_HOW = "In Word, right-click the list and choose \u201cUpdate field\u201d."
_NONE_SURE = (
    "The contents list has no page numbers: many headings stand so near the end of a page that "
    f"Word may put them on the next. {_HOW}"
)


@dataclass(frozen=True, eq=False, slots=True)
class _Wanted:
    """A place that shows a page number: of what, what it is called, and how it is shown."""

    bookmark: str
    title: str
    show: Callable[[str], None]


def number_pages(
    whole: Mapping[str, bytes | Element], main: str, contents: Contents | None, fonts: Fonts
) -> tuple[str, ...]:
    """Fill in the page numbers; what the author should know of them. The body is a tree."""
    root = whole[main]
    if isinstance(root, bytes):
        raise TypeError("the body must be a tree")
    listed = _listed(contents)
    wanted = [*listed, *_references(root, {one.bookmark for one in listed})]
    if not wanted:
        return ()
    for one in listed:
        one.show("0")
    layout = Layout(whole, main, fonts)
    pages = _settled(layout, whole, wanted)
    reason = _unfit(layout)
    if reason:
        for one in wanted:
            one.show("")
        return (reason,)
    less = Slack(-_SLACK.width, -_SLACK.height, widens=False)
    others = [_pages(Layout(whole, main, fonts, slack), wanted) for slack in (less, _SLACK)]
    found = {one: {pages[one.bookmark], *(also[one.bookmark] for also in others)} for one in wanted}
    moving = [one for one in wanted if len(found[one]) > 1]
    few = len(moving) * _FEW <= len(wanted)
    for one in wanted:
        one.show(pages[one.bookmark] if few and one not in moving else "")
    if not few:
        return (_NONE_SURE,)
    return _told({one.title: found[one] for one in moving})


def _listed(contents: Contents | None) -> list[_Wanted]:
    if contents is None or re.search(r"\\n\b", contents.code):
        return []
    return [_Wanted(one.bookmark, one.title, one.show) for one in contents.lines]


def _settled(
    layout: Layout, whole: Mapping[str, bytes | Element], wanted: Iterable[_Wanted]
) -> dict[str, str]:
    """The pages when the numbers themselves are in their places: they take room too."""
    wanted = list(wanted)
    pages: dict[str, str] = {}
    for _ in range(_TRIES):
        found = _pages(layout, wanted)
        if found == pages:
            break
        pages = found
        for one in wanted:
            one.show(pages[one.bookmark])
        layout.changed(whole)
    return pages


def _pages(layout: Layout, wanted: Iterable[_Wanted]) -> dict[str, str]:
    return {one.bookmark: layout.page_of(one.bookmark) or "" for one in wanted}


def _unfit(layout: Layout) -> str:
    """Why no number can be sure; empty where they can."""
    if layout.missing:
        names = ", ".join(layout.missing)
        be = "is" if len(layout.missing) == 1 else "are"
        return (
            f"The contents list has no page numbers, because {names} {be} not on this computer: "
            f"where the pages end depends on the typeface. {_HOW}"
        )
    if layout.unsure:
        return f"The contents list has no page numbers. {' '.join(layout.unsure)} {_HOW}"
    return ""


def _told(moving: Mapping[str, set[str]]) -> tuple[str, ...]:
    if not moving:
        return ()
    named = [
        f"\u201c{title}\u201d on page {' or '.join(sorted(pages, key=_order))}"
        for title, pages in moving.items()
    ]
    more = len(named) - _NAMED
    said = ", ".join(named[:_NAMED]) + (f", and {more} more" if more > 0 else "")
    return (
        f"Word may put {said}: these have no page number in the contents list, because a wrong one "
        f"would be worse. {_HOW}",
    )


def _order(page: str) -> tuple[int, str]:
    return (int(page) if page.isdigit() else 0, page)


def _references(root: Element, known: set[str]) -> list[_Wanted]:
    """The fields of the template's own that show the page of a bookmark."""
    found: list[_Wanted] = []
    names = {one.get(q("name"), "") for one in root.iter(q("bookmarkStart"))}
    for code in root.iter(q("instrText")):
        said = _REFERENCE.match(code.text or "")
        if said and said[1] in names and said[1] not in known:
            runs = _result(code)
            if runs:
                found.append(_Wanted(said[1], f"see page {_text(runs)}", _shower(runs)))
    return found


def _result(code: Element) -> list[Element]:
    """The runs that show a field's result; none for a field that has no place for one."""
    run = code.getparent()
    runs: list[Element] = []
    begun = False
    for one in run.itersiblings() if run is not None else ():
        mark = one.find(q("fldChar"))
        kind = None if mark is None else mark.get(q("fldCharType"))
        if kind == "end":
            break
        if kind == "separate":
            begun = True
        elif begun and one.find(q("t")) is not None:
            runs.append(one)
    return runs


def _text(runs: list[Element]) -> str:
    return "".join(node.text or "" for run in runs for node in run.iter(q("t")))


def _shower(runs: list[Element]) -> Callable[[str], None]:
    def show(number: str) -> None:
        first, *rest = runs
        for one in rest:
            if one.getparent() is not None:
                drop(one)
        for node in first.findall(q("t")):
            first.remove(node)
        first.append(plain(number or "\u2026"))

    return show

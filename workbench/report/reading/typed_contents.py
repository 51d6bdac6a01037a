"""Contents lists that somebody typed by hand: line by line, with dots and page numbers, or as a
table. Word cannot refresh them, so they are found and replaced."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from workbench.report.parts.ooxml import Element, local, paragraph_text, q
from workbench.report.reading.appearance import own_text
from workbench.report.reading.phrases import normal

_PAGE = re.compile(r"(\t|\.{3,}|\u2026|_{3,}| {3,})[\s.\u2026]*(page )?\d{1,3}\s*$", re.IGNORECASE)
_TITLES = frozenset(
    {"contents", "table of contents", "contents page", "content", "index", "contents list"}
    | {"cynnwys", "cynnwys contents", "contents cynnwys", "in this report", "list of contents"}
)
_ENOUGH = 3


def is_contents_title(text: str) -> bool:
    """Whether the words are the title of a contents list."""
    return normal(text) in _TITLES


def listed_words(paragraph: Element) -> str:
    """The words of a contents list's line, without its number and its page."""
    text = _PAGE.sub("", paragraph_text(paragraph))
    return normal(re.sub(r"\s+\d{1,3}\s*$", "", text))


def ends_in_page_number(paragraph: Element) -> bool:
    """Whether the line ends as one of a contents list does."""
    return _PAGE.search(paragraph_text(paragraph)) is not None


def typed_contents(elements: Sequence[Element]) -> set[int]:
    """The places of the typed list's lines (or its table) among the body's elements."""
    said = [own_text(one) if local(one) == "p" else "" for one in elements]
    counted = Counter(normal(text) for one in elements for text in _texts(one))
    found: set[int] = set()
    index = 0
    while index < len(elements):
        titled = is_contents_title(said[index])
        first = index + 1 if titled else index
        lines, after = _run(elements, said, first, counted, titled=titled)
        if len(lines) >= (1 if titled and _is_table(elements, lines) else _ENOUGH):
            found |= set(range(lines[0], after))
            index = after
        else:
            index += 1
    return found


def _run(
    elements: Sequence[Element],
    said: Sequence[str],
    first: int,
    counted: Counter[str],
    *,
    titled: bool,
) -> tuple[list[int], int]:
    """The lines that follow one another from ``first``, and where they end."""
    lines: list[int] = []
    listed: set[str] = set()
    after = first
    for index in range(first, len(elements)):
        one = elements[index]
        if local(one) == "tbl":
            if titled and not lines and _lists(one, counted):
                return [index], index + 1
            break
        if not said[index]:
            if _breaks(one):
                break
            continue
        named = normal(_PAGE.sub("", paragraph_text(one)))
        if named in listed:
            break  # the list is over, and this is the heading that it listed
        if ends_in_page_number(one) or (titled and _recurs(said[index], counted)):
            lines.append(index)
            listed.add(named)
            after = index + 1
        else:
            break
    return lines, after


def _is_table(elements: Sequence[Element], lines: Sequence[int]) -> bool:
    return bool(lines) and local(elements[lines[0]]) == "tbl"


def _recurs(text: str, counted: Counter[str]) -> bool:
    """Whether the same words stand once more in the template: as the heading that is listed."""
    named = normal(text)
    return bool(named) and counted[named] > 1


def _lists(table: Element, counted: Counter[str]) -> bool:
    rows = [
        [own_text(one) for one in row.iter(q("p")) if own_text(one)] for row in table.iter(q("tr"))
    ]
    spoken = [row for row in rows if row]
    listed = [row for row in spoken if any(_recurs(text, counted) for text in row)]
    return len(listed) >= _ENOUGH and len(listed) * 3 >= len(spoken) * 2


def _texts(element: Element) -> list[str]:
    if local(element) == "p":
        return [_PAGE.sub("", paragraph_text(element))]
    return [own_text(one) for one in element.iter(q("p"))]


def _breaks(paragraph: Element) -> bool:
    if paragraph.find(f"{q('pPr')}/{q('sectPr')}") is not None:
        return True
    return any(one.get(q("type")) == "page" for one in paragraph.iter(q("br")))

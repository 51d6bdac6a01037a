"""Words as Word's runs: bold and italic, links to other places, and footnotes.

What a paragraph is given is a text; where its words have marks, the text carries them with it. A
footnote stands in its run until the whole report is written, and only then gets its number.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Self

from workbench.model.blocks import Marked, Words
from workbench.report.parts.ooxml import Element, el, put, q, text_runs

REFERENCE = "_Ref_"
ADDED, REMOVED = "1E5B3A", "8A1C1C"
UNNUMBERED = "new"  # no id of a template's own


class Spoken(str):
    """A text whose words have marks. It is a plain text to whatever does not care for them."""

    __slots__ = ("words",)
    words: Words

    def __new__(cls, words: Words) -> Self:
        """The text of these words, which have passed the gate."""
        made = super().__new__(cls, "".join(str(part) for part in words))
        made.words = words
        return made


def said(words: Words) -> str:
    """Disclosed words as text. Anything but text means that the gate was passed by."""
    if len(words) == 1 and type(words[0]) is str:  # nearly all of a long table
        return words[0]
    texts = [part for part in words if isinstance(part, str)]
    if len(texts) != len(words):
        raise TypeError("words that did not pass the gate cannot be written")
    if any(isinstance(part, Marked) for part in texts):
        return Spoken(words)
    return "".join(texts)


def after(lead: str, text: str) -> str:
    """The text with a lead before it, its marks kept."""
    return Spoken((lead, *text.words)) if isinstance(text, Spoken) else lead + text


def ink(text: str, looks: Element | None = None) -> list[Element]:
    """The text's runs."""
    if not isinstance(text, Spoken):
        return text_runs(text, looks)
    runs: list[Element] = []
    for part in text.words:
        if isinstance(part, Marked):
            runs += _marked(part, looks)
        elif isinstance(part, str) and part:
            runs += text_runs(part, looks)
    return runs


def _marked(part: Marked, looks: Element | None) -> list[Element]:
    mark = part.mark
    changed = el("rPr") if looks is None else deepcopy(looks)
    for wanted, names in ((mark.bold, ("b", "bCs")), (mark.italic, ("i", "iCs"))):
        for name in names if wanted else ():
            put(changed, el(name))
    if mark.added:  # a look and never a colour alone
        put(changed, el("color", val=ADDED))
        put(changed, el("u", val="single"))
    if mark.removed:
        put(changed, el("color", val=REMOVED))
        put(changed, el("strike"))
    runs = text_runs(str(part).replace("\u2060", ""), changed)
    if mark.refers_to:
        link = el("hyperlink", anchor=bookmark_name(mark.refers_to), history=1)
        link.extend(runs)
        runs = [link]
    if mark.footnote:
        note = el("footnoteReference")
        note.extend(ink(said(mark.footnote)))
        runs.append(el("r", note))
    return runs


def bookmark_name(anchor: str) -> str:
    """The bookmark of this anchor; Word allows forty letters."""
    return f"{REFERENCE}{anchor}"[:40]


def anchored(paragraph: Element, anchor: str, lead: str = "") -> Element:
    """The paragraph with a bookmark around its first run where that says ``lead``, else around
    all that it says. The bookmark gets its number when the report is written."""
    if not anchor:
        return paragraph
    start = el("bookmarkStart", id=UNNUMBERED, name=bookmark_name(anchor))
    end = el("bookmarkEnd", id=UNNUMBERED)
    runs = paragraph.findall(q("r"))
    first = runs[0] if runs else None
    if first is None:
        paragraph.extend((start, end))
        return paragraph
    first.addprevious(start)
    if lead and "".join(node.text or "" for node in first.iter(q("t"))) == lead:
        first.addnext(end)
    else:
        paragraph.append(end)
    return paragraph

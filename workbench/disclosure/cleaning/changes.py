"""Tracked changes, accepted or rejected as Word would do it."""

from __future__ import annotations

from enum import StrEnum

from lxml import etree

from workbench.disclosure.cleaning.word_xml import every, remove, remove_every, unwrap, w


class Changes(StrEnum):
    """What becomes of tracked changes."""

    ACCEPT = "accept"
    REJECT = "reject"


_ADDED, _TAKEN = ("ins", "moveTo"), ("del", "moveFrom")
_OLD = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange",
        "tcPrChange", "tblPrExChange", "numberingChange")  # fmt: skip
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
           "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
           "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
           "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd")  # fmt: skip
_CELLS = ("cellIns", "cellDel", "cellMerge")
_KEPT = {"pPr": ("rPr", "sectPr"), "sectPr": ("headerReference", "footerReference")}


def count_changes(root: etree._Element) -> int:
    """How many tracked changes a part holds."""
    return len(every(root, *_ADDED, *_TAKEN, *_OLD, *_CELLS))


def settle_changes(root: etree._Element, how: Changes) -> int:
    """Accept or reject every tracked change of a part; how many there were."""
    number = count_changes(root)
    if not number:
        remove_every(root, _RANGES)
        return 0
    stays, goes = (_ADDED, _TAKEN) if how is Changes.ACCEPT else (_TAKEN, _ADDED)
    _settle_rows(root, goes)
    _settle_cells(root, "cellDel" if how is Changes.ACCEPT else "cellIns")
    merged = [one for one in every(root, "p") if _mark(one, goes) is not None]
    for element in [one for one in every(root, *goes) if not _is_mark(one)]:
        remove(element)
    for paragraph in merged:
        _join_with_next(paragraph)
    for element in every(root, *stays, *goes):
        remove(element) if _is_mark(element) else unwrap(element)
    for element in every(root, *_OLD) if how is Changes.REJECT else ():
        _bring_back(element)
    remove_every(root, _OLD)
    if how is Changes.REJECT:
        _speak_again(root)
    remove_every(root, (*_RANGES, *_CELLS))
    return number


def _is_mark(element: etree._Element) -> bool:
    """Whether it stands among properties: of a paragraph's end, a row or an equation."""
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname in ("rPr", "trPr", "ctrlPr")


def _mark(paragraph: etree._Element, names: tuple[str, ...]) -> etree._Element | None:
    for name in names:
        found = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(name)}")
        if found is not None:
            return found
    return None


def _settle_rows(root: etree._Element, goes: tuple[str, ...]) -> None:
    for row in every(root, "tr"):
        properties = row.find(w("trPr"))
        if properties is not None and any(properties.find(w(one)) is not None for one in goes):
            table = row.getparent()
            remove(row)
            if table is not None and table.find(f".//{w('tr')}") is None:
                remove(table)


def _settle_cells(root: etree._Element, goes: str) -> None:
    for mark in every(root, goes):
        cell = next(mark.iterancestors(w("tc")), None)
        if cell is not None:
            remove(cell)


def _join_with_next(paragraph: etree._Element) -> None:
    """The end of the paragraph is gone, so what is left of it begins the next one."""
    following = paragraph.getnext()
    if following is None or following.tag != w("p"):
        return  # there is none to join: Word keeps it too
    words = [one for one in paragraph if one.tag != w("pPr")]
    at = 1 if following.find(w("pPr")) is not None else 0
    for number, one in enumerate(words):
        following.insert(at + number, one)
    remove(paragraph)


def _bring_back(element: etree._Element) -> None:
    """Properties as they were before the change."""
    parent = element.getparent()
    if parent is None:
        return
    name = etree.QName(parent).localname
    kept = _KEPT.get(name, ())
    old = element.find(w(name))
    for child in list(parent):
        if child is element or etree.QName(child).localname not in kept:
            parent.remove(child)
    for number, child in enumerate(list(old) if old is not None else ()):
        parent.insert(number, child)


def _speak_again(root: etree._Element) -> None:
    """Deleted words that are words again."""
    for element in every(root, "delText"):
        element.tag = w("t")
    for element in every(root, "delInstrText"):
        element.tag = w("instrText")

"""The names of Word's XML, and small acts on its tree."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def w(name: str) -> str:
    """A name of Word's own, as lxml writes it."""
    return f"{{{WORD}}}{name}"


def is_on(element: etree._Element | None) -> bool:
    """Whether a property is there and is not switched off."""
    return element is not None and element.get(w("val"), "1") not in ("0", "false", "off")


def remove(element: etree._Element) -> None:
    """Take an element out with all that is in it; text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put what is in an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for number, child in enumerate(list(element)):
        parent.insert(at + number, child)
    remove(element)


def every(root: etree._Element, *names: str) -> list[etree._Element]:
    """Every element of these names of Word's, in order, so that the tree may be changed."""
    return list(root.iter(*(w(name) for name in names)))


def remove_every(root: etree._Element, names: Iterable[str]) -> int:
    """Take out every element of these names; how many there were."""
    found = every(root, *names)
    for element in found:
        remove(element)
    return len(found)

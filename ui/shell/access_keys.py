"""Access keys: Alt with a letter means one thing on a page, and never what a menu has taken.

A label asks for a letter ("&Name"). Where that one is taken it gets another of its own, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_MARK = re.compile(r"(?<!&)&(?!&)(?=.)")  # "&&" is an ampersand to be seen


def settle_access_keys(page: QWidget, taken: str) -> None:
    """Give every label and button of the page that asks for a key one of its own. ``taken`` are
    the letters of the menus."""
    used = set(taken.upper())
    for asking in _asking(page):
        text = asking.text()
        settled = settled_key(text, used)
        if settled != text:
            asking.setText(settled)


def settled_key(text: str, used: set[str]) -> str:
    """The text with its mark before a letter that is free, which is then used; or unmarked."""
    mark = _MARK.search(text)
    if mark is None:
        return text
    plain = text[: mark.start()] + text[mark.start() + 1 :]
    places = [mark.start(), *range(len(plain))]
    for place in places:
        letter = plain[place].upper()
        if letter.isalpha() and letter.isascii() and letter not in used:
            used.add(letter)
            return f"{plain[:place]}&{plain[place:]}"
    return plain


def _asking(page: QWidget) -> Iterator[QLabel | QAbstractButton]:
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and _can_be_gone_to(widget):
            yield widget


def _can_be_gone_to(widget: QLabel | QAbstractButton) -> bool:
    return isinstance(widget, QAbstractButton) or widget.buddy() is not None

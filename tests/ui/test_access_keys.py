"""Alt with a letter means one thing on a page, and never what a menu has taken."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.shell.access_keys import settled_key
from ui.shell.page_entries import PAGES
from ui.shell.window import MainWindow
from workbench.actions.sample import make_sample
from workbench.review import Review


def access_keys(window: MainWindow) -> dict[str, list[str]]:
    """Each access key that works now, and the words of what it reaches."""
    found = defaultdict(list)
    for action in window.menuBar().actions():
        found[QKeySequence.mnemonic(action.text()).toString()].append(action.text())
    for widget in window.findChildren(QWidget):
        named = isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        )
        if named and widget.isVisible():
            found[QKeySequence.mnemonic(widget.text()).toString()].append(widget.text())
    found.pop("", None)
    return found


@pytest.mark.parametrize("page", [entry.name for entry in PAGES])
def test_no_access_key_means_two_things(
    window: MainWindow, quick_review: Review, page: str
) -> None:
    make_sample(quick_review, "adult")
    window.session.open(quick_review)
    window.show_page(page)
    found = access_keys(window)
    assert len(found) >= 5, "no menus were looked at"
    assert {key: words for key, words in found.items() if len(words) > 1} == {}


@pytest.mark.parametrize(
    ("text", "used", "settled"),
    [
        ("&Name", "", "&Name"),
        ("&Name", "N", "N&ame"),
        ("&No", "NO", "No"),
        ("Board && &panel", "", "Board && &panel"),
        ("Name", "", "Name"),
    ],
)
def test_a_label_gets_the_letter_it_asks_for_or_another_of_its_own(
    text: str, used: str, settled: str
) -> None:
    assert settled_key(text, set(used)) == settled

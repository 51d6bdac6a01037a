"""Everything that can be used has a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.page_entries import PAGES
from ui.shell.window import MainWindow
from workbench.actions.sample import make_sample
from workbench.review import Review

_Role = QAccessible.Role
USED = frozenset(
    {
        _Role.Button,
        _Role.ButtonMenu,
        _Role.CheckBox,
        _Role.RadioButton,
        _Role.EditableText,
        _Role.ComboBox,
        _Role.List,
        _Role.Table,
        _Role.Tree,
        _Role.MenuItem,
        _Role.PageTab,
        _Role.ListItem,
        _Role.ColumnHeader,
        _Role.Slider,
        _Role.SpinBox,
    }
)
MOST_CHILDREN = 60  # of a list: its rows are alike
WRITTEN = [page for page in PAGES if find_spec(page.module.rpartition(".")[0]) is not None]
WRITTEN = [page for page in WRITTEN if find_spec(page.module) is not None]


def parts_of(whole: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader can reach."""
    yield whole
    for number in range(min(whole.childCount(), MOST_CHILDREN)):
        child = whole.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from parts_of(child)


def has_name(part: QAccessibleInterface) -> bool:
    """Whether it says what it is; on Linux a combo box is named by the label beside it."""
    widget = part.object()
    if isinstance(widget, QComboBox):
        labelled = any(label.buddy() is widget for label in widget.window().findChildren(QLabel))
        return labelled and bool(widget.accessibleName())
    return bool(part.text(QAccessible.Text.Name).strip())


def nameless(window: QWidget) -> list[str]:
    """What can be used and says nothing of itself."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    parts = list(parts_of(root))
    assert len(parts) > 5, "the window was not looked at"
    return [
        f"{part.role().name} {type(part.object()).__name__}"
        for part in parts
        if part.role() in USED and not has_name(part)
    ]


def test_the_audit_finds_what_has_no_name(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for _ in range(6):
        QComboBox(window)
    window.show()
    assert nameless(window)[:1] == ["ComboBox QComboBox"]


def test_the_first_screens_say_what_everything_is(window: MainWindow) -> None:
    assert nameless(window) == []
    window.entrance.show_new()
    assert nameless(window) == []


@pytest.mark.parametrize("name", [page.name for page in WRITTEN])
def test_a_page_says_what_everything_on_it_is(
    window: MainWindow, quick_review: Review, name: str
) -> None:
    make_sample(quick_review, "adult")
    window.session.open(quick_review)
    window.show_page(name)
    assert nameless(window) == []


@pytest.mark.parametrize("name", [page.name for page in WRITTEN])
def test_an_empty_page_says_what_everything_on_it_is(working: MainWindow, name: str) -> None:
    working.show_page(name)
    assert nameless(working) == []


def test_the_preview_of_a_paper_says_what_everything_on_it_is(
    working: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Date", "Event", "3 May 2018", "Seen."), strict=True):
        cell.text = text
    document.save(str(tmp_path / "paper.docx"))
    working.show_page("Chronology")
    papers = working.workspace.page.papers
    with qtbot.waitSignal(papers.shown):
        papers.read(tmp_path / "paper.docx")
    assert working.workspace.page.papers.preview.isVisible()
    assert nameless(working) == []

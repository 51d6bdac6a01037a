"""Every control has a name for screen readers, can be reached by Tab, and lets Tab go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.shell.rail import PAGES
from ui.shell.window import MainWindow
from workbench.actions.agencies import add_agency, add_contribution
from workbench.actions.chronology import add_entry
from workbench.actions.people import add_person, add_place, add_relationship
from workbench.model.agencies import Agency
from workbench.model.people import Person

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
BUILT = [page.name for page in PAGES if Path(*page.module.split(".")).with_suffix(".py").is_file()]


def inside(control: QWidget) -> bool:
    """Whether the control is a part of another one, such as the arrow of a choice."""
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def controls(window: QWidget) -> Iterator[QWidget]:
    """Every control that a person could use now."""
    for control in window.findChildren(QWidget):
        if (
            isinstance(control, CONTROLS)
            and control.isVisible()
            and not inside(control)
            and control.objectName() != "qt_menubar_ext_button"
        ):
            yield control


def name_of(control: QWidget) -> str:
    """The name by which a screen reader calls the control."""
    seen: QAccessibleInterface = QAccessible.queryAccessibleInterface(control)
    own = str(seen.text(QAccessible.Text.Name))
    if isinstance(
        control, QComboBox
    ):  # its name is its value on some systems; a label must be tied
        buddies = [
            label for label in control.window().findChildren(QLabel) if label.buddy() is control
        ]
        return control.accessibleName() and (buddies[0].text() if buddies else own)
    return own


def fill(window: MainWindow) -> None:
    """Something of everything, so that every kind of control is there."""
    run = window.session.run
    run(lambda review: add_person(review, name="Rowan Ashe"))
    run(lambda review: add_person(review, name="Lindsay Ashe"))
    run(lambda review: add_place(review, name="Alder House"))
    run(lambda review: add_agency(review, name="Harbour Trust"))
    record = window.session.record
    first, second = (person.id for person in record.all(Person))
    agency = record.all(Agency)[0].id
    run(lambda r: add_relationship(r, person=first, other=second, relation="parent"))
    run(lambda r: add_contribution(r, agency=agency))
    run(lambda r: add_entry(r, text="A visit was made.", agency=agency))


@pytest.mark.parametrize("page", BUILT)
def test_every_control_of_a_page_has_a_name(working: MainWindow, page: str) -> None:
    fill(working)
    working.show_page(page)
    found = list(controls(working))
    assert len(found) > 4
    nameless = [
        f"{type(control).__name__} {control.objectName()}"
        for control in found
        if not name_of(control).strip()
    ]
    assert nameless == []


@pytest.mark.parametrize("page", BUILT)
def test_every_control_of_a_page_can_be_reached_by_tab(working: MainWindow, page: str) -> None:
    fill(working)
    working.show_page(page)
    unreachable = [
        f"{type(control).__name__} {name_of(control)}"
        for control in controls(working)
        if control.isEnabled()
        and not control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and control.focusProxy() is None
    ]
    assert unreachable == []


@pytest.mark.parametrize("page", BUILT)
def test_tab_leaves_every_text_box(working: MainWindow, page: str) -> None:
    fill(working)
    working.show_page(page)
    traps = [
        name_of(control)
        for control in controls(working)
        if isinstance(control, QPlainTextEdit | QTextEdit)
        and not (control.isReadOnly() or control.tabChangesFocus())
    ]
    assert traps == []


def test_the_screens_before_the_work_are_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for show in (
        window.entrance.show_welcome,
        window.entrance.show_new,
        lambda: window.entrance.show_unlock(tmp_path / "a.review"),
    ):
        show()
        qtbot.wait(1)
        found = list(controls(window))
        assert len(found) >= 2
        assert [c for c in found if not name_of(c).strip()] == []


def test_targets_are_large_enough_to_hit(working: MainWindow) -> None:
    fill(working)
    for page in BUILT:
        working.show_page(page)
        small = [
            name_of(control)
            for control in controls(working)
            if isinstance(control, QAbstractButton | QComboBox | QLineEdit)
            and (control.height() < 20 or control.width() < 20)
        ]
        assert small == [], page

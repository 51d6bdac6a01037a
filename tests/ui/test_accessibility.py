"""Every control can be reached by Tab, lets Tab go on, and is large enough to hit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.shell.page_entries import PAGES
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
    """What to call the control when it fails."""
    return f"{type(control).__name__} {control.accessibleName()}"


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
def test_tab_reaches_every_control_leaves_every_text_box_and_each_is_large_enough_to_hit(
    working: MainWindow, page: str
) -> None:
    fill(working)
    working.show_page(page)
    found = list(controls(working))
    assert len(found) > 4
    unreachable = [name_of(control) for control in found if not can_be_reached(control)]
    traps = [
        name_of(control)
        for control in found
        if isinstance(control, QPlainTextEdit | QTextEdit)
        and not control.isReadOnly()
        and not control.tabChangesFocus()
    ]
    small = [
        name_of(control)
        for control in found
        if isinstance(control, QAbstractButton | QComboBox | QLineEdit)
        and (control.height() < 20 or control.width() < 20)
    ]
    assert (unreachable, traps, small) == ([], [], [])


def can_be_reached(control: QWidget) -> bool:
    """Whether Tab comes to the control, or would if it could be used now."""
    tabbed = bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed or not control.isEnabled() or control.focusProxy() is not None

"""The disclosure page: what identifies together, the log, and the key."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.pages.register.page import DisclosurePage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.people import add_person
from workbench.actions.set_up import write_passage
from workbench.disclosure.audiences import audience
from workbench.disclosure.log import log_of
from workbench.report.order import ReleaseOrder
from workbench.report.release import release

TEXT = "Rowan Ashcombe, aged ten, a twin, was stabbed in a house fire. A man was found guilty."
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)
STRONG = "gravel lantern oboe thirteen"


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> DisclosurePage:
    session.run(lambda review: add_person(review, name="Rowan Ashcombe", pseudonym="Child G"))
    session.run(lambda review: write_passage(review, "conclusions", TEXT))
    page = DisclosurePage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1100, 760)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    qtbot.waitUntil(lambda: page.completing.settled)
    return page


def test_who_stands_out_is_listed_with_what_each_change_leaves(
    page: DisclosurePage, qtbot: QtBot
) -> None:
    page.choose("What identifies together")
    part = page.intruder
    qtbot.waitUntil(lambda: part.settled)
    assert part.list.item(0).text().startswith("▲▲  Child G")
    assert "1 person stands out" in part.state.text()
    text = part.view.toPlainText()
    assert "A search of newspapers could find who it is." in text
    assert "Without a court and its sentence:" in text
    assert "Ashcombe" not in text


def test_other_readers_are_looked_at_anew(page: DisclosurePage, qtbot: QtBot) -> None:
    page.choose("What identifies together")
    part = page.intruder
    qtbot.waitUntil(lambda: part.settled)
    part.readers.setCurrentIndex(part.readers.findData("panel"))
    part.readers.edited.emit()
    assert not part.settled
    qtbot.waitUntil(lambda: part.settled)
    assert part.chosen is not None
    qtbot.waitUntil(lambda: "For other readers" in part.view.toPlainText())
    assert "The published report: " in part.view.toPlainText()


def test_the_log_lists_releases_and_is_written_for_the_board(
    page: DisclosurePage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.run(
        lambda review: release(review, ReleaseOrder(output="overview", audience=audience("board"), recipient="the board"), tmp_path / "r.docx").change
    )  # fmt: skip
    page.choose("Disclosure log")
    assert page.log.model.index(0, 3).data() == "Left"
    assert "Recipient: the board" in page.log.entry.about.text()
    assert "Fingerprint" in page.log.entry.mark.text()

    page.log.write(tmp_path / "log.docx")
    qtbot.waitUntil(lambda: page.log.notice.isVisible())
    assert "without a name" in page.log.notice.text.text()
    table = docx.Document(str(tmp_path / "log.docx")).tables[-1]
    assert "the board" in table.rows[1].cells[1].text
    assert page.log.model.rowCount() == 2, "that the log left is in the log"


def test_nothing_is_taken_out_of_the_log(page: DisclosurePage, session: Session) -> None:
    page.choose("Disclosure log")
    page.delete_item()
    assert "nothing can be taken out" in page.log.notice.text.text()


def test_the_key_is_written_encrypted_logged_and_its_passphrase_forgotten(
    page: DisclosurePage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page.choose("Key to the pseudonyms")
    key = page.key
    qtbot.keyClicks(key.passphrase, STRONG)
    qtbot.keyClicks(key.again, "something else")
    key.write(tmp_path / "key.docx")
    assert "not the same" in key.fields[1].error.text()
    assert not (tmp_path / "key.docx").exists()

    key.again.clear()
    qtbot.keyClicks(key.again, STRONG)
    key.write(tmp_path / "key.docx")
    qtbot.waitUntil(lambda: key.notice.isVisible())
    assert (tmp_path / "key.docx").read_bytes()[:4] == b"\xd0\xcf\x11\xe0", "an encrypted file"
    assert key.passphrase.text() == key.again.text() == ""
    assert [entry.output for entry in log_of(session.record)] == ["key"]


def test_a_weak_passphrase_is_said_beside_its_box(
    page: DisclosurePage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.choose("Key to the pseudonyms")
    for box in (page.key.passphrase, page.key.again):
        qtbot.keyClicks(box, "password1234")
    page.key.write(tmp_path / "key.docx")
    qtbot.waitUntil(lambda: bool(page.key.fields[0].error.text()))
    assert "too weak" in page.key.fields[0].error.text()
    assert not (tmp_path / "key.docx").exists()


def test_every_control_of_every_tab_has_a_name_and_is_reached_by_tab(
    page: DisclosurePage, qtbot: QtBot
) -> None:
    looked_at = 0
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        qtbot.waitUntil(lambda: page.intruder.settled and page.completing.settled)
        for control in page.shown.findChildren(QWidget):
            if isinstance(control, CONTROLS) and control.isVisible():
                if isinstance(control.parentWidget(), QComboBox | QAbstractItemView):
                    continue
                looked_at += 1
                spoken = control.accessibleName() or getattr(control, "text", str)()
                assert spoken, (page.tabs.tabText(at), control)
                assert control.focusPolicy() & Qt.FocusPolicy.TabFocus or not control.isEnabled()
    assert looked_at > 12

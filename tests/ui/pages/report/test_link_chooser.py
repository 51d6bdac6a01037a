"""What a passage points to is chosen from the record, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.workbench.store.records import entry
from ui.pages.report.passages import Passages
from ui.support.session import Session
from workbench.model.findings import Finding
from workbench.model.ids import FindingId, new_id
from workbench.review import Review


@pytest.fixture
def passages(session: Session, quick_review: Review, qtbot: QtBot) -> Passages:
    made = [
        Finding(id=FindingId(new_id()), title="Letters went to an old address"),
        Finding(id=FindingId(new_id()), title="Nobody asked about the dog"),
        entry("The dog was seen in the yard."),
    ]
    quick_review.change("put them", put=made)
    passages = Passages(session)
    qtbot.addWidget(passages)
    passages.show()
    passages.refresh()
    return passages


def test_every_finding_is_offered_and_the_chosen_one_is_put_in(
    passages: Passages, quick_review: Review, qtbot: QtBot
) -> None:
    passages.text.show_value("As ")
    passages.text.moveCursor(passages.text.textCursor().MoveOperation.End)
    passages.links.ask()
    assert passages.links.list.count() == 2
    qtbot.keyClick(passages.links.line, Qt.Key.Key_Down)
    qtbot.keyClick(passages.links.line, Qt.Key.Key_Return)
    second = quick_review.all(Finding)[1]
    assert passages.text.value() == f"As {{finding:{second.id[:8]}}}"
    assert not passages.links.isVisible()


def test_words_find_entries_too_and_escape_takes_none(passages: Passages, qtbot: QtBot) -> None:
    passages.links.ask()
    qtbot.keyClicks(passages.links.line, "dog")
    rows = [passages.links.list.item(at).text() for at in range(passages.links.list.count())]
    assert {row.partition(":")[0] for row in rows} == {"Finding", "Entry"}
    qtbot.keyClick(passages.links.line, Qt.Key.Key_Escape)
    assert passages.text.value() == ""
    assert passages.links.list.count() == 0

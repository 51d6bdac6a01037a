"""The chronology's page: real entries in a real record, driven as an author drives it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.pages.chronology.entries_model import (
    COLUMNS,
    PAGE,
    SOURCE,
    WHAT,
    WHO,
    EntriesModel,
    Names,
)
from ui.pages.chronology.page import EMPTY, NOT_FOUND, ChronologyPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.agencies import add_agency
from workbench.actions.chronology import add_entry, contradict
from workbench.actions.people import add_person
from workbench.model.agencies import Agency
from workbench.model.chronology import Entry, EntryQuery
from workbench.model.ids import EntryId, new_id
from workbench.model.when import Precision, When
from workbench.review import Review


def on(day: date) -> When:
    """A time known to the day."""
    return When(precision=Precision.DAY, start=day, end=day)


@pytest.fixture
def agencies(quick_review: Review) -> tuple[Agency, Agency]:
    """Two agencies, with three entries of the first and one of the second."""
    surgery, _ = add_agency(quick_review, name="Millstone Surgery")
    police, _ = add_agency(quick_review, name="Wrenshire Police")
    add_entry(quick_review, text="Missed review", when=on(date(2021, 5, 4)), agency=surgery.id)
    add_entry(quick_review, text="Insulin started", when=on(date(2019, 2, 1)), agency=surgery.id)
    add_entry(quick_review, text="Letter sent", agency=surgery.id, mark="gap")
    add_entry(quick_review, text="Called to the flat", when=on(date(2020, 7, 9)), agency=police.id)
    return surgery, police


@pytest.fixture
def page(session: Session, commands: Commands, qtbot: QtBot) -> ChronologyPage:
    """The page, shown."""
    page = ChronologyPage(session, commands)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.refresh()
    session.changed.connect(lambda topics: page.refresh() if topics & page.topics else None)
    return page


def listed(page: ChronologyPage) -> list[str]:
    """What the list shows, from the top."""
    rows = range(page.model.rowCount())
    return [page.model.index(row, WHAT).data() for row in rows]


def test_entries_stand_in_the_order_of_time_and_the_undated_last(
    agencies: object, page: ChronologyPage
) -> None:
    assert listed(page) == ["Insulin started", "Called to the flat", "Missed review", "Letter sent"]


def test_choosing_an_agency_lists_its_entries_alone(
    agencies: tuple[Agency, Agency], page: ChronologyPage
) -> None:
    page.filters.agency.show_value(agencies[1].id)
    page.filters.agency.edited.emit()
    assert listed(page) == ["Called to the flat"]
    assert page.frame.count.text() == "1 of 4"
    assert page.filters.everything.isVisibleTo(page)


def test_showing_everything_again_lists_all(
    agencies: tuple[Agency, Agency], page: ChronologyPage
) -> None:
    page.filters.mark.show_value("gap")
    page.filters.mark.edited.emit()
    assert listed(page) == ["Letter sent"]
    page.filters.everything.click()
    assert len(listed(page)) == 4


def test_words_that_no_entry_holds_are_answered_with_a_sentence(
    agencies: object, page: ChronologyPage, qtbot: QtBot
) -> None:
    page.find_here()
    qtbot.keyClicks(page.frame.search, "zebra")
    qtbot.waitUntil(lambda: page.frame.empty.text() == NOT_FOUND)
    assert page.model.rowCount() == 0
    assert not page.form.isEnabled()


def test_an_empty_record_says_how_to_begin(page: ChronologyPage) -> None:
    assert page.frame.empty.text() == EMPTY


def test_a_heading_sorts_and_sorts_the_other_way_when_clicked_again(
    agencies: object, page: ChronologyPage
) -> None:
    heads = page.table.horizontalHeader()
    heads.sectionClicked.emit(WHAT)
    assert listed(page) == ["Called to the flat", "Insulin started", "Letter sent", "Missed review"]
    heads.sectionClicked.emit(WHAT)
    assert listed(page) == ["Missed review", "Letter sent", "Insulin started", "Called to the flat"]
    assert heads.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_a_heading_that_cannot_sort_leaves_the_order_and_its_arrow(
    agencies: object, page: ChronologyPage
) -> None:
    before = listed(page)
    page.table.horizontalHeader().sectionClicked.emit(2)
    assert listed(page) == before
    assert page.table.horizontalHeader().sortIndicatorSection() == 0


def test_the_keyboard_can_sort(agencies: object, page: ChronologyPage, commands: Commands) -> None:
    commands.show_page("Chronology")
    commands.action("chronology.sort-what-happened").trigger()
    assert listed(page)[0] == "Called to the flat"


def test_a_new_entry_takes_what_the_list_is_narrowed_to(
    agencies: tuple[Agency, Agency], page: ChronologyPage, session: Session
) -> None:
    page.filters.agency.show_value(agencies[1].id)
    page.filters.agency.edited.emit()
    page.new_item()
    assert page.chosen is not None
    assert page.chosen.agency == agencies[1].id
    assert len(listed(page)) == 2


def test_what_is_typed_is_in_the_record_and_a_visit_is_one_step(
    agencies: object, page: ChronologyPage, session: Session, qtbot: QtBot
) -> None:
    page.table.select_row(0)
    box = page.form.text
    box.setFocus()
    qtbot.keyClicks(box, "First ")
    page.form.settle()
    qtbot.keyClicks(box, "seen. ")
    page.form.settle()
    entry = page.chosen
    assert entry is not None
    assert session.record.get(Entry, entry.id).text == "First seen. Insulin started"
    session.undo()
    assert session.record.get(Entry, entry.id).text == "Insulin started"
    assert box.value() == "Insulin started"


def test_a_time_is_understood_as_it_is_typed_and_moves_the_entry(
    agencies: object, page: ChronologyPage, session: Session, qtbot: QtBot
) -> None:
    page.table.select_row(3)
    page.edit_main()
    box = page.form.fields["when"].control
    qtbot.keyClicks(box.line, "03.03.18")
    assert "3 March 2018" in box.understood.text()
    page.back_to_list()
    assert listed(page)[0] == "Letter sent"
    assert page.table.currentIndex().row() == 0, "the entry stays chosen where it went"


def test_deleting_offers_to_undo(
    agencies: object, page: ChronologyPage, session: Session, qtbot: QtBot
) -> None:
    page.table.select_row(1)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "Called to the flat" not in listed(page)
    assert page.notice.text.text() == "Deleted the entry."
    page.notice.act.click()
    assert listed(page)[1] == "Called to the flat"


def test_an_entry_that_the_list_leaves_out_is_found_by_its_id(
    agencies: tuple[Agency, Agency], page: ChronologyPage, session: Session
) -> None:
    wanted = session.record.entries(EntryQuery(text="insulin"))[0]
    page.filters.agency.show_value(agencies[1].id)
    page.filters.agency.edited.emit()
    assert page.choose(wanted.id)
    assert page.chosen == wanted
    assert not page.choose(EntryId(new_id()))


def test_what_an_agency_sent_cannot_be_typed_over(
    agencies: tuple[Agency, Agency], page: ChronologyPage, session: Session
) -> None:
    session.run(lambda review: add_entry(review, text="As sent", source_row=7))
    page.choose(session.record.entries(EntryQuery(text="As sent"))[0].id)
    assert page.form.text.isReadOnly()
    page.table.select_row(0)
    assert not page.form.text.isReadOnly()


def test_people_are_ticked_and_named_in_the_list(
    agencies: object, page: ChronologyPage, session: Session
) -> None:
    assert "Nobody yet" in page.form.fields["people"].hint.text()
    assert page.form.people.isHidden()
    person = session.run(lambda review: add_person(review, name="Rowan Ashe"))
    assert not page.form.people.isHidden()
    assert person is not None
    page.table.select_row(0)
    page.form.people.item(0).setCheckState(Qt.CheckState.Checked)
    assert page.chosen is not None
    assert page.chosen.people == (person[0].id,)
    assert page.model.index(0, 2).data() == "Rowan Ashe"


def test_two_records_that_disagree_are_marked_on_both(
    agencies: tuple[Agency, Agency], page: ChronologyPage, session: Session
) -> None:
    page.table.select_row(0)
    page.mark_disagreement()
    assert "“Insulin started”" in page.notice.text.text()
    page.table.select_row(1)
    page.notice.act.click()
    insulin, called = session.record.entries()[:2]
    assert insulin.conflicts_with == (called.id,)
    assert called.conflicts_with == (insulin.id,)
    assert page.chosen == insulin
    words = [label.text() for label in page.form.disagreements.findChildren(QLabel)]
    assert "Wrenshire Police, 9 July 2020: Called to the flat" in words


def test_marking_a_record_against_itself_is_refused_in_words(
    agencies: object, page: ChronologyPage, session: Session, qtbot: QtBot
) -> None:
    page.table.select_row(0)
    page.mark_disagreement()
    with qtbot.waitSignal(session.said) as said:
        page.notice.act.click()
    assert "cannot disagree with itself" in said.args[0]


def test_a_disagreement_can_be_followed_and_taken_back(
    agencies: object, page: ChronologyPage, session: Session
) -> None:
    first, second = session.record.entries()[:2]
    session.run(lambda review: contradict(review, first.id, second.id))
    page.choose(first.id)
    buttons = {
        button.accessibleName(): button
        for button in page.form.disagreements.findChildren(QPushButton)
    }
    buttons["Go to Wrenshire Police, 9 July 2020"].click()
    assert page.chosen is not None
    assert page.chosen.id == second.id
    page.form.disagreements.reconciled.emit(first.id)
    assert [entry.conflicts_with for entry in session.record.entries()[:2]] == [(), ()]


def test_the_model_keeps_qts_rules(quick_review: Review, qtmodeltester: ModelTester) -> None:
    model = EntriesModel()
    for number in range(3):
        add_entry(quick_review, text=f"Entry {number}")
    model.show(quick_review, EntryQuery(), Names({}, {}))
    qtmodeltester.check(model)


def test_rows_are_asked_for_a_page_at_a_time_and_each_is_the_stores(quick_review: Review) -> None:
    count = 2 * PAGE + 7
    entries = [
        Entry(id=EntryId(new_id()), text=f"Entry {number:04}", sequence=f"{number:04}")
        for number in range(count)
    ]
    quick_review.change("take in many", put=entries)
    model = EntriesModel()
    model.show(quick_review, EntryQuery(), Names({}, {}))
    for row in (0, PAGE - 1, PAGE, 2 * PAGE, count - 1):
        assert model.index(row, WHAT).data() == f"Entry {row:04}"
    assert model.entry_at(count) is None
    assert model.entry_at(-1) is None


def test_every_cell_is_spoken_with_its_heading(agencies: object, page: ChronologyPage) -> None:
    spoken = [
        page.model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(len(COLUMNS))
    ]
    assert spoken[0] == "When: 1 February 2019"
    assert spoken[1] == "Agency: Millstone Surgery"
    assert spoken[5] == "Mark: nothing"


def test_changing_a_word_keeps_the_place_in_the_list(
    agencies: object, page: ChronologyPage, session: Session
) -> None:
    select = page.table.selectionModel()
    assert isinstance(select, QItemSelectionModel)
    page.table.select_row(2)
    resets = []
    page.model.modelReset.connect(lambda: resets.append(1))
    page.form.fields["source"].control.setText("Letter 4")
    page.form.fields["source"].control.visit.touch()
    page.form.settle()
    assert not resets
    assert page.table.selected_row() == 2


def test_a_narrow_page_keeps_the_words_and_leaves_out_who_and_source(
    agencies: object, page: ChronologyPage, qtbot: QtBot
) -> None:
    assert not page.table.isColumnHidden(SOURCE)
    page.resize(600, 700)
    qtbot.waitUntil(lambda: page.table.isColumnHidden(SOURCE) and page.table.isColumnHidden(WHO))
    assert page.table.columnWidth(WHAT) > 2 * page.table.columnWidth(0)
    page.resize(1200, 700)
    qtbot.waitUntil(lambda: not page.table.isColumnHidden(SOURCE))

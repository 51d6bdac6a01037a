"""The page of people: listing, adding, editing in place, deleting with undo, relationships."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.pages.people.page import PeoplePage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.people import add_person
from workbench.model.people import Person, Place, Relationship


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> PeoplePage:
    page = PeoplePage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    return page


def named(session: Session, *names: str) -> list[Person]:
    """People of these names, added."""
    for name in names:
        session.run(lambda review, name=name: add_person(review, name=name))
    return list(session.record.all(Person))


def listed(page: PeoplePage, column: int = 0) -> list[str]:
    """What a column of the list says."""
    model = page.people.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_an_empty_list_says_what_to_do(page: PeoplePage) -> None:
    assert page.people.frame.empty.text().startswith("Nobody yet. Add everyone")
    assert not page.people.form.isEnabled()


def test_a_person_is_added_named_and_kept(page: PeoplePage, session: Session, qtbot: QtBot) -> None:
    page.new_item()
    name = page.people.form._controls["name"]
    assert name.selectedText() == "New person"

    qtbot.keyClicks(name, "Rowan Ashe")
    page.back_to_list()

    assert [person.name for person in session.record.all(Person)] == ["Rowan Ashe"]
    assert listed(page) == ["Rowan Ashe"]


def test_one_visit_to_a_field_is_one_step_for_undo(
    page: PeoplePage, session: Session, qtbot: QtBot
) -> None:
    named(session, "Rowan Ashe")
    control = page.people.form._controls["pseudonym"]
    control.setFocus()
    for part in ("Adult", " C"):
        qtbot.keyClicks(control, part)
        control.visit.settle()
    assert session.record.all(Person)[0].pseudonym == "Adult C"

    session.undo()
    assert session.record.all(Person)[0].pseudonym == ""
    assert control.text() == ""


def test_typing_settles_by_itself(page: PeoplePage, session: Session, qtbot: QtBot) -> None:
    named(session, "Rowan Ashe")
    control = page.people.form._controls["post"]
    control.visit._timer.setInterval(1)
    qtbot.keyClicks(control, "neighbour")
    qtbot.waitUntil(lambda: session.record.all(Person)[0].post == "neighbour")


def test_a_person_without_a_name_is_refused_beside_the_box(
    page: PeoplePage, session: Session
) -> None:
    named(session, "Rowan Ashe")
    form = page.people.form
    form._controls["name"].clear()
    form._controls["name"].visit.touch()
    form.settle()
    assert form.fields["name"].error.text() == "A person needs a name."
    assert session.record.all(Person)[0].name == "Rowan Ashe"


def test_deleting_offers_undo(page: PeoplePage, session: Session, qtbot: QtBot) -> None:
    named(session, "Rowan Ashe", "Lindsay Ashe")
    page.people.table.select_row(0)
    qtbot.keyClick(page.people.table, Qt.Key.Key_Delete)
    assert listed(page) == ["Lindsay Ashe"]
    assert page.people.notice.text.text() == "Deleted the person."

    page.people.notice.act.click()
    assert listed(page) == ["Rowan Ashe", "Lindsay Ashe"]


def test_the_search_box_finds_by_any_name_or_number(page: PeoplePage, session: Session) -> None:
    session.run(lambda r: add_person(r, name="Rowan Ashe", aliases=("Ro",)))
    session.run(lambda r: add_person(r, name="Lindsay Elm", identifiers=("07700 900123",)))
    for text, found in (("ro ashe", ["Rowan Ashe"]), ("900123", ["Lindsay Elm"]), ("oak", [])):
        page.people._search(text)
        assert listed(page) == found
    assert page.people.frame.empty.text() == "Nothing here has these words."


def test_a_person_without_a_pseudonym_is_marked_in_words(
    page: PeoplePage, session: Session
) -> None:
    session.run(lambda r: add_person(r, name="Rowan Ashe"))
    session.run(lambda r: add_person(r, name="Lindsay Elm", keep_name=True))
    session.run(lambda r: add_person(r, name="Sam Oak", pseudonym="Mr B"))
    assert listed(page, 2) == ["▲ None yet", "Real name kept", "Mr B"]


def test_a_time_of_birth_is_kept_as_written_and_said_as_understood(
    page: PeoplePage, session: Session, qtbot: QtBot
) -> None:
    named(session, "Rowan Ashe")
    born = page.people.form._controls["born"]
    qtbot.keyClicks(born.line, "4.3.61")
    born.visit.settle()
    kept = session.record.all(Person)[0].born
    assert kept.text == "4.3.61"
    assert born.understood.text() == "Understood as: 4 March 1961"


def test_relationships_are_sentences_seen_from_both_sides(
    page: PeoplePage, session: Session
) -> None:
    rowan, lindsay = named(session, "Rowan Ashe", "Lindsay Ashe")
    page.people.choose(rowan.id)
    cards = page.people.form.relationships
    cards.add_button.click()
    (row,) = cards.forms.values()
    relation = row._controls["relation"]
    relation.setCurrentIndex(relation.findData("daughter"))
    relation.activated.emit(relation.currentIndex())
    assert row.sentence.text() == "Rowan Ashe is the daughter of Lindsay Ashe"

    page.people.choose(lindsay.id)
    (row,) = cards.forms.values()
    assert row.sentence.text() == "Rowan Ashe is the daughter of Lindsay Ashe"
    row.remove_button.click()
    assert session.record.all(Relationship) == ()


def test_places_are_a_list_of_their_own(page: PeoplePage, session: Session) -> None:
    page.tabs.setCurrentWidget(page.places)
    page.new_item()
    assert [place.name for place in session.record.all(Place)] == ["New place"]
    assert session.record.all(Person) == ()


def test_the_list_is_a_sound_model(page: PeoplePage, session: Session, request: object) -> None:
    tester = ModelTester(None)
    named(session, "Rowan Ashe", "Lindsay Ashe")
    tester.check(page.people.model, force_py=True)
    named(session, "Sam Oak")
    page.people._search("oak")


def test_a_screen_reader_hears_each_cell_with_its_heading(
    page: PeoplePage, session: Session
) -> None:
    named(session, "Rowan Ashe")
    spoken = page.people.model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "In the report: ▲ None yet"


def test_where_it_is_narrow_list_and_person_take_turns(page: PeoplePage, session: Session) -> None:
    named(session, "Rowan Ashe")
    page.resize(420, 600)
    frame = page.people.frame
    assert frame.table.isVisible()
    assert not page.people.form.isVisible()
    page.edit_main()
    assert page.people.form.isVisible()
    assert not frame.table.isVisible()
    page.back_to_list()
    assert frame.table.isVisible()


def test_home_and_end_go_to_the_first_and_the_last(
    page: PeoplePage, session: Session, qtbot: QtBot
) -> None:
    named(session, "Rowan Ashe", "Lindsay Elm", "Sam Oak")
    table = page.people.table
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert page.people.chosen.name == "Sam Oak"
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert page.people.chosen.name == "Rowan Ashe"


def test_a_pseudonym_that_is_a_real_name_is_refused_beside_its_box(
    page: PeoplePage, session: Session, qtbot: QtBot
) -> None:
    named(session, "Rowan Ashe", "Imogen Tresco")
    page.people.table.select_row(0)
    form = page.people.form
    control = form._controls["pseudonym"]
    qtbot.keyClicks(control, "Imogen B")
    control.visit.settle()
    assert "real name" in form.fields["pseudonym"].error.text()
    assert session.record.all(Person)[0].pseudonym == ""

    control.clear()
    qtbot.keyClicks(control, "Adult C")
    control.visit.settle()
    assert form.fields["pseudonym"].error.text() == ""
    assert session.record.all(Person)[0].pseudonym == "Adult C"


def test_what_is_wrong_with_an_entry_is_said_above_it(page: PeoplePage, session: Session) -> None:
    named(session, "Rowan Ashe", "rowan ashe")
    page.people.table.select_row(0)
    assert "same name as another entry" in page.people.form.told.text()
    assert page.people.form.told.isVisible()


def test_a_sex_is_withheld_by_a_tick(page: PeoplePage, session: Session) -> None:
    named(session, "Rowan Ashe")
    page.people.form._controls["sex_withheld"].click()
    assert session.record.all(Person)[0].sex_withheld


def test_the_register_is_completed_from_here(page: PeoplePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.asked_for) as heard:
        page.complete_button.click()
    assert heard.args == ["Disclosure", "Complete the register"]

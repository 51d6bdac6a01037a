"""The showing: disclosed slides of the sample, which follow the record and vanish with it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.panel import present as presenting
from ui.panel.present import disclosed_slides, present
from ui.panel.room import PanelWindow
from ui.panel.screens import Choice
from ui.support.session import Session
from workbench.actions.editing import amend
from workbench.actions.sample import make_sample
from workbench.model.agencies import Agency
from workbench.model.findings import Finding
from workbench.model.people import Person, Place


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> PanelWindow:
    session.run(lambda review: make_sample(review, "adult"))
    window = present(session)
    qtbot.waitExposed(window)
    return window


def everything_shown(window: PanelWindow) -> str:
    deck = window.deck
    said = []
    for number in range(deck.room.count):
        deck.go(number)
        said.append(window.accessibleDescription())
    return "\n".join(said)


def test_no_real_name_is_on_any_slide(panel: PanelWindow, session: Session) -> None:
    shown = everything_shown(panel)
    record = session.record
    hidden = [person for person in record.all(Person) if not person.keep_name]
    forms = {
        form for person in hidden for form in (person.name, *person.aliases, *person.identifiers)
    }
    forms |= {place.name for place in record.all(Place)}
    forms |= {agency.name for agency in record.all(Agency) if not agency.named}
    assert [
        form for form in forms if re.search(rf"\b{re.escape(form)}\b", shown, re.IGNORECASE)
    ] == []
    assert "Adrian" in shown
    assert "14:02" in shown
    panel.close()


def test_a_word_that_nobody_ruled_on_is_masked_on_the_screen(
    panel: PanelWindow, session: Session
) -> None:
    finding = session.record.all(Finding)[0]
    amend(session.record, finding, statement="Seen by Thaddeus Wolverley.")
    panel.deck.use(disclosed_slides(session.record))
    assert "Wolverley" not in everything_shown(panel)
    panel.close()


def test_a_name_that_is_typed_while_presenting_is_masked_when_the_slide_is_made_again(
    panel: PanelWindow, session: Session, qtbot: QtBot
) -> None:
    everything: list[str] = []
    panel.deck.changed.connect(lambda: everything.append(panel.accessibleDescription()))
    finding = session.record.all(Finding)[0]
    wording = "Typed in the meeting: Thaddeus Wolverley and Gareth Penhallow were told."
    session.run(lambda review: amend(review, finding, statement=wording, title="Told in May"))
    qtbot.waitUntil(lambda: any("Told in May" in title for title in panel.deck.titles))
    shown = everything_shown(panel)
    assert "Typed in the meeting: [name to be checked] and Adrian were told." in shown
    assert "Wolverley" not in shown + "".join(everything)
    assert "Penhallow" not in shown + "".join(everything)
    panel.close()


def test_the_slides_follow_the_record(panel: PanelWindow, session: Session, qtbot: QtBot) -> None:
    finding = session.record.all(Finding)[0]
    session.run(lambda review: amend(review, finding, title="A title that was just changed"))
    qtbot.waitUntil(lambda: any("just changed" in title for title in panel.deck.titles))
    panel.close()


def test_locking_blanks_the_screen_and_closes_it(panel: PanelWindow, session: Session) -> None:
    shown: list[bool] = []
    panel.left.connect(lambda: shown.append(panel.deck.blank))
    session.lock("Locked.")
    assert shown == [True]
    assert panel.deck.titles == ()


def test_when_the_projector_is_unplugged_its_slide_never_lands_on_another_screen(
    qapp: QApplication, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    projector = qapp.primaryScreen()
    monkeypatch.setattr(presenting, "room_screen", lambda *_: Choice(projector))
    said: list[str] = []
    session.said.connect(said.append)
    window = present(session)
    qtbot.waitExposed(window)
    assert window.isFullScreen()

    qapp.screenRemoved.emit(projector)

    assert window.deck.room.page is None
    assert not window.isFullScreen()
    assert said[-1].startswith("The panel’s screen was unplugged.")
    window.close()


def test_with_one_screen_the_author_is_told_and_the_room_is_not(
    session: Session, qtbot: QtBot
) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    window = present(session)
    qtbot.waitExposed(window)
    assert said[0].startswith("There is only one screen")
    assert "only one screen" not in window.accessibleDescription()
    window.close()

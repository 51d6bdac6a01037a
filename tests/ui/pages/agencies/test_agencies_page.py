"""The page of agencies: what each was asked for, what is late, and what may not be deleted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from ui.pages.agencies.page import AgenciesPage
from ui.pages.agencies.standing import overall, standing
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.agencies import add_agency, add_contribution
from workbench.model.agencies import Agency, Contribution
from workbench.model.ids import AgencyId, ContributionId

TODAY = date(2026, 3, 10)


def contribution(**fields: str) -> Contribution:
    """A contribution of some agency."""
    return Contribution(id=ContributionId("c"), agency=AgencyId("a"), **fields)


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> AgenciesPage:
    page = AgenciesPage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    return page


@pytest.fixture
def agency(session: Session) -> Agency:
    made = session.run(lambda review: add_agency(review, name="Harbour Trust"))
    assert made is not None
    return made[0]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "requested", "due": "2026-03-04"}, "▲ Late by 6 days"),
        ({"status": "chased", "due": "2026-03-09"}, "▲ Late by 1 day"),
        ({"status": "requested", "due": "2026-03-10"}, "◇ Requested"),
        ({"status": "received", "due": "2026-03-04"}, "● Received"),
        ({"status": "declined", "due": "2026-03-04"}, "○ Declined"),
    ],
)
def test_a_contribution_stands_in_a_word_and_a_shape(fields: dict[str, str], said: str) -> None:
    assert standing(contribution(**fields), TODAY).text == said


def test_an_agency_stands_as_the_contribution_that_needs_one_most() -> None:
    late = contribution(status="requested", due="2026-03-04")
    received = contribution(status="received")
    assert overall([received, late], TODAY).text == "▲ Late by 6 days, 1 more"
    assert overall([], TODAY).text == "○ Nothing asked for"


def test_a_contribution_is_added_and_its_days_are_understood(
    page: AgenciesPage, session: Session, agency: Agency, qtbot: QtBot
) -> None:
    page.form.contributions.add_button.click()
    (card,) = page.form.contributions.forms.values()
    due = card._controls["due"]
    late = date.today() - timedelta(days=3)  # noqa: DTZ011 # the page's own today
    qtbot.keyClicks(due.line, f"{late:%d/%m/%Y}")
    due.visit.settle()

    assert session.record.all(Contribution)[0].due == late.isoformat()
    assert page.model.index(0, 2).data() == "▲ Late by 3 days"


def test_what_is_no_day_is_said_and_not_kept(
    page: AgenciesPage, session: Session, agency: Agency, qtbot: QtBot
) -> None:
    page.form.contributions.add_button.click()
    (card,) = page.form.contributions.forms.values()
    due = card._controls["due"]
    qtbot.keyClicks(due.line, "early March")
    due.visit.settle()
    assert due.wrong.text().startswith("This is not one day.")
    assert session.record.all(Contribution)[0].due == ""


def test_an_agency_that_sent_something_is_not_deleted_and_the_page_says_why(
    page: AgenciesPage, session: Session, agency: Agency, qtbot: QtBot
) -> None:
    session.run(lambda review: add_contribution(review, agency=agency.id))
    with qtbot.waitSignal(session.said) as said:
        page.delete_item()
    assert "agency" in said.args[0]
    assert session.record.all(Agency) == (agency,)


def test_an_agency_nobody_refers_to_is_deleted_with_undo(
    page: AgenciesPage, session: Session, agency: Agency
) -> None:
    page.delete_item()
    assert session.record.all(Agency) == ()
    page.notice.act.click()
    assert session.record.all(Agency) == (agency,)


def test_what_is_said_instead_of_an_agency_may_not_hold_a_real_name(
    page: AgenciesPage, session: Session, agency: Agency, qtbot: QtBot
) -> None:
    page.choose(agency.id)
    control = page.form._controls["published_as"]
    qtbot.keyClicks(control, "the Harbour Trust clinic")
    control.visit.settle()
    assert "real name" in page.form.fields["published_as"].error.text()
    assert session.record.get(Agency, agency.id).published_as == ""

"""The board's cards: who knew, whose life, and how it looked on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.agencies import add_agency
from workbench.actions.factors import add_awareness, add_factor, move_factor
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.model.factors import Factor, Side
from workbench.model.when import Precision, When
from workbench.questions.board import FAMILY, BoardQuery, board
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="T", author="A", cost=LEAST
    )
    yield made
    made.close()


def on(day: date) -> When:
    return When(text=day.isoformat(), precision=Precision.DAY, start=day, end=day)


def factor(review: Review, side: Side, statement: str, **fields: object) -> Factor:
    return add_factor(review, side=side, statement=statement, **fields)[0]


def test_the_columns_hold_their_cards_in_the_author_s_order(review: Review) -> None:
    factor(review, Side.RISK, "first")
    second = factor(review, Side.RISK, "second")
    factor(review, Side.PROTECTIVE, "helps")
    move_factor(review, second.id, side=Side.RISK, index=0)

    shown = board(review)

    assert [card.factor.statement for card in shown.risks] == ["second", "first"]
    assert [card.factor.statement for card in shown.column(Side.PROTECTIVE)] == ["helps"]


def test_a_card_says_whose_life_and_who_knew_in_order_of_time(review: Review) -> None:
    person, _ = add_person(review, name="Rowan Ashe")
    agency, _ = add_agency(review, name="Bridge Surgery")
    known = factor(review, Side.RISK, "alone at night", person=person.id)
    add_awareness(review, factor=known.id, agency=agency.id, when=on(date(2024, 5, 3)))
    add_awareness(review, factor=known.id, when=on(date(2023, 1, 1)), certainty="suspected")

    (card,) = board(review).risks

    assert card.person == "Rowan Ashe"
    assert [(knew.who, knew.certainty) for knew in card.knew] == [
        (FAMILY, "suspected"),
        ("Bridge Surgery", "known"),
    ]


def test_as_it_looked_on_a_day_leaves_hindsight_out_and_counts_what_it_leaves_out(
    review: Review,
) -> None:
    agency, _ = add_agency(review, name="Bridge Surgery")
    early, late, undated, nobody = (
        factor(review, Side.RISK, name) for name in ("early", "late", "undated", "nobody")
    )
    for known, when in (
        (early, on(date(2024, 3, 1))),
        (early, on(date(2024, 9, 1))),
        (late, on(date(2024, 3, 2))),
        (undated, When(text="at some time")),
    ):
        add_awareness(review, factor=known.id, agency=agency.id, when=when)

    shown = board(review, BoardQuery(known_by=date(2024, 3, 1)))

    assert [card.factor.id for card in shown.risks] == [early.id]
    assert len(shown.risks[0].knew) == 1
    assert (shown.unknown_then, shown.undated) == (1, 2)
    assert nobody.id in {card.factor.id for card in board(review).risks}


def test_one_person_s_board_leaves_the_others_out(review: Review) -> None:
    person, _ = add_person(review, name="Rowan Ashe")
    factor(review, Side.PROTECTIVE, "a kind neighbour", person=person.id)
    factor(review, Side.PROTECTIVE, "of nobody in particular")

    shown = board(review, BoardQuery(person=person.id))

    assert [card.factor.statement for card in shown.protective] == ["a kind neighbour"]

"""A day on a slide: its times, its silences in words, its last point without a tail."""

from __future__ import annotations

import pytest

from ui.panel.pieces import Run
from ui.panel.sizing import sheet_for
from ui.panel.timelines import span, timeline_bands
from workbench.model.blocks import DayTimeline, Mention, Point
from workbench.model.ids import PersonId

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = sheet_for(1920, 1080)
DAY = DayTimeline(
    ("22 May 2016",),
    (
        Point(("10:25",), ("GP practice",), ("Call back booked",)),
        Point(("11:40",), ("Ambulance service",), ("Crew asked for",), 75),
    ),
)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (75, "75 minutes"),
        (120, "2 hours"),
        (180, "3 hours"),
        (155, "2 hours 35 minutes"),
        (181, "3 hours 1 minute"),
    ],
)
def test_a_silence_is_said_in_words(minutes: int, words: str) -> None:
    assert span(minutes) == words


def test_a_day_shows_its_times_and_the_time_between_them() -> None:
    texts = [
        piece.text
        for band in timeline_bands(DAY, SHEET)
        for piece in band.pieces
        if isinstance(piece, Run)
    ]

    assert texts == [
        "22 May 2016",
        "10:25",
        "Call back booked",
        "GP practice",
        "75 minutes",
        "11:40",
        "Crew asked for",
        "Ambulance service",
    ]


def test_a_silence_stays_with_the_point_that_ends_it() -> None:
    silence = next(band for band in timeline_bands(DAY, SHEET) if band.spoken == "75 minutes later")

    assert silence.keep


def test_a_person_that_nobody_has_disclosed_is_never_laid_out() -> None:
    raw = DayTimeline((), (Point(("10:25",), (), (Mention(PersonId("p")),)),))

    with pytest.raises(TypeError):
        timeline_bands(raw, SHEET)

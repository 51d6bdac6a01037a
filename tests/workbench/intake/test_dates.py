"""Dates as agencies write them: understood, asked about, or refused, and never quietly wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.intake.dates import Context, understand
from workbench.intake.wording import in_words

TODAY = date(2026, 1, 15)

# As written | first day | last day | first time | last time | precision ("~": approximate)
UNDERSTOOD = """
22/05/2016 | 2016-05-22 | 2016-05-22 | | | day
22.05.16 | 2016-05-22 | 2016-05-22 | | | day
22.05/16 | 2016-05-22 | 2016-05-22 | | | day
22/5 /16 | 2016-05-22 | 2016-05-22 | | | day
22-May-16 | 2016-05-22 | 2016-05-22 | | | day
22nd of May 2016 | 2016-05-22 | 2016-05-22 | | | day
22May2016 | 2016-05-22 | 2016-05-22 | | | day
22nd May '16 | 2016-05-22 | 2016-05-22 | | | day
May 22, 2016 | 2016-05-22 | 2016-05-22 | | | day
Sunday 22 May 2016 | 2016-05-22 | 2016-05-22 | | | day
Sun 22/05/16 | 2016-05-22 | 2016-05-22 | | | day
2016-05-22 | 2016-05-22 | 2016-05-22 | | | day
2016/05/22 | 2016-05-22 | 2016-05-22 | | | day
220516 | 2016-05-22 | 2016-05-22 | | | day
20160522 | 2016-05-22 | 2016-05-22 | | | day
22 Mai 2016 | 2016-05-22 | 2016-05-22 | | | day
3 Setpember 2017 | 2017-09-03 | 2017-09-03 | | | day
12/05/48 | 1948-05-12 | 1948-05-12 | | | day
Boxing Day 2016 | 2016-12-26 | 2016-12-26 | | | day
2016-05-22 00:00:00 | 2016-05-22 | 2016-05-22 | | | day
2016-05-22T10:30:00 | 2016-05-22 | 2016-05-22 | 10:30 | 10:30 | minute
22/05/2016 10:30 | 2016-05-22 | 2016-05-22 | 10:30 | 10:30 | minute
22/05/16 1120 | 2016-05-22 | 2016-05-22 | 11:20 | 11:20 | minute
070316 1120 | 2016-03-07 | 2016-03-07 | 11:20 | 11:20 | minute
10:30 on 22/05/2016 | 2016-05-22 | 2016-05-22 | 10:30 | 10:30 | minute
22.05.16 at 9.50am | 2016-05-22 | 2016-05-22 | 09:50 | 09:50 | minute
22 May 2016 (10.30) | 2016-05-22 | 2016-05-22 | 10:30 | 10:30 | minute
03 March 2016 18.00hrs | 2016-03-03 | 2016-03-03 | 18:00 | 18:00 | minute
22 /05/ 2016 at 11.40 hrs | 2016-05-22 | 2016-05-22 | 11:40 | 11:40 | minute
22/05/2016 2-3pm | 2016-05-22 | 2016-05-22 | 14:00 | 15:00 | minute
22/05/16 14:00-15:30 | 2016-05-22 | 2016-05-22 | 14:00 | 15:30 | minute
10am-11am 3/3/16 | 2016-03-03 | 2016-03-03 | 10:00 | 11:00 | minute
5pm 13/6/18 | 2018-06-13 | 2018-06-13 | 17:00 | 17:00 | hour
Thurs 3rd March 2016 approx 6pm | 2016-03-03 | 2016-03-03 | 18:00 | 18:00 | hour~
approx 10.30am 22/05/16 | 2016-05-22 | 2016-05-22 | 10:30 | 10:30 | minute~
?22.05.16, am | 2016-05-22 | 2016-05-22 | 00:00 | 11:59 | day~
3 March 2016, evening | 2016-03-03 | 2016-03-03 | 17:00 | 23:59 | day
?22 May 2016 | 2016-05-22 | 2016-05-22 | | | day~
Christmas 2016 | 2016-12-25 | 2016-12-25 | | | day~
May 2016 | 2016-05-01 | 2016-05-31 | | | month
05/2016 | 2016-05-01 | 2016-05-31 | | | month
Febuary 2016 | 2016-02-01 | 2016-02-29 | | | month
c. Feb 2018 | 2018-02-01 | 2018-02-28 | | | month~
early May 2016 | 2016-05-01 | 2016-05-10 | | | month~
mid March 2016 | 2016-03-11 | 2016-03-20 | | | month~
end of May 2016 | 2016-05-21 | 2016-05-31 | | | month~
2016 | 2016-01-01 | 2016-12-31 | | | year
circa 2015 | 2015-01-01 | 2015-12-31 | | | year~
2018 (approx) | 2018-01-01 | 2018-12-31 | | | year~
mid-2016 | 2016-05-01 | 2016-08-31 | | | year~
2015-16 | 2015-01-01 | 2016-12-31 | | | between~
1990s | 1990-01-01 | 1999-12-31 | | | between~
2017 - 2019 | 2017-01-01 | 2019-12-31 | | | between
spring 2017 | 2017-03-01 | 2017-05-31 | | | season~
Q1 2019 | 2019-01-01 | 2019-03-31 | | | between
w/c 3 June 2019 | 2019-06-03 | 2019-06-09 | | | week
week of 5 June 2019 | 2019-06-03 | 2019-06-09 | | | week
Week ending 9 June 2019 | 2019-06-03 | 2019-06-09 | | | week
first week of June 2018 | 2018-06-01 | 2018-06-07 | | | week~
between 3 and 7 May 2018 | 2018-05-03 | 2018-05-07 | | | between
3rd-5th May 2018 | 2018-05-03 | 2018-05-05 | | | between
3/4 May 2016 | 2016-05-03 | 2016-05-04 | | | between
03-05/05/2018 | 2018-05-03 | 2018-05-05 | | | between
3/5/18-7/5/18 | 2018-05-03 | 2018-05-07 | | | between
28 Dec - 3 Jan 2018 | 2017-12-28 | 2018-01-03 | | | between
28 Dec 2017 - 3 Jan 2018 | 2017-12-28 | 2018-01-03 | | | between
May-July 2017 | 2017-05-01 | 2017-07-31 | | | between
3 March 2016 to 5 April 2016 | 2016-03-03 | 2016-04-05 | | | between
22/05/16 p.m. | 2016-05-22 | 2016-05-22 | 12:00 | 23:59 | day
05.05.2016 / 14.00 | 2016-05-05 | 2016-05-05 | 14:00 | 14:00 | minute
(6/6/16) | 2016-06-06 | 2016-06-06 | | | day
DOB 13/05/1948 | 1948-05-13 | 1948-05-13 | | | day
over Christmas 2016 | 2016-12-25 | 2016-12-25 | | | day~
on or around 10 May 2016 | 2016-05-10 | 2016-05-10 | | | day~
10 May 2016 or thereabouts | 2016-05-10 | 2016-05-10 | | | day~
various dates in May 2016 | 2016-05-01 | 2016-05-31 | | | month~
throughout May 2016 | 2016-05-01 | 2016-05-31 | | | month
early in May 2016 | 2016-05-01 | 2016-05-10 | | | month~
towards the end of May 2016 | 2016-05-21 | 2016-05-31 | | | month~
end 2016 | 2016-09-01 | 2016-12-31 | | | year~
Autumn term 2016 | 2016-09-01 | 2016-12-31 | | | between~
summer term 2016 | 2016-04-01 | 2016-07-31 | | | between~
early hours of 5 April 2016 | 2016-04-05 | 2016-04-05 | 00:00 | 05:59 | day
after 12 noon on 4 April 2016 | 2016-04-04 | 2016-04-04 | 12:00 | 23:59 | day
22/05/16 at approx. 9.50 a.m. | 2016-05-22 | 2016-05-22 | 09:50 | 09:50 | minute~
xx/04/2016 | 2016-04-01 | 2016-04-30 | | | month~
Good Friday 2016 | 2016-03-25 | 2016-03-25 | | | day
Easter Monday 2019 | 2019-04-22 | 2019-04-22 | | | day
academic year 2015/16 | 2015-09-01 | 2016-08-31 | | | between~
financial year 2015-16 | 2015-04-01 | 2016-03-31 | | | between
summer holidays 2015 | 2015-07-20 | 2015-09-06 | | | between~
1st half of March 2016 | 2016-03-01 | 2016-03-15 | | | between
daily from 4 April 2016 | 2016-04-04 | | | | after
beg May 2016 | 2016-05-01 | 2016-05-10 | | | month~
Bank Holiday Monday 30 May 2016 | 2016-05-30 | 2016-05-30 | | | day
Winter 2016/17 | 2016-12-01 | 2017-02-28 | | | season~
first half of 2016 | 2016-01-01 | 2016-06-30 | | | between
2016 Q3 | 2016-07-01 | 2016-09-30 | | | between
10, 11 and 12 May 2016 | 2016-05-10 | 2016-05-12 | | | between
10/11/12 May 2016 | 2016-05-10 | 2016-05-12 | | | between
over the weekend of 21 May 2016 | 2016-05-21 | 2016-05-22 | | | between
22/05/2016. | 2016-05-22 | 2016-05-22 | | | day
night of 6/7 June 2016 | 2016-06-06 | 2016-06-07 | | | between
the weekend of 10/11 September 2016 | 2016-09-10 | 2016-09-11 | | | between
overnight 6/7 June 2016 | 2016-06-06 | 2016-06-07 | | | between
on or before 10 May 2016 | | 2016-05-10 | | | before
not before 10 May 2016 | 2016-05-10 | | | | after
n.d. | | | | | undated
before 2 June 2019 | | 2019-06-01 | | | before
by June 2019 | | 2019-06-30 | | | before
prior to 2016 | | 2015-12-31 | | | before
after 2 June 2019 | 2019-06-03 | | | | after
since 2015 | 2015-01-01 | | | | after
from March 2018 onwards | 2018-03-01 | | | | after
9.50am | | | 09:50 | 09:50 | minute
11.40 am | | | 11:40 | 11:40 | minute
12.55 | | | 12:55 | 12:55 | minute
13.53 | | | 13:53 | 13:53 | minute
14:34 | | | 14:34 | 14:34 | minute
noon | | | 12:00 | 12:00 | minute
undated | | | | | undated
n/k | | | | | undated
"""

NOT_VALID = """
31/02/2016
29/02/2015
22/05/20018
22/05/2030
22/13/2016
00/05/2016
99/99/9999
22/05/16 25:00
5 May 2018 - 3 May 2018
5/5/16 at 2 o'clock
24/05/16, 25/05/16
12 May
16-May
next day
9.10
asdf
22/05/2016 police log
ongoing
"""


def table() -> list[tuple[str, list[str]]]:
    rows = [line.split("|") for line in UNDERSTOOD.strip().splitlines()]
    return [(row[0].strip(), [cell.strip() for cell in row[1:]]) for row in rows]


@pytest.mark.parametrize(("text", "expected"), table(), ids=[text for text, _ in table()])
def test_what_is_certain_is_understood(text: str, expected: list[str]) -> None:
    found = understand(text, context=Context(today=TODAY))
    when = found.when
    told = [
        when.start.isoformat() if when.start else "",
        when.end.isoformat() if when.end else "",
        f"{when.start_time:%H:%M}" if when.start_time else "",
        f"{when.end_time:%H:%M}" if when.end_time else "",
        when.precision.value + ("~" if when.approximate else ""),
    ]
    assert told == expected
    assert found.valid
    assert not found.ambiguous
    assert when.text == text


@pytest.mark.parametrize("text", NOT_VALID.strip().splitlines())
def test_what_cannot_be_meant_is_refused_with_a_sentence(text: str) -> None:
    found = understand(text, context=Context(today=TODAY))
    assert not found.valid
    assert not found.when.dated
    assert found.message.endswith((".", "?"))


@pytest.mark.parametrize("text", ["May-16", "winter 2017", "Monday 22 May 2016", "05/22/2016"])
def test_what_could_mean_two_things_is_asked(text: str) -> None:
    found = understand(text, context=Context(today=TODAY))
    assert found.ambiguous
    assert found.message


def test_one_value_of_a_column_proves_american_order_for_all_of_it() -> None:
    american = Context(today=TODAY, column_siblings=("03/25/2016", "04/02/2016"))
    assert understand("04/02/2016", context=american).when.start == date(2016, 4, 2)
    british = Context(today=TODAY, column_siblings=("25/03/2016",))
    proved = understand("04/02/2016", context=british)
    assert proved.when.start == date(2016, 2, 4)
    assert proved.alternatives == ()


def test_without_proof_the_other_reading_is_told() -> None:
    found = understand("04/02/2016", context=Context(today=TODAY))
    assert found.when.start == date(2016, 2, 4)
    assert found.alternatives == (date(2016, 4, 2),)


def test_a_time_alone_takes_the_day_of_its_row() -> None:
    row = Context(today=TODAY, column="time", row_date=date(2016, 5, 22))
    for text, clock in (("0950", "09:50"), ("9.10", "09:10"), ("14:34", "14:34"), ("950", "09:50")):
        when = understand(text, context=row).when
        assert (when.start, f"{when.start_time:%H:%M}") == (date(2016, 5, 22), clock)


def test_a_date_that_leans_on_the_row_above_says_so() -> None:
    above = Context(today=TODAY, previous_date=date(2016, 5, 22))
    for text, day in (
        ("12 June", date(2016, 6, 12)),
        ("next day", date(2016, 5, 23)),
        ("same day", date(2016, 5, 22)),
    ):
        found = understand(text, context=above)
        assert found.when.start == day
        assert found.message


def test_a_spreadsheets_number_is_a_day_of_its_own_calendar() -> None:
    assert understand("42512", context=Context(today=TODAY, date_system=1900)).when.start == date(
        2016, 5, 22
    )
    assert understand("41050", context=Context(today=TODAY, date_system=1904)).when.start == date(
        2016, 5, 22
    )
    half = understand("42512.5", context=Context(today=TODAY, date_system=1900)).when
    assert f"{half.start_time:%H:%M}" == "12:00"


def test_a_column_that_proves_both_orders_is_asked_about() -> None:
    both = Context(today=TODAY, column_siblings=("03/25/2016", "25/03/2016"))
    found = understand("04/02/2016", context=both)
    assert found.ambiguous
    assert found.alternatives == (date(2016, 4, 2),)


def test_a_date_that_is_none_in_either_order_proves_no_order() -> None:
    assert not understand(
        "01/02/2020", context=Context(today=TODAY, column_siblings=("31/31/2020",))
    ).ambiguous


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("2 Jan", date(2015, 12, 28)),  # the year may have turned
        ("22 Mar/Apr 2016", None),
        ("12/05/26", None),  # ahead, or a hundred years ago
        ("28 Dec - 3 Jan", date(2016, 12, 20)),
        ("the weekend of 18 May 2016", None),  # a Wednesday
    ],
)
def test_nothing_is_quietly_guessed(text: str, above: date | None) -> None:
    found = understand(text, context=Context(today=TODAY, previous_date=above))
    assert not found.valid or found.ambiguous
    assert found.message


def test_a_birth_may_be_a_hundred_years_ago() -> None:
    born = understand("12/05/26", context=Context(today=TODAY, role="birth"))
    assert born.when.start == date(1926, 5, 12)


@pytest.mark.parametrize(
    "text", ["7/5/2018 - 3/5/2018", "22/05/2016 or 23/05/2016", "( / 2016w/c  2016 9:50"]
)
def test_words_that_lean_on_each_other_come_to_an_end(text: str) -> None:
    assert understand(text, context=Context(today=TODAY)).when.text == text


DATEISH = st.lists(
    st.sampled_from(
        [
            "22",
            "05",
            "2016",
            "16",
            "1",
            "3",
            "31",
            "/",
            "-",
            ".",
            ",",
            "to",
            "and",
            "or",
            "between",
            "from",
            "before",
            "w/c",
            "c.",
            "?",
            "am",
            "9.50",
            "14:30",
            "may",
            "dec",
            "jan",
            "2016/17",
            "early",
            "late",
            "of",
            "the",
            "week",
            "(",
            ")",
            "first",
            "q1",
            "winter",
        ]
    ),
    max_size=9,
)


@given(DATEISH, st.sampled_from([" ", ""]))
def test_no_heap_of_date_words_raises(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    assert understand(text, context=Context(today=TODAY)).when.text == text


@given(st.text(max_size=140))
def test_no_text_raises_and_its_words_are_kept(text: str) -> None:
    assert understand(text, context=Context(today=TODAY)).when.text == text


@given(st.from_regex(r"[0-9./: apm-]{1,20}", fullmatch=True))
def test_whatever_looks_like_a_date_is_never_in_the_future(text: str) -> None:
    found = understand(text, context=Context(today=TODAY))
    assert found.when.start is None or found.when.start <= TODAY + timedelta(days=1)


@given(
    st.dates(min_value=date(1937, 1, 1), max_value=TODAY),  # nearer ones are asked about
    st.sampled_from(
        ["%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%Y-%m-%d", "%d-%b-%Y", "%A %d %B %Y", "%d %b '%y"]
    ),
)
def test_every_day_is_read_back_from_every_way_of_writing_it(day: date, form: str) -> None:
    found = understand(day.strftime(form), context=Context(today=TODAY))
    assert (found.when.start, found.when.end, found.ambiguous) == (day, day, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("22.05.16 at 11.40 am", "22 May 2016 at 11:40"),
        ("early march 2024", "Early March 2024"),
        ("?22 May 2016", "About 22 May 2016"),
        ("between 3 and 7 May 2018", "Between 3 and 7 May 2018"),
        ("w/c 3 June 2019", "Week of 3 June 2019"),
        ("before 2 June 2019", "On or before 1 June 2019"),
        ("c. 2015", "About 2015"),
        ("undated", "Undated"),
    ],
)
def test_a_time_is_said_in_plain_words(text: str, words: str) -> None:
    assert in_words(understand(text, context=Context(today=TODAY)).when) == words


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("the following week", date(2016, 5, 16), date(2016, 5, 22)),
        ("3 days later", date(2016, 5, 14), date(2016, 5, 14)),
        ("two weeks later", date(2016, 5, 25), date(2016, 5, 25)),
    ],
)
def test_words_that_lean_on_the_row_above_are_read_with_it(
    text: str, start: date, end: date
) -> None:
    found = understand(text, context=Context(previous_date=date(2016, 5, 11), today=TODAY))
    assert (found.when.start, found.when.end) == (start, end)
    assert "above" in found.message
    assert not understand(text, context=Context(today=TODAY)).valid


@pytest.mark.parametrize("text", ["l2/05/2016", "12/O5/2016", "I2/05/2O16"])
def test_a_letter_in_the_place_of_a_figure_is_asked_about(text: str) -> None:
    found = understand(text, context=Context(today=TODAY))
    assert (found.when.start, found.ambiguous) == (date(2016, 5, 12), True)

"""Dates of a document settle each other, or stay open."""

from datetime import date

import pytest

from ogpworkshop.read.dates import read_date
from ogpworkshop.read.headings import day_heading
from ogpworkshop.read.settling import settled


def days(*texts, known=()):
    found = settled(
        [("", read_date(text)) for text in texts], [date.fromisoformat(k) for k in known]
    )
    return [each.day.isoformat() if each.day else None for each in found]


def test_days_beside_each_other_settle_which_number_is_the_month():
    assert days("7/8/2017", "8/8/2017", "9/8/2017") == ["2017-08-07", "2017-08-08", "2017-08-09"]
    assert days("1/2/2026", "2/2/2026") == ["2026-02-01", "2026-02-02"]
    assert days("2/1/2026", "2/2/2026") == ["2026-02-01", "2026-02-02"]
    assert days("12/11/2026", "13/11/2026") == ["2026-11-12", "2026-11-13"]


def test_the_range_of_the_workshop_settles_its_days():
    assert days("7/8/2017", known=("2017-08-07", "2017-08-08")) == ["2017-08-07"]


def test_a_weekday_settles_a_day_and_the_doubt_is_told():
    (monday,) = settled([("", read_date("Monday 7/8/2017"))])
    assert monday.day == date(2017, 8, 7)
    assert [each.kind for each in monday.remarks] == ["date-ambiguous"]


def test_a_day_alone_stays_open():
    assert days("7/8/2017") == [None]
    assert days("7/8/2017", "August 8th") == [None, None]


def test_a_year_is_told_by_the_other_days():
    assert days("7 August 2017", "8 August") == ["2017-08-07", "2017-08-08"]
    assert days("30 December 2026", "1 January", known=("2027-01-01",)) == ["2026-12-30", None]


@pytest.mark.parametrize(
    "text",
    ["7-8 August 2017", "30 July - 2 August 2017", "31 July–1 August 2017", "7/8/2017 - 8/8/2017",
     "2017-08-07 to 2017-08-08", "So 3 people met on 7 August 2017"],
)  # fmt: skip
def test_several_days_are_no_heading_of_one(text):
    assert day_heading(text) is None


BOUNDS = (date(2017, 8, 7), date(2017, 8, 8))


def named(*titles, bounds=BOUNDS):
    found = settled([(title, None) for title in titles], [], bounds)
    return [f"{each.day}" if each else None for each in found]


def test_counted_days_are_those_of_the_workshop():
    assert named("Day 1", "Day 2") == ["2017-08-07", "2017-08-08"]
    assert named("Day 1", "Day 2", "Day 3") == [None, None, None]


def test_weekdays_are_those_of_the_workshop():
    assert named("Lunes 7", "Martes 8") == ["2017-08-07", "2017-08-08"]
    assert named("Tuesday") == ["2017-08-08"]
    assert named("Lunes 8", "Friday") == [None, None]

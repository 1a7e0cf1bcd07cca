"""Earlier groups, as plans have them and as other tools and hands do."""

from datetime import date

import pytest

from ogpworkshop.read.earlier import read_earlier


def read(text, file="earlier.csv"):
    plan, _ = read_earlier(text.encode(), file)
    assert not plan.faults
    return [(row.round, row.group, row.participant, row.day) for row in plan.placements]


def test_a_plan_is_read_as_it_was_written():
    rows = read("session,round,group,participant\na,1,2,p01\nb,1,2,p01\nc,2,1,p02\n")
    assert rows == [(1, 1, "p01", None), (1, 1, "p01", None), (2, 2, "p02", None)]


def test_days_part_the_rounds_and_groups_have_any_names():
    rows = read("Date;Group;Name\n1.6.2026;Blue;Ana Kim\n1.6.2026;red;Bo\n8 June 2026;blue;Bo\n")
    first, second = date(2026, 6, 1), date(2026, 6, 8)
    assert rows == [(1, 1, "Ana Kim", first), (1, 2, "Bo", first), (2, 3, "Bo", second)]


def test_the_day_may_stand_in_the_name_of_the_file():
    text = "group,id\n1,p01\n"
    assert read(text, "groups-2026-05-14.csv") == [(1, 1, "p01", date(2026, 5, 14))]


def test_rows_without_a_group_or_a_person_say_nothing():
    assert read("group,id\n,p01\n1,\n\n1,p02\n") == [(1, 1, "p02", None)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,country\np01,Nepal\n", "The earlier groups have no column “group”"),
        ("group,colour\n1,red\n", "The earlier groups have no column “participant, id or name”"),
        ("date,group,id\nlast spring,1,p01\n", "“last spring” is no date that can be read"),
    ],
)
def test_what_cannot_be_understood_is_said(text, message):
    plan, source = read_earlier(text.encode(), "earlier.csv")
    assert [fault.message for fault in plan.faults] == [message]
    assert source.locate(plan.faults[0].place)

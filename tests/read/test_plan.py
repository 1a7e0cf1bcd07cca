"""Plans of groups as they are written and as people edit them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import PLAN
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.read.plan import read_plan

HEADER = "session,round,group,topic,room,participant,name,role\n"


def read(text: str) -> GroupPlan:
    return read_plan(text.encode(), "groups.csv")[0]


def faults(text: str) -> list[tuple[str, str]]:
    plan, source = read_plan(text.encode(), "groups.csv")
    spans = [(fault.kind, source.locate(fault.place)) for fault in plan.faults]
    return [(kind, source.lines.text[span.start : span.end]) for kind, span in spans]


def test_a_row_is_a_placement_with_its_path():
    plan = read(HEADER + "clinic,2,3,Water,b3,p01,Maria Cruz,facilitator\n")
    assert plan.placements == (
        Placement(
            path=PLAN / 0,
            session="clinic",
            round=2,
            group=3,
            topic="Water",
            room="b3",
            participant="p01",
            name="Maria Cruz",
            role="facilitator",
        ),
    )
    assert plan.faults == ()


def test_columns_may_stand_in_any_order_and_only_three_are_needed():
    plan = read("participant;group;session\np01;2;lab\np02;1;clinic\np03;1;lab\n")
    assert [(each.session, each.round, each.group) for each in plan.placements] == [
        ("lab", 1, 2),
        ("clinic", 2, 1),
        ("lab", 1, 1),
    ]
    assert plan.faults == ()


@pytest.mark.parametrize("group", ["two", "", "0", "-1", "1.5", "²", "٣", "99999999999999999999"])
def test_a_group_that_is_no_whole_number_is_reported_at_its_cell(group):
    text = HEADER + f"lab,1,{group},,,p01,A,\nlab,1,2,,,p02,B,\n"
    assert faults(text) == [("number-unreadable", group)]
    assert [each.participant for each in read(text).placements] == ["p02"]


def test_a_round_that_is_no_number_is_reported_too():
    assert faults(HEADER + "lab,first,1,,,p01,A,\n") == [("number-unreadable", "first")]


def test_a_plan_without_groups_says_so_once():
    assert faults("session,participant\nlab,p01\nlab,p02\n") == [
        ("column-missing", "session,participant")
    ]


def test_a_plan_of_no_rows_is_a_plan():
    assert read(HEADER) == GroupPlan()


def test_an_empty_file_is_no_plan():
    with pytest.raises(OgpError, match="is empty"):
        read("")


@given(st.binary(max_size=300))
def test_reading_any_bytes_ends_in_a_plan_or_in_one_sentence(content):
    for given_bytes in (content, HEADER.encode() + content):
        try:
            plan, source = read_plan(given_bytes, "groups.csv")
        except OgpError:
            continue
        for fault in plan.faults:
            source.lines.position(source.locate(fault.place).start)

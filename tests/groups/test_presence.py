"""Who takes part in which session, who sits out, and stations that groups go round."""

import re

import numpy as np
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.groups import assign, check, repair
from ogpworkshop.groups.openings import kept_open
from ogpworkshop.groups.rounds import lay_out
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

ROSTER = "id,name,role\n" + "".join(
    f"p{i:02},Person {i},{'expert' if i < 4 else 'participant'}\n" for i in range(14)
)


def workshop(*sessions, rooms="", roster=ROSTER):
    lines = "".join(
        f"      - {{time: '{9 + k:02}:00-{10 + k:02}:00', title: Round {k}, id: r{k}, kind: group-work, {each}}}\n"
        for k, each in enumerate(sessions)
    )
    text = f"rooms: {{{rooms}}}\ndays:\n  - date: 2026-08-07\n    sessions:\n{lines}"
    agenda = read_agenda(text.encode(), "agenda.yaml")[0]
    assert not agenda.faults
    return agenda, read_roster(roster.encode(), "participants.csv")[0]


def places(plan, session):
    return {
        row.participant: (row.group, row.topic, row.room)
        for row in plan.placements
        if row.session == session
    }


STATIONS = "breakouts: {groups: 3, topics: [A, B, C], rooms: [a, b, c], criteria: [{spread: role}]}"
ROOMS = "a: {seats: 9}, b: {seats: 5}, c: {seats: 9}"


def test_groups_stay_together_and_visit_every_station_once():
    agenda, roster = workshop(
        STATIONS, "breakouts: {rotates: r0}", "breakouts: {rotates: r1}", rooms=ROOMS
    )
    plan, report = assign(agenda, roster, effort="quick")
    assert report.is_sound
    first, second, third = (places(plan, f"r{k}") for k in range(3))
    for person in first:
        visits = [each[person] for each in (first, second, third)]
        assert len({group for group, _, _ in visits}) == 1
        assert {topic for _, topic, _ in visits} == {"A", "B", "C"}
        assert [room for _, _, room in visits] == [topic.lower() for _, topic, _ in visits]
    assert check(agenda, roster, plan).is_sound


def test_groups_that_go_round_fit_into_the_smallest_room_on_their_way():
    agenda, roster = workshop(STATIONS, "breakouts: {rotates: r0}", rooms=ROOMS)
    high = lay_out(agenda, roster).problem.rounds[0].high
    assert high[1] == high[0] == 5  # both are in the small room once


def test_groups_sit_together_again_in_other_rooms_and_on_other_topics():
    agenda, roster = workshop(
        STATIONS,
        "breakouts: {groups: 2, criteria: [{meet: new}]}",
        "breakouts: {same_as: r0, rooms: [c, b, a], topics: [D], without: [p07]}",
        rooms=ROOMS,
    )
    plan, report = assign(agenda, roster, effort="quick")
    assert report.is_sound
    first, third = places(plan, "r0"), places(plan, "r2")
    assert set(first) - set(third) == {"p07"}
    assert all(third[person][0] == first[person][0] for person in third)
    assert {(group, room) for group, _, room in third.values()} == {(1, "c"), (2, "b"), (3, "a")}
    assert {topic for _, topic, _ in third.values()} == {"D"}
    assert all(len([g for g, _, _ in first.values() if g == n]) <= 5 for n in (1, 2))
    assert check(agenda, roster, plan).is_sound


@pytest.mark.parametrize(
    ("again", "message"),
    [
        ("same_as: nowhere", "“Round 1” keeps the groups of “nowhere”, no earlier session with"),
        ("same_as: r0, groups: 4", "“groups” says nothing in “Round 1”, which keeps the groups of"),
        ("rotates: r0, topics: [D]", "“topics” says nothing in “Round 1”, which rotates “r0”"),
        ("rotates: r0, same_as: r0", "“same_as” says nothing in “Round 1”, which rotates “r0”"),
    ],
)
def test_groups_that_are_kept_are_not_asked_for_anew(again, message):
    agenda, roster = workshop(STATIONS, f"breakouts: {{{again}}}", rooms=ROOMS)
    with pytest.raises(OgpError, match=re.escape(message)):
        assign(agenda, roster, effort="quick")


def test_people_mixed_anew_visit_every_station_once():
    own = STATIONS.replace("{spread: role}", "{rotate: topics, must: true}, {meet: new}")
    agenda, roster = workshop(own, own, own)
    plan, report = assign(agenda, roster, effort="quick")
    assert report.is_sound
    for person in places(plan, "r0"):
        assert {places(plan, f"r{k}")[person][1] for k in range(3)} == {"A", "B", "C"}


def test_one_person_can_be_left_out_of_one_round_and_a_kind_of_another():
    agenda, roster = workshop(
        "breakouts: {groups: 2, without: [Person 7]}",
        "breakouts: {groups: 2, who: {role: not expert}}",
    )
    plan, report = assign(agenda, roster, effort="quick")
    assert report.is_sound
    assert "p07" not in places(plan, "r0")
    assert len(places(plan, "r0")) == 13
    assert set(places(plan, "r1")) == {f"p{i:02}" for i in range(4, 14)}
    assert check(agenda, roster, plan).is_sound


def test_people_sit_out_equally_often_and_experts_who_must_be_there_last():
    own = "breakouts: {groups: 4, sizes: '3', sit_out: true, criteria: [{need: {role: expert}, must: true}]}"
    agenda, roster = workshop(own, own, own, own, own)
    plan, report = assign(agenda, roster, effort="quick")
    assert report.is_sound
    times = {f"p{i:02}": 0 for i in range(14)}
    for k in range(5):
        there = places(plan, f"r{k}")
        assert len(there) == 12
        for person in set(times) - set(there):
            times[person] += 1
    assert {times[f"p{i:02}"] for i in range(4)} == {0}
    assert set(times.values()) == {0, 1}
    score = next(each for each in report.scores if each.title == "sit out")
    assert score.is_optimal
    assert len(score.sentences) == 5


def test_whoever_sits_out_does_not_in_a_session_that_goes_on_with_the_groups():
    agenda, roster = workshop(
        "breakouts: {groups: 4, sizes: '3', sit_out: true, topics: [A, B, C, D]}",
        "breakouts: {rotates: r0}",
        "continues: r0",
    )
    layout = lay_out(agenda, roster)
    assert not layout.faults
    assert np.array_equal(layout.present[0], layout.present[1])
    assert np.array_equal(layout.present[0], layout.present[2])


def test_a_plan_with_somebody_who_sits_out_says_so():
    agenda, roster = workshop("breakouts: {groups: 4, sizes: '3', sit_out: true}")
    other = workshop("breakouts: {groups: 4}")[0]
    plan, _ = assign(other, roster, effort="quick")
    messages = [fault.message for fault in check(agenda, roster, plan).faults]
    assert any("sits out in “Round 0”" in message for message in messages)


WISHES = "id,name,wishes\n" + "".join(
    f"p{i:02},Person {i},{'; '.join(order)}\n"
    for i, order in enumerate(
        [("A", "B")] * 6 + [("B", "C")] * 5 + [("C", "A")] * 1 + [("D", "B")] * 2
    )
)


def test_a_topic_that_too_few_wish_is_left_out_with_the_reason():
    agenda, roster = workshop(
        "breakouts: {topics: [A, B, C, D], topic_needs: 4, criteria: [{prefer: wishes}, {need: {name: [Person 1, Person 6]}}]}",
        roster=WISHES,
    )
    plan, report = assign(agenda, roster, effort="quick")
    assert report.is_sound
    assert {topic for _, topic, _ in places(plan, "r0").values()} == {"A", "B"}
    score = next(each for each in report.scores if each.title == "topics")
    assert score.sentences == (
        "“C” is left out: 1 person wishes it most, 4 are needed",
        "“D” is left out: 2 people wish it most, 4 are needed",
    )
    need = next(each for each in report.scores if each.title.startswith("need"))
    assert need.is_met
    assert check(agenda, roster, plan).is_sound


def test_a_plan_is_mended_although_others_asked_for_somebody_who_is_gone():
    wanted = (
        "breakouts: {groups: 2, criteria: [{friends: wishes}, {together: [p01, p02], must: true}]}"
    )
    rows = "".join(f"p{i:02},Person {i},Person {(i + 1) % 8}\n" for i in range(8))
    agenda, roster = workshop(wanted, roster="id,name,wishes\n" + rows)
    plan, _ = assign(agenda, roster, effort="quick")
    mended = repair(agenda, roster, plan, away=["Person 2"])
    assert "p02" not in {row.participant for row in mended.plan.placements}
    assert not mended.report.faults


SMALL = "a: {seats: 9}, b: {seats: 5}, c: {seats: 6}"
OPEN = "expected: 18, breakouts: {groups: 3, rooms: [a, b, c], criteria: [{spread: role}]}"


def more_of(number):
    rows = "".join(f"p{i:02},Person {i},participant\n" for i in range(14, 14 + number))
    return ROSTER + rows


def sizes(plan, session="r0"):
    groups = [group for group, _, _ in places(plan, session).values()]
    return [groups.count(g) for g in (1, 2, 3)]


def test_every_group_keeps_places_open_for_people_who_are_expected():
    agenda, roster = workshop(OPEN, rooms=SMALL)
    plan, report = assign(agenda, roster, effort="quick")
    # four of six places: one in every group, the last wherever it is left
    assert all(n <= seats - 1 for n, seats in zip(sizes(plan), (9, 5, 6), strict=True))
    kept = report.scores[-1]
    assert kept.title == "places for late arrivals, 1 in every group"
    assert kept.is_met
    without = workshop(OPEN.replace("expected: 18, ", ""), rooms=SMALL)
    assert max(sizes(assign(*without, effort="quick")[0])) <= 5
    assert lay_out(*without).problem.rounds[0].high[1] == 5


def test_people_who_come_late_fill_the_places_and_nobody_else_moves():
    agenda, roster = workshop(OPEN, rooms=SMALL)
    plan, _ = assign(agenda, roster, effort="quick")
    for number in range(1, 5):
        roster = read_roster(more_of(number).encode(), "participants.csv")[0]
        done = repair(agenda, roster, plan)
        assert not done.chosen.unmet
        assert done.chosen.moved == 0
        assert {each.person for each in done.told} == {f"p{13 + number}"}
        plan = done.plan
        assert check(agenda, roster, plan).is_sound
    assert len(places(plan, "r0")) == 18


def test_more_people_are_expected_than_there_are_places():
    agenda, roster = workshop(OPEN.replace("18", "30"), rooms=SMALL)
    kept = assign(agenda, roster, effort="quick")[1].scores[-1]
    assert (kept.title, kept.cost) == ("places for late arrivals, 2 in every group", 10)
    assert kept.why == "16 people more are expected, 6 places are left"


def test_the_number_that_the_whole_workshop_expects_counts_and_sizes_as_rooms_do():
    text = "breakouts: {groups: 2, sizes: 6-9}"
    agenda, roster = workshop(text)
    assert lay_out(agenda, roster).problem.rounds[0].high.tolist() == [9, 9]
    assert not lay_out(agenda, roster).opened[0]
    expected = workshop(f"expected: 17, {text}")[0]
    assert lay_out(expected, roster).problem.rounds[0].high.tolist() == [8, 8]
    some = text.replace("}", ", who: {role: participant}, criteria: []}").replace("6-9", "3-9")
    lines = f"workshop: {{expected: 17}}\ndays: [{{sessions: [{{title: A, {text}}}, {{title: B, {some}}}]}}]"
    agenda = read_agenda(lines.encode(), "agenda.yaml")[0]
    highs = [each.high.tolist() for each in lay_out(agenda, roster).problem.rounds]
    assert highs == [[8, 8], [9, 9]]  # nobody knows whom of the others the second is for


def test_open_places_are_shared_out_evenly_and_small_groups_give_what_they_have():
    assert kept_open(6, 10, [9, 5, 6], [1, 1, 1]).places == (2, 2, 2)
    assert kept_open(9, 10, [12, 5, 6], [1, 5, 1]).places == (4, 0, 4)
    assert kept_open(2, 10, [9, 5, 6], [1, 1, 1]).places == (0, 0, 0)
    assert kept_open(4, 10, [9, None, 6], [1, 1, 1]) is None
    assert kept_open(0, 10, [9, 5, 6], [1, 1, 1]) is None

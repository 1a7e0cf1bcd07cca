"""Repair: the fewest people moved, proven where it can be, and who must hear of it."""

from itertools import product
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.groups import Wish, assign, check, repair, seated
from ogpworkshop.groups.chains import start
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.fewest import Fewest
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.layers import costs
from ogpworkshop.groups.problem import Problem
from ogpworkshop.groups.weighing import weigh
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

DATA = Path(__file__).parents[2] / "data"
AGENDA = (DATA / "agenda.yaml").read_text("utf-8")
SMALL = """
workshop: {{title: A workshop}}
rooms: {{a: {{seats: 9}}, b: {{seats: 9}}, c: {{seats: 9}}}}
days:
  - sessions:
      - {{time: 09:00-10:00, title: First, id: first, breakouts: {first}}}
      - {{time: 10:00-11:00, title: Second, id: second, breakouts: {second}}}
"""
FIRST = "{groups: 3, rooms: [a, b, c], criteria: [{need: {role: expert}, must: true}]}"
SECOND = "{groups: 3, rooms: [a, b, c], criteria: []}"
ROSTER = "id,name,role,status\n" + "".join(
    f"p{i:02},Person {i},{'expert' if i <= 4 else 'guest'},\n" for i in range(1, 13)
)


def workshop(roster=ROSTER, first=FIRST, second=SECOND):
    agenda = read_agenda(SMALL.format(first=first, second=second).encode(), "agenda.yaml")[0]
    return agenda, read_roster(roster.encode(), "participants.csv")[0]


@pytest.fixture(scope="module")
def told():
    agenda, roster = workshop()
    return assign(agenda, roster, seed=1, effort="quick")[0]


def groups_of(plan, session="first"):
    return {row.participant: row.group for row in plan.placements if row.session == session}


@pytest.fixture(scope="module")
def founding():
    agenda = read_agenda(AGENDA.encode(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    return agenda, roster, assign(agenda, roster, seed=1, effort="quick")[0]


def test_nothing_changes_where_nothing_is_wrong(founding):
    done = repair(*founding)
    assert done.plan == founding[2]
    assert (done.chosen.moved, done.is_least, done.told) == (0, True, ())


def test_a_cancellation_moves_nobody_while_sizes_allow(told):
    agenda, roster = workshop()
    done = repair(agenda, roster, told, away=["p12"])
    assert (done.chosen.moved, done.is_least, done.gone) == (0, True, ("Person 12",))
    rest = {person: group for person, group in groups_of(told).items() if person != "p12"}
    assert groups_of(done.plan) == rest


def test_the_last_expert_of_a_group_is_replaced_by_moving_as_few_as_can_be(told):
    agenda, roster = workshop()
    places = groups_of(told)
    alone = next(
        p for p in ("p01", "p02", "p03", "p04")
        if [places[q] for q in ("p01", "p02", "p03", "p04")].count(places[p]) == 1
    )  # fmt: skip
    done = repair(agenda, roster, told, away=[alone])
    assert done.chosen.moved == done.least == 1
    assert done.is_least
    assert [each.moved for each in done.trade_offs][:2] == [0, 1]
    assert "has 0 of role “expert”" in done.trade_offs[0].unmet[0]
    assert check(agenda, msgspec.structs.replace(roster, participants=tuple(
        each for each in roster.participants if each.id != alone)), done.plan).is_sound  # fmt: skip


def test_no_shows_are_made_up_for_with_few_moves_and_a_bound(founding):
    agenda, roster, plan = founding
    away = ["p01", "p09", "p17", "p25", "p33"]
    done = repair(agenda, roster, plan, away=away)
    assert not done.chosen.unmet
    assert 0 <= done.least <= done.chosen.moved <= 8
    assert len({each.name for each in done.told if each.why == "moved"}) == done.chosen.moved
    fewer = [each for each in done.trade_offs if each.moved < done.chosen.moved]
    assert all(each.unmet for each in fewer)
    assert repair(agenda, roster, plan, away=away).plan == done.plan


def test_of_the_trade_offs_another_can_be_taken(founding):
    agenda, roster, plan = founding
    away = ["p01", "p09", "p17", "p25", "p33"]
    done = repair(agenda, roster, plan, away=away, moved=1)
    assert done.chosen.moved <= 1
    assert done.chosen.unmet
    assert not done.is_least


def test_people_of_a_lost_room_are_placed_and_the_others_stay(told):
    fewer = "{groups: 2, rooms: [a, c], criteria: []}"
    agenda, roster = workshop(first=fewer, second=fewer)
    done = repair(agenda, roster, told)
    homeless = {row.participant for row in told.placements if row.room == "b"}
    assert {each.person for each in done.told if each.why == "placed"} == homeless
    assert done.chosen.moved == 0
    for before in told.placements:
        after = next(
            row for row in done.plan.placements
            if (row.session, row.participant) == (before.session, before.participant)
        )  # fmt: skip
        if before.room != "b":
            assert after.room == before.room


def test_a_group_that_goes_to_another_room_stays_together(told):
    other = FIRST.replace("[a, b, c]", "[a, d, c]")
    agenda, roster = workshop(first=other)
    done = repair(agenda, roster, told)
    assert groups_of(done.plan) == groups_of(told)
    moved = {
        row.participant for row in told.placements if (row.session, row.room) == ("first", "b")
    }
    assert {(each.person, each.why) for each in done.told} == {(each, "room") for each in moved}


def test_one_group_more_takes_people_from_the_others(told):
    more = "{groups: 4, rooms: [a, b, c, d], criteria: []}"
    agenda, roster = workshop(first=more)
    done = repair(agenda, roster, told)
    assert (done.chosen.moved, done.least) == (3, 3)
    assert sorted(groups_of(done.plan).values()) == sorted([1, 2, 3, 4] * 3)


def test_late_arrivals_get_a_group_in_every_session(told):
    agenda, roster = workshop(ROSTER + "p13,Late,guest,\np14,Later,guest,\n")
    done = repair(agenda, roster, told)
    assert done.new == ("Late", "Later")
    assert {(each.person, each.why) for each in done.told} == {("p13", "new"), ("p14", "new")}
    assert done.chosen.moved == 0
    assert check(agenda, roster, done.plan).is_sound


def test_sessions_that_are_over_stay_as_they_were(founding):
    agenda, roster, plan = founding
    first = agenda.breakouts[0].session.id
    away = ["p01", "p09", "p17", "p25", "p33"]
    done = repair(agenda, roster, plan, away=away, held=[first])
    before = {p: g for p, g in groups_of(plan, first).items() if p not in away}
    assert groups_of(done.plan, first) == before
    assert first not in {each.session for each in done.told}


def test_roles_in_groups_stay_with_those_who_stay(told):
    agenda, roster = workshop()
    roles = {"p01": "chair", "p12": "rapporteur"}
    rows = [
        msgspec.structs.replace(each, role=roles.get(each.participant, ""))
        for each in told.placements
    ]
    done = repair(agenda, roster, GroupPlan(tuple(rows)), away=["p12"])
    assert {(row.participant, row.role) for row in done.plan.placements if row.role} == {
        ("p01", "chair")
    }
    assert [row.participant for row in done.vacant] == ["p12", "p12"]


def test_a_must_that_can_no_longer_hold_is_met_as_far_as_possible(told):
    agenda, roster = workshop()
    done = repair(agenda, roster, told, away=["p01", "p02"])
    assert len(done.chosen.unmet) == 1
    assert not done.is_least


WRONG = [
    ({"away": ["p99"]}, "nobody who comes is called p99"),
    ({"away": ["Persn 5"]}, "nobody who comes is called Persn 5"),
    ({"held": ["frist"]}, "frist is no session with groups"),
]


@pytest.mark.parametrize(("changes", "message"), WRONG)
def test_unknown_people_and_sessions_are_said(told, changes, message):
    agenda, roster = workshop()
    with pytest.raises(OgpError) as error:
        repair(agenda, roster, told, **changes)
    assert error.value.message == message


def test_people_of_one_name_are_told_apart_by_their_ids(told):
    agenda, roster = workshop(ROSTER + "p13,Person 5,guest,\n")
    with pytest.raises(OgpError, match="2 people are called Person 5"):
        repair(agenda, roster, told, away=["Person 5"])


def test_a_session_without_any_groups_is_not_repaired_but_assigned(told):
    agenda, roster = workshop()
    first = GroupPlan(tuple(row for row in told.placements if row.session == "first"))
    with pytest.raises(OgpError, match="The plan has no groups for “Second”"):
        repair(agenda, roster, first)


@st.composite
def broken(draw):
    """A small problem with musts, and a plan that may break them."""
    n_rounds = draw(st.integers(1, 2))
    n = draw(st.integers(3, 6 if n_rounds == 1 else 4))
    n_groups = draw(st.integers(2, 3))
    rounds = tuple(seated(f"r{r}", np.ones(n, bool), n_groups) for r in range(n_rounds))
    experts = np.arange(n) < n_groups
    foes = Kinds.of("foes", [["x"] if i in {n - 1, n - 2} else [] for i in range(n)])
    criteria = (
        Need(Wish("need expert", is_must=True), experts, "experts", at_least=1),
        Apart(Wish("apart foes", is_must=True), foes),
    )
    problem = Problem(tuple(map(str, range(n))), rounds, criteria[: draw(st.integers(0, 2))])
    groups = st.integers(0, n_groups - 1)
    plan = [draw(st.lists(groups, min_size=n, max_size=n)) for _ in rounds]
    return problem, np.array(plan, dtype=np.int64)


@settings(max_examples=40, deadline=None)
@given(broken())
def test_no_plan_that_holds_everything_moves_fewer_than_the_bound(case):
    problem, old = case
    asked = costs(weigh(problem), old, np.ones_like(old))
    fewest = Fewest(asked, old, np.zeros(old.shape, dtype=np.bool_))
    least = problem.n_people
    for cells in product(
        *(range(round_.n_groups) for round_ in problem.rounds for _ in problem.people)
    ):
        plan = np.array(cells, dtype=np.int64).reshape(old.shape)
        if int((plan != old).any(axis=0).sum()) < least and not asked.must.total(plan):
            least = int((plan != old).any(axis=0).sum())
        if least <= fewest.proof.least:
            break
    assert fewest.proof.least <= least


def test_a_plan_that_was_drawn_by_lot_is_mended():
    n = 12
    rounds = tuple(seated(f"r{r}", np.ones(n, bool), 3) for r in range(2))
    experts = np.arange(n) < 3
    need = Need(Wish("need expert", is_must=True), experts, "experts", at_least=1)
    problem = Problem(tuple(map(str, range(n))), rounds, (need,))
    for seed in range(5):
        old = start(problem, Chance(seed))
        asked = costs(weigh(problem), old, np.ones_like(old))
        fewest = Fewest(asked, old, np.zeros(old.shape, dtype=np.bool_))
        held = next(each for each in fewest.levels() if each and not each.rank[0])
        assert fewest.proof.least <= int(fewest.moved(held.plan).sum()) <= 6


def test_people_to_be_spared_stay_where_others_can_go(told):
    spared = ROSTER.replace("id,name,role,status", "id,name,role,status,stays")
    lines = spared.splitlines()
    lines[1:] = [f"{line},{'yes' if line.startswith('p01') else ''}" for line in lines[1:]]
    agenda, roster = workshop("\n".join(lines) + "\n")
    groups = groups_of(told)
    experts = [f"p{i:02}" for i in range(1, 5)]
    double = next(g for g in (1, 2, 3) if sum(groups[each] == g for each in experts) == 2)
    pair = [each for each in experts if groups[each] == double]
    gone = next(each for each in experts if groups[each] != double)
    done = repair(agenda, roster, told, away=[gone], spare="stays")
    assert done.is_least
    movers = {each.person for each in done.told if each.why == "moved"}
    assert movers & set(pair) == set(pair) - {"p01"} or "p01" not in pair
    assert done.chosen.price == done.chosen.moved


def test_a_column_to_spare_people_by_must_exist(told):
    agenda, roster = workshop()
    with pytest.raises(OgpError, match="no column stay"):
        repair(agenda, roster, told, spare="stay")


def test_what_is_broken_in_a_session_that_is_over_is_no_longer_asked(told):
    agenda, roster = workshop()
    done = repair(agenda, roster, told, away=["p01", "p02"], held=["first"])
    assert not done.chosen.unmet


def test_thousands_of_people_are_not_weighed_two_by_two():
    agenda = read_agenda(
        b"days:\n  - sessions:\n      - {title: A, id: a, breakouts: {groups: 400}}\n",
        "agenda.yaml",
    )[0]
    lines = "".join(f"p{i},Person {i}\n" for i in range(3200))
    roster = read_roster(f"id,name\n{lines}".encode(), "participants.csv")[0]
    with pytest.raises(OgpError, match="for 3000 people at the most"):
        repair(agenda, roster, GroupPlan())

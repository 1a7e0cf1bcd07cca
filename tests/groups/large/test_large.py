"""Thousands of people: gains are differences of costs, and groups come out even."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop import groups
from ogpworkshop.errors import OgpError
from ogpworkshop.groups import Problem, Steps, Wish, again, large, seated, solve
from ogpworkshop.groups.chains import start
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.balance import Balance
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.friends import Friends
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.meet import FINE, Meet
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.never_alone import NeverAlone
from ogpworkshop.groups.criteria.prefer import Prefer
from ogpworkshop.groups.criteria.rotate import Rotate
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.large.hall import Hall
from ogpworkshop.groups.large.sparse import SparseTables
from ogpworkshop.groups.problem import Round
from ogpworkshop.groups.score import is_complete
from ogpworkshop.groups.tables import Tables
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

NAMES = (
    "spread", "spread languages", "gather", "apart", "balance", "need", "never alone", "prefer",
    "friends", "foes", "meet", "prefer fairly", "rotate",
)  # fmt: skip


def some_values(rng, n_people, n_values, most=1):
    least = 0 if most > 1 else 1
    return [
        [str(v) for v in rng.choice(n_values, rng.integers(least, most + 1), replace=False)]
        for _ in range(n_people)
    ]


def some_criterion(rng, name, problem):
    n = problem.n_people
    wish = Wish(name)
    names = (rng.random((n, n)) < 0.2).astype(np.int64) * (1 - np.eye(n, dtype=np.int64))
    kinds = Kinds.of("column", some_values(rng, n, 3))
    return {
        "spread": lambda: Spread(wish, kinds),
        "spread languages": lambda: Spread(wish, Kinds.of("l", some_values(rng, n, 3, 3))),
        "gather": lambda: Gather(wish, kinds),
        "apart": lambda: Apart(wish, Kinds.of("c", some_values(rng, n, 4, 2))),
        "balance": lambda: Balance(wish, rng.integers(0, 50, n), rng.random(n) < 0.9),
        "need": lambda: Need(wish, rng.random(n) < 0.5, "kind", 1, 2),
        "never alone": lambda: NeverAlone(wish, kinds),
        "prefer": lambda: Prefer(
            wish, tuple(rng.integers(0, 3, (n, each.n_groups)) for each in problem.rounds)
        ),
        "prefer fairly": lambda: Prefer(
            wish,
            tuple(rng.integers(0, 3, (n, each.n_groups)) for each in problem.rounds),
            is_fair=True,
        ),
        "rotate": lambda: Rotate(
            wish, ("a", "b"), tuple(rng.integers(-1, 2, each.n_groups) for each in problem.rounds)
        ),
        "friends": lambda: Friends(wish, names),
        "foes": lambda: Foes(wish, names),
        "meet": lambda: Meet(wish),
    }[name]()


def some_problem(rng, names):
    n_people, n_rounds = int(rng.integers(2, 14)), int(rng.integers(1, 4))
    rounds = []
    for r in range(n_rounds):
        present = rng.random(n_people) < 0.8
        present[:2] = True
        n_groups = int(rng.integers(2, 5))
        low = np.zeros(n_groups, dtype=np.int64)
        total = int(present.sum())
        if rng.random() < 0.5 and n_groups <= total:
            rounds.append(seated(f"round {r}", present, n_groups))
        else:
            high = rng.integers(1, 4, n_groups) + -(-total // n_groups)
            rounds.append(Round(f"round {r}", present, low, high, ("g",) * n_groups))
    bare = Problem(tuple(f"P{i}" for i in range(n_people)), tuple(rounds))
    criteria = tuple(some_criterion(rng, name, bare) for name in names)
    pinned = None
    if rng.random() < 0.3:
        pinned = start(bare, Chance(1))
        pinned[rng.random(pinned.shape) < 0.7] = -1
    return Problem(bare.people, bare.rounds, criteria, pinned)


def everything_asked(problem, tables):
    for criterion in problem.criteria:
        criterion.contribute(problem, tables, 3 * FINE)
    return tables


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 30), st.lists(st.sampled_from(NAMES), min_size=1, max_size=4))
def test_what_an_exchange_gains_is_what_its_plan_costs_less(seed, names):
    rng = np.random.default_rng(seed)
    problem = some_problem(rng, names)
    dense = everything_asked(problem, Tables(problem.n_people))
    sparse = everything_asked(problem, SparseTables(problem.n_people))
    plan = start(problem, Chance(seed))
    held = np.append(plan, np.full((len(plan), 1), -1), axis=1)
    halls = [Hall(problem, sparse, held, r) for r in range(problem.n_rounds)]
    for turn in range(4):
        hall = halls[turn % len(halls)]
        before = dense.total(held[:, :-1])
        gained = hall.gained
        hall.sweep(1 / (50 * FINE), Chance(seed, turn))
        assert dense.total(held[:, :-1]) == before - (hall.gained - gained)
        assert is_complete(problem, held[:, :-1])
        if problem.pinned is not None:
            stays = (problem.pinned >= 0) & (plan >= 0)
            assert (held[:, :-1][stays] == problem.pinned[stays]).all()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1 << 30), st.lists(st.sampled_from(NAMES), min_size=1, max_size=3))
def test_every_exchange_is_weighed_right(seed, names):
    rng = np.random.default_rng(seed)
    problem = some_problem(rng, names)
    dense = everything_asked(problem, Tables(problem.n_people))
    sparse = everything_asked(problem, SparseTables(problem.n_people))
    held = np.append(start(problem, Chance(seed)), np.full((problem.n_rounds, 1), -1), axis=1)
    hall = Hall(problem, sparse, held, 0)
    batch = hall.weighed(np.array([[0], [1]]), Chance(0))
    nobody, before = problem.n_people, dense.total(held[:, :-1])
    for i, x in enumerate(batch.people[0, 0]):
        for j, y in enumerate(batch.people[1, 0]):
            plan = held.copy()
            plan[0, x], plan[0, y] = 1, 0
            plan[0, nobody] = -1
            is_allowed = batch.gain[0, i, j] > -(1 << 59)
            if is_allowed and (x, y) != (nobody, nobody):
                assert batch.gain[0, i, j] == before - dense.total(plan[:, :-1])


def many(n_people, n_groups, n_rounds=1, criteria=()):
    rng = np.random.default_rng(n_people)
    everybody = np.ones(n_people, dtype=np.bool_)
    rounds = tuple(seated(f"round {r}", everybody, n_groups) for r in range(n_rounds))
    spread = [
        Spread(Wish(f"spread {k}"), Kinds.of(str(k), some_values(rng, n_people, k)))
        for k in (30, 4, 2)
    ]
    return Problem(tuple(map(str, range(n_people))), rounds, (*spread, *criteria))


def test_thousands_of_people_are_spread_as_evenly_as_can_be():
    problem = many(3600, 180)
    found = solve(problem, 3, Steps(150))
    assert is_complete(problem, found.plan)
    assert [each.cost(problem, found.plan) for each in problem.criteria] == [0, 0, 0]
    assert found.is_optimal


def test_thousands_of_people_meet_anew():
    problem = many(3200, 160, 2, [Meet(Wish("meet new"))])
    found = solve(problem, 3, Steps(120))
    assert [each.cost(problem, found.plan) for each in problem.criteria] == [0, 0, 0, 0]


def test_what_must_hold_among_thousands_holds():
    wish = Wish("must", is_must=True)
    pairs = [["x"] if i < 20 else ["y"] if i < 40 else [] for i in range(3100)]
    musts = [Gather(wish, Kinds.of("c", pairs)), Need(wish, np.arange(3100) % 20 == 0, "k", 1)]
    problem = many(3100, 100, 1, musts)
    found = solve(problem, 1, Steps(150))
    assert [each.cost(problem, found.plan) for each in musts] == [0, 0]


def test_groups_of_hundreds_come_out_even():
    problem = many(3600, 6)
    found = solve(problem, 3, Steps(150))
    assert [each.cost(problem, found.plan) for each in problem.criteria] == [0, 0, 0]


def test_the_same_seed_gives_the_same_groups_of_thousands():
    problem = many(3050, 150)
    one, other = (solve(problem, 5, Steps(30)).plan for _ in range(2))
    assert (one == other).all()
    assert (one != solve(problem, 6, Steps(30)).plan).any()


def test_an_uneven_group_is_mended_after_the_cooling():
    problem = many(400, 40)
    sparse = everything_asked(problem, SparseTables(problem.n_people))
    held = np.append(solve(problem, 1, Steps(9000)).plan, [[-1]], axis=1)
    a, b = (np.flatnonzero(held[0] == g) for g in (0, 1))
    held[0, a], held[0, b] = 1, 0
    held[0, a[0]], held[0, b[:1]] = 0, 1
    hall = Hall(problem, sparse, held, 0)
    hall.mend(1.0, Chance(2))
    assert [each.cost(problem, held[:, :-1]) for each in problem.criteria] == [0, 0, 0]


AGENDA = """
workshop: {title: Day, timezone: Asia/Manila}
days:
  - date: 2026-11-24
    sessions:
      - time: 09:00-10:00
        title: Round tables
        kind: group-work
        breakouts: {groups: 160, criteria: [CRITERION]}
"""


def documents(criterion, n_people=3200):
    agenda = read_agenda(AGENDA.replace("CRITERION", criterion).encode(), "agenda.yaml")[0]
    rows = [f"p{i},Person {i},{'xyz'[i % 3]},p{(i + 1) % n_people},o{i}" for i in range(n_people)]
    roster = "\n".join(["id,name,sector,wishes,organisation", *rows])
    return agenda, read_roster(roster.encode(), "participants.csv")[0]


def test_an_agenda_with_thousands_of_people_gets_groups_and_a_report():
    agenda, roster = documents("{spread: sector}")
    tracemalloc.start()
    plan, report = groups.assign(agenda, roster, effort="quick")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 40e6, "a matrix of all pairs takes twice that"
    assert len(plan.placements) == 3200
    assert report.is_optimal
    assert report.meetings.matrix == ()
    assert report.meetings.numbers == (3200 * 3199 // 2 - 160 * 190, 160 * 190)
    assert groups.check(agenda, roster, plan).is_optimal


def test_company_that_is_asked_for_by_thousands_is_refused_in_words():
    with pytest.raises(OgpError, match="“friends” is understood for 3000 people"):
        groups.assign(*documents("{friends: wishes}"))


def test_a_plan_of_thousands_is_not_mended():
    agenda, roster = documents("{spread: sector}")
    plan, _ = groups.assign(agenda, roster, effort="quick")
    with pytest.raises(OgpError, match="3000 people at the most"):
        groups.repair(agenda, roster, plan)
    with pytest.raises(OgpError, match="Earlier meetings"):
        groups.assign(agenda, roster, history=[plan])


def test_wishes_for_more_places_than_there_is_memory_for_are_refused_in_words(monkeypatch):
    monkeypatch.setattr("ogpworkshop.groups.criteria.prefer._MOST_PLACES", 100)
    with pytest.raises(OgpError, match="too much for 3200 people and 160 groups"):
        groups.assign(*documents("{prefer: wishes}"))


def test_a_column_of_too_many_values_for_thousands_is_refused_in_words():
    with pytest.raises(OgpError, match="has 12000 different values"):
        groups.assign(*documents("{spread: organisation}", 12000))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1 << 30))
def test_bounds_by_counting_alone_are_never_above_those_by_pairs(seed):
    problem = some_problem(np.random.default_rng(seed), ["meet"])
    by_pairs = again.coincidences(problem)[0], again.repeats(problem)[0]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("ogpworkshop.groups.problem.LARGE", 1)
        by_count = again.coincidences(problem)[0], again.repeats(problem)[0]
    assert all(few <= more for few, more in zip(by_count, by_pairs, strict=True))


def test_thousands_in_few_groups_meet_again():
    problem = many(3600, 6, 2)
    least = 6 * 6 * (100 * 99 // 2)
    assert (again.coincidences(problem)[0], again.repeats(problem)[0]) == (least, least)
    assert "must meet again" in again.coincidences(problem)[1]


def test_improvements_come_with_what_they_cost():
    problem = many(3050, 150)
    found = list(large.improvements(problem, 1, Steps(20)))
    ranks = [(each.breaches, each.cost) for each in found]
    assert ranks == sorted(ranks, reverse=True)
    assert [each.steps for each in found] == sorted(each.steps for each in found)

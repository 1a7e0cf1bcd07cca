"""Bounds for meetings that count on what must be, against every plan of small workshops."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.groups import Steps, Wish, mixing, score, seated, solve
from ogpworkshop.groups.again import coincidences, repeats
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.friends import Friends
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.musts import held
from ogpworkshop.groups.problem import Problem, Round
from ogpworkshop.groups.tables import meetings

NEW, MOST = Meet(Wish("meet new")), Meet(Wish("meet most"), "most")


def must(rounds=None):
    return Wish("must", rounds, is_must=True)


def sets(n_people, *listed):
    """Each set of people has a value of its own."""
    cells = [[str(k) for k, people in enumerate(listed) if i in people] for i in range(n_people)]
    return Kinds.of("set", cells)


def with_musts(problem, *criteria):
    return Problem(problem.people, problem.rounds, criteria)


def test_twins_meet_in_every_round_and_that_is_told_apart():
    problem = with_musts(mixing(4, 3, 4), Together(must(), sets(12, {0, 1})), NEW)
    least, why = coincidences(problem)
    assert least == 6
    assert why == "6 repeat meetings are your own `together`"
    assert repeats(problem) == (3, "3 repeat meetings are your own `together`")
    found = solve(problem, 0, Steps(4000))
    assert found.is_optimal
    assert score(problem, found.plan).verdict == "optimal (proven)"


def test_whoever_is_with_one_of_twins_is_with_both():
    problem = with_musts(
        mixing(3, 3, 2),
        Together(must(), sets(9, {0, 1}, {1, 2})),
        Apart(must(), sets(9, {2, 3})),
    )
    bound = held(problem)
    assert bound.least[0, 2] == 2
    assert bound.most[0, 3] == bound.most[1, 3] == 0
    assert bound.coincidences == 3


def test_people_kept_apart_leave_fewer_pairs_to_meet():
    # two halves that are at odds: each has six pairs, and every group is of one of them
    odds = np.zeros((8, 8), dtype=np.int64)
    odds[:4, 4:] = 1
    problem = mixing(4, 2, 4)
    assert coincidences(with_musts(problem, NEW))[0] == 0
    assert coincidences(with_musts(problem, Foes(must(), odds), NEW))[0] == 4


def test_who_is_parted_from_somebody_still_meets_those_who_go_along():
    both = [Together(must(), sets(6, {0, 1})), Apart(must(), sets(6, {0, 2}))]
    assert held(with_musts(mixing(2, 3, 2), *both)).most[0, 1] == 2


def test_what_cannot_be_is_not_counted_on():
    problem = with_musts(mixing(3, 2, 3), Together(must(), sets(6, {0, 1, 2})), NEW)
    assert held(problem).coincidences == 0


def test_wishes_that_may_be_missed_force_nothing():
    twins = Together(Wish("together"), sets(12, {0, 1}))
    assert coincidences(with_musts(mixing(4, 3, 4), twins, NEW))[0] == 0


def test_each_person_meets_at_the_least_the_smallest_groups():
    # somebody who comes for all five rounds meets five times two, of only four others
    everybody = np.ones(5, dtype=np.bool_)
    rounds = tuple(Round(str(r), everybody, *2 * [np.array([3, 2])], ("a", "b")) for r in range(4))
    problem = Problem(tuple("abcde"), rounds, (NEW,))
    # sixteen meetings, ten pairs
    assert repeats(problem)[0] >= 6


@st.composite
def musts(draw, n, n_rounds):
    """One or two musts, about all rounds or the first."""
    made = []
    for _ in range(draw(st.integers(1, 2))):
        wish = must(draw(st.sampled_from([None, (0,), tuple(range(n_rounds))])))
        some = st.sets(st.integers(0, n - 1), min_size=2, max_size=3)
        kind = draw(st.sampled_from([Together, Together, Apart, Foes, Friends]))
        if kind in {Together, Apart}:
            made.append(kind(wish, sets(n, *draw(st.lists(some, min_size=1, max_size=2)))))
        else:
            names = np.zeros((n, n), dtype=np.int64)
            names[tuple(sorted(draw(some))[:2])] = 1
            made.append(kind(wish, names))
    return made


@st.composite
def workshops(draw):
    n, n_rounds = draw(st.integers(2, 6)), draw(st.integers(2, 3))
    rounds = []
    for r in range(n_rounds):
        present = np.ones(n, dtype=np.bool_)
        if draw(st.booleans()):
            present[list(draw(st.sets(st.integers(0, n - 1), max_size=2)))] = False
        present[0] = True
        total = int(present.sum())
        n_groups = draw(st.integers(1, min(3, total)))
        if draw(st.booleans()):
            rounds.append(seated(str(r), present, n_groups))
        else:
            low = np.zeros(n_groups, dtype=np.int64) + draw(st.integers(0, total // n_groups))
            high = low + draw(st.integers(-(-total // n_groups) - int(low[0]), 6))
            rounds.append(Round(str(r), present, low, high, tuple("abc"[:n_groups])))
    return Problem(tuple(map(str, range(n))), tuple(rounds), tuple(draw(musts(n, n_rounds))))


def rows(problem, r):
    """Every way to sit in a round that has the right sizes and keeps what must be in it."""
    round_ = problem.rounds[r]
    alone = Problem(problem.people, (round_,))
    asked = [each for each in problem.criteria if r in problem.rounds_of(each.wish)]
    asked = [replace(each, wish=must()) for each in asked]
    for groups in itertools.product(range(round_.n_groups), repeat=len(round_.people)):
        sizes = np.bincount(groups, minlength=round_.n_groups)
        if (sizes >= round_.low).all() and (sizes <= round_.high).all():
            row = np.full(problem.n_people, -1)
            row[round_.people] = groups
            if not any(each.cost(alone, row[None]) for each in asked):
                yield row


@settings(max_examples=80, deadline=None)
@given(workshops())
def test_no_plan_that_keeps_all_musts_has_fewer_repeats_than_the_bound(problem):
    choices = [list(rows(problem, r)) for r in range(problem.n_rounds)]
    if np.prod([float(len(each)) for each in choices]) > 4000:
        choices = [each[::9] for each in choices]
    bound, new, most = held(problem), coincidences(problem)[0], repeats(problem)[0]
    for each in itertools.product(*choices):
        met = meetings(np.array(each))
        assert (bound.least <= met).all()
        assert (met <= bound.most).all()
        assert (met * (met - 1)).sum() // 4 >= new
        assert np.maximum(met - 1, 0).sum() // 2 >= most


@pytest.mark.parametrize("criterion", [NEW, MOST])
def test_relabelling_people_changes_no_bound(criterion):
    order = np.random.default_rng(3).permutation(12)
    places = np.argsort(order)
    first, second = sets(12, {0, 1, 2}), sets(12, {4, 7})
    problem = with_musts(
        mixing(4, 3, 4), Together(must(), first), Apart(must((1,)), second), criterion
    )
    moved = with_musts(
        mixing(4, 3, 4),
        Together(must(), sets(12, set(places[[0, 1, 2]].tolist()))),
        Apart(must((1,)), sets(12, set(places[[4, 7]].tolist()))),
        criterion,
    )
    assert criterion.bound(problem) == criterion.bound(moved)

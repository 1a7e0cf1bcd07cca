import itertools

import numpy as np
import pytest

from ogpworkshop.groups import Steps, Wish, mixing, solve
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.designs import design, without_repeats
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.problem import Problem
from ogpworkshop.groups.tables import Tables, meetings
from ogpworkshop.groups.trajectories import Trajectories

# rounds that the constructions reach; proven the most where p = 2, p = 3 or p = g
WEEKS = {(g, 2): 2 * g - 1 for g in range(1, 13)}
WEEKS |= {(q, q): q + 1 for q in (2, 3, 4, 5, 7, 8, 9, 11, 13, 16)}
WEEKS |= {(q, p): q for q in (5, 7, 8, 9, 11) for p in range(3, q) if p > 4 or q in (5, 11)}
WEEKS |= {(8, 4): 8}
WEEKS |= {(g, 3): (3 * g - 1) // 2 for g in (5, 6, 7, 8, 9, 10, 12, 13, 14, 16, 19, 31)}
WEEKS |= {(6, 4): 7, (7, 4): 9, (9, 4): 11, (10, 4): 13, (6, 5): 6, (10, 5): 9, (12, 5): 11}
WEEKS |= {(6, 6): 3, (10, 6): 7, (10, 7): 7, (10, 8): 5, (10, 9): 5, (10, 10): 4}


@pytest.mark.parametrize(("cell", "weeks"), WEEKS.items())
def test_nobody_meets_twice_in_a_design(cell, weeks):
    n_groups, size = cell
    plan = design(n_groups, size)
    assert len(plan) == weeks
    assert meetings(plan).max(initial=0) <= 1
    for groups in plan:
        assert np.bincount(groups, minlength=n_groups).tolist() == [size] * n_groups


@pytest.mark.parametrize(("n_groups", "size"), [(12, 6), (14, 6), (15, 5), (18, 4)])
def test_no_design_is_claimed_where_none_is_known(n_groups, size):
    assert design(n_groups, size) is None


def test_groups_larger_than_their_number_have_one_round():
    assert without_repeats(3, 12, 2) is None
    assert len(without_repeats(3, 12, 1)) == 1


@pytest.mark.parametrize("n_people", range(20, 26))
def test_people_left_out_of_a_design_leave_groups_even(n_people):
    plan = without_repeats(5, n_people, 4)
    assert plan.shape == (4, n_people)
    assert meetings(plan).max() <= 1
    for groups in plan:
        sizes = np.bincount(groups, minlength=5)
        assert sizes.max() - sizes.min() <= 1


def test_a_design_ends_the_search_before_its_first_step():
    found = solve(mixing(9, 5, 9, [Meet(Wish("meet new"))]), 0, Steps(1))
    assert found.is_optimal
    assert found.steps == 0


def test_relabelling_a_design_spreads_values_without_a_repeat():
    cells = [[str(i // 5)] for i in range(25)]
    criteria = [Meet(Wish("meet new")), Spread(Wish("spread"), Kinds.of("c", cells))]
    problem = mixing(5, 5, 5, criteria)
    found = solve(problem, 0, Steps(1))
    assert criteria[0].cost(problem, found.plan) == 0
    assert criteria[1].cost(problem, found.plan) == 0


def test_an_exchange_over_all_rounds_gains_what_it_says():
    rng = np.random.default_rng(0)
    problem = mixing(3, 3, 3, [Meet(Wish("meet new"))])
    kinds = Kinds.of("c", [[str(v)] for v in rng.integers(0, 3, 9)])
    spread = Spread(Wish("spread"), kinds)
    problem = Problem(problem.people, problem.rounds, (*problem.criteria, spread))
    tables = Tables(9)
    for criterion in problem.criteria:
        criterion.contribute(problem, tables, 16)
    plan = np.stack([rng.permutation(np.repeat(np.arange(3), 3)) for _ in range(3)])
    gain = Trajectories(problem, tables, plan).gain()
    for i, j in itertools.combinations(range(9), 2):
        swapped = plan.copy()
        swapped[:, [i, j]] = swapped[:, [j, i]]
        assert gain[i, j] == tables.total(plan) - tables.total(swapped)

"""Strict order of priorities: no gain of a lower level makes up for any loss of a higher one."""

from itertools import combinations, product

import numpy as np
import pytest

from ogpworkshop.groups import Problem, Steps, Wish, seated, solve
from ogpworkshop.groups.criteria.balance import Balance
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.weighing import weigh


def problem_of(rng, levels, n_people=8):
    letters = [[str(rng.integers(0, 3))] for _ in range(n_people)]
    colours = [[str(rng.integers(0, 2))] for _ in range(n_people)]
    criteria = (
        Spread(Wish("spread", level=levels[0]), Kinds.of("letter", letters)),
        Gather(Wish("gather", weight=10, level=levels[1]), Kinds.of("colour", colours)),
        Meet(Wish("meet", level=levels[2])),
    )
    everybody = np.ones(n_people, dtype=np.bool_)
    rounds = tuple(seated(f"round {r}", everybody, 2) for r in range(2))
    return Problem(tuple(map(str, range(n_people))), rounds, criteria)


def in_order(problem, plan):
    """Costs, the level that counts first in front."""
    ranked = sorted(problem.criteria, key=lambda each: each.wish.level)
    return tuple(each.cost(problem, plan) for each in ranked)


@pytest.mark.parametrize("levels", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
@pytest.mark.parametrize("seed", range(4))
def test_the_best_plan_is_the_first_of_all_when_levels_are_compared_in_order(levels, seed):
    problem = problem_of(np.random.default_rng(seed), levels)
    halves = [each for each in combinations(range(8), 4) if 0 in each]
    rows = [np.isin(np.arange(8), half).astype(np.int64) for half in halves]
    first = min(in_order(problem, np.stack(pair)) for pair in product(rows, repeat=2))
    found = solve(problem, seed, Steps(800)).plan
    assert in_order(problem, found) == first


def test_plans_are_compared_level_by_level_whatever_they_weigh():
    rng = np.random.default_rng(1)
    problem = problem_of(rng, (1, 0, 2))
    weighing = weigh(problem)
    plans = [
        np.stack([rng.permutation([0, 0, 0, 0, 1, 1, 1, 1]) for _ in range(2)]) for _ in range(60)
    ]
    for one, other in combinations(plans, 2):
        order = in_order(problem, one) < in_order(problem, other)
        assert (weighing.rank(one) < weighing.rank(other)) == order


def test_prices_of_many_levels_stay_within_whole_numbers_of_64_bits():
    rng = np.random.default_rng(0)
    numbers = rng.integers(0, 10**8, 48).astype(np.int64)
    known = np.ones(48, dtype=np.bool_)
    criteria = tuple(
        Balance(Wish(f"balance {k}", weight=10, level=k), rng.permutation(numbers), known)
        for k in range(6)
    )
    problem = Problem(tuple(map(str, range(48))), (seated("r", known, 6),), criteria)
    weighing = weigh(problem)
    whole = sum(price * weighing.lot(k) for k, price in enumerate(weighing.prices))
    assert 0 < whole < 1 << 61

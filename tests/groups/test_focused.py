import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.groups import Problem, Steps, Wish, mixing, seated, solve
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.focused import Focused, applies
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.score import is_complete

NEW = Meet(Wish("meet new"))


def uneven(n_people, n_groups, n_rounds, criteria=(NEW,)):
    """People who only mix, in groups that need not come out even."""
    everybody = np.ones(n_people, dtype=np.bool_)
    rounds = tuple(seated(str(r), everybody, n_groups) for r in range(n_rounds))
    return Problem(tuple(map(str, range(n_people))), rounds, criteria)


@given(st.integers(5, 17), st.integers(2, 4), st.integers(2, 4), st.integers(0, 99))
@settings(max_examples=25)
def test_the_gain_of_every_swap_is_the_difference_of_costs(n_people, n_groups, n_rounds, seed):
    problem, chance = uneven(n_people, n_groups, n_rounds), Chance(seed)
    chains = Focused(problem, chance)
    for units in chance.units(20, 3, len(chains.costs)):
        if chains.costs.all():
            chains.step(units)
    plans = [chains.plan(k) for k in range(8)]
    assert chains.costs[:8].tolist() == [NEW.cost(problem, plan) for plan in plans]
    assert all(is_complete(problem, plan) for plan in plans)
    rounds, people = 0 * chains.costs + n_rounds - 1, 0 * chains.costs + n_people - 1
    gain, plan = chains.gain(rounds, people)[0], plans[0]
    after = []
    for other in np.flatnonzero(plan[-1] != plan[-1, -1]):
        swapped = plan.copy()
        swapped[-1, [other, -1]] = swapped[-1, [-1, other]]
        after.append(int(chains.costs[0]) - NEW.cost(problem, swapped))
    assert sorted(after) == sorted(gain[gain > -1000].tolist())


@pytest.mark.parametrize("cell", [(7, 3, 9), (8, 5, 6), (10, 5, 7), (10, 10, 3)])
def test_the_last_repeats_of_golfers_are_parted(cell):
    problem = mixing(*cell, [NEW])
    found = solve(problem, 1, Steps(20_000), has_designs=False)
    assert found.is_optimal
    assert NEW.cost(problem, found.plan) == 0


def test_groups_that_do_not_come_out_even_are_parted_as_well():
    problem = uneven(31, 7, 5)
    assert applies(problem)
    chains, chance = Focused(problem, Chance(0)), Chance(1)
    plans = [plan for plan in chains.improvements(chance) if plan is not None]
    assert NEW.cost(problem, plans[-1]) == 0
    assert is_complete(problem, plans[-1])


def test_the_same_chance_gives_the_same_plan_on_every_machine():
    chance = Chance(5)
    plans = Focused(mixing(6, 4, 5, [NEW]), chance).improvements(chance)
    last = [plan for plan in plans if plan is not None][-1]
    assert hashlib.sha256(last.astype("<i8").tobytes()).hexdigest()[:16] == "8e3b81f2f1528cd0"


def test_whoever_asks_for_more_than_mixing_gets_the_search_for_that():
    cells = Kinds.of("country", [[str(i % 3)] for i in range(12)])
    assert not applies(uneven(12, 3, 2, (NEW, Spread(Wish("spread country"), cells))))
    assert not applies(uneven(12, 1, 2))
    pinned = np.full((2, 12), -1)
    pinned[0, 3] = 1
    plain = uneven(12, 3, 2)
    assert not applies(Problem(plain.people, plain.rounds, plain.criteria, pinned))

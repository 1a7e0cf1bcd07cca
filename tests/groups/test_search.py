import hashlib
import itertools

import numpy as np
import pytest

from ogpworkshop.groups import (
    First,
    Interrupted,
    Problem,
    Seconds,
    Steps,
    Wish,
    mixing,
    score,
    search,
    seated,
    solve,
)
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.score import is_complete

NEW = Meet(Wish("meet new"))


def workshop(n_people=24, n_groups=4, n_rounds=3):
    """A small workshop of which everything is asked at once."""
    cells = [[f"country {i % 7}"] for i in range(n_people)]
    pairs = [["twins"] if i in {3, 10} else [] for i in range(n_people)]
    foes = [["foes"] if i in {0, 7, 14} else [] for i in range(n_people)]
    experts = np.arange(n_people) % 5 == 0
    present = np.ones(n_people, dtype=np.bool_)
    part = present.copy()
    part[[1, 2]] = False
    rounds = [seated("first", part, n_groups)]
    rounds += [seated(f"round {r}", present, n_groups) for r in range(1, n_rounds)]
    criteria = (
        Spread(Wish("spread country", weight=3), Kinds.of("country", cells)),
        Together(Wish("together twins", is_must=True), Kinds.of("twins", pairs)),
        Apart(Wish("apart foes", is_must=True), Kinds.of("foes", foes)),
        Need(Wish("need expert", is_must=True), experts, "experts", at_least=1),
        NEW,
    )
    return Problem(tuple(f"P{i}" for i in range(n_people)), tuple(rounds), criteria)


def test_the_same_seed_gives_the_same_plan_on_every_machine():
    plan = solve(workshop(), 7, Steps(600)).plan
    again = solve(workshop(), 7, Steps(600)).plan
    assert plan.tobytes() == again.tobytes()
    digest = hashlib.sha256(plan.astype("<i8").tobytes()).hexdigest()[:16]
    assert digest == "b5a15bd3d04bcbe7"


def test_another_seed_gives_another_plan():
    plans = {solve(workshop(), seed, Steps(300)).plan.tobytes() for seed in range(3)}
    assert len(plans) == 3


def test_everything_that_must_hold_does():
    problem = workshop()
    for seed in range(3):
        plan = solve(problem, seed, Steps(1500)).plan
        report = score(problem, plan)
        assert is_complete(problem, plan)
        assert report.is_sound, report.verdict
        assert plan[1, 3] == plan[1, 10]
        assert len({plan[2, i] for i in (0, 7, 14)}) == 3


@pytest.mark.parametrize(
    ("n_groups", "size", "n_rounds"),
    [(5, 3, 6), (6, 4, 5), (7, 5, 5), (8, 4, 6)],
)
def test_golfers_who_need_not_meet_twice_do_not(n_groups, size, n_rounds):
    problem = mixing(n_groups, size, n_rounds, [NEW])
    found = solve(problem, 3, Steps(20_000), has_designs=False)
    assert found.is_optimal
    assert NEW.cost(problem, found.plan) == 0


def test_too_few_groups_reach_the_bound_of_summed_pigeonholes():
    problem = mixing(6, 8, 5, [NEW])
    assert NEW.bound(problem).cost == 120
    found = solve(problem, 1, Steps(20_000))
    assert found.is_optimal
    assert score(problem, found.plan).verdict == "optimal (proven)"


def test_a_search_ends_at_once_when_nothing_better_can_exist():
    assert solve(mixing(4, 3, 1, [NEW]), 0, Steps(10**9)).steps == 0
    assert solve(mixing(1, 5, 4, ()), 0, Steps(10**9)).steps == 0


def test_every_improvement_is_better_than_the_one_before():
    ranks = [(found.breaches, found.cost) for found in search(workshop(48, 6, 5), 5, Steps(1500))]
    assert len(ranks) > 2
    assert all(after < before for before, after in itertools.pairwise(ranks))


def test_ctrl_c_keeps_the_best_plan_so_far():
    seen = []

    def press(improvement):
        seen.append(improvement)
        if len(seen) == 2:
            raise KeyboardInterrupt

    found = solve(workshop(), 0, Steps(10**9), press)
    assert found.is_interrupted
    assert found.plan.tobytes() == seen[-1].plan.tobytes()
    assert is_complete(workshop(), found.plan)


def test_somebody_else_can_end_the_search_too():
    stop = Interrupted()
    stop.interrupt()
    found = solve(workshop(), 0, First([stop, Steps(10**9)]))
    assert is_complete(workshop(), found.plan)


def test_a_time_limit_of_nothing_still_gives_a_plan():
    found = solve(workshop(), 0, Seconds(0))
    assert is_complete(workshop(), found.plan)


def test_pinned_people_stay():
    problem = workshop()
    pinned = np.full((3, 24), -1)
    pinned[:, :8] = np.arange(8) % 4
    pinned[0, [1, 2]] = -1
    held = Problem(problem.people, problem.rounds, problem.criteria, pinned)
    plan = solve(held, 1, Steps(400)).plan
    assert (plan[pinned >= 0] == pinned[pinned >= 0]).all()
    assert is_complete(problem, plan)


@pytest.mark.parametrize("n_people", [1, 2, 3])
def test_very_few_people_are_no_problem(n_people):
    present = np.ones(n_people, dtype=np.bool_)
    for n_groups in range(1, n_people + 1):
        rounds = (seated("a", present, n_groups), seated("b", present, n_groups))
        names = tuple(map(str, range(n_people)))
        problem = Problem(names, rounds, (NEW,))
        assert is_complete(problem, solve(problem, 0, Steps(50)).plan)


@pytest.mark.parametrize("n_groups", range(1, 8))
def test_any_number_of_groups_comes_out_even(n_groups):
    # one tool splits only into powers of two, another makes rooms of 8 and of 1
    present = np.ones(17, dtype=np.bool_)
    sizes = seated("a", present, n_groups).sizes
    assert (sizes.sum(), len(sizes)) == (17, n_groups)
    assert sizes.max() - sizes.min() <= 1


def test_seats_alone_force_sizes_apart():
    round_ = seated("a", np.ones(20, dtype=np.bool_), 3, seats=[4, None, 30])
    assert round_.sizes.tolist() == [4, 8, 8]
    with pytest.raises(ValueError, match="20 people, 12 seats"):
        seated("a", np.ones(20, dtype=np.bool_), 3, seats=[4, 4, 4])

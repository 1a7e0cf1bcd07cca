"""Musts that cannot hold together: no false alarm, and none left out of the set for nothing."""

from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.groups import Problem, Wish, seated
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.place import PlaceAt
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.fitting import begun, fits, smallest
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.problem import Round

MUST = Wish("must", is_must=True)


def sets(n, *people):
    cells = [[str(k) for k, each in enumerate(people) if i in each] for i in range(n)]
    return Kinds.of("", cells)


@st.composite
def asked(draw):
    n = draw(st.integers(2, 6))
    round_ = seated("r", np.ones(n, bool), draw(st.integers(1, 3)))
    person = st.integers(0, n - 1)
    criteria = []
    for _ in range(draw(st.integers(1, 5))):
        some = draw(st.sets(person, min_size=2, max_size=4))
        match draw(st.sampled_from(["together", "apart", "foes", "need", "spread"])):
            case "together":
                criteria.append(Together(MUST, sets(n, some)))
            case "apart":
                criteria.append(Apart(MUST, sets(n, some)))
            case "spread":
                some_more = draw(st.sets(person, max_size=3))
                criteria.append(Spread(MUST, sets(n, some, some_more)))
            case "foes":
                names = np.zeros((n, n), dtype=np.int64)
                names[min(some), max(some)] = 1
                criteria.append(Foes(MUST, names))
            case _:
                members = np.isin(np.arange(n), list(some))
                least = draw(st.integers(0, 2))
                most = draw(st.none() | st.integers(least, 2))
                criteria.append(Need(MUST, members, "x", least, most))
    return Problem(tuple(map(str, range(n))), (round_,), tuple(criteria))


def is_possible(problem, criteria):
    round_ = problem.rounds[0]
    for groups in product(range(round_.n_groups), repeat=problem.n_people):
        sizes = np.bincount(groups, minlength=round_.n_groups)
        if (sizes < round_.low).any() or (sizes > round_.high).any():
            continue
        plan = np.array([groups], dtype=np.int64)
        if not any(each.cost(problem, plan) for each in criteria):
            return True
    return False


@settings(max_examples=150, deadline=None)
@given(asked())
def test_what_is_said_to_be_impossible_is(problem):
    if not fits(problem.criteria, problem.rounds[0]):
        assert not is_possible(problem, problem.criteria)


@settings(max_examples=80, deadline=None)
@given(asked())
def test_no_smaller_set_clashes_than_the_one_that_is_named(problem):
    found = smallest(problem.criteria, problem.rounds[0])
    if found:
        assert not is_possible(problem, found)
        for few in combinations(problem.criteria, len(found) - 1):
            assert fits(few, problem.rounds[0])


def test_a_contradiction_among_thirty_musts_is_found_and_named():
    n = 48
    round_ = seated("r", np.ones(n, bool), 6)
    experts = np.arange(n) >= 42
    musts = [Together(MUST, sets(n, {3 * k, 3 * k + 1})) for k in range(14)]
    musts += [Apart(MUST, sets(n, {3 * k, 3 * k + 2})) for k in range(13)]
    musts += [Need(MUST, experts, "expert", 1)]
    assert fits(musts, round_)
    clash = [Together(MUST, sets(n, {42, 43})), Together(MUST, sets(n, {1, 5}))]
    assert set(map(id, smallest([*musts, *clash], round_))) == {id(musts[-1]), id(clash[0])}


def test_seven_people_who_all_part_from_each_other_do_not_fit_into_six_groups():
    round_ = seated("r", np.ones(48, bool), 6)
    pairs = [Apart(MUST, sets(48, {i, j})) for i in range(7) for j in range(i)]
    assert len(smallest(pairs, round_)) == 21
    assert not smallest(pairs[1:], round_)


def test_the_smallest_set_is_named_although_a_larger_one_comes_first():
    n = 12
    round_ = seated("r", np.ones(n, bool), 3)  # groups of four
    ring = [
        Apart(MUST, sets(n, {i, j})) for i, j in combinations(range(4), 2)
    ]  # four, three groups
    experts = Need(MUST, np.isin(np.arange(n), [8, 9, 10]), "expert", 1)
    bound = [Together(MUST, sets(n, {8, 11})), Together(MUST, sets(n, {9, 11}))]
    found = smallest([*ring, experts, *bound], round_)
    assert set(map(id, found)) == {id(experts), *map(id, bound)}


def test_a_room_for_two_kinds_of_people_is_too_small():
    round_ = seated("r", np.ones(8, bool), 2)
    here = (np.array([True, False]),)
    some = [
        PlaceAt(MUST, np.isin(np.arange(8), people), "x", here) for people in ([0, 1, 2], [3, 4])
    ]
    assert smallest(some, round_) == tuple(some)
    assert smallest(some[:1], round_) == ()


def test_hundreds_of_people_who_must_be_parted_are_no_fault_of_ogp():
    n = 800
    pairs = Kinds.of("", [[str(i // 2)] for i in range(n)])
    assert fits([Apart(MUST, pairs)], seated("r", np.ones(n, bool), 100))


def test_what_is_spread_cannot_be_gathered():
    kinds = Kinds.of("country", [["abcd"[i % 4]] for i in range(16)])
    both = [Gather(MUST, kinds), Spread(MUST, kinds)]
    round_ = seated("r", np.ones(16, bool), 4)
    assert smallest([Foes(MUST, np.zeros((16, 16), dtype=np.int64)), *both], round_) == tuple(both)


def test_a_group_that_is_left_out_needs_nobody():
    # its topic is wished by too few: it has no places at all
    round_ = Round("r", np.ones(6, bool), np.array([3, 3, 0]), np.array([3, 3, 0]), tuple("abc"))
    assert fits([Need(MUST, np.arange(6) < 2, "x", 1)], round_)


def test_who_must_be_spread_over_many_groups_is_not_placed_one_by_one():
    n = 1000
    kinds = Kinds.of("letter", [["abcdefghijk"[i % 11]] for i in range(n)])
    apart = Apart(MUST, sets(n, {1, 2}))
    round_ = seated("r", np.ones(n, bool), 100)
    begun_ = begun([Spread(MUST, kinds), apart], round_, 0)
    assert begun_.is_open.sum() == 2  # the two who are to be parted
    assert begun_.is_possible()

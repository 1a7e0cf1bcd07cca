from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.groups import Wish, seated
from ogpworkshop.groups.circles import cuts
from ogpworkshop.groups.criteria.friends import Friends
from ogpworkshop.groups.problem import Problem


def named(n_people, *links):
    names = np.zeros((n_people, n_people), dtype=np.int64)
    for i, j in links:
        names[i, j] = 1
    return names


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_groups_cut_fewer_names(data):
    n_people, size = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 4))
    drawn = data.draw(st.lists(st.booleans(), min_size=n_people**2, max_size=n_people**2))
    names = np.array(drawn).reshape(n_people, n_people).astype(np.int64)
    np.fill_diagonal(names, 0)
    lost = [
        int(names[groups[:, None] != groups[None, :]].sum())
        for groups in map(np.array, product(range(n_people), repeat=n_people))
        if np.bincount(groups).max() <= size
    ]
    assert cuts(names, size)[0] <= min(lost)


def test_of_a_chain_every_full_group_cuts_one_name():
    chain = named(9, *((i, i + 1) for i in range(8)))
    assert cuts(chain, 3) == (2, 9)


def test_whom_everybody_names_has_room_for_a_few():
    star = named(9, *((i, 0) for i in range(1, 9)))
    assert cuts(star, 3) == (6, 9)


def test_names_that_are_returned_are_cut_twice():
    assert cuts(named(3, (0, 1), (1, 0), (1, 2), (2, 1)), 2) == (2, 3)


def test_circles_that_fit_lose_nothing():
    assert cuts(named(6, (0, 1), (1, 2), (3, 4), (4, 5), (5, 3)), 3)[0] == 0


def test_the_bound_says_that_a_circle_is_larger_than_a_group():
    everybody = np.ones(6, dtype=np.bool_)
    problem = Problem(tuple("abcdef"), (seated("r", everybody, 2),))
    chain = named(6, *((i, i + 1) for i in range(5)))
    bound = Friends(Wish("friends"), chain).bound(problem)
    assert (bound.cost, bound.why) == (1, "6 people are linked by whom they name, a group has 3")


def test_whom_one_of_two_names_suffices_may_lose_the_other():
    everybody = np.ones(6, dtype=np.bool_)
    problem = Problem(tuple("abcdef"), (seated("r", everybody, 2),))
    ring = named(6, *((i, (i + k) % 6) for i in range(6) for k in (1, 5)))
    assert Friends(Wish("friends"), ring, 1).bound(problem).cost == 0
    assert Friends(Wish("friends"), ring).bound(problem).cost > 0


def test_whom_many_name_cannot_sit_with_all_of_them():
    everybody = np.ones(12, dtype=np.bool_)
    problem = Problem(tuple("abcdefghijkl"), (seated("r", everybody, 3),))
    names = named(12, *((i, 0) for i in range(1, 12)), *((i, i % 11 + 1) for i in range(1, 12)))
    bound = Friends(Wish("friends"), names).bound(problem)
    assert (bound.cost, bound.why) == (8, "11 people name a, a group has 3 others")

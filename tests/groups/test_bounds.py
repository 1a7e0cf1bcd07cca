import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.groups import Wish, mixing, seated
from ogpworkshop.groups.again import coincidences, repeats
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.parts import even, fewest_pairs, most_pairs
from ogpworkshop.groups.problem import Problem
from ogpworkshop.groups.transport import cheapest

# people, groups, rounds: coincidences and repeats that cannot be avoided
FORCED = [
    ((6, 8, 5), (120, 48)),
    ((4, 6, 4), (48, 24)),
    ((5, 10, 3), (75, 50)),
    ((8, 4, 10), (0, 0)),
]


@pytest.mark.parametrize(("cell", "forced"), FORCED)
def test_forced_meetings_are_summed_over_pairs_of_rounds(cell, forced):
    problem = mixing(*cell, [Meet(Wish("meet new"))])
    assert (coincidences(problem)[0], repeats(problem)[0]) == forced


def test_more_rounds_than_people_to_meet_force_repeats_by_count():
    problem = mixing(3, 2, 6)
    least, why = repeats(problem)
    assert least == 3
    assert why == "6 rounds make 18 meetings, there are only 15 pairs"


def test_people_who_come_for_one_day_are_not_counted_on_the_other():
    first, second = np.arange(12) < 8, np.arange(12) >= 4
    rounds = (seated("a", first, 2), seated("b", second, 2))
    problem = Problem(tuple(map(str, range(12))), rounds)
    # four people take part in both: two of each group, who can part again
    assert coincidences(problem)[0] == 0


@given(st.integers(0, 12), st.lists(st.integers(1, 5), min_size=1, max_size=4))
@settings(deadline=None)
def test_fewest_pairs_are_the_fewest(total, caps):
    ways = [
        parts
        for parts in itertools.product(*(range(cap + 1) for cap in caps))
        if sum(parts) == total
    ]
    if ways:
        pairs = [sum(k * (k - 1) // 2 for k in parts) for parts in ways]
        assert fewest_pairs(total, caps) == min(pairs)
        assert most_pairs(total, caps) == max(pairs)


def test_numbers_that_cannot_be_equal_differ_by_one():
    assert even(7, 3) == 1 + 1 + 3
    assert even(7, 0) == 0


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_cheapest_sharing_out_is_the_cheapest(data):
    n_people, n_groups = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 3))
    some = st.lists(st.integers(0, 4), min_size=n_people * n_groups, max_size=n_people * n_groups)
    price = np.array(data.draw(some)).reshape(n_people, n_groups)
    round_ = seated("r", np.ones(n_people, dtype=np.bool_), n_groups)
    least, groups = cheapest(price, round_.low, round_.high)
    costs = [
        int(price[np.arange(n_people), each].sum())
        for each in itertools.product(range(n_groups), repeat=n_people)
        if (np.bincount(each, minlength=n_groups) >= round_.low).all()
        and (np.bincount(each, minlength=n_groups) <= round_.high).all()
    ]
    assert least == min(costs)
    assert int(price[np.arange(n_people), groups].sum()) == least


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_one_column_can_always_be_spread_whatever_the_seats(data):
    n_people, n_groups = data.draw(st.integers(2, 7)), data.draw(st.integers(1, 3))
    cells = data.draw(st.lists(st.sampled_from("ab "), min_size=n_people, max_size=n_people))
    seats = data.draw(st.lists(st.integers(1, 4) | st.none(), min_size=n_groups, max_size=n_groups))
    if n_groups > n_people or (None not in seats and sum(seats) < n_people):
        return
    round_ = seated("r", np.ones(n_people, dtype=np.bool_), n_groups, seats=seats)
    spread = Spread(Wish("spread"), Kinds.of("c", [list(cell.strip()) for cell in cells]))
    problem = Problem(tuple(map(str, range(n_people))), (round_,))
    costs = [
        spread.cost(problem, np.array([groups]))
        for groups in itertools.product(range(n_groups), repeat=n_people)
        if (np.bincount(groups, minlength=n_groups) >= round_.low).all()
        and (np.bincount(groups, minlength=n_groups) <= round_.high).all()
    ]
    assert min(costs) == 0

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.groups.cover import Cover, Demand


@st.composite
def demands(draw):
    made = []
    for _ in range(draw(st.integers(0, 5))):
        people = draw(st.integers(1, 2**7 - 1))
        made.append(Demand(people, draw(st.integers(1, people.bit_count()))))
    return tuple(made)


def smallest(asked):
    for size in range(8):
        for chosen in combinations(range(7), size):
            bits = sum(1 << i for i in chosen)
            if all((each.people & bits).bit_count() >= each.number for each in asked):
                return size
    raise AssertionError(asked)


@settings(max_examples=200, deadline=None)
@given(demands())
def test_no_smaller_set_of_people_meets_all_demands(asked):
    cover = Cover(asked)
    assert cover.least == smallest(asked)
    for found in cover.sets:
        assert found.bit_count() == cover.least
        assert all((each.people & found).bit_count() >= each.number for each in asked)


def test_one_person_in_several_sets_serves_them_all():
    assert Cover((Demand(0b011, 1), Demand(0b110, 1))).sets == [0b010]


def test_a_demand_that_nobody_can_meet_proves_nothing():
    assert Cover((Demand(0b1, 2),)).least == 0

import itertools

import numpy as np
import pytest

from ogpworkshop.groups import Steps
from ogpworkshop.groups.advice import all_meet, choices, until_all_met
from ogpworkshop.groups.tables import meetings

# people, most of a group, rounds until everybody has met: known to be the fewest
PROVEN = [(24, 8, 5), (30, 6, 7), (16, 4, 5), (30, 8, 5), (9, 3, 4), (6, 3, 4), (8, 2, 7)]


@pytest.mark.parametrize(("n_people", "size", "rounds"), PROVEN)
def test_all_have_met_after_so_many_rounds_and_not_before(n_people, size, rounds):
    assert until_all_met(n_people, size).rounds == rounds


@pytest.mark.parametrize(("n_people", "size"), [(24, 8), (16, 4), (9, 3), (12, 4), (10, 5)])
def test_a_plan_in_as_many_rounds_exists(n_people, size):
    plan = all_meet(n_people, size, until_all_met(n_people, size).rounds, stop=Steps(8000))
    met = meetings(plan)
    np.fill_diagonal(met, 1)
    assert met.all()
    for groups in plan:
        assert np.bincount(groups).max() <= size


def splits(people, size, n_groups):
    """Every way to part people into so many groups of at most so many."""
    for labels in itertools.product(range(n_groups), repeat=len(people)):
        if max(np.bincount(labels)) <= size:
            yield frozenset(
                (a, b) for a, b in itertools.combinations(people, 2) if labels[a] == labels[b]
            )


@pytest.mark.parametrize(
    ("n_people", "size"), [(3, 2), (4, 2), (4, 3), (5, 2), (5, 3), (5, 4), (6, 3), (6, 4)]
)
def test_in_fewer_rounds_nobody_manages(n_people, size):
    rounds = set(splits(range(n_people), size, -(-n_people // size)))
    everybody = set(itertools.combinations(range(n_people), 2))
    reached, fewest = {frozenset()}, 0
    while not any(met >= everybody for met in reached):
        reached, fewest = {met | new for met in reached for new in rounds}, fewest + 1
    assert until_all_met(n_people, size).rounds <= fewest


def test_those_who_are_all_in_one_group_have_met_after_one_round():
    assert until_all_met(7, 8).rounds == 1
    assert until_all_met(1, 8).rounds == 0
    with pytest.raises(ValueError, match="12 people in groups of 1"):
        until_all_met(12, 1)


def test_neighbouring_sizes_are_weighed_against_each_other():
    found = choices(48, 7, 3)
    assert [each.title for each in found] == [
        "6 groups of 7 and 1 of 6",
        "6 groups of 8",
        "8 groups of 6",
    ]
    assert [each.repeats for each in found] == [0, 24, 0]
    assert found[1].sentence == (
        "6 groups of 8: 24 repeat meetings forced, everybody meets at most 21 other people;"
        " all have met after 8 rounds at the earliest"
    )
    with pytest.raises(ValueError, match="1 people"):
        choices(1, 4, 2)


@pytest.mark.parametrize("n_people", [2, 3, 5, 11])
def test_very_few_people_have_choices_too(n_people):
    for each in choices(n_people, 4, 2):
        assert sum(each.sizes) == n_people

"""Maximally diverse groups: as good as trying everything, sizes kept, the same from one seed."""

from itertools import permutations

import numpy as np
import pytest

from ogpworkshop.groups import Interrupted, Seconds, Steps, diverse
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.diverse import diversity_of
from ogpworkshop.groups.drift import Drift
from ogpworkshop.groups.paired import Paired


def random_distances(n_people, seed=1):
    drawn = np.triu(np.random.default_rng(seed).uniform(0, 100, (n_people, n_people)), 1)
    return drawn + drawn.T


@pytest.mark.parametrize("sizes", [(2, 2, 2), (4, 2), (3, 2, 1), (1, 5), (3, 3, 0)])
def test_nothing_that_can_be_tried_is_more_diverse(sizes):
    distances = random_distances(6, len(sizes))
    seats = np.repeat(np.arange(len(sizes)), sizes)
    best = max(diversity_of(distances, seats[list(order)]) for order in permutations(range(6)))
    found = diverse(distances, sizes, 1, Steps(400))
    assert found.diversity == pytest.approx(best)
    assert np.bincount(found.groups, minlength=len(sizes)).tolist() == list(sizes)


@pytest.mark.parametrize("way", [Drift, Paired])
@pytest.mark.parametrize("sizes", [[10, 10, 10], [14, 9, 6, 1], [15, 15, 0]])
def test_each_way_of_changing_ends_in_groups_of_the_sizes_given(way, sizes):
    run = way(random_distances(30), np.array(sizes), Chance(1))
    hot, cold = run.pilot()
    assert hot > cold > 0
    run.turn(hot)
    for groups in run.divisions():
        assert np.bincount(groups, minlength=len(sizes)).tolist() == sizes


def test_what_people_bring_to_groups_is_kept_up_to_date_as_they_move():
    distances = np.rint(random_distances(40))
    run = Drift(distances, np.array([10] * 4), Chance(2))
    run.pilot()
    run.turn(float(run.near.max()))
    inside = run.groups == np.arange(4)[:, None]
    assert (run.gains == inside @ run.near).all()
    assert run.excess == (inside.sum(axis=1) - 10).tolist()


def test_nobody_gains_by_a_swap_in_the_end():
    distances = random_distances(30)
    run = Drift(distances, np.array([10] * 3), Chance(3))
    run.pilot()
    (groups,) = run.divisions()
    best = diversity_of(distances, groups)
    for i, j in zip(*np.triu_indices(30, 1), strict=True):
        swapped = groups.copy()
        swapped[[i, j]] = swapped[[j, i]]
        assert diversity_of(distances, swapped) < best + 0.01


def test_pairs_that_are_far_from_each_other_find_together():
    heights = np.array([150, 152, 170, 171, 190, 195])
    assert diverse(abs(heights[:, None] - heights), [2, 2, 2], 1, Steps(400)).diversity == 84


def test_the_diversity_is_that_of_the_groups():
    distances = random_distances(40)
    found = diverse(distances, [10, 10, 12, 8], 3, Steps(400))
    assert found.diversity == diversity_of(distances, found.groups)
    by_lot = diversity_of(distances, np.repeat(np.arange(4), [10, 10, 12, 8]))
    assert found.diversity > 1.05 * by_lot


def test_negative_distances_keep_people_apart():
    distances = random_distances(12) - 50
    distances[0, 1] = distances[1, 0] = -1000
    found = diverse(distances, [4, 4, 4], 1, Steps(400))
    assert found.groups[0] != found.groups[1]


def test_the_same_seed_and_steps_give_the_same_groups():
    distances = random_distances(30)
    one, other = (diverse(distances, [10] * 3, 5, Steps(200)).groups for _ in range(2))
    assert (one == other).all()


def test_the_distances_given_are_left_as_they_are():
    distances = random_distances(10) + 1
    kept = distances.copy()
    diverse(distances, [5, 5], 1, Steps(100))
    assert (distances == kept).all()


@pytest.mark.parametrize("sizes", [[6], [0, 6]])
def test_one_group_is_everybody(sizes):
    found = diverse(random_distances(6), sizes)
    assert found.diversity == pytest.approx(random_distances(6).sum() / 2)


def test_nobody_is_no_groups():
    assert diverse(np.zeros((0, 0)), [])[0].tolist() == []


def test_equal_distances_need_no_search():
    assert diverse(np.zeros((4, 4)), [2, 2]).steps == 0


def test_it_ends_when_it_is_told_to_and_when_time_is_over():
    stop = Interrupted()
    stop.interrupt()
    assert len(diverse(random_distances(30), [10] * 3, 1, stop).groups) == 30
    assert len(diverse(random_distances(30), [10] * 3, 1, Seconds(0.05)).groups) == 30


@pytest.mark.parametrize(
    ("distances", "sizes", "message"),
    [
        (np.zeros((3, 4)), [3], "square matrix"),
        (np.array([[0, np.nan], [np.nan, 0]]), [1, 1], "missing or infinite"),
        (np.array([[0, 1], [2, 0]]), [1, 1], "differs by who comes first"),
        (np.zeros((3, 3)), [2, 2], "sizes add up to 4, there are 3 people"),
        (np.zeros((3, 3)), [4, -1], "sizes add up"),
    ],
)
def test_what_cannot_be_divided_is_refused_in_words(distances, sizes, message):
    with pytest.raises(ValueError, match=message):
        diverse(distances, sizes)

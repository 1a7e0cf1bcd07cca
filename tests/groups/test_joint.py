"""Musts that clash over several rounds are found as those of one: no false alarm, none missed."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.groups import Problem, Wish, seated
from ogpworkshop.groups.clash import clashes
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.meet import Meet, Times
from ogpworkshop.groups.criteria.need import NeedOver
from ogpworkshop.groups.criteria.place import PlaceAt
from ogpworkshop.groups.criteria.rotate import Rotate
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.joint import Joint
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.model.path import ROOT, Place


def must(title="must", rounds=None):
    return Wish(title, rounds, is_must=True)


def of(n, *people):
    cells = [["x"] if i in people else [] for i in range(n)]
    return Kinds.of("", cells)


def pairs_of(n, *people):
    pairs = np.zeros((n, n), dtype=bool)
    for i, j in combinations(people, 2):
        pairs[i, j] = pairs[j, i] = True
    return pairs


def held(n, n_groups, n_rounds, *criteria):
    rounds = tuple(seated(f"round {r}", np.ones(n, bool), n_groups) for r in range(n_rounds))
    return Problem(tuple(f"P{i}" for i in range(n)), rounds, tuple(criteria))


def said(problem):
    return [each.message for each in clashes(problem, [Place(ROOT)] * len(problem.criteria))]


@st.composite
def workshops(draw):
    n, n_rounds = draw(st.integers(3, 5)), 2
    n_groups = draw(st.integers(2, 3 if n < 5 else 2))
    some = st.sets(st.integers(0, n - 1), min_size=2, max_size=3)
    criteria = []
    for _ in range(draw(st.integers(1, 4))):
        spoken = draw(st.sampled_from([None, (0,), (1,)]))
        people = tuple(sorted(draw(some)))
        match draw(st.sampled_from(["times", "times", "together", "apart", "place", "meet"])):
            case "times":
                over = spoken or (0, 1)
                least = draw(st.integers(0, len(over)))
                most = draw(st.none() | st.integers(least, 2))
                pairs = pairs_of(n, *people)
                criteria.append(Times(must(rounds=over), pairs, over, least, most))
            case "together":
                criteria.append(Together(must(rounds=spoken), of(n, *people)))
            case "apart":
                criteria.append(Apart(must(rounds=spoken), of(n, *people)))
            case "place":
                at = tuple(np.arange(n_groups) == 0 for _ in spoken or (0, 1))
                members = np.isin(np.arange(n), people[:2])
                criteria.append(PlaceAt(must(rounds=spoken), members, "x", at))
            case _:
                criteria.append(Meet(must()))
    return held(n, n_groups, n_rounds, *criteria)


def is_possible(problem):
    ways = []
    for round_ in problem.rounds:
        every = product(range(round_.n_groups), repeat=problem.n_people)
        sizes = [(row, np.bincount(row, minlength=round_.n_groups)) for row in every]
        ways.append([r for r, n in sizes if (n >= round_.low).all() and (n <= round_.high).all()])
    return any(
        not any(each.cost(problem, np.array(plan)) for each in problem.criteria)
        for plan in product(*ways)
    )


@settings(deadline=None)
@given(workshops())
def test_musts_are_refused_only_where_no_groups_keep_to_them(problem):
    if said(problem):
        assert not is_possible(problem)


@settings(deadline=None)
@given(workshops())
def test_of_pairs_that_are_few_every_clash_is_found(problem):
    if not any(isinstance(each, Meet) for each in problem.criteria):
        assert bool(said(problem)) is not is_possible(problem)


def test_two_pairs_who_must_meet_leave_nobody_to_a_third_group():
    a, b = (
        Times(must(title), pairs_of(4, *pair), (0,), 1)
        for title, pair in (("a", (1, 3)), ("b", (0, 2)))
    )
    assert said(held(4, 3, 1, a, b)) == [ONE_AND_TWO]
    assert said(held(5, 3, 1, Times(must("a"), pairs_of(5, 1, 3), (0,), 1))) == []


ONE_AND_TWO = "“a” and “b” cannot hold together over the rounds"


@pytest.mark.parametrize(
    ("criteria", "sentence"),
    [
        (
            [Times(must("a"), pairs_of(6, 0, 1), (0, 1), 1), Apart(must("b"), of(6, 0, 1))],
            f"{ONE_AND_TWO}: P0 and P1 can share a group in no round",
        ),
        (
            [Times(must("a"), pairs_of(6, 0, 1), (0, 1), 0, 1), Together(must("b"), of(6, 0, 1))],
            f"{ONE_AND_TWO}: P0 and P1 share a group in 2 rounds in any case",
        ),
        (
            [
                Meet(must("a")),
                PlaceAt(must("b"), np.arange(6) < 2, "x", (np.arange(3) == 1,) * 2),
            ],
            f"{ONE_AND_TWO}: P0 and P1 share a group in 2 rounds in any case",
        ),
        (
            [
                Rotate(must("a"), ("A", "B", "C"), (np.arange(3),) * 2),
                PlaceAt(must("b"), np.arange(6) < 1, "x", (np.arange(3) == 1,) * 2),
            ],
            f"{ONE_AND_TWO}: P0 can be at 1 station in 2 rounds",
        ),
        (
            [
                NeedOver(must("a"), np.arange(6) < 1, "x"),
                PlaceAt(must("b"), np.arange(6) < 1, "x", (np.arange(3) == 1,) * 2),
            ],
            "“a” must hold and cannot: beside those of x are 2 chairs in all rounds, for 5 people",
        ),
        (
            [
                Times(must("a"), pairs_of(6, 0, 1), (0, 1), 2),
                Times(must("b"), pairs_of(6, 1, 2), (0, 1), 2),
                Apart(must("other"), of(6, 4, 5)),
            ],
            f"{ONE_AND_TWO}",
        ),
    ],
)
def test_what_clashes_over_the_rounds_is_named_with_the_reason(criteria, sentence):
    assert said(held(6, 3, 2, *criteria)) == [sentence]


def test_two_who_meet_a_third_too_often_not_to_meet():
    never = Times(must("c"), pairs_of(24, 0, 2), (0, 1, 2, 3, 4), 0, 0)
    often = [
        Times(must(title), pairs_of(24, *pair), (0, 1, 2, 3, 4), 3)
        for title, pair in (("a", (0, 1)), ("b", (1, 2)))
    ]
    others = [Apart(must(), of(24, 3 + k, 13 + k)) for k in range(8)]
    (message,) = said(held(24, 6, 5, *others, *often, never))
    assert message.startswith("“a”, “b” and “c” cannot hold together over the rounds: ")
    assert message.endswith("P0 and P2 both meet P1 so often that they meet")
    apart = [Apart(must("d", (r,)), of(24, 0, 2)) for r in (0, 1, 2, 3, 4)]
    (message,) = said(held(24, 6, 5, *others, *often, *apart))
    assert message.startswith("“a”, “b” and “d in 5 sessions” cannot hold together")
    assert not said(held(24, 6, 5, *others, *often, *apart[1:]))


def test_everybody_comes_to_those_who_are_bound_to_one_table_as_far_as_it_has_chairs():
    asked = [
        NeedOver(must("a"), np.arange(12) < 2, "x"),
        PlaceAt(must("b"), np.arange(12) < 2, "x", (np.arange(3) == 0,) * 3),
    ]
    assert said(held(12, 3, 3, *asked)) == [
        f"{ONE_AND_TWO}: beside those of x there are 6 chairs in the groups where they can be, for 10 people"
    ]


def test_a_wish_asked_in_two_sessions_is_named_once():
    once = Times(must("a"), pairs_of(6, 0, 1), (0, 1), 1)
    twice = [Apart(must("b", (r,)), of(6, 0, 1)) for r in (0, 1)]
    (message,) = said(held(6, 3, 2, once, *twice))
    assert message.startswith("“a” and “b in 2 sessions” cannot hold together over the rounds")


def test_musts_of_single_rounds_alone_are_not_tried_again():
    problem = held(6, 3, 2, Together(must(), of(6, 0, 1)), Apart(must(), of(6, 0, 2)))
    assert Joint(problem).tried(problem.criteria) == (None, 1)


def test_a_pair_for_each_of_many_people_is_not_searched_for_ever():
    n = 60
    pairs = np.zeros((n, n), dtype=bool)
    for i in range(0, n, 2):
        pairs[i, i + 1] = pairs[i + 1, i] = True
    asked = [
        Times(must("a"), pairs, (0, 1, 2, 3), 1, 2),
        Apart(must("b", (0, 1)), of(n, *range(9))),
    ]
    assert not said(held(n, 12, 4, *asked))

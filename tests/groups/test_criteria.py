"""One set of properties over all criteria: the protocol, deltas, bounds, relabelling."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ogpworkshop.groups import score, seated
from ogpworkshop.groups.bath import Bath
from ogpworkshop.groups.chains import Chains, start
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria import readers
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.balance import Balance
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.friends import Friends
from ogpworkshop.groups.criteria.gather import Gather
from ogpworkshop.groups.criteria.language import Language, _Choice
from ogpworkshop.groups.criteria.meet import FINE, Meet, Times
from ogpworkshop.groups.criteria.need import Need, NeedOver
from ogpworkshop.groups.criteria.never_alone import NeverAlone
from ogpworkshop.groups.criteria.place import PlaceAt
from ogpworkshop.groups.criteria.prefer import Prefer
from ogpworkshop.groups.criteria.rotate import Rotate
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.criteria.zones import Zones
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.layers import costs
from ogpworkshop.groups.problem import Problem, Wish
from ogpworkshop.groups.score import is_complete
from ogpworkshop.groups.standing import Standing
from ogpworkshop.groups.tables import Tables, meetings
from ogpworkshop.groups.trajectories import Trajectories
from ogpworkshop.groups.weighing import weigh

NAMES = (
    "spread", "gather", "together", "apart", "need", "never_alone", "balance", "prefer", "friends",
    "foes", "meet", "language", "place", "rotate", "zones",
)  # fmt: skip


@st.composite
def problems(draw, most_people=9, most_rounds=3):
    n_people = draw(st.integers(1, most_people))
    n_rounds = draw(st.integers(1, most_rounds))
    rounds = []
    for r in range(n_rounds):
        present = np.array(draw(st.lists(st.booleans(), min_size=n_people, max_size=n_people)))
        if draw(st.booleans()):
            present[:] = True
        present[0] = True
        n_groups = draw(st.integers(1, min(4, int(present.sum()))))
        seats = draw(st.lists(st.integers(1, 6) | st.none(), min_size=n_groups, max_size=n_groups))
        if None not in seats and sum(seats) < present.sum():
            seats = []
        rounds.append(seated(f"round {r + 1}", present, n_groups, seats=seats))
    return Problem(tuple(f"P{i}" for i in range(n_people)), tuple(rounds))


def criterion_for(draw, name, problem):  # noqa: C901, PLR0911 - one for each
    n = problem.n_people
    spoken = None if draw(st.booleans()) else (problem.n_rounds - 1,)
    wish = Wish(name, spoken)
    letters = st.lists(st.sampled_from("abc"), max_size=2, unique=True)
    kinds = Kinds.of("letter", draw(st.lists(letters, min_size=n, max_size=n)))
    numbers = np.array(draw(st.lists(st.integers(-5, 30), min_size=n, max_size=n)), dtype=np.int64)
    some = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    if name == "need":
        at_least = draw(st.integers(0, 2))
        if draw(st.booleans()):
            return NeedOver(wish, some, "x", at_least)
        at_most = draw(st.none() | st.integers(at_least, 3))
        return Need(wish, some, "x", at_least, at_most, draw(st.booleans()))
    if name == "balance":
        of = draw(st.sampled_from(["mean", "range", "sum"]))
        return Balance(wish, numbers, some, 1, of)
    if name == "spread":
        parts = st.lists(
            st.integers(0, 10_000), min_size=len(kinds.names), max_size=len(kinds.names)
        )
        target = draw(st.none() | parts)
        return Spread(wish, kinds, None if target is None else np.array(target, dtype=np.int64))
    if name in {"language", "place", "rotate", "zones"}:
        return by_places(draw, name, problem, wish, kinds)
    if name == "meet" and draw(st.booleans()):
        meant = np.triu(some[:, None] & some[None, :], 1)
        most = draw(st.none() | st.integers(0, 2))
        over = problem.rounds_of(wish)
        least = draw(st.integers(0, 2 if most is None else most))
        pairs = meant | meant.T
        return Times(Wish(name, over), pairs, over, least, most, draw(st.booleans()))
    if name == "meet":
        often = draw(st.lists(st.integers(0, 2), min_size=n * n, max_size=n * n))
        before = np.triu(np.array(often).reshape(n, n), 1)
        before = (before + before.T).astype(np.int64)
        kind = draw(st.sampled_from(["new", "most"]))
        last = draw(st.sampled_from([None, 739_000 * (before > 0) + 20 * before]))
        return Meet(Wish(name), kind, *draw(st.sampled_from([(None, None), (before, last)])))
    if name == "prefer":
        held = [problem.rounds[r].n_groups for r in problem.rounds_of(wish)]
        rank = st.integers(0, 3)
        ranks = [draw(st.lists(rank, min_size=n * g, max_size=n * g)) for g in held]
        shaped = [np.array(each).reshape(n, g) for each, g in zip(ranks, held, strict=True)]
        ranked = tuple(each.astype(np.int64) for each in shaped)
        return Prefer(wish, ranked, draw(st.booleans()))
    if name in {"friends", "foes"}:
        named = draw(st.lists(st.booleans(), min_size=n * n, max_size=n * n))
        names = np.array(named).reshape(n, n).astype(np.int64)
        np.fill_diagonal(names, 0)
        if name == "friends":
            return Friends(wish, names, draw(st.none() | st.integers(0, 2)))
        return Foes(wish, names)
    makers = {"gather": Gather, "together": Together, "apart": Apart}
    makers["never_alone"] = NeverAlone
    return makers[name](wish, kinds)


def by_places(draw, name, problem, wish, kinds):
    n, rounds = problem.n_people, [problem.rounds[r] for r in problem.rounds_of(wish)]
    some = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    if name == "zones":
        hours = st.integers(-12, 14)
        offsets = np.array(draw(st.lists(hours, min_size=n, max_size=n)), dtype=np.int64)
        return Zones(
            wish, 60 * offsets + 15 * draw(st.integers(0, 3)), some, draw(st.integers(0, 8))
        )
    if name == "language":
        assume(kinds.names)
        chosen = [_Choice(kinds.members, each).best() for each in rounds]
        best = all(is_best for _, is_best in chosen)
        return Language(wish, kinds, tuple(spoken for spoken, _ in chosen), best)
    codes = st.integers(-1, 2)
    drawn = [
        np.array(draw(st.lists(codes, min_size=each.n_groups, max_size=each.n_groups)))
        for each in rounds
    ]
    if name == "rotate":
        return Rotate(wish, ("a", "b", "c"), tuple(each.astype(np.int64) for each in drawn))
    return PlaceAt(wish, some, "x", tuple(each > 0 for each in drawn), draw(st.booleans()))


@st.composite
def cases(draw, name, **limits):
    problem = draw(problems(**limits))
    return problem, criterion_for(draw, name, problem)


def from_tables(problem, criterion, plan, weight=FINE):
    tables = Tables(problem.n_people)
    criterion.contribute(problem, tables, weight)
    return tables.total(plan)


def ties(problem, criterion, plan):
    if not isinstance(criterion, Meet):
        return 0
    pairs = np.triu_indices(problem.n_people, 1)
    met, recency = meetings(plan)[pairs], criterion.recency
    ago = 0 if recency is None else int((met * recency[pairs]).sum())
    return int(criterion.ties(problem.n_rounds)[met].sum()) + ago


def every_plan(problem):
    per_round = []
    for round_ in problem.rounds:
        choices = []
        for groups in product(range(round_.n_groups), repeat=len(round_.people)):
            sizes = np.bincount(groups, minlength=round_.n_groups)
            if (sizes >= round_.low).all() and (sizes <= round_.high).all():
                row = np.full(problem.n_people, -1)
                row[round_.people] = groups
                choices.append(row)
        per_round.append(choices)
    for rows in product(*per_round):
        yield np.array(rows, dtype=np.int64)


def n_plans(problem):
    return int(np.prod([float(each.n_groups) ** len(each.people) for each in problem.rounds]))


def test_every_module_of_criteria_is_found_and_tested_here():
    assert set(readers()) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_tables_cost_what_the_criterion_costs(name):
    @settings(max_examples=60, deadline=None)
    @given(cases(name), st.integers(0, 1000))
    def holds(case, seed):
        problem, criterion = case
        plan = start(problem, Chance(seed))
        assert is_complete(problem, plan)
        cost = criterion.cost(problem, plan)
        assert cost >= 0
        assert from_tables(problem, criterion, plan) == FINE * cost + ties(problem, criterion, plan)

    holds()


@pytest.mark.parametrize("name", NAMES)
def test_no_plan_costs_less_than_the_bound(name):
    @settings(max_examples=40, deadline=None)
    @given(cases(name, most_people=6, most_rounds=2))
    def holds(case):
        problem, criterion = case
        assume(n_plans(problem) <= 5000)
        bound = criterion.bound(problem).cost
        least = min(criterion.cost(problem, plan) for plan in every_plan(problem))
        assert 0 <= bound <= least
        if isinstance(criterion, Need | PlaceAt) or (name == "prefer" and not criterion.is_fair):
            assert bound == least

    holds()


@pytest.mark.parametrize("name", NAMES)
def test_renaming_people_changes_nothing(name):
    @settings(max_examples=30, deadline=None)
    @given(cases(name), st.integers(0, 1000))
    def holds(case, seed):
        problem, criterion = case
        plan = start(problem, Chance(seed))
        order = Chance(seed, 1).orders(1, problem.n_people)[0]
        renamed, moved = relabelled(problem, criterion, order)
        assert moved.cost(renamed, plan[:, order]) == criterion.cost(problem, plan)
        assert moved.bound(renamed).cost == criterion.bound(problem).cost

    holds()


def relabelled(problem, criterion, order):  # noqa: C901 - one for each
    rounds = tuple(
        type(each)(each.name, each.present[order], each.low, each.high, each.groups)
        for each in problem.rounds
    )
    renamed = Problem(tuple(problem.people[i] for i in order), rounds)
    match criterion:
        case Need():
            moved = replace(criterion, members=criterion.members[order])
        case NeedOver():
            moved = replace(criterion, members=criterion.members[order])
        case Balance():
            numbers, known = criterion.numbers[order], criterion.is_known[order]
            moved = replace(criterion, numbers=numbers, is_known=known)
        case Prefer():
            moved = replace(criterion, ranks=tuple(each[order] for each in criterion.ranks))
        case Times():
            moved = replace(criterion, pairs=criterion.pairs[np.ix_(order, order)])
        case Zones():
            offsets, known = criterion.offsets[order], criterion.is_known[order]
            moved = replace(criterion, offsets=offsets, is_known=known)
        case PlaceAt():
            moved = replace(criterion, members=criterion.members[order])
        case Rotate():
            moved = criterion
        case Meet():
            before, last = criterion.before, criterion.last
            before = None if before is None else before[np.ix_(order, order)]
            last = None if last is None else last[np.ix_(order, order)]
            moved = Meet(criterion.wish, criterion.kind, before, last)
        case Friends() | Foes():
            moved = replace(criterion, names=criterion.names[np.ix_(order, order)])
        case _:
            kinds = Kinds(
                criterion.kinds.column, criterion.kinds.names, criterion.kinds.members[order]
            )
            moved = replace(criterion, kinds=kinds)
    return renamed, moved


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_that_costs_something_is_explained(name):
    @settings(max_examples=30, deadline=None)
    @given(cases(name), st.integers(0, 1000))
    def holds(case, seed):
        problem, criterion = case
        plan = start(problem, Chance(seed))
        sentences = criterion.explain(problem, plan)
        if criterion.cost(problem, plan) and name != "balance":
            assert sentences
        assert all(sentence and not sentence.endswith(".") for sentence in sentences)

    holds()


def test_spreading_eight_people_over_six_groups_leaves_two_groups_with_two():
    everybody = np.ones(12, dtype=np.bool_)
    kinds = Kinds.of("country", [["Pakistan"]] * 8 + [["Mongolia"]] * 4)
    problem = Problem(tuple("abcdefghijkl"), (seated("r", everybody, 6),))
    spread = Spread(Wish("spread country"), kinds)
    why = spread.bound(problem).why
    assert why == "“Pakistan” has 8 people for 6 groups: at least 2 must have 2"
    fair = np.array([[0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]])
    assert spread.cost(problem, fair) == 0
    unfair = np.array([[0, 0, 0, 3, 4, 5, 1, 1, 2, 3, 4, 5]])
    assert spread.cost(problem, unfair) > 0


@pytest.mark.parametrize(("sizes", "size", "mixed"), [((26, 24, 21, 19, 15), 5, 2)])
def test_a_deck_of_105_leaves_at_least_two_mixed_groups(sizes, size, mixed):
    # GroupEng's sample: of 21 groups of five, 19 can be of one kind
    cells = [[str(k)] for k, number in enumerate(sizes) for _ in range(number)]
    n_groups = len(cells) // size
    problem = Problem(
        tuple(map(str, range(len(cells)))), (seated("r", np.ones(105, bool), n_groups),)
    )
    gather = Gather(Wish("gather"), Kinds.of("kind", cells))
    pure = sum(number // size for number in sizes)
    assert n_groups - pure == mixed
    assert gather.bound(problem).cost > 0


def test_people_who_must_meet_are_the_pairs_that_share_a_group():
    plan = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
    met = meetings(plan)
    expected = {(0, 1), (2, 3), (0, 2), (1, 3)}
    assert {(i, j) for i, j in combinations(range(4), 2) if met[i, j]} == expected
    assert (met == met.T).all()


def test_a_score_of_nothing_asked_is_optimal():
    problem = Problem(("a", "b"), (seated("r", np.ones(2, bool), 1),))
    report = score(problem, np.zeros((1, 2), dtype=np.int64))
    assert report.is_optimal


@st.composite
def asked(draw):
    """A problem with several criteria and some people pinned."""
    problem = draw(problems())
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    criteria = tuple(criterion_for(draw, name, problem) for name in names)
    pinned = None
    if draw(st.booleans()):
        pinned = start(problem, Chance(draw(st.integers(0, 99))))
        free = draw(st.lists(st.booleans(), min_size=pinned.size, max_size=pinned.size))
        pinned[np.array(free).reshape(pinned.shape)] = -1
    return Problem(problem.people, problem.rounds, criteria, pinned)


@settings(max_examples=150, deadline=None)
@given(asked(), st.integers(0, 1000), st.sampled_from([0.001, 1.0, 50.0, 1e6]))
def test_costs_kept_while_swapping_are_the_costs_of_the_plans(problem, seed, temperature):
    chance = Chance(seed)
    tables = Tables(problem.n_people)
    for weight, criterion in enumerate(problem.criteria, 1):
        criterion.contribute(problem, tables, weight * FINE)
    chains = Chains(problem, tables, [start(problem, chance) for _ in range(3)])
    for _ in range(2):
        for r in range(problem.n_rounds):
            if problem.rounds[r].n_groups > 1:
                bath = Bath(chains, r)
                bath.steps(4, 1 / temperature, chance)
                chains.close(r)
    for chain in range(3):
        plan = chains.plan(chain)
        assert tables.total(plan) == chains.costs[chain]
        assert is_complete(problem, plan)
        if problem.pinned is not None:
            fixed = (problem.pinned >= 0) & (plan >= 0)
            assert (plan[fixed] == problem.pinned[fixed]).all()


@settings(max_examples=150, deadline=None)
@given(asked(), st.data())
def test_every_change_of_any_plan_costs_what_is_said_before(problem, data):
    # sizes need not be right, and people may be without a group
    cells = [
        data.draw(st.lists(st.integers(-1, each.n_groups - 1), min_size=n, max_size=n))
        for each, n in ((each, problem.n_people) for each in problem.rounds)
    ]
    plan = np.array(cells, dtype=np.int64)
    for r, round_ in enumerate(problem.rounds):
        plan[r, ~round_.present] = -1
    costing = costs(weigh(Problem(problem.people, problem.rounds, problem.criteria)))
    standing = Standing(costing, plan, np.zeros(plan.shape, dtype=np.bool_))
    before = costing.rank(plan)
    r = data.draw(st.integers(0, problem.n_rounds - 1))
    assume(problem.rounds[r].present.any())
    i, j = (int(data.draw(st.sampled_from(problem.rounds[r].people.tolist()))) for _ in range(2))
    g = data.draw(st.integers(0, problem.rounds[r].n_groups - 1))
    after = plan.copy()
    after[r, i] = g
    moves = standing.moves(r)
    assert (moves.breaches[i, g], moves.wishes[i, g]) == difference(costing, before, after)
    if plan[r, i] != plan[r, j] and min(plan[r, i], plan[r, j]) >= 0:
        after = plan.copy()
        after[r, [i, j]] = after[r, [j, i]]
        swaps = standing.swaps(r)
        assert (swaps.breaches[i, j], swaps.wishes[i, j]) == difference(costing, before, after)


@settings(max_examples=100, deadline=None)
@given(asked(), st.integers(0, 1000))
def test_two_people_who_change_places_in_all_rounds_gain_what_is_said_before(problem, seed):
    tables = Tables(problem.n_people)
    for weight, criterion in enumerate(problem.criteria, 1):
        criterion.contribute(problem, tables, weight * FINE)
    plan = start(problem, Chance(seed))
    gain = Trajectories(problem, tables, plan).gain()
    for i, j in combinations(range(problem.n_people), 2):
        if gain[i, j] > -(1 << 60):
            after = plan.copy()
            after[:, [i, j]] = after[:, [j, i]]
            assert gain[i, j] == tables.total(plan) - tables.total(after)


def difference(costing, before, plan):
    after = costing.rank(plan)
    return after[0] - before[0], after[1] - before[1]

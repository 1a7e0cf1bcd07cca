"""Nobody sits with the same people again and again: in every round, people meet anew."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import again, parts
from ogpworkshop.groups.asked import Asked, limits
from ogpworkshop.groups.kinds import plural, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Encounter, Ints, Tables, pairs_met
from ogpworkshop.model.near import nearest

OPTIONS = ("at_least", "at_most", "exactly", "sessions")
FINE = 16
"""Weights are multiples of this, so that ties can be broken by less than one unit of cost."""


@dataclass(frozen=True, eq=False)
class Meet:
    """Meetings of the same people, over all rounds of the workshop.

    Where repeats are forced, plans with the same number of them differ: some have a few pairs
    together in every round, others let everybody meet somebody twice. `new` counts a pair that
    meets m times as m(m-1)/2 and breaks ties against many meetings of one pair; `most` counts it
    as m-1, which leaves the most distinct meetings. A pair that met b times before, at earlier
    workshops, costs b (or 1) more for each of its meetings; of those that did, the longer it is ago
    the less, below one unit of cost.

    Attributes:
        wish: title, weight.
        kind: what repeats cost.
        before: how often each two people met before, `[person, person]`.
        last: ordinal of the day on which they last did, 0 where that is not known.
    """

    wish: Wish
    kind: Literal["new", "most"] = "new"
    before: Ints | None = None
    last: Ints | None = None

    @property
    def _earlier(self) -> Ints | None:
        """What each meeting of two people costs for those before, `[person, person]`."""
        if self.before is None:
            return None
        return self.before if self.kind == "new" else np.minimum(self.before, 1)

    @property
    def recency(self) -> Ints | None:
        """In 16ths of a repeat, what meeting again costs on top: 0 for the longest ago, 15 for the latest."""
        if self.last is None or not self.last.any():
            return None
        first = int(self.last[self.last > 0].min())
        days = np.maximum(self.last - first, 0)
        recency: Ints = (FINE - 1) * days // max(1, int(days.max()))
        return recency

    def prices(self, n_rounds: int) -> Ints:
        """What a pair costs that meets 0, 1 … n_rounds times."""
        m = np.arange(n_rounds + 1, dtype=np.int64)
        return m * (m - 1) // 2 if self.kind == "new" else np.maximum(0, m - 1)

    def ties(self, n_rounds: int) -> Ints:
        """The same for what breaks ties, in 16ths: three meetings of a pair, four of three."""
        m = np.arange(n_rounds + 1, dtype=np.int64)
        return m * (m - 1) * (m - 2) // 6 if self.kind == "new" else 0 * m

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "repeat meetings"

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Prices of all pairs."""
        i, j, met = pairs_met(plan)
        cost = int(self.prices(problem.n_rounds)[met].sum())
        earlier = self._earlier
        return cost if earlier is None else cost + int((met * earlier[i, j]).sum())

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """One price list for meetings, with the tie-break below it."""
        fine = weight // FINE
        tables.add_meetings(
            weight * self.prices(problem.n_rounds) + fine * self.ties(problem.n_rounds)
        )
        earlier = self._earlier
        if earlier is not None:
            tables.add_pairs(tuple(range(problem.n_rounds)), weight * earlier)
        recency = self.recency
        if recency is not None:
            tables.add_pairs(tuple(range(problem.n_rounds)), fine * recency)

    def bound(self, problem: Problem) -> Bound:
        """What counting and pigeonholes force."""
        least, why = again.coincidences(problem) if self.kind == "new" else again.repeats(problem)
        return Bound(least, why)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who meets most often, and how many pairs how often."""
        pairs = pairs_met(plan)
        return (*self._met_before(problem, *pairs), *self._stuck(problem, *pairs))

    def _met_before(self, problem: Problem, i: Ints, j: Ints, met: Ints) -> tuple[str, ...]:
        again = np.zeros_like(met) if self.before is None else met * self.before[i, j]
        if not again.any():
            return ()
        days = 0 * met if self.last is None else np.where(again > 0, self.last[i, j], 0)
        k = int(days.argmax() if days.any() else again.argmax())
        when = f"on {date.fromordinal(int(days[k]))}" if days.any() else "at an earlier workshop"
        pair = f"{problem.people[i[k]]} and {problem.people[j[k]]}"
        others = int((again > 0).sum()) - 1
        does = "does" if others == 1 else "do"
        more = f", as {plural(others, 'other pair')} {does}" if others else ""
        return (f"{pair} met {when} and meet again{more}",)

    def _stuck(self, problem: Problem, i: Ints, j: Ints, met: Ints) -> tuple[str, ...]:
        if met.max(initial=0) < 2:
            return ()
        most = int(met.max())
        stuck = np.flatnonzero(met == most)
        others = f" and {len(stuck) - 1} other pairs" if len(stuck) > 1 else ""
        numbers = ", ".join(f"{int((met == m).sum())} pairs {m} times" for m in range(2, most + 1))
        first, second = problem.people[i[stuck[0]]], problem.people[j[stuck[0]]]
        pair = f"{first} and {second}{others} meet {most} times"
        return (pair, f"{int((met == 1).sum())} pairs meet once, {numbers}")


@dataclass(frozen=True, eq=False)
class Times:
    """How often some pairs meet in some rounds.

    Attributes:
        wish: title, rounds, weight.
        pairs: `[person, person]`, symmetric, whether a pair is meant.
        over: positions of the rounds.
        at_least: fewest meetings asked.
        at_most: most meetings asked, None for any number.
        is_convex: whether each further meeting above the most costs more than the one before.
    """

    wish: Wish
    pairs: NDArray[np.bool_]
    over: tuple[int, ...]
    at_least: int = 0
    at_most: int | None = None
    is_convex: bool = False

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "meetings too many or too few" if self.at_least else "meetings too many"

    @property
    def prices(self) -> Ints:
        """What a pair costs that meets 0, 1, 2 … times."""
        m = np.arange(len(self.over) + 2, dtype=np.int64)
        above = 0 * m if self.at_most is None else np.maximum(0, m - self.at_most)
        above = above * (above + 1) // 2 if self.is_convex else above
        prices: Ints = np.maximum(0, self.at_least - m) + above
        return prices

    def _encounter(self, weight: int = 1) -> Encounter:
        return Encounter(self.over, self.pairs, weight * self.prices)

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Prices of the pairs."""
        met = np.zeros((problem.n_people, problem.n_people), dtype=np.int64)
        for r in self.over:
            met += (plan[r][:, None] == plan[r][None, :]) & (plan[r] >= 0)
        return int(self.prices[met[np.triu(self.pairs, 1)]].sum())

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """A price list for these pairs."""
        del problem
        tables.encounters.append(self._encounter(weight))

    def bound(self, problem: Problem) -> Bound:
        """Pairs who are there together too seldom; too many of them for the groups there are."""
        there = np.stack([problem.rounds[r].present for r in self.over]).astype(np.int64)
        shared = there.T @ there
        shared = np.where(self.pairs, shared, self.at_least)
        seldom = int(np.triu(np.maximum(0, self.at_least - shared), 1).sum())
        if seldom:
            i, j = divmod(int((self.at_least - shared).argmax()), problem.n_people)
            times = plural(int(shared[i, j]), "round")
            pair = f"{problem.people[i]} and {problem.people[j]}"
            return Bound(seldom, f"{pair} take part together in {times}")
        crowded = self._crowded(problem)
        return Bound(crowded, "so many people cannot be kept apart so often" if crowded else "")

    def _crowded(self, problem: Problem) -> int:
        """Meetings that are forced among people every two of whom are meant."""
        people = np.flatnonzero(self.pairs.any(axis=1))
        number = len(people)
        if self.at_most is None or int(self.pairs.sum()) != number * (number - 1):
            return 0
        if self.is_convex and number == problem.n_people and self.at_most == 1:
            held = tuple(problem.rounds[r] for r in self.over)
            return again.coincidences(Problem(problem.people, held))[0]
        met = 0
        for r in self.over:
            there = int(problem.rounds[r].present[people].sum())
            met += parts.fewest_pairs(there, [int(cap) for cap in problem.rounds[r].high])
        return max(0, met - self.at_most * parts.choose2(number))

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who meets too often or too seldom."""
        i, j = self._encounter().among
        met = self._encounter().met(dict(enumerate(plan)))
        cost = self.prices[met]
        return worst(
            (
                int(cost[k]),
                f"{problem.people[i[k]]} and {problem.people[j[k]]} meet {_times(int(met[k]))}",
            )
            for k in np.flatnonzero(cost).tolist()
        )


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def read(asked: Asked) -> Meet | Times:
    """From `meet: new` or `meet: most`, about all rounds, wherever it stands.

    `sessions` counts the meetings of some sessions only. `meet: [p01, p02]` or `meet: mentor`, a
    column of ids or names, says with `at_least`, `at_most` or `exactly` how often pairs meet.
    """
    criterion = asked.criterion
    at_least, at_most = limits(asked)
    over = _sessions(asked)
    if asked.value not in {"new", "most"}:
        return _pairs(asked, over, at_least, at_most)
    if at_least is not None or (at_most is not None and asked.value == "most"):
        raise asked.misasked(
            f"“meet: {asked.text}” has no number of meetings", "say whose meetings"
        )
    kind: Literal["new", "most"] = "most" if asked.text == "most" else "new"
    if not criterion.sessions and at_most is None:
        level = asked.wish(f"meet {kind}")
        return Meet(Wish(level.title, None, level.weight, level.is_must, level.level), kind)
    asked.among_few()
    everybody = ~np.eye(len(asked.people), dtype=np.bool_)
    most = 1 if at_most is None else at_most
    title = f"meet {kind}" if at_most is None else f"meet at most {_times(most)}"
    title += f" in {', '.join(criterion.sessions)}" if criterion.sessions else ""
    return Times(_over(asked, title, over), everybody, over, 0, most, kind == "new")


def _pairs(asked: Asked, over: tuple[int, ...], at_least: int | None, at_most: int | None) -> Times:
    """Of people who are listed, or who name each other in a column."""
    asked.among_few()
    if at_least is None and at_most is None:
        at_least = 1
    if (at_least or 0) > len(over):
        message = f"“meet” asks for {at_least} meetings in {plural(len(over), 'round')}"
        raise asked.misasked(message, "ask for fewer, or in more sessions")
    if isinstance(asked.value, str):
        if asked.text not in asked.columns and nearest(asked.text, ["new", "most"]):
            meant = nearest(asked.text, ["new", "most"])
            message, label = f"“{asked.text}” is neither new nor most", f"did you mean {meant}?"
            raise asked.misasked(message, label, meant, known="criterion-column-missing")
        names = asked.named(asked.text)
        pairs, what = (names + names.T) > 0, asked.text
    else:
        kinds = asked.sets_or_column()
        pairs, what = kinds.same() > 0, kinds.listed
        np.fill_diagonal(pairs, val=False)
    if at_most == 0:
        times = "never"
    elif at_least == at_most:
        times = f"exactly {_times(at_least or 0)}"
    else:
        low = f"at least {_times(at_least)}" if at_least else ""
        high = "" if at_most is None else f"at most {_times(at_most)}"
        times = " and ".join(filter(None, [low, high]))
    wish = _over(asked, f"meet {what} {times}", over)
    return Times(wish, pairs, over, at_least or 0, at_most)


def _over(asked: Asked, title: str, over: tuple[int, ...]) -> Wish:
    plain_wish = asked.wish(title)
    return Wish(plain_wish.title, over, plain_wish.weight, plain_wish.is_must, plain_wish.level)


def _sessions(asked: Asked) -> tuple[int, ...]:
    """The rounds that count: of the sessions named, or all."""
    rounds = set()
    for each in asked.criterion.sessions:
        if each not in asked.round_of:
            meant = nearest(each, asked.round_of)
            label = f"did you mean {meant}?" if meant else f"they are {', '.join(asked.round_of)}"
            raise asked.misasked(f"“{each}” is no session with groups", label)
        rounds.add(asked.round_of[each])
    return tuple(sorted(rounds or set(asked.round_of.values())))

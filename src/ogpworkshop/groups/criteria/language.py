"""Every group has a language that all of its people speak.

Which group speaks what is settled first, so that as few people as can be are left without their
language: all groups begin with the most common one, and change while that helps.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import comb

import numpy as np

from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import Kinds, plural, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Ints, Tables
from ogpworkshop.groups.transport import cheapest

OPTIONS = ("at",)
_MOST_TRIED = 200


@dataclass(frozen=True, eq=False)
class Language:
    """People in groups whose language they do not speak.

    Attributes:
        wish: title, rounds, weight.
        kinds: who speaks what; people of whom nothing is known speak everything.
        spoken: for each round of the wish, the position of each group's language.
        is_best: whether no other languages for the groups would leave fewer people without.
    """

    wish: Wish
    kinds: Kinds
    spoken: tuple[Ints, ...]
    is_best: bool = True

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "people without their group's language"

    def foreign(self, k: int) -> Ints:
        """For the k-th round of the wish, `[person, group]`, 1 where somebody cannot follow."""
        return _foreign(self.kinds.members, self.spoken[k])

    def cost(self, problem: Problem, plan: Plan) -> int:
        """People who do not speak the language of their group, over rounds."""
        total = 0
        for k, r in enumerate(problem.rounds_of(self.wish)):
            there = np.flatnonzero(plan[r] >= 0)
            total += int(self.foreign(k)[there, plan[r][there]].sum())
        return total

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """What each place costs."""
        for k, r in enumerate(problem.rounds_of(self.wish)):
            tables.add_places(r, weight * self.foreign(k).T)

    def bound(self, problem: Problem) -> Bound:
        """The cheapest sharing out of places, where the languages of groups are the best."""
        cost = 0
        for k, r in enumerate(problem.rounds_of(self.wish)):
            round_ = problem.rounds[r]
            if self.is_best:
                cost += cheapest(self.foreign(k)[round_.present], round_.low, round_.high)[0]
        return Bound(cost, "not enough people share a language to fill all groups" if cost else "")

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who cannot follow."""
        return worst(self._lost(problem, plan))

    def _lost(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for k, r in enumerate(problem.rounds_of(self.wish)):
            foreign = self.foreign(k)
            for i in np.flatnonzero(plan[r] >= 0).tolist():
                g = int(plan[r, i])
                if foreign[i, g]:
                    name = self.kinds.names[int(self.spoken[k][g])]
                    yield (
                        1,
                        f"{problem.people[i]} does not speak {name}, as {where(problem, r, g)} does",
                    )


def _languages(kinds: Kinds, spoken: Ints) -> str:
    """Which group speaks what."""
    most = int(np.bincount(spoken).argmax())
    others = [f"group {g + 1} {kinds.names[v]}" for g, v in enumerate(spoken) if v != most]
    return ", ".join([*others, f"{'the others' if others else 'all groups'} {kinds.names[most]}"])


def _foreign(members: Ints, spoken: Ints) -> Ints:
    knows_none = members.sum(axis=1) == 0
    foreign: Ints = ((members[:, spoken] == 0) & ~knows_none[:, None]).astype(np.int64)
    return foreign


class _Choice:
    """Languages for the groups of one round."""

    def __init__(self, members: Ints, round_: Round) -> None:
        self.members, self.round = members[round_.present], round_
        self.common = [int(v) for v in np.argsort(-self.members.sum(axis=0), kind="stable")]

    def cost(self, spoken: Ints) -> int:
        """People left without their language at the least."""
        foreign = _foreign(self.members, spoken)
        return cheapest(foreign, self.round.low, self.round.high)[0]

    def best(self) -> tuple[Ints, bool]:
        """Languages of the groups, and whether no others are better."""
        n_groups = self.round.n_groups
        spoken = np.full(n_groups, self.common[0], dtype=np.int64)
        cost = self.cost(spoken)
        while cost:
            ways = [self._changed(spoken, g, v) for g in range(n_groups) for v in self.common[:8]]
            costs = [self.cost(way) for way in ways]
            if min(costs) >= cost:
                break
            # the last of equal groups changes, so that the first keep the common language
            at = len(costs) - 1 - int(np.argmin(costs[::-1]))
            cost, spoken = costs[at], ways[at]
        n_ways = comb(n_groups + len(self.common) - 1, n_groups)
        if not cost or n_ways > _MOST_TRIED:
            return spoken, not cost
        alike = (self.round.low == self.round.low[0]).all()
        alike = alike and (self.round.high == self.round.high[0]).all()
        every = combinations_with_replacement(self.common, n_groups)
        tried = [np.array(way, dtype=np.int64) for way in every] if alike else []
        costs = [self.cost(way) for way in tried]
        if costs and min(costs) < cost:
            return tried[int(np.argmin(costs))], True
        return spoken, bool(costs)

    def _changed(self, spoken: Ints, group: int, language: int) -> Ints:
        changed = spoken.copy()
        changed[group] = language
        return changed


def read(asked: Asked) -> Language:
    """From `language: languages`; `at: [French, English]` says what groups 1, 2 … speak."""
    asked.among_few()
    kinds = asked.kinds(asked.text)
    if asked.criterion.at:
        spoken = tuple(_given(asked, kinds, each.n_groups) for each in asked.held)
        is_best = True
    else:
        found = [_Choice(kinds.members, each).best() for each in asked.held]
        spoken, is_best = tuple(each for each, _ in found), all(best for _, best in found)
    title = f"language {asked.text} ({_languages(kinds, spoken[0])})"
    return Language(asked.wish(title), kinds, spoken, is_best)


def _given(asked: Asked, kinds: Kinds, n_groups: int) -> Ints:
    """Languages of groups as they are written."""
    given = asked.criterion.at
    if len(given) != n_groups:
        message = f"Languages are given for {plural(len(given), 'group')}, there are {n_groups}"
        raise asked.misasked(message, "one for each group")
    return np.array(
        asked.positions(kinds, given, lambda name: f"speaks “{name}”", "they speak"), dtype=np.int64
    )

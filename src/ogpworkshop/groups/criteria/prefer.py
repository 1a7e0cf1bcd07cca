"""People get the topic or the group that they asked for, first wishes first."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import plural, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Course, Ints, Tables
from ogpworkshop.groups.transport import cheapest

OPTIONS = ("fair",)

_MOST_PLACES = 30_000_000
"""People times groups, each of which is a number in memory."""


@dataclass(frozen=True, eq=False)
class Prefer:
    """Ranks of the wishes that people get.

    Where it is to be fair, somebody who misses n ranks over all rounds counts n(n+1)/2: a second
    poor wish weighs more than another person's first.

    Attributes:
        wish: title, rounds, weight.
        ranks: for each round of the wish, `ranks[person, group]`: 0 for a first wish, 1 for a
            second; as many as the person has wishes for a group not asked for.
        is_fair: whether ranks that one person misses weigh more, the more they are.
    """

    wish: Wish
    ranks: tuple[Ints, ...]
    is_fair: bool = False

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "ranks missed, weighed by person" if self.is_fair else "ranks missed"

    def missed(self, problem: Problem, plan: Plan) -> Ints:
        """Ranks that everybody misses, over rounds."""
        missed = np.zeros(problem.n_people, dtype=np.int64)
        for r, ranks in zip(problem.rounds_of(self.wish), self.ranks, strict=True):
            there = np.flatnonzero(plan[r] >= 0)
            missed[there] += ranks[there, plan[r][there]]
        return missed

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Ranks, added up over people and rounds."""
        missed = self.missed(problem, plan)
        return int(_weighed(missed).sum() if self.is_fair else missed.sum())

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """What each place costs, or what everybody's sum does."""
        rounds = problem.rounds_of(self.wish)
        if self.is_fair:
            most = sum(int(ranks.max(initial=0)) for ranks in self.ranks)
            slots = {r: np.zeros(problem.rounds[r].n_groups, dtype=np.int64) for r in rounds}
            amounts = {r: ranks.T for r, ranks in zip(rounds, self.ranks, strict=True)}
            price = weight * _weighed(np.arange(most + 1, dtype=np.int64))
            tables.courses.append(Course(slots, amounts, 1, price))
            return
        for r, ranks in zip(rounds, self.ranks, strict=True):
            tables.add_places(r, weight * ranks.T)

    def bound(self, problem: Problem) -> Bound:
        """The cheapest sharing out of places: exact, but where it is to be fair over rounds."""
        plain = self._of_ranks(problem)
        if not self.is_fair:
            return plain
        (r, *others), first = problem.rounds_of(self.wish), self.ranks[0]
        if not others:
            round_ = problem.rounds[r]
            return Bound(_cheapest(_weighed(first), round_), plain.why)
        each, more = divmod(plain.cost, max(1, problem.n_people))
        even = [each + 1] * more + [each] * (problem.n_people - more)
        return Bound(int(_weighed(np.array(even, dtype=np.int64)).sum()), plain.why)

    def _of_ranks(self, problem: Problem) -> Bound:
        cost, why = 0, ""
        for r, ranks in zip(problem.rounds_of(self.wish), self.ranks, strict=True):
            round_ = problem.rounds[r]
            least = _cheapest(ranks, round_)
            cost += least
            why = why or (self._why(problem, r, ranks) if least else "")
        return Bound(cost, why)

    def _why(self, problem: Problem, r: int, ranks: Ints) -> str:
        """The topic, which may have several groups, that most people wish in vain."""
        round_ = problem.rounds[r]
        here = ranks[round_.present]
        first = ((here == 0) & (here.max(axis=1) > 0)[:, None]).sum(axis=0)
        topic = np.unique(here, axis=1, return_inverse=True)[1].reshape(-1)
        alike = topic[:, None] == topic[None, :]
        room = alike @ round_.high
        g = int(np.argmax(first - room))
        if first[g] <= room[g]:
            return "first wishes, seats and sizes do not come out even"
        wanted = plural(int(first[g]), "person wishes", "people wish")
        named = [round_.groups[k] for k in np.flatnonzero(alike[g])]
        several = [*named[:3], f"{len(named) - 3} more"] if len(named) > 4 else named
        names = " and ".join(several)
        return f"{wanted} {names} first, which {plural(int(room[g]), 'person', 'people')} can have"

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """People who do not get their first wish; where it is to be fair, how many ranks in all."""
        if self.is_fair and problem.n_rounds > 1:
            missed = self.missed(problem, plan)
            people = np.flatnonzero(missed).tolist()
            return worst(
                (
                    int(missed[i]),
                    f"{problem.people[i]} misses {plural(int(missed[i]), 'rank')} in all",
                )
                for i in people
            )
        return worst(self._unmet(problem, plan))

    def _unmet(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r, ranks in zip(problem.rounds_of(self.wish), self.ranks, strict=True):
            for person in np.flatnonzero(plan[r] >= 0):
                rank = int(ranks[person, plan[r][person]])
                if rank:
                    is_any = rank < int(ranks[person].max())
                    got = f"wish {rank + 1}" if is_any else "none of the wishes"
                    group = where(problem, r, int(plan[r][person]))
                    yield rank, f"{problem.people[person]} gets {got} ({group})"


def _cheapest(price: Ints, round_: Round) -> int:
    """The cheapest sharing out; groups that are alike for everybody, of one topic, are one place."""
    places, of = np.unique(price[round_.present], axis=1, return_inverse=True)
    low, high = np.zeros((2, places.shape[1]), dtype=np.int64)
    np.add.at(low, of.reshape(-1), round_.low)
    np.add.at(high, of.reshape(-1), round_.high)
    return cheapest(places, low, high)[0]


def _weighed(missed: Ints) -> Ints:
    return missed * (missed + 1) // 2


def read(asked: Asked) -> Prefer:
    """From `prefer: preferences`, a column of topics or groups, best first, parted by semicolons."""
    if asked.criterion.fair:
        asked.among_few()
    n_groups = max(map(len, asked.places), default=0)
    if len(asked.people) * n_groups > _MOST_PLACES:
        message = f"“prefer” ranks every group for everybody, which is too much for {len(asked.people)} people and {n_groups} groups"
        raise asked.misasked(message, f"people times groups: {_MOST_PLACES:,} at the most")
    cells = [[value.casefold() for value in cell] for cell in asked.column(asked.text)]
    ranks = tuple(_ranks(cells, groups) for groups in asked.places)
    if not any(each.any() for each in ranks):
        known = sorted({name for groups in asked.places for group in groups for name in group})
        message = f"No wish in “{asked.text}” is the name of a topic or a group"
        raise asked.misasked(message, f"groups are {', '.join(known[:6])}")
    fair = asked.criterion.fair
    title = f"prefer {asked.text}, fair" if fair else f"prefer {asked.text}"
    return Prefer(asked.wish(title), ranks, fair)


def _ranks(cells: list[list[str]], groups: tuple[frozenset[str], ...]) -> Ints:
    """Ranks `[person, group]`; wishes that no group of the round answers to do not count."""
    known = frozenset[str]().union(*groups)
    ranks = np.zeros((len(cells), len(groups)), dtype=np.int64)
    for person, cell in enumerate(cells):
        wishes = [value for value in dict.fromkeys(cell) if value in known]
        for g, names in enumerate(groups):
            met = [rank for rank, value in enumerate(wishes) if value in names]
            ranks[person, g] = min(met, default=len(wishes))
    return ranks

"""Some people have to be in certain groups: a table with step-free access, a room of one's own."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import plural, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Ints, Tables
from ogpworkshop.groups.whom import whom
from ogpworkshop.model.near import nearest

OPTIONS = ("at", "only")


@dataclass(frozen=True, eq=False)
class PlaceAt:
    """People who are in other groups than they should be.

    Attributes:
        wish: title, rounds, weight.
        members: whom it is about.
        kind: how messages call them.
        at: for each round of the wish, a boolean for each group in which they are to be.
        is_only: nobody else is to be there.
    """

    wish: Wish
    members: NDArray[np.bool_]
    kind: str
    at: tuple[NDArray[np.bool_], ...]
    is_only: bool = False

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "people out of place"

    def wrong(self, k: int) -> Ints:
        """For the k-th round of the wish, `[person, group]`, 1 where somebody is not to be."""
        out = self.members[:, None] & ~self.at[k][None, :]
        others = ~self.members[:, None] & self.at[k][None, :] if self.is_only else False
        return (out | others).astype(np.int64)

    def cost(self, problem: Problem, plan: Plan) -> int:
        """People out of place, over rounds."""
        total = 0
        for k, r in enumerate(problem.rounds_of(self.wish)):
            there = np.flatnonzero(plan[r] >= 0)
            total += int(self.wrong(k)[there, plan[r][there]].sum())
        return total

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """What each place costs."""
        for k, r in enumerate(problem.rounds_of(self.wish)):
            tables.add_places(r, weight * self.wrong(k).T)

    def bound(self, problem: Problem) -> Bound:
        """The cheapest sharing out of places: exact."""
        cost, why = 0, ""
        for k, r in enumerate(problem.rounds_of(self.wish)):
            round_ = problem.rounds[r]
            least = self._least(round_, self.at[k])
            cost += least
            if least and not why:
                number = int((self.members & round_.present).sum())
                room = plural(int(round_.high[self.at[k]].sum()), "place")
                fewest = int(round_.low[self.at[k]].sum())
                why = f"{plural(number, 'person', 'people')} of {self.kind} for {room}"
                why += f", of which {fewest} are to be filled" if number < fewest else ""
        return Bound(cost, why)

    def _least(self, round_: Round, at: NDArray[np.bool_]) -> int:
        """The best of all numbers of people that these groups can have."""
        total, number = len(round_.people), int((self.members & round_.present).sum())
        fewest = max(int(round_.low[at].sum()), total - int(round_.high[~at].sum()))
        most = min(int(round_.high[at].sum()), total - int(round_.low[~at].sum()))
        outside = max(0, number - most)
        return outside + (max(0, fewest - number) if self.is_only else 0)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who is where they should not be."""
        return worst(self._misplaced(problem, plan))

    def _misplaced(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for k, r in enumerate(problem.rounds_of(self.wish)):
            wrong = self.wrong(k)
            for i in np.flatnonzero(plan[r] >= 0).tolist():
                if wrong[i, plan[r, i]]:
                    yield 1, f"{problem.people[i]} is in {where(problem, r, int(plan[r, i]))}"


def read(asked: Asked) -> PlaceAt:
    """From `place: {access_needs: step-free}` with `at: [b1]`, names of groups, topics or rooms."""
    members, kind = whom(asked, asked.criterion.place or {})
    if not asked.criterion.at:
        raise asked.misasked(
            "“place” does not say where", "write at: [b1], a group, a topic or a room"
        )
    at = tuple(_groups(asked, names) for names in asked.places)
    known = {name for groups in asked.places for names in groups for name in names}
    for each in asked.criterion.at:
        if each.casefold() not in known:
            meant = None if each.isdecimal() else nearest(each, sorted(known))
            label = f"did you mean {meant}?" if meant else f"groups are {', '.join(sorted(known))}"
            raise asked.misasked(f"“{each}” is no group, topic or room of the session", label)
    where_to = ", ".join(asked.criterion.at)
    return PlaceAt(asked.wish(f"{kind} at {where_to}"), members, kind, at, asked.criterion.only)


def _groups(asked: Asked, names: tuple[frozenset[str], ...]) -> NDArray[np.bool_]:
    """Groups of a round that the criterion names; all where it names none of the round."""
    wanted = {each.casefold() for each in asked.criterion.at}
    found = np.array([bool(wanted & own) for own in names], dtype=np.bool_)
    return found if found.any() else np.ones(len(names), dtype=np.bool_)

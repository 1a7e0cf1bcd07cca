"""Every group has at least, or at most, so many people of a kind: one expert each."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups import parts
from ogpworkshop.groups.asked import Asked, limits
from ogpworkshop.groups.company import Company
from ogpworkshop.groups.kinds import plural, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Count, Ints, Tables
from ogpworkshop.groups.whom import whom

OPTIONS = ("at_least", "at_most", "exactly", "over_rounds", "fair")


@dataclass(frozen=True, eq=False)
class Need:
    """Numbers of some people within limits in every group.

    Where it is to be fair, a group that lacks n counts n(n+1)/2: rather two groups that lack one
    each than one that lacks two.

    Attributes:
        wish: title, rounds, weight.
        members: whom it counts.
        kind: how messages call them.
        at_least: of a group.
        at_most: of a group, None for any number.
        is_fair: whether people lacking weigh more, the more of them one group lacks.
    """

    wish: Wish
    members: NDArray[np.bool_]
    kind: str
    at_least: int = 0
    at_most: int | None = None
    is_fair: bool = False

    def price(self, number: int) -> int:
        """How many people a group lacks or has too many."""
        over = 0 if self.at_most is None else max(0, number - self.at_most)
        wrong = max(0, self.at_least - number) + over
        return wrong * (wrong + 1) // 2 if self.is_fair else wrong

    def numbers(self, problem: Problem, plan: Plan, round_: int) -> Ints:
        """How many of them are in each group."""
        groups = plan[round_][self.members]
        numbers = np.bincount(groups[groups >= 0], minlength=problem.rounds[round_].n_groups)
        return numbers.astype(np.int64)

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "people lacking or too many" + (", weighed by group" if self.is_fair else "")

    def cost(self, problem: Problem, plan: Plan) -> int:
        """People lacking and people too many, over groups and rounds."""
        total = 0
        for r in problem.rounds_of(self.wish):
            is_open = problem.rounds[r].high > 0
            total += sum(self.price(int(n)) for n in self.numbers(problem, plan, r)[is_open])
        return total

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """The price of each number, the same in all groups."""
        price = weight * np.array([self.price(k) for k in range(problem.size + 1)], dtype=np.int64)
        for r in problem.rounds_of(self.wish):
            is_open = (problem.rounds[r].high > 0).astype(np.int64)
            tables.counts.append(Count(r, self.members, is_open[:, None] * price))

    def bound(self, problem: Problem) -> Bound:
        """The people there are, shared out one by one where they are lacked the most: exact."""
        cost, why = 0, ""
        for r in problem.rounds_of(self.wish):
            round_ = problem.rounds[r]
            number = int((self.members & round_.present).sum())
            forced = self._forced(round_, number)
            cost += forced
            if forced and not why:
                why = self._why(number, int((round_.high > 0).sum()))
        return Bound(cost, why)

    def _forced(self, round_: Round, number: int) -> int:
        empty = self.price(0) * int((round_.high > 0).sum())
        caps = [int(cap) for cap in round_.high]
        return empty + parts.fill(number, caps, lambda _, k: self.price(k) - self.price(k - 1))[0]

    def _why(self, number: int, n_groups: int) -> str:
        people = f"{plural(number, 'person', 'people')} of {self.kind} for {n_groups} groups"
        if number < self.at_least * n_groups:
            served = number // self.at_least
            return f"{people}: at most {plural(served, 'group')} can have {self.at_least}"
        return f"{people} with at most {self.at_most} each"

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Groups with too few or too many."""
        return worst(self._unmet(problem, plan))

    def _unmet(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            for g, number in enumerate(self.numbers(problem, plan, r)):
                if self.price(int(number)) and problem.rounds[r].high[g]:
                    has = f"{where(problem, r, g)} has {number} of {self.kind}"
                    short = int(number) < self.at_least
                    limit = f"at least {self.at_least}" if short else f"at most {self.at_most}"
                    yield self.price(int(number)), f"{has}, {limit} asked"


@dataclass(frozen=True, eq=False)
class NeedOver:
    """How often everybody else shares a group with some people, over rounds.

    Attributes:
        wish: title, rounds, weight.
        members: whom it counts.
        kind: how messages call them.
        at_least: times that everybody else is to meet one of them.
    """

    wish: Wish
    members: NDArray[np.bool_]
    kind: str
    at_least: int = 1

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "meetings lacking"

    def lacking(self, problem: Problem, plan: Plan) -> Ints:
        """How many of them everybody still has to meet."""
        met = np.zeros(problem.n_people, dtype=np.int64)
        for r in problem.rounds_of(self.wish):
            numbers = np.bincount(
                plan[r][self.members & (plan[r] >= 0)], minlength=problem.rounds[r].n_groups
            )
            met += np.where(plan[r] >= 0, numbers[plan[r]], 0)
        lacking: Ints = np.maximum(0, self._least(problem) - met)
        return lacking

    def _least(self, problem: Problem) -> Ints:
        """What everybody is to have: nothing for themselves and for people who never take part."""
        rounds = problem.rounds_of(self.wish)
        there = np.logical_or.reduce([problem.rounds[r].present for r in rounds])
        least: Ints = self.at_least * (there & ~self.members).astype(np.int64)
        return least

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Meetings lacking, over people."""
        return int(self.lacking(problem, plan).sum())

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Everybody wishes the company of one of them."""
        names = np.outer(~self.members, self.members).astype(np.int64)
        rounds = problem.rounds_of(self.wish)
        tables.companies.append(Company(rounds, names, self._least(problem), weight))

    def bound(self, problem: Problem) -> Bound:
        """Everybody's rounds with some of them, and the chairs beside all of them."""
        chairs, reach = 0, np.zeros(problem.n_people, dtype=np.int64)
        for r in problem.rounds_of(self.wish):
            round_ = problem.rounds[r]
            number, beside = int((self.members & round_.present).sum()), int(round_.high.max()) - 1
            chairs += number * beside
            reach += round_.present * min(number, beside)
        least = self._least(problem)
        alone = int(np.maximum(0, least - reach).sum())
        crowd = int(least.sum()) - chairs
        if max(alone, crowd) <= 0:
            return Bound(0)
        people = int((least > 0).sum())
        why = f"beside those of {self.kind} are {plural(chairs, 'chair')} in all rounds, for {people} people"
        return Bound(max(alone, crowd), why)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who meets too few of them."""
        lacking = self.lacking(problem, plan)
        return worst(
            (
                int(lacking[i]),
                f"{problem.people[i]} meets {self.at_least - int(lacking[i])} of {self.kind}",
            )
            for i in np.flatnonzero(lacking).tolist()
        )


def read(asked: Asked) -> Need | NeedOver:
    """From `need: {role: expert}` with `at_least: 1` or `at_most: 2`; several columns must all fit.

    A value can be a list, of which one has to fit, `not Nepal`, or a range: `5-10`, `10 or more`;
    `any`, `all` and `not` combine conditions.
    """
    at_least, at_most = limits(asked)
    wanted = asked.criterion.need or {}
    if not wanted:
        raise asked.misasked("“need” does not say whom", "a column and a value: {role: expert}")
    if at_least is None and at_most is None:
        at_least = 1
    members, kind = whom(asked, wanted)
    if (at_least or 0) > len(asked.people):
        message = f"“need” asks for {at_least} people in every group, {len(asked.people)} take part"
        raise asked.misasked(message, "ask for fewer")
    if asked.criterion.over_rounds:
        asked.among_few()
        for key, is_given in (("at_most", at_most is not None), ("fair", asked.criterion.fair)):
            if is_given:
                raise asked.misasked(f"“over_rounds” says nothing of {key}", f"leave out {key}")
        title = f"everybody meets {kind} {plural(at_least or 0, 'time')} at the least"
        return NeedOver(asked.wish(title), members, kind, at_least or 0)
    fair = asked.criterion.fair
    wish = asked.wish(f"need {kind}, fair" if fair else f"need {kind}")
    return Need(wish, members, kind, at_least or 0, at_most, fair)

"""Values of a column are spread evenly: no group has more people from Nepal than it must."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from ogpworkshop.groups import evenness, parts
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import Kinds, plural, where, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Round, Wish
from ogpworkshop.groups.tables import Ints, Tables

OPTIONS = ("target",)
WHOLE = 10_000
_NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_PART = re.compile(rf"{_NUMBER}\s*%|(\d{{1,3}})\s*/\s*(\d{{1,3}})|(0?[.,]\d{{1,4}}|[01](?:\.0)?)")


@dataclass(frozen=True, eq=False)
class Spread:
    """Each group has its due share of each value, rounded down or up.

    The bound is 0: shares of single-valued columns can always be rounded so that the sizes of
    groups and the numbers of people come out (Bacharach, Matrix rounding problems, 1966).
    """

    wish: Wish
    kinds: Kinds
    target: Ints | None = None
    """Of each value, the part of a group that it is to have, in 10,000ths; None for its due."""

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "points of unevenness"

    def share(self, round_: Round, members: Ints) -> tuple[Ints, Ints]:
        """Floor and ceiling `[group, value]` of what every group is to have."""
        if self.target is None:
            return evenness.due(round_, members)
        return evenness.wanted(round_, self.target * len(round_.people), WHOLE)

    def cost(self, problem: Problem, plan: Plan) -> int:
        """(x - floor)(x - ceiling) of the due share, over values, groups and rounds."""
        rounds = problem.rounds_of(self.wish)
        return evenness.cost(problem, plan, rounds, self.kinds.members, self.share)

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """Pairs with a value in common; places where groups' shares differ."""
        rounds = problem.rounds_of(self.wish)
        evenness.contribute(problem, tables, rounds, self.kinds.members, weight, share=self.share)

    def _of_target(self, problem: Problem) -> Bound:
        """Those who are there, shared out one by one where they are lacked the most: exact."""
        cost, why = 0, ""
        for r in problem.rounds_of(self.wish):
            round_ = problem.rounds[r]
            low, high = self.share(round_, self.kinds.members)
            caps = [int(cap) for cap in round_.high]
            for v, number in enumerate(self.kinds.numbers(round_)):
                ends = list(zip(low[:, v].tolist(), high[:, v].tolist(), strict=True))
                empty = sum(lo * hi for lo, hi in ends)
                more, _ = parts.fill(int(number), caps, partial(_marginal, ends))
                cost += empty + more
                if empty + more and not why:
                    wanted = f"{int(low[:, v].sum())} to {int(high[:, v].sum())}"
                    why = f"“{self.kinds.names[v]}” has {plural(int(number), 'person', 'people')}, the target needs {wanted}"
        return Bound(cost, why)

    def bound(self, problem: Problem) -> Bound:
        """Zero without a target; why values still come together in groups stands in the sentence."""
        if self.target is not None:
            return self._of_target(problem)
        for r in problem.rounds_of(self.wish):
            round_ = problem.rounds[r]
            numbers = self.kinds.numbers(round_)
            crowded = [v for v, number in enumerate(numbers) if number > round_.n_groups > 1]
            if crowded:
                v = max(crowded, key=lambda v: (numbers[v] <= 2 * round_.n_groups, numbers[v], -v))
                return Bound(0, _pigeonhole(self.kinds.names[v], int(numbers[v]), round_.n_groups))
        return Bound(0)

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Groups with more or fewer of a value than their share."""
        return worst(self._uneven(problem, plan))

    def _uneven(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        for r in problem.rounds_of(self.wish):
            low, high = self.share(problem.rounds[r], self.kinds.members)
            numbers = self.kinds.in_groups(problem.rounds[r], plan[r])
            for g, v in zip(*((numbers < low) | (numbers > high)).nonzero(), strict=True):
                number, lo, hi = int(numbers[g, v]), int(low[g, v]), int(high[g, v])
                share = f"{lo}" if lo == hi else f"{lo} or {hi}"
                text = f"{where(problem, r, g)} has {number} of “{self.kinds.names[v]}”, its share is {share}"
                yield max(lo - number, number - hi), text


def _pigeonhole(name: str, number: int, n_groups: int) -> str:
    each, rest = divmod(number, n_groups)
    share = f"each has {each}" if not rest else f"at least {_groups(rest)} must have {each + 1}"
    return f"“{name}” has {plural(number, 'person', 'people')} for {n_groups} groups: {share}"


def _groups(number: int) -> str:
    return "one" if number == 1 else str(number)


def _marginal(ends: list[tuple[int, int]], g: int, k: int) -> int:
    """What the k-th person of a group costs, (x - lo)(x - hi) being the cost of x."""
    low, high = ends[g]
    return 2 * k - 1 - low - high


def read(asked: Asked) -> Spread:
    """From `spread: country`; `target: {woman: 50 %}` says what part of a group a value is to have."""
    kinds = asked.kinds(asked.text)
    target = asked.criterion.target
    if not target:
        return Spread(asked.wish(f"spread {asked.text}"), kinds)
    held = asked.positions(
        kinds, target, lambda name: f"has “{name}” in “{asked.text}”", "values are"
    )
    wanted = [_part(asked, name, text) for name, text in target.items()]
    if sum(wanted) > WHOLE and not (kinds.members.sum(axis=1) > 1).any():
        raise asked.misasked("The parts of the target come to more than the whole", "100 % at most")
    some = Kinds(kinds.column, tuple(kinds.names[v] for v in held), kinds.members[:, held])
    parts_of = ", ".join(f"{name} {text}" for name, text in target.items())
    wish = asked.wish(f"spread {asked.text} ({parts_of})")
    return Spread(wish, some, np.array(wanted, dtype=np.int64))


def _part(asked: Asked, name: str, text: str) -> int:
    """`50 %`, `0.5`, `1/3`, in 10,000ths."""
    match = _PART.fullmatch(text.strip())
    part = -1.0
    if match and match[1]:
        part = float(match[1].replace(",", ".")) / 100
    elif match and match[2] and int(match[3]):
        part = int(match[2]) / int(match[3])
    elif match and match[4]:
        part = float(match[4].replace(",", "."))
    if not 0 <= part <= 1:
        message = f"“{text}” is no part of a group for “{name}”"
        raise asked.misasked(message, "write 50 %, 0.5 or 1/2")
    return round(part * WHOLE)

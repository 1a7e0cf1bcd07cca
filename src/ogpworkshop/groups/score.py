"""The one scorer: what a plan costs by each criterion, how far that is from the best possible.

The search, `ogp groups check` and the checks of a hand-edited plan all ask here.
"""

import re

import msgspec
import numpy as np

from ogpworkshop.groups.meetings import Meetings, meetings
from ogpworkshop.groups.problem import Plan, Problem
from ogpworkshop.groups.weighing import Weighing, weigh
from ogpworkshop.groups.worst import worst_group
from ogpworkshop.model.agenda import Fault

_COUNTED = re.compile(r"((?:repeat )?)(people|\w+?s)\b(?: that share\b)?")
"""What a unit counts, at its beginning."""


class Score(msgspec.Struct, frozen=True):
    """How well one criterion is met.

    Attributes:
        title: of the criterion: `spread country`.
        rounds: names of the rounds it speaks of, none if of all.
        weight: 1 to 10.
        is_must: it has to hold.
        unit: what the cost counts, "" where the number says nothing to people.
        cost: of the plan, 0 if nothing is left to wish.
        bound: no plan costs less.
        by_lot: what groups drawn by lot cost, about.
        why: why no plan costs less, a sentence, or what evenness means here; "" if it is plain.
        sentences: what is not as wished, worst first.
        worst: the group that is worst off, beside the mean of all, "" if none is.
        is_whole: the plan is complete; bounds and "optimal" speak of no other.
    """

    title: str
    rounds: tuple[str, ...]
    weight: int
    is_must: bool
    unit: str
    cost: int
    bound: int
    by_lot: int
    why: str
    sentences: tuple[str, ...]
    worst: str = ""
    is_whole: bool = True

    @property
    def distance(self) -> int:
        """How much better a plan could be at the most."""
        return max(0, self.cost - self.bound)

    @property
    def is_optimal(self) -> bool:
        """Proven: no plan is better by this criterion."""
        return self.is_whole and self.cost <= self.bound

    @property
    def is_met(self) -> bool:
        """Nothing is left to wish."""
        return self.cost == 0

    @property
    def part(self) -> float:
        """0 for the best possible, 1 for groups drawn by lot."""
        return self.distance / max(1, self.by_lot - self.bound)

    @property
    def verdict(self) -> str:
        """A few words: met, optimal, or how far from it."""
        if self.is_optimal:
            return "optimal (proven)"
        if not self.is_whole:
            return "of an incomplete plan"
        if not self.unit:
            return f"{self.part:.0%} of what chance leaves"
        return f"within {self.distance} of the best possible"

    @property
    def amount(self) -> str:
        """Cost and bound in words: `212 repeat meetings, at least 156 in any plan`; may be ""."""
        if not self.unit:
            return ""
        least = f", at least {self.bound} in any plan" if self.bound else ""
        return f"{self.tally}{least}"

    @property
    def tally(self) -> str:
        """The cost with its unit: `1 person alone`, `3 people alone`."""
        if self.cost != 1:
            return f"{self.cost} {self.unit}"
        return f"1 {_COUNTED.sub(_one, self.unit, count=1)}"


class Effort(msgspec.Struct, frozen=True):
    """What the search did.

    Attributes:
        seed: of its chance.
        steps: it made.
        seconds: it took.
        is_interrupted: somebody ended it early.
    """

    seed: int
    steps: int
    seconds: float
    is_interrupted: bool = False


class Report(msgspec.Struct, frozen=True):
    """How good a plan is.

    Attributes:
        scores: of each criterion.
        meetings: how often people meet.
        faults: what is wrong with the plan itself: people missing, unknown, in two groups.
        effort: of the search, None for a plan that was not searched for.
    """

    scores: tuple[Score, ...]
    meetings: Meetings
    faults: tuple[Fault, ...] = ()
    effort: Effort | None = None

    @property
    def unmet(self) -> tuple[Score, ...]:
        """Criteria that must hold and do not."""
        return tuple(score for score in self.scores if score.is_must and not score.is_met)

    @property
    def is_sound(self) -> bool:
        """The plan is complete, and everything that must hold does."""
        return not self.faults and not self.unmet

    @property
    def is_optimal(self) -> bool:
        """Proven: no plan is better by any criterion."""
        return not self.faults and all(score.is_optimal for score in self.scores)

    @property
    def part(self) -> float:
        """All wishes together: 0 for the best possible, 1 for groups drawn by lot."""
        wishes = [score for score in self.scores if not score.is_must]
        weights = sum(score.weight for score in wishes)
        return sum(score.weight * score.part for score in wishes) / max(1, weights)

    @property
    def verdict(self) -> str:
        """A sentence on the whole plan."""
        if self.faults:
            return "not a complete plan"
        if self.unmet:
            return f"“{self.unmet[0].title}” must hold and does not"
        if self.is_optimal:
            return "optimal (proven)"
        open_scores = [score for score in self.scores if not score.is_optimal]
        return ", ".join(f"{score.title} {score.verdict}" for score in open_scores)


def score(
    problem: Problem,
    plan: Plan,
    *,
    weighing: Weighing | None = None,
    faults: tuple[Fault, ...] = (),
    effort: Effort | None = None,
) -> Report:
    """Score a plan by every criterion.

    Args:
        problem: what is asked.
        plan: `plan[round, person]`, -1 for people who are away or without a group.
        weighing: of the problem, if it is known already.
        faults: found while the plan was read.
        effort: of the search that found it.
    """
    weighing = weighing or weigh(problem)
    scores = []
    for k, criterion in enumerate(problem.criteria):
        wish, bound = criterion.wish, weighing.bounds[k]
        rounds = problem.rounds_of(wish)
        is_all = len(rounds) == problem.n_rounds
        scores.append(
            Score(
                wish.title,
                () if is_all else tuple(problem.rounds[r].name for r in rounds),
                wish.weight,
                wish.is_must,
                criterion.unit,
                criterion.cost(problem, plan),
                bound.cost,
                bound.cost + weighing.lot(k),
                bound.why,
                criterion.explain(problem, plan),
                worst_group(problem, plan, criterion),
                not faults,
            )
        )
    return Report(tuple(scores), meetings(problem, plan), faults, effort)


def _one(match: re.Match[str]) -> str:
    """`pairs that share` as `pair that shares`."""
    before, word = match[1], match[2]
    one = "person" if word == "people" else word.removesuffix("es" if word == "wishes" else "s")
    return f"{before}{one}{' that shares' if match[0].endswith('share') else ''}"


def is_complete(problem: Problem, plan: Plan) -> bool:
    """Whether everybody who takes part has a group, nobody else has, and sizes are right."""
    for round_, groups in zip(problem.rounds, plan, strict=True):
        if ((groups >= 0) != round_.present).any():
            return False
        sizes = np.bincount(groups[groups >= 0], minlength=round_.n_groups)
        if len(sizes) > round_.n_groups or ((sizes < round_.low) | (sizes > round_.high)).any():
            return False
    return True

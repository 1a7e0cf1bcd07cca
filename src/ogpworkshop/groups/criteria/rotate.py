"""Stations: nobody comes to the same topic, or into the same room, in two rounds."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ogpworkshop.groups import parts
from ogpworkshop.groups.asked import Asked
from ogpworkshop.groups.kinds import plural, worst
from ogpworkshop.groups.problem import Bound, Plan, Problem, Wish
from ogpworkshop.groups.tables import Course, Ints, Tables


@dataclass(frozen=True, eq=False)
class Rotate:
    """Visits of somebody to a station where they were before.

    Attributes:
        wish: title, rounds, weight.
        stations: their names.
        at: for each round of the wish, the position of each group's station, -1 for none.
    """

    wish: Wish
    stations: tuple[str, ...]
    at: tuple[Ints, ...]

    @property
    def unit(self) -> str:
        """What its cost counts."""
        return "repeat visits"

    def _course(self, problem: Problem) -> Course:
        rounds = problem.rounds_of(self.wish)
        times = np.arange(len(rounds) + 2, dtype=np.int64)
        ones = {
            r: np.ones((problem.rounds[r].n_groups, problem.n_people), dtype=np.int64)
            for r in rounds
        }
        slots = dict(zip(rounds, self.at, strict=True))
        return Course(slots, ones, len(self.stations), times * (times - 1) // 2)

    def visits(self, problem: Problem, plan: Plan) -> Ints:
        """How often everybody is at each station, `[person, station]`."""
        visits = np.zeros((problem.n_people, len(self.stations)), dtype=np.int64)
        for r, at in zip(problem.rounds_of(self.wish), self.at, strict=True):
            there = np.flatnonzero(plan[r] >= 0)
            station = at[plan[r][there]]
            np.add.at(visits, (there[station >= 0], station[station >= 0]), 1)
        return visits

    def visited(self, problem: Problem, plan: Plan, r: int) -> Ints:
        """`[person, group]`, 1 where the group's station is one that the person was at before r."""
        rounds = problem.rounds_of(self.wish)
        earlier = np.where(np.arange(len(plan))[:, None] < r, plan, -1)
        before = self.visits(problem, earlier) > 0
        at = self.at[rounds.index(r)]
        again: Ints = (before[:, at] & (at >= 0)).astype(np.int64)
        return again

    def cost(self, problem: Problem, plan: Plan) -> int:
        """Somebody who is at a station m times counts m(m-1)/2."""
        visits = self.visits(problem, plan)
        return int((visits * (visits - 1) // 2).sum())

    def contribute(self, problem: Problem, tables: Tables, weight: int) -> None:
        """A price on a person's visits to each station."""
        course = self._course(problem)
        priced = Course(course.slots, course.amounts, course.n_sums, weight * course.price)
        tables.courses.append(priced)

    def bound(self, problem: Problem) -> Bound:
        """Everybody has more rounds than stations, or a station more chairs than people."""
        rounds = problem.rounds_of(self.wish)
        by_person = 0
        for i in range(problem.n_people):
            there = [k for k, r in enumerate(rounds) if problem.rounds[r].present[i]]
            stations = {int(v) for k in there for v in self.at[k]}
            if -1 not in stations:
                by_person += parts.even(len(there), len(stations))
        by_station, why = self._by_station(problem)
        if by_person >= by_station:
            known = len(self.stations)
            why = f"{plural(len(rounds), 'round')} for {plural(known, 'station')}"
            return Bound(by_person, why if by_person else "")
        return Bound(by_station, why)

    def _by_station(self, problem: Problem) -> tuple[int, str]:
        """Chairs that have to be taken at each station, shared out among all who take part."""
        rounds = problem.rounds_of(self.wish)
        total, why = 0, ""
        for v, name in enumerate(self.stations):
            taken = [
                int(problem.rounds[r].low[at == v].sum())
                for r, at in zip(rounds, self.at, strict=True)
            ]
            held = [problem.rounds[r].present for r, n in zip(rounds, taken, strict=True) if n]
            people = int(np.logical_or.reduce(held).sum()) if held else 0
            forced = parts.even(sum(taken), people)
            total += forced
            if forced and not why:
                why = (
                    f"“{name}” has {sum(taken)} chairs to fill over the rounds, for {people} people"
                )
        return total, why

    def explain(self, problem: Problem, plan: Plan) -> tuple[str, ...]:
        """Who comes where again."""
        return worst(self._again(problem, plan))

    def _again(self, problem: Problem, plan: Plan) -> Iterator[tuple[int, str]]:
        visits = self.visits(problem, plan)
        for i, v in np.argwhere(visits > 1).tolist():
            times = int(visits[i, v])
            yield times, f"{problem.people[i]} is at “{self.stations[v]}” {times} times"


def read(asked: Asked) -> Rotate:
    """From `rotate: topics` or `rotate: rooms`."""
    asked.among_few()
    is_topics = asked.text == "topics"
    names: dict[str, str] = {}
    at = []
    for breakout, held in zip(asked.breakouts, asked.held, strict=True):
        rooms = tuple(each.ref for each in breakout.rooms)
        stations = (breakout.topics if is_topics else rooms)[: held.n_groups]
        padded = (*stations, *[""] * (held.n_groups - len(stations)))
        for each in filter(None, padded):
            names.setdefault(each.casefold(), each)
        known = list(names)
        at.append([known.index(each.casefold()) if each else -1 for each in padded])
    if not names:
        message = f"The groups have no {asked.text}, so they cannot rotate"
        raise asked.misasked(message, f"give the session {asked.text}")
    wish = asked.wish(f"rotate {asked.text}")
    return Rotate(wish, tuple(names.values()), tuple(np.array(each, dtype=np.int64) for each in at))

"""Two people change places in all rounds at once: who meets stays as it is, who they are changes.

A plan without repeats keeps that whatever labels its people get, so that everything else can be
optimised by relabelling alone.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.bath import draw
from ogpworkshop.groups.chains import Chains, Floor
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.problem import Plan, Problem
from ogpworkshop.groups.tables import Course, Encounter, Tables

Ints = NDArray[np.int64]


class Trajectories:
    """One plan whose people change places.

    Attributes:
        plan: the plan, changed in place.
    """

    def __init__(self, problem: Problem, tables: Tables, plan: Plan) -> None:
        self.plan, self._tables = plan.copy(), tables
        self._floors = Chains(problem, tables, [plan]).floors
        present = np.stack([each.present for each in problem.rounds])
        held = present if problem.pinned is None else present & (problem.pinned < 0)
        alike = (present[:, :, None] == present[:, None, :]).all(axis=0)
        free = (held == present).all(axis=0)
        if any(len(each.rounds) > 1 for each in tables.companies):
            free &= False  # what others find over all rounds would change as well
        self._allowed = np.triu(alike & free[:, None] & free[None, :], 1)

    def descend(self) -> Plan:
        """Make the best exchange until none gains anything."""
        while self._allowed.any():
            gain = self.gain()
            best = int(gain.argmax())
            if gain.flat[best] <= 0:
                break
            self._exchange(best)
        return self.plan

    def cool(self, temperatures: Iterable[float], chance: Chance) -> Plan:
        """Draw exchanges at falling temperatures, then descend."""
        if self._allowed.any():
            for temperature in temperatures:
                gain = self.gain()[None, None]
                chosen = int(draw(gain, 1 / temperature, chance.units(1, 1))[0, 0])
                if chosen >= 0:
                    self._exchange(chosen)
        return self.descend()

    def _exchange(self, position: int) -> None:
        i, j = divmod(position, self.plan.shape[1])
        self.plan[:, [i, j]] = self.plan[:, [j, i]]

    def gain(self) -> Ints:
        """Of each exchange `[person, person]`, over all rounds; far below zero where not allowed."""
        n = self.plan.shape[1]
        total = np.zeros((n, n), dtype=np.int64)
        for r in range(len(self.plan)):
            total += self._in_round(r)
        for course in self._tables.courses:
            total += self._of_course(course)
        for encounter in self._tables.encounters:
            total += self._of_meetings(encounter)
        total[~self._allowed] = -(1 << 60)
        return total

    def _of_course(self, course: Course) -> Ints:
        """What is gained that two people's sums are those of each other's groups."""
        n = self.plan.shape[1]
        sums = np.zeros((course.n_sums, n, n), dtype=np.int64)
        for r, slots in course.slots.items():
            groups = self.plan[r]
            there = np.where(groups >= 0, course.amounts[r][groups].T, 0)
            for k in range(course.n_sums):
                sums[k] += np.where((groups >= 0) & (slots[groups] == k), there, 0)
        cost = course.price[sums].sum(axis=0)  # cost[i, j]: of i in j's groups
        own = cost.diagonal()
        gain: Ints = own[:, None] + own[None, :] - cost - cost.T
        return gain

    def _of_meetings(self, encounter: Encounter) -> Ints:
        """What is gained that two people meet those whom the other met."""
        there = self.plan[list(encounter.rounds)]
        met = ((there[:, :, None] == there[:, None, :]) & (there[:, :, None] >= 0)).sum(axis=0)
        cost = encounter.price[met]
        np.fill_diagonal(cost, 0)
        meant = encounter.pairs.astype(np.int64)
        asked = meant @ cost.T  # asked[i, j]: of i with j's meetings
        own = asked.diagonal()
        gain: Ints = own[:, None] + own[None, :] - asked - asked.T - 2 * meant * cost
        return gain

    def _in_round(self, r: int) -> Ints:
        floor, n = self._floors[r], self.plan.shape[1]
        groups = self.plan[r]
        n_groups = len(floor.low)
        pairs = floor.pairs[:n, :n]
        members = (groups[None, :] == np.arange(n_groups)[:, None]).astype(np.float64)
        cost = (members @ pairs.astype(np.float64)).astype(np.int64)
        if floor.places is not None:
            cost += floor.places[:, :n]
        there = cost[groups]  # there[j, i]: what i costs in j's group
        own = there.diagonal()
        gain: Ints = own[:, None] + own[None, :] - there - there.T + 2 * pairs
        if len(floor.members):
            moved = self._counted(floor, groups)
            gain -= moved + moved.T
        for each in self._tables.companies_of(r):
            reach = each.reach(groups, n_groups)
            goes = reach[:, groups] - reach[np.arange(n), groups][:, None]
            gain -= goes + goes.T + each.both(groups)
        gain[(groups[:, None] == groups[None, :]) | (groups < 0)[:, None]] = 0
        return gain

    def _counted(self, floor: Floor, groups: Ints) -> Ints:
        """What numbers of people of a kind cost more if i goes where j comes from, `[i, j]`."""
        n, n_groups = len(groups), len(floor.low)
        members = floor.members[:, :n]
        there = np.stack([groups == g for g in range(n_groups)], axis=1).astype(np.int64)
        now = floor.price_at + members @ there
        more, less = floor.more[now], floor.less[now]
        goes = members * less[:, groups]
        alike = members * (less + more)[:, groups]
        moved: Ints = goes.sum(axis=0)[:, None] + (members.T @ more)[:, groups] - members.T @ alike
        return moved

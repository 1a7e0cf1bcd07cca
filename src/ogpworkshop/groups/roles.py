"""Who facilitates and who reports: a role for somebody in every group, with a fair load.

Loads are as even as they can be by handing roles on: along a chain of people, each of whom takes a
role of the one before, from somebody with many to somebody with few (Harvey and others,
Semi-matchings for bipartite graphs, 2006). Nobody has two roles at once.
"""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.kinds import plural, where
from ogpworkshop.groups.placed import Placed
from ogpworkshop.groups.rounds import Layout
from ogpworkshop.groups.score import Score
from ogpworkshop.model.plan import GroupPlan

Plan = NDArray[np.int64]


class _Slot(NamedTuple):
    """A role in a group that is to be filled."""

    round: int
    group: int
    role: str


class _Filling:
    """Roles being given.

    Attributes:
        held: who has which role of which group; for those who had it already, too.
    """

    def __init__(self, layout: Layout, plan: Plan, rows: GroupPlan) -> None:
        self.candidates: dict[_Slot, list[int]] = {}
        for r, roles in enumerate(layout.roles):
            for role, members in roles:
                for g in range(layout.problem.rounds[r].n_groups):
                    able = np.flatnonzero((plan[r] == g) & members).tolist()
                    self.candidates[_Slot(r, g, role)] = able
        self.held: dict[_Slot, int] = {}
        self.load = [0] * len(layout.people)
        self.busy: set[tuple[int, int]] = set()
        self._keep(layout, rows)
        self._given = set(self.held)

    def _keep(self, layout: Layout, rows: GroupPlan) -> None:
        """Whoever has a role keeps it."""
        number = {person.id: i for i, person in enumerate(layout.people)}
        pairs = zip(layout.breakouts, layout.round_of, strict=True)
        round_of = {each.session.id: r for each, r in pairs}
        for row in rows.placements:
            r, i = round_of.get(row.session), number.get(row.participant)
            if row.role and r is not None and i is not None and (r, i) not in self.busy:
                self._give(_Slot(r, row.group - 1, row.role), i)

    def _give(self, slot: _Slot, person: int) -> None:
        self.held[slot] = person
        self.busy.add((slot.round, person))
        self.load[person] += 1

    def _take(self, slot: _Slot) -> None:
        person = self.held.pop(slot)
        self.busy.discard((slot.round, person))
        self.load[person] -= 1

    def fill(self) -> None:
        """Give the roles that nobody has, those for which few can be found first."""
        slots = [slot for slot in self.candidates if slot not in self.held]
        for slot in sorted(slots, key=lambda slot: len(self.candidates[slot])):
            able = [i for i in self.candidates[slot] if (slot.round, i) not in self.busy]
            if able:
                self._give(slot, min(able, key=lambda i: (self.load[i], i)))
        while any(self._hand_on(person) for person in self._by_load()):
            pass

    def _by_load(self) -> list[int]:
        return sorted(range(len(self.load)), key=lambda i: (-self.load[i], i))

    def _hand_on(self, person: int) -> bool:
        """Let a role go along the shortest chain from somebody to somebody with two fewer."""
        came: dict[int, tuple[int, _Slot]] = {}
        waiting = deque([person])
        while waiting:
            one = waiting.popleft()
            if self.load[one] <= self.load[person] - 2:
                while one != person:
                    giver, slot = came[one]
                    self._take(slot)
                    self._give(slot, one)
                    one = giver
                return True
            for slot, other in self._takers(one):
                if other != person and other not in came:
                    came[other] = one, slot
                    waiting.append(other)
        return False

    def _takers(self, person: int) -> Iterator[tuple[_Slot, int]]:
        """Roles of somebody that were given here, with who else could have them."""
        for slot, holder in self.held.items():
            if holder == person and slot not in self._given:
                for other in self.candidates[slot]:
                    if (slot.round, other) not in self.busy:
                        yield slot, other


def with_roles(layout: Layout, rows: GroupPlan) -> GroupPlan:
    """The plan with somebody for every role of every group, as far as there is anybody."""
    if not any(layout.roles):
        return rows
    filling = _Filling(layout, Placed(layout, rows).plan, rows)
    filling.fill()
    ids = [person.id for person in layout.people]
    roles = {(slot.round, ids[i]): slot.role for slot, i in filling.held.items()}
    pairs = zip(layout.breakouts, layout.round_of, strict=True)
    round_of = {each.session.id: r for each, r in pairs}
    return GroupPlan(
        tuple(
            msgspec.structs.replace(
                row, role=roles.get((round_of[row.session], row.participant), row.role)
            )
            for row in rows.placements
        )
    )


def _able(layout: Layout, role: str) -> NDArray[np.bool_]:
    """Who can have a role in which round, `[round, person]`."""
    able = np.zeros((layout.problem.n_rounds, len(layout.people)), dtype=np.bool_)
    for r, roles in enumerate(layout.roles):
        for name, members in roles:
            if name == role:
                able[r] = members & layout.problem.rounds[r].present
    return able


def role_scores(layout: Layout, rows: GroupPlan) -> tuple[Score, ...]:
    """For each role, groups without anybody, and how evenly it is shared; what was settled before."""
    settled = (*_of_sitting(layout), *_of_topics(layout), *_of_openings(layout))
    return (*_of_roles(layout, rows), *settled)


def _of_openings(layout: Layout) -> Iterator[Score]:
    """Places for people who may come late, which are kept before groups are formed."""
    for round_, opened in zip(layout.problem.rounds, layout.opened, strict=False):
        if opened:
            yield Score(
                title=f"places for late arrivals, {opened.each} in every group",
                rounds=() if layout.problem.n_rounds == 1 else (round_.name,),
                weight=1,
                is_must=False,
                unit="places lacking",
                cost=opened.lacking,
                bound=opened.lacking,
                by_lot=opened.lacking + 1,
                why=opened.why,
                sentences=(),
            )


def _of_topics(layout: Layout) -> Iterator[Score]:
    """Topics that are left out, which is settled before groups are formed."""
    for round_, reasons in zip(layout.problem.rounds, layout.left_out, strict=False):
        if reasons:
            yield Score(
                title="topics",
                rounds=() if layout.problem.n_rounds == 1 else (round_.name,),
                weight=1,
                is_must=False,
                unit="topics left out",
                cost=len(reasons),
                bound=len(reasons),
                by_lot=len(reasons) + 1,
                why="too few people wish them",
                sentences=reasons,
            )


def _of_sitting(layout: Layout) -> Iterator[Score]:
    """How fairly people sit out, which is settled before groups are formed."""
    if not any(mask.any() for mask in layout.sitting):
        return
    pairs = list(zip(layout.breakouts, layout.sitting, strict=True))
    own = [(each, mask) for each, mask in pairs if each.same_as is None]
    times = np.sum([mask for _, mask in own], axis=0)
    fewest = int(times.sum()) // len(layout.people)
    sentences = []
    for breakout, mask in own:
        names = ", ".join(layout.problem.people[i] for i in np.flatnonzero(mask))
        sentences += [f"“{breakout.session.name}”: {names}"] if names else []
    most = int(times.max())
    yield Score(
        title="sit out",
        rounds=(),
        weight=1,
        is_must=False,
        unit="times that somebody sits out",
        cost=int(times.sum()) + int(np.maximum(0, times - fewest - 1).sum()),
        bound=int(times.sum()),
        by_lot=2 * int(times.sum()),
        why=f"so many more people than places, nobody more than {plural(most, 'time')}",
        sentences=tuple(sentences),
    )


def _of_roles(layout: Layout, rows: GroupPlan) -> tuple[Score, ...]:
    if not any(layout.roles):
        return ()
    filling = _Filling(layout, Placed(layout, rows).plan, rows)
    scores = []
    for role in dict.fromkeys(slot.role for slot in filling.candidates):
        vacant = [s for s in filling.candidates if s.role == role and s not in filling.held]
        people = [i for slot, i in filling.held.items() if slot.role == role]
        most = max(map(people.count, people), default=0)
        able = _able(layout, role)
        fewest = -(-len(people) // max(1, int(able.any(axis=0).sum())))
        least = "no sharing makes it less" if most <= fewest else f"{fewest} at the least"
        load = f"{plural(len(set(people)), 'person has', 'people have')} it, nobody more than {plural(most, 'time')} ({least})"
        sizes = [each.n_groups for each in layout.problem.rounds]
        without = sum(
            max(0, n - int(mask.sum())) for n, mask in zip(sizes, able, strict=True) if mask.any()
        )
        sentences = tuple(
            f"{where(layout.problem, slot.round, slot.group)} has no {role}" for slot in vacant
        )
        n_groups = sum(slot.role == role for slot in filling.candidates)
        scores.append(
            Score(
                title=f"role {role}",
                rounds=(),
                weight=1,
                is_must=False,
                unit=f"groups without a {role}",
                cost=len(vacant),
                bound=min(len(vacant), without),
                by_lot=n_groups,
                why=load,
                sentences=sentences,
            )
        )
    return tuple(scores)

"""A plan's rows and its array: into the rows of groups.csv, and back from a hand-edited one."""

from collections.abc import Iterator

import numpy as np

from ogpworkshop.groups.problem import Plan
from ogpworkshop.groups.rounds import Layout
from ogpworkshop.model.agenda import Agenda, Breakout, Fault
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import PLAN, Place
from ogpworkshop.model.plan import GroupPlan, Placement


def to_rows(layout: Layout, plan: Plan) -> GroupPlan:
    """Rows by session, group and participant."""
    rows = []
    for breakout, r, present in zip(layout.breakouts, layout.round_of, layout.present, strict=True):
        placed = [
            (int(plan[r, i]), layout.people[i].id, i)
            for i in np.flatnonzero(present & (plan[r] >= 0)).tolist()
        ]
        for group, ref, i in sorted(placed):
            rows.append((breakout, r, group, ref, layout.people[i].name))
    return GroupPlan(
        tuple(
            Placement(
                PLAN / k,
                breakout.session.id,
                r + 1,
                group + 1,
                breakout.topics[group] if group < len(breakout.topics) else "",
                breakout.rooms[group].ref if group < len(breakout.rooms) else "",
                ref,
                name,
            )
            for k, (breakout, r, group, ref, name) in enumerate(rows)
        )
    )


class Placed:
    """What a plan's rows say, in an array.

    Attributes:
        plan: `plan[round, person]`, -1 where the rows say nothing.
        faults: rows that name unknown sessions, groups or people, or somebody twice.
    """

    def __init__(self, layout: Layout, rows: GroupPlan) -> None:
        self.layout = layout
        self.faults: list[Fault] = []
        self._number = {person.id: i for i, person in enumerate(layout.people)}
        self._breakouts = {
            each.session.id: b for b, each in reversed(list(enumerate(layout.breakouts)))
        }
        self._seen: dict[tuple[int, int], Placement] = {}
        shape = (layout.problem.n_rounds, layout.problem.n_people)
        self.plan: Plan = np.full(shape, -1, dtype=np.int64)
        for row in rows.placements:
            self._take(row)

    def _take(self, row: Placement) -> None:
        b = self._breakouts.get(row.session)
        if b is None:
            meant = nearest(row.session, self._breakouts)
            self._fault("session", row, f"“{row.session}” is no session with groups", meant)
            return
        breakout, r = self.layout.breakouts[b], self.layout.round_of[b]
        i = self._number.get(row.participant)
        if i is None:
            meant = nearest(row.participant, self._number)
            self._fault(
                "participant", row, f"Nobody who comes has the id “{row.participant}”", meant
            )
        elif not 1 <= row.group <= breakout.n_groups:
            message = f"“{breakout.session.name}” has no group {row.group}, its groups are 1 to {breakout.n_groups}"
            self._fault("group", row, message)
        elif (b, i) in self._seen:
            first = self._seen[b, i]
            message = f"{self._name(i)} is in group {first.group} and in group {row.group} of “{breakout.session.name}”"
            related = ((Place(first.path), f"group {first.group}"),)
            place = Place(row.path / "group")
            self.faults.append(Fault("group-twice", place, message, "again", related=related))
        elif not self.layout.present[b][i]:
            message = f"{self._name(i)} is not there on the day of “{breakout.session.name}”"
            self._fault("participant", row, message)
        else:
            self._place(row, b, r, i)

    def _place(self, row: Placement, b: int, r: int, i: int) -> None:
        self._seen[b, i] = row
        if self.plan[r, i] >= 0 and self.plan[r, i] != row.group - 1:
            kept = int(self.plan[r, i]) + 1
            message = f"{self._name(i)} is in group {row.group} of “{self.layout.breakouts[b].session.name}”, which keeps earlier groups, and was in group {kept}"
            self._fault("group", row, message)
            return
        self.plan[r, i] = row.group - 1

    def _name(self, i: int) -> str:
        return self.layout.problem.people[i]

    def _fault(self, key: str, row: Placement, message: str, meant: str | None = None) -> None:
        label = f"did you mean {meant}?" if meant else ""
        title = f"write {meant}" if meant else ""
        place = Place(row.path / key)
        self.faults.append(Fault(f"group-{key}", place, message, label, meant, title))

    def incomplete(self, agenda: Agenda) -> Iterator[Fault]:
        """People without a group, groups of a wrong size, and rooms with too few seats."""
        for b, breakout in enumerate(self.layout.breakouts):
            yield from self._missing(b, breakout)
            yield from self._sizes(agenda, b, breakout)

    def _missing(self, b: int, breakout: Breakout) -> Iterator[Fault]:
        for i in np.flatnonzero(self.layout.present[b]).tolist():
            if (b, i) not in self._seen:
                message = f"{self._name(i)} has no group in “{breakout.session.name}”"
                place = Place(self.layout.people[i].path)
                yield Fault("group-missing", place, message, "in no group")

    def _sizes(self, agenda: Agenda, b: int, breakout: Breakout) -> Iterator[Fault]:
        round_ = self.layout.problem.rounds[self.layout.round_of[b]]
        rows: dict[int, list[Placement]] = {g: [] for g in range(breakout.n_groups)}
        for (own, _), row in self._seen.items():
            if own == b:
                rows[row.group - 1].append(row)
        lead = self.layout.round_of.index(self.layout.round_of[b]) == b
        for g, held in rows.items():
            place = Place(held[0].path / "group" if held else PLAN)
            name = f"Group {g + 1} of “{breakout.session.name}” has {len(held)} people"
            ref = breakout.rooms[g].ref if g < len(breakout.rooms) else ""
            seats = agenda.written.rooms[ref].seats if ref in agenda.written.rooms else None
            low, high = int(round_.low[g]), int(round_.high[g])
            if seats is not None and len(held) > seats:
                room = agenda.room_name(ref)
                yield Fault("group-seats", place, f"{name}, “{room}” has {seats} seats", "too many")
            elif lead and not low <= len(held) <= high:
                share = f"{low}" if low == high else f"{low} or {high}"
                label = "too few" if len(held) < low else "too many"
                yield Fault("group-size", place, f"{name}, its share is {share}", label)

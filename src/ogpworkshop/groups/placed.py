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
        self._rows = rows
        self.faults: list[Fault] = []
        self._number = {person.id: i for i, person in enumerate(layout.people)}
        self._breakouts = {
            each.session.id: b for b, each in reversed(list(enumerate(layout.breakouts)))
        }
        self._seen: dict[tuple[int, int], Placement] = {}
        # people whom a row means, whether or not it could place them, and sessions with such rows
        self._meant: set[tuple[int, int]] = set()
        self._unplaced: set[int] = set()
        shape = (layout.problem.n_rounds, layout.problem.n_people)
        self.plan: Plan = np.full(shape, -1, dtype=np.int64)
        for row in rows.placements:
            self._take(row)

    def every_fault(self, agenda: Agenda) -> list[Fault]:
        """What is wrong with the rows: unreadable, unknown, and people whom they forget."""
        return [*self._rows.faults, *self.faults, *self.incomplete(agenda)]

    def _take(self, row: Placement) -> None:
        b = self._breakouts.get(row.session)
        i = self._number.get(row.participant)
        if b is None or i is None:
            self._note_unknown(row, b, i)
            return
        breakout, r = self.layout.breakouts[b], self.layout.round_of[b]
        name, title = self._name(i), breakout.session.name
        self._meant.add((b, i))
        if not 1 <= row.group <= breakout.n_groups:
            message = f"“{title}” has no group {row.group}, its groups are 1 to {breakout.n_groups}"
            self._unplaced.add(b)
            self._fault("number-unknown", "group", row, message)
        elif (b, i) in self._seen:
            first = self._seen[b, i]
            message = f"{name} is in group {first.group} and in group {row.group} of “{title}”"
            related = ((Place(first.path), f"group {first.group}"),)
            place = Place(row.path / "group")
            self.faults.append(
                Fault("group-person-twice", place, message, "again", related=related)
            )
        elif not self.layout.present[b][i]:
            is_out = bool(self.layout.sitting) and bool(self.layout.sitting[b][i])
            what = "sits out in" if is_out else "does not take part in"
            message = f"{name} {what} “{title}”"
            self._fault("person-absent", "participant", row, message)
        else:
            self._place(row, b, r, i)

    def _note_unknown(self, row: Placement, b: int | None, i: int | None) -> None:
        """A row whose session or person does not exist; the nearest of either is meant, perhaps."""
        session = row.session if b is not None else nearest(row.session, self._breakouts)
        person = row.participant if i is not None else nearest(row.participant, self._number)
        if b is None:
            message = f"“{row.session}” is no session with groups"
            self._fault("session-unknown", "session", row, message, session)
        elif row.participant in self.layout.cancelled:
            # a fault of its own: whoever has the nearest id is not meant
            title, person = self.layout.breakouts[b].session.name, None
            message = f"{row.name or row.participant} has a group in “{title}” and does not come"
            self._fault("person-absent", "participant", row, message)
        else:
            message = f"Nobody who comes has the id “{row.participant}”"
            self._fault("person-unknown", "participant", row, message, person)
        if session is not None:
            self._unplaced.add(self._breakouts[session])
            if person is not None:
                self._meant.add((self._breakouts[session], self._number[person]))

    def _place(self, row: Placement, b: int, r: int, i: int) -> None:
        self._seen[b, i] = row
        if self.plan[r, i] >= 0 and self.plan[r, i] != row.group - 1:
            kept = int(self.plan[r, i]) + 1
            message = f"{self._name(i)} is in group {row.group} of “{self.layout.breakouts[b].session.name}”, which keeps earlier groups, and was in group {kept}"
            self._fault("part-moved", "group", row, message)
            return
        self.plan[r, i] = row.group - 1

    def _name(self, i: int) -> str:
        return self.layout.problem.people[i]

    def _fault(
        self, what: str, key: str, row: Placement, message: str, meant: str | None = None
    ) -> None:
        label = f"did you mean {meant}?" if meant else ""
        title = f"write {meant}" if meant else ""
        place = Place(row.path / key)
        self.faults.append(Fault(f"group-{what}", place, message, label, meant, title))

    def incomplete(self, agenda: Agenda) -> Iterator[Fault]:
        """People without a group, rooms with too few seats, and groups of a wrong size."""
        for b, breakout in enumerate(self.layout.breakouts):
            missing = list(self._missing(b, breakout))
            full = list(self._full(agenda, b, breakout))
            yield from (*missing, *full)
            # sizes are judged once everybody is placed: until then they follow from the other faults
            if not missing and not full and b not in self._unplaced:
                yield from self._uneven(b, breakout)

    def _missing(self, b: int, breakout: Breakout) -> Iterator[Fault]:
        if not any(own == b for own, _ in self._meant):
            message = f"The plan has no groups for “{breakout.session.name}”"
            yield Fault("group-session-missing", Place(PLAN), message, "no row of this session")
            return
        for i in np.flatnonzero(self.layout.present[b]).tolist():
            if (b, i) not in self._meant:
                message = f"{self._name(i)} has no group in “{breakout.session.name}”"
                place = Place(self.layout.people[i].path)
                yield Fault("group-person-missing", place, message, "in no group")

    def _held(self, b: int, breakout: Breakout) -> list[list[Placement]]:
        """Rows of each group of a session."""
        rows: list[list[Placement]] = [[] for _ in range(breakout.n_groups)]
        for (own, _), row in self._seen.items():
            if own == b:
                rows[row.group - 1].append(row)
        return rows

    def _full(self, agenda: Agenda, b: int, breakout: Breakout) -> Iterator[Fault]:
        for g, held in enumerate(self._held(b, breakout)):
            ref = breakout.rooms[g].ref if g < len(breakout.rooms) else ""
            seats = agenda.written.rooms[ref].seats if ref in agenda.written.rooms else None
            if seats is not None and len(held) > seats:
                place = Place(held[0].path / "group")
                who = f"Group {g + 1} of “{breakout.session.name}” has {len(held)} people"
                message = f"{who}, “{agenda.room_name(ref)}” has {seats} seats"
                yield Fault("group-room-full", place, message, "too many")

    def _uneven(self, b: int, breakout: Breakout) -> Iterator[Fault]:
        r = self.layout.round_of[b]
        if self.layout.round_of.index(r) != b:
            return
        round_ = self.layout.problem.rounds[r]
        for g, held in enumerate(self._held(b, breakout)):
            low, high = int(round_.low[g]), int(round_.high[g])
            if not low <= len(held) <= high:
                share = f"{low}" if low == high else f"{low} or {high}"
                place = Place(held[0].path / "group" if held else PLAN)
                who = f"Group {g + 1} of “{breakout.session.name}” has {len(held)} people"
                label = "too few" if len(held) < low else "too many"
                yield Fault("group-size-uneven", place, f"{who}, its share is {share}", label)

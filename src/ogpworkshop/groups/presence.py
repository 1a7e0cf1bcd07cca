"""Who takes part in which session: there on the day, meant by it, and with a place in a group."""

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.asked import Asked, MisaskedError
from ogpworkshop.groups.attendance import Attendance
from ogpworkshop.groups.whom import whom
from ogpworkshop.model.agenda import Agenda, Breakout, Fault
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.model.written import Criterion

Bools = NDArray[np.bool_]
_OF_OWN = ("groups", "sizes", "criteria", "topic_needs", "sit_out", "roles")
_WITH = {"rotates": ("same_as", "rooms", "topics"), "same_as": ()}
"""What says nothing of groups that are kept: rooms and topics that are rotated are those before."""
SIZE = re.compile(r"\s*(\d{1,5})(?:\s*(?:-|–|to)\s*(\d{1,5}))?\s*")


class Presence:
    """Who is in the groups of each session.

    Attributes:
        faults: what could not be understood.
        present: for each session with groups, a boolean for each person.
        sitting: likewise, who would take part, and sits out.
    """

    def __init__(self, agenda: Agenda, roster: Roster, people: tuple[Participant, ...]) -> None:
        self._agenda, self._roster, self._people = agenda, roster, people
        attendance = Attendance(agenda, people)
        self.faults: list[Fault] = list(attendance.faults)
        self._turns = np.zeros(len(people), dtype=np.int64)
        self.present: list[Bools] = []
        self.sitting: list[Bools] = []
        kept: dict[str, tuple[Bools, Bools]] = {}
        for breakout in agenda.breakouts:
            meant = self._meant(breakout)
            there = attendance.of(breakout.session) & meant
            if breakout.same_as in kept:
                own, out = kept[breakout.same_as]
                there &= own
            else:
                out = self._sitting_out(breakout, there)
            kept.setdefault(breakout.session.id, (meant, out))
            self.present.append(there & ~out)
            self.sitting.append(there & out)

    def _meant(self, breakout: Breakout) -> Bools:
        """Those whom `who` and `without` leave."""
        own, there = breakout.written, np.ones(len(self._people), dtype=np.bool_)
        try:
            if own.who:
                there = whom(self._asked("who", breakout), own.who)[0]
            if own.without:
                ids = self._asked("without", breakout).ids(own.without, fewest=1)
                there = there & ~np.isin(np.arange(len(self._people)), ids)
        except MisaskedError as error:
            self.faults.append(error.fault)
        return there

    def _asked(self, name: str, breakout: Breakout) -> Asked:
        columns, people = self._roster.columns, self._people
        absent = tuple(each for each in self._roster.participants if not each.is_coming)
        return Asked(name, Criterion(), breakout.path, columns, people, (), (), absent=absent)

    def _sitting_out(self, breakout: Breakout, there: Bools) -> Bools:
        """Those for whom there is no place: of those who sat out least often.

        Whom something that must hold counts on comes last.
        """
        out = np.zeros(len(there), dtype=np.bool_)
        surplus = int(there.sum()) - (capacity(self._agenda, breakout) or len(there))
        if not breakout.written.sit_out or surplus <= 0:
            return out
        # by their ids, so that others stay when somebody cancels
        turn = np.array([crc32(person.id.encode()) for person in self._people])
        order = np.lexsort((turn, self._turns, self._counted_on(breakout)))
        chosen = [i for i in order.tolist() if there[i]][:surplus]
        out[chosen] = True
        self._turns[chosen] += 1
        return out

    def _counted_on(self, breakout: Breakout) -> Bools:
        """Whom a `need` that must hold asks for in every group."""
        needed = np.zeros(len(self._people), dtype=np.bool_)
        for asking in breakout.criteria:
            criterion = asking.criterion
            if criterion.must and criterion.need and criterion.at_most is None:
                try:
                    needed |= whom(self._asked("need", breakout), criterion.need)[0]
                except MisaskedError:  # reported where criteria are read
                    continue
        return needed


def capacity(agenda: Agenda, breakout: Breakout) -> int | None:
    """How many people the groups take by their sizes and rooms; None for any number."""
    n_groups = max(1, breakout.n_groups)
    sizes = breakout.written.sizes
    given = list(sizes) * n_groups if len(sizes) == 1 else list(sizes)
    most: list[int | None] = [None] * n_groups
    if len(given) == n_groups:
        matches = [SIZE.fullmatch(each) for each in given]
        most = [int(match[2] or match[1]) if match else None for match in matches]
    for g, room in enumerate(breakout.rooms[:n_groups]):
        held = agenda.written.rooms.get(room.ref)
        seats, size = held.seats if held else None, most[g]
        if seats is not None:
            most[g] = seats if size is None else min(seats, size)
    known = [each for each in most if each is not None]
    return sum(known) if len(known) == n_groups else None


def miskept(breakout: Breakout) -> Fault | None:
    """A session that goes on with groups of a session that has none, or asks for others besides."""
    own, name = breakout.written, breakout.session.name
    for key, does in (("rotates", "rotates"), ("same_as", "keeps the groups of")):
        wanted = getattr(own, key)
        if not wanted:
            continue
        place = Place(breakout.path / key)
        if breakout.same_as is None:
            message = f"“{name}” {does} “{wanted}”, no earlier session with groups"
            return Fault("breakout-impossible", place, message, "the id of an earlier session")
        silent = [each for each in (*_OF_OWN, *_WITH[key]) if getattr(own, each)]
        if silent:
            message = f"“{silent[0]}” says nothing in “{name}”, which {does} “{wanted}”"
            return Fault("breakout-impossible", place, message, "the groups stay as they are there")
    return None

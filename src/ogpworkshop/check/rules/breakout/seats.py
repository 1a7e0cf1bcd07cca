"""A group is larger than the room it gets.

## Why it matters
Somebody stands, or carries a chair through the corridor.

## Example
workshop: {expected: 20}
rooms:
  a: {name: Room A, seats: 20}
  b: {name: Room B, seats: 8}
days:
  - sessions:
      - time: 09:00-10:00
        title: Work in groups
        report_back: true
        breakouts: {groups: 2, rooms: [a, b]}

## Instead
workshop: {expected: 20}
rooms:
  a: {name: Room A, seats: 20}
  b: {name: Room B, seats: 10}
days:
  - sessions:
      - time: 09:00-10:00
        title: Work in groups
        report_back: true
        breakouts: {groups: 2, rooms: [a, b]}

## Not reported
Rooms without `seats`; workshops whose number of people is not known.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Breakout
from ogpworkshop.model.identity import headcount
from ogpworkshop.model.rooms import Rooms
from ogpworkshop.model.roster import Roster


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None) -> Iterator[Finding]:
    n_people = headcount(agenda, roster)
    rooms = Rooms(agenda)
    for breakout in agenda.breakouts:
        expected = breakout.session.written.expected or n_people
        if expected is not None and breakout.same_as is None:
            yield from _findings(breakout, expected, rooms)


def _findings(breakout: Breakout, n_people: int, rooms: Rooms) -> Iterator[Finding]:
    share = n_people // breakout.n_groups
    for use in breakout.rooms:
        seats = rooms.seats(use.ref)
        if seats is not None and seats < share:
            message = (
                f"Groups of “{breakout.session.name}” have {share} people or more,"
                f" but {rooms.name(use.ref)} has {seats} seats"
            )
            yield Finding(use.path, message, f"{seats} seats")

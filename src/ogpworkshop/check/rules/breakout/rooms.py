"""There are more groups than rooms for them.

## Why it matters
The last group has no room, and finds out when all the others are at work.

## Example
- time: "09:00-10:30"
  title: Group work
  report_back: true
  breakouts: {groups: 4, rooms: [Garden, Library, Studio]}

## Instead
- time: "09:00-10:30"
  title: Group work
  report_back: true
  breakouts: {groups: 3, rooms: [Garden, Library, Studio]}

## Not reported
Groups without any room, and rooms marked as `parallel`, which hold several groups.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Breakout
from ogpworkshop.model.rooms import Rooms


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    rooms = Rooms(agenda)
    for breakout in agenda.breakouts:
        is_own = breakout.same_as is None
        is_short = 0 < len(breakout.rooms) < breakout.n_groups
        if is_own and is_short and not any(rooms.is_shared(use.ref) for use in breakout.rooms):
            yield _finding(breakout)


def _finding(breakout: Breakout) -> Finding:
    n_rooms = len(breakout.rooms)
    n_rooms_named = f"{n_rooms} room" if n_rooms == 1 else f"{n_rooms} rooms"
    return Finding(
        breakout.path / "rooms",
        f"“{breakout.session.name}” has {breakout.n_groups} groups but {n_rooms_named}",
        f"{n_rooms_named} for {breakout.n_groups} groups",
    )

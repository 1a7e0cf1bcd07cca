"""A room is used twice at the same time.

## Why it matters
Two groups stand at one door.

## Example
- {time: "09:00-10:30", title: Budgets, room: Garden, track: Money}
- {time: "09:00-10:30", title: Schools, room: Garden, track: People}

## Instead
- {time: "09:00-10:30", title: Budgets, room: Garden, track: Money}
- {time: "09:00-10:30", title: Schools, room: Hall, track: People}

## Not reported
Rooms marked as `parallel`, such as a foyer or an online lobby; arrival, breaks and meals, which
share the room they are in; sessions in the background, markers and containers; sessions that overlap by mistake, which are slot-overlap.
"""

from collections import defaultdict
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, RoomUse, Session
from ogpworkshop.model.clash import clashes, doubled
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.rooms import Rooms
from ogpworkshop.model.wording import at_once, runs

_Use = tuple[Session, RoomUse]


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    rooms = Rooms(agenda)
    for day in agenda.days:
        used: dict[str, list[_Use]] = defaultdict(list)
        for session in placed(day):
            if session.is_work and not session.is_aside:
                for use in rooms.used_by(session):
                    if not rooms.is_shared(use.ref):
                        used[rooms.of(use.ref)].append((session, use))
        doubles = [pair for uses in used.values() for pair in doubled(uses)]
        yield from _findings(day, doubles, rooms)


def _findings(day: Day, doubles: list[tuple[_Use, _Use]], rooms: Rooms) -> Iterator[Finding]:
    if not doubles:
        return
    told = {(clash.first.path, clash.second.path) for clash in clashes(day)}
    pairs = set()
    for (first, one), (second, other) in doubles:
        pair = first.path, second.path
        if pair in told or pair in pairs:
            continue
        pairs.add(pair)
        when = at_once(day, second.start or 0, min(first.end or 0, second.end or 0))
        message = f"“{rooms.name(other.ref)}” is used twice at once{when}"
        yield Finding(other.path, message, runs(second), ((one.path, runs(first)),))

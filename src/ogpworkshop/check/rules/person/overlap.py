"""Somebody is in two sessions at once.

## Why it matters
Nobody can be. It is found out when the second session waits for its facilitator.

## Example
- {time: "09:00-10:30", title: Budgets, room: Hall, facilitators: [Lualhati Reyes]}
- {time: "09:00-10:30", title: Schools, room: Garden, facilitators: [Lualhati Reyes]}

## Instead
- {time: "09:00-10:30", title: Budgets, room: Hall, facilitators: [Lualhati Reyes]}
- {time: "09:00-10:30", title: Schools, room: Garden, facilitators: [Bayu Prasetyo]}

## Not reported
Organisations, which can send two people; those named by a session in the background, a marker or
a container; and sessions that overlap by mistake, which are slot-overlap or break-overlap.
"""

from collections import defaultdict
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Appearance, Day, Session
from ogpworkshop.model.clash import clashes, doubled
from ogpworkshop.model.identity import Identities, names_nobody
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.wording import at_once, runs

_Use = tuple[Session, Appearance]


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None) -> Iterator[Finding]:
    people = Identities(agenda, roster)
    for day in agenda.days:
        at_work: dict[str, list[_Use]] = defaultdict(list)
        for session in placed(day) if any(each.people for each in day.sessions) else ():
            if not session.is_aside:
                for key, appearance in _named(session, people).items():
                    at_work[key].append((session, appearance))
        doubles = [pair for uses in at_work.values() for pair in doubled(uses)]
        yield from _findings(day, doubles, people)


def _named(session: Session, people: Identities) -> dict[str, Appearance]:
    """Each person once, however many roles a session gives to one."""
    named: dict[str, Appearance] = {}
    for appearance in session.people:
        if not names_nobody(appearance.ref) and not people.is_organisation(appearance.ref):
            named.setdefault(people.of(appearance.ref), appearance)
    return named


def _findings(day: Day, doubles: list[tuple[_Use, _Use]], people: Identities) -> Iterator[Finding]:
    if not doubles:
        return
    told = {(clash.first.path, clash.second.path) for clash in clashes(day)}
    for (first, one), (second, other) in doubles:
        if (first.path, second.path) in told:
            continue
        when = at_once(day, second.start or 0, min(first.end or 0, second.end or 0))
        message = f"{people.name(other.ref)} is in two sessions at once{when}"
        yield Finding(other.path, message, runs(second), ((one.path, runs(first)),))

"""Group work runs beside a plenary that is for everybody.

## Why it matters
Whoever works in a group cannot be at the opening, and the hall is half empty when the minister
speaks.

## Example
- {time: "09:00-10:00", title: Opening ceremony, kind: ceremony, room: Hall}
- {time: "09:30-10:30", title: Work in groups, kind: group-work, room: Room 1, report_back: true}

## Instead
- {time: "09:00-10:00", title: Opening ceremony, kind: ceremony, room: Hall}
- {time: "10:00-11:00", title: Work in groups, kind: group-work, room: Room 1, report_back: true}

## Not reported
Group work marked as `parallel` or within a track; sessions in one room, which are slot-overlap;
sessions whose kind is not given and not told by the title.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import GROUP_WORK, Agenda, Day, Session
from ogpworkshop.model.strand import rooms_of
from ogpworkshop.model.wording import at_once, runs

_FOR_ALL = frozenset({"ceremony", "closing"})


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        plenaries = [session for session in day.sessions if _is_plenary(session)]
        groups = [session for session in day.sessions if _is_group_work(session)]
        if plenaries and groups:
            yield from _clashes(day, plenaries, groups)


def _clashes(day: Day, plenaries: list[Session], groups: list[Session]) -> Iterator[Finding]:
    plenaries.sort(key=lambda session: session.start or 0)
    at = 0
    for group in sorted(groups, key=lambda session: session.start or 0):
        while at < len(plenaries) and (plenaries[at].end or 0) <= (group.start or 0):
            at += 1
        if at < len(plenaries) and (plenaries[at].start or 0) < (group.end or 0):
            plenary = plenaries[at]
            if rooms_of(plenary) and rooms_of(group) and rooms_of(plenary) != rooms_of(group):
                yield _finding(day, plenary, group)


def _is_plenary(session: Session) -> bool:
    is_plain = not (session.is_aside or session.written.track or session.written.parallel)
    is_for_all = session.kind in _FOR_ALL or (session.kind == "plenary" and session.is_kind_given)
    return is_plain and is_for_all and session.is_timed


def _is_group_work(session: Session) -> bool:
    is_plain = not (session.is_aside or session.written.track or session.written.parallel)
    return is_plain and session.kind in GROUP_WORK and session.is_timed


def _finding(day: Day, plenary: Session, group: Session) -> Finding:
    start = max(plenary.start or 0, group.start or 0)
    when = at_once(day, start, min(plenary.end or 0, group.end or 0))
    message = f"“{group.name}” runs beside “{plenary.name}”, which is for everybody{when}"
    return Finding(group.time_place, message, runs(group), ((plenary.time_place, runs(plenary)),))

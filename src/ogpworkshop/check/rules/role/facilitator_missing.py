"""Group work has nobody who leads it, where other group work has.

## Why it matters
Twenty people wait for somebody to say how the groups are formed; somebody at last does, and it is
who happens to sit in front.

## Example
- {time: "13:00-13:30", title: Clinic on water, facilitators: [Maria Cruz]}
- {time: "13:30-14:00", title: Clinic on schools, facilitators: [Bayu Prasetyo]}
- {time: "14:00-14:30", title: Clinic on health, report_back: true}

## Instead
- {time: "13:00-13:30", title: Clinic on water, facilitators: [Maria Cruz]}
- {time: "13:30-14:00", title: Clinic on schools, facilitators: [Bayu Prasetyo]}
- {time: "14:00-14:30", title: Clinic on health, facilitators: [Sarita Rai], report_back: true}

## Not reported
Agendas in which less than two thirds of the group work names somebody: there, facilitators are
kept elsewhere. A part that continues a session.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import GROUP_WORK, Agenda, Session
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day, session in _without(agenda):
        message = f"Nobody leads “{session.name}”{day}"
        yield Finding(session.title_place, message, "no facilitators")


def _without(agenda: Agenda) -> list[tuple[str, Session]]:
    groups = [
        (on_day(day), session)
        for day in agenda.days
        for session in day.sessions
        if session.kind in GROUP_WORK and not session.written.continues and not session.is_aside
    ]
    without = [each for each in groups if not each[1].people]
    return without if len(without) * 3 <= len(groups) else []

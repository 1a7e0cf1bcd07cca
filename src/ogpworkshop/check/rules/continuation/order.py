"""A session continues one that takes place later.

## Why it matters
The groups of the second part meet before they have been formed.

## Example
- {time: "09:00-10:00", title: Lab on results, id: second, continues: first, report_back: true}
- {time: "10:00-10:30", title: Lab, id: first, report_back: true}

## Instead
- {time: "09:00-10:00", title: Lab, id: first, report_back: true}
- {time: "10:00-10:30", title: Lab on results, id: second, continues: first, report_back: true}

## Not reported
An id that no session has, which is continuation-unknown; sessions whose own time is reported.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.order import misplaced


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    if not any(session.written.continues for day in agenda.days for session in day.sessions):
        return
    places = {
        session.id: (position, session)
        for position, day in enumerate(agenda.days)
        for session in day.sessions
    }
    for position, day in enumerate(agenda.days):
        wrong = misplaced(day)  # a time that is itself at fault says nothing about the order
        for session in day.sessions:
            at, first = places.get(session.written.continues or "", (position, session))
            if first is session or not wrong.isdisjoint((first.path, session.path)):
                continue
            if at > position or (at == position and _is_before(session, first)):
                yield _finding(session, first)


def _is_before(session: Session, first: Session) -> bool:
    return session.start is not None and first.start is not None and session.start < first.start


def _finding(session: Session, first: Session) -> Finding:
    message = f"“{session.name}” continues “{first.name}”, which takes place later"
    related = ((first.time_place, "the first part"),)
    return Finding(session.path / "continues", message, "not yet begun", related)

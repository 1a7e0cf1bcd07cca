"""A day that runs from the morning into the afternoon has no lunch.

## Why it matters
People have to eat. If lunch is left out because everybody knows when it is, the caterer is the
one who does not.

## Example
- {time: "09:00-11:00", title: Panel}
- {time: "11:00-11:30", title: Coffee}
- {time: "11:30-13:30", title: Talks}
- {time: "13:30-13:45", title: Coffee}
- {time: "13:45-15:30", title: Group work, report_back: true}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:30", title: Talks}
- {time: "12:30-14:00", title: Lunch}
- {time: "14:00-15:30", title: Group work, report_back: true}

## Not reported
Days that start at noon or later, or end by 14:00; a visit or journey over noon; a session that
speaks of lunch; a break of 45 minutes, or half an hour of nothing, around noon; online workshops
of less than six hours.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.path import Path
from ogpworkshop.model.pauses import gaps, is_away, is_lunch, is_online, mentions_lunch, placed
from ogpworkshop.model.wording import on_day

_FROM, _TO = 11 * 60, 15 * 60
_NOON, _AFTERNOON = 12 * 60, 14 * 60
_TIME_TO_EAT, _A_LONG_BREAK = 30, 45


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    shortest = 6 * 60 if is_online(agenda) else 0
    told = {fault.place.path for fault in agenda.faults}
    for day in agenda.days:
        if any(_may_be_lunch(session, told) for session in day.sessions):
            continue
        work = [session for session in placed(day) if session.is_work and not session.is_aside]
        if not work:
            continue
        start, end = work[0].start or 0, max(session.end or 0 for session in work)
        covers_noon = start < _NOON and end > _AFTERNOON and end - start >= shortest
        if covers_noon and not _can_eat(day):
            yield _finding(day, work)


def _may_be_lunch(session: Session, told: set[Path]) -> bool:
    """Whether it is lunch, speaks of it, or does not say what it is, which is reported."""
    is_known = bool(session.title) or session.is_kind_given
    if not is_known or session.path / "kind" in told:
        return True
    return is_lunch(session) or mentions_lunch(session)


def _can_eat(day: Day) -> bool:
    """Whether something around noon leaves the time."""
    rests = [
        (session.start or 0, session.end or 0, _A_LONG_BREAK)
        for session in day.sessions
        if session.is_pause or is_away(session)
    ]
    rests += [(gap.start, gap.end, _TIME_TO_EAT) for gap in gaps(day)]
    return any(
        min(end, _TO) - max(start, _FROM) >= least and start < _AFTERNOON
        for start, end, least in rests
    )


def _finding(day: Day, work: list[Session]) -> Finding:
    over_noon = [session for session in work if (session.end or 0) > _NOON]
    message = f"There is no lunch{on_day(day)}"
    return Finding(over_noon[0].time_place, message, "noon passes here")

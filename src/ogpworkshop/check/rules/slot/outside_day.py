"""A session lies outside the hours of its day.

## Why it matters
The venue is closed, or the day's invitation says something else.

## Example
days:
  - start: "09:00"
    end: "17:00"
    sessions:
      - {time: "08:00-09:00", title: Panel}
      - {time: "09:00-10:00", title: Talks}

## Instead
days:
  - start: "08:00"
    end: "17:00"
    sessions:
      - {time: "08:00-09:00", title: Panel}
      - {time: "09:00-10:00", title: Talks}

## Not reported
Receptions, dinners, visits and journeys, which take place elsewhere; sessions whose time is
reported already.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.path import Path
from ogpworkshop.model.pauses import is_away, placed
from ogpworkshop.model.time import WrittenTime, clock
from ogpworkshop.model.wording import on_day


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        opens, closes = _minutes(day.written.start), _minutes(day.written.end)
        if (opens is not None or closes is not None) and (opens or 0) < (closes or 24 * 60):
            yield from _outside(day, opens, closes)


def _minutes(time: WrittenTime | None) -> int | None:
    return time.start if time else None


def _outside(day: Day, opens: int | None, closes: int | None) -> Iterator[Finding]:
    for session in placed(day):
        start, end = session.start or 0, session.end or 0
        if is_away(session) or session.kind == "meal":
            continue
        if opens is not None and start < opens:
            what, key = f"starts at {clock(start)}, before the day does at {clock(opens)}", "start"
        elif closes is not None and end > closes:
            what, key = f"ends at {clock(end)}, after the day does at {clock(closes)}", "end"
        else:
            continue
        message = f"“{session.name}”{on_day(day)} {what}"
        yield Finding(session.time_place, message, "outside the day's hours", _hours(day, key))


def _hours(day: Day, key: str) -> tuple[tuple[Path, str], ...]:
    return ((day.path / key, f"the day {key}s here"),)

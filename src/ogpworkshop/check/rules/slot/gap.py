"""Time between two sessions of a day belongs to nobody.

## Why it matters
A gap is a break that was not announced, or a session that was lost from the programme. Either
way, people ask at the desk.

## Example
- {time: "09:00-09:45", title: Panel}
- {time: "10:00-11:00", title: Talks}

## Instead
- {time: "09:00-10:00", title: Panel}
- {time: "10:00-11:00", title: Talks}

## Fix
Unsafe: lets the session before a gap of up to half an hour go on until it ends.

## Options
- limit: longest gap that is not reported, in minutes.

## Not reported
The time before an evening programme and after breakfast; a quarter of an hour to change rooms
between sessions in different rooms or tracks, and half an hour between different locations; time
around journeys and visits; and gaps beside a session whose own time is reported.

## Source
The five minutes are a figure of practice: nobody announces less.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.pauses import Gap, gaps, is_away
from ogpworkshop.model.restyle import spelled
from ogpworkshop.model.strand import rooms_of
from ogpworkshop.model.time import Minutes, clock, length
from ogpworkshop.model.wording import at_once


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 5) -> Iterator[Finding]:
    for day in agenda.days:
        for gap in gaps(day):
            if gap.end - gap.start > max(limit, _allowed(agenda, gap)):
                yield _finding(day, gap)


def _allowed(agenda: Agenda, gap: Gap) -> int:
    """Minutes that may lie between the two without a word."""
    before, after = gap.before, gap.after
    is_evening = after.kind in {"social", "meal"} and gap.end >= 17 * 60
    if is_evening or gap.end >= 18 * 60 or (before.kind == "meal" and gap.start <= 10 * 60):
        return 24 * 60
    if is_away(before) or is_away(after):
        return 60
    if before.is_pause or after.is_pause:
        return 0
    if rooms_of(before) and rooms_of(after) and rooms_of(before) != rooms_of(after):
        return 30 if _locations(agenda, before) != _locations(agenda, after) else 15
    is_beside = any(each.written.track or each.written.parallel for each in (before, after))
    return 15 if is_beside else 0


def _locations(agenda: Agenda, session: Session) -> set[str | None]:
    rooms = (agenda.written.rooms.get(use.ref) for use in session.rooms)
    return {room.location if room else None for room in rooms}


def _finding(day: Day, gap: Gap) -> Finding:
    empty = length(gap.end - gap.start)
    return Finding(
        gap.after.time_place,
        f"Nothing is planned between “{gap.before.name}” and “{gap.after.name}”"
        f"{at_once(day, gap.start, gap.end)}",
        f"starts after {empty} without a session",
        ((gap.before.time_place, f"“{gap.before.name}” ends at {clock(gap.start)}"),),
        _fix(gap),
    )


def _fix(gap: Gap) -> Fix | None:
    before = gap.before
    if gap.end - gap.start > 30 or before.start is None:
        return None
    style = before.time.style if before.time else ""
    title = f"end “{before.name}” at {spelled(gap.end, style)}"
    return mend.retime(before, before.start, gap.end, title)

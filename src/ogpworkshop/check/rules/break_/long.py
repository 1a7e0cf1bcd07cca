"""A break is so long that people leave.

## Why it matters
After an hour they are on the phone or in town, and not all come back.

## Example
- {time: "09:00-10:00", title: Panel}
- {time: "10:00-11:15", title: Coffee break}
- {time: "11:15-12:00", title: Talks}

## Instead
- {time: "09:00-10:30", title: Panel}
- {time: "10:30-11:00", title: Coffee break}
- {time: "11:00-12:00", title: Talks}

## Options
- limit: longest break that is not reported, in minutes.

## Not reported
Meals, breaks that clash with sessions, and breaks that are also for something else: prayer, posters, exhibitions, networking.

## Source
A figure of practice: published programmes have breaks of 15 to 30 minutes.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.clash import clashes
from ogpworkshop.model.pauses import placed
from ogpworkshop.model.time import Minutes, length
from ogpworkshop.model.wording import on_day

_FOR_MORE = (
    "prayer", "poster", "exhibit", "network", "market", "press", "meeting", "poster", "free",
    "rest", "siesta", "lunch", "speed", "photo",
)  # fmt: skip


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 60) -> Iterator[Finding]:
    for day in agenda.days:
        long = [
            each for each in placed(day) if each.kind == "break" and (each.minutes or 0) > limit
        ]
        if not long:
            continue
        doubtful = {
            path for clash in clashes(day) for path in (clash.first.path, clash.second.path)
        }
        for session in long:
            if session.is_aside or session.path in doubtful:
                continue
            title = session.title.casefold()
            if not any(word in title for word in _FOR_MORE):
                message = f"“{session.name}”{on_day(day)} lasts {length(session.minutes or 0)}"
                yield Finding(session.time_place, message, f"{length(limit)} are enough")

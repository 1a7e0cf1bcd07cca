"""A day begins so early, or ends so late, that some cannot come.

## Why it matters
Parents bring children to school at eight, and buses stop at six. Who cannot come is never heard.

## Example
check: {select: [care-early-late]}
days:
  - sessions:
      - {time: "08:00-09:00", title: Panel}

## Instead
check: {select: [care-early-late]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel}

## Options
- earliest: earliest start of work that is not reported, written 8:30.
- latest: latest end of work that is not reported, written 17:30.

## Not reported
Anything, unless the agenda asks for it; arrival, meals and receptions.

## Source
The “core hours” of many institutions, within which meetings are held so that carers can take
part; universities adopt them under the Athena SWAN charter.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.care import at_work
from ogpworkshop.model.time import Minutes, clock
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda, *, earliest: Minutes = 510, latest: Minutes = 1050) -> Iterator[Finding]:
    for day in agenda.days:
        for session in at_work(day):
            if (session.start or 0) < earliest:
                message = f"“{session.name}”{on_day(day)} starts before {clock(earliest)}"
                yield Finding(session.time_place, message, "too early for some")
            elif (session.end or 0) > latest:
                message = f"“{session.name}”{on_day(day)} ends after {clock(latest)}"
                yield Finding(session.time_place, message, "too late for some")

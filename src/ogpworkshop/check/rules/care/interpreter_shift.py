"""An interpreter works alone for too long.

## Why it matters
After half an hour of simultaneous interpretation mistakes grow, and the interpreter is the last
to notice.

## Example
check: {select: [care-interpreter-shift]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, interpreters: [Awa Diop]}

## Instead
check: {select: [care-interpreter-shift]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, interpreters: [Awa Diop, Paulo Reis]}

## Options
- limit: minutes that one interpreter can work alone.

## Not reported
Anything, unless the agenda asks for it; sessions without interpreters.

## Source
AIIC, the international association of conference interpreters, Professional Standards: nobody
works alone in a booth without a colleague to take over; colleagues change about every half hour.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.time import Minutes, length


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda, *, limit: Minutes = 30) -> Iterator[Finding]:
    for session in agenda.sessions:
        alone = session.written.interpreters
        if len(alone) == 1 and (session.minutes or 0) > limit:
            message = (
                f"{alone[0]} interprets “{session.name}” alone for {length(session.minutes or 0)}"
            )
            at = session.path / "interpreters" / 0
            yield Finding(at, message, f"after {length(limit)} a colleague takes over")

"""Two sessions for the same people take place at once.

## Why it matters
Everybody is expected in both. On paper it goes unnoticed; on the day, one of them is cut.

## Example
- {time: "09:00-10:30", title: Panel}
- {time: "10:00-11:00", title: Talks}

## Instead
- {time: "09:00-10:00", title: Panel}
- {time: "10:00-11:00", title: Talks}

## Fix
Unsafe: changes the one figure that lets the sessions follow each other, where there is one that
fits best, or ends the first when the second starts.

## Not reported
Sessions in different tracks or rooms, and those marked as `parallel`, `background` or
`container`; a registration that stays open during a session. Overlaps with a break are
break-overlap. A line that is there twice is slot-duplicate.
"""

from collections.abc import Iterator

from ogpworkshop.check import clashing
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return clashing.findings(agenda, of_breaks=False)

"""A break or a meal overlaps a session, or another break, of the same people.

## Why it matters
A break that a session runs into is a break that does not take place: the coffee gets cold, or the
session empties. It is the slip that agendas have most often, and the last to be noticed.

## Example
- {time: "09:00-11:15", title: Panel}
- {time: "11:00-11:30", title: Coffee}

## Instead
- {time: "09:00-11:00", title: Panel}
- {time: "11:00-11:30", title: Coffee}

## Fix
Unsafe: changes the one figure that lets break and session follow each other, where there is one
that fits best, or ends the first when the second starts.

## Not reported
Breaks of another track, breaks at once in different rooms, and what is marked as `parallel`,
`background` or `container`. A break's own room does not matter: coffee in the foyer is for those
in the hall. A session in one of several rooms may run through a break as a whole, as a long
workshop with a break of its own does.
"""

from collections.abc import Iterator

from ogpworkshop.check import clashing
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return clashing.findings(agenda, of_breaks=True)

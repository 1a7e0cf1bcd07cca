"""A line of a document found no place in the agenda.

## Why it matters
What was written somewhere between the sessions may be a room, a speaker or a change of plan. When a
document of another format is read, nothing of it is dropped in silence: what is no title, time or
person is named here, and `ogp agenda import` keeps it as a comment.

## Example
- {time: "09:00-10:00", title: Welcome}
# not placed: Please bring your badge

## Instead
- {time: "09:00-10:00", title: Welcome, summary: Please bring your badge}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "text-unplaced")

"""Groups are too large to talk, or too small to be groups.

## Why it matters
In a group of twenty, three talk and the others listen; in a group of two nobody holds the pen.

## Example
workshop: {expected: 60}
days:
  - sessions:
      - {time: "09:00-10:00", title: Work in groups, report_back: true, breakouts: {groups: 3}}

## Instead
workshop: {expected: 60}
days:
  - sessions:
      - {time: "09:00-10:00", title: Work in groups, report_back: true, breakouts: {groups: 8}}

## Options
- smallest: people in the smallest group that is not reported.
- largest: people in the largest group that is not reported.

## Not reported
Workshops whose number of people is not known, and groups that keep those of another session.

## Source
Slater, “Contrasting Correlates of Group Size”, Sociometry 21, 1958: people are most content in
groups of five. Three to twelve leaves room around it, by practice.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.identity import headcount
from ogpworkshop.model.roster import Roster


@rule(Severity.INFO, since="0.1")
def check(
    agenda: Agenda, roster: Roster | None = None, *, smallest: int = 3, largest: int = 12
) -> Iterator[Finding]:
    everybody = headcount(agenda, roster)
    for breakout in agenda.breakouts:
        session = breakout.session
        n_people = session.written.expected or everybody
        if n_people is None or breakout.same_as is not None or session.written.parallel:
            continue
        least, most = n_people // breakout.n_groups, -(-n_people // breakout.n_groups)
        size = f"{least}" if least == most else f"{least} or {most}"
        if 0 < most < smallest or least > largest:
            message = f"Groups of “{session.name}” have {size} people"
            yield Finding(breakout.path, message, f"{smallest} to {largest} can work together")

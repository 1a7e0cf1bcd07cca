"""Something that an agenda cannot do without is not there.

## Why it matters
An empty file is most often one that was saved before it was written, or the wrong one.

## Example
# the programme will stand here

## Instead
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "key-missing")

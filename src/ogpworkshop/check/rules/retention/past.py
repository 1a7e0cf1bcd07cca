"""The roster is kept longer than it is needed.

## Why it matters
Addresses, diets and passports of people whom nobody thinks of any more are what is lost in the
next leak.

## Example
check: {select: [retention-past]}
days:
  - date: 2017-08-08
    sessions:
      - {time: "09:00-10:00", title: Panel}

```csv participants.csv
id,name,dietary
p01,Maria Cruz,vegetarian
```

## Instead
check: {select: [retention-past]}
days:
  - date: 2999-08-08
    sessions:
      - {time: "09:00-10:00", title: Panel}

```csv participants.csv
id,name,dietary
p01,Maria Cruz,vegetarian
```

## Options
- days: for how many days after the last day of the workshop the roster may be kept.

## Not reported
Anything, unless the agenda asks for it; rosters without a sensitive column.

## Source
General Data Protection Regulation of the European Union, article 5 (1) (e): no longer than is
necessary. The number of days is the organiser's to decide.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import ROSTER, Place
from ogpworkshop.model.roster import Roster, audience_of


@rule(Severity.WARNING, since="0.1", is_on=False)
def check(agenda: Agenda, roster: Roster, *, days: int = 90) -> Iterator[Finding]:
    dates = [day.date for day in agenda.days if day.date]
    held = [name for name in roster.columns if audience_of(name) == "sensitive"]
    if not dates or not held or not roster.participants:
        return
    past = (datetime.now(UTC).date() - max(dates)).days
    if past > days:
        message = f"The workshop ended {past} days ago, and the roster still has {', '.join(held)}"
        yield Finding(Place(ROSTER), message, f"to be deleted after {days} days")

"""Something else than a number stands where one is needed.

## Why it matters
Groups are balanced by the numbers of a column, such as years of experience: a person without
one does not count. In a plan, a group that is no number is no group.

## Example
```csv participants.csv
id,name,experience
p01,Maria Cruz,12 years
```

## Instead
```csv participants.csv
id,name,experience
p01,Maria Cruz,12
```

## Fix
Unsafe: keeps the number alone, where there is just one.

## Not reported
Empty cells, and columns by which nothing is balanced.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Place
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


@rule(Severity.ERROR, since="0.1")
def check(
    roster: Roster | None = None, plan: GroupPlan | None = None, agenda: Agenda | None = None
) -> Iterator[Finding]:
    if plan is not None:
        yield from reported.faults(plan, "number-unreadable")
    if roster is not None:
        for column in sorted(_balanced(agenda) & set(roster.columns)):
            yield from _unreadable(roster, column)


def _balanced(agenda: Agenda | None) -> set[str]:
    """Columns that hold numbers: the usual one, and those by which the agenda balances groups."""
    rounds = agenda.breakouts if agenda else ()
    wished = (each.criterion.balance for round_ in rounds for each in round_.criteria)
    return {"experience", *(column for column in wished if column)}


def _unreadable(roster: Roster, column: str) -> Iterator[Finding]:
    for person in roster.participants:
        value = person.values.get(column, "")
        if value and not _NUMBER.fullmatch(value):
            place = Place(person.path / column)
            found = _NUMBER.findall(value)
            fix = None
            if len(found) == 1:
                fix = Fix(f"write {found[0]}", (Edit(place, found[0]),))
            message = f"“{value}”, the {column} of “{person.name}”, is not a number"
            yield Finding(place, message, "digits alone are expected here", fix=fix)

"""A column is missing without which a roster or a plan is of little use.

## Why it matters
Without ids nobody can be put into a group; without names no badge and no list can be printed;
a plan without sessions, groups or participants says nothing.

## Example
```csv participants.csv
id,nme
p01,Maria Cruz
```

## Instead
```csv participants.csv
id,name
p01,Maria Cruz
```

## Fix
Unsafe: renames the column with the nearest name, where one is near.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import ROSTER, Place
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster

_MISSING = {
    "id": "no column “id” here; ogp roster import makes one",
    "name": "no column “name” here",
}
_REQUIRED = tuple(_MISSING)


@rule(Severity.ERROR, since="0.1")
def check(roster: Roster | None = None, plan: GroupPlan | None = None) -> Iterator[Finding]:
    if plan is not None:
        yield from reported.faults(plan, "column-missing")
    if roster is None or not roster.columns:
        return
    if any(fault.kind == "header-missing" for fault in roster.faults):
        return  # said already
    for name in _REQUIRED:
        if name not in roster.columns:
            near = nearest(name, (column for column in roster.columns if column not in _REQUIRED))
            place = Place(ROSTER / near) if near else Place(ROSTER)
            fix = Fix(f"call it {name}", (Edit(place, name),)) if near else None
            label = f"perhaps this is the column “{name}”" if near else _MISSING[name]
            yield Finding(place, f"The roster has no column “{name}”", label, fix=fix)

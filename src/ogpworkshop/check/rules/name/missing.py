"""Someone in the roster has no name.

## Why it matters
The badge stays empty, and on a group list nobody can be looked for.

## Example
```csv participants.csv
id,name
p01,Maria Cruz
p02,
```

## Instead
```csv participants.csv
id,name
p01,Maria Cruz
p02,Suharyanto
```

## Not reported
A roster without a column of names, which is one fault and not one for each row.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    if "name" not in roster.columns:
        return
    for person in roster.participants:
        if not person.name:
            who = f"“{person.id}”" if person.id else "Someone"
            yield Finding(person.path / "name", f"{who} has no name", "a name is missing here")

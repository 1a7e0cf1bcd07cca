"""Someone in the roster has no id.

## Why it matters
Plans and sessions name people by their id: without one, a person cannot be put into any group.
A number, or initials, will do; it has to stay the same from one version to the next.

## Example
```csv participants.csv
id,name
p01,Maria Cruz
,Imran Bukhari
```

## Instead
```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```

## Not reported
A roster without a column of ids, which is one fault and not one for each row.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    if "id" not in roster.columns:
        return
    for person in roster.participants:
        if not person.id:
            name = person.name or "a person without a name"
            yield Finding(person.path / "id", f"“{name}” has no id", "an id is missing here")

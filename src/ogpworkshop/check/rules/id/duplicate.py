"""Two people of the roster have the same id.

## Why it matters
Plans, badges and sessions name people by their id: with one id for two people, one of them is
in no group, and nobody can tell which.

## Example
```csv participants.csv
id,name
p01,Maria Cruz
p01,Imran Bukhari
```

## Instead
```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.roster import Participant, Roster


@rule(Severity.ERROR, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    first: dict[str, Participant] = {}
    for person in roster.participants:
        known = first.setdefault(person.id, person)
        if person.id and known is not person:
            yield Finding(
                person.path / "id",
                f"“{person.name}” has the id “{person.id}” of “{known.name}”",
                "has to be another one",
                ((known.path / "id", f"the id of “{known.name}”"),),
            )

"""Two people of the roster have the same e-mail address.

## Why it matters
Often it is one person who registered twice, and then takes a seat in two groups. Where two
people do share an address, the invitation meant for each of them reaches the other.

## Example
```csv participants.csv
id,name,email
p01,Maria Cruz,maria@example.org
p02,Cruz Maria,Maria@example.org
```

## Instead
```csv participants.csv
id,name,email
p01,Maria Cruz,maria@example.org
p02,Imran Bukhari,imran@example.org
```
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.roster import Participant, Roster


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    first: dict[str, Participant] = {}
    for person in roster.participants:
        email = person.values.get("email", "")
        known = first.setdefault(email.casefold(), person)
        if email and known is not person:
            yield Finding(
                person.path / "email",
                f"“{person.name}” has the e-mail address of “{known.name}”",
                "the same person twice?",
                ((known.path / "email", f"the address of “{known.name}”"),),
            )

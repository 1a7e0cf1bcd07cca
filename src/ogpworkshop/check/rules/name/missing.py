"""Someone in the roster has no name, or one without a letter.

## Why it matters
The badge stays empty, and on a group list nobody can be looked for. A number where a name belongs
is mostly the total below a list: a person who does not exist gets a seat.

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
        if person.name and not any(map(str.isalpha, person.name)):
            message = f"“{person.name}” is no name, for it has no letter"
            yield Finding(person.path / "name", message, "a row that is no person?")
        elif not person.name:
            who = f"“{person.id}”" if person.id else "Someone"
            yield Finding(person.path / "name", f"{who} has no name", "a name is missing here")

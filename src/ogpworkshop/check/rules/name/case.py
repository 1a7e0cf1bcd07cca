"""A name is written in capitals or in small letters throughout.

## Why it matters
It is printed like that on the badge. Nobody's name is changed by this tool: only the person knows
how it is written.

## Example
```csv participants.csv
id,name
p01,maria cruz
p02,Bayu Prasetyo
```

## Instead
```csv participants.csv
id,name
p01,Maria Cruz
p02,Bayu Prasetyo
```

## Not reported
Names of one word, family names in capitals beside given names that are not, scripts without
capitals, and rosters in which most names are written like that.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.roster import Roster


@rule(Severity.INFO, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    odd = [person for person in roster.participants if _is_odd(person.name)]
    if len(odd) * 2 > len(roster.participants):
        return
    for person in odd:
        how = "capitals" if person.name.isupper() else "small letters"
        message = f"“{person.name}” is written in {how} throughout"
        yield Finding(person.path / "name", message, "as the person writes it?")


def _is_odd(name: str) -> bool:
    return len(name.split()) > 1 and len(name) > 5 and (name.isupper() or name.islower())

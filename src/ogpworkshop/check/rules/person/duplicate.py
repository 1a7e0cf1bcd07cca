"""One person seems to be in the roster twice.

## Why it matters
Two badges and two rooms are paid for, and groups count one person as two.

## Example
```csv participants.csv
id,name,organisation
p01,Maria Cruz,Department of Budget
p02,Bayu Prasetyo,Budget Watch
p03,"CRUZ, Maria",Department of Budget
```

## Instead
```csv participants.csv
id,name,organisation
p01,Maria Cruz,Department of Budget
p02,Bayu Prasetyo,Budget Watch
```

## Not reported
People of one name who work for different organisations; people of nearly one name, which is a letter,
a nickname or a middle name apart, who have addresses of their own or do not work together; people
with one address or one id, who are email-duplicate and id-duplicate; names of one word.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.doubles import doubles
from ogpworkshop.model.roster import Roster


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    for double in doubles(roster.participants):
        if double.why not in {"name", "near"} or (
            double.one.id and double.one.id == double.other.id
        ):
            continue
        message = f"“{double.one.name}” and “{double.other.name}” seem to be one person"
        related = ((double.other.path / "name", "the first of them"),)
        yield Finding(double.one.path / "name", message, "the same person twice?", related)

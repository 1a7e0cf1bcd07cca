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
People of one name who work for different organisations, or who have different e-mail addresses of
their own; people with one address or one id, who are email-duplicate and id-duplicate; names of one word.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.identity import plain
from ogpworkshop.model.roster import Participant, Roster


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    first: dict[tuple[str, ...], list[Participant]] = {}
    for person in roster.participants:
        alike = first.setdefault(_words(person.name), [])
        other = next((each for each in alike if _is_same(each, person)), None)
        if other is None:
            if len(alike) < 20:
                alike.append(person)
        elif len(_words(person.name)) > 1:
            message = f"“{person.name}” and “{other.name}” seem to be one person"
            related = ((other.path / "name", "the first of them"),)
            yield Finding(person.path / "name", message, "the same person twice?", related)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name in the order of the alphabet: some write the family name first."""
    return tuple(sorted(plain(name).replace(",", " ").replace(".", " ").split()))


def _is_same(one: Participant, other: Participant) -> bool:
    emails = {person.values.get("email", "").strip().casefold() for person in (one, other)}
    if one.id == other.id or (len(emails) == 1 and emails != {""}) or (len(emails - {""}) > 1):
        return False
    organisations = {
        person.values.get("organisation", "").strip().casefold() for person in (one, other)
    }
    return len(organisations - {""}) < 2

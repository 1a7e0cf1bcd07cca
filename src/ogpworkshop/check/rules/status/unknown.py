"""A status says neither that somebody comes nor that somebody stays away.

## Why it matters
People who cancelled or declined are put into no group and get no badge. With any other word,
known or not, a person counts as coming.

## Example
```csv participants.csv
id,name,status
p01,Maria Cruz,confirmed
p02,Imran Bukhari,cancled
```

## Instead
```csv participants.csv
id,name,status
p01,Maria Cruz,confirmed
p02,Imran Bukhari,cancelled
```

## Fix
Unsafe: writes the nearest known status, where one is near.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import ABSENT, Roster

_COMING = (
    "confirmed", "registered", "invited", "accepted", "attending", "attended", "paid", "pending",
    "provisional", "tentative", "waitlisted", "waiting list", "checked in", "yes",
)  # fmt: skip
_KNOWN = (*_COMING, *sorted(ABSENT - {"canceled"}))
_UNDERSTOOD = ABSENT.union(_COMING)
_MOST_GUESSED = 200


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    found = {person.values.get("status", "") for person in roster.participants} - {""}
    unknown = {status for status in found if status.casefold() not in _UNDERSTOOD}
    # a column of something else altogether deserves no guesses, which take time
    meant = {status: nearest(status, _KNOWN) for status in unknown if len(unknown) <= _MOST_GUESSED}
    for person in roster.participants:
        status = person.values.get("status", "")
        if status not in unknown:
            continue
        place = Place(person.path / "status")
        near = meant.get(status)
        fix = Fix(f"write {near}", (Edit(place, near),)) if near else None
        message = f"“{status}” does not say whether “{person.name}” comes"
        label = f"perhaps {near}" if near else "counts as coming"
        yield Finding(place, message, label, fix=fix)

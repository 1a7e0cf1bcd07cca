"""A criterion of breakout groups names a column that the roster does not have.

## Why it matters
The wish cannot be granted: groups are formed as if it had not been written.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        breakouts: {groups: 2, criteria: [{spread: contry}]}

```csv participants.csv
id,name,country
p01,Maria Cruz,Philippines
p02,Imran Bukhari,Pakistan
```

## Instead
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        breakouts: {groups: 2, criteria: [{spread: country}]}

```csv participants.csv
id,name,country
p01,Maria Cruz,Philippines
p02,Imran Bukhari,Pakistan
```

## Fix
Unsafe: writes the nearest name of a column, where one is near.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.condition import columns
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.written import Criterion

_WISHES = (
    "spread", "gather", "together", "apart", "never_alone", "balance", "prefer", "friends", "foes",
    "language", "zones",
)  # fmt: skip
_NO_COLUMNS = frozenset({"new", "most"})


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster) -> Iterator[Finding]:
    if not roster.columns:
        return
    criteria = {each.path: each.criterion for part in agenda.breakouts for each in part.criteria}
    for path, criterion in criteria.items():
        for place, column in _columns(criterion, path):
            if column not in roster.columns:
                near = nearest(column, _others(place, roster))
                fix = Fix(f"write {near}", (Edit(place, near),)) if near else None
                label = f"perhaps {near}" if near else "no column of the roster"
                yield Finding(place, f"The roster has no column “{column}”", label, fix=fix)


def _others(place: Place, roster: Roster) -> list[str]:
    """What else could be meant there."""
    return (
        [*roster.columns, *sorted(_NO_COLUMNS)] if place.path[-1] == "meet" else [*roster.columns]
    )


def _columns(criterion: Criterion, path: Path) -> Iterator[tuple[Place, str]]:
    """The columns that a criterion names, and where."""
    for wish in _WISHES:
        column = getattr(criterion, wish)
        if isinstance(column, str):
            yield Place(path / wish), column
    if isinstance(criterion.meet, str) and criterion.meet not in _NO_COLUMNS:
        yield Place(path / "meet"), criterion.meet
    for wish in ("need", "place"):
        for column, at in columns(getattr(criterion, wish), path / wish):
            yield Place(at, key=True), column

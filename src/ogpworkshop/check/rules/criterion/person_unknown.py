"""A criterion of breakout groups names somebody whom the roster does not have.

## Why it matters
The wish cannot be granted: two people who were never to share a table may well do so, because
one of them is written differently in the roster.

## Example
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        breakouts: {groups: 2, criteria: [{apart: [p01, p20]}]}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```

## Instead
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        breakouts: {groups: 2, criteria: [{apart: [p01, p02]}]}

```csv participants.csv
id,name
p01,Maria Cruz
p02,Imran Bukhari
```

## Fix
Unsafe: writes the nearest id.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.written import Criterion


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster) -> Iterator[Finding]:
    if "id" not in roster.columns:
        return
    people = roster.by_id()
    names = {person.name.casefold() for person in roster.participants if person.id}
    criteria = {each.path: each.criterion for part in agenda.breakouts for each in part.criteria}
    for path, criterion in criteria.items():
        for place, ref in _people(criterion, path):
            if ref not in people and ref.casefold() not in names:
                meant = nearest(ref, people)
                known = f"perhaps {meant}, “{people[meant].name}”" if meant else ""
                fix = Fix(f"write {meant}", (Edit(place, meant),)) if meant else None
                message = f"Nobody in the roster has the id “{ref}”"
                yield Finding(place, message, known or "no id of the roster", fix=fix)


def _people(criterion: Criterion, path: Path) -> Iterator[tuple[Place, str]]:
    """The ids or names that a criterion names, and where."""
    for wish in ("together", "apart", "meet"):
        refs = getattr(criterion, wish)
        for position, ref in enumerate(refs if isinstance(refs, tuple) else ()):
            if isinstance(ref, str):
                yield Place(path / wish / position), ref
                continue
            for inner, each in enumerate(ref):
                yield Place(path / wish / position / inner), each

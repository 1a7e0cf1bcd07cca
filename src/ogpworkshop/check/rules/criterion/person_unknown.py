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
Unsafe: writes the id of the person of this name, or else the nearest id.
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
    names = {person.name: person.id for person in roster.participants if person.id}
    criteria = {path: each for breakout in agenda.breakouts for each, path in breakout.criteria}
    for path, criterion in criteria.items():
        for place, ref in _people(criterion, path):
            if ref not in people:
                meant = names.get(ref) or nearest(ref, people)
                known = f"perhaps {meant}, “{people[meant].name}”" if meant else ""
                fix = Fix(f"write {meant}", (Edit(place, meant),)) if meant else None
                message = f"Nobody in the roster has the id “{ref}”"
                yield Finding(place, message, known or "no id of the roster", fix=fix)


def _people(criterion: Criterion, path: Path) -> Iterator[tuple[Place, str]]:
    """The ids that a criterion names, and where."""
    for wish in ("together", "apart"):
        refs = getattr(criterion, wish)
        if isinstance(refs, tuple):
            for position, ref in enumerate(refs):
                yield Place(path / wish / position), ref

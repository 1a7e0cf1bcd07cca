"""A session names somebody who is neither in the roster nor under `people`.

## Why it matters
Whoever is not known gets no badge, no itinerary and no mail; most often the name is misspelt.

## Example
people:
  bayu: {name: Bayu Prasetyo}
days:
  - sessions:
      - {time: "09:00-10:30", title: Panel, facilitators: [Bayu Prasetjo]}
      - {time: "10:30-11:00", title: Coffee}

```csv participants.csv
id,name
p01,Lualhati Reyes
```

## Instead
people:
  bayu: {name: Bayu Prasetyo}
days:
  - sessions:
      - {time: "09:00-10:30", title: Panel, facilitators: [Bayu Prasetyo]}
      - {time: "10:30-11:00", title: Coffee}

```csv participants.csv
id,name
p01,Lualhati Reyes
```

## Fix
Unsafe: writes the nearest name that is known.

## Not reported
Names without a roster at hand, unless they are one or two letters away from somebody under
`people`; words for nobody in particular, such as TBC or “all”.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Appearance
from ogpworkshop.model.identity import Identities, names_nobody
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None) -> Iterator[Finding]:
    people = Identities(agenda, roster)
    if not people.names:
        return
    for day in agenda.days:
        for session in day.sessions:
            for appearance in session.people:
                if people.find(appearance.ref) is None and not names_nobody(appearance.ref):
                    yield from _unknown(appearance, people)


def _unknown(appearance: Appearance, people: Identities) -> Iterator[Finding]:
    ref = appearance.ref.strip()
    near = people.nearest(ref)
    if near is None and not people.has_roster:
        return
    where = "neither in the roster nor under people" if people.has_roster else "not under people"
    hint = f"; did you mean “{near}”?" if near else ""
    fix = mend.rewrite(appearance.path, near, f"write {near}") if near else None
    message = f"“{ref}” is {where}{hint}"
    yield Finding(appearance.path, message, f"{appearance.role} whom nobody knows", fix=fix)

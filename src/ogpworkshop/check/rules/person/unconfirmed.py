"""A session counts on somebody who has not confirmed.

## Why it matters
The name is on the printed programme, and the person reads there for the first time that she is
expected.

## Example
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, chair: Maria Cruz}

```csv participants.csv
id,name,status
p01,Maria Cruz,invited
```

## Instead
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, chair: Maria Cruz}

```csv participants.csv
id,name,status
p01,Maria Cruz,confirmed
```

## Not reported
People without a status, and people who have cancelled, which is person-absent.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.roster import Roster

_OPEN = frozenset({"invited", "pending", "provisional", "tentative", "waitlisted", "waiting list"})
_MARKS = ("(tbc)", "(t.b.c.)", "(to be confirmed)", "(invited)", "(tentative)")


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None) -> Iterator[Finding]:
    people = Identities(agenda, roster)
    status = {
        f"roster {person.id or person.path}": person.values.get("status", "").strip()
        for person in (roster.participants if roster else ())
    }
    told = set()
    for session in agenda.sessions:
        for appearance in session.people:
            ref = appearance.ref
            found = status.get(people.find(ref) or "", "")
            marked = "(" in ref and any(mark in ref.casefold() for mark in _MARKS)
            if (found.casefold() in _OPEN or marked) and people.of(ref) not in told:
                told.add(people.of(ref))
                message = f"“{session.name}” counts on {people.name(ref)}, who has not confirmed"
                label = f"status: {found}" if found else "still to be confirmed"
                yield Finding(appearance.path, message, label)

"""A session counts on somebody who is not there that day.

## Why it matters
The chair's seat stays empty, although the roster knew it weeks ago.

## Example
days:
  - title: Day 1
    sessions:
      - {time: "09:00-10:00", title: Panel, chair: Maria Cruz}
  - title: Day 2
    sessions:
      - {time: "09:00-10:00", title: Talks, chair: Maria Cruz}

```csv participants.csv
id,name,days
p01,Maria Cruz,1
p02,Bayu Prasetyo,all
```

## Instead
days:
  - title: Day 1
    sessions:
      - {time: "09:00-10:00", title: Panel, chair: Maria Cruz}
  - title: Day 2
    sessions:
      - {time: "09:00-10:00", title: Talks, chair: Bayu Prasetyo}

```csv participants.csv
id,name,days
p01,Maria Cruz,1
p02,Bayu Prasetyo,all
```

## Not reported
People whose `days` are empty or name a day that the agenda does not have, which is days-unknown.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.attendance import days_of, named_days
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.path import Path
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.model.wording import on_day

_ALWAYS: tuple[Participant | None, frozenset[int]] = (None, frozenset())


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster) -> Iterator[Finding]:
    people, names = Identities(agenda, roster), named_days(agenda)
    known: dict[str, tuple[Participant | None, frozenset[int]]] = {}
    for person in roster.participants:
        days = days_of(person, names) if person.is_coming else frozenset[int]()
        if days is not None:
            known.setdefault(f"roster {person.id or person.path}", (person, days))
    for position, day in enumerate(agenda.days if known else ()):
        for session in day.sessions:
            for appearance in session.people:
                who, days = known.get(people.find(appearance.ref) or "", _ALWAYS)
                if who is not None and position not in days:
                    yield _finding(day, session, appearance.path, who)


def _finding(day: Day, session: Session, path: Path, person: Participant) -> Finding:
    if person.is_coming:
        message = f"{person.name} is not there{on_day(day)}, when “{session.name}” takes place"
        column = "days"
    else:
        message = f"“{session.name}” counts on {person.name}, who does not come"
        column = "status"
    related = ((person.path / column, f"{column}: {person.values.get(column, '')}"),)
    return Finding(path, message, "not there", related)

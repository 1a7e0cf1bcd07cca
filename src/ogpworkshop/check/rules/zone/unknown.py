"""A time zone is named that does not exist.

## Why it matters
Calendar files need a zone that every calendar knows; with another, all sessions move by hours.

## Example
workshop: {title: Peer exchange, timezone: Asia/Manilla}
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome}

## Instead
workshop: {title: Peer exchange, timezone: Asia/Manila}
days:
  - sessions:
      - {time: "09:00-10:00", title: Welcome}

## Fix
Unsafe: writes the nearest name, or the zone of the city.

## Source
The names are those of the IANA time zone database, as the system or Python has it.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Path
from ogpworkshop.model.zones import is_unknown, nearest_zone

_MOST_GUESSED = 20
"""Each guess looks at some 600 names: whoever writes hundreds in vain is not kept waiting."""


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    unknown = [(path, name) for path, name in _named(agenda) if is_unknown(name)]
    for number, (path, name) in enumerate(unknown):
        near = nearest_zone(name) if number < _MOST_GUESSED else None
        hint = f"; did you mean “{near}”?" if near else "; write it as Asia/Manila"
        fix = mend.rewrite(path, near, f"write {near}") if near else None
        yield Finding(path, f"“{name}” is no time zone{hint}", "no such zone", fix=fix)


def _named(agenda: Agenda) -> Iterator[tuple[Path, str]]:
    if agenda.workshop.timezone:
        yield agenda.workshop.path / "timezone", agenda.workshop.timezone
    for person in agenda.written.people.values():
        if person.timezone:
            yield person.path / "timezone", person.timezone

"""Everybody on a panel works for the same organisation.

## Why it matters
They agree. It is an announcement, and the public came for a discussion.

## Example
people:
  maria: {name: Maria Cruz, organisation: Department of Budget}
  bayu: {name: Bayu Prasetyo, organisation: Department of Budget}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, speakers: [maria, bayu], chair: Sarita Rai}

## Instead
people:
  maria: {name: Maria Cruz, organisation: Department of Budget}
  bayu: {name: Bayu Prasetyo, organisation: Budget Watch}
days:
  - sessions:
      - {time: "09:00-10:00", title: Panel, speakers: [maria, bayu], chair: Sarita Rai}

## Not reported
Panels on which somebody's organisation is not known.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.roster import Roster


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None) -> Iterator[Finding]:
    people = Identities(agenda, roster)
    known = _organisations(agenda, roster, people)
    for session in agenda.sessions if known else ():
        speakers = session.written.speakers
        if session.kind != "panel" or len(speakers) < 2:
            continue
        organisations = {known.get(people.of(ref), "").casefold() for ref in speakers}
        if len(organisations) == 1 and "" not in organisations:
            name = known[people.of(speakers[0])]
            message = f"Everybody on the panel “{session.name}” works for {name}"
            yield Finding(session.path / "speakers" / 0, message, name)


def _organisations(agenda: Agenda, roster: Roster | None, people: Identities) -> dict[str, str]:
    """The organisation of everybody for whom it is known."""
    known = {
        people.of(person.id or person.name): person.values.get("organisation", "").strip()
        for person in (roster.participants if roster else ())
    }
    for key, person in agenda.written.people.items():
        if person.organisation:
            known[people.of(key)] = person.organisation.strip()
    return {key: name for key, name in known.items() if name}

"""The kind of a session is told from its title.

## Why it matters
What counts as a break, as a meal or as group work decides what the other checks say. Whoever
wants nothing to be guessed asks for this one.

## Example
check: {select: [kind-inferred]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Round table}

## Instead
check: {select: [kind-inferred]}
days:
  - sessions:
      - {time: "09:00-10:00", title: Round table, kind: panel}

## Not reported
Anything, unless the agenda asks for it.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1", is_on=False)
def check(agenda: Agenda) -> Iterator[Finding]:
    for session in agenda.sessions:
        if not session.is_kind_given:
            message = f"“{session.name}” is taken for {session.kind}"
            yield Finding(session.title_place, message, f"add kind: {session.kind}, or what it is")

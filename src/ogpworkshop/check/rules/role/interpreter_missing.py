"""A session is held in another language, and nobody interprets.

## Why it matters
Half of the room looks at its phones for an hour, politely.

## Example
workshop: {title: Regional workshop, language: en}
days:
  - sessions:
      - {time: "09:00-10:00", title: Round table, language: fr}

## Instead
workshop: {title: Regional workshop, language: en}
days:
  - sessions:
      - {time: "09:00-10:00", title: Round table, language: fr, interpreters: [Awa Diop]}

## Not reported
Sessions in a track or marked as `parallel`, which people choose; sessions that everybody in the
roster can follow, by its `languages`.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.roster import Roster


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None) -> Iterator[Finding]:
    usual = agenda.workshop.language.casefold()[:2]
    for session in agenda.sessions:
        written = session.written
        if written.language is None or written.interpreters or written.track or written.parallel:
            continue
        if written.language.casefold()[:2] != usual and not _is_followed(session, roster):
            message = f"“{session.name}” is held in another language, and nobody interprets"
            yield Finding(session.path / "language", message, "no interpreters")


def _is_followed(session: Session, roster: Roster | None) -> bool:
    """Whether everybody who comes has the session's language."""
    if roster is None or "languages" not in roster.columns:
        return False
    wanted = (session.written.language or "").casefold()
    return all(
        wanted in {language.casefold() for language in person.listed("languages")}
        for person in roster.coming
    )

"""A session continues one that does not exist.

## Why it matters
The groups of the first part are to meet again in the second. If the second does not find the
first, it has no groups at all.

## Example
- {time: "09:00-10:30", title: Clinics, id: clinics}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:00", title: "Clinics, part two", continues: clinic, report_back: true}

## Instead
- {time: "09:00-10:30", title: Clinics, id: clinics}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:00", title: "Clinics, part two", continues: clinics, report_back: true}

## Fix
Unsafe: writes the nearest id, or the id of the session that has this title.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.near import Guesses


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    continued = [session for session in agenda.sessions if session.written.continues]
    if not continued:
        return
    ids = {session.id: session for session in agenda.sessions}
    guesses = Guesses(ids)
    titles = {session.title.casefold(): session.id for session in agenda.sessions}
    for session in continued:
        target = (session.written.continues or "").strip()
        if target == session.id:
            message = f"“{session.name}” continues itself"
            yield Finding(session.path / "continues", message, "its own id")
        elif target not in ids:
            yield _unknown(
                session, target, titles.get(target.casefold()) or guesses.nearest(target)
            )


def _unknown(session: Session, target: str, near: str | None) -> Finding:
    place = session.path / "continues"
    hint = f"; did you mean “{near}”?" if near and near != session.id else ""
    fix = mend.rewrite(place, near, f"write {near}") if near and hint else None
    return Finding(place, f"No session has the id “{target}”{hint}", "no such session", fix=fix)

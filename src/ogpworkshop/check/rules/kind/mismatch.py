"""The kind of a session is not what its title says.

## Why it matters
A coffee break that is marked as talks is no break to any check, and is printed like a talk; a
panel that is marked as a break is.

## Example
- {time: "09:00-10:00", title: Talks}
- {time: "10:00-10:30", title: Coffee break, kind: talks}

## Instead
- {time: "09:00-10:00", title: Talks}
- {time: "10:00-10:30", title: Coffee break, kind: break}

## Fix
Unsafe: writes the kind that the title says.

## Not reported
Titles that say more than break, coffee, lunch and the like; receptions.
"""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import PAUSES, Agenda, Session
from ogpworkshop.model.kind import kind_of

_PAUSE_WORDS = frozenset({
    "short", "morning", "afternoon", "coffee", "tea", "health", "lunch", "comfort", "and", "&",
    "break", "dinner", "breakfast", "pause", "café", "pause-café", "déjeuner", "almuerzo",
})  # fmt: skip
_WORK = frozenset({"panel", "talks", "group-work", "clinic", "closing"})
_ANY = frozenset({"social", "other"})


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if session.is_kind_given:
                told = _told(session)
                if told and told != session.kind:
                    yield _finding(session, told)


def _told(session: Session) -> str | None:
    """The kind that the title says beyond doubt, where it contradicts the one given."""
    if session.is_pause or session.kind == "registration":
        told = kind_of(session.title)
        return told if told in _WORK else None
    if session.kind in _ANY or not _PAUSE_WORDS.issuperset(session.title.casefold().split()):
        return None
    told = kind_of(session.title)
    return told if told in PAUSES else None


def _finding(session: Session, told: str) -> Finding:
    path = session.path / "kind"
    message = f"“{session.title}” is given as {session.kind}"
    label = f"its title says {told}"
    return Finding(path, message, label, fix=mend.rewrite(path, told, f"write {told}"))

"""What calendars know a session by: the same in an exported file and in the links of a page."""

import hashlib

from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.resolve import slug

ENDING = ".ogpworkshop"


def uid(agenda: Agenda, session: Session, suffix: str = "") -> str:
    """The UID of a session: its id, and what tells this workshop from others.

    Args:
        agenda: the programme.
        session: one of its sessions.
        suffix: what an earlier export told the workshop by, where there was one.
    """
    name = session.id if session.id.isascii() and session.id.isprintable() else ""
    name = name.replace("@", "-") or hashlib.sha256(session.id.encode()).hexdigest()[:16]
    return f"{name}@{suffix or workshop_suffix(agenda)}"


def workshop_suffix(agenda: Agenda) -> str:
    """What tells the sessions of this workshop from those of others, for good.

    Its id; of a workshop without one, title and year.
    """
    workshop = agenda.workshop
    if workshop.id:
        return f"{_ascii(workshop.id) or _digest(workshop.id)}{ENDING}"
    days = sorted(day.date for day in agenda.days if day.date)
    year = f"{days[0].year}" if days else "undated"
    mark = _digest("\n".join((workshop.title or "", year)))
    return f"{year}-{mark}{ENDING}"


def _ascii(text: str) -> str:
    return slug(text).encode("ascii", "ignore").decode()[:32].strip("-")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]

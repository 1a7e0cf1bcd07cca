"""Sessions as links that a reader's calendar takes: the page needs no other file and no network."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import quote

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.uid import uid
from ogpworkshop.render.view import Session, View
from ogpworkshop.source import ical

_STAMP = "19700101T000000Z"


def uids_of(agenda: Agenda) -> dict[str, str]:
    """What calendars know the sessions by, by the anchors of a page."""
    return {f"s-{each.id}": uid(agenda, each) for day in agenda.days for each in day.sessions}


def calendar_link(seen: View, uids: Mapping[str, str], session: Session | None = None) -> str:
    """The address of a calendar with one session, or with all that have a time in a known zone.

    "" where there is none.

    Args:
        seen: the workshop.
        uids: what calendars know sessions by, by their anchors: as in an exported calendar.
        session: the one that is meant.
    """
    chosen = [session] if session else [each for day in seen.days for each in day.sessions]
    entries = [line for each in chosen if not each.is_pause for line in _entry(seen, each, uids)]
    if not entries:
        return ""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ogpworkshop//page//EN"]
    text = _text([*lines, *entries, "END:VCALENDAR"])
    return f"data:text/calendar;charset=utf-8,{quote(text, safe='/:;=@,')}"


def _entry(seen: View, session: Session, uids: Mapping[str, str]) -> Iterator[str]:
    start, end = _moment(session.starts_at), _moment(session.ends_at)
    if not (start and end):
        return
    place = ", ".join(part for part in (session.place, seen.workshop.venue) if part)
    yield "BEGIN:VEVENT"
    yield f"UID:{uids[session.anchor]}"
    yield f"DTSTAMP:{_STAMP}"
    yield f"DTSTART:{start}"
    yield f"DTEND:{end}"
    yield f"SUMMARY:{ical.escaped(session.title)}"
    if place:
        yield f"LOCATION:{ical.escaped(place)}"
    yield "END:VEVENT"


def _moment(text: str) -> str:
    """A moment in UTC as calendars write it; "" where it or its zone is not known."""
    moment = datetime.fromisoformat(text) if text else None
    if moment is None or moment.tzinfo is None:
        return ""
    try:
        return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    except OverflowError:
        return ""


def _text(lines: Iterable[str]) -> str:
    return "".join(map(ical.folded, lines)).encode("utf-8", "replace").decode()

"""A workshop as schema.org tells events to search engines and calendars: JSON-LD."""

from datetime import datetime
from typing import Any

from ogpworkshop.render.view import Person, Session, View


def linked_data(view: View) -> dict[str, Any]:
    """An Event with one sub-event per session that has a time, as the exported file tells it."""
    workshop = view.workshop
    sessions = [each for day in view.days for each in day.sessions if each.starts_at]
    ends = [each.ends_at for each in sessions if each.ends_at]
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": workshop.title,
            "description": " ".join(workshop.summary),
            "startDate": _moment(
                min((each.starts_at for each in sessions), key=_order, default="")
            ),
            "endDate": _moment(max(ends, key=_order, default="")),
            "inLanguage": workshop.language,
            "eventStatus": "https://schema.org/EventScheduled",
            "location": _place(workshop.venue),
            "organizer": _organisation(workshop.organiser),
            "subEvent": [_session(each, workshop.venue, view.words.continued) for each in sessions],
        }
    )


def _order(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


def _moment(text: str) -> str:
    """A moment with its seconds, which not every reader takes for granted."""
    return datetime.fromisoformat(text).isoformat() if text else ""


def _session(session: Session, venue: str, continued: str) -> dict[str, Any]:
    speakers = [*session.presenters, *(who for talk in session.talks for who in talk.speakers)]
    return _without_empty(
        {
            "@type": "Event",
            "name": f"{session.title}, {continued}" if session.is_continuation else session.title,
            "url": f"#{session.anchor}",
            "description": " ".join(session.summary),
            "startDate": _moment(session.starts_at),
            "endDate": _moment(session.ends_at),
            "location": _place(session.place or venue),
            "performer": [_performer(person) for person in speakers],
        }
    )


def _performer(person: Person) -> dict[str, Any]:
    kind = "Organization" if person.is_organisation else "Person"
    return {"@type": kind, "name": person.name}


def _place(name: str) -> dict[str, Any] | None:
    return {"@type": "Place", "name": name} if name else None


def _organisation(name: str) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}

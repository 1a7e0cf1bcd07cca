"""A workshop as schema.org tells events to search engines and calendars: JSON-LD."""

from typing import Any

from ogpworkshop.render.view import Day, Person, Session, View


def linked_data(view: View) -> dict[str, Any]:
    """An EducationEvent with one sub-event per session that has a time."""
    workshop = view.workshop
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "EducationEvent",
            "name": workshop.title,
            "description": " ".join(workshop.summary),
            "startDate": workshop.first_day,
            "endDate": workshop.last_day,
            "inLanguage": workshop.language,
            "eventStatus": "https://schema.org/EventScheduled",
            "location": _place(workshop.venue),
            "organizer": _organisation(workshop.organiser),
            "subEvent": [
                _session(session, workshop.venue) for day in view.days for session in _told(day)
            ],
        }
    )


def _told(day: Day) -> list[Session]:
    return [each for each in day.sessions if each.starts_at and not each.is_pause]


def _session(session: Session, venue: str) -> dict[str, Any]:
    speakers = [*session.presenters, *(who for talk in session.talks for who in talk.speakers)]
    return _without_empty(
        {
            "@type": "Event",
            "name": session.title,
            "url": f"#{session.anchor}",
            "description": " ".join(session.summary),
            "startDate": session.starts_at,
            "endDate": session.ends_at,
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

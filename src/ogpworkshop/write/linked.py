"""Writes the programme as JSON-LD, as search engines and web pages take it (schema.org Event)."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.zones import zone
from ogpworkshop.write.occasions import Occasion, details, lines_of


def json_ld(agenda: Agenda, chosen: Iterable[Occasion]) -> bytes:
    """The workshop as an Event whose sessions are its subEvents."""
    timed = [(each, when) for each in chosen if (when := each.when)]
    workshop = agenda.workshop
    organisations = {
        person.name or ref
        for ref, person in agenda.written.people.items()
        if person.kind == "organisation"
    }
    whole = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": workshop.title or "Workshop",
        "description": lines_of(workshop.summary),
        "inLanguage": workshop.language,
        "startDate": _moment(agenda, min(when[0] for _, when in timed)) if timed else "",
        "endDate": _moment(agenda, max(when[1] for _, when in timed)) if timed else "",
        "location": _place(workshop.venue or ""),
        "organizer": {"@type": "Organization", "name": workshop.organiser} if workshop.organiser else "",
        "subEvent": [_session(agenda, each, when, organisations) for each, when in timed],
    }  # fmt: skip
    text = json.dumps(_without_empty(whole), ensure_ascii=False, indent=2)
    # inside a web page, no text of the agenda may end the script that it stands in
    return (text.replace("</", "<\\/") + "\n").encode("utf-8", "replace")


def _session(
    agenda: Agenda, occasion: Occasion, when: tuple[datetime, datetime], organisations: set[str]
) -> dict[str, Any]:
    session = occasion.session
    about = [occasion.note, lines_of(session.written.summary), details(occasion)]
    speakers = occasion.named("speaker")
    others = [(name, role) for name, role in occasion.people if role != "speaker"]
    return _without_empty(
        {
            "@type": "Event",
            "identifier": session.id,
            "name": session.title or session.name,
            "description": "\n\n".join(part for part in about if part),
            "startDate": _moment(agenda, when[0]),
            "endDate": _moment(agenda, when[1]),
            "location": _place(", ".join(occasion.rooms) or agenda.workshop.venue or ""),
            "performer": [_who(name, organisations) for name in speakers],
            "contributor": [_part(name, role, organisations) for name, role in others],
            "keywords": [session.kind, session.written.track or ""],
        }
    )


def _who(name: str, organisations: set[str]) -> dict[str, str]:
    return {"@type": "Organization" if name in organisations else "Person", "name": name}


def _part(name: str, role: str, organisations: set[str]) -> dict[str, Any]:
    """Somebody and what they do, as schema.org puts a role between an event and a person."""
    return {"@type": "Role", "roleName": role, "contributor": _who(name, organisations)}


def _place(name: str) -> dict[str, str] | str:
    return {"@type": "Place", "name": name} if name else ""


def _moment(agenda: Agenda, moment: datetime) -> str:
    return moment.replace(tzinfo=zone(agenda.workshop.timezone)).isoformat()


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    """A mapping without empty values, and without empty parts in its lists."""
    kept = {
        key: [part for part in value if part] if isinstance(value, list) else value
        for key, value in values.items()
    }
    return {key: value for key, value in kept.items() if value}

"""Which days the roster's `days` column means."""

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.roster import Participant

COLUMN = "days"
_ALL = frozenset({"all", "*", "both"})


def named_days(agenda: Agenda) -> dict[str, int]:
    """Positions of days by everything that they can be called."""
    names: dict[str, int] = {}
    for position, day in enumerate(agenda.days):
        called = [str(position + 1), f"day {position + 1}", day.title.casefold()]
        if day.date is not None:
            called += [
                day.date.isoformat(),
                f"{day.date:%A}".casefold(),
                f"{day.date:%a}".casefold(),
            ]
        for name in filter(None, called):
            names.setdefault(name, position)
    return names


def day_words(person: Participant) -> list[str]:
    """The parts of somebody's `days`, in small letters; none when the person is there on all."""
    words = person.values.get(COLUMN, "").replace(",", ";").split(";")
    parts = [word for word in (each.strip().casefold() for each in words) if word]
    return [] if _ALL.intersection(parts) else parts


def days_of(person: Participant, names: dict[str, int]) -> frozenset[int] | None:
    """Positions of the days on which somebody is there; None for all, and where a word is unknown."""
    words = day_words(person)
    if not words or any(word not in names for word in words):
        return None
    return frozenset(names[word] for word in words)

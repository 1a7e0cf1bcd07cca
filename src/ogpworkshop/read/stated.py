"""What a document says of the workshop as a whole: its title, its place, its days."""

import re

from ogpworkshop.read.dates import date_in, range_in, says_only_dates
from ogpworkshop.read.sessions import Gathering
from ogpworkshop.read.settling import by_weekday
from ogpworkshop.source.text import Span

_INNER_LABEL = re.compile(r"(?<=\s)(Venue|Place|Location|Where|Lieu|Lugar|Local|Tempat|Ort)\s*:\s*")


def state(gathering: Gathering, key: str, value: str, span: Span) -> bool:
    """Take what a labelled line says of the workshop; whether it says anything of it."""
    if gathering.days:
        return False
    inner = _INNER_LABEL.search(value)
    if key == "dates" and inner:
        put(gathering, "venue", value[inner.end() :], span)
        value = value[: inner.start()].strip(" ·|,;")
    if key == "dates":
        is_read = state_dates(gathering, value, span)
        if is_read and not says_only_dates(value):
            gathering.unplaced.append((value, span))
        return is_read
    name = "venue" if key == "room" else key
    if name in {"venue", "title", "organiser", "timezone", "summary"}:
        put(gathering, name, value, span)
        return True
    return False


def state_dates(gathering: Gathering, value: str, span: Span) -> bool:
    """The days of the workshop, which tell the year of those that do not say it."""
    single = date_in(value)
    days = range_in(value) or ((by_weekday(single[0]),) if single else ())
    known = [each for each in days if each.day is not None]
    gathering.dates += [each.day for each in known if each.day is not None]
    if known and not gathering.bounds:
        gathering.bounds = (known[0], known[-1], span)
    return bool(known)


def put(gathering: Gathering, key: str, value: str, span: Span) -> None:
    """Take a text, or list it where another stands already."""
    text = " ".join(value.split())
    if gathering.workshop.setdefault(key, (text, span))[0] != text:
        gathering.unplaced.append((text, span))

"""Time zones by their IANA names; the system's or Python's own list is read only when asked."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from ogpworkshop.model.near import nearest

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@lru_cache(maxsize=128)
def zone(name: str | None) -> "ZoneInfo | None":
    """The zone of that name, None when there is none, or no list of zones on this machine."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415  loaded only where an agenda names a zone

    try:
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, KeyError):  # no such file, or a name that leads elsewhere
        return None


def is_unknown(name: str) -> bool:
    """Whether a name is no zone although zones are known."""
    return zone(name) is None and zone("UTC") is not None


def nearest_zone(name: str) -> str | None:
    """The zone that was probably meant: another spelling, or the city alone."""
    from zoneinfo import available_timezones  # noqa: PLC0415

    # names such as Etc/GMT+8 mean the opposite of what whoever writes GMT+8 has in mind
    known = sorted(
        each for each in available_timezones() if "/" in each and not each.startswith("Etc/")
    )
    plain = name.strip().casefold().replace(" ", "_")
    city = plain.rpartition("/")[2]
    for each in known:
        if each.casefold() == plain or each.casefold().rpartition("/")[2] == city:
            return each
    return nearest(name, known)


def shift(name: str | None, day: date) -> int:
    """Minutes by which the clocks of a zone are put forward on a day; back when below zero."""
    there = zone(name)
    if there is None or day == date.max:
        return 0
    morning = datetime.combine(day, datetime.min.time(), there).utcoffset()
    evening = datetime.combine(day + timedelta(days=1), datetime.min.time(), there).utcoffset()
    return int((evening - morning).total_seconds() // 60) if evening and morning else 0


def local(name: str | None, day: date, minutes: int, elsewhere: str | None) -> int | None:
    """Minutes after midnight that clocks elsewhere show; None when a zone is unknown."""
    here, there = zone(name), zone(elsewhere)
    if here is None or there is None:
        return None
    moment = datetime.combine(day, datetime.min.time(), here) + timedelta(minutes=minutes)
    shown = moment.astimezone(there)
    return shown.hour * 60 + shown.minute

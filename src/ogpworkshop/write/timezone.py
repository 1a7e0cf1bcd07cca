"""A time zone as calendars carry it: VTIMEZONE with rules, made from the system's own list.

Outlook and most phones know no IANA names: they go by the offsets and rules that stand in the file.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HOUR = timedelta(hours=1)


class _Change(msgspec.Struct, frozen=True):
    """One change of a zone's clocks.

    Attributes:
        at: the moment by the clock before the change.
        before: offset from UTC until then.
        after: offset from then on.
        name: what the zone calls its time from then on.
        is_summer: whether clocks go forward: what Ireland calls standard time is summer time here,
            for calendars expect it to be the later one.
    """

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def vtimezone(zone: ZoneInfo, first: int, last: int) -> list[str]:
    """The lines of a VTIMEZONE that holds from the first year to the last, and after it.

    Where the clocks go by rules, the same in every one of these years and in two years more, there
    is one STANDARD and one DAYLIGHT, both from 1970 on, which is all that Outlook takes. Where the
    law has changed between these years, every change is written by its date.
    """
    changes = list(_changes(zone, first - 1, last + 2))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone.key}"]
    if not changes:
        moment = datetime(first, 1, 1, tzinfo=zone)
        lines += _always(moment.utcoffset() or timedelta(), moment.tzname() or "")
    years = range(first - 1, last + 3)
    alike = _alike(changes)
    rules = [_rule([each.at for each in same]) if len(same) == len(years) else "" for same in alike]
    if changes and all(rules):
        for same, rule in zip(alike, rules, strict=True):
            begin = msgspec.structs.replace(same[0], at=_first_of(rule, same[0].at))
            lines += _observance(begin, [f"RRULE:FREQ=YEARLY;{rule}"])
    elif changes:
        for same in alike:
            lines += _observance(same[0], [_rdate(same)] if same[1:] else [])
        lines += _beginning(changes)
    return [*lines, "END:VTIMEZONE"]


def _first_of(rule: str, example: datetime) -> datetime:
    """The first moment from 1970 on that a rule means, at the hour of an example."""
    parts = dict(part.split("=") for part in rule.split(";"))
    weekday = _DAYS.index(parts["BYDAY"][-2:])
    first, n_days = monthrange(1970, example.month)
    days = [day for day in range(1, n_days + 1) if (first + day - 1) % 7 == weekday]
    if "BYMONTHDAY" in parts:
        span = {int(day) for day in parts["BYMONTHDAY"].split(",")}
        day = next(each for each in days if each in span)
    else:
        number = int(parts["BYDAY"][:-2])
        day = days[number if number < 0 else number - 1]
    return example.replace(year=1970, day=day)


def _beginning(changes: list[_Change]) -> list[str]:
    """What held before the first change, for calendars that ask about it."""
    first = changes[0]
    before = next((each for each in changes if each.after == first.before), None)
    name = before.name if before else "LMT"
    return _always(first.before, name, is_summer=bool(before and before.is_summer))


def _always(offset: timedelta, name: str, *, is_summer: bool = False) -> list[str]:
    """An offset that holds until another begins."""
    start = datetime(1970, 1, 1, tzinfo=UTC)
    return _observance(_Change(start, offset, offset, name, is_summer), [])


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[_Change]:
    """The changes of the clocks in some years, in order."""
    now = datetime(first, 1, 1, tzinfo=UTC)
    end = datetime(last + 1, 1, 1, tzinfo=UTC)
    while now < end:
        later = min(now + timedelta(days=7), end)
        if _offset(zone, now) != _offset(zone, later):
            moment = _moment(zone, now, later)
            before, after = _offset(zone, moment - timedelta(minutes=1)), _offset(zone, moment)
            local = moment.astimezone(zone)
            clock = (moment + before).replace(tzinfo=None)
            yield _Change(clock, before, after, local.tzname() or "", after > before)
            later = moment + _HOUR
        now = later


def _moment(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The minute at which the offset changes between two moments."""
    before = _offset(zone, low)
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) // 2
        middle = middle.replace(second=0, microsecond=0)
        if middle == low:
            break
        if _offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _alike(changes: list[_Change]) -> list[list[_Change]]:
    """Changes of one kind together: same month, same offsets, same hour."""
    groups: dict[tuple[object, ...], list[_Change]] = {}
    for each in changes:
        key = (each.at.month, each.at.time(), each.before, each.after, each.name)
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _rule(moments: list[datetime]) -> str:
    """BYMONTH and BYDAY that all moments share, "" if they share none."""
    if len({each.weekday() for each in moments}) != 1:
        return ""
    month, day = moments[0].month, _DAYS[moments[0].weekday()]
    if all(each.day > monthrange(each.year, each.month)[1] - 7 for each in moments):
        return f"BYMONTH={month};BYDAY=-1{day}"
    weeks = {(each.day - 1) // 7 + 1 for each in moments}
    if len(weeks) == 1:
        return f"BYMONTH={month};BYDAY={weeks.pop()}{day}"
    days = sorted({each.day for each in moments})
    if days[-1] - days[0] < 7:  # "the Friday on or after the 23rd"
        span = ",".join(map(str, range(days[0], days[0] + 7)))
        return f"BYMONTH={month};BYMONTHDAY={span};BYDAY={day}"
    return ""


def _rdate(same: list[_Change]) -> str:
    return "RDATE:" + ",".join(f"{each.at:%Y%m%dT%H%M%S}" for each in same[1:])


def _observance(change: _Change, dates: list[str]) -> list[str]:
    kind = "DAYLIGHT" if change.is_summer else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{change.at:%Y%m%dT%H%M%S}",
        *dates,
        f"TZOFFSETFROM:{_written(change.before)}",
        f"TZOFFSETTO:{_written(change.after)}",
        f"TZNAME:{change.name}",
        f"END:{kind}",
    ]


def _written(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"

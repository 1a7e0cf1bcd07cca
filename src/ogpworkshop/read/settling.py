"""Dates that say too little alone, settled by the other dates of their document."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from ogpworkshop.model.time import Remark, WrittenDate
from ogpworkshop.read.dates import read_date, readings_of, weekday_in

_LONGEST = timedelta(days=14)


def settled(
    days: Sequence[tuple[str, WrittenDate | None]],
    known: Sequence[date] = (),
    bounds: tuple[date, date] | None = None,
) -> tuple[WrittenDate | None, ...]:
    """The dates of a document's days, with the years and orders that only one reading fits.

    Args:
        days: heading and date of each, in order.
        known: further dates of the document that have a year.
        bounds: first and last day of the workshop, if the document says them.
    """
    by_order = _by_order([by_weekday(when) if when else None for _, when in days], known)
    years = (*known, *(each.day for each in by_order if each is not None and each.day))
    dates = [_with_year(each, years) for each in by_order]
    return tuple(dates) if bounds is None else tuple(_within(days, dates, *bounds))


def _within(
    days: Sequence[tuple[str, WrittenDate | None]],
    dates: Sequence[WrittenDate | None],
    first: date,
    last: date,
) -> Iterator[WrittenDate | None]:
    """Days without a date in the days of the workshop: in their order, or by their weekdays."""
    n_days = (last - first).days + 1
    row = [first + timedelta(days=number) for number in range(min(n_days, _LONGEST.days))]
    is_counted = len(days) == len(row) == n_days and all(
        when is None or when.day == day for when, day in zip(dates, row, strict=True)
    )
    for number, ((title, _), when) in enumerate(zip(days, dates, strict=True)):
        if when is not None:
            yield when
            continue
        weekday, numbers = weekday_in(title), re.findall(r"\d+", title)
        named = [
            each
            for each in row
            if each.weekday() == weekday and (not numbers or str(each.day) in numbers)
        ]
        if len(named) == 1:
            yield read_date(named[0].isoformat())
        elif is_counted and weekday is None:
            yield read_date(row[number].isoformat())
        else:
            yield None


def by_weekday(written: WrittenDate) -> WrittenDate:
    """Monday 7/8/2017: the one of its readings that is a Monday."""
    ambiguous = _remark(written, "date-ambiguous")
    if ambiguous is None or ambiguous.instead is None:
        return written
    return msgspec.structs.replace(written, day=date.fromisoformat(ambiguous.instead))


def _by_order(
    dates: Sequence[WrittenDate | None], known: Sequence[date]
) -> list[WrittenDate | None]:
    """Day and month in the one order that puts all days beside each other."""
    open_ones = [
        each for each in dates if each and _remark(each, "date-ambiguous") and not each.day
    ]
    sure = [*known, *(each.day for each in dates if each is not None and each.day)]
    fitting = [
        order
        for order in (0, 1)
        if _is_close([*sure, *(readings_of(each.text)[order] for each in open_ones)])
    ]
    if not open_ones or len(fitting) != 1 or len(sure) + len(open_ones) < 2:
        return list(dates)
    return [
        msgspec.structs.replace(each, day=readings_of(each.text)[fitting[0]])
        if each in open_ones
        else each
        for each in dates
    ]


def _is_close(days: Sequence[date]) -> bool:
    return bool(days) and max(days) - min(days) <= _LONGEST


def _with_year(written: WrittenDate | None, known: Sequence[date]) -> WrittenDate | None:
    """7 August in a document whose other dates are all of one year."""
    missing = _remark(written, "date-year-missing")
    years = {day.year for day in known}
    if written is None or missing is None or missing.instead is None or len(years) != 1:
        return written
    read = read_date(f"{years.pop()}-{missing.instead}")
    return msgspec.structs.replace(read, text=written.text, weekday=written.weekday)


def _remark(written: WrittenDate | None, kind: str) -> Remark | None:
    return next((each for each in written.remarks if each.kind == kind), None) if written else None

"""Dates that say too little alone, settled by the other dates of their document."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from ogpworkshop.model.time import Remark, WrittenDate
from ogpworkshop.read.dates import read_date, readings_of

_LONGEST = timedelta(days=14)


def settled(
    dates: Sequence[WrittenDate | None], known: Sequence[date]
) -> tuple[WrittenDate | None, ...]:
    """The dates of a document's days, with the years and orders that only one reading fits.

    Args:
        dates: of its days, in order.
        known: further dates of the document that have a year.
    """
    by_weekday = [_by_weekday(each) for each in dates]
    by_order = _by_order(by_weekday, known)
    years = (*known, *(each.day for each in by_order if each is not None and each.day))
    return tuple(_with_year(each, years) for each in by_order)


def _by_weekday(written: WrittenDate | None) -> WrittenDate | None:
    """Monday 7/8/2017: the one of its readings that is a Monday."""
    ambiguous = _remark(written, "date-ambiguous")
    if written is None or ambiguous is None or ambiguous.instead is None:
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

"""Days are not in the order of their dates, or outside the dates of the workshop.

## Why it matters
A day in the wrong place is most often a day with the wrong date, and people travel by the date.

## Example
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:00", title: Welcome}
  - date: 2017-07-08
    sessions:
      - {time: "09:00-10:00", title: Panel}
  - date: 2017-08-09
    sessions:
      - {time: "09:00-10:00", title: Talks}

## Instead
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-10:00", title: Welcome}
  - date: 2017-08-08
    sessions:
      - {time: "09:00-10:00", title: Panel}
  - date: 2017-08-09
    sessions:
      - {time: "09:00-10:00", title: Talks}

## Fix
Unsafe: writes the only date that lies between the days above and below.

## Not reported
Dates given twice, which are date-duplicate.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.order import in_order
from ogpworkshop.model.time import day_name


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    days = [day for day in agenda.days if day.date is not None]
    kept = in_order([day.date.toordinal() for day in days if day.date])
    for position in range(len(days)):
        if position not in kept:
            yield _out_of_order(days, kept, position)
    yield from _outside(agenda, [day for position, day in enumerate(days) if position in kept])


def _out_of_order(days: list[Day], kept: set[int], position: int) -> Finding:
    day = days[position]
    above = next((days[at] for at in range(position - 1, -1, -1) if at in kept), None)
    below = next((days[at] for at in range(position + 1, len(days)) if at in kept), None)
    is_early = above is not None and above.date and day.date and day.date < above.date
    other = above if is_early or below is None else below
    related = ((other.path / "date", "this day"),) if other else ()
    where = f"{'before' if is_early else 'after'} the day {'above' if is_early else 'below'} it"
    return Finding(
        day.path / "date",
        f"{_named(day)} comes {where}",
        "out of order",
        related,
        _between(day, above, below),
    )


def _named(day: Day) -> str:
    return f"{day_name(day.date)} {day.date.year}" if day.date else day.title


def _between(day: Day, above: Day | None, below: Day | None) -> Fix | None:
    if above is None or below is None or above.date is None or below.date is None:
        return None
    if (below.date - above.date).days != 2:
        return None
    meant = (above.date + timedelta(days=1)).isoformat()
    return mend.rewrite(day.path / "date", meant, f"write {meant}, the day between its neighbours")


def _outside(agenda: Agenda, days: list[Day]) -> Iterator[Finding]:
    workshop = agenda.workshop
    first = workshop.start.day if workshop.start else None
    last = workshop.end.day if workshop.end else None
    if first and last and last < first:
        related = ((workshop.path / "start", "the start"),)
        message = f"The workshop ends on {day_name(last)}, before it starts on {day_name(first)}"
        yield Finding(workshop.path / "end", message, "before the start", related)
        return
    outside = [day for day in days if day.date and not _is_within(day.date, first, last)]
    if outside and len(outside) == len(days) > 1:
        at = workshop.path / ("start" if first else "end")
        message = "No day lies within the dates of the workshop"
        yield Finding(at, message, "no day is", ((days[0].path / "date", "the first day"),))
        return
    for day in outside:
        key = "start" if first and day.date and day.date < first else "end"
        message = f"{_named(day)} lies outside the dates of the workshop"
        related = ((workshop.path / key, f"its {key}"),)
        yield Finding(day.path / "date", message, f"see the workshop's {key}", related)


def _is_within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or day >= first) and (last is None or day <= last)

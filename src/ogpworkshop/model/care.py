"""What the rules about care and rest share: work at its hours, windows of time, named dates."""

from datetime import date, timedelta

from ogpworkshop.model.agenda import Day, Session
from ogpworkshop.model.pauses import is_away, placed
from ogpworkshop.model.time import read_length

_MOST_DAYS = 400


def at_work(day: Day) -> list[Session]:
    """Sessions of a day in which people are expected to work, in the order of time."""
    return [
        session for session in placed(day)
        if session.is_work and not session.is_aside and not is_away(session)
    ]  # fmt: skip


def window(text: str) -> tuple[int, int] | None:
    """Start and end of 12:15-12:45, None when the text is no such window."""
    first, _, second = text.replace("–", "-").partition("-")
    start, end = read_length(first), read_length(second)
    return (start, end) if start is not None and end is not None and start < end else None


def named_dates(texts: tuple[str, ...]) -> dict[date, str]:
    """Days by their dates: 2018-11-07 Diwali, or 2018-11-06/2018-11-08 Diwali for several."""
    found: dict[date, str] = {}
    for text in texts:
        dates, _, name = text.strip().partition(" ")
        first, _, last = dates.partition("/")
        try:
            start, end = date.fromisoformat(first), date.fromisoformat(last or first)
        except ValueError:
            continue
        for number in range(min((end - start).days, _MOST_DAYS) + 1):
            found.setdefault(start + timedelta(days=number), name.strip())
    return found

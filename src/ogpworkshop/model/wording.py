"""How messages name days and sessions, and count."""

from collections.abc import Sequence

from ogpworkshop.model.agenda import Day, Session
from ogpworkshop.model.time import day_name, span


def on_day(day: Day) -> str:
    """The day as a message names it: by its date, else its heading; "" when it has neither."""
    name = day_name(day.date) if day.date else day.title
    return f" on {name}" if name else ""


def runs(session: Session) -> str:
    """“Panel” runs 10:30-12:00."""
    return f"“{session.name}” runs {session.slot}"


def at_once(day: Day, start: int, end: int) -> str:
    """Day and time of what two things share, as a message ends with it."""
    return f"{on_day(day)}, {span(start, end)}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """“A”, “B” and “C”; of many, the first few and how many more."""
    quoted = [f"“{name}”" for name in names[:most]]
    if len(names) > most:
        quoted.append(f"{len(names) - most} more")
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def counted(number: int, word: str) -> str:
    """2 errors, 1 warning."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"

"""A time cannot be read, or no clock has it.

## Why it matters
Nobody knows when the session is: it is missing from calendars, and what follows it cannot be
computed.

## Example
- {time: around nine, title: Welcome}
- {time: "9:75-10:30", title: Panel}

## Instead
- {time: "09:00-09:30", title: Welcome}
- {time: "09:30-10:30", title: Panel}
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Path
from ogpworkshop.model.time import WrittenTime


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for path, time, wanted in _times(agenda):
        if time is not None and not time.is_readable:
            message = f"“{time.text.strip()}” is no {wanted} that can be read"
            yield Finding(path, message, f"write it as {_EXAMPLES[wanted]}")


_EXAMPLES = {"time": "09:30-11:00", "length": "30m or 1h30", "time of day": "09:30"}


def _times(agenda: Agenda) -> Iterator[tuple[Path, WrittenTime | None, str]]:
    for day in agenda.days:
        yield day.path / "start", day.written.start, "time of day"
        yield day.path / "end", day.written.end, "time of day"
        for session in day.sessions:
            written, path = session.written, session.path
            yield path / "time", written.time, "time"
            yield path / "start", written.start, "time of day"
            yield path / "end", written.end, "time of day"
            yield path / "duration", written.duration, "length"
            for talk in written.talks:
                yield talk.path / "duration", talk.duration, "length"

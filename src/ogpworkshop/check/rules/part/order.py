"""The second part of a series takes place before the first.

## Why it matters
Part 2 builds on part 1. Most often two sessions were swapped and their titles were not.

## Example
- {time: "09:00-10:00", title: "Budgets, part 2"}
- {time: "10:00-10:30", title: "Budgets, part 1"}

## Instead
- {time: "09:00-10:00", title: "Budgets, part 1"}
- {time: "10:00-10:30", title: "Budgets, part 2"}

## Not reported
Series whose numbers begin anew, as on every day, or that are given several times.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.order import misplaced

_PART = r"(?i)\b(part|module|lesson|unit|partie|parte|módulo|teil|bagian)\s+(\d{1,2}|[ivx]{1,4})\b"
_WORDS = ("part", "module", "lesson", "unit", "módulo", "teil", "bagian")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    series: defaultdict[str, list[tuple[tuple[int, int], int, Session]]] = defaultdict(list)
    for position, day in enumerate(agenda.days):
        for session in day.sessions:
            found = _numbered(session.title)
            number = _number(found[2]) if found else None
            if (
                found
                and number
                and session.start is not None
                and session.path not in misplaced(day)
            ):
                name = f"{session.title[: found.start()]}{found[1]}{session.title[found.end() :]}"
                series[name.casefold()].append(((position, session.start), number, session))
    for parts in series.values():
        numbers = [number for _, number, _ in parts]
        if len(set(numbers)) == len(numbers):
            yield from _swapped(sorted(parts, key=lambda part: part[:2]))


def _numbered(title: str) -> re.Match[str] | None:
    plain = title.casefold()
    return re.search(_PART, title) if any(word in plain for word in _WORDS) else None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else _ROMAN.get(text.casefold())


def _swapped(parts: list[tuple[tuple[int, int], int, Session]]) -> Iterator[Finding]:
    for (when, number, first), (then, lower, second) in pairwise(parts):
        if lower < number and when < then:
            message = f"“{first.title}” takes place before “{second.title}”"
            related = ((first.title_place, f"part {number} comes first"),)
            yield Finding(second.title_place, message, f"part {lower} comes after it", related)

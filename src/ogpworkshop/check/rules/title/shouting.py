"""A title is written in capitals from beginning to end.

## Why it matters
Capitals are slower to read, and print larger than anything around them. How titles look is for
the template to say.

## Example
- {time: "09:00-10:00", title: OPENING AND WELCOME}

## Instead
- {time: "09:00-10:00", title: Opening and welcome}

## Not reported
Single words and short titles, which can be abbreviations; scripts without capitals.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


def _has_word(title: str) -> bool:
    """Whether it is more than a word, or a row of abbreviations."""
    words = title.split()
    return len(words) > 1 and max(map(len, words)) > 5


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            title = session.title
            if title.isupper() and len(title) >= 12 and _has_word(title):
                yield Finding(session.title_place, f"“{title}” is written in capitals", "capitals")

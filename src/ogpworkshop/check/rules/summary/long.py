"""A summary is so long that nobody reads it in a programme.

## Why it matters
It fills half a page, and pushes the sessions of that afternoon onto the next. What facilitators
need to know belongs into `notes`.

## Example
check: {summary-long: {limit: 60}}
days:
  - sessions:
      - time: 09:00-10:00
        title: Panel
        summary: What has been tried, what has worked, what has not, and why nobody has asked before.

## Instead
check: {summary-long: {limit: 60}}
days:
  - sessions:
      - time: 09:00-10:00
        title: Panel
        summary: What has been tried, and what has worked.

## Options
- limit: characters of the longest summary that is not reported.

## Source
A figure of practice: 600 characters are about a hundred words, ten lines of the printed
programme.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, *, limit: int = 600) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            summary = session.written.summary
            if summary and len(summary) > limit:
                message = f"The summary of “{session.name}” has {len(summary)} characters"
                yield Finding(session.path / "summary", message, f"{limit} are read")

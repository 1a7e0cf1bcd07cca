"""Groups have no question to work on.

## Why it matters
A group without a question spends half of its time finding one, and every group finds another.

## Example
- {time: "09:00-10:00", title: Work in groups, breakouts: {groups: 4}, report_back: true}

## Instead
- time: 09:00-10:00
  title: Work in groups
  breakouts: {groups: 4}
  questions: [Which of these reforms would work at home?]
  report_back: true

## Not reported
Sessions with a summary, notes or topics that can say it; a part that continues a session;
clinics, whose questions people bring.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for breakout in agenda.breakouts:
        session = breakout.session
        written = session.written
        says_it = written.questions or written.summary or written.notes or any(breakout.topics)
        if not says_it and breakout.same_as is None and session.kind != "clinic":
            message = f"The groups of “{session.name}” have no question to work on"
            yield Finding(session.title_place, message, "add questions, topics or a summary")

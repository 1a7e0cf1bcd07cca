"""The workshop ends without a closing.

## Why it matters
What was agreed, who does what next, and a word of thanks: without a place in the programme they
are said while people are leaving.

## Example
workshop: {title: Workshop on water}
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-09:30", title: Welcome}
      - {time: "09:30-10:00", title: Talks on wells}
      - {time: "10:00-10:30", title: Talks on pumps}
      - {time: "10:30-11:00", title: Coffee}
      - {time: "11:00-11:30", title: Talks on rivers}
      - {time: "11:30-12:00", title: Talks on rain}

## Instead
workshop: {title: Workshop on water}
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-09:30", title: Welcome}
      - {time: "09:30-10:00", title: Talks on wells}
      - {time: "10:00-10:30", title: Talks on pumps}
      - {time: "10:30-11:00", title: Coffee}
      - {time: "11:00-11:30", title: Talks on rivers}
      - {time: "11:30-12:00", title: Closing and next steps}

## Not reported
Programmes of fewer than five sessions, or without a title or dates.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.texts import is_whole

_CLOSING = (
    "closing", "close", "wrap", "farewell", "conclu", "next steps", "what comes next",
    "way forward", "final", "goodbye", "evaluation", "adjourn", "declaration", "harvest",
    "commitment", "award", "certificate", "synthesis", "summing", "review", "report",
    "reflection", "departure", "clôture", "clausura", "cierre", "encerramento", "penutup",
    "abschluss", "закрытие",
)  # fmt: skip


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    if not is_whole(agenda):
        return
    day = next(day for day in reversed(agenda.days) if day.sessions)
    last = [session for session in day.sessions if not session.written.background][-5:]
    work = [session for session in last if session.is_work and session.kind != "social"]
    if work and not any(_is_closing(session) for session in last):
        message = f"The workshop ends with “{work[-1].name}”, without a closing"
        yield Finding(work[-1].title_place, message, "the last session")


def _is_closing(session: Session) -> bool:
    text = f"{session.title} {session.written.summary or ''}".casefold()
    return session.kind == "closing" or any(word in text for word in _CLOSING)

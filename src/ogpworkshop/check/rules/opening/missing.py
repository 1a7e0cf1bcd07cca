"""The workshop begins without a welcome.

## Why it matters
In the first minutes people want to know who invites them, why they are here, and where the
toilets are. Without a session for it, the first speaker loses the time.

## Example
workshop: {title: Workshop on water}
days:
  - date: 2017-08-07
    sessions:
      - {time: "09:00-09:30", title: Panel on taps}
      - {time: "09:30-10:00", title: Talks on wells}
      - {time: "10:00-10:30", title: Talks on pumps}
      - {time: "10:30-11:00", title: Coffee}
      - {time: "11:00-11:30", title: Talks on rivers}
      - {time: "11:30-12:00", title: Closing}

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
      - {time: "11:30-12:00", title: Closing}

## Not reported
Programmes of fewer than five sessions, or without a title or dates; a first session whose summary
speaks of a welcome.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.texts import is_whole

_WELCOME = (
    "welcom", "opening", "introduc", "inaugurat", "kick-off", "kickoff", "setting the scene",
    "orientation", "check-in", "call to order", "adoption of the agenda", "getting to know",
    "greeting", "bienven", "ouverture", "apertura", "boas-vindas", "abertura", "pembukaan",
    "sambutan", "begrüßung", "eröffnung", "открытие",
)  # fmt: skip


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    if not is_whole(agenda):
        return
    day = next(day for day in agenda.days if day.sessions)
    first = [session for session in day.sessions if not session.written.background][:4]
    if not any(_is_welcome(session) for session in first):
        work = next((session for session in first if session.is_work), first[0] if first else None)
        if work is not None:
            message = f"The workshop begins with “{work.name}”, without a welcome"
            yield Finding(work.title_place, message, "the first session")


def _is_welcome(session: Session) -> bool:
    text = f"{session.title} {session.written.summary or ''}".casefold()
    return session.kind == "ceremony" or any(word in text for word in _WELCOME)

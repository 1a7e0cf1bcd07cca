"""A session is there in two pieces that do not know of each other.

## Why it matters
A second part that `continues` the first keeps its topics, its groups and its rooms. Without that,
groups are formed anew after the coffee.

## Example
- {time: "09:00-10:30", title: Innovation lab, report_back: true}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:00", title: "Innovation lab, continued", report_back: true}

## Instead
- {time: "09:00-10:30", title: Innovation lab, id: lab, report_back: true}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-12:00", title: "Innovation lab, continued", continues: lab, report_back: true}

## Not reported
Equal titles in different rooms or tracks, ceremonies and receptions.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Session
from ogpworkshop.model.strand import strand_of

_CONTINUED = r"(?i)[\s,:(–-]*\b(?:cont(?:inue)?d|continuation|suite|continuación|kelanjutan)\b.*$"
_APART = frozenset({"ceremony", "social", "other"})


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for day in agenda.days:
        first: dict[object, Session] = {}
        for session in day.sessions:
            title = session.title
            if not title or not session.is_work or session.kind in _APART or session.is_aside:
                continue
            is_second = "cont" in title.casefold() or "suite" in title.casefold()
            title = re.sub(_CONTINUED, "", title) if is_second else title
            other = first.setdefault((title.casefold(), strand_of(session)), session)
            if other is not session and not session.written.continues and _is_later(other, session):
                yield _finding(session, other)


def _is_later(first: Session, second: Session) -> bool:
    return first.end is not None and second.start is not None and first.end <= second.start


def _finding(session: Session, other: Session) -> Finding:
    message = f"“{session.title}” goes on with “{other.title}” and does not say so"
    label = f"continues: {other.id}, if groups and topics stay"
    return Finding(session.title_place, message, label, ((other.title_place, "the first part"),))

"""Groups work, and nobody hears what came of it that day.

## Why it matters
What a group found is lost to the others, and the group notices that it did not matter.

## Example
- {time: "14:00-15:30", title: Introduction}
- {time: "15:30-16:00", title: Coffee}
- {time: "16:00-17:30", title: Work in groups, kind: group-work}

## Instead
- {time: "14:00-15:30", title: Introduction}
- {time: "15:30-16:00", title: Coffee}
- {time: "16:00-17:00", title: Work in groups, kind: group-work}
- {time: "17:00-17:30", title: What the groups found}

## Not reported
The only session of a day; group work with `report_back`, or whose text speaks of reporting or sharing; work that is
continued on another day; and groups in tracks, in rooms beside each other, or marked as
`parallel`, which are sessions of their own.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import GROUP_WORK, Agenda, Day, Session
from ogpworkshop.model.clash import clashes
from ogpworkshop.model.pauses import is_away, placed
from ogpworkshop.model.strand import accompanied
from ogpworkshop.model.wording import on_day

_REPORTS = re.compile(
    r"\b(?:report|feed-?back|present|shar(?:e|ing)|plenary|debrief|gallery|harvest|pitch"
    r"|synthesis|wrap-?up|show|restitution|compte rendu|puesta en común|demo)",
    re.IGNORECASE,
)


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    continued = {
        session.written.continues: day
        for day in agenda.days
        for session in day.sessions
        if session.written.continues
    }
    for day in agenda.days:
        last = _last_work(day)
        if last is None or not _is_group_work(last) or _is_reported(last):
            continue
        if continued.get(last.id, day) is day:
            message = f"Nobody hears the results of “{last.name}”{on_day(day)}"
            yield Finding(last.title_place, message, "no plenary follows that day")


def _last_work(day: Day) -> Session | None:
    """The session that ends last of those in which people work."""
    if not any(_is_group_work(session) for session in day.sessions):
        return None
    work = [
        session
        for session in placed(day)
        if session.is_work and not session.is_aside and not is_away(session)
    ]
    if len(work) < 2:
        return None
    last = max(range(len(work)), key=lambda position: (work[position].end, position))
    doubtful = {path for clash in clashes(day) for path in (clash.first.path, clash.second.path)}
    is_unclear = last in accompanied(work) or work[last].path in doubtful
    return None if is_unclear else work[last]


def _is_group_work(session: Session) -> bool:
    is_beside = session.written.parallel or session.written.track
    in_groups = session.kind in GROUP_WORK or session.written.breakouts is not None
    return in_groups and not is_beside


def _is_reported(session: Session) -> bool:
    texts = (session.title, session.written.summary or "", session.written.notes or "")
    return session.written.report_back or any(_REPORTS.search(text) for text in texts)

"""Group work is too short for its questions.

## Why it matters
Groups need five minutes to find their chairs and a first sentence. What is left is not enough to
hear everybody once.

## Example
- {time: "09:00-09:45", title: Introduction}
- {time: "09:45-10:00", title: Work in groups, kind: group-work, report_back: true}

## Instead
- {time: "09:00-09:30", title: Introduction}
- {time: "09:30-10:00", title: Work in groups, kind: group-work, report_back: true}

## Options
- limit: shortest group work that is not reported, in minutes.
- question: minutes that each question, and the report, needs at least.

## Not reported
Warm-ups, introductions and energisers, and a part that continues another.

## Source
A figure of practice: with six people, twenty minutes are three for each of them.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import GROUP_WORK, Agenda, Session
from ogpworkshop.model.time import Minutes, length

_WARM_UPS = ("energi", "ice", "warm", "intro", "check-in", "brief", "buzz", "quick", "game")


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, *, limit: Minutes = 20, question: Minutes = 5) -> Iterator[Finding]:
    for day in agenda.days:
        for session in day.sessions:
            if not _is_group_work(session):
                continue
            written = session.written
            n_parts = len(written.questions) + written.report_back
            needed = max(limit, question * n_parts)
            if (session.minutes or 0) < needed and not _is_warm_up(session):
                yield _finding(session, needed, len(written.questions))


def _is_group_work(session: Session) -> bool:
    in_groups = session.kind in GROUP_WORK or session.written.breakouts is not None
    return in_groups and session.is_timed and not (session.is_aside or session.written.continues)


def _is_warm_up(session: Session) -> bool:
    title = session.title.casefold()
    return any(word in title for word in _WARM_UPS)


def _finding(session: Session, needed: int, n_questions: int) -> Finding:
    lasts = length(session.minutes or 0)
    what = f" for {n_questions} questions" if n_questions > 1 else ""
    message = f"“{session.name}” leaves groups {lasts}{what}"
    return Finding(session.time_place, message, f"{length(needed)} are needed at least")

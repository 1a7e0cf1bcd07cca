"""Findings about sessions that take place at once, for breaks and for sessions alike."""

from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Fix
from ogpworkshop.model.agenda import Agenda, Day, Session
from ogpworkshop.model.clash import Clash, culprits
from ogpworkshop.model.order import neighboured
from ogpworkshop.model.restyle import spelled
from ogpworkshop.model.wording import at_once, listed, on_day, runs

_Beside = dict[object, tuple[Session | None, Session | None]]


def findings(agenda: Agenda, *, of_breaks: bool) -> Iterator[Finding]:
    """A finding for each session that clashes: those with a break, or those without."""
    for day in agenda.days:
        found = culprits(day)
        if not found:
            continue
        beside: _Beside = {each.path: (before, after) for before, each, after in neighboured(day)}
        for session, clashes in found:
            others = [_other(session, clash) for clash in clashes]
            is_break = session.is_pause or all(other.is_pause for other in others)
            if is_break == of_breaks:
                yield _finding(day, session, clashes, others, beside)


def _other(session: Session, clash: Clash) -> Session:
    return clash.first if clash.second is session else clash.second


def _finding(
    day: Day, session: Session, clashes: list[Clash], others: list[Session], beside: _Beside
) -> Finding:
    related = tuple((other.time_place, runs(other)) for other in others[:3])
    names = listed([other.name for other in others])
    if len(clashes) == 1:
        when = at_once(day, clashes[0].start, clashes[0].end)
        fix = _fix(clashes[0], beside)
    else:
        when = on_day(day)
        before, after = beside.get(session.path, (None, None))
        fix = mend.untypo(session, before.end if before else None, after.start if after else None)
    message = f"“{session.name}” overlaps {names}{when}"
    return Finding(session.time_place, message, runs(session), related, fix)


def _fix(clash: Clash, beside: _Beside) -> Fix | None:
    """The slip of one figure in either session that best explains the clash, or a plain cut."""
    first, second = clash.first, clash.second
    before = beside.get(first.path, (None, None))[0]
    after = beside.get(second.path, (None, None))[1]
    earliest, latest = before.end if before else None, after.start if after else None
    fixes = [
        (mend.joins(first, earliest, second.start), mend.untypo(first, earliest, second.start)),
        (mend.joins(second, first.end, latest), mend.untypo(second, first.end, latest)),
    ]
    likely = [fix for n_joins, fix in fixes if fix is not None and n_joins == 2]
    return likely[0] if len(likely) == 1 else _cut(first, second)


def _cut(first: Session, second: Session) -> Fix | None:
    """A break keeps its time: the session beside it gives way, if enough of it is left."""
    first_start, first_end = first.start or 0, first.end or 0
    second_start, second_end = second.start or 0, second.end or 0
    if second_end < first_end or second_start <= first_start:
        return None
    if first.is_pause and not second.is_pause:
        if second_end - first_end < 15:
            return None
        style = second.time.style if second.time else ""
        title = f"start “{second.name}” at {spelled(first_end, style)}"
        return mend.retime(second, first_end, second_end, title)
    if second_start - first_start < 15:
        return None
    style = first.time.style if first.time else ""
    title = f"end “{first.name}” at {spelled(second_start, style)}"
    return mend.retime(first, first_start, second_start, title)

"""What `groups` says of a plan, asked once for all rules about plans."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding
from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.path import PLAN, Place
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster

if TYPE_CHECKING:
    from ogpworkshop.groups import Score

_FAR = 0.5
"""Part of the way from the best possible to groups drawn by lot."""

Subject = tuple[Agenda, Roster, GroupPlan | None]
_last: list[tuple[Subject, tuple[Fault, ...]]] = []


def verdict(
    kind: str, agenda: Agenda, roster: Roster, plan: GroupPlan | None = None
) -> Iterator[Finding]:
    """A finding for each fault of one kind in a plan or in what it is made of.

    Args:
        kind: code of the rule.
        agenda: with the breakouts.
        roster: who comes.
        plan: of the groups, if they have been formed.
    """
    for fault in _faults((agenda, roster, plan)):
        if fault.kind == kind:
            yield reported.finding(fault)


def _faults(subject: Subject) -> tuple[Fault, ...]:
    """All faults of a plan; kept for the next rule that asks about the same documents."""
    if _last and all(known is asked for known, asked in zip(_last[0][0], subject, strict=True)):
        return _last[0][1]
    found = _verified(*subject)
    _last[:] = [(subject, found)]
    return found


def _verified(agenda: Agenda, roster: Roster, plan: GroupPlan | None) -> tuple[Fault, ...]:
    if not agenda.breakouts or not roster.coming:
        return ()
    from ogpworkshop import groups  # noqa: PLC0415  numpy is loaded only where there are groups

    asked = groups.faults(agenda, roster)
    if plan is None or any(fault.kind != "criterion-impossible" for fault in asked):
        return asked
    try:
        report = groups.check(agenda, roster, plan)
    except OgpError:  # what cannot be read of the agenda is a finding of its own
        return asked
    if asked or report.faults:
        return (*asked, *report.faults)
    far = [score for score in report.scores if not score.is_must and score.part > _FAR]
    return (*map(_broken, report.unmet), *map(_far, far))


def _far(score: "Score") -> Fault:
    what = score.amount or f"{score.part:.0%} of what chance leaves"
    message = f"Groups could be better by “{score.title}”: {what}"
    label = "; ".join(score.sentences[:1])
    return Fault("group-wish-far", Place(PLAN), message, label)


def _broken(score: "Score") -> Fault:
    what = "; ".join(score.sentences[:2])
    return Fault("group-must-broken", Place(PLAN), f"“{score.title}” must hold and does not", what)

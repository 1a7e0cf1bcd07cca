"""Findings made from what the readers noted while reading."""

from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix
from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.baseline import Baseline
from ogpworkshop.model.path import Place
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


def faults(document: Agenda | Roster | GroupPlan | Baseline, kind: str) -> Iterator[Finding]:
    """A finding for each fault of one kind that the reader of the document met."""
    for fault in document.faults:
        if fault.kind == kind:
            yield finding(fault)


def finding(fault: Fault) -> Finding:
    """The finding that a fault comes to."""
    fix = None
    if fault.instead is not None:
        edit = Edit(fault.target or fault.place, fault.instead)
        fix = Fix(fault.title, (edit,), fault.safe)
    return Finding(fault.place, fault.message, fault.label, fault.related, fix)


def remarks(agenda: Agenda, kind: str, label: str, title: str, *, safe: bool) -> Iterator[Finding]:
    """A finding for each remark of one kind about how a time or date is written.

    Args:
        agenda: the agenda.
        kind: code of the rule.
        label: a few words below the carets.
        title: what the fix does, an imperative; `{instead}` stands for the new text.
        safe: whether the fix can be made without asking.
    """
    for place, remark in agenda.remarks:
        if remark.kind == kind:
            fix = None
            if remark.instead is not None:
                edit = Edit(Place(place.path), remark.instead)
                fix = Fix(title.format(instead=remark.instead), (edit,), safe)
            at = Place(place.path, within=(remark.start, remark.end))
            yield Finding(at, remark.message, label, fix=fix)

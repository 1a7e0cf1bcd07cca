"""Somebody leads one session after another without a break.

## Why it matters
A voice lasts two hours, and whoever chairs three sessions in a row has no moment to talk to the
next speaker.

## Example
- {time: "13:00-13:45", title: Panel, chair: Maria Cruz}
- {time: "13:45-14:15", title: Talks, chair: Maria Cruz}
- {time: "14:15-14:45", title: Questions, chair: Maria Cruz}

## Instead
- {time: "13:00-13:45", title: Panel, chair: Maria Cruz}
- {time: "13:45-14:15", title: Talks, chair: Maria Cruz}
- {time: "14:15-14:45", title: Questions, chair: Bayu Prasetyo}

## Options
- limit: how many sessions in a row are not reported.

## Not reported
Parts that continue a session count with it.

## Source
A figure of practice; programme committees ask not to give anybody sessions back to back.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.engaged import Engagement, engagements
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.pauses import REST
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.wording import on_day


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None, *, limit: int = 2) -> Iterator[Finding]:
    people = Identities(agenda, roster)
    for day in agenda.days:
        for engaged in engagements(day, people).values():
            for row in _rows(engaged):
                if len(row) > limit:
                    who = people.name(row[0].appearance.ref)
                    message = f"{who} has {len(row)} sessions in a row{on_day(day)}"
                    related = ((row[0].appearance.path, "the first of them"),)
                    yield Finding(row[limit].appearance.path, message, "no pause before", related)


def _rows(engaged: list[Engagement]) -> Iterator[list[Engagement]]:
    """Sessions that follow each other with less than a rest between two."""
    row: list[Engagement] = []
    for each in engaged:
        session = each.session
        if row and (session.start or 0) - (row[-1].session.end or 0) >= REST:
            yield row
            row = []
        if not (row and session.written.continues):
            row.append(each)
    yield row

"""Somebody has very many sessions on one day.

## Why it matters
By the fifth the person has stopped preparing, and one delay breaks all of them.

## Example
- {time: "09:00-09:45", title: Opening, speakers: [Maria Cruz]}
- {time: "09:45-10:30", title: Panel, chair: Maria Cruz}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-11:45", title: Talks, chair: Maria Cruz}
- {time: "11:45-12:30", title: Round table, speakers: [Maria Cruz]}
- {time: "12:30-13:30", title: Lunch}
- {time: "13:30-14:00", title: What we heard, rapporteur: Maria Cruz}

## Instead
- {time: "09:00-09:45", title: Opening, speakers: [Maria Cruz]}
- {time: "09:45-10:30", title: Panel, chair: Bayu Prasetyo}
- {time: "10:30-11:00", title: Coffee}
- {time: "11:00-11:45", title: Talks, chair: Maria Cruz}
- {time: "11:45-12:30", title: Round table, speakers: [Sarita Rai]}
- {time: "12:30-13:30", title: Lunch}
- {time: "13:30-14:00", title: What we heard, rapporteur: Maria Cruz}

## Options
- limit: how many sessions a day are not reported.

## Not reported
Facilitators and interpreters, whose work it is; a part that continues a session.

## Source
A figure of practice: two sessions in the morning and two in the afternoon.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.engaged import engagements
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.wording import on_day

_AT_WORK = frozenset({"facilitator", "interpreter"})


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None, *, limit: int = 4) -> Iterator[Finding]:
    people = Identities(agenda, roster)
    for day in agenda.days:
        for engaged in engagements(day, people).values():
            own = [
                each.appearance for each in engaged
                if each.appearance.role not in _AT_WORK and not each.session.written.continues
            ]  # fmt: skip
            if len(own) > limit:
                who = people.name(own[0].ref)
                message = f"{who} has {len(own)} sessions{on_day(day)}"
                related = ((own[0].path, "the first of them"),)
                yield Finding(own[limit].path, message, f"{limit} are enough", related)

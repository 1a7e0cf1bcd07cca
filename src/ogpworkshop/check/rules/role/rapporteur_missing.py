"""Groups report back and nobody is named who writes it down, where others are named.

## Why it matters
What twelve groups said in three minutes each is gone by the evening.

## Example
- {time: "13:00-13:30", title: Reports on water, report_back: true, rapporteur: Maria Cruz}
- {time: "13:30-14:00", title: Reports on schools, report_back: true}

## Instead
- {time: "13:00-13:30", title: Reports on water, report_back: true, rapporteur: Maria Cruz}
- {time: "13:30-14:00", title: Reports on schools, report_back: true, rapporteur: Maria Cruz}

## Not reported
Agendas that name no rapporteur at all, and group work that reports within itself.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import GROUP_WORK, Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    if not any(session.written.rapporteur for session in agenda.sessions):
        return
    for session in agenda.sessions:
        written = session.written
        is_report = written.report_back and session.kind not in GROUP_WORK
        if is_report and not written.rapporteur:
            message = f"Nobody writes down what is reported in “{session.name}”"
            yield Finding(session.title_place, message, "no rapporteur")

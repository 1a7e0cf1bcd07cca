"""Groups have more questions than a group can answer.

## Why it matters
They take the first two. If the fifth was the one that mattered, nobody has answered it.

## Example
- time: 09:00-10:00
  title: Work in groups
  breakouts: {groups: 4}
  questions: [Who pays?, Who decides?, Who uses it?, Who measures?, Who objects?, Who is missing?]
  report_back: true

## Instead
- time: 09:00-10:00
  title: Work in groups
  breakouts: {groups: 4}
  questions: [Who pays and decides?, Who uses it?, Who is missing?]
  report_back: true

## Options
- limit: how many questions are not reported.

## Not reported
Questions of plenaries and panels; groups that share the questions out as topics.

## Source
A figure of practice: a quarter of an hour for each question of an hour's work.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, *, limit: int = 4) -> Iterator[Finding]:
    for breakout in agenda.breakouts:
        session = breakout.session
        n_questions = len(session.written.questions)
        if n_questions > limit and not any(breakout.topics):
            message = f"The groups of “{session.name}” have {n_questions} questions"
            yield Finding(session.path / "questions" / limit, message, f"{limit} are answered")

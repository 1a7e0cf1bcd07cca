"""A time leaves open which of two is meant.

## Why it matters
Half of the people come at a quarter past one, the other half at a quarter to two.

## Example
- {time: "12:00-13:00", title: Lunch}
- {time: "1:15 or 1:45 pm", title: Panel}
- {time: "14:30-15:00", title: Coffee}

## Instead
- {time: "12:00-13:15", title: Lunch}
- {time: "13:15-14:30", title: Panel}
- {time: "14:30-15:00", title: Coffee}

## Not reported
Nothing; until it is decided, the first of the two counts.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.check.reported import remarks
from ogpworkshop.model.agenda import Agenda


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return remarks(agenda, "time-alternative", "which of the two?", "", safe=False)

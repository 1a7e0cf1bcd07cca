"""A time is written as 12:00 am, 12:00 pm, 12 nn or 24:00.

## Why it matters
Readers take 12:00 am for noon as often as for midnight, and abbreviations such as 12 nn are known
in few countries.

## Example
- {time: "10:00 am-12:00 pm", title: Panel}

## Instead
- {time: "10:00 am-12 noon", title: Panel}

## Fix
Safe: writes “12 noon”, “midnight” or 00:00.

## Source
The US National Institute of Standards and Technology advises against 12 am and 12 pm in its
answers on times of day, because both are understood in both ways.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.remarks(
        agenda, "time-noon-midnight", "noon or midnight?", "write {instead}", safe=True
    )

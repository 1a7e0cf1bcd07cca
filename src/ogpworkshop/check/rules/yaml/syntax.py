"""The file cannot be read as YAML.

## Why it matters
Nothing else can be checked or printed before it can be read. Most often a text with a colon needs
quotes, a line is indented by one space too many, or a quote is not closed.

## Example
days:
  - sessions:
      - title: Welcome: who is here

## Instead
days:
  - sessions:
      - {time: "09:00-10:00", title: "Welcome: who is here"}
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    return reported.faults(agenda, "yaml-syntax")

"""The agenda makes a sensitive column of the roster public.

## Why it matters
What people eat, what they need, where they can be reached: they told it to the organisers. Once
it is public, any template may print it.

## Example
roster:
  columns:
    dietary: {audience: public}

## Instead
roster:
  columns:
    dietary: {audience: organiser}

## Not reported
Columns that this tool does not know to be sensitive.

## Source
Diet and access needs can tell of faith and health, which the General Data Protection Regulation of
the European Union protects above all other data, article 9.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.roster import audience_of


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for name, column in agenda.written.roster.columns.items():
        if column.audience == "public" and audience_of(name) == "sensitive":
            message = f"“{name}” is made public, and is told in confidence"
            yield Finding(column.path / "audience", message, "every template may print it")

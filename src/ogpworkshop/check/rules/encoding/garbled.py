"""A name holds the signs of a letter that was stored in two ways.

## Why it matters
“JosÃ©” is what “José” becomes when a program takes UTF-8 for something else; it is printed on the
badge like that, and the person is told from nobody by it.

## Example
```csv participants.csv
id,name
p01,JosÃ© Magbanua
```

## Instead
```csv participants.csv
id,name
p01,José Magbanua
```

## Fix
Unsafe: writes the letters that were meant. `ogp roster import --repair-text` does so for a whole export.

## Source
ftfy ("fixes text for you") tells such text from text that merely looks odd.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Roster
from ogpworkshop.source.garbled import ungarbled


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.participants:
        for column, value in person.values.items():
            if value.isascii() or (meant := ungarbled(value)) == value:
                continue
            place = Place(person.path / column)
            fix = Fix(f"write {meant}", (Edit(place, meant),))
            message = f"“{value}” was probably “{meant}” once"
            yield Finding(place, message, "letters stored in two ways", fix=fix)

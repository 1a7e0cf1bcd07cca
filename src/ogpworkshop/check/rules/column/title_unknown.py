"""The agenda tells the title of a column, and the roster has no such title.

## Why it matters
The column is read as empty: names are missing on badges, and groups are formed without it.

## Example
roster:
  columns:
    country: Nationallity

```csv participants.csv
id,name,Nationality
p01,Maria Cruz,Philippines
```

## Instead
roster:
  columns:
    country: Nationality

```csv participants.csv
id,name,Nationality
p01,Maria Cruz,Philippines
```

## Fix
Unsafe: writes the title that is nearest, where one is near.

## Not reported
Titles of an export that has been imported: the roster has a column of that name then.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Roster


@rule(Severity.ERROR, since="0.1")
def check(agenda: Agenda, roster: Roster) -> Iterator[Finding]:
    titles = {_plain(title): title for title in roster.titles}
    for name, column in agenda.written.roster.columns.items():
        for title in column.title if titles and name not in roster.columns else ():
            if _plain(title) in titles:
                continue
            near = nearest(title, list(titles.values()))
            place = Place(column.path)
            is_alone = len(column.title) == 1 and column.audience is None
            fix = Fix(f"write {near}", (Edit(place, near),)) if near and is_alone else None
            label = f"perhaps {near}" if near else f"it has: {', '.join(roster.titles[:8])}"
            yield Finding(
                place, f"The roster has no column with the title “{title}”", label, fix=fix
            )


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()

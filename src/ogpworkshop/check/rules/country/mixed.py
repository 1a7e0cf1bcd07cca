"""One country is named in two ways.

## Why it matters
People of one country are spread over the groups by this column: under two names they count as
people of two countries, and tables by country show it twice.

## Example
```csv participants.csv
id,name,country
p01,Trần Minh,Viet Nam
p02,Lê Hoa,Viet Nam
p03,Phạm An,Vietnam
```

## Instead
```csv participants.csv
id,name,country
p01,Trần Minh,Viet Nam
p02,Lê Hoa,Viet Nam
p03,Phạm An,Viet Nam
```

## Fix
Safe: writes the name that most rows have, or the first of two that are as frequent.
"""

from collections import Counter
from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.countries import country_of
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Roster


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    names = Counter(person.values.get("country", "") for person in roster.participants)
    usual: dict[str, str] = {}
    for name, _ in names.most_common():
        code = country_of(name)
        if code:
            usual.setdefault(code, name)
    odd = {
        name: usual[code] for name in names if (code := country_of(name)) and usual[code] != name
    }
    for person in roster.participants:
        name = person.values.get("country", "")
        if name in odd:
            place = Place(person.path / "country")
            message = f"“{name}” is called “{odd[name]}” elsewhere in the roster"
            fix = Fix(f"write {odd[name]}", (Edit(place, odd[name]),), is_safe=True)
            yield Finding(place, message, "counts as another country", fix=fix)

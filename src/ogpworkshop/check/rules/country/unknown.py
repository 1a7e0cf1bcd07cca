"""A country in the roster is not known by that name.

## Why it matters
People of one country are spread over the groups by this column: a misspelt country is a country
of its own, and its person may sit with all the others from there.

## Example
```csv participants.csv
id,name,country
p01,Maria Cruz,Phillipines
```

## Instead
```csv participants.csv
id,name,country
p01,Maria Cruz,Philippines
```

## Fix
Unsafe: writes the country with the nearest name, where one is near.

## Source
ISO 3166-1, with the usual English names, official names and older ones.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.countries import country_name, country_of, doubtful, nearest_country
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Roster

_MOST_GUESSED = 200


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    countries = {person.values.get("country", "") for person in roster.participants} - {""}
    unknown = {country for country in countries if country_of(country) is None}
    # a column of something else altogether deserves no guesses, which take time
    unsure = doubtful(countries)
    meant = {name: nearest_country(name) for name in unknown if len(unknown) <= _MOST_GUESSED}
    for person in roster.participants:
        country = person.values.get("country", "")
        place = Place(person.path / "country")
        if country in unsure:
            yield _unsure(place, country, person.name)
        if country not in unknown:
            continue
        near = meant.get(country)
        message = f"“{country}”, the country of “{person.name}”, is not known"
        fix = Fix(f"write {near}", (Edit(place, near),)) if near else None
        label = f"perhaps {near}" if near else "no country has this name or code"
        yield Finding(place, message, label, fix=fix)


def _unsure(place: Place, country: str, name: str) -> Finding:
    meant = country_name(country_of(country) or "")
    message = f"“{country}”, the country of “{name}”, may mean {meant} or “not available”"
    fix = Fix(f"write {meant}", (Edit(place, meant),))
    return Finding(place, message, "the others are written as names", fix=fix)

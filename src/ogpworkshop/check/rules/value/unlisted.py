"""A value differs by a letter or two from one that many people have.

## Why it matters
Groups are formed by equal values: a “goverment” among officials of the government is a kind of
organisation of its own, and its person is spread apart from nobody.

## Example
```csv participants.csv
id,name,organisation_type
p01,Maria Cruz,government
p02,Imran Bukhari,government
p03,Suharyanto,government
p04,Bat-Erdene Dorj,goverment
```

## Instead
```csv participants.csv
id,name,organisation_type
p01,Maria Cruz,government
p02,Imran Bukhari,government
p03,Suharyanto,government
p04,Bat-Erdene Dorj,government
```

## Fix
Unsafe: writes the value that many have.

## Not reported
Values that differ in their digits, values of fewer than four letters, and columns with more than
200 different values.
"""

from collections import Counter
from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.near import distance
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Roster

_COLUMNS = ("organisation_type", "delegation", "role", "sector", "gender")
_COMMON = 3
_MOST_VALUES = 200


@rule(Severity.WARNING, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    for column in (each for each in _COLUMNS if each in roster.columns):
        counts = Counter(person.values.get(column, "") for person in roster.participants)
        if len(counts) <= _MOST_VALUES:
            meant = dict(_meant(counts))
            for person in roster.participants if meant else ():
                value = person.values.get(column, "")
                if value in meant:
                    yield _finding(Place(person.path / column), value, meant[value], counts)


def _meant(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Rare values with the common one that each of them probably means."""
    common = [value for value, count in counts.most_common() if count >= _COMMON and len(value) > 3]
    for value, count in counts.items():
        for usual in common:
            if counts[usual] >= _COMMON * count and _is_slip(value, usual):
                yield value, usual
                break


def _is_slip(value: str, usual: str) -> bool:
    """Whether a value is the other one with a slip of the pen."""
    digits = [[letter for letter in text if letter.isdigit()] for text in (value, usual)]
    if value == usual or len(value) < 4 or digits[0] != digits[1]:
        return False
    return distance(value.casefold(), usual.casefold(), 1) <= 1


def _finding(place: Place, value: str, usual: str, counts: Counter[str]) -> Finding:
    here = "once" if counts[value] == 1 else f"{counts[value]} times"
    message = f"“{value}” stands {here} in the roster, “{usual}” {counts[usual]} times"
    fix = Fix(f"write {usual}", (Edit(place, usual),))
    return Finding(place, message, f"perhaps {usual}", fix=fix)

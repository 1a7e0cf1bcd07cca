"""An e-mail address is not written as one.

## Why it matters
Nothing sent to it arrives, and the person it belongs to learns of no change of the programme.

## Example
```csv participants.csv
id,name,email
p02,Imran Bukhari,Imran Bukhari <imran@example.org>
```

## Instead
```csv participants.csv
id,name,email
p02,Imran Bukhari,imran@example.org
```

## Fix
Unsafe: keeps the address alone where a name or other signs stand around it.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.path import Place
from ogpworkshop.model.roster import Roster

_WORD = r"[^@\s,;:<>()\[\]\"\\.]+"
_ADDRESS = re.compile(rf"{_WORD}(?:\.{_WORD})*@(?:{_WORD}\.)+[^\W\d_][\w-]+")


@rule(Severity.ERROR, since="0.1")
def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.participants:
        email = person.values.get("email", "")
        if not email or _ADDRESS.fullmatch(email):
            continue
        place = Place(person.path / "email")
        inside = _ADDRESS.findall(email)
        fix = None
        if len(inside) == 1:
            fix = Fix(f"write {inside[0]}", (Edit(place, inside[0]),))
        label = "several addresses stand here" if len(inside) > 1 else _reason(email)
        message = f"“{email}” of “{person.name}” is not an e-mail address"
        yield Finding(place, message, label, fix=fix)


def _reason(email: str) -> str:
    """What is wrong with it, as far as that can be told."""
    local, at, domain = email.rpartition("@")
    if not at:
        return "the sign @ is missing"
    if "@" in local:
        return "the sign @ stands here twice"
    if "." not in domain.strip("."):
        return "the end of the domain is missing, such as .org"
    return "name@domain.org is expected here"

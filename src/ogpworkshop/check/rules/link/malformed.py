"""A link cannot be followed as it is written.

## Why it matters
People try it at nine, when the online meeting begins, and write to the organisers.

## Example
- {time: "09:00-10:00", title: Welcome, summary: "Join at https:/meet.example.org/ab12"}

## Instead
- {time: "09:00-10:00", title: Welcome, summary: "Join at https://meet.example.org/ab12"}

## Fix
Unsafe: writes https:// or http:// as it is meant.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Place
from ogpworkshop.model.texts import texts

_BROKEN = (
    r"(?i)(?<![\w/])(?:(?P<head>h{1,2}t{1,3}ps?|ttps?)"
    r"(?P<mark>:///+|:/(?!/)|//|;//|:\\\\|: //|://(?=https?://)|://))(?=[^\s/])"
)
_HEADS = frozenset({"http", "https"})


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for path, text in texts(agenda):
        if "//" not in text and ":/" not in text and ":\\" not in text:
            continue
        for found in re.finditer(_BROKEN, text):
            head, mark = found["head"].casefold(), found["mark"]
            is_doubled = text[found.end() :].casefold().startswith(("http://", "https://"))
            if head in _HEADS and mark == "://" and not is_doubled:
                continue
            meant = "" if is_doubled else "https://" if head.endswith("s") else "http://"
            whole = text[: found.start()] + meant + text[found.end() :]
            title = f"write {meant}" if meant else "write the address once"
            link = text[found.start() :].split()[0]
            at = Place(path, within=found.span())
            fix = Fix(title, (Edit(Place(path), whole),))
            yield Finding(at, f"“{link}” is no link that can be followed", "mistyped", fix=fix)

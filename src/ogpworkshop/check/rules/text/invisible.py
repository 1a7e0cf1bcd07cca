"""A text has characters that nobody can see.

## Why it matters
They come along when text is copied from a web page or a chat. A name with one is not found, two
titles that look alike differ, and in print the line breaks at the wrong place.

## Example
- {time: "09:00-10:00", title: "Wel\u200bcome"}

## Instead
- {time: "09:00-10:00", title: "Welcome"}

## Fix
Safe: takes them out.

## Not reported
The joiners that Persian, Arabic and the scripts of India need, the flags and families of emoji,
and marks of direction in text from right to left.

## Source
Unicode Standard Annex 9 for the controls of direction, and Unicode Technical Report 36 for what
they can hide.
"""

import re
from collections.abc import Iterator

from ogpworkshop.check.finding import Edit, Finding, Fix, Severity, rule
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.path import Place
from ogpworkshop.model.texts import texts

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda) -> Iterator[Finding]:
    for path, text in texts(agenda):
        if text.isascii():
            continue
        found = _UNSEEN.search(text)
        if found and not (ord(found[0]) > 0x2065 and _RIGHT_TO_LEFT.search(text)):
            seen = _UNSEEN.sub("", text)
            number = len(text) - len(seen)
            what = "a character" if number == 1 else f"{number} characters"
            message = f"“{seen.strip()[:60]}” has {what} that nobody can see"
            fix = Fix("take them out", (Edit(Place(path), seen),), is_safe=True)
            yield Finding(
                Place(path, within=found.span()), message, f"U+{ord(found[0]):04X}", fix=fix
            )

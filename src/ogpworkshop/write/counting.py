"""Counts who comes, without telling on anybody: tables as text, CSV or Markdown."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from ogpworkshop.model.countries import country_of
from ogpworkshop.model.roster import Roster, audience_of
from ogpworkshop.source.table import defused, quoted

SUPPRESSED = 3
"""Counts below this are not told of what is sensitive."""
FEW = "few"
PEOPLE = "people"
WITHHELD = "too few people: any count would tell on somebody"
_MISSING = "not given"


class Counts(msgspec.Struct, frozen=True):
    """How many people have each value of a column, or each pair of values of two.

    Attributes:
        column: its name; of two columns, both.
        rows: a value and its counts; FEW for a count that is not told.
        is_withheld: whether nothing can be told without telling on somebody.
        across: what the counts of a row are of.
    """

    column: str
    rows: tuple[tuple[str, ...], ...]
    is_withheld: bool = False
    across: tuple[str, ...] = (PEOPLE,)


def counts(roster: Roster, column: str, audience: str | None = None) -> Counts:
    """How many of those who come have each value; cells with several values count in each.

    Of what is sensitive, counts below three are not told, nor as many others as it takes for none of
    them to follow from the sum.
    """
    tally = Counter(value for own in meanings(roster, column) for value in own)
    ordered = sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    if not is_sensitive(column, audience):
        return Counts(column, tuple((value, str(number)) for value, number in ordered))
    hidden = _hidden(ordered)
    if hidden is None:
        return Counts(column, (), is_withheld=True)
    told = [(value, str(number)) for value, number in ordered if value not in hidden]
    # in the order of the alphabet, for the order of the counts would tell
    return Counts(column, (*told, *((value, FEW) for value in sorted(hidden))))


def meanings(roster: Roster, column: str) -> list[list[str]]:
    """The values of each of those who come; of several ways to write one, the most usual for all."""
    meant: dict[str, Counter[str]] = {}
    people = []
    for person in roster.coming:
        values = person.listed(column) or (_MISSING,)
        spelt = {_meaning(column, value): " ".join(value.split()) for value in reversed(values)}
        people.append(list(spelt))
        for key, value in spelt.items():
            meant.setdefault(key, Counter())[value] += 1
    usual = {
        key: min(spellings.items(), key=lambda pair: (-pair[1], pair[0]))[0]
        for key, spellings in meant.items()
    }
    return [[usual[key] for key in keys] for keys in people]


def is_sensitive(column: str, audience: str | None = None) -> bool:
    """Whether small counts of a column tell on somebody."""
    return (audience or audience_of(column)) == "sensitive"


def _meaning(column: str, value: str) -> str:
    code = country_of(value) if column == "country" else None
    return code or " ".join(value.casefold().split())


def _hidden(ordered: Sequence[tuple[str, int]]) -> set[str] | None:
    """Values whose counts are not told; None if even that would not be enough.

    Whoever knows the sum of the hidden counts, and that each is at least one, must not be able to
    tell any of them: so there are two at least, and they are neither all one nor all two.
    """
    hidden = {value: number for value, number in ordered if number < SUPPRESSED}
    others = [pair for pair in reversed(ordered) if pair[0] not in hidden]
    while hidden:
        total = sum(hidden.values())
        if len(hidden) > 1 and total not in {len(hidden), 2 * len(hidden)}:
            break
        if not others:
            return None
        value, number = others.pop(0)
        hidden[value] = number
    return set(hidden)


def tables(found: Sequence[Counts], title: str, form: Literal["text", "csv", "md"]) -> str:
    """Counts of several columns, one below the other."""
    if form == "csv":
        cells = (cell for each in found for cell in _cells(each))
        lines = [",".join(map(quoted, map(defused, cell))) for cell in cells]
        return "\n".join(["column,value,people", *lines]) + "\n"
    if form == "md":
        return "".join([f"{title}\n", *map(_markdown, found)])
    return "".join([f"{title}\n", *map(_text, found)])


def _cells(each: Counts) -> Iterator[tuple[str, str, str]]:
    """Every count on a line of its own."""
    for value, *numbers in each.rows:
        for of, number in zip(each.across, numbers, strict=True):
            yield each.column, value if of == PEOPLE else f"{value} / {of}", number


def _text(each: Counts) -> str:
    if each.is_withheld:
        return f"\n{each.column}\n  {WITHHELD}\n"
    of_pairs = each.across != (PEOPLE,)
    widths = [max(5, len(_short(of))) if of_pairs else 5 for of in each.across]
    lines = [("", *map(_short, each.across)), *each.rows] if of_pairs else each.rows
    rows = [
        f"  {_short(value):40} " + "  ".join(map(str.rjust, numbers, widths))
        for value, *numbers in lines
    ]
    return "\n".join([f"\n{each.column}", *(row.rstrip() for row in rows), ""])


def _markdown(each: Counts) -> str:
    if each.is_withheld:
        return f"\n**{each.column}**: {WITHHELD}\n"
    rows = [
        " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row)
        for row in ((each.column, *each.across), *each.rows)
    ]
    rows.insert(1, " | ".join(["---", *("---:" for _ in each.across)]))
    return "\n" + "".join(f"| {row} |\n" for row in rows)


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"

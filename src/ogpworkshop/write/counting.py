"""Counts who comes, without telling on anybody: tables as text, CSV or Markdown."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

from ogpworkshop.model.countries import country_of
from ogpworkshop.model.roster import Roster, audience_of
from ogpworkshop.source.table import defused, quoted

SUPPRESSED = 3
"""Counts below this are not told of what is sensitive."""
FEW = "few"
_MISSING = "not given"


class Counts(msgspec.Struct, frozen=True):
    """How many people have each value of a column.

    Attributes:
        column: its name.
        rows: value and count; FEW for a count that is not told.
        is_withheld: whether nothing can be told without telling on somebody.
    """

    column: str
    rows: tuple[tuple[str, str], ...]
    is_withheld: bool = False


def counts(roster: Roster, column: str, audience: str | None = None) -> Counts:
    """How many of those who come have each value; cells with several values count in each.

    Of what is sensitive, counts below three are not told, nor as many others as it takes for none of
    them to follow from the sum.
    """
    ordered = sorted(_tally(roster, column).items(), key=lambda pair: (-pair[1], pair[0]))
    if (audience or audience_of(column)) != "sensitive":
        return Counts(column, tuple((value, str(number)) for value, number in ordered))
    hidden = _hidden(ordered)
    if hidden is None:
        return Counts(column, (), is_withheld=True)
    told = [(value, str(number)) for value, number in ordered if value not in hidden]
    # in the order of the alphabet, for the order of the counts would tell
    return Counts(column, (*told, *((value, FEW) for value in sorted(hidden))))


def _tally(roster: Roster, column: str) -> dict[str, int]:
    """People by value; of several ways to write one, the most usual stands for all."""
    meant: dict[str, Counter[str]] = {}
    for person in roster.coming:
        values = person.listed(column) or (_MISSING,)
        spelt = {_meaning(column, value): " ".join(value.split()) for value in reversed(values)}
        for key, value in spelt.items():
            meant.setdefault(key, Counter())[value] += 1
    return {
        min(spellings, key=lambda each: (-spellings[each], each)): spellings.total()
        for spellings in meant.values()
    }


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
        lines = ["column,value,people"]
        lines += [
            ",".join(quoted(defused(cell)) for cell in (each.column, value, number))
            for each in found
            for value, number in each.rows
        ]
        return "\n".join(lines) + "\n"
    if form == "md":
        return "".join([f"{title}\n", *map(_markdown, found)])
    return "".join([f"{title}\n", *map(_text, found)])


def _text(each: Counts) -> str:
    lines = [f"\n{each.column}\n"]
    lines += [f"  {_short(value):40} {number:>5}\n" for value, number in each.rows]
    return "".join([*lines, *([f"  {_withheld()}\n"] if each.is_withheld else [])])


def _markdown(each: Counts) -> str:
    if each.is_withheld:
        return f"\n**{each.column}**: {_withheld()}\n"
    cells = [
        (value.replace("\\", "\\\\").replace("|", "\\|"), number) for value, number in each.rows
    ]
    lines = [f"\n| {each.column} | people |\n| --- | ---: |\n"]
    return "".join([*lines, *(f"| {value} | {number} |\n" for value, number in cells)])


def _withheld() -> str:
    return "too few people: any count would tell on somebody"


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"

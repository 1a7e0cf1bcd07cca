"""Values that the names of templates have in a workshop, to show authors what they will get."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import msgspec
from msgspec.structs import replace

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster
from ogpworkshop.render.documents import Part
from ogpworkshop.render.stock import Stock, stock_of
from ogpworkshop.render.view_people import Shown
from ogpworkshop.render.viewing import view_of
from ogpworkshop.render.words import Words

_LONGEST = 48
_FEW = 4

Samples = Mapping[tuple[type, str], str]


def samples_of(agenda: Agenda, roster: Roster | None, plan: GroupPlan | None) -> Samples:
    """By type and name, a value that the workshop has; none of what participants may not see.

    Notes and materials, which organisers write for each other, are the one exception.
    """
    seen = view_of(agenda, roster, plan, audience="public", parts=get_args(Part))
    # Only the first tally counts days; labels of the others are what the roster keeps to itself.
    seen = replace(seen, tallies=seen.tallies[:1])
    for_organisers = view_of(agenda, audience="organiser").days
    found: dict[tuple[type, str], str] = {}
    for value in (*_within(seen), *_within(for_organisers), stock_of("86x55", "a4", "")):
        for name in value.__struct_fields__:
            text = _told(getattr(value, name))
            if text:
                for kind in type(value).__mro__:
                    found.setdefault((kind, name), text)
    return found


def _within(value: Any) -> Iterator[msgspec.Struct]:
    """Every part of a view, those that hold others first."""
    if isinstance(value, Shown | Words | Stock):
        yield value
        for name in value.__struct_fields__:
            yield from _within(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _within(each)


def _told(value: Any) -> str:
    """A value in a few words; "" for none, and for what has parts of its own."""
    match value:
        case bool():
            text = "yes" if value else ""
        case str() | int() | float():
            text = _short(str(value))
        case Mapping():  # of columns the names alone
            text = _few([*map(str, value)])
        case tuple() if value and isinstance(value[0], str):
            text = _short(value[0]) + (f" … ({len(value)})" if len(value) > 1 else "")
        case tuple() if value:
            text = f"({len(value)})"
        case _:
            text = ""
    return text


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _few(names: list[str]) -> str:
    return ", ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")

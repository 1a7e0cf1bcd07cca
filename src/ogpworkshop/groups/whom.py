"""People of whom something holds: an expert, ten years or more, not from Nepal."""

import math
import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.asked import Asked
from ogpworkshop.model.condition import ALL, ANY, NOT
from ogpworkshop.model.near import nearest

Bools = NDArray[np.bool_]
_PLAIN = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,6})?")
_NUMBER = r"([+-]?\d{1,12}(?:[.,]\d{1,6})?)"
_BETWEEN = re.compile(rf"\s*{_NUMBER}\s*(?:-|–|to|\.\.)\s*{_NUMBER}\s*")
_LEAST = re.compile(rf"\s*(?:(>=?|≥|at least)\s*{_NUMBER}|{_NUMBER}\s*(?:or more|\+))\s*")
_MOST = re.compile(rf"\s*(?:(<=?|≤|up to|at most)\s*{_NUMBER}|{_NUMBER}\s*or (?:less|fewer))\s*")
_EPSILON = 1e-9
_EMPTY = "empty"
_WRITE = "a column and a value: {role: expert}"


def whom(asked: Asked, wanted: Mapping[str, Any]) -> tuple[Bools, str]:
    """A boolean for each person, and how messages call them.

    Raises:
        MisaskedError: a column or a value does not exist, or nobody has all of it.
    """
    members, kind = _all(asked, wanted)
    if not members.any() and not asked.absent:  # those who have cancelled may have been meant
        raise asked.misasked(f"Nobody who takes part is of {kind}", "nobody has all of this")
    return members, kind


def _all(asked: Asked, wanted: Any) -> tuple[Bools, str]:
    """A condition: all of its keys have to fit."""
    if not isinstance(wanted, Mapping) or not wanted:
        raise asked.misasked(f"A part of “{asked.name}” does not say whom", _WRITE)
    parts = [_part(asked, key, value) for key, value in wanted.items()]
    return np.logical_and.reduce([fits for fits, _ in parts]), ", ".join(each for _, each in parts)


def _part(asked: Asked, key: str, value: Any) -> tuple[Bools, str]:
    """One key: a column, or a word that combines conditions."""
    is_nested = isinstance(value, Mapping) or (
        isinstance(value, list) and any(isinstance(each, Mapping) for each in value)
    )
    if key not in {ANY, ALL, NOT}:
        if is_nested:
            raise asked.misasked(f"“{key}” has conditions where a value is meant", _WRITE)
        return _having(asked, key, value)
    if not is_nested:
        message = f"“{key}” combines conditions, and “{value}” is none"
        raise asked.misasked(message, f"write {key}: {{role: expert}}, for example")
    parts = [_all(asked, each) for each in (value if isinstance(value, list) else [value])]
    masks, kinds = [fits for fits, _ in parts], [f"({each})" for _, each in parts]
    if key == ALL:
        return np.logical_and.reduce(masks), " and ".join(kinds)
    some: Bools = np.logical_or.reduce(masks)
    return (~some, f"not {' or '.join(kinds)}") if key == NOT else (some, " or ".join(kinds))


def _having(asked: Asked, column: str, value: Any) -> tuple[Bools, str]:
    """People with one of the values, and none of those behind “not”."""
    values = [str(each) for each in (value if isinstance(value, list | tuple) else [value]) if each]
    if not values:
        raise asked.misasked(f"No value is given for “{column}”", "a value of the column")
    cells = asked.column(column)
    found = [_fitting(asked, column, cells, each) for each in values]
    wanted = [fits for fits, is_not in found if not is_not]
    barred = [fits for fits, is_not in found if is_not]
    fits = np.logical_or.reduce(wanted) if wanted else np.ones(len(cells), dtype=np.bool_)
    if barred:
        fits &= ~np.logical_or.reduce(barred)
    joint = " or " if wanted else " and "
    return fits, f"{column} {joint.join(f'“{each}”' for each in values)}"


def _fitting(
    asked: Asked, column: str, cells: list[tuple[str, ...]], value: str
) -> tuple[Bools, bool]:
    """People who have a value, and whether “not” stands before it."""
    held = np.array([value.casefold() in map(str.casefold, cell) for cell in cells])
    if held.any():
        return held, False
    word = value.casefold().strip()
    if word.startswith("not "):
        fits, is_not = _fitting(asked, column, cells, value.strip()[4:].strip())
        return fits, not is_not
    if word == _EMPTY:
        return np.array([not cell for cell in cells]), False
    span = _span(value)
    if span is not None:
        numbers = [[_number(each) for each in cell] for cell in cells]
        if any(each is not None for cell in numbers for each in cell):
            low, high = span
            within = [any(n is not None and low <= n <= high for n in cell) for cell in numbers]
            return np.array(within), False
    if any(value.casefold() in map(str.casefold, each.listed(column)) for each in asked.absent):
        return held, False
    known = {each for cell in cells for each in cell}
    meant = nearest(value, sorted(known))
    label = f"did you mean {meant}?" if meant else f"values are {', '.join(sorted(known)[:6])}"
    raise asked.misasked(f"Nobody who takes part has “{value}” in “{column}”", label)


def _span(value: str) -> tuple[float, float] | None:
    """From and to of `5-10`, `10 or more`, `up to 5`, `>= 10`, `< 5`."""
    between = _BETWEEN.fullmatch(value)
    if between:
        return _as_number(between[1]), _as_number(between[2])
    least, most = _LEAST.fullmatch(value), _MOST.fullmatch(value)
    if least:
        return _as_number(least[2] or least[3]) + (_EPSILON if least[1] == ">" else 0), math.inf
    if most:
        return -math.inf, _as_number(most[2] or most[3]) - (_EPSILON if most[1] == "<" else 0)
    return None


def _as_number(text: str) -> float:
    return float(text.replace(",", "."))


def _number(text: str) -> float | None:
    return _as_number(text) if _PLAIN.fullmatch(text) else None

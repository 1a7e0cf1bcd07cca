"""Whom a mapping of columns and values means: `{role: [expert, chair], country: not Nepal}`."""

import math
import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.asked import Asked
from ogpworkshop.model.near import nearest

_PLAIN = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,6})?")
_NUMBER = r"([+-]?\d{1,12}(?:[.,]\d{1,6})?)"
_BETWEEN = re.compile(rf"\s*{_NUMBER}\s*(?:-|–|to|\.\.)\s*{_NUMBER}\s*")
_LEAST = re.compile(rf"\s*(?:(>=?|≥|at least)\s*{_NUMBER}|{_NUMBER}\s*(?:or more|\+))\s*")
_MOST = re.compile(rf"\s*(?:(<=?|≤|up to|at most)\s*{_NUMBER}|{_NUMBER}\s*or (?:less|fewer))\s*")
_EPSILON = 1e-9


def whom(
    asked: Asked, wanted: Mapping[str, str | tuple[str, ...]]
) -> tuple[NDArray[np.bool_], str]:
    """A boolean for each person, and how messages call them; all columns have to fit.

    Raises:
        MisaskedError: a column or a value does not exist, or nobody has all of it.
    """
    members = np.ones(len(asked.people), dtype=np.bool_)
    for column, value in wanted.items():
        if not value:
            raise asked.misasked(f"No value is given for “{column}”", "a value of the column")
        members &= _having(asked, column, (value,) if isinstance(value, str) else value)
    kind = ", ".join(f"{column} {_in_words(value)}" for column, value in wanted.items())
    if not members.any():
        raise asked.misasked(f"Nobody who takes part is of {kind}", "nobody has all of this")
    return members, kind


def _in_words(value: str | tuple[str, ...]) -> str:
    return f"“{value}”" if isinstance(value, str) else " or ".join(f"“{each}”" for each in value)


def _having(asked: Asked, column: str, values: tuple[str, ...]) -> NDArray[np.bool_]:
    """People of whom one of the values holds."""
    cells = asked.column(column)
    fits = np.zeros(len(cells), dtype=np.bool_)
    for value in values:
        fits |= _fitting(asked, column, cells, value)
    return fits


def _fitting(
    asked: Asked, column: str, cells: list[tuple[str, ...]], value: str
) -> NDArray[np.bool_]:
    """People who have a value; before it may stand “not”, and it may be a range of numbers."""
    held = np.array([value.casefold() in map(str.casefold, cell) for cell in cells])
    if held.any():
        return held
    if value.casefold().startswith("not "):
        return ~_fitting(asked, column, cells, value[4:].strip())
    span = _span(value)
    if span is not None:
        numbers = [[_number(each) for each in cell] for cell in cells]
        if any(each is not None for cell in numbers for each in cell):
            low, high = span
            return np.array(
                [any(n is not None and low <= n <= high for n in cell) for cell in numbers]
            )
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

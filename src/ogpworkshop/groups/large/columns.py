"""Kinds of people packed into columns: several kinds that nobody has two of are one column.

A column holds for each person the position of the kind, or the number of kinds for people of none
of them; so a dozen countries, or a thousand pairs of people who are apart, are looked up at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Column(NamedTuple):
    """Kinds of which everybody has one at the most.

    Attributes:
        codes: position in `kinds` of each person, its length for none; an empty chair has none.
        kinds: positions among all kinds that were packed.
    """

    codes: Ints
    kinds: Ints


def packed(kinds: Iterable[Ints], n_people: int) -> Iterator[Column]:
    """Pack kinds, given by the positions of their people; each goes where it first fits."""
    found: list[tuple[Ints, list[int]]] = []
    for k, people in enumerate(kinds):
        fitting = (each for each in found if (each[0][people] < 0).all())
        codes, held = next(fitting, (None, []))
        if codes is None:
            codes = np.full(n_people + 1, -1, dtype=np.int64)
            found.append((codes, held))
        codes[people] = len(held)
        held.append(k)
    for codes, held in found:
        yield Column(np.where(codes < 0, len(held), codes), np.array(held, dtype=np.int64))


def members(amounts: Ints) -> list[Ints] | None:
    """People of each column of amounts; None where amounts are not all 0 or 1."""
    if amounts.min(initial=0) < 0 or amounts.max(initial=0) > 1:
        return None
    if not amounts.shape[1]:
        return []
    kind, person = np.nonzero(amounts.T)
    ends = np.searchsorted(kind, np.arange(1, amounts.shape[1]))
    return np.split(person, ends)


def tally(codes: Ints, width: int, seats: Ints) -> Ints:
    """How many people of each kind sit in each group, `[group, kind]`."""
    n_groups = len(seats)
    flat = codes[seats] + np.arange(n_groups)[:, None] * (width + 1)
    numbers = np.bincount(flat.reshape(-1), minlength=n_groups * (width + 1))
    return numbers.reshape(n_groups, width + 1).astype(np.int64)


def by_group(rows: Sequence[Ints]) -> Ints:
    """Stack prices of kinds to `[group or 1, kind, number]`, one group for all if they agree."""
    price = np.stack(rows, axis=1)
    return price[:1] if (price == price[:1]).all() else price

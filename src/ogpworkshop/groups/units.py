"""People who are bound together as units, and whom of them what must hold counts, parts and bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.alike import Alike
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.language import Language
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.place import PlaceAt
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.criteria.zones import Zones
from ogpworkshop.groups.problem import Criterion, Round

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Units:
    """People bound together, as one.

    Attributes:
        of: the unit of each person, -1 for people who are away.
        sizes: people of each unit.
        parted: `parted[unit, unit]`, whether two must not share a group.
        kinds: `kinds[unit, kind]`, how many people of each kind that is counted.
        barred: `barred[unit, group]`, whether a unit must not be in a group.
        is_needed: of each kind, whether groups need some, rather than having so many at the most.
    """

    of: Ints
    sizes: Ints
    parted: Bools
    kinds: Ints
    barred: Bools
    is_needed: Bools


class Counts(NamedTuple):
    """Kinds of people of whom groups need some, or have so many at the most.

    Attributes:
        members: `members[person, kind]`.
        least: of a group, `least[group, kind]`.
        most: likewise.
        is_needed: of each kind.
    """

    members: Ints
    least: Ints
    most: Ints
    is_needed: Bools


def joined(criteria: Sequence[Criterion], round_: Round) -> Ints:
    """For each person, the first person whom criteria put into the same group."""
    head = np.arange(len(round_.present))
    for criterion in criteria:
        if isinstance(criterion, Alike):
            for column in criterion.kinds.members.T:
                bound = np.flatnonzero((column > 0) & round_.present)
                if len(bound) > 1:
                    heads = np.unique(head[bound])
                    head[np.isin(head, heads)] = heads.min()
    return head


def counts_of(criteria: Sequence[Criterion], round_: Round) -> Counts:
    """All kinds that some criteria count, none where they count nobody."""
    n_groups = round_.n_groups
    nobody = np.zeros((len(round_.present), 0), dtype=np.int64)
    nowhere, none = np.zeros((n_groups, 0), dtype=np.int64), np.zeros(0, dtype=np.bool_)
    found = [Counts(nobody, nowhere, nowhere, none)]
    for each in criteria:
        if isinstance(each, Spread):
            # the least of a share is left to the search: else everybody would have to be placed
            most = each.share(round_, each.kinds.members)[1]
            is_needed = np.zeros(most.shape[1], dtype=np.bool_)
            found.append(Counts(each.kinds.members, 0 * most, most, is_needed))
        elif isinstance(each, Need):
            members = each.members[:, None].astype(np.int64)
            ones = np.ones((n_groups, 1), dtype=np.int64)
            limit = len(round_.present) if each.at_most is None else each.at_most
            found.append(Counts(members, each.at_least * ones, limit * ones, np.array([True])))
    return Counts(
        np.concatenate([each.members for each in found], axis=1),
        np.concatenate([each.least for each in found], axis=1),
        np.concatenate([each.most for each in found], axis=1),
        np.concatenate([each.is_needed for each in found]),
    )


def _barred(criterion: Criterion, position: int) -> Bools | None:
    """`[person, group]` where somebody must not be; None for criteria that say nothing of it."""
    if not isinstance(criterion, PlaceAt | Language):
        return None
    rounds = criterion.wish.rounds
    k = position if rounds is None else rounds.index(position)
    wrong = criterion.wrong(k) if isinstance(criterion, PlaceAt) else criterion.foreign(k)
    return wrong > 0


def units_of(
    criteria: Sequence[Criterion], round_: Round, position: int, counts: Counts
) -> Units | None:
    """None where people who are bound together must also be apart."""
    head = joined(criteria, round_)
    heads = np.unique(head[round_.present])
    belongs = (head[:, None] == heads[None, :]) & round_.present[:, None]
    within = belongs.astype(np.float64)  # sums of whole numbers are exact, and products fast
    of = np.where(round_.present, np.searchsorted(heads, head), -1)
    parted = np.zeros((len(heads), len(heads)), dtype=np.bool_)
    barred = np.zeros((len(heads), round_.n_groups), dtype=np.bool_)
    for criterion in criteria:
        if isinstance(criterion, Apart | Foes | Zones):
            foes = criterion.binds()[0] & round_.present[:, None] & round_.present[None, :]
            np.fill_diagonal(foes, val=False)
            one, other = foes.nonzero()
            parted[of[one], of[other]] = True
        places = _barred(criterion, position)
        if places is not None:
            barred |= (within.T @ places) > 0
    if parted.diagonal().any():
        return None
    kinds = (within.T @ counts.members).astype(np.int64)
    return Units(of, belongs.sum(axis=0), parted, kinds, barred, counts.is_needed)

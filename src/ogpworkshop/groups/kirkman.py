"""Groups of three in which everybody meets everybody once: Kirkman's schoolgirls and their kin.

- 15 people: a base round, developed modulo 7 (one of the seven solutions; Kirkman 1850).
- 27 people: the lines of the affine space of three dimensions over three elements.
- 3q people, q a prime with q = 6t + 1: Ray-Chaudhuri and Wilson, Solution of Kirkman's schoolgirl
  problem (1971), with the differences of a primitive root's powers.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Triple = tuple[int, int, int]
_FIFTEEN: tuple[Triple, ...] = ((0, 1, 3), (2, 7, 9), (4, 12, 13), (5, 8, 11), (6, 10, 14))


def kirkman(n_groups: int) -> Ints | None:
    """A plan `[round, person]` of (3 n_groups - 1) / 2 rounds, None where none is known here."""
    if n_groups == 5:
        return _plan([[_turned(t, k) for t in _FIFTEEN] for k in range(7)], 5)
    if n_groups == 9:
        return _space()
    if n_groups % 6 == 1 and n_groups > 1 and all(n_groups % k for k in range(2, n_groups)):
        return _plan(_by_powers(n_groups), n_groups)
    return None


def _turned(triple: Triple, k: int) -> Triple:
    """Two circles of seven turn, the fifteenth person stays."""
    a, b, c = (p if p == 14 else (p % 7 + k) % 7 + p // 7 * 7 for p in triple)
    return a, b, c


def _space() -> Ints:
    """A round for each direction: people are in one group when they differ by multiples of it."""
    points = np.stack(np.unravel_index(np.arange(27), (3, 3, 3)), axis=1)
    rounds = []
    for direction in points[1:]:
        if direction[np.flatnonzero(direction)[0]] == 1:
            lines = [(points + k * direction) % 3 @ [9, 3, 1] for k in range(3)]
            rounds.append(np.unique(np.min(lines, axis=0), return_inverse=True)[1])
    return np.stack(rounds).astype(np.int64)


def _by_powers(q: int) -> list[list[Triple]]:
    """Person (x, j), x modulo q and j of 0, 1, 2, is 3x + j."""
    t = (q - 1) // 6
    root = next(r for r in range(2, q) if len({pow(r, k, q) for k in range(q - 1)}) == q - 1)
    power = [pow(root, k, q) for k in range(q - 1)]

    def mixed(i: int) -> Triple:
        a, b, c = (3 * power[(i + 2 * t * j) % (q - 1)] + j for j in range(3))
        return a, b, c

    base: list[Triple] = [(0, 1, 2)]
    for i in range(t):
        for j in range(3):
            a, b, c = (3 * power[i + 2 * t * k] + j for k in range(3))
            base.append((a, b, c))
        base += [mixed(i + t), mixed(i + 3 * t), mixed(i + 5 * t)]
    rounds = [[_moved(triple, x, q) for triple in base] for x in range(q)]
    for i in range(t):
        rounds += [[_moved(mixed(i + 2 * t * k), x, q) for x in range(q)] for k in range(3)]
    return rounds


def _moved(triple: Triple, x: int, q: int) -> Triple:
    a, b, c = ((p // 3 + x) % q * 3 + p % 3 for p in triple)
    return a, b, c


def _plan(rounds: Iterable[Iterable[Triple]], n_groups: int) -> Ints:
    plan = []
    for triples in rounds:
        groups = np.zeros(3 * n_groups, dtype=np.int64)
        for g, triple in enumerate(triples):
            groups[list(triple)] = g
        plan.append(groups)
    return np.stack(plan)

"""Exact plans without repeats for equal groups that do nothing but mix.

- Groups of two: everybody meets everybody, by the circle method (Kirkman 1847).
- q groups of p <= q people, q a prime power: the lines of an affine plane of order q, one parallel
  class per round; q rounds, and one more when p = q (Bose 1938).
- Groups of three: Kirkman's, see there.
- Plans that are their first round, turned: see `turned`.
- A number of groups that is no prime power takes what its prime power factors have in common:
  their product planes have as many classes as the smallest factor (MacNeish 1922).
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.kirkman import kirkman
from ogpworkshop.groups.turned import turned

Ints = NDArray[np.int64]

_POLYNOMIALS = {
    4: (2, (1, 1)), 8: (2, (1, 1, 0)), 16: (2, (1, 1, 0, 0)), 32: (2, (1, 0, 1, 0, 0)),
    9: (3, (2, 1)), 27: (3, (1, 2, 0)), 25: (5, (2, 1)), 49: (7, (3, 1)),
}  # fmt: skip
"""x**k = -(…) in lowest terms first: irreducible polynomials over the prime fields."""


def design(n_groups: int, size: int) -> Ints | None:
    """A plan `[round, person]` in which nobody meets anybody twice, with as many rounds as it has.

    None where no construction is known here; that does not mean that there is no such plan.
    """
    if size == 1:
        return np.arange(n_groups, dtype=np.int64)[None]
    if n_groups == 1:
        return np.zeros((1, size), dtype=np.int64)
    if size == 2:
        return _circle(n_groups)
    if size > n_groups:
        return np.repeat(np.arange(n_groups, dtype=np.int64), size)[None]
    plan = kirkman(n_groups) if size == 3 else None
    plan = turned(n_groups, size) if plan is None else plan
    return _planes(n_groups, size) if plan is None else plan


def _circle(n_groups: int) -> Ints:
    """Round robin: one person stays, the others turn."""
    last = 2 * n_groups - 1
    plan = np.zeros((last, last + 1), dtype=np.int64)
    for r in range(last):
        plan[r, [r, last]] = 0
        for k in range(1, n_groups):
            plan[r, [(r + k) % last, (r - k) % last]] = k
    return plan


def _planes(n_groups: int, size: int) -> Ints | None:
    """Person (x, y), x < size, sits in round m with group y + m x; at the end with group x."""
    factors = list(_prime_powers(n_groups))
    fields = [_field(q) for q in factors]
    if None in fields:
        return None
    least = min(factors)
    if size > least:
        return None
    x, y = np.divmod(np.arange(n_groups * size), n_groups)
    rounds = []
    for m in range(least):
        group, place, rest = np.zeros_like(y), 1, y
        for q, field in zip(factors, fields, strict=True):
            add, times = field  # type: ignore[misc]
            group = group + place * add[rest % q, times[m, x]]
            rest, place = rest // q, place * q
        rounds.append(group)
    if size == n_groups:
        rounds.append(x)
    return np.stack(rounds).astype(np.int64)


def _prime_powers(number: int) -> Iterator[int]:
    """The greatest powers of primes that divide a number."""
    prime = 2
    while number > 1:
        power = 1
        while number % prime == 0:
            number, power = number // prime, power * prime
        if power > 1:
            yield power
        prime += 1


def _field(q: int) -> tuple[Ints, Ints] | None:
    """Addition and multiplication tables of the field with q elements, None if not at hand."""
    numbers = np.arange(q)
    if all(q % k for k in range(2, q)):
        return (numbers[:, None] + numbers) % q, (numbers[:, None] * numbers) % q
    if q not in _POLYNOMIALS:
        return None
    p, reduction = _POLYNOMIALS[q]
    k = len(reduction)
    digits = (numbers[:, None] // p ** np.arange(k)) % p
    weights = p ** np.arange(k)
    add = ((digits[:, None] + digits[None]) % p) @ weights
    product = np.zeros((q, q, 2 * k - 1), dtype=np.int64)
    for i in range(k):
        for j in range(k):
            product[..., i + j] += digits[:, None, i] * digits[None, :, j]
    for top in range(2 * k - 2, k - 1, -1):
        for low, coefficient in enumerate(reduction):
            product[..., top - k + low] -= product[..., top] * coefficient
    return add, (product[..., :k] % p) @ weights


def without_repeats(n_groups: int, n_people: int, n_rounds: int) -> Ints | None:
    """A plan for groups as equal as can be, in which nobody meets anybody twice, if one is known.

    Where groups do not come out even, people are left out of a larger design: such as share a
    group only in a round that is not held, so that no group loses two.
    """
    size = -(-n_people // n_groups)
    spare = n_groups * size - n_people
    plan = design(n_groups, size)
    if plan is None or len(plan) < n_rounds + (spare > 1) or spare > size:
        return None
    left_out = np.flatnonzero(plan[-1] == 0)[:spare]
    return np.delete(plan[:n_rounds], left_out, axis=1)

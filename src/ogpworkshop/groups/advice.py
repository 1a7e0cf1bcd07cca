"""How many groups, of what sizes, over how many rounds: what can be known before anybody is named."""

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.groups import parts
from ogpworkshop.groups.designs import without_repeats

_MOST_PEOPLE, _MOST_ROUNDS = 100_000, 1000
_MOST_DESIGNED = 400


class Division(msgspec.Struct, frozen=True):
    """One way to divide people into groups whose sizes differ by one at the most.

    Attributes:
        n_groups: how many groups.
        sizes: of them, the largest first.
        meetings: pairs that share a group, added up over the rounds.
        repeats: meetings beyond a pair's first that no groups avoid.
        met: of all pairs, those that can have met at the most after the rounds.
        pairs: all pairs of people.
        rounds_to_meet_all: everybody cannot have met everybody in fewer rounds; None if never.
        is_reached: groups with so few repeats are known, and made at once.
    """

    n_groups: int
    sizes: tuple[int, ...]
    meetings: int
    repeats: int
    met: int
    pairs: int
    rounds_to_meet_all: int | None
    is_reached: bool

    @property
    def others(self) -> int:
        """How many different people somebody can meet at the most."""
        n_people = sum(self.sizes)
        return 2 * self.met // n_people if n_people else 0

    @property
    def shape(self) -> str:
        """`6×7 + 1×6`."""
        kinds = dict.fromkeys(self.sizes)
        return " + ".join(f"{self.sizes.count(size)}×{size}" for size in kinds)


def divisions(n_people: int, size: int, n_rounds: int) -> tuple[Division, ...]:
    """Ways to divide people into groups of about a size, and what they mean for who meets whom.

    The fewest repeats come from counting pairs, and from pigeonholes: a group of s people that
    goes on into G groups leaves some of them together. The fewest rounds in which everybody meets
    everybody follow, as in the Dagstuhl happy diner tables: 24 people at tables of 8 need 5.

    Args:
        n_people: how many people.
        size: how many to a group, about.
        n_rounds: how many rounds.

    Returns:
        Divisions with groups of `size` or one more or fewer, by the number of groups.

    Raises:
        OgpError: fewer than two people, or sizes or numbers that make no groups.
    """
    if not 2 <= n_people <= _MOST_PEOPLE:
        raise OgpError(f"{n_people} people cannot be advised on", "It takes 2 to 100,000.")
    if not 1 <= n_rounds <= _MOST_ROUNDS:
        raise OgpError(f"{n_rounds} rounds cannot be advised on", "It takes 1 to 1,000.")
    if not 1 <= size <= n_people:
        message = f"groups of {size} cannot be formed of {n_people} people"
        raise OgpError(message, f"Name a size from 1 to {n_people}.")
    counts = {n_people // size, -(-n_people // size)}
    near = [g for g in (min(counts) - 1, *counts, max(counts) + 1) if g >= 1]
    wanted = [g for g in near if g in counts or n_people % g == 0]
    return tuple(_division(n_people, g, n_rounds) for g in sorted(set(wanted)))


def _division(n_people: int, n_groups: int, n_rounds: int) -> Division:
    small, larger = divmod(n_people, n_groups)
    sizes = (small + 1,) * larger + (small,) * (n_groups - larger)
    pairs, once = parts.choose2(n_people), sum(map(parts.choose2, sizes))
    shared = sum(parts.fewest_pairs(size, sizes) for size in sizes)
    least = _repeats(n_rounds, once, shared, pairs)
    is_reached = (
        least == 0
        and n_people <= _MOST_DESIGNED
        and (n_rounds == 1 or without_repeats(n_groups, n_people, n_rounds) is not None)
    )
    return Division(
        n_groups,
        sizes,
        n_rounds * once,
        least,
        n_rounds * once - least,
        pairs,
        _rounds_to_meet_all(n_people, max(sizes), once, shared, pairs),
        is_reached,
    )


def _repeats(n_rounds: int, once: int, shared: int, pairs: int) -> int:
    """Fewest repeats: by count, from round to round, and from coincidences of every two rounds."""
    met = n_rounds * once
    coincidences = max(parts.choose2(n_rounds) * shared, parts.even(met, pairs))
    return max(met - pairs, (n_rounds - 1) * shared, -(-2 * coincidences // n_rounds))


def _rounds_to_meet_all(
    n_people: int, largest: int, once: int, shared: int, pairs: int
) -> int | None:
    """Everybody needs so many rounds, and all meetings but one for each pair are repeats."""
    if once <= shared:
        return 1 if once >= pairs else None
    return max(-(-(n_people - 1) // (largest - 1)), -(-(pairs - shared) // (once - shared)))

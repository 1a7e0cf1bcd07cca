"""Plans without repeats that turn: one round, or a few, and the others follow by counting on.

The people of a plan stand in circles of the same number; the last few may stand apart. From one
round to the next everybody in a circle takes the place of the one before, until the circles are
round. So a whole plan is written down as its first round. That nobody meets twice is a matter of
the differences between people in a group, and is counted in the tests.

The first rounds were found by annealing over these differences, in seconds each; for ten groups of
four, seven and nine among those that a turn of order three leaves as they are. The rounds of ten
groups of ten are two orthogonal Latin squares with their rows and columns, from differences as
Bose, Shrikhande and Parker use them (1960).
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_FIRST: dict[tuple[int, int], tuple[int, tuple[str, ...]]] = {
    (6, 3): (4, ("043344155025132201", "521330424153502401")),
    (8, 3): (11, ("053432271376250616447501",)),
    (10, 3): (14, ("489938571525072814947620366301",)),
    (12, 3): (17, ("70221b4675b3ba9524089aa6869485317301",)),
    (14, 3): (20, ("a9367dcc74d708b4b1c5018396a49b52282d563a01",)),
    (16, 3): (23, ("ddec47b982c393c7e5f10beb50a67689fad6f5a832442101",)),
    (6, 4): (7, ("404123431320535014552012",)),
    (7, 4): (9, ("6122165051466413030432552340",)),
    (9, 4): (11, ("337425041470663565813248268780175012",)),
    (10, 4): (13, ("0855961429181074922695623704383451778630",)),
    (6, 5): (6, ("220304521245350543132341400151",)),
    (10, 5): (9, ("34577091914289907831755254888261043673206656901234",)),
    (12, 5): (11, ("37587826180b8b9536948540217abb67ba2a304a1655a971320649901234",)),
    (6, 6): (3, ("040130421103335052344502412223115554",)),
    (10, 6): (7, ("041379992398662156034172849589183504763814582065426707750123",)),
    (10, 7): (7, (
        "1347458251659836672943186153122691427323549950401757062084638000978879",
    )),
    (10, 8): (5, (
        "85831649827603059051612238637339445099672552717810654161479724004950883291328746",
    )),
    (10, 9): (5, (
        "939417175282863018770298803799150622604334051420765308461095478545896569746572336831149122",
    )),
    (10, 10): (1, (
        "".join(10 * digit for digit in "0123456789"),
        10 * "0123456789",
        ("80265791349813067245798241035617983524603279846501"
         "04379856126154798023456012378923456018975601234978"),
        ("08729315462187394650532874906196438751026905487213"
         "70916583248719206435456012379812345608793456012987"),
    )),
}  # fmt: skip
"""By number and size of groups: the number in a circle, and the group of everybody in the rounds
that are turned, one letter each."""


def turned(n_groups: int, size: int) -> Ints | None:
    """A plan `[round, person]`, None where none is written down here."""
    if (n_groups, size) not in _FIRST:
        return None
    length, rounds = _FIRST[n_groups, size]
    people = np.arange(n_groups * size)
    in_circles = people < len(people) // length * length
    plan = []
    for letters in rounds:
        groups = np.array([int(letter, 36) for letter in letters])
        for turn in range(length):
            before = people // length * length + (people - turn) % length
            plan.append(groups[np.where(in_circles, before, people)])
    return np.stack(plan).astype(np.int64)

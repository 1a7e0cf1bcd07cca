"""The same files and seed give the same groups, byte for byte, whatever machine and NumPy.

These hashes were the same with NumPy 1.26.4 and 2.4.6. Who changes a search on purpose writes the
new ones; who did not has found that something depends on the machine.
"""

import hashlib

import numpy as np

from ogpworkshop.groups import Problem, Steps, Wish, assign, diverse, seated, solve
from ogpworkshop.groups.criteria.balance import Balance
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
from ogpworkshop.write.plan import plan_csv


def digest(content):
    return hashlib.sha256(content).hexdigest()[:16]


def numbers(groups):
    return groups.astype("<i8").tobytes()


def test_groups_of_the_founding_workshop(root):
    agenda = read_agenda((root / "data/agenda.yaml").read_bytes(), "agenda.yaml")[0]
    people = read_roster((root / "data/participants.csv").read_bytes(), "participants.csv")[0]
    plan = assign(agenda, people, seed=7, effort="quick")[0]
    assert digest(plan_csv(plan)) == "72766e522a4e138c"


def test_groups_of_thousands():
    n = 3300

    def spread(values, step):
        cells = [[str(i * step % values)] for i in range(n)]
        return Spread(Wish("spread"), Kinds.of("column", cells))

    everybody = np.ones(n, dtype=np.bool_)
    balance = Balance(Wish("balance"), np.arange(n) * 7919 % 41, everybody)
    criteria = (spread(37, 7), spread(5, 3), balance)
    problem = Problem(tuple(map(str, range(n))), (seated("round", everybody, 160),), criteria)
    assert digest(numbers(solve(problem, 3, Steps(120)).plan)) == "1e669291f18fbf4c"


def test_diverse_groups_of_people_at_places():
    places = (np.arange(60) * 7919 % 997).astype(float)
    found = diverse(abs(places[:, None] - places), [10] * 6, 1, Steps(2000))
    assert digest(numbers(found.groups)) == "0087b4c1dd15cfc9"


def test_diverse_groups_by_distances_without_an_order():
    i = np.arange(140)
    drawn = np.triu((i[:, None] * 7919 + i * i[:, None] * 104729) % 1009 % 101, 1)
    found = diverse(drawn + drawn.T, [14] * 10, 1, Steps(4000))
    assert digest(numbers(found.groups)) == "9da9ea14fe1e0295"

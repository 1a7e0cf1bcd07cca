"""The group that is worst off, beside the mean of all."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from ogpworkshop.groups import assign_rows, mixing, score
from ogpworkshop.groups.composition import compositions
from ogpworkshop.groups.criteria.language import Language
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.place import PlaceAt
from ogpworkshop.groups.criteria.rotate import Rotate
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.criteria.zones import Zones
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.problem import Wish
from ogpworkshop.groups.score import Score

PLAN = np.array([[0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1]])
FIRST = np.array([True, True, False, False, False, True])
KINDS = Kinds.of("languages", [["fr"], ["fr"], ["en"], ["en"], ["en"], ["en"]])
SECOND = np.array([False, True])
SPEAK = np.array([0, 1])
HOURS = 60 * np.array([0, 0, 12, 0, 1, 2])


def asked():
    wish = Wish("asked x")
    return {
        "spread": Spread(wish, KINDS),
        "spread to a target": Spread(wish, KINDS, np.array([5000, 5000])),
        "need": Need(wish, FIRST, "the first", at_least=2),
        "language": Language(wish, KINDS, (SPEAK, SPEAK)),
        "place": PlaceAt(wish, FIRST, "the first", (SECOND, SECOND), is_only=True),
        "zones": Zones(wish, HOURS, np.ones(6, dtype=np.bool_), 6),
    }


@pytest.mark.parametrize("name", list(asked()))
def test_the_costs_of_all_groups_make_up_the_cost_of_the_plan(name):
    criterion = asked()[name]
    report = score(mixing(2, 3, 2, [criterion]), PLAN)
    (found,) = report.scores
    assert found.cost
    mean = float(found.worst.split("a group ")[1].split(" on")[0])
    assert round(4 * mean) == found.cost
    assert int(found.worst.split(" has ")[1].split(",")[0]) >= mean


def test_figures_tell_languages_clocks_places_and_stations_apart():
    wish = Wish("rotate topics")
    rotate = Rotate(wish, ("Water", "Health"), (SPEAK, SPEAK))
    made = asked()
    criteria = [made["language"], made["zones"], made["place"], rotate]
    problem = mixing(2, 3, 2, criteria)
    found = [next(compositions(problem, PLAN, [each])) for each in criteria]
    assert found[0].values == ("do not speak the group's language", "speak it")
    assert found[0].numbers == ((1.0, 2.0), (0.0, 3.0))
    assert found[1].values == ("UTC+0", "UTC+1", "UTC+2", "UTC+12")
    assert found[2].values == ("the first", "others")
    again = list(compositions(problem, PLAN, [rotate]))
    assert [each.numbers[0] for each in again] == [(0.0, 3.0), (3.0, 0.0)]


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("people alone", "1 person alone"),
        ("pairs that share a group", "1 pair that shares a group"),
        ("repeat meetings", "1 repeat meeting"),
        ("wishes for company missed", "1 wish for company missed"),
        ("hours too far apart, over pairs", "1 hour too far apart, over pairs"),
        ("groups without a rapporteur", "1 group without a rapporteur"),
    ],
)
def test_one_is_counted_as_one(unit, one):
    of = Score("x", (), 1, False, unit, 1, 0, 1, "", ())  # noqa: FBT003 - as it is made
    assert of.tally == one
    assert msgspec.structs.replace(of, cost=2).tally == f"2 {unit}"


ROWS = [{"id": f"p{i}", "role": "expert" if i < 4 else "participant"} for i in range(12)]


@pytest.mark.parametrize("seed", range(4))
def test_no_group_goes_without_where_a_need_is_to_be_fair(seed):
    need = {"need": {"role": "expert"}, "at_least": 2, "fair": True}
    done = assign_rows(ROWS, 3, criteria=[need], seed=seed, effort="quick")
    experts = [sum(row["role"] == "expert" for row in group) for group in done.groups()]
    assert sorted(experts) == [1, 1, 2]
    (found,) = done.report.scores
    assert found.title == "need role “expert”, fair"
    assert found.is_optimal


def test_one_group_that_lacks_two_weighs_more_than_two_that_lack_one():
    uneven, even = np.array([[0, 0, 1, 1, 2, 2]]), np.array([[0, 1, 2, 0, 1, 2]])
    experts = np.array([True, True, True, False, False, False])
    plain = Need(Wish("need"), experts, "experts", at_least=2)
    fair = replace(plain, is_fair=True)
    problem = mixing(3, 2, 1)
    assert plain.cost(problem, uneven) == plain.cost(problem, even) == 3
    assert (fair.cost(problem, uneven), fair.cost(problem, even)) == (4, 3)

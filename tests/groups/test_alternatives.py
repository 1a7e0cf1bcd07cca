"""Plans to choose from, and what divisions into groups mean."""

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.groups import check, mixing
from ogpworkshop.groups.advice import divisions
from ogpworkshop.groups.again import repeats
from ogpworkshop.groups.alternatives import alternatives
from ogpworkshop.groups.tables import meetings
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def founding():
    agenda = read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    return agenda, roster


@pytest.fixture(scope="module")
def choice(founding):
    return alternatives(*founding, 4, effort="quick")


def test_no_alternative_is_better_than_another_in_everything(choice):
    assert 2 <= len(choice) <= 4
    parts = [tuple(round(part, 2) for part in each.parts.values()) for each in choice]
    for one, other in product(parts, parts):
        assert one == other or not all(a <= b for a, b in zip(one, other, strict=True))


def test_the_first_alternative_is_as_asked_and_others_gain_what_they_emphasise(choice):
    first, *others = choice
    assert first.emphasis == ()
    for each in others:
        assert any(each.parts[aspect] < first.parts[aspect] for aspect in each.emphasis)


def test_an_alternative_is_scored_as_it_is_checked(founding, choice):
    for each in choice:
        report = check(*founding, each.plan)
        assert report.is_sound
        own = {(score.title, score.rounds): score.cost for score in each.report.scores}
        checked = {(score.title, score.rounds): score.cost for score in report.scores}
        assert own == {key: checked[key] for key in own}


def test_too_many_alternatives_are_refused(founding):
    with pytest.raises(OgpError, match="99 alternatives cannot be made"):
        alternatives(*founding, 99)


def test_ending_the_search_early_keeps_the_plans_that_there_are(founding):
    seen = []

    def end(improvement):
        # the first plan begins again at few steps when the second one is searched for
        seen.append(improvement.steps)
        if any(later < earlier for earlier, later in pairwise(seen)):
            raise KeyboardInterrupt

    found = alternatives(*founding, 4, effort="quick", on_progress=end)
    assert 1 <= len(found) <= 2
    assert found[0].emphasis == ()
    assert check(*founding, found[0].plan).is_sound


@pytest.mark.parametrize(
    ("n_people", "size", "least"), [(24, 8, 5), (30, 6, 7), (16, 4, 5), (9, 3, 4)]
)
def test_rounds_until_everybody_has_met_everybody_are_as_proven_elsewhere(n_people, size, least):
    equal = next(each for each in divisions(n_people, size, 2) if set(each.sizes) == {size})
    assert equal.rounds_to_meet_all == least


@pytest.mark.parametrize(("n_groups", "size", "n_rounds"), [(6, 8, 5), (4, 4, 4), (3, 5, 6)])
def test_divisions_bound_repeats_as_plans_do(n_groups, size, n_rounds):
    found = {each.n_groups: each for each in divisions(n_groups * size, size, n_rounds)}
    assert found[n_groups].repeats == repeats(mixing(n_groups, size, n_rounds))[0]


def test_no_plan_of_a_small_division_repeats_fewer_or_meets_more():
    (division,) = [each for each in divisions(4, 2, 3) if each.n_groups == 2]
    ways = [np.array(each) for each in product(range(2), repeat=4) if sum(each) == 2]
    plans = [meetings(np.stack(rounds)) for rounds in product(ways, repeat=3)]
    repeated = [int(np.maximum(np.triu(met, 1) - 1, 0).sum()) for met in plans]
    together = [int((np.triu(met, 1) > 0).sum()) for met in plans]
    assert min(repeated) == division.repeats
    assert max(together) == division.met
    assert division.rounds_to_meet_all == 3


@pytest.mark.parametrize(
    "asked", [(0, 1, 1), (1, 1, 1), (10, 0, 1), (10, 11, 1), (10, 2, 0), (10**9, 5, 1), (9, -3, 1)]
)
def test_divisions_that_make_no_sense_are_refused(asked):
    with pytest.raises(OgpError):
        divisions(*asked)


@pytest.mark.parametrize("n_people", range(2, 40))
def test_sizes_of_a_division_add_up_and_differ_by_one(n_people):
    for size in range(1, n_people + 1):
        for each in divisions(n_people, size, 3):
            assert sum(each.sizes) == n_people
            assert max(each.sizes) - min(each.sizes) <= 1
            assert 0 <= each.repeats <= each.meetings

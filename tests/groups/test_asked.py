"""Whom a criterion means: conditions, names as people type them, zones, languages of groups."""

import datetime as dt

import numpy as np
import pytest

from ogpworkshop.groups.asked import Asked, MisaskedError
from ogpworkshop.groups.criteria.language import _Choice
from ogpworkshop.groups.criteria.zones import Zones, minutes_ahead
from ogpworkshop.groups.problem import Wish, seated
from ogpworkshop.groups.whom import whom
from ogpworkshop.model.path import ROOT
from ogpworkshop.model.written import Criterion
from ogpworkshop.read.roster import read_roster

ROSTER = """\
id,name,country,role,experience,languages,wishes
p1,José Núñez,Peru,expert,3,Spanish; English,Ms. Bo Rai
p2,Bo  Rai,Nepal,participant,9.5,Nepali; English,jose nunez
p3,Chi Lam,India,expert,12,Hindi,p9
p4,Bo Rai,Peru,,20,,p3
p9,Ana Cruz,Peru,participant,1,Spanish,
"""


def asked(name="need", roster=ROSTER, absent=(), **criterion):
    read = read_roster(roster.encode(), "participants.csv")[0]
    people = tuple(person for person in read.participants if person.id not in absent)
    gone = tuple(person for person in read.participants if person.id in absent)
    return Asked(name, Criterion(**criterion), ROOT, read.columns, people, (0,), (), absent=gone)


CONDITIONS = [
    ({"role": "expert"}, [1, 0, 1, 0, 0]),
    ({"role": "EXPERT", "country": "Peru"}, [1, 0, 0, 0, 0]),
    ({"country": ["Peru", "Nepal"]}, [1, 1, 0, 1, 1]),
    ({"country": "not Peru"}, [0, 1, 1, 0, 0]),
    ({"country": ["not Peru", "not Nepal"]}, [0, 0, 1, 0, 0]),
    ({"languages": ["English", "not Nepali"]}, [1, 0, 0, 0, 0]),
    ({"languages": "empty"}, [0, 0, 0, 1, 0]),
    ({"role": "not empty"}, [1, 1, 1, 0, 1]),
    ({"experience": "9.5 or more"}, [0, 1, 1, 1, 0]),
    ({"experience": "> 9.5"}, [0, 0, 1, 1, 0]),
    ({"experience": "3-12"}, [1, 1, 1, 0, 0]),
    ({"experience": ["up to 3", "20+"]}, [1, 0, 0, 1, 1]),
    ({"any": [{"role": "expert"}, {"country": "Nepal"}]}, [1, 1, 1, 0, 0]),
    ({"not": {"role": "expert", "country": "Peru"}}, [0, 1, 1, 1, 1]),
    ({"not": [{"role": "expert"}, {"country": "Nepal"}]}, [0, 0, 0, 1, 1]),
    (
        {"all": [{"any": [{"role": "expert"}, {"role": "empty"}]}, {"country": "Peru"}]},
        [1, 0, 0, 1, 0],
    ),
    ({"country": "Peru", "not": {"experience": "up to 2"}}, [1, 0, 0, 1, 0]),
]


@pytest.mark.parametrize(("condition", "expected"), CONDITIONS)
def test_a_condition_holds_of_those_of_whom_it_says_so(condition, expected):
    assert whom(asked(), condition)[0].astype(int).tolist() == expected


def test_names_are_found_whatever_their_accents_capitals_points_and_spaces():
    assert asked("together").ids(["JOSE NUNEZ", "Chi Lam."]) == (0, 2)


def test_a_name_that_two_people_have_is_not_guessed():
    with pytest.raises(MisaskedError, match="Several people are called “Bo Rai”"):
        asked("together").ids(["Bo Rai", "p1"])
    assert asked("together").ids(["p4", "p1"]) == (3, 0)


def test_a_wish_for_somebody_who_has_cancelled_is_passed_over():
    roster = ROSTER.replace("Ms. Bo Rai", "").replace("p4,Bo Rai", "p4,Dede Ayu")
    names = asked("friends", roster, absent=("p9",), friends="wishes").named("wishes")
    assert names.tolist() == [[0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 1, 0]]


def test_what_was_asked_of_somebody_who_has_cancelled_is_no_mistake():
    left = asked("together", absent=("p3",))
    assert left.ids(["p1", "p3"]) == (0,)
    assert not whom(left, {"languages": "Hindi"})[0].any()
    with pytest.raises(MisaskedError):
        whom(left, {"languages": "Hindu"})


def test_all_misspelt_names_are_told_with_what_may_be_meant():
    roster = ROSTER.replace("Ms. Bo Rai", "Chi Lamm").replace("jose nunez", "Ana Crux")
    with pytest.raises(MisaskedError) as caught:
        asked("friends", roster, friends="wishes").named("wishes")
    assert "“Chi Lamm” in “wishes” of José Núñez" in caught.value.fault.message
    assert "1 more like it" in caught.value.fault.message
    assert caught.value.fault.label == "perhaps Chi Lamm: Chi Lam?, Ana Crux: Ana Cruz?"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("UTC", 0), ("UTC+7", 420), ("+05:45", 345), ("GMT-3", -180), ("-3,5", -210), ("+0530", 330),
        ("Asia/Manila", 480), ("Europe/Paris", 120), ("America/New York", -240), ("UTC+25", None),
        ("Manila time", None), ("5.5", 330), ("−8", -480),
    ],
)  # fmt: skip
def test_zones_are_read_as_people_write_them(text, minutes):
    assert minutes_ahead(text, dt.date(2026, 8, 7)) == minutes


def test_clocks_around_the_date_line_are_near_each_other():
    offsets = np.array([12 * 60, -11 * 60, 0])
    zones = Zones(Wish("zones"), offsets, np.ones(3, bool), 2)
    assert zones.beyond.tolist() == [[0, 0, 10], [0, 0, 9], [10, 9, 0]]


def test_a_group_takes_another_language_only_where_somebody_needs_it():
    members = np.array([[1, 0]] * 6 + [[1, 1]] * 2 + [[0, 1]] * 2)
    round_ = seated("r", np.ones(10, bool), 3)
    spoken, is_best = _Choice(members, round_).best()
    assert spoken.tolist() == [0, 0, 1]
    assert is_best
    assert _Choice(members[:8], seated("r", np.ones(8, bool), 2)).best()[0].tolist() == [0, 0]

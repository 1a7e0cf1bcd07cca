"""What went wrong in other tools for groups; a test for each, so that it does not here."""

import csv
import re
from io import BytesIO, StringIO
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ogpworkshop.cli.grouping import write_plan
from ogpworkshop.errors import OgpError
from ogpworkshop.groups import (
    Problem,
    Steps,
    Wish,
    assign,
    assign_rows,
    check,
    diverse,
    repair,
    seated,
    solve,
    unmet,
    whereabouts,
)
from ogpworkshop.groups.chains import start
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.kinds import Kinds
from ogpworkshop.groups.picture import picture
from ogpworkshop.groups.score import is_complete
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
from ogpworkshop.write import lists, zoom

PEOPLE = "id,name,email,skill,years\n" + "".join(
    f"p{i:02},Person {i},p{i}@example.org,{'xyz'[i % 3]},{i}\n" for i in range(1, 15)
)


def agenda_of(*breakouts: str) -> Agenda:
    sessions = "".join(
        f"      - {{time: '{9 + k:02}:00-{9 + k:02}:50', title: Round {k}, id: r{k}, breakouts: {each}}}\n"
        for k, each in enumerate(breakouts)
    )
    text = f"workshop: {{title: Day}}\ndays:\n  - sessions:\n{sessions}"
    return read_agenda(text.encode(), "agenda.yaml")[0]


def workshop(*breakouts: str, roster: str = PEOPLE):
    return agenda_of(*breakouts), read_roster(roster.encode(), "participants.csv")[0]


@given(st.integers(1, 40), st.integers(1, 12), st.integers(0, 10**6))
def test_chance_never_names_a_group_or_a_person_beyond_the_last(n_people, n_groups, seed):
    # socialroulette: a random index one past the end
    round_ = seated("r", np.ones(n_people, dtype=bool), min(n_groups, n_people))
    problem = Problem(tuple(map(str, range(n_people))), (round_,))
    assert is_complete(problem, start(problem, Chance(seed)))
    orders = Chance(seed).orders(3, n_people)
    assert (np.sort(orders, axis=1) == np.arange(n_people)).all()


def test_gains_below_one_count():
    # anticlust: gains cut to whole numbers in one step of its search
    distances = np.array(
        [[0.0, 0.1, 0.2, 0.9], [0.1, 0, 0.9, 0.3], [0.2, 0.9, 0, 0.1], [0.9, 0.3, 0.1, 0]]
    )
    best = max(distances[a, b] + distances[c, d] for a, b, c, d in permutations(range(4)))
    for seed in range(5):
        assert diverse(distances, [2, 2], seed, Steps(20)).diversity == pytest.approx(best)
    # and of a column whose numbers differ by hundredths
    rows = [{"id": str(i), "grade": f"1.0{i}"} for i in range(6)]
    done = assign_rows(rows, 3, balance="grade", effort="quick")
    sums = {sum(int(row["id"]) for row in group) for group in done.groups()}
    assert sums == {5}


def test_one_group_is_no_less_than_several():
    # gruepr 13.0.2: ended at once with one team
    breakout = "{groups: 1, criteria: [{spread: skill}, {meet: new}, {balance: years}]}"
    agenda, roster = workshop(breakout, breakout)
    plan, report = assign(agenda, roster, effort="quick")
    assert report.is_optimal
    assert check(agenda, roster, plan).is_sound
    assert repair(agenda, roster, plan, away=["p01"]).chosen.moved == 0
    assert unmet(agenda, roster, plan) == ()
    assert whereabouts(agenda, roster, plan, "p02")[0].exchanges == ()
    assert picture(agenda, roster, plan).is_sound


@pytest.mark.parametrize("cell", ["3.5", '"3,5"', "4.0", "-2", ""])
def test_numbers_with_a_fraction_are_numbers(cell):
    # HT 2.0.3: ended with a fraction in the CSV
    roster = PEOPLE.replace("Person 3,p3@example.org,x,3", f"Person 3,p3@example.org,x,{cell}")
    assert cell in roster
    _, report = assign(
        *workshop("{groups: 3, criteria: [{balance: years}]}", roster=roster), effort="quick"
    )
    assert "means from" in report.scores[0].sentences[0]


def test_more_than_a_quarter_of_a_million_people_are_divided():
    # anticlust, issue 50: ended above 250,000 rows
    n_people, n_groups = 250_001, 12_500
    kinds = Kinds("letter", ("a", "b"), np.eye(2, dtype=np.int64)[np.arange(n_people) % 2])
    round_ = seated("r", np.ones(n_people, dtype=bool), n_groups)
    names = tuple(map(str, range(n_people)))
    problem = Problem(names, (round_,), (Spread(Wish("spread letter"), kinds),))
    found = solve(problem, 0, Steps(1))
    assert is_complete(problem, found.plan)


@pytest.mark.parametrize("nothing", [None, "", float("nan")])
def test_values_that_are_not_known_stand_in_no_groups_way(nothing):
    # anticlust, issue 49: refused columns with gaps
    rows = [
        {"id": i, "team": nothing if i % 4 else "a", "age": nothing if i % 3 else i}
        for i in range(12)
    ]
    done = assign_rows(rows, 3, spread="team", balance="age", never_alone="team", effort="quick")
    assert sum(map(len, done.groups())) == 12
    assert {score.title for score in done.report.scores} == {
        "spread team", "balance age", "never alone team",
    }  # fmt: skip


@pytest.mark.parametrize(("n_groups", "n_rounds"), [(5, 2), (2, 6)])
def test_all_rounds_and_all_groups_are_handed_over(n_groups, n_rounds):
    # GEG, pull request 7: as many groups exported as there were rounds
    agenda, roster = workshop(*[f"{{groups: {n_groups}, criteria: [{{meet: new}}]}}"] * n_rounds)
    plan, _ = assign(agenda, roster, effort="quick")
    files = zoom.preassignments(plan, roster)
    assert len(files) == n_rounds
    for each in files:
        rooms, addresses = zip(*csv.reader(StringIO(each.content.decode())), strict=True)
        assert (len(set(addresses[1:])), len(set(rooms[1:]))) == (14, n_groups)
    book = load_workbook(BytesIO(lists.groups_xlsx(agenda, roster, plan)))
    assert len(book.sheetnames) == 1 + n_rounds
    for sheet in book:
        text = " ".join(str(cell) for row in sheet.values for cell in row)
        assert all(f"Person {i}" in text for i in range(1, 15))
    people = list(csv.DictReader(StringIO(lists.people_csv(agenda, roster, plan).decode())))
    assert len(people) == 14


@pytest.mark.parametrize("sizes", ["4+", "about 4", "4-", "[4+]"])
def test_a_size_that_is_not_understood_is_no_size(sizes):
    # GroupEng: "4+" gave 21 groups of 5 for 105 people, and said nothing
    written = sizes if sizes.startswith("[") else f"'{sizes}'"
    with pytest.raises(OgpError, match="is not the size of a group") as refused:
        assign(*workshop(f"{{groups: 3, sizes: {written}}}"), effort="quick")
    assert "6-9" in refused.value.remedy


def test_two_runs_in_one_second_leave_both_plans(tmp_path):
    # GroupEng: two runs in the same second wrote into one folder
    agenda, roster = workshop("{groups: 3}")
    target = tmp_path / "groups.csv"
    plans = [assign(agenda, roster, seed=seed, effort="quick")[0] for seed in (1, 2)]
    assert plans[0] != plans[1]
    for plan in plans:
        assert write_plan(plan, target, force=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["groups.csv", "groups.previous.csv"]
    assert target.read_bytes() != (tmp_path / "groups.previous.csv").read_bytes()


@pytest.mark.parametrize("n_groups", range(1, 15))
def test_any_number_of_groups_is_as_good_as_a_power_of_two(n_groups):
    # GatorGrouper: splits into 2, 4, 8 groups alone. BBB, issue 13414: a room of 8 and one of 1
    plan, report = assign(
        *workshop(f"{{groups: {n_groups}, criteria: [{{spread: skill}}]}}"), effort="quick"
    )
    sizes = np.bincount([row.group for row in plan.placements])[1:]
    assert len(sizes) == n_groups
    assert sizes.max() - sizes.min() <= 1
    assert report.scores[0].is_optimal


@pytest.mark.parametrize(
    ("criterion", "word"),
    [
        ("{spread: skill, value: y}", "value"),
        ("{need: {skill: y}, atleast: 2}", "atleast"),
        ("{spread: skill, at_most: 2}", "at_most"),
        ("{values: [y], spread: skill}", "values"),
    ],
)
def test_a_word_that_says_nothing_is_not_passed_over(criterion, word):
    # GroupEng: “value : y” where “values : y” was meant spread all values
    with pytest.raises(OgpError, match=re.escape(f"“{word}”")):
        assign(*workshop(f"{{groups: 3, criteria: [{criterion}]}}"), effort="quick")


def test_groups_that_stand_are_not_lost_when_something_goes_wrong_later(tmp_path, ogp):
    # iPeer, issue 669: groups lost on leaving the page
    (tmp_path / "participants.csv").write_text(PEOPLE)
    agenda = tmp_path / "agenda.yaml"
    good = "days: [{sessions: [{time: '9:00-10:00', title: Talks, breakouts: {groups: 3}}]}]"
    agenda.write_text(good)
    assert ogp("groups", "assign", "--effort", "quick").returncode == 0
    edited = (tmp_path / "groups.csv").read_text().replace("p01,Person 1,", "p01,Person 1,scribe")
    assert edited != (tmp_path / "groups.csv").read_text()
    (tmp_path / "groups.csv").write_text(edited)
    agenda.write_text(good.replace("groups: 3", "groups: 30"))
    assert ogp("groups", "assign", "--effort", "quick").returncode == 2
    assert (tmp_path / "groups.csv").read_text() == edited
    agenda.write_text(good.replace("groups: 3", "groups: 4"))
    assert ogp("groups", "assign", "--effort", "quick").returncode == 0
    assert (tmp_path / "groups.previous.csv").read_text() == edited

from pathlib import Path

import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.groups import assign, check, faults, mixing
from ogpworkshop.groups.assign import steps
from ogpworkshop.groups.earlier import met_before
from ogpworkshop.groups.rounds import lay_out
from ogpworkshop.model.path import ROSTER as PEOPLE
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.earlier import read_earlier
from ogpworkshop.read.roster import read_roster

DATA = Path(__file__).parents[2] / "data"

AGENDA = """
workshop: {{title: A workshop}}
rooms:
  a: {{name: Room A, seats: 6}}
  b: {{name: Room B, seats: {seats}}}
days:
  - date: 2017-08-07
    title: Day 1
    sessions:
      - time: 09:00-10:00
        title: First talks
        id: first
        breakouts: {{groups: {groups}, rooms: [{rooms}], topics: [{topics}], criteria: [{criteria}]}}
  - date: 2017-08-08
    title: Day 2
    sessions:
      - time: 09:00-10:00
        title: Second talks
        id: second
        continues: {continues}
        breakouts: {second}
"""
ROSTER = "id,name,country,age,tag,days,status\n" + "".join(
    f"p{i:02},Person {i},{['PK', 'MN', 'LK'][i % 3]},{20 + i},{'x; y' if i % 2 else 'y'},,confirmed\n"
    for i in range(1, 11)
)
SECOND = "{groups: 2, criteria: [{meet: new}]}"


def workshop(roster=ROSTER, **words):
    base = {"seats": 6, "groups": 2, "rooms": "", "topics": "", "criteria": "{spread: country}"}
    base |= {"continues": "null", "second": SECOND} | words
    agenda = read_agenda(AGENDA.format(**base).encode(), "agenda.yaml")[0]
    return agenda, read_roster(roster.encode(), "participants.csv")[0]


def groups_of(plan, session):
    return {row.participant: row.group for row in plan.placements if row.session == session}


def test_the_founding_workshop_has_groups_for_every_breakout():
    agenda = read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    plan, report = assign(agenda, roster, seed=1, effort="quick")
    assert {row.session for row in plan.placements} == {b.session.id for b in agenda.breakouts}
    assert report.is_sound, report.verdict
    again = check(agenda, roster, plan)
    assert again.scores == report.scores
    assert again.meetings == report.meetings
    assert not again.faults
    assert assign(agenda, roster, seed=1, effort="quick")[0] == plan


def test_rows_are_sorted_by_session_group_and_person():
    plan, _ = assign(*workshop(), effort="quick")
    keys = [(row.round, row.group, row.participant) for row in plan.placements]
    assert keys == sorted(keys)
    assert len(keys) == 20
    assert [str(row.path) for row in plan.placements[:2]] == ["placements[0]", "placements[1]"]


def test_a_continued_session_keeps_groups_and_topics_and_is_met_once():
    words = {"continues": "first", "topics": "Water, Health", "second": "null"}
    plan, report = assign(*workshop(**words), effort="quick")
    assert groups_of(plan, "first") == groups_of(plan, "second")
    assert {row.round for row in plan.placements} == {1}
    assert {row.topic for row in plan.placements if row.session == "second"} == {"Water", "Health"}
    assert report.meetings.most == 1


def test_people_come_on_their_days_only():
    roster = ROSTER.replace("Person 3,PK,23,x; y,,", "Person 3,PK,23,x; y,2,")
    roster = roster.replace("Person 4,MN,24,y,,", "Person 4,MN,24,y,2017-08-07,")
    roster = roster.replace("Person 5,LK,25,x; y,,", "Person 5,LK,25,x; y,all,")
    plan, report = assign(*workshop(roster), effort="quick")
    first, second = groups_of(plan, "first"), groups_of(plan, "second")
    assert "p03" not in first
    assert "p03" in second
    assert "p04" in first
    assert "p04" not in second
    assert "p05" in first
    assert "p05" in second
    assert report.is_sound


def test_people_who_cancelled_have_no_group():
    plan, _ = assign(
        *workshop(ROSTER.replace("x; y,,confirmed", "x; y,,cancelled")), effort="quick"
    )
    assert set(groups_of(plan, "first")) == {"p02", "p04", "p06", "p08", "p10"}


def test_a_smaller_room_gets_fewer_people():
    plan, report = assign(*workshop(seats=4, rooms="a, b"), effort="quick")
    sizes = sorted(list(groups_of(plan, "first").values()).count(group) for group in (1, 2))
    assert sizes == [4, 6]
    assert report.is_sound


WRONG = {
    "{spread: contry}": "The roster has no column “contry”",
    "{balance: country}": "“country” is to be balanced, but “MN” of Person 1 is not a number",
    "{need: {country: XX}, at_least: 1}": "Nobody who takes part has “XX” in “country”",
    "{together: [p01, p99]}": "Nobody who takes part has the id “p99”",
    "{together: [p01]}": "“together” needs two people or more",
    "{prefer: country}": "No wish in “country” is the name of a topic or a group",
    "{together: [[p01, p02], p03]}": "“p03” stands beside lists of ids in “together”",
    "{apart: [[p01, p02], [p01]]}": "“apart” needs two people or more",
    "{friends: country}": "“MN” in “country” of Person 1 is nobody who takes part, and 9 more like it",
    "{need: {country: []}}": "No value is given for “country”",
    "{need: {age: 40 or more}}": "Nobody who takes part is of age “40 or more”",
    "{need: {country: [PK, XX]}}": "Nobody who takes part has “XX” in “country”",
    "{need: {country: PK, tag: not y}}": "Nobody who takes part is of country “PK”, tag “not y”",
    "{never_alone: sex}": "The roster has no column “sex”",
    "{spread: days}": "Nobody in the roster has a value in “days”",
    "{spread: country, gather: country}": "A criterion has to name one wish, this names gather and spread",
    "{need: {country: PK}, at_least: 9, must: true}": "“need country “PK”” must hold and cannot: 3 people of country “PK” for 2 groups: at most 0 groups can have 9",
    "{need: {country: PK}, at_least: 3, at_most: 1}": "at least 3 and at most 1 cannot both hold",
    "{together: country, must: true}": "“together country” must hold and cannot: no groups of “First talks” with their sizes keep to it",
    "{together: [p01, p02, p04], must: true}, {apart: [p01, p04], must: true}": "“together Person 1, Person 2 and Person 4” and “apart Person 1 and Person 4” cannot hold together in “First talks”: Person 1 and Person 4 would have to be together and apart",
    "{together: [p01, p02, p03, p04], must: true}, {together: [p04, p05, p06], must: true}": "“together Person 1, Person 2, Person 3 and Person 4” and “together Person 4, Person 5 and Person 6” cannot hold together in “First talks”: they bind 6 people together, the largest group takes 5",
}


@pytest.mark.parametrize(("criteria", "message"), WRONG.items())
def test_what_cannot_be_understood_is_said_before_the_search(criteria, message):
    agenda, roster = workshop(criteria=criteria)
    found = faults(agenda, roster)
    assert message in [fault.message for fault in found]
    assert str(found[0].place.path).startswith("days[0].sessions[0].breakouts.criteria[")
    with pytest.raises(OgpError) as error:
        assign(agenda, roster)
    assert message in error.value.message


def test_a_misspelt_column_is_guessed():
    fault = faults(*workshop(criteria="{spread: contry}"))[0]
    assert (fault.label, fault.instead) == ("did you mean country?", "country")


def test_rooms_with_too_few_seats_are_said():
    found = faults(*workshop(seats=2, rooms="a, b"))
    message = "The rooms of “First talks” have 8 seats, but 10 people take part"
    assert [fault.message for fault in found] == [message]


def test_more_groups_than_people_are_said():
    found = faults(*workshop(groups=11))
    assert found[0].message == "“First talks” has 11 groups, but only 10 people take part"


@pytest.mark.parametrize("n_people", [0, 1, 2])
def test_very_short_rosters_end_in_words_or_in_groups(n_people):
    roster = "\n".join(ROSTER.splitlines()[: n_people + 1]) + "\n"
    second = "{groups: 1, criteria: []}"
    agenda, people = workshop(roster, groups=1, criteria="", second=second)
    if n_people == 0:
        with pytest.raises(OgpError, match="Nobody in the roster comes"):
            assign(agenda, people)
    else:
        assert len(assign(agenda, people)[0].placements) == 2 * n_people


def test_a_roster_with_one_id_twice_is_refused():
    found = faults(*workshop(ROSTER + "p01,Another,PK,5,x,,\n"))
    assert found[0].message == "“p01” stands for Person 1 and for Another"


def test_a_day_that_the_agenda_does_not_have_is_said():
    found = faults(*workshop(ROSTER.replace("Person 3,PK,23,x; y,,", "Person 3,PK,23,x; y,7,")))
    assert found[0].message == "“7” of Person 3 is no day of the agenda"
    assert str(found[0].place.path) == "participants[2].days"


def test_kept_placements_stay_and_the_rest_is_found_around_them():
    agenda, roster = workshop()
    plan, _ = assign(agenda, roster, effort="quick")
    kept = GroupPlan(plan.placements[:7])
    again, report = assign(agenda, roster, seed=5, effort="quick", keep=kept)
    assert report.is_sound
    for row in kept.placements:
        assert groups_of(again, row.session)[row.participant] == row.group


def edited(plan, position, **changes):
    rows = list(plan.placements)
    row = {f: getattr(rows[position], f) for f in rows[position].__struct_fields__} | changes
    rows[position] = type(rows[position])(**row)
    return GroupPlan(tuple(rows))


EDITS = [
    ({"participant": "p99"}, "Nobody who comes has the id “p99”", "placements[0].participant"),
    ({"session": "frist"}, "“frist” is no session with groups", "placements[0].session"),
    ({"group": 3}, "“First talks” has no group 3, its groups are 1 to 2", "placements[0].group"),
]


@pytest.mark.parametrize(("change", "message", "path"), EDITS)
def test_an_edit_that_names_nothing_is_found_at_its_row(change, message, path):
    agenda, roster = workshop()
    plan, _ = assign(agenda, roster, effort="quick")
    report = check(agenda, roster, edited(plan, 0, **change))
    found = {fault.message: str(fault.place.path) for fault in report.faults}
    assert found[message] == path
    assert not report.is_sound
    assert report.verdict == "not a complete plan"


def test_somebody_in_two_groups_and_groups_of_wrong_size_are_found():
    agenda, roster = workshop()
    plan, _ = assign(agenda, roster, effort="quick")
    first = plan.placements[0]
    twice = edited(plan, 9, participant=first.participant)
    kinds = [fault.kind for fault in check(agenda, roster, twice).faults]
    assert kinds.count("group-person-twice") == 1
    moved = check(agenda, roster, edited(plan, 0, group=2))
    messages = [fault.message for fault in moved.faults]
    assert "Group 1 of “First talks” has 4 people, its share is 5" in messages
    assert "Group 2 of “First talks” has 6 people, its share is 5" in messages


def test_a_plan_from_another_roster_is_scored_as_far_as_it_goes():
    agenda, roster = workshop()
    report = check(agenda, roster, GroupPlan())
    messages = [fault.message for fault in report.faults]
    assert messages == [
        f"The plan has no groups for “{name} talks”" for name in ("First", "Second")
    ]
    assert not report.is_optimal


NEEDED = [
    ("{age: 25-27}", {5, 6, 7}),
    ("{age: 28 or more}", {8, 9, 10}),
    ("{age: ≤ 22}", {1, 2}),
    ('{age: "> 28"}', {9, 10}),
    ("{country: [PK, LK]}", {2, 3, 5, 6, 8, 9}),
    ("{country: not MN}", {2, 3, 5, 6, 8, 9}),
    ("{country: PK, age: up to 25}", {3}),
    ("{tag: x}", {1, 3, 5, 7, 9}),
    ("{tag: not x}", {2, 4, 6, 8, 10}),
]


@pytest.mark.parametrize(("need", "people"), NEEDED)
def test_people_who_are_needed_are_told_by_values_lists_ranges_and_not(need, people):
    layout = lay_out(*workshop(criteria=f"{{need: {need}}}"))
    assert not layout.faults
    need = next(each for each in layout.problem.criteria if each.wish.title.startswith("need"))
    assert {int(i) + 1 for i in need.members.nonzero()[0]} == people


def test_several_sets_are_kept_apart_and_together():
    sets = "[[p01, p02], [p03, p04]]"
    criteria = f"{{apart: {sets}, must: true}}, {{together: [[p05, p06], [p07, p08]], must: true}}"
    plan, report = assign(*workshop(criteria=criteria), effort="quick")
    assert report.is_sound
    places = groups_of(plan, "first")
    assert places["p01"] != places["p02"]
    assert places["p03"] != places["p04"]
    assert places["p05"] == places["p06"]
    assert places["p07"] == places["p08"]
    titles = [score.title for score in report.scores]
    assert "apart Person 1 and Person 2 and 1 more" in titles


def test_friends_meet_foes_do_not_and_nobody_is_alone():
    header, *lines = ROSTER.splitlines()
    women = {4, 6, 7, 8}
    wishes = {1: ("p02; Person 3", ""), 4: ("", "p05"), 5: ("p04", "")}
    rows = [
        f"{line},{wishes.get(i, ('', ''))[0]},{wishes.get(i, ('', ''))[1]},{'w' if i in women else 'm'}"
        for i, line in enumerate(lines, 1)
    ]
    roster = "\n".join([f"{header},with,without,sex", *rows]) + "\n"
    criteria = "{friends: with}, {foes: without, must: true}, {never_alone: sex, must: true}"
    plan, report = assign(*workshop(roster, criteria=criteria), effort="quick")
    assert report.is_sound
    places = groups_of(plan, "first")
    assert places["p01"] == places["p02"] == places["p03"]
    assert places["p04"] != places["p05"]
    assert {[places[f"p{i:02}"] for i in women].count(group) for group in (1, 2)} == {2}
    missed = next(score for score in report.scores if score.title == "friends with")
    assert missed.sentences == ("Person 5 is with 0 of the 1 people named in “First talks”",)


def test_people_who_met_at_an_earlier_workshop_are_kept_apart():
    agenda, roster = workshop(criteria="{meet: new}", second="{groups: 1, criteria: []}")
    spring, _ = assign(agenda, roster, seed=3, effort="quick")
    first = GroupPlan(tuple(row for row in spring.placements if row.session == "first"))
    plan, report = assign(agenda, roster, effort="quick", history=[first])
    met = {
        (a, b)
        for a, b in pairs(first)
        if groups_of(plan, "first")[a] == groups_of(plan, "first")[b]
    }
    assert len(met) == 8  # groups of five, parted two to three
    assert "met at an earlier workshop and meet again" in report.scores[0].sentences[0]
    assert check(agenda, roster, plan, [first]).scores == report.scores
    assert check(agenda, roster, plan).scores[0].cost < report.scores[0].cost


def pairs(plan):
    groups = groups_of(plan, "first")
    return [(a, b) for a in groups for b in groups if a < b and groups[a] == groups[b]]


def test_earlier_meetings_of_a_session_and_its_continuation_count_once():
    plan, _ = assign(*workshop(continues="first", second="null"), effort="quick")
    people = [person(f"p{i:02}", f"Person {i}") for i in range(1, 11)]
    assert met_before(people, [plan])[0].max() == 1
    assert met_before(people, [plan, plan])[0].max() == 2
    assert met_before([people[0], person("stranger", "Stranger")], [plan])[0].sum() == 0


def person(ref, name):
    return Participant(PEOPLE, ref, name, {})


TEAMS = [("p01 p02", "p03 p04"), ("p01 p03", "p02 p04"), ("p01 p04", "p02 p03")]
COFFEE = """
days: [{sessions: [{time: 09:00-10:00, title: Coffee, breakouts: {groups: 2, criteria: [{meet: new}]}}]}]
"""


def coffees(days, *, name=""):
    """A table of earlier groups, each pair of teams on its day; people by id or by name."""
    rows = ["date,group,who" if name else "date,group,participant"]
    for day, teams in zip(days, TEAMS, strict=True):
        for colour, team in zip(("red", "blue"), teams, strict=True):
            rows += [f"{day},{colour},{name}{ref}" for ref in team.split()]
    return "\n".join(rows).replace("who", "name").encode()


@pytest.mark.parametrize("first", [0, 1, 2])
@pytest.mark.parametrize("name", ["", "Ms. "])
def test_those_who_met_longest_ago_meet_again_first(first, name):
    days = ["14 May 2026", "2026-06-11", "2026-07-09"]
    days = days[-first:] + days[:-first] if first else days
    earlier, _ = read_earlier(coffees(days, name=name), "coffee.csv")
    assert not earlier.faults
    people = tuple(person(f"p0{i}", f"Ms p0{i}") for i in range(1, 5))
    agenda, roster = read_agenda(COFFEE.encode(), "a")[0], Roster(("id", "name"), people)
    oldest = TEAMS[days.index("14 May 2026")][0].split()
    for seed in range(3):
        plan, report = assign(agenda, roster, seed=seed, effort="quick", history=[earlier])
        groups = groups_of(plan, "coffee")
        assert groups[oldest[0]] == groups[oldest[1]]
        assert report.scores[0].cost == 2
        (again,) = report.scores[0].sentences
        assert "met on 2026-05-14 and meet again, as 1 other pair does" in again


def test_earlier_groups_that_would_count_for_nothing_are_refused():
    earlier, _ = read_earlier(b"group,id\n1,p01\n1,p02\n", "old.csv")
    for criteria in ("{spread: country}", "{meet: new, sessions: [first]}"):
        agenda, roster = workshop(criteria=criteria, second="{groups: 2, criteria: []}")
        with pytest.raises(OgpError, match="neither is asked of all sessions"):
            assign(agenda, roster, effort="quick", history=[earlier])


def test_earlier_groups_of_strangers_are_refused():
    earlier, _ = read_earlier(b"group,name\n1,Nobody Known\n1,Somebody Else\n", "old.csv")
    with pytest.raises(OgpError, match="Nobody who comes was in the earlier groups"):
        assign(*workshop(criteria="{meet: new}"), effort="quick", history=[earlier])


SIZED = """
days:
  - sessions:
      - {{time: 09:00-10:00, title: First talks, id: first, breakouts: {{sizes: {sizes}{more}}}}}
"""


def sized(sizes, more=", groups: 3"):
    agenda = read_agenda(SIZED.format(sizes=sizes, more=more).encode(), "agenda.yaml")[0]
    return agenda, read_roster(ROSTER.encode(), "participants.csv")[0]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ("[5, 3, 2]", [5, 3, 2]),
        ("[6, 1-2, 2-3]", [6, 2, 2]),
        ("3-4", [4, 3, 3]),
        ("[8, 2]", [8, 2]),
    ],
)
def test_groups_have_the_sizes_that_are_written(sizes, expected):
    more = "" if sizes == "[8, 2]" else ", groups: 3"
    plan, report = assign(*sized(sizes, more), effort="quick")
    places = list(groups_of(plan, "first").values())
    found = [places.count(g) for g in range(1, len(expected) + 1)]
    assert report.is_sound
    if sizes == "[6, 1-2, 2-3]":
        assert (found[0], sum(found)) == (6, 10)
    else:
        assert sorted(found) == sorted(expected)


WRONG_SIZES = {
    "[5, 3, 1]": "The sizes of “First talks” are for 9 to 9 people, but 10 people take part",
    "[5, 5]": "“First talks” has 3 groups, but sizes for 2",
    "few": "“few” is not the size of a group",
    "9-3": "The sizes of “First talks” are for 27 to 9 people, but 10 people take part",
}


@pytest.mark.parametrize(("sizes", "message"), WRONG_SIZES.items())
def test_sizes_that_cannot_be_are_said(sizes, message):
    found = faults(*sized(sizes))
    assert message in [fault.message for fault in found]
    assert str(found[0].place.path) == "days[0].sessions[0].breakouts.sizes"


def test_a_search_among_more_people_may_take_longer():
    few, many = mixing(30, 5, 3, ()), mixing(60, 5, 3, ())
    assert steps(many, "normal") == 2 * steps(few, "normal")

"""Whatever is asked of groups that cannot be: clear words, exit 1 or 2, no traceback, no file."""

import json

import pytest

ROSTER = """\
id,name,country,gender,role,experience,zone,wishes
p1,Ana Cruz,Peru,woman,expert,3,America/Lima,Bo Rai
p2,Bo Rai,Nepal,man,participant,9,Asia/Kathmandu,Ana Cruz
p3,Chi Lam,Nepal,woman,participant,nan,UTC+5,Bo Rai
p4,Dede Ayu,Peru,man,participant,12,+05:30,p1
"""
WRONG = {
    "groups: 2, criteria: [{spread: contry}]": ("no column “contry”", "country?"),
    "groups: 2, criteria: [{language: languages}]": ("no column “languages”",),
    "groups: 2, criteria: [{balance: country}]": ("“Peru” of Ana Cruz is not a number",),
    "groups: 2, criteria: [{balance: experience}]": ("“nan” of Chi Lam is not a number",),
    "groups: 2, criteria: [{spread: country, weight: 1000000000000}]": ("1000000000000", "1 to 10"),
    "groups: 2, criteria: [{spread: country, weight: .inf}]": ("“.inf”", "1 to 10"),
    "groups: 2, criteria: [{spread: country, weight: .nan}]": ("“.nan”", "1 to 10"),
    "groups: 2, criteria: [{need: {role: expert}, value: 1}]": ("“value” is not a key",),
    "groups: 2, criteria: [{need: {role: expert}, at_least: 2, must: true}]": ("1 person of role",),
    "groups: 2, criteria: [{spread: country, must: true}, {gather: country, must: true}]": (
        "“spread country” and “gather country” cannot hold together in “One”",
    ),
    "groups: 2, criteria: [{need: {role: exprt}}]": ("“exprt”", "expert?"),
    "groups: 2, criteria: [{need: {not: {role: exprt}}}]": ("“exprt”", "expert?"),
    "groups: 2, criteria: [{need: {any: expert}}]": ("“any” combines conditions",),
    "groups: 2, criteria: [{need: {role: expert}, exactly: 1, at_most: 2}]": ("“exactly”",),
    "groups: 2, criteria: [{spread: country, at_least: 1}]": ("“at_least” says nothing beside",),
    "groups: 2, criteria: [{spread: country, gather: role}]": ("has to name one wish",),
    "groups: 2, criteria: [{then: [{spread: contry}]}]": ("no column “contry”",),
    "groups: 2, criteria: [{zones: country}]": ("“Peru” in “country” of Ana Cruz is no time zone",),
    "groups: 2, criteria: [{rotate: topics}]": ("have no topics",),
    "groups: 2, criteria: [{rotate: topic}]": ("“topic” is not one of: topics, rooms",),
    "groups: 2, criteria: [{place: {role: expert}, at: [moon]}]": ("“moon” is no group",),
    "groups: 2, criteria: [{place: {role: expert}}]": ("does not say where",),
    "groups: 2, criteria: [{meet: nwe}]": ("neither new nor most", "new?"),
    "groups: 2, criteria: [{meet: new, sessions: [on]}]": ("“on” is no session", "one?"),
    "groups: 2, criteria: [{meet: [p1, p9], at_least: 1}]": ("“p9”",),
    "groups: 2, criteria: [{together: [Ana Cruz, Bo Rui]}]": ("“Bo Rui”", "Bo Rai?"),
    "groups: 2, criteria: [{spread: gender, target: {woman: lots}}]": ("“lots” is no part",),
    "groups: 2, criteria: [{friends: country}]": ("“Peru” in “country” of Ana Cruz is nobody",),
    "groups: 2, criteria: [{together: [p1, p2], must: true}, {apart: [p1, p2], must: true}]": (
        "cannot hold together",
        "Ana Cruz and Bo Rai would have to be together and apart",
    ),
    "groups: 2, criteria: [{together: [p1, p2, p3], must: true}]": ("must hold and cannot",),
    "groups: 5": ("has 5 groups, but only 4 people take part",),
    "groups: 2, sizes: 4+": ("“4+” is not the size of a group",),
    "groups: 1, sizes: 3": ("3 to 3 people, but 4 people", "sit_out"),
    "groups: 2, who: {role: exprt}": ("“exprt”", "expert?"),
    "groups: 2, without: [Bo Rui]": ("“Bo Rui”", "Bo Rai?"),
    "rotates: zero": ("rotates “zero”, no earlier session with groups",),
}


def files(tmp_path, breakouts, roster=ROSTER):
    (tmp_path / "participants.csv").write_text(roster, encoding="utf-8")
    (tmp_path / "agenda.yaml").write_text(
        "workshop: {title: Test}\ndays:\n  - date: 2026-08-07\n    sessions:\n"
        '      - {time: "09:00-10:00", title: One, id: one, kind: group-work,\n'
        f"         breakouts: {{{breakouts}}}}}\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize("breakouts", WRONG)
def test_what_cannot_be_is_refused_in_clear_words(ogp, tmp_path, breakouts):
    files(tmp_path, breakouts)
    done = ogp("groups", "assign", "agenda.yaml")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "groups.csv").exists()
    for words in WRONG[breakouts]:
        assert words in done.stderr


@pytest.mark.parametrize("breakouts", WRONG)
def test_the_check_finds_it_before_groups_are_formed_and_tells_it_once(ogp, tmp_path, breakouts):
    files(tmp_path, breakouts)
    done = ogp("check", "--format", "json")
    assert done.returncode == 1
    found = json.loads(done.stdout)["findings"]
    errors = [each["file"] for each in found if each["severity"] == "error"]
    assert errors.count("agenda.yaml") == 1


def test_rows_of_a_plan_are_checked_although_something_cannot_hold(ogp, tmp_path):
    files(tmp_path, "groups: 2, criteria: [{need: {role: expert}, at_least: 2, must: true}]")
    rows = "session,round,group,participant\none,1,1,p1\none,1,2,p2\none,1,2,p3\n"
    (tmp_path / "groups.csv").write_text(rows, encoding="utf-8")
    done = ogp("check", "--format", "json")
    codes = {each["code"] for each in json.loads(done.stdout)["findings"]}
    assert {"criterion-impossible", "group-person-missing"} <= codes
    assert "group-must-broken" not in codes


def test_what_cannot_be_read_of_the_agenda_costs_a_plan_no_more_than_its_check(ogp, tmp_path):
    files(tmp_path, "groups: 2, criteria: [{rotate: topic}]")
    rows = "session,round,group,participant\none,1,1,p1\none,1,2,p2\none,1,2,p3\n"
    (tmp_path / "groups.csv").write_text(rows, encoding="utf-8")
    done = ogp("check")
    assert done.returncode == 1
    assert "error[value-unknown]" in done.stdout
    assert "fault of ogp" not in done.stderr


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_roster_of_hardly_anybody_gets_groups_or_a_reason(ogp, tmp_path, number):
    head, *rows = ROSTER.splitlines(keepends=True)
    files(tmp_path, "groups: 2, criteria: [{meet: new}]", head + "".join(rows[:number]))
    done = ogp("groups", "assign", "agenda.yaml")
    assert "Traceback" not in done.stderr
    assert done.returncode == (0 if number == 2 else 2)
    if number == 0:
        assert "nobody is in the roster" in done.stderr
    if number == 1:
        assert "has 2 groups, but only 1 person takes part" in done.stderr


def test_two_people_in_one_group_meet_in_every_round(ogp, tmp_path):
    head, *rows = ROSTER.splitlines(keepends=True)
    files(
        tmp_path, "groups: 1, criteria: [{meet: new}, {spread: country}]", head + "".join(rows[:2])
    )
    done = ogp("groups", "assign", "agenda.yaml")
    assert done.returncode == 0
    assert (tmp_path / "groups.csv").read_text(encoding="utf-8").count("\n") == 3


def test_ten_thousand_different_values_are_spread(ogp, tmp_path):
    rows = "".join(
        f"q{i},Person {i},{';'.join(f'v{20 * i + k}' for k in range(20))}\n" for i in range(500)
    )
    files(tmp_path, "groups: 5, criteria: [{spread: country}]", "id,name,country\n" + rows)
    done = ogp("groups", "assign", "agenda.yaml", "--effort", "quick")
    assert done.returncode == 0
    assert "0 points of unevenness (bound 0)  optimal (proven)" in done.stdout


def test_people_of_a_plan_who_have_other_ids_now_are_named(ogp, tmp_path):
    files(tmp_path, "groups: 2")
    assert ogp("groups", "assign", "agenda.yaml").returncode == 0
    files(tmp_path, "groups: 2", ROSTER.replace("\np2", "\nx2"))
    for command, code in (("check", 1), ("explain", 2)):
        done = ogp("groups", command, "agenda.yaml")
        assert done.returncode == code
        assert "Traceback" not in done.stderr
        assert "Nobody who comes has the id “p2”" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "command",
    ["check", "show", "explain", "repair", "report", "render", "export", "assign --keep other.csv"],
)
def test_a_plan_of_another_roster_is_named_as_that(ogp, tmp_path, command):
    files(tmp_path, "groups: 2")
    header = "session,round,group,topic,room,participant,name,role\n"
    rows = "".join(f"one,1,{1 + i % 2},,,z{i:02},Somebody {i},\n" for i in range(6))
    for name in ("groups.csv", "other.csv"):
        (tmp_path / name).write_text(header + rows, encoding="utf-8")
    done = ogp("groups", *command.split())
    assert done.returncode == 2
    assert "nobody in the plan is in the roster" in done.stderr
    assert "Is it the plan of another roster?" in done.stderr
    assert (tmp_path / "groups.csv").read_text(encoding="utf-8") == header + rows


def test_a_group_that_there_is_not_is_no_misspelt_other(ogp, tmp_path):
    files(tmp_path, "groups: 2, criteria: [{place: {country: Nepal}, at: [5]}]")
    done = ogp("groups", "assign")
    assert "“5” is no group, topic or room of the session" in done.stderr
    assert "Groups are 1, 2, group 1, group 2" in done.stderr

"""What the rules for rosters report beyond the examples on their pages."""

import pytest

from ogpworkshop.check.runner import Documents, PlacedFinding, check
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.plan import read_plan
from ogpworkshop.read.roster import read_roster


def findings(text: str, agenda: str = "") -> list[PlacedFinding]:
    documents = Documents(
        agenda=read_agenda(agenda.encode(), "agenda.yaml") if agenda else None,
        roster=read_roster(text.encode(), "people.csv"),
    )
    report = check(documents)
    assert report.crashes == ()
    return [each for each in report.findings if each.spot.file == "people.csv" or agenda]


def codes(text: str, agenda: str = "") -> list[str]:
    return [each.code for each in findings(text, agenda)]


def mended(text: str) -> str:
    """The text after every fix, the last first."""
    edits = [edit for each in findings(text) if each.fix for edit in each.fix.edits]
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_a_finding_says_line_and_column_of_its_cell():
    (found,) = findings('id,name,country\np1,"Cruz,\nMaria",Nepal\np2,Bo,Nepol\n')
    assert (found.code, found.spot.start.line, found.spot.start.column) == ("country-unknown", 4, 7)


def test_of_three_people_with_one_id_two_are_reported_against_the_first():
    found = findings("id,name\np1,A\np1,B\np1,C\n")
    assert [(each.code, each.spot.start.line) for each in found] == [
        ("id-duplicate", 3),
        ("id-duplicate", 4),
    ]
    assert {each.related[0].start.line for each in found} == {2}


def test_people_without_ids_or_addresses_are_no_duplicates():
    assert codes("id,name,email\n,A,\n,B,\n") == ["id-missing", "id-missing"]


def test_addresses_differ_by_more_than_capitals():
    assert codes("id,name,email\n1,A,x@a.org\n2,B,X@A.org\n") == ["email-duplicate"]


@pytest.mark.parametrize(
    "address",
    ["a@b.org", "a.b+c@sub.example.org", "jürgen@müller.example", "x_1@a-b.co.id", "o'neil@a.ie"],
)
def test_addresses_that_people_have_pass(address):
    assert codes(f"id,name,email\n1,A,{address}\n") == []


@pytest.mark.parametrize(
    "address",
    ["a", "a@b", "a@b.", "a@", "a@@b.org", "a b@c.org", "a@b..org", ".a@b.org", "a@b.org;"],
)
def test_what_is_no_address_is_reported(address):
    assert codes(f"id,name,email\n1,A,{address}\n") == ["email-malformed"]


def test_of_two_spellings_of_a_country_the_rarer_is_changed():
    text = "id,name,country\n1,A,Laos\n2,B,Lao PDR\n3,C,Lao PDR\n"
    assert mended(text) == text.replace("Laos", "Lao PDR")


def test_a_column_of_something_else_gets_no_guesses():
    rows = "".join(f"{number},P,Nepal{number}\n" for number in range(300))
    found = findings("id,name,country\n" + rows)
    assert len(found) == 300
    assert not any(each.fix for each in found)


@pytest.mark.parametrize("value", ["+63 917 555 0101", "-", "--", "-5", "+1", "a=b", "—"])
def test_harmless_signs_are_no_formulas(value):
    assert codes(f"id,name,phone\n1,A,{value}\n") == []


@pytest.mark.parametrize("value", ["=1+1", "@SUM(A1)", "+A1", "-2+3+cmd|' /C calc'!A0", "＝1+1"])
def test_formulas_are_reported_and_can_be_disarmed(value):
    text = f"id,name,note\n1,A,{value}\n"
    assert codes(text) == ["formula-cell"]
    assert codes(mended(text)) == []


@pytest.mark.parametrize("status", ["", "Confirmed", "CANCELLED", "canceled", "no-show", "invited"])
def test_known_words_for_coming_and_staying_away_pass(status):
    assert codes(f"id,name,status\n1,A,{status}\n") == []


def test_values_that_differ_in_their_number_are_meant():
    rows = "".join(f"{number},P,team {number // 4 + 1}\n" for number in range(9))
    assert codes("id,name,delegation\n" + rows) == []


def test_a_roster_without_a_header_has_no_other_findings():
    assert codes("p1,Ana,ana@example.org,=1\np1,Bo,bo,\n") == ["header-missing"]


def test_a_missing_column_is_one_finding_and_not_one_for_each_row():
    assert codes("name\nA\nB\n") == ["column-missing"]


AGENDA = """
days:
  - date: 2017-08-07
    sessions:
      - time: 09:00-10:00
        title: Work in groups
        facilitators: [A]
        report_back: true
        breakouts:
          groups: 1
          criteria: [{balance: age}, {need: {roll: expert}, at_least: 1}, {together: [p1, p2]}]
"""


def test_columns_of_criteria_are_looked_for_and_numbers_needed_where_they_balance():
    text = "id,name,age,role\np1,A,ten,expert\np2,B,11,expert\n"
    found = findings(text, AGENDA)
    criteria = [each for each in found if each.code == "criterion-column-missing"]
    assert [each.message for each in criteria] == ["The roster has no column “roll”"]
    assert criteria[0].fix is not None
    assert criteria[0].fix.edits[0].text == "role"
    assert [each.code for each in found if each.spot.file == "people.csv"] == ["number-unreadable"]


def test_faults_of_a_plan_are_reported_like_those_of_a_roster():
    plan = read_plan(b"session,group,participant\nlab,x,p1\nlab,1\n", "groups.csv")
    report = check(Documents(plan=plan))
    assert [each.code for each in report.findings] == ["number-unreadable", "row-ragged"]

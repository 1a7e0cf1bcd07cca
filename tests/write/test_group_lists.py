"""Groups as Zoom, Teams and spreadsheets take them."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import PLAN
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
from ogpworkshop.write.lists import groups_xlsx, is_list, people_csv, teams_csv
from ogpworkshop.write.sheets import is_workbook
from ogpworkshop.write.zoom import is_zoom, preassignments

DATA = Path(__file__).parents[2] / "data"
ROSTER = """id,name,email,organisation,gender
p1,Åsa Berg,asa@example.org,Water Board,woman
p2,Bo Lind,,Health Office,man
p3,"=cmd()","=1+1@example.org",Water Board,man
p4,Cara Ek,ASA@example.org,"Roads, Bridges",woman
"""


def rows(*placements):
    return GroupPlan(
        tuple(
            Placement(PLAN / k, session, number, group, "", "", person, name)
            for k, (session, number, group, person, name) in enumerate(placements)
        )
    )


PLAN_ROWS = rows(
    ("talks", 1, 1, "p1", "Åsa Berg"), ("talks", 1, 2, "p2", "Bo Lind"),
    ("talks", 1, 1, "p3", "=cmd()"), ("talks", 1, 2, "p4", "Cara Ek"),
    ("talks-2", 1, 1, "p1", "Åsa Berg"), ("clinic", 2, 3, "p4", "Cara Ek"),
)  # fmt: skip


@pytest.fixture
def documents():
    agenda = read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]
    return agenda, read_roster(ROSTER.encode(), "participants.csv")[0], PLAN_ROWS


def table(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_zoom_gets_a_file_for_each_round_with_its_exact_header(documents):
    made = preassignments(PLAN_ROWS, documents[1])
    assert [each.session for each in made] == ["talks", "clinic"]
    first = made[0].content.decode()
    assert first.splitlines()[0] == "Pre-assign Room Name,Email Address"
    assert table(made[0].content)[1:] == [["Group 1", "asa@example.org"]]
    assert is_zoom(made[0].content)


def test_people_without_a_usable_address_are_named(documents):
    made = preassignments(PLAN_ROWS, documents[1])[0]
    assert made.without_address == ("Bo Lind",)
    assert made.bad_address == ("=cmd() (“=1+1@example.org”)",)
    assert made.shared_address == ("Cara Ek (ASA@example.org, as Åsa Berg)",)


def test_a_roster_without_addresses_is_refused_at_once():
    roster = read_roster(b"id,name\np1,Bo\n", "participants.csv")[0]
    with pytest.raises(OgpError, match="no column email"):
        preassignments(PLAN_ROWS, roster)


def test_people_of_one_name_are_told_apart_by_their_ids(documents):
    agenda, roster, _ = documents
    twice = rows(("talks", 1, 1, "p1", "Bo Lind"), ("talks", 1, 1, "p2", "Bo Lind"))
    assert table(teams_csv(agenda, roster, twice))[0] == ["Display name", "id", "talks"]
    book = load_workbook(io.BytesIO(groups_xlsx(agenda, roster, twice)))
    assert [row[0].value for row in book["1 talks"].iter_rows()][1:] == [
        "Bo Lind (p1)",
        "Bo Lind (p2)",
    ]


@pytest.mark.parametrize(("groups", "people"), [(101, 101), (10, 1001)])
def test_more_than_zoom_takes_is_refused(groups, people):
    many = rows(*(("big", 1, k % groups + 1, f"p{k}", "") for k in range(people)))
    with pytest.raises(OgpError, match="Zoom cannot take big"):
        preassignments(many, read_roster(ROSTER.encode(), "r.csv")[0])


def test_teams_gets_display_names_in_their_order_with_all_rooms(documents):
    content = teams_csv(*documents)
    header, *lines = table(content)
    assert header == ["Display name", "talks", "clinic"]
    assert [line[0] for line in lines] == ["'=cmd()", "Bo Lind", "Cara Ek", "Åsa Berg"]
    assert lines[2][1:] == ["Group 2", "Group 3"]
    assert is_list(content)


def test_the_table_of_people_has_public_columns_only(documents):
    content = people_csv(*documents)
    header, *lines = table(content)
    assert header == ["id", "name", "organisation", "talks", "clinic"]
    assert ["p4", "Cara Ek", "Roads, Bridges", "Group 2", "Group 3"] in lines
    assert b"@" not in content
    assert is_list(content)


def test_the_workbook_has_everybody_and_a_sheet_for_each_round(documents):
    content = groups_xlsx(*documents)
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["People", "1 talks", "2 clinic"]
    cells = [[cell.value for cell in row] for row in book["1 talks"].iter_rows()]
    assert cells == [["Group 1", "Group 2"], ["Åsa Berg", "Bo Lind"], ["=cmd()", "Cara Ek"]]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert is_workbook(content)

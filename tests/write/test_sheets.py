"""Tables and linked data of the programme."""

import csv
import io
import json
from datetime import time

import openpyxl
import pytest

from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.write.linked import json_ld
from ogpworkshop.write.occasions import occasions
from ogpworkshop.write.sheets import agenda_csv, agenda_markdown, agenda_xlsx, is_workbook

AGENDA = """\
workshop: {title: "Rivers </script>", timezone: Asia/Dhaka, venue: Hall}
rooms: {a: {name: Aula}}
people: {ws: {name: Water Society, kind: organisation}}
days:
  - date: 2026-03-02
    title: "Day 1: [start]"
    sessions:
      - {time: "09:00-10:00", title: "=cmd|' /C calc'!A0", room: a, speakers: [ws, Bo Li]}
      - {title: "Time | to be found"}
  - title: Day 2
    sessions:
      - {time: "10:00-11:00", title: Wells, notes: secret}
"""


@pytest.fixture
def agenda():
    return read_agenda(AGENDA.encode(), "agenda.yaml")[0]


def test_csv_has_a_row_for_every_session_those_without_a_time_too(agenda):
    rows = list(csv.DictReader(io.StringIO(agenda_csv(occasions(agenda)).decode("utf-8-sig"))))
    assert [row["start"] for row in rows] == ["09:00", "", "10:00"]
    assert rows[0]["speakers"] == "Water Society; Bo Li"
    assert rows[0]["title"].startswith("'=")


def test_a_workbook_has_a_sheet_for_each_day_with_times_as_times(agenda):
    content = agenda_xlsx(agenda, occasions(agenda))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert len(book.sheetnames) == 2
    sheet = book.worksheets[0]
    assert sheet["A3"].value == time(9)
    assert sheet["C3"].data_type == "s"
    assert sheet["C3"].value.startswith("=cmd")
    assert sheet.freeze_panes == "A3"
    assert is_workbook(content)
    assert not is_workbook(b"PK\x03\x04 nothing")


def test_markdown_has_a_table_for_each_day_and_no_cell_breaks_it(agenda):
    text = agenda_markdown(agenda, occasions(agenda)).decode()
    assert "## Day 1: \\[start\\], Mon 2 Mar 2026" in text
    assert "| 09:00-10:00 |" in text
    assert "Time \\| to be found" in text


def test_linked_data_names_sessions_places_and_who_performs(agenda):
    content = json_ld(agenda, occasions(agenda))
    assert b"</script>" not in content
    event = json.loads(content)
    assert event["name"] == "Rivers </script>"
    (session,) = event["subEvent"]
    assert session["startDate"] == "2026-03-02T09:00:00+06:00"
    assert session["performer"][0] == {"@type": "Organization", "name": "Water Society"}
    assert "" not in session.values()


def test_nothing_for_organisers_is_exported(agenda):
    chosen = occasions(agenda)
    made = [agenda_csv(chosen), agenda_markdown(agenda, chosen), json_ld(agenda, chosen)]
    assert all(b"secret" not in each for each in made)


def test_a_day_without_a_date_is_called_a_day_so_that_imports_find_it():
    programme, _ = read_agenda(AGENDA.replace("title: Day 2", "title: Rivers").encode(), "a.yaml")
    assert "## Day 2: Rivers" in agenda_markdown(programme, occasions(programme)).decode()
    text = agenda_csv(occasions(programme)).decode("utf-8-sig")
    assert [row["day"] for row in csv.DictReader(io.StringIO(text))][-1] == "Day 2: Rivers"

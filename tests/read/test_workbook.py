"""Rosters kept in workbooks."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.model.written import RosterSettings
from ogpworkshop.read.roster import read_people

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def packed(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", text)
    return stream.getvalue()


def open_document(rows):
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    gap = '<table:table-cell table:number-columns-repeated="{}"/>'
    lines = "".join(
        "<table:table-row>"
        + "".join(gap.format(part) if isinstance(part, int) else cell.format(part) for part in row)
        + "</table:table-row>"
        for row in rows
    )
    return packed(
        content=f'<office:document-content xmlns:office="{OFFICE}:office:1.0" xmlns:table="{OFFICE}:table:1.0"'
        f' xmlns:text="{OFFICE}:text:1.0"><office:body><office:spreadsheet><table:table table:name="People">'
        f'{lines}<table:table-row table:number-rows-repeated="1048000">{gap.format(16000)}</table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


PEOPLE = [["id", "name", "phone", "arrives"], ["p1", "Ana", 639175550101, date(2026, 3, 2)]]


def test_numbers_and_dates_are_read_as_they_are_meant():
    (person,) = read_people(workbook(People=PEOPLE), "x.xlsx").roster.participants
    assert person.values == {
        "id": "p1", "name": "Ana", "phone": "639175550101", "arrives": "2026-03-02",
    }  # fmt: skip


def test_empty_cells_that_a_file_writes_as_one_keep_their_places():
    content = open_document(
        [["id", "name", "dietary", "days", "status"], ["p1", "Ana", 2, "confirmed"]]
    )
    (person,) = read_people(content, "x.ods").roster.participants
    assert person.values["status"] == "confirmed"
    assert person.values["days"] == ""


def test_the_sheet_asked_for_is_read_and_one_that_is_not_there_is_told():
    content = workbook(Speakers=PEOPLE, Guests=[["id", "name"], ["g1", "Bo"]])
    assert read_people(content, "x.xlsx").roster.participants[0].name == "Ana"
    asked = read_people(content, "x.xlsx", RosterSettings(sheet="guests"))
    assert asked.roster.participants[0].name == "Bo"
    assert asked.other_sheets == ("Speakers",)
    with pytest.raises(OgpError, match="no sheet “Gests”"):
        read_people(content, "x.xlsx", RosterSettings(sheet="Gests"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (packed(word__document="<w/>"), "not as a workbook"),
        (workbook(Empty=[]), "is empty"),
        (packed(content='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "document type"),
        (packed(xl__workbook="<broken"), "cannot be read"),
        (b"PK\x03\x04" + bytes(40), "damaged"),
    ],
)
def test_what_is_no_roster_in_a_workbook_is_refused_in_one_sentence(content, words):
    with pytest.raises(OgpError, match=words):
        read_people(content, "x.xlsx")

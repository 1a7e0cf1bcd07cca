"""Word, Excel and OpenDocument files, made with the libraries that people make them with."""

import io
import zipfile
from datetime import date, time, timedelta

import docx
import odfdo
import openpyxl
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import Path, Place
from ogpworkshop.read.anything import read_any


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word(rows, *, before=(), merge=()):
    document = docx.Document()
    for level, text in before:
        document.add_heading(text, level) if level is not None else document.add_paragraph(text)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    for first, last in merge:
        table.cell(*first).merge(table.cell(*last))
    return document


ROWS = [
    ["Time", "Session", "Speaker", "Room"],
    ["9.00 – 9.30", "Opening", "Ana Ruiz\nBo Li", "Hall"],
    ["9:30- 11:00", "Wells", "", "Hall"],
    ["", "Rivers", "", "Room 2"],
    ["11:00-11:30", "Tea", "", ""],
]
BEFORE = [(0, "Water for All"), (None, "Venue: Grand Hotel"), (1, "Day 1 – Monday, 2 March 2026")]


def test_a_word_table_below_a_heading_is_a_day():
    content = saved(word(ROWS, before=BEFORE, merge=[((2, 0), (3, 0)), ((4, 1), (4, 3))]))
    agenda, source = read_any(content, "programme.docx")
    assert (agenda.workshop.title, agenda.workshop.venue) == ("Water for All", "Grand Hotel")
    assert f"{agenda.days[0].date}" == "2026-03-02"
    found = [(each.slot, each.title, each.written.parallel) for each in agenda.sessions]
    assert found == [
        ("09:00-09:30", "Opening", False),
        ("09:30-11:00", "Wells", True),
        ("09:30-11:00", "Rivers", True),
        ("11:00-11:30", "Tea", False),
    ]
    assert agenda.sessions[0].written.speakers == ("Ana Ruiz", "Bo Li")
    assert source.unplaced == ()


def test_a_finding_in_word_names_table_row_and_cell():
    agenda, source = read_any(saved(word(ROWS, before=BEFORE)), "programme.docx")
    span = source.locate(Place(Path(("days", 0, "sessions", 1, "time"))))
    line = source.lines.line(source.lines.position(span.start).line)
    assert line.startswith("table 1, row 3: ")
    assert source.lines.text[span.start : span.end] == "9:30- 11:00"
    assert source.replace(Place(Path(("days", 0, "sessions", 1, "time"))), "x") is None
    assert [remark.kind for _, remark in agenda.remarks] == ["time-space"]


def test_text_around_tables_in_word_is_not_lost():
    document = word(ROWS, before=BEFORE)
    document.add_paragraph("Please bring your badge.")
    _, source = read_any(saved(document), "x.docx")
    assert [text for text, _ in source.unplaced] == ["Please bring your badge."]


def test_a_word_document_of_lines_is_an_agenda_as_well():
    document = docx.Document()
    for text in ("Water", "Day 1", "9:00 - 9:30 Opening", "9:30 - 10:00 Wells"):
        document.add_paragraph(text)
    agenda, _ = read_any(saved(document), "x.docx")
    assert [each.slot for each in agenda.sessions] == ["09:00-09:30", "09:30-10:00"]


def workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Day 1"
    sheet.append(["Programme of 2 March 2026"])
    sheet.append(["Start", "End", "Activity", "Person in charge"])
    sheet.append([time(9), time(9, 30), "Opening", "Ana"])
    sheet.append([0.395833333333, 0.4375, "Panel", "Bo"])
    sheet.append([timedelta(hours=10, minutes=30), time(11), "Tea", None])
    second = book.create_sheet("Day 2")
    second.append(["Date", "Time", "Session"])
    second.append([date(2026, 3, 3), "9:00-10:00", "Wells"])
    second.append([None, "10:00-11:00", "Lakes"])
    second.append([date(2026, 3, 4), "10:00-11:00", "Seas"])
    return book


def test_times_as_spreadsheets_store_them_are_times():
    agenda, source = read_any(saved(workbook()), "programme.xlsx")
    assert [[each.slot for each in day.sessions] for day in agenda.days] == [
        ["09:00-09:30", "09:30-10:30", "10:30-11:00"],
        ["09:00-10:00", "10:00-11:00"],
        ["10:00-11:00"],
    ]
    assert [f"{day.date}" for day in agenda.days] == ["2026-03-02", "2026-03-03", "2026-03-04"]
    assert agenda.sessions[0].written.facilitators == ("Ana",)
    span = source.locate(Place(Path(("days", 1, "sessions", 1, "title"))))
    assert source.lines.text[span.start : span.end] == "Lakes"


def test_merged_cells_of_a_workbook_are_for_all_that_they_cover():
    book = openpyxl.Workbook()
    for row in (
        ["Time", "Room 1", "Room 2"],
        ["9:00-10:00", "Opening", None],
        ["10:00-11:00", "Wells", "Seas"],
    ):
        book.active.append(row)
    book.active.merge_cells("B2:C2")
    agenda, _ = read_any(saved(book), "x.xlsx")
    found = [(each.title, each.written.room) for each in agenda.sessions]
    assert found == [("Opening", None), ("Wells", "room-1"), ("Seas", "room-2")]


def test_an_open_document_sheet_is_read():
    document = odfdo.Document("spreadsheet")
    document.body.clear()
    table = odfdo.Table("Day 1")
    table.set_values([["Time", "Session", "Room"], ["9:00-10:00", "Opening", "Hall"]])
    document.body.append(table)
    agenda, _ = read_any(saved(document), "x.ods")
    assert [(each.slot, each.title) for each in agenda.sessions] == [("09:00-10:00", "Opening")]


def rewritten(content, name, change):
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, change(data) if part == name else data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("make", "name", "part"),
    [(lambda: word(ROWS), "x.docx", "word/document.xml"), (workbook, "x.xlsx", "xl/workbook.xml")],
)
def test_entities_are_refused_before_they_are_read(make, name, part):
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    content = rewritten(saved(make()), part, lambda _: bomb)
    with pytest.raises(OgpError, match="declares a document type"):
        read_any(content, name)


def test_a_document_that_unpacks_without_end_is_refused():
    content = rewritten(saved(word(ROWS)), "word/document.xml", lambda _: b" " * (97 * 1024 * 1024))
    assert len(content) < 1_000_000
    with pytest.raises(OgpError, match="more than any agenda"):
        read_any(content, "x.docx")


@pytest.mark.parametrize("cut", [30, 500, 5000, -40])
def test_a_damaged_document_is_refused_in_words(cut):
    for make, name in ((lambda: word(ROWS), "x.docx"), (workbook, "x.xlsx")):
        with pytest.raises(OgpError) as caught:
            read_any(saved(make())[:cut], name)
        assert caught.value.remedy


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1", b"{\\rtf1", b"\x89PNG\r\n", b"\x00\x01\x02\x00"],
)
def test_what_is_no_agenda_is_refused_with_what_to_do(content):
    with pytest.raises(OgpError) as caught:
        read_any(content + b"x" * 50, "x.doc")
    assert caught.value.remedy


def test_what_stands_around_the_text_of_a_word_document_is_listed():
    document = word(ROWS[:2], before=BEFORE)
    document.sections[0].header.paragraphs[0].text = "Ministry of Examples"
    document.sections[0].footer.paragraphs[0].text = "Contact: office@example.org"
    content = saved(document)
    footnotes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:footnote><w:p><w:r><w:t>Bring a pen.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as packed:
        packed.writestr("word/footnotes.xml", footnotes)
    _, source = read_any(stream.getvalue(), "x.docx")
    assert [text for text, _ in source.unplaced] == [
        "header: Ministry of Examples",
        "footer: Contact: office@example.org",
        "footnote: Bring a pen.",
    ]
    span = source.unplaced[2][1]
    assert source.lines.text[span.start : span.end] == "Bring a pen."


def test_lines_of_a_paragraph_and_tabs_in_word_are_lines_and_columns():
    document = docx.Document()
    document.add_paragraph("Time\tSession\tSpeaker")
    document.add_paragraph("9:00-9:30\tOpening\tAna Ruiz")
    document.add_paragraph("9:30-10:00\tWells\t\tBo Li")
    paragraph = document.add_paragraph()
    paragraph.add_run("10:00 Tea").add_break()
    paragraph.add_run("10:30-11:00 Panel")
    agenda, _ = read_any(saved(document), "x.docx")
    assert [(each.slot, each.title) for each in agenda.sessions] == [
        ("09:00-09:30", "Opening"), ("09:30-10:00", "Wells"), ("10:00-10:30", "Tea"), ("10:30-11:00", "Panel"),
    ]  # fmt: skip
    assert [each.written.speakers for each in agenda.sessions[:2]] == [("Ana Ruiz",), ("Bo Li",)]


def test_what_a_workbook_hides_is_left_out_and_listed():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Programme"
    for row in (["Start", "Session"], [time(9), "Opening"], ["=A2", "Wells"], [time(11), "Secret"]):
        sheet.append(row)
    sheet.row_dimensions[4].hidden = True
    sheet["B2"].comment = openpyxl.comments.Comment("check this", "A")
    old = book.create_sheet("Old")
    old.append(["x"])
    old.sheet_state = "hidden"
    agenda, source = read_any(saved(book), "x.xlsx")
    assert [each.title for each in agenda.sessions] == ["Opening", "Wells"]
    assert [text for text, _ in source.unplaced] == [
        "note at Programme, B2: check this",
        "hidden row 4 of Programme: 11:00 | Secret",
        "hidden sheet: Old",
        "formula without a value in A3: =A2",
    ]


@pytest.mark.parametrize(
    "epoch", [openpyxl.utils.datetime.WINDOWS_EPOCH, openpyxl.utils.datetime.MAC_EPOCH]
)
def test_days_that_a_workbook_counts_are_dates_from_whichever_day_it_counts(epoch):
    book = openpyxl.Workbook()
    book.epoch = epoch
    sheet = book.active
    sheet.append(["Date", "Start", "End", "Session"])
    sheet.append([(date(2026, 3, 2) - epoch.date()).days, 0.5, 0.625, "Opening"])
    agenda, _ = read_any(saved(book), "x.xlsx")
    assert f"{agenda.days[0].date}" == "2026-03-02"
    assert agenda.sessions[0].slot == "12:00-15:00"


def test_a_sheet_of_open_document_hides_and_remarks_as_well():
    book = odfdo.Document("spreadsheet")
    book.body.clear()
    table = odfdo.Table("Plan", width=2, height=3)
    for column, row, value in ((0, 0, "Time"), (1, 0, "Session"), (0, 1, "9:00-10:00"), (1, 1, "Wells"),
                               (0, 2, "10:00-11:00"), (1, 2, "Secret")):  # fmt: skip
        table.set_value((column, row), value)
    hidden = table.get_row(2)
    hidden.set_attribute("table:visibility", "collapse")
    table.set_row(2, hidden)
    book.body.append(table)
    agenda, source = read_any(saved(book), "x.ods")
    assert [each.title for each in agenda.sessions] == ["Wells"]
    assert [text for text, _ in source.unplaced] == ["hidden row 3 of Plan: 10:00-11:00 | Secret"]


@pytest.mark.parametrize("name", ["x.yaml", "x.csv", "x.md", "x"])
def test_a_wrong_suffix_does_not_matter(name):
    agenda, _ = read_any(saved(word(ROWS, before=BEFORE)), name)
    assert len(agenda.sessions) == 4


def test_a_document_with_a_password_is_told_from_one_of_an_old_program():
    protected = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(OgpError, match="protected by a password"):
        read_any(protected, "x.docx")
    with pytest.raises(OgpError, match="an old Word or Excel file"):
        read_any(b"\xd0\xcf\x11\xe0" + bytes(600), "x.docx")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", ""), ("utf-16-le", ""), ("utf-8-sig", ""), ("cp1251", "Windows-1251")],
)
def test_a_text_is_read_in_whatever_encoding_it_is_stored(encoding, name):
    text = "Вода\r\n\r\nДень 1\r\n9:00–9:30 Открытие\r\n"
    agenda, _ = read_any(text.encode(encoding), "x.txt")
    assert agenda.workshop.title == "Вода"
    assert [each.title for each in agenda.sessions] == ["Открытие"]
    assert [each.kind for each in agenda.faults] == (["encoding-legacy"] if name else [])
    assert all(name in each.message for each in agenda.faults)


def test_events_that_a_page_describes_for_machines_are_read():
    text = """<html><head><title>Page</title><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "Event", "name": "Water", "subEvent": [{"@type": "Event",
 "name": "Wells", "startDate": "2026-03-02T09:00", "endDate": "2026-03-02T10:00"}]}
</script></head><body><h1>Something else</h1></body></html>"""
    agenda, source = read_any(text.encode(), "x.html")
    assert agenda.workshop.title == "Water"
    assert [(each.slot, each.title) for each in agenda.sessions] == [("09:00-10:00", "Wells")]
    span = source.locate(Place(Path(("days", 0, "sessions", 0, "title"))))
    assert source.lines.text[span.start : span.end] == "Wells"


WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def packed(name, text):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, text)
    return stream.getvalue()


HOSTILE = {
    "cells within cells": lambda: packed("word/document.xml", WORD + "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000 + "</w:body></w:document>"),
    "a part of zeros": lambda: packed("word/document.xml", bytes(30 << 20)),
    "an entity": lambda: packed("word/document.xml", '<!DOCTYPE a [<!ENTITY b "x">]>' + WORD),
    "spans without end": lambda: b"<table>" + b"<tr><td colspan=100 rowspan=100>9:00</td><td>x</td></tr>" * 3000,
    "a million lines": lambda: b"9:00-10:00 x\n" * 100_000,
    "one line": lambda: b"9:00-10:00 x " * 60_000,
    "many entries": lambda: b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nDTSTART:20260302T090000\nRRULE:FREQ=DAILY;COUNT=500\nEND:VEVENT\n" * 60,
    "33 megabytes": lambda: b"9:00-10:00 x\r\n" * (33 << 16),
    "no text": lambda: b"\x01\x02\x03" * 100,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_fill_the_memory_is_refused_in_a_line(name):
    with pytest.raises(OgpError) as caught:
        read_any(HOSTILE[name](), "x")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["<!--" * 50_000, "<table" * 20_000, "> " * 100_000, "<" * 100_000, "|" * 100_000]
)
def test_what_never_ends_is_looked_at_once(text):
    agenda, _ = read_any(text.encode(), "x.md")
    assert agenda.sessions == ()


def test_empty_cells_that_a_sheet_counts_keep_their_columns():
    sheet = odfdo.Document("spreadsheet")
    sheet.body.clear()
    table = odfdo.Table("Programme")
    table.set_values([["Time", "Alpha", "Beta", "Gamma"], ["9:00-10:00", None, None, "Deltas"]])
    for row in table.traverse():
        cells = [cell for cell in row.traverse() if cell.value is None]
        if cells:
            cells[0].repeated = 2
            row.set_cells([row.get_cell(0), cells[0], row.get_cell(3)])
            table.set_row(row.y, row)
    sheet.body.append(table)
    (session,) = read_any(saved(sheet), "programme.ods")[0].sessions
    assert (session.title, session.written.track) == ("Deltas", "Gamma")


def test_hidden_and_struck_text_of_word_is_listed_and_not_read():
    document = docx.Document()
    hidden = document.add_paragraph().add_run("08:00-09:00 Old start")
    hidden.font.hidden = True
    line = document.add_paragraph()
    line.add_run("09:00-10:00 ")
    line.add_run("Floods ").font.strike = True
    line.add_run("Wells").font.strike = False
    agenda, source = read_any(saved(document), "programme.docx")
    assert [(each.slot, each.title) for each in agenda.sessions] == [("09:00-10:00", "Wells")]
    assert [text for text, _ in source.unplaced] == [
        "hidden: 08:00-09:00 Old start",
        "struck out: Floods",
    ]


def test_a_planner_of_starts_ends_a_merged_cell_where_the_next_row_begins():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mon 2 Mar"
    sheet.append(["Water for All"])
    sheet.append([date(2026, 3, 2)])
    sheet.append(["Time", "Room 1", "Room 2"])
    for half in range(6):
        sheet.append([time(9 + half // 2, half % 2 * 30)])
    for area, text in (
        ("B4:B6", "Wells"),
        ("C4:C5", "Rivers"),
        ("C6:C6", "Lakes"),
        ("B7:C8", "Tea"),
    ):
        sheet[area.partition(":")[0]] = text
        sheet.merge_cells(area)
    sheet["B9"] = "Tides"
    agenda, source = read_any(saved(book), "planner.xlsx")
    assert agenda.workshop.title == "Water for All"
    assert [f"{day.date}" for day in agenda.days] == ["2026-03-02"]
    assert [(each.slot, each.title) for each in agenda.sessions][:4] == [
        ("09:00-10:30", "Wells"),
        ("09:00-10:00", "Rivers"),
        ("10:00-10:30", "Lakes"),
        ("10:30-11:30", "Tea"),
    ]
    assert source.unplaced == ()


def test_a_merged_cell_down_to_the_last_start_has_no_end_and_says_so():
    book = openpyxl.Workbook()
    book.active.append(["Time", "Room 1", "Room 2"])
    for hour in (9, 10, 11):
        book.active.append([time(hour)])
    book.active["B2"], book.active["B3"] = "Tea", "Wells"
    book.active.merge_cells("B3:B4")
    agenda, source = read_any(saved(book), "planner.xlsx")
    assert [(each.start, each.end) for each in agenda.sessions] == [(540, 600), (600, None)]
    assert [text for text, _ in source.unplaced] == ["goes on until 11:00"]


def test_struck_out_cells_of_a_workbook_are_listed_and_not_read():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("Time", "Session"), ("9:00-10:00", "Wells"), ("9:00-10:00", "Lakes")):
        sheet.append(row)
    for cell in sheet[2]:
        cell.font = openpyxl.styles.Font(strike=True)
    stream = io.BytesIO()
    book.save(stream)
    agenda, source = read_any(stream.getvalue(), "a.xlsx")
    assert [each.title for each in agenda.sessions] == ["Lakes"]
    assert [text for text, _ in source.unplaced] == [
        "struck out at Sheet, A2: 9:00-10:00",
        "struck out at Sheet, B2: Wells",
    ]


def test_what_stands_below_a_tabbed_line_of_word_goes_on_with_it():
    document = docx.Document()
    document.add_paragraph("3 November 2026")
    document.add_paragraph("9.00 – 9.15\tWelcome")
    document.add_paragraph("9.15 – 10.30\tModule 1")
    document.add_paragraph("Exercise in pairs", style="List Bullet")
    document.add_paragraph("10.30 – 10.45\tTea")
    agenda, source = read_any(saved(document), "x.docx")
    assert [each.title for each in agenda.sessions] == ["Welcome", "Module 1", "Tea"]
    assert agenda.sessions[1].written.summary == "Exercise in pairs"
    assert source.unplaced == ()

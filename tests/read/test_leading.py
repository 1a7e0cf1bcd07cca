"""Lines of prose: those that begin with a time, and those whose first number is none."""

import pytest

from ogpworkshop.read.leading import leading_slot
from ogpworkshop.read.notation import read_slot

LINES = {
    "9.30 Coffee": ("9.30", "Coffee"),
    "9 Uhr: Begrüßung": ("9 Uhr", "Begrüßung"),
    "De 9 a 11 h: Taller": ("De 9 a 11 h", "Taller"),
    "de 11h à midi : Débats": ("de 11h à midi", "Débats"),
    "8h30 às 9h: Inscrição": ("8h30 às 9h", "Inscrição"),
    "09.30 WIB - selesai : Diskusi": ("09.30 WIB - selesai", "Diskusi"),
    "11-00 – 11-30 Кофе": ("11-00 – 11-30", "Кофе"),
    "с 9:00 до 10:30 Работа": ("с 9:00 до 10:30", "Работа"),
    "9:30 10 tips": ("9:30", "10 tips"),
    "9:30 - 10 tips": ("9:30", "10 tips"),
    "9:30 a meeting": ("9:30", "a meeting"),
    "9:30 ART in schools": ("9:30", "ART in schools"),
    "9:30 EST Opening": ("9:30 EST", "Opening"),
    "9:30 Noon meeting": ("9:30", "Noon meeting"),
    "19:00 Late arrivals": ("19:00", "Late arrivals"),
    "7pm til late Party": ("7pm til late", "Party"),
    "14:00 – Panel: 3 – 5 years": ("14:00", "Panel: 3 – 5 years"),
    "9:00-10:00, Room 3": ("9:00-10:00", "Room 3"),
    "9:00 (30 min) Wells": ("9:00 (30 min)", "Wells"),
    "0900 Welcome": ("0900", "Welcome"),
    "0900-1030 opening": ("0900-1030", "opening"),
    "0900 hrs – 1030 hrs May day": ("0900 hrs – 1030 hrs", "May day"),
    "0830 0915 開会": ("0830 0915", "開会"),
    "9:30签到": ("9:30", "签到"),
    "上午9点30分组讨论": ("上午9点30", "分组讨论"),
    "10:00 上午茶歇": ("10:00", "上午茶歇"),
    "9시 등록": ("9시", "등록"),
    "सुबह 9:30 बजे पंजीकरण": ("सुबह 9:30 बजे", "पंजीकरण"),
    "9:30 शाम की चाय": ("9:30", "शाम की चाय"),
    "8h00 sáng: Khai mạc": ("8h00 sáng", "Khai mạc"),
    "8h00 Sáng tạo xã hội": ("8h00", "Sáng tạo xã hội"),
    "10:30 Morning tea": ("10:30", "Morning tea"),
    "10.45 to 12 site visit": ("10.45 to 12", "site visit"),
    "0830 0915 Wells": ("0830 0915", "Wells"),
    "noon: Lunch": ("noon", "Lunch"),
    "৯:৩০-১১:০০ স্বাগত": ("৯:৩০-১১:০০", "স্বাগত"),
    "٩:٣٠ – ١١:٠٠ افتتاح": ("٩:٣٠ – ١١:٠٠", "افتتاح"),
    "9:15 or 9:45 pm Panel": ("9:15 or 9:45 pm", "Panel"),
}
UNREADABLE = {
    "9:30-10:15/10:30 Panel": "9:30-10:15/10:30",
    "9:00-10:00 and 11:00-12:00 Panel": "9:00-10:00 and 11:00-12:00",
    "25:00-26:00 Panel": "25:00-26:00",
    "9:75 Panel": "9:75",
    "9:30:15 Panel": "9:30:15",
}
OTHERS = (
    "1-2 specific challenges", "7-8 August 2017", "7.8.2017", "7/8/2017 Wells", "2026-03-02 09:30", "2025-2030 Strategy",
    "2000 participants", "1500 people", "3 ways to", "10 people", "Noon prayers are held", "At 9:30 buses leave",
    "100-200 participants", "3.1 Water", "24 participants", "1 Welcome", "About 10 people", "until then", "3点建议", "3点 建议", "2時間の演習", "9.30万", "9 น้ำ", "1500 参加者", "1000-1500 people",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_the_time_of_a_line_ends_where_its_title_begins(line):
    slot = leading_slot(line)
    assert (slot.text, line[slot.rest :]) == LINES[line]
    assert line[slot.start :].startswith(slot.text)
    assert read_slot(slot.text).is_readable


@pytest.mark.parametrize("line", UNREADABLE)
def test_what_looks_like_a_time_and_is_none_is_told_and_not_cut_short(line):
    slot = leading_slot(line)
    assert slot.text == UNREADABLE[line]
    assert not read_slot(slot.text).is_readable


@pytest.mark.parametrize("line", OTHERS)
def test_a_number_at_the_beginning_is_no_time(line):
    assert leading_slot(line) is None


def test_bare_hours_are_times_among_lines_with_times():
    assert leading_slot("12-1 Lunch") is None
    assert leading_slot("12-1 Lunch", is_row=True).text == "12-1"
    assert leading_slot("1-2 roadmaps", is_row=True) is None
    assert leading_slot("7-8 August", is_row=True) is None

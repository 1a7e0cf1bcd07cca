"""Agendas in text and Markdown: read as people write them, nothing lost."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import Path, Place
from ogpworkshop.read.anything import read_any


def read(text, file="programme.md"):
    return read_any(text.encode(), file)


def rows(text, file="programme.md"):
    """(time, title) of each session, day by day."""
    agenda, _ = read(text, file)
    return [[(each.slot, each.title) for each in day.sessions] for day in agenda.days]


def left_out(text):
    return [" ".join(part.split()) for part, _ in read(text)[1].unplaced]


TABLE = """\
# Water for All

Dates: 2-3 March 2026
Venue: Grand Hotel, Dhaka

## Day 1 – 2 March

| Time | Session | Resource person | Room |
|---|---|---|---|
| 9.00 – 9.30 | **Opening** | Ana Ruiz; Bo Li | Hall A |
| 9:30-11:00 | Wells | | Hall A |

## Day 2 – 3 March

| Session | Who | Time |
|---|---|---|
| Rivers | Bo Li | 09:00-10:00 |
"""


def test_tables_below_headings_of_days_are_days_with_sessions():
    agenda, source = read(TABLE)
    assert (agenda.workshop.title, agenda.workshop.venue) == ("Water for All", "Grand Hotel, Dhaka")
    assert [f"{day.date}" for day in agenda.days] == ["2026-03-02", "2026-03-03"]
    assert rows(TABLE) == [
        [("09:00-09:30", "Opening"), ("09:30-11:00", "Wells")],
        [("09:00-10:00", "Rivers")],
    ]
    opening = agenda.sessions[0].written
    assert opening.speakers == ("Ana Ruiz", "Bo Li")
    assert agenda.room_name(opening.room) == "Hall A"
    assert source.unplaced == ()


def test_a_finding_points_into_the_cell():
    _, source = read(TABLE)
    span = source.locate(Place(Path(("days", 0, "sessions", 0, "time"))))
    assert source.lines.text[span.start : span.end] == "9.00 – 9.30"
    assert source.lines.position(span.start).line == 10


@pytest.mark.parametrize(
    ("heading", "title", "date"),
    [
        ("## Monday, 2 March 2026", "", "2026-03-02"),
        ("**Lundi 2 mars 2026**", "", "2026-03-02"),
        ("Día 1: lunes 2 de marzo de 2026", "Día 1", "2026-03-02"),
        ("DAY ONE (March 2nd, 2026)", "DAY ONE", "2026-03-02"),
        ("Hari ke-1, Senin 2 Maret 2026", "Hari ke-1", "2026-03-02"),
        ("1. Tag – Montag, 2. März 2026", "1. Tag", "2026-03-02"),
        ("День 1. 2 марта 2026 г.", "День 1", "2026-03-02"),
        ("Dia 1 - segunda-feira, 2 de março de 2026", "Dia 1", "2026-03-02"),
        ("2026-03-02", "", "2026-03-02"),
    ],
)
def test_days_have_headings_of_all_kinds(heading, title, date):
    agenda, _ = read(f"Water\n\n{heading}\n\n09:00-10:00 Wells\n10:00-11:00 Rivers\n")
    (day,) = agenda.days
    assert (day.title, f"{day.date}") == (title, date)


@pytest.mark.parametrize(
    "line",
    [
        "9:00 - 10:00 Wells",
        "- 09:00–10:00: Wells",
        "* **9.00-10.00** Wells",
        "**9:00 – 10:00 | Wells**",
        "1. 9h00-10h00 Wells",
        "9:00 am to 10:00 am – Wells",
        "09:00 - 10:00 h  Wells",
        "[9:00-10:00] Wells",
        "> 9:00-10:00 Wells",
        "from 9:00 to 10:00 Wells",
        "9:00-10:00\nWells",
        "9:00-10:00\tWells",
    ],
)
def test_lines_begin_with_a_time_in_many_ways(line):
    assert rows(f"Water\n\nDay 1\n\n{line}\n10:00-11:00 Rivers\n")[0][0] == ("09:00-10:00", "Wells")


def test_times_in_words_begin_lines_too():
    text = """Day 1
8:30-9:00 Arrival
0900 Welcome
half past nine: Drinks
ca. 18:30 Dinner (Hotel Himalaya)
until 22:00 Music
noon Nothing
"""
    agenda, _ = read(text)
    found = [(each.start, each.title) for each in agenda.sessions]
    assert found[:4] == [
        (510, "Arrival"), (540, "Welcome"), (570, "Drinks"), (1110, "Dinner (Hotel Himalaya)"),
    ]  # fmt: skip
    assert agenda.sessions[4].end == 22 * 60


def test_text_that_runs_on_as_a_pdf_gives_it_is_cut_at_its_times():
    text = "Water\nDay 1\n8:30 -9:00 Arrival 9:00 - 9:30 Setting the Scene 9:30: 11:00 The Pitch 11:00- 11:30 Coffee\n"
    assert rows(text) == [
        [
            ("08:30-09:00", "Arrival"),
            ("09:00-09:30", "Setting the Scene"),
            ("09:30-11:00", "The Pitch"),
            ("11:00-11:30", "Coffee"),
        ]
    ]


def test_lines_below_a_session_belong_to_it():
    text = """Day 1
09:00-10:00 Wells
Speakers: Ana Ruiz; Bo Li
Room: Hall B
What wells are for.
And how long they last.
10:00-10:30 Tea
"""
    agenda, _ = read(text, "a.txt")
    wells = agenda.sessions[0].written
    assert wells.speakers == ("Ana Ruiz", "Bo Li")
    assert agenda.room_name(wells.room) == "Hall B"
    assert wells.summary == "What wells are for.\nAnd how long they last."


def test_tracks_beside_each_other_run_at_once():
    text = """Day 1

| Time | Track A | Track B |
|---|---|---|
| 09:00-10:00 | Wells | Rivers |
| 10:00-10:30 | Tea | |
"""
    agenda, _ = read(text)
    found = [(each.title, each.written.track, each.written.parallel) for each in agenda.sessions]
    assert found == [
        ("Wells", "Track A", True),
        ("Rivers", "Track B", True),
        ("Tea", "Track A", False),
    ]


def test_merged_cells_of_html_within_markdown_are_understood():
    text = """# Water

<table>
<tr><th>Time</th><th>Room 1</th><th>Room 2</th></tr>
<tr><td>9:00-10:00</td><td colspan="2">Opening &amp; welcome</td></tr>
<tr><td rowspan=2>10:00-11:00</td><td>Wells</td><td>Rivers</td></tr>
<tr><td>Dams</td><td></td></tr>
</table>
"""
    agenda, _ = read(text)
    found = [(each.slot, each.title, each.written.room) for each in agenda.sessions]
    assert found == [
        ("09:00-10:00", "Opening & welcome", None),
        ("10:00-11:00", "Wells", "room-1"),
        ("10:00-11:00", "Rivers", "room-2"),
        ("10:00-11:00", "Dams", "room-1"),
    ]


@pytest.mark.parametrize(
    "header",
    ["Heure | Activité | Intervenant | Salle", "Hora | Actividad | Ponente | Sala",
     "Waktu | Kegiatan | Narasumber | Ruangan", "Uhrzeit | Thema | Referent | Raum",
     "Время | Тема | Докладчик | Зал", "Horário | Atividade | Palestrante | Local",
     "Time / Hora | Session | Speaker(s) | Venue"],
)  # fmt: skip
def test_columns_are_known_in_several_languages(header):
    agenda, _ = read(f"| {header} |\n|---|---|---|---|\n| 9:00-10:00 | Wells | Ana Ruiz | A |\n")
    (session,) = agenda.sessions
    assert (session.slot, session.title) == ("09:00-10:00", "Wells")
    assert session.written.speakers == ("Ana Ruiz",)
    assert session.rooms


def test_columns_parted_by_spaces_are_a_table():
    text = """Time            Session                    Room
09:00 - 09:30   Opening                    Hall A
09:30 - 10:30   Keynote: water             Hall A
10:30 - 11:00   Tea break
11:00 - 12:00                              Hall B
"""
    agenda, source = read(text, "x.txt")
    found = [(each.slot, each.title, each.written.room) for each in agenda.sessions]
    assert found == [
        ("09:00-09:30", "Opening", "hall-a"),
        ("09:30-10:30", "Keynote: water", "hall-a"),
        ("10:30-11:00", "Tea break", None),
        ("11:00-12:00", "", "hall-b"),
    ]
    span = source.locate(Place(Path(("days", 0, "sessions", 1, "title"))))
    assert source.lines.text[span.start : span.end] == "Keynote: water"


def test_a_mail_with_an_agenda_in_it_is_read():
    text = """Subject: Agenda for next week

Dear colleagues,

9.15 – 10.45 Session 1: Where are we now?
     Moderator: Bayu Prasetyo
12:30 pm Lunch
2 – 3:30 pm Session 3

Best regards,
Ana
"""
    agenda, source = read(text, "mail.txt")
    assert agenda.workshop.title == "Agenda for next week"
    assert [each.slot for each in agenda.sessions] == ["09:15-10:45", "12:30-14:00", "14:00-15:30"]
    assert agenda.sessions[0].written.facilitators == ("Bayu Prasetyo",)
    assert [each for each, _ in source.unplaced] == ["Dear colleagues,", "Best regards,", "Ana"]


def test_starts_alone_and_durations_alone_are_rows_too():
    assert rows(
        "| Start | Session |\n|---|---|\n| 9:00 | Wells |\n| 10:00 | Tea |\n| 10:30 | Rivers |\n"
    ) == [[("09:00-10:00", "Wells"), ("10:00-10:30", "Tea"), ("", "Rivers")]]
    text = "| Start | Duration | Session |\n|---|---|---|\n| 9:00 | 30 min | Wells |\n| | 1h | Rivers |\n"
    assert rows(text) == [[("09:00-09:30", "Wells"), ("09:30-10:30", "Rivers")]]


def test_what_has_no_place_is_named_with_its_line_and_nothing_is_lost():
    text = TABLE.replace(
        "## Day 2", "Bring your badge.\n\n| Hotel | Price |\n|---|---|\n| Inn | 40 |\n\n## Day 2"
    )
    assert left_out(text) == ["Bring your badge.", "Hotel | Price", "Inn | 40"]
    agenda, source = read(text)
    lines = [source.lines.position(span.start).line for _, span in source.unplaced]
    assert lines == [13, 15, 17]
    assert [fault.kind for fault in agenda.faults] == ["text-unplaced"] * 3


def test_a_column_that_nobody_knows_is_not_dropped():
    text = "| Time | Session | Catering |\n|---|---|---|\n| 9:00-10:00 | Wells | 40 cups |\n"
    assert left_out(text) == ["Catering: 40 cups"]


def test_a_text_without_any_session_says_so():
    agenda, _ = read("Dear all,\n\nplease find the agenda attached.\n")
    assert agenda.faults[0].kind == "key-missing"


WORDS = st.sampled_from(
    ["09:00-10:00", "9:30", "Day 1", "2 March 2026", "|", "\t", "\n", "\n\n", "---", "<table>", "<tr>",
     "<td rowspan=99>", "</table>", "Wells", "Time", "Session", "**", "# ", "- ", "Venue: ", "10", "ca. 9", "é", "٣"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_no_text_is_beyond_the_reader_and_no_word_of_it_is_lost(text):
    agenda, source = read(text, "x.txt")
    kept = f"{agenda.written!r} {source.unplaced!r}" if hasattr(source, "unplaced") else text
    assert "Wells" not in text or "Wells" in kept or re.search(r"<t|Session|Time", text)


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_at_all_is_read_or_refused_in_words(text):
    with suppress(OgpError):
        read(text, "x.txt")


def test_a_mail_as_it_is_pasted_has_its_subject_for_a_title():
    text = """From: Ana Ruiz <ana@example.org>
Subject: Re: Agenda of the clinic
Date: Mon, 2 Mar 2026 09:12:00 +0700

> Tuesday, 10 March 2026
>  9:00 - 9:15  Welcome
>  9:15 - 10:30 Presentations
>    - Water in Nepal
"""
    agenda, source = read(text, "mail.txt")
    assert agenda.workshop.title == "Agenda of the clinic"
    assert rows(text) == [[("09:00-09:15", "Welcome"), ("09:15-10:30", "Presentations")]]
    assert f"{agenda.days[0].date}" == "2026-03-10"
    assert agenda.sessions[1].written.summary == "Water in Nepal"
    assert left_out(text)[0].startswith("From:")
    span = source.locate(Place(Path(("days", 0, "sessions", 0, "time"))))
    assert source.lines.text[span.start : span.end] == "9:00 - 9:15"


def test_lengths_alone_follow_from_the_start_of_the_day():
    text = """Day 1, starts at 9:00

- Welcome (15 min)
- Introductions – 30 min
- 45 min Group work
"""
    assert rows(text) == [
        [
            ("09:00-09:15", "Welcome"),
            ("09:15-09:45", "Introductions"),
            ("09:45-10:30", "Group work"),
        ]
    ]


def test_lengths_of_talks_below_a_session_are_part_of_it():
    text = "Day 1\n9:00-10:00 Talks\n- Wells (15 min)\n- Rivers (15 min)\n"
    agenda, _ = read(text)
    (session,) = agenda.sessions
    assert session.written.summary == "Wells (15 min)\nRivers (15 min)"


def test_sessions_numbered_as_parallel_run_beside_each_other():
    text = """Day 1
11:00-12:00 Parallel sessions
Parallel session 1: Water
Speaker: Ana Ruiz
Parallel session 2: Air
13:00-14:00 Parallel session 1: Fire
13:00-14:00 Parallel session 2: Earth
"""
    agenda, _ = read(text)
    found = [(each.slot, each.title, each.written.parallel) for each in agenda.sessions[1:]]
    assert found == [
        ("11:00-12:00", "Parallel session 1: Water", True),
        ("11:00-12:00", "Parallel session 2: Air", True),
        ("13:00-14:00", "Parallel session 1: Fire", True),
        ("13:00-14:00", "Parallel session 2: Earth", True),
    ]
    assert agenda.sessions[0].written.container
    assert agenda.sessions[1].written.speakers == ("Ana Ruiz",)


def test_the_days_of_the_workshop_are_kept_and_tell_those_of_counted_days():
    text = "Water\nDates: 7-8 August 2017\n\nDay 1\n9:00-10:00 Wells\nDay 2\n9:00-10:00 Rivers\n"
    agenda, _ = read(text)
    assert [f"{day.date}" for day in agenda.days] == ["2017-08-07", "2017-08-08"]
    assert f"{agenda.workshop.start.day}" == "2017-08-07"
    agenda, _ = read(text.replace("Day 2\n9:00-10:00 Rivers\n", ""))
    assert [day.date for day in agenda.days] == [None]
    assert f"{agenda.workshop.end.day}" == "2017-08-08"


def test_a_day_that_begins_with_a_dinner_begins_in_the_evening():
    assert rows("Day 1\n6:30 - 8:00 Welcome reception\n") == [
        [("18:30-20:00", "Welcome reception")]
    ]
    assert rows("Day 1\n6:30 - 8:00 Breakfast\n") == [[("06:30-08:00", "Breakfast")]]
    assert rows("Day 1\n06:30 - 08:00 Dinner\n") == [[("06:30-08:00", "Dinner")]]


def test_a_whole_programme_on_one_line_is_told_by_its_times():
    text = (
        "OFICINA Maputo, 4 de agosto de 2026 08h00-08h30 Registo 08h30-09h00 Abertura "
        "09h00-10h30 Orçamento: 1.5 milhões"
    )
    assert rows(text) == [
        [
            ("08:00-08:30", "Registo"),
            ("08:30-09:00", "Abertura"),
            ("09:00-10:30", "Orçamento: 1.5 milhões"),
        ]
    ]
    assert f"{read(text)[0].days[0].date}" == "2026-08-04"


def test_a_sentence_with_times_is_no_programme():
    text = "9:00-9:30 Tea\nOpen 10:00-12:00, 14:00-16:00, 9:00-10:00 on request\n"
    assert rows(text) == [[("09:00-09:30", "Tea")]]


@pytest.mark.parametrize(
    "line",
    ["साढ़े 11 बजे चाय", "Alle 11:00 Pozzi", "上午九点 开幕", "Block 2 11:00 Lakes", "11 Coffee"],
)
def test_a_time_that_is_not_read_is_listed_and_not_passed_off_as_a_summary(line):
    text = f"9:00-10:00 Wells\n{line}\n"
    assert rows(text) == [[("09:00-10:00", "Wells")]]
    assert left_out(text) == [line]
    assert read(text)[0].sessions[0].written.summary is None


def test_a_bare_hour_below_a_session_is_none_of_its_summary():
    text = "10:00 Talk on rivers\n11 Coffee\n12 Lunch\n1 Field visit\n5\n"
    assert rows(text) == [[("", "Talk on rivers")]]
    assert read(text)[0].sessions[0].written.summary is None
    assert left_out(text) == ["11 Coffee", "12 Lunch", "1 Field visit", "5"]


def test_counted_points_below_a_session_are_its_summary():
    text = "9:30-10:30 Opening\n1 Welcome\n2 Rules\n3 Questions\n11:00 Coffee\n"
    assert read(text)[0].sessions[0].written.summary == "1 Welcome\n2 Rules\n3 Questions"
    assert left_out(text) == []


def test_another_title_of_a_day_that_is_there_already_is_listed():
    text = "2 March 2026 Rivers\n9:00-10:00 Wells\n2 March 2026 Lakes\n11:00-12:00 Tea\n"
    assert rows(text) == [[("09:00-10:00", "Wells"), ("11:00-12:00", "Tea")]]
    assert left_out(text) == ["Lakes"]


@pytest.mark.parametrize(
    ("heading", "morning", "noon"),
    [
        ("2026年3月2日（月）", "午前9時30分〜11時 開会", "午後1時 昼食"),
        ("2026年3月2日 星期一", "上午9:30-11:00 开幕", "下午1点 午餐"),
        ("2026년 3월 2일 (월)", "오전 9시 30분 ~ 11시 개회식", "오후 1시 중식"),
        ("सोमवार, 2 मार्च 2026", "सुबह 9:30 बजे से 11:00 बजे तक उद्घाटन", "दोपहर 1 बजे भोजन"),
        ("সোমবার, ২ মার্চ ২০২৬", "সকাল ৯:৩০ - ১১:০০ উদ্বোধন", "দুপুর ১টা মধ্যাহ্নভোজ"),
        ("Thứ Hai, ngày 2/3/2026", "9h30 - 11h00 Khai mạc", "13 giờ Ăn trưa"),
        ("الاثنين 2 مارس 2026", "٩:٣٠ صباحًا - ١١:٠٠ صباحًا الافتتاح", "١:٠٠ ظهرًا الغداء"),
        ("Senin, 2 Maret 2026", "pukul 09.30 - 11.00 WIB Pembukaan", "1 siang Makan siang"),
    ],
)
def test_a_programme_of_asia_is_read_as_it_is_written(heading, morning, noon):
    agenda, _ = read(f"{heading}\n{morning}\n{noon}\n")
    assert f"{agenda.days[0].date}" == "2026-03-02"
    first, second = agenda.days[0].sessions
    assert (first.start, first.end, second.start) == (570, 660, 780)
    assert first.title == morning.rpartition(" ")[2] or morning.endswith(first.title)
    assert left_out(f"{heading}\n{morning}\n{noon}\n") == []


@pytest.mark.parametrize(
    "heading", ["সোমবার, ১০ আগস্ট ২০২৬", "सोमवार, 10 अगस्त 2026", "الاثنين 10 أغسطس 2026"]
)
def test_days_in_bengali_hindi_and_arabic_are_days(heading):
    assert f"{read(f'{heading}{chr(10)}9:00-10:00 Wells')[0].days[0].date}" == "2026-08-10"


@pytest.mark.parametrize("title", ["Training, 5 May 2026", "PROGRAMME – Tuesday 5 May 2026"])
def test_the_date_in_the_title_is_that_of_the_only_day(title):
    assert f"{read(f'{title}{chr(10)}9:00-10:00 Wells')[0].days[0].date}" == "2026-05-05"


def test_noon_before_a_title_is_a_time_among_times():
    assert rows("9:00-10:00 Wells\nNoon Lunch\n") == [[("09:00-10:00", "Wells"), ("", "Lunch")]]


def test_days_beside_one_with_a_date_are_those_of_the_workshop():
    text = "Dates: 14-15 October 2025\n# Day 1 – 14 October 2025\n9:00-9:30 Tea\n# Day 2\n9:00-9:30 Wells\n"
    assert [f"{day.date}" for day in read(text)[0].days] == ["2025-10-14", "2025-10-15"]
    other = text.replace("Day 1 – 14", "Day 1 – 15")
    assert read(other)[0].days[1].date is None


def test_the_date_of_an_answered_mail_is_no_day():
    text = "9:00-9:30 Tea\n\nBest regards\n> On 1 Apr 2026, at 09:12, Sam wrote:\n> fine\n"
    assert len(read(text)[0].days) == 1
    assert "On 1 Apr 2026, at 09:12, Sam wrote:" in left_out(text)


def test_what_markdown_strikes_out_does_not_take_place():
    text = (
        "# Rivers\n\n## 3 March 2026\n\n| Time | Session |\n|---|---|\n| 9:00-10:00 | Opening |\n"
        "| ~~10:00-11:00~~ | ~~Talk~~ |\n| 11:00-12:00 | ~~Old~~ New |\n\n## 4 March 2026\n\n"
        "- 9:00-10:00 Wells\n- ~~10:00-11:00 Tea~~\n- 11:00~~12:00 Lunch\n"
    )
    assert rows(text) == [
        [("09:00-10:00", "Opening"), ("11:00-12:00", "New")],
        [("09:00-10:00", "Wells"), ("11:00-12:00", "Lunch")],
    ]
    assert left_out(text) == [
        "struck out: 10:00-11:00", "struck out: Talk", "struck out: Old", "struck out: 10:00-11:00 Tea",
    ]  # fmt: skip


PDF = """\
Seminar on Information Kathmandu Monday 18 May 2026 09:00–09:30 Registration Ground floor
09:30–09:50 Opening remarks 09:50–10:30 Keynote: Ten years of the
Act Prof. Sita Rai 10:30–11:00 Tea break
Page 1 of 2
11:00–12:30 Panel 1 12:30–13:30 Lunch 13:30–15:00 Group work
Participants work in 4 groups of 6 (see annex 2) 15:00–15:15 Break 15:15–16:00 Closing
"""


def test_lines_of_a_pdf_end_in_the_middle_of_sessions():
    assert rows(PDF) == [
        [
            ("09:00-09:30", "Registration Ground floor"),
            ("09:30-09:50", "Opening remarks"),
            ("09:50-10:30", "Keynote: Ten years of the"),
            ("10:30-11:00", "Tea break"),
            ("11:00-12:30", "Panel 1"),
            ("12:30-13:30", "Lunch"),
            ("13:30-15:00", "Group work"),
            ("15:00-15:15", "Break"),
            ("15:15-16:00", "Closing"),
        ]
    ]
    agenda, source = read(PDF)
    assert f"{agenda.days[0].date}" == "2026-05-18"
    assert agenda.sessions[2].written.summary == "Act Prof. Sita Rai"
    assert source.unplaced == ()
    where = source.locate(Place(agenda.sessions[3].path / "time"))
    assert PDF[where.start : where.end] == "10:30–11:00"


def test_hours_that_a_sentence_names_are_no_session():
    text = "9:00-10:00 Wells\nThe desk is open 10:00-12:00 and 14:00-15:00 every day\n"
    assert rows(text) == [[("09:00-10:00", "Wells")]]
    assert rows("Open days 10:00-16:00 Harbour\n9:00-10:00 Wells\n") == [[("09:00-10:00", "Wells")]]


@pytest.mark.parametrize(
    "line", ["Suva, Fiji · 8–9 June 2026", "Dates: 8-9 June 2026, Suva", "Date: 8 June 2026, 9:00"]
)
def test_what_stands_beside_the_dates_of_the_workshop_is_listed(line):
    text = f"# Water days\n{line}\n## Day 1\n9:00-10:00 Wells\n## Day 2\n9:00-10:00 Lakes\n"
    assert left_out(text) == [line.removeprefix("Dates: ").removeprefix("Date: ")]


def test_the_year_of_a_date_in_the_title_stands_in_the_text():
    mail = (
        "From: Joana <j@example.org>\nDate: Mon, 2 Mar 2026 16:11\nSubject: Roundtable (12 March)\n\n"
        "please join us on Thursday 12 March 2026, and answer by 5 March 2026.\n\n9:00-10:00 Wells\n"
    )
    assert f"{read(mail)[0].days[0].date}" == "2026-03-12"
    assert read(mail.replace("12 March 2026", "the day"))[0].days[0].date is None


@pytest.mark.parametrize(
    "line", ["10-00 – 11-15 Panel", "10-00-11-15 Panel", "с 10-00 до 11-15 Panel"]
)
def test_hyphens_before_minutes_are_no_dashes(line):
    assert rows(f"09:00 – 09:30 Wells\n{line}\n") == [
        [("09:00-09:30", "Wells"), ("10:00-11:15", "Panel")]
    ]


def test_times_at_the_ends_of_all_lines_are_times():
    text = "Forum\n12 May 2026\n\nOpening: 9:00 – 9:30\nPanel, 9:30-11:00\nLunch (12:00-13:00)\n"
    assert rows(text) == [
        [("09:00-09:30", "Opening"), ("09:30-11:00", "Panel"), ("12:00-13:00", "Lunch")]
    ]
    agenda, source = read(text)
    where = source.locate(Place(agenda.sessions[1].path / "time"))
    assert text[where.start : where.end] == "9:30-11:00"
    dots = "Forum, 12 May 2026\nRegistration ..... 8:30\nOpening ……… 9:00\n"
    told = [(each.start, each.title) for each in read(dots)[0].sessions]
    assert told == [(510, "Registration"), (540, "Opening")]


def test_a_time_at_the_end_of_one_line_among_others_is_not_put_into_a_summary():
    text = "9:00-10:00 Wells\nLunch (12:00-13:00)\n14:00-15:00 Lakes\n"
    assert rows(text) == [[("09:00-10:00", "Wells"), ("14:00-15:00", "Lakes")]]
    assert left_out(text) == ["Lunch (12:00-13:00)"]


def test_to_joins_two_times_whatever_stands_behind_them():
    text = "8.30 breakfast\n10.45 to 12 site visit\n12ish lunch\n1.30 debrief\n"
    assert rows(text)[0][1] == ("10:45-12:00", "site visit")
    assert left_out(text) == ["12ish lunch"]


@pytest.mark.parametrize(
    "line",
    [
        "Bishkek, 17 April 2026 (Friday)",
        "Dakar, le 17 avril 2026",
        "Hotel Alba, Dili, 17 April 2026",
    ],
)
def test_a_place_and_a_date_above_the_sessions_date_the_only_day(line):
    text = f"Forum on Rivers\n{line}\n9:00-10:00 Wells\n"
    assert f"{read(text)[0].days[0].date}" == "2026-04-17"


@pytest.mark.parametrize(
    "line", ["Draft, 17 April 2026", "Please answer Ana, who is away until then, by 17 April 2026"]
)
def test_another_date_above_the_sessions_is_not_that_of_the_day(line):
    assert read(f"Forum on Rivers\n{line}\n9:00-10:00 Wells\n")[0].days[0].date is None


def test_bullets_with_a_bar_are_lines_and_links_are_what_they_are_on():
    text = "## 3 August 2026\n\n- **09:00 – 09:30** | Registration\n- **09:30 – 10:45** | [Repair](https://example.org/x_y) (Dewi)\n"
    assert rows(text, "a.md") == [
        [("09:00-09:30", "Registration"), ("09:30-10:45", "Repair (Dewi)")]
    ]
    assert left_out(text) == ["link: https://example.org/x_y"]


@pytest.mark.parametrize(
    ("dates", "place"),
    [
        ("日時：2026年6月10日（水）9:30～16:00", "会場：A"),
        ("일시: 2026년 6월 10일(수) 09:30~17:00", "장소: A"),
        ("Thời gian: Thứ Tư, ngày 10/6/2026", "Địa điểm: A"),
        ("दिनांक: 10 जून 2026, बुधवार", "स्थान: A"),
        ("日期：2026年6月10日", "地点：A"),
        ("Date: Wednesday 10/6/2026", "Venue: A"),
    ],
)
def test_labels_of_the_day_and_the_place_are_known_in_asia(dates, place):
    agenda, _ = read(f"Forum\n{dates}\n{place}\n\n9:30-10:00 Wells\n")
    assert f"{agenda.days[0].date}" == "2026-06-10"
    assert agenda.workshop.venue == "A"


def test_a_time_in_brackets_stands_between_a_label_and_a_title():
    text = "Monday, 1 June 2026\nSession I (9:00 AM–10:30 AM): Budgets\nBreak (10:30–11:00)\nSession II (11:00–12:30): Maps\n"
    assert rows(text) == [
        [
            ("09:00-10:30", "Session I: Budgets"),
            ("10:30-11:00", "Break"),
            ("11:00-12:30", "Session II: Maps"),
        ]
    ]

"""Tables as people lay them out: lengths, days and tracks beside each other, cells over several times."""

import pytest

from ogpworkshop.model.path import Place
from ogpworkshop.read.anything import read_any


def read(text, file="programme.html"):
    return read_any(text.encode(), file)


def rows(text, file="programme.html"):
    """(time, title) of each session, day by day."""
    agenda, _ = read(text, file)
    return [[(each.slot, each.title) for each in day.sessions] for day in agenda.days]


def left_out(text, file="programme.html"):
    return [" ".join(part.split()) for part, _ in read(text, file)[1].unplaced]


def table(*lines):
    """An HTML table, a text for each row: cells parted by |, “2x3:” before one for its columns and rows."""
    made = []
    for line in lines:
        cells = []
        for part in line.split("|"):
            size, colon, text = part.strip().partition(":: ")
            columns, _, n_rows = (size if colon else "1x1").partition("x")
            inner = (text if colon else part.strip()).replace("/", "<br>")
            cells.append(f"<td colspan={columns} rowspan={n_rows}>{inner}</td>")
        made.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(made)}</table>"


@pytest.mark.parametrize(
    ("header", "lengths"),
    [
        ("Time (min)", ("10", "15", "5")),
        ("Time", ("10 min", "15 min", "5 min")),
        ("Duration", ("10", "0:15", "5'")),
        ("Time", ("10", "15", "5")),
        ("Durée", ("10 min", "15'", "5 min")),
    ],
)
def test_a_column_of_lengths_says_how_long_and_not_when(header, lengths):
    text = "\n".join(
        [f"| {header} | Session |", "|---|---|", *(f"| {each} | A |" for each in lengths)]
    )
    agenda, _ = read(text, "a.md")
    assert [each.start for each in agenda.sessions] == [None, None, None]
    assert [each.written.duration.minutes for each in agenda.sessions] == [10, 15, 5]


def test_an_hour_among_lengths_is_a_length():
    text = "| Time | Session |\n|---|---|\n| 30 min | A |\n| 1h | B |\n| 1h30 | C |\n"
    agenda, _ = read(text, "a.md")
    assert [each.written.duration.minutes for each in agenda.sessions] == [30, 60, 90]


def test_rising_hours_are_hours():
    text = "| Time | Session |\n|---|---|\n| 9 | A |\n| 10 | B |\n| 12 | Lunch |\n| 1 | C |\n"
    agenda, _ = read(text, "a.md")
    assert [each.start for each in agenda.sessions] == [540, 600, 720, 780]


def test_days_beside_each_other_are_days():
    text = table(
        "Time | Monday 2 March 2026 | Tuesday 3 March 2026",
        "9-10 | Opening | Recap",
        "10-11 | 2x1:: Coffee",
        "3x1:: Lunch",
        "13-14 | Talks | ",
    )
    agenda, _ = read(text)
    assert [f"{day.date}" for day in agenda.days] == ["2026-03-02", "2026-03-03"]
    assert rows(text) == [
        [
            ("09:00-10:00", "Opening"),
            ("10:00-11:00", "Coffee"),
            ("", "Lunch"),
            ("13:00-14:00", "Talks"),
        ],
        [("09:00-10:00", "Recap"), ("10:00-11:00", "Coffee"), ("", "Lunch")],
    ]
    assert not any(each.written.parallel for each in agenda.sessions)


def test_a_cell_over_several_times_lasts_over_all_of_them():
    text = table(
        "Time | Room 1 | Room 2", "11:30-12:30 | 1x2:: Long | A", "12:30-1:30 | B", "1:30-2 | C | D"
    )
    assert rows(text)[0][:3] == [
        ("11:30-13:30", "Long"), ("11:30-12:30", "A"), ("12:30-13:30", "B"),
    ]  # fmt: skip


def test_a_title_over_several_times_keeps_what_stands_beside_it():
    text = table(
        "Time | Session | Speaker", "9:00-9:30 | 1x2:: Panel | Ana Ruiz", "9:30-10:00 | Bo Li"
    )
    agenda, _ = read(text)
    assert rows(text) == [[("09:00-10:00", "Panel")]]
    assert agenda.sessions[0].written.speakers == ("Ana Ruiz", "Bo Li")


@pytest.mark.parametrize("name", ["Parallel sessions", "Sessions"])
def test_tracks_below_a_common_heading_are_tracks(name):
    text = table(
        f"1x2:: Time | 2x1:: {name} | 1x2:: Notes", "Track A | Track B", "9-10 | A | B | bring pens", "10-11 | 2x1:: All | "
    )  # fmt: skip
    agenda, source = read(text)
    found = [(each.slot, each.title, each.written.track) for each in agenda.sessions]
    assert found == [
        ("09:00-10:00", "A", "Track A"), ("09:00-10:00", "B", "Track B"), ("10:00-11:00", "All", None),
    ]  # fmt: skip
    assert agenda.sessions[0].written.notes == "bring pens"
    assert source.unplaced == ()


def test_a_track_next_to_a_wide_one_stays_in_its_own():
    text = table("Time | A | B | C", "9-10 | one | 2x1:: two", "10-11 | 2x1:: three | four")
    agenda, _ = read(text)
    assert [(each.title, each.written.track) for each in agenda.sessions] == [
        ("one", "A"), ("two", "B"), ("three", "A"), ("four", "C"),
    ]  # fmt: skip


def test_several_times_in_a_cell_are_several_sessions():
    text = table(
        "No | Time | Session | Extra",
        "1 | 9:00-9:30/9:30-10:00 | Welcome/Panel | x",
        "2 | 10:00/-/10:30 | Tea/in the hall | ",
    )
    assert rows(text) == [
        [("09:00-09:30", "Welcome"), ("09:30-10:00", "Panel"), ("10:00-10:30", "Tea")]
    ]
    assert left_out(text) == ["Extra: x"]


def test_more_times_than_titles_cannot_be_read_and_are_kept():
    text = table("Time | Session", "9:00-9:30/9:30-10:00/10:00-10:30 | Welcome/Panel")
    agenda, _ = read(text)
    (session,) = agenda.sessions
    assert not session.time.is_readable
    assert session.time.text == "9:00-9:30 9:30-10:00 10:00-10:30"


def test_exports_with_date_and_time_in_one_cell_are_put_in_order():
    text = """Title,Start,End,Room
Later,2026-03-03 09:30,2026-03-03 10:30,Hall
Party,2026-03-02 20:30:00,2026-03-03 01:30:00,Hall
Welcome,2026-03-02T09:00:00+01:00,2026-03-02T09:30:00+01:00,Hall
"""
    agenda, _ = read(text, "a.csv")
    assert [f"{day.date}" for day in agenda.days] == ["2026-03-02", "2026-03-03"]
    assert rows(text, "a.csv") == [
        [("09:00-09:30", "Welcome"), ("20:30-01:30", "Party")], [("09:30-10:30", "Later")],
    ]  # fmt: skip


def test_a_time_in_utc_is_not_passed_off_as_one_of_the_place():
    text = "Title,Start\nA,2026-03-02T09:00:00Z\nB,2026-03-02T10:00:00Z\n"
    agenda, _ = read(text, "a.csv")
    assert [remark.kind for _, remark in agenda.remarks] == ["time-zone-abbreviation"] * 2


def test_a_session_over_several_days_has_no_end_on_its_first():
    text = "Title,Start,End\nExpo,2026-03-02 08:00,2026-03-03 18:00\n"
    agenda, _ = read(text, "a.csv")
    (session,) = agenda.sessions
    assert session.end is None
    assert session.written.end.text == "2026-03-03 18:00"


def test_fractions_of_a_day_are_times_and_half_an_hour_is_not_noon():
    text = "Start,End,Duration,Title\n0.375,0.5,,A\n0.5,,0.5,B\n0.5416667,,0.0208333333,C\n"
    agenda, _ = read(text, "a.csv")
    found = [(each.start, each.end) for each in agenda.sessions]
    assert found[0] == (540, 720)
    assert agenda.sessions[1].written.duration.minutes is None
    assert found[2] == (780, 810)


def test_a_repeated_header_and_page_numbers_are_no_sessions():
    text = "| Start | Session |\n|---|---|\n| 9:00 | A |\n\nPage 1 of 2\n\n| Start | Session |\n|---|---|\n| 10:00 | B |\n| Start | Session |\n| 11:00 | C |\n"
    assert [title for _, title in rows(text, "a.md")[0]] == ["A", "B", "C"]
    assert left_out(text, "a.md") == []


def test_what_stands_in_an_unknown_column_of_a_row_that_goes_on_is_listed():
    text = table("Time | Session | Extra", "9-10 | A | ", " | | orphan")
    assert left_out(text) == ["Extra: orphan"]


def test_what_is_struck_out_the_menu_and_the_foot_of_a_page_are_listed():
    page = (
        "<nav><a>Home</a></nav><h1>Water</h1><ul><li>9:00-9:30 Tea</li><li><s>9:30 Gone</s></li>"
        "<li>10:00-11:00 <del>Lakes</del> Wells</li></ul><footer>Contact us</footer>"
    )
    assert rows(page) == [[("09:00-09:30", "Tea"), ("10:00-11:00", "Wells")]]
    assert left_out(page) == [
        "navigation: Home",
        "struck out: 9:30 Gone",
        "struck out: Lakes",
        "footer: Contact us",
    ]


def test_the_foot_of_a_session_stays_with_it():
    agenda, source = read("<article><p>9:00-9:30 Tea</p><footer>In the hall</footer></article>")
    assert agenda.sessions[0].written.summary == "In the hall"
    assert source.unplaced == ()


@pytest.mark.parametrize(
    "header",
    [
        "Hora|Qué|Quién",
        "Quand|Quoi|Qui",
        "Wann|Was|Wer",
        "When|What|Who",
        "সময়|বিষয়|বক্তা",
        "समय|विषय|वक्ता",
    ],
)
def test_columns_may_be_named_by_questions_and_in_scripts_with_marks(header):
    text = "\n".join("\t".join(line.split("|")) for line in (header, "9:00|Wells|Ana", "9:30|Tea|"))
    agenda, _ = read(text, "paste.txt")
    assert [each.title for each in agenda.sessions] == ["Wells", "Tea"]
    assert agenda.sessions[0].written.speakers == ("Ana",)


def test_a_title_behind_its_time_in_one_cell_is_a_title():
    text = "Time        Session      Presenter\n9:00-9:30 Tea\n9:30-10:15 Keynote: Cities  Li Na\n"
    agenda, source = read(text, "paste.txt")
    found = [(each.slot, each.title) for each in agenda.sessions]
    assert found == [("09:00-09:30", "Tea"), ("09:30-10:15", "Keynote: Cities")]
    span = source.locate(Place(agenda.sessions[1].path / "title"))
    assert text[span.start : span.end] == "Keynote: Cities"


def test_a_rejected_submission_of_a_list_is_noted_and_never_placed():
    text = "Title,Proposal state,Start,Duration\nWells,confirmed,2026-03-02 09:00,30\nGone,rejected,,30\n"
    agenda, source = read(text, "talks.csv")
    assert [each.title for each in agenda.sessions] == ["Wells"]
    assert "Gone | rejected | 30" in [words for words, _ in source.unplaced]


def test_people_in_one_cell_are_taken_by_what_they_do():
    page = table(
        "Time|Session|Speakers",
        "9:00-10:00|Panel|Moderator: Ana Ruiz<br>Panelists: Bo Li; Cy Ek<br>Dee",
    )
    (session,) = read(page)[0].sessions
    assert session.written.facilitators == ("Ana Ruiz",)
    assert session.written.speakers == ("Bo Li", "Cy Ek", "Dee")


def test_titles_with_times_of_their_own_in_one_cell_are_sessions():
    page = table("Time|Session", "3.30-5.00 pm|3.30-4.15 – Wells<br>4.15-5.00 – Lakes")
    assert rows(page) == [[("15:30-16:15", "Wells"), ("16:15-17:00", "Lakes")]]
    page = table("Time|Session", "15:30-17:00|15:30-16:15 Wells<br>16:15-17:00 Lakes")
    assert rows(page) == [[("15:30-16:15", "Wells"), ("16:15-17:00", "Lakes")]]


def test_a_part_of_the_day_alone_in_the_column_of_times_is_noted():
    page = table("Time|Session", "Morning|", "9:00-9:30|Tea")
    assert rows(page) == [[("09:00-09:30", "Tea")]]
    assert left_out(page) == ["Morning"]


def test_parts_of_a_line_that_a_page_sets_apart_stay_apart():
    page = (
        "<html><p><span>9:00 AM</span><span>Wells</span></p><p><b>9:30 AM</b>-10 AM <b>T</b>ea</p>"
    )
    assert rows(page) == [[("09:00-09:30", "Wells"), ("09:30-10:00", "Tea")]]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("时间", "内容", "主讲人", "地点"), ("上午9:30-11:00", "开幕", "王芳", "一号会议室")),
        (("時間", "演題", "登壇者", "会場"), ("9時30分〜11時", "開会", "森 明子", "大ホール")),
        (("시간", "내용", "발표자", "장소"), ("오전 9시 30분 ~ 11시", "개회", "김민지", "대강당")),
        (("Thời gian", "Nội dung", "Diễn giả", "Địa điểm"), ("9h30 - 11h", "Khai mạc", "Lan Trần", "Phòng A")),
        (("เวลา", "กิจกรรม", "วิทยากร", "สถานที่"), ("09.30 - 11.00 น.", "พิธีเปิด", "สมชาย", "ห้อง 1")),
    ],
)  # fmt: skip
def test_a_table_of_asia_is_told_by_its_headings(header, row):
    text = "\n".join(f"| {' | '.join(each)} |" for each in (header, ["---"] * 4, row))
    agenda, source = read(text, "a.md")
    session = agenda.sessions[0]
    assert (session.start, session.end, session.title) == (570, 660, row[1])
    assert session.written.speakers == (row[2],)
    assert [each.name for each in agenda.written.rooms.values()] == [row[3]]
    assert source.unplaced == ()


@pytest.mark.parametrize(
    "header", ["2x1:: Time | Session", "Time | | Session", "Start | | Session"]
)
def test_a_column_without_a_heading_behind_the_starts_holds_the_ends(header):
    text = table(header, "9:00 | 10:00 | Wells", "10:00 | 10:00 | Photo", "10.30 | 12.00 | Lakes")
    assert rows(text) == [
        [("09:00-10:00", "Wells"), ("10:00-10:00", "Photo"), ("10:30-12:00", "Lakes")]
    ]
    assert left_out(text) == []


def test_who_moderates_in_the_column_of_those_in_charge_is_named_alone():
    text = table(
        "Hora | Actividad | Responsable",
        "9h a 10h | Panel | Moderador: Iván Paz",
        "10h a 11h | Cierre | Luz Mora",
    )
    agenda, _ = read(text)
    assert [each.written.facilitators for each in agenda.sessions] == [("Iván Paz",), ("Luz Mora",)]


def test_a_row_below_a_merged_time_and_title_goes_on_with_the_session():
    text = table(
        "Time | Topic | Presenter",
        "1x2:: 9:00-10:00 | 1x2:: Panel | Bat Erdene",
        "Saran Tuya",
        "10:00-11:00 | Tea | ",
    )
    agenda, _ = read(text)
    assert rows(text) == [[("09:00-10:00", "Panel"), ("10:00-11:00", "Tea")]]
    assert agenda.sessions[0].written.speakers == ("Bat Erdene", "Saran Tuya")


def test_a_text_over_all_columns_that_ends_with_its_time_has_that_time():
    text = table(
        "Heures | Activités | Salle",
        "9h-10h15 | Débat | A",
        "3x1:: Pause-café (10h15 – 10h45)",
        "10h45-12h | Atelier | B",
    )
    assert rows(text)[0][1] == ("10:15-10:45", "Pause-café")


def test_a_page_may_begin_with_any_heading():
    text = "<h2>Forum</h2><p>Dakar, le 9 novembre 2026</p><ul><li>9:00-10:00 Eau</li></ul>"
    agenda, _ = read(text, "x")
    assert agenda.workshop.title == "Forum"
    assert f"{agenda.days[0].date}" == "2026-11-09"


def test_days_and_tracks_beside_a_column_of_times_without_a_heading_are_days_and_tracks():
    days = table(" | 2 March 2026 | 3 March 2026", "9:00 | Opening | Visit", "10:30 | Tea | Tea")
    assert [[title for _, title in day] for day in rows(days)] == [
        ["Opening", "Tea"],
        ["Visit", "Tea"],
    ]
    tracks, _ = read(
        table(" | Track A | Track B", "9:00-10:00 | Wells | Lakes", "10:00-11:00 | Rivers | Seas")
    )
    assert [each.written.track for each in tracks.sessions] == ["Track A", "Track B"] * 2
    planner = table(" | Track A | Track B", "9:00 | Wells | Lakes", "10:30 | Tea | Tea")
    assert [each.end for each in read(planner)[0].sessions] == [630, 630, None, None]
    named, source = read(
        table(" | Session | Speaker", "9:00-10:00 | Wells | Ana", "10:00-11:00 | Lakes | Bo")
    )
    assert [each.title for each in named.sessions] == ["Wells", "Lakes"]
    assert source.unplaced == ()

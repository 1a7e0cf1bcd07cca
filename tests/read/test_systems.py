"""Calendars and schedules of other systems."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.errors import OgpError
from ogpworkshop.model.path import Path, Place
from ogpworkshop.read.anything import read_any

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//other//EN
X-WR-CALNAME:Water for All
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VEVENT
UID:1
DTSTART;TZID=W. Europe Standard Time:20260302T090000
DTEND;TZID=W. Europe Standard Time:20260302T100000
SUMMARY:Opening\\, with
  music
LOCATION:Hall A
DESCRIPTION:All are there.\\nSpeakers: Ana Ruiz\\; Bo Li
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20260302T100000Z
DURATION:PT1H30M
SUMMARY:Wells
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20260302T083000
DTEND;TZID=/mozilla.org/20070129_1/Europe/Berlin:20260302T084500
RRULE:FREQ=DAILY;COUNT=3
EXDATE;TZID=Europe/Berlin:20260303T083000
SUMMARY:Stretching
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART;VALUE=DATE:20260302
SUMMARY:Whole day
END:VEVENT
BEGIN:VEVENT
UID:5
DTSTART;TZID=Europe/Berlin:20260302T120000
SUMMARY:Gone
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
"""


def read(text, file="x"):
    return read_any(text.encode(), file)


def rows(agenda):
    return [[(each.slot, each.title) for each in day.sessions] for day in agenda.days]


def test_a_calendar_is_read_with_its_zones_and_repetitions():
    agenda, source = read(CALENDAR)
    assert (agenda.workshop.title, agenda.workshop.timezone) == ("Water for All", "Europe/Berlin")
    assert rows(agenda) == [
        [
            ("08:30-08:45", "Stretching"),
            ("09:00-10:00", "Opening, with music"),
            ("11:00-12:30", "Wells"),
        ],
        [("08:30-08:45", "Stretching")],
    ]
    opening = agenda.sessions[1].written
    assert (opening.speakers, opening.summary) == (("Ana Ruiz", "Bo Li"), "All are there.")
    assert [text for text, _ in source.unplaced] == [
        "all day or without a time: Whole day",
        "cancelled: Gone",
    ]
    span = source.locate(Place(Path(("days", 0, "sessions", 2, "time"))))
    assert source.lines.text[span.start : span.end] == "DTSTART:20260302T100000Z"


def test_a_zone_that_nobody_knows_leaves_times_as_they_are_and_says_so():
    text = CALENDAR.replace("W. Europe Standard Time", "Middle Earth")
    agenda, source = read(text)
    assert ("09:00-10:00", "Opening, with music") in rows(agenda)[0]
    assert "the time zone Middle Earth" in [text for text, _ in source.unplaced]


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY", "FREQ=SECONDLY;COUNT=9", "FREQ=DAILY;COUNT=99999", "nonsense;COUNT=2"]
)
def test_a_repetition_without_end_is_read_once_and_named(rule):
    agenda, source = read(CALENDAR.replace("FREQ=DAILY;COUNT=3", rule))
    assert sum(each.title == "Stretching" for each in agenda.sessions) == 1
    assert f"repetition {rule}" in [text for text, _ in source.unplaced]


GUID = "0b0d2f6a-53a4-5f1e-9a4c-3f6a0f1c2d3e"
FRAB = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<schedule><version>1</version>
<conference><title>Water – für alle</title><time_zone_name>Europe/Berlin</time_zone_name></conference>
<day date="2026-03-02" index="1" start="2026-03-02T09:00:00+01:00" end="2026-03-03T02:00:00+01:00">
<room name="Saal ä">
<event id="7" guid="{GUID}"><date>2026-03-02T09:00:00+01:00</date><start>09:00</start>
<duration>01:30</duration><room>Saal ä</room><title>Wells &amp; more</title><subtitle>deep</subtitle>
<track>Water</track><type>lecture</type><abstract>Why.</abstract><description>&lt;p&gt;How.&lt;/p&gt;</description>
<persons><person id="1">Ana Ruiz</person><person id="2">Bo Li</person></persons>
<links><link href="https://example.org/x">Slides</link></links></event>
<event id="9" guid="VGhpc0lzQUd1aWQxMjM0NQ=="><date>2026-03-03T00:30:00+01:00</date><start>00:30</start>
<duration>1:00:00</duration><title>Night</title><type>performance</type></event>
<event id="8"><date>2026-03-02T21:00:00Z</date><start>22:00</start><duration>60</duration><title>Late</title></event>
</room></day></schedule>
"""


def test_a_schedule_is_read_with_guids_persons_and_local_times():
    agenda, source = read(FRAB)
    assert rows(agenda) == [
        [("09:00-10:30", "Wells & more"), ("22:00-23:00", "Late"), ("00:30-01:30", "Night")]
    ]
    wells, _, night = agenda.sessions
    assert (wells.id, wells.kind, wells.written.track) == (GUID, "talks", "Water")
    assert wells.written.speakers == ("Ana Ruiz", "Bo Li")
    assert wells.written.summary == "deep\n\nWhy.\n\nHow."
    assert night.id == "54686973-4973-4147-7569-643132333435"
    assert agenda.room_name(wells.written.room) == "Saal ä"
    assert [text for text, _ in source.unplaced] == [
        "Slides https://example.org/x",
        "type: performance",
    ]
    span = source.locate(Place(Path(("days", 0, "sessions", 0, "title"))))
    assert source.lines.text[span.start : span.end] == "Wells &amp; more"


def test_a_schedule_without_dates_and_guids_is_read_too():
    text = FRAB.replace(f' guid="{GUID}"', "").replace("<date>2026-03-02T09:00:00+01:00</date>", "")
    agenda, _ = read(text)
    assert rows(agenda)[0][0] == ("09:00-10:30", "Wells & more")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            FRAB.replace(
                "<schedule>", '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>'
            ),
            "document type",
        ),
        (FRAB.replace("</track>", "</tracc>"), "breaks off"),
        (FRAB[:400], "breaks off"),
        ("<?xml version='1.0'?><rss/>", "<rss>"),
        ("<?xml version='1.0'?><schedule>" + "<a>" * 500 + "</a>" * 500 + "</schedule>", "deeper"),
    ],
)
def test_xml_that_is_no_schedule_is_one_finding(text, what):
    agenda, _ = read(text)
    (fault,) = agenda.faults
    assert what in fault.message


def frab_json():
    event = {"id": 7, "guid": GUID, "date": "2026-03-02T09:00:00+01:00", "start": "09:00", "duration": "01:30",
             "title": "Wells", "type": "lecture", "track": None, "abstract": "Why.", "persons": [{"name": "Ana Ruiz"}]}  # fmt: skip
    day = {"date": "2026-03-02", "rooms": {"Saal": [event]}}
    conference = {"title": "Water", "time_zone_name": "Europe/Berlin", "days": [day]}
    return {"schedule": {"conference": conference}}


SESSIONIZE = {
    "sessions": [{"id": "1", "title": "Wells", "startsAt": "2026-03-02T09:00:00", "endsAt": "2026-03-02T10:30:00",
                  "roomId": 5, "speakers": ["u"]}],
    "speakers": [{"id": "u", "fullName": "Ana Ruiz"}], "rooms": [{"id": 5, "name": "Saal"}],
}  # fmt: skip
GRID = [{"date": "2026-03-02T00:00:00", "rooms": [{"name": "Saal", "sessions": [
    {"title": "Wells", "startsAt": "2026-03-02T09:00:00", "endsAt": "2026-03-02T10:30:00", "speakers": [{"name": "Ana Ruiz"}]}]}]}]  # fmt: skip
PRETALX = {"results": [{"title": "Wells", "speakers": [{"name": "Ana Ruiz"}],
           "slot": {"start": "2026-03-02T09:00:00+01:00", "end": "2026-03-02T10:30:00+01:00", "room": {"en": "Saal"}}}]}  # fmt: skip
LINKED = {"@type": "Event", "name": "Water", "subEvent": [{"name": "Wells", "startDate": "2026-03-02T09:00:00+01:00",
          "endDate": "2026-03-02T10:30:00+01:00", "location": {"name": "Saal"}, "performer": {"name": "Ana Ruiz"}}]}  # fmt: skip


SECOND = {"schedule": {"conference": {"title": "Water", "time_zone_name": "Europe/Berlin", "days": [{"date": "2026-03-02"}],
          "tracks": [{"slug": "w", "name": "Water"}]}, "events": [{"guid": GUID, "title": "Wells", "start": "2026-03-02T08:00:00+00:00",
          "end": "2026-03-02T10:30:00+01:00", "room": {"name": "Saal", "slug": "saal"}, "track": {"slug": "w"}, "type": "Talk (90 min)",
          "participants": [{"name": "Ana Ruiz", "role": "SPEAKER"}]}]}}  # fmt: skip


@pytest.mark.parametrize(
    "whole",
    [frab_json(), SECOND, SESSIONIZE, GRID, PRETALX, LINKED],
    ids=["frab", "second version", "sessionize", "grid", "pretalx", "schema.org"],
)
def test_json_of_each_system_gives_the_same_session(whole):
    agenda, source = read(json.dumps(whole, indent=1))
    (session,) = agenda.sessions
    assert (session.slot, session.title, f"{session.date}") == (
        "09:00-10:30",
        "Wells",
        "2026-03-02",
    )
    assert session.written.speakers == ("Ana Ruiz",)
    assert agenda.room_name(session.written.room) == "Saal"
    span = source.locate(Place(Path(("days", 0, "sessions", 0, "title"))))
    assert source.lines.text[span.start : span.end] == "Wells"


@settings(max_examples=200, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
    ["schedule", "conference", "days", "rooms", "sessions", "results", "slot", "subEvent", "title", "speakers", "start", "date", "persons", "@graph"]), inner, max_size=4), max_leaves=20))  # fmt: skip
def test_no_json_is_beyond_the_reader(whole):
    with suppress(OgpError):
        read(json.dumps(whole), "x.json")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(FRAB) - 1), st.text(max_size=3))
def test_a_schedule_with_any_slip_is_read_or_told(at, slip):
    with suppress(OgpError):
        read(FRAB[:at] + slip + FRAB[at + 1 :])


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(CALENDAR) - 1), st.text(max_size=3))
def test_a_calendar_with_any_slip_is_read_or_told(at, slip):
    with suppress(OgpError):
        read(CALENDAR[:at] + slip + CALENDAR[at + 1 :])


def left_out(text, file="x"):
    return [" ".join(part.split()) for part, _ in read(text, file)[1].unplaced]


def calendar(*entries, head=""):
    parts = [f"BEGIN:VEVENT\nUID:{n}\n{entry}\nEND:VEVENT\n" for n, entry in enumerate(entries)]
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(parts)}END:VCALENDAR\n"


def slots(text):
    agenda, _ = read(text)
    return [(f"{day.date}", each.slot) for day in agenda.days for each in day.sessions]


def test_a_zone_that_has_only_rules_is_read_by_them():
    head = """BEGIN:VTIMEZONE
TZID:Our own
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0545
TZOFFSETTO:+0545
END:STANDARD
END:VTIMEZONE
"""
    text = calendar(
        "DTSTART;TZID=Asia/Dhaka:20260302T090000\nDTEND;TZID=Asia/Dhaka:20260302T100000\nSUMMARY:A",
        "DTSTART;TZID=Our own:20260302T100000\nDTEND;TZID=Our own:20260302T110000\nSUMMARY:B",
        head=head,
    )
    assert slots(text) == [("2026-03-02", "09:00-10:00"), ("2026-03-02", "10:15-11:15")]
    assert left_out(text) == []


def test_exceptions_in_another_zone_or_for_a_whole_day_count():
    text = calendar(
        "DTSTART;TZID=Asia/Manila:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\n"
        "EXDATE:20260303T010000Z\nEXDATE;VALUE=DATE:20260304\nRDATE;TZID=Asia/Manila:20260309T100000\nSUMMARY:A"
    )
    assert slots(text) == [
        ("2026-03-02", "09:00-10:00"), ("2026-03-05", "09:00-10:00"), ("2026-03-09", "10:00-11:00"),
    ]  # fmt: skip


def test_what_a_calendar_says_besides_is_listed():
    text = calendar(
        "DTSTART:20260302T090000\nSUMMARY:A\nORGANIZER;CN=Bo Li:mailto:b@example.org\nURL:https://example.org/a\n"
        "RRULE:FREQ=DAILY;COUNT=2",
        "DTSTART:20260302T09\nSUMMARY:Broken",
    ).replace(
        "END:VCALENDAR", "BEGIN:VTODO\nSUMMARY:Book the hall\nEND:VTODO\nstray line\nEND:VCALENDAR"
    )
    assert sorted(left_out(text)) == [
        "all day or without a time: Broken",
        "organizer: Bo Li",
        "stray line",
        "todo: Book the hall",
        "url: https://example.org/a",
    ]


ROLES = """<schedule><conference><title>W</title><time_zone_name>Asia/Dhaka</time_zone_name></conference>
<day date="2026-03-02" index="1"><room name="A"><event id="1" guid="g"><date>2026-03-02T09:30:00+06:00</date>
<start>09:45</start><duration>26:30</duration><title>Wells</title><language>fr</language>
<description>&lt;p&gt;Deep &amp;amp; old&lt;/p&gt;</description><recording><optout>true</optout></recording>
<persons><person id="1" role="moderator">Ana Ruiz</person><person id="2">Bo Li</person><person id="3" role="stage hand">Cy Do</person></persons>
</event><event id="2"><start>11:00</start><duration>00:30</duration><title>Rivers</title><language>en</language></event>
<event id="3"><start>12:00</start><duration>00:30</duration><title>Seas</title><language>en</language></event>
</room></day><room name="B"><event id="4"><title>Lost</title></event></room></schedule>"""


def test_roles_languages_and_contradictions_of_a_schedule_are_kept():
    agenda, _ = read(ROLES)
    wells = agenda.sessions[0].written
    assert (wells.speakers, wells.facilitators) == (("Bo Li",), ("Ana Ruiz",))
    assert wells.summary == "Deep & old"
    assert (agenda.workshop.language, wells.language, agenda.sessions[1].written.language) == (
        "en",
        "fr",
        None,
    )
    assert left_out(ROLES) == [
        "stage hand: Cy Do",
        "not to be recorded: Wells",
        "its date says 09:30: Wells",
        "without a day: Lost",
        "a length of 26 h 30 min",
    ]


def test_a_date_in_utc_is_no_contradiction():
    text = ROLES.replace("2026-03-02T09:30:00+06:00", "2026-03-02T03:45:00+00:00")
    assert not any("date says" in each for each in left_out(text))


def test_choices_of_sessionize_are_tracks_and_kinds_or_listed():
    text = json.dumps({
        "sessions": [{"id": "1", "title": "Wells", "startsAt": "2026-03-02T09:00:00", "endsAt": "2026-03-02T10:00:00",
                      "speakers": ["s"], "categoryItems": [5, 6, 7], "roomId": 7, "liveUrl": "https://example.org/l"}],
        "speakers": [{"id": "s", "fullName": "Ana Ruiz"}],
        "rooms": [{"id": 7, "name": "Hall"}],
        "categories": [{"title": "Track", "items": [{"id": 5, "name": "Water"}]},
                       {"title": "Session format", "items": [{"id": 6, "name": "Panel (60 min)"}]},
                       {"title": "Level", "items": [{"id": 7, "name": "Beginner"}]}],
    })  # fmt: skip
    (session,) = read(text)[0].sessions
    assert (session.written.track, session.kind, session.written.speakers) == (
        "Water",
        "panel",
        ("Ana Ruiz",),
    )
    assert left_out(text) == ["liveUrl: https://example.org/l", "Level: Beginner"]


def test_withdrawn_talks_of_pretalx_are_listed_and_not_read():
    slot = {
        "start": "2026-03-02T09:00:00+06:00",
        "end": "2026-03-02T09:30:00+06:00",
        "room": {"name": {"en": "Hall"}},
    }
    talks = [
        {"title": "Wells", "state": "confirmed", "slots": [slot], "abstract": "A", "description": "D", "notes": "n",
         "submission_type": {"en": "Talk"}, "resources": [{"resource": "https://example.org/r", "description": "Slides"}]},
        {"title": "Gone", "state": "withdrawn", "slots": [slot]},
    ]  # fmt: skip
    text = json.dumps({"count": 2, "results": talks})
    (session,) = read(text)[0].sessions
    assert (session.written.summary, session.written.notes, session.kind) == (
        "A\n\nD",
        "n",
        "talks",
    )
    assert left_out(text) == ["Slides https://example.org/r", "withdrawn: Gone"]


EXPORTS = {
    "pretalx.csv": "ID,Proposal title,Session type,Track,Start,End,Room,Speaker names\n"
    "A,Wells,Talk,Water,2026-03-02T09:00:00+06:00,2026-03-02T09:45:00+06:00,Hall,Ana Ruiz\n",
    "sessionize.csv": "Session Id,Title,Session format,Track,Room,Scheduled At,Scheduled Duration,Speakers\n"
    "1,Wells,Talk,Water,Hall,2 Mar 2026 9:00 AM,45,Ana Ruiz\n",
    "pretalx.json": json.dumps([
        {"ID": "A", "Proposal title": "Wells", "Session type": "Talk", "Track": "Water", "Start": "2026-03-02T09:00:00+06:00",
         "End": "2026-03-02T09:45:00+06:00", "Room": "Hall", "Speaker names": ["Ana Ruiz"]}
    ]),
    "any.json": json.dumps({"programme": [
        {"title": "Wells", "type": "Talk", "track": "Water", "date": "2026-03-02", "time": "9:00-9:45", "room": "Hall",
         "speaker": "Ana Ruiz"}
    ]}),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_tables_of_systems_give_the_same_session(name):
    agenda, _ = read(EXPORTS[name], name)
    (session,) = agenda.sessions
    assert (f"{session.date}", session.slot, session.title) == (
        "2026-03-02",
        "09:00-09:45",
        "Wells",
    )
    written = session.written
    assert (written.track, written.speakers, session.kind) == ("Water", ("Ana Ruiz",), "talks")
    assert agenda.room_name(written.room) == "Hall"


def test_events_within_events_of_a_page_are_sessions():
    text = json.dumps({
        "@type": "Event", "name": "W", "organizer": {"name": "Office"}, "description": "About water",
        "subEvent": [{"name": "Day 1", "startDate": "2026-03-02", "subEvent": [
            {"name": "A", "startDate": "2026-03-02T09:00", "endDate": "2026-03-02T10:00", "performer": {"name": "Ana Ruiz"}},
            {"name": "B", "startDate": "2026-03-02T10:00", "eventStatus": "https://schema.org/EventCancelled"},
        ]}],
    })  # fmt: skip
    agenda, _ = read(text)
    assert (agenda.workshop.organiser, agenda.workshop.summary) == ("Office", "About water")
    assert [(each.slot, each.title) for each in agenda.sessions] == [("09:00-10:00", "A")]
    assert left_out(text) == ["cancelled: B"]


def test_an_entry_that_is_only_tentative_is_read_and_noted():
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20260302T090000", "SUMMARY:Wells",
             "STATUS:TENTATIVE", "END:VEVENT", "END:VCALENDAR", ""]  # fmt: skip
    agenda, source = read("\r\n".join(lines))
    assert [each.title for each in agenda.sessions] == ["Wells"]
    assert [text for text, _ in source.unplaced] == ["tentative: Wells"]

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

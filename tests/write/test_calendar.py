"""Calendars: read back by another library, kept up to date over edits."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.render.reminders import uids_of
from ogpworkshop.source import ical
from ogpworkshop.write.calendar import calendar
from ogpworkshop.write.occasions import occasions
from ogpworkshop.write.timezone import vtimezone

AGENDA = """\
workshop: {title: Open Rivers, timezone: Asia/Manila, venue: "Hall; east, wing"}
rooms: {a: {name: Aula}}
people: {reyes: {name: Lualhati Reyes}}
days:
  - date: 2026-03-02
    sessions:
      - {time: "09:00-10:00", title: "Opening: who, why", room: a, speakers: [reyes]}
      - {time: "10:00-10:30", title: Coffee break}
      - {time: "10:30-12:00", title: Water, kind: panel, notes: secret}
      - {time: "23:00-01:00", title: Night of films}
"""
FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 1, 9, 12, tzinfo=UTC)


def made(text, now=FIRST, before=b""):
    agenda, _ = read_agenda(text.encode(), "agenda.yaml")
    return calendar(agenda, occasions(agenda), now, before)


def events(content):
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def entries(content):
    return {str(each["SUMMARY"]): each for each in events(content)}


def test_another_library_reads_sessions_with_their_times_and_places():
    found = entries(made(AGENDA))
    assert list(found) == ["Opening: who, why", "Coffee break", "Water", "Night of films"]
    opening = found["Opening: who, why"]
    assert opening.decoded("DTSTART").isoformat() == "2026-03-02T09:00:00+08:00"
    assert str(opening["LOCATION"]) == "Aula, Hall; east, wing"
    assert "Speaker: Lualhati Reyes" in opening["DESCRIPTION"]
    assert found["Night of films"].decoded("DTEND").isoformat() == "2026-03-03T01:00:00+08:00"


def test_what_is_for_organisers_stays_with_them():
    assert b"secret" not in made(AGENDA)


def test_lines_end_as_the_standard_says_and_are_never_too_long():
    content = made(AGENDA.replace("Water,", f"{'水と川' * 40},"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert "水と川" * 40 in entries(content)


def test_a_session_of_no_length_has_no_end_which_would_have_to_be_later():
    text = AGENDA.replace(
        '{time: "10:00-10:30", title: Coffee break}',
        '{time: "10:00-10:00", title: Doors, marker: true}',
    )
    content = made(text)
    assert "DTEND" not in entries(content)["Doors"]
    assert made(text, LATER, content) == content


def test_a_session_that_was_renamed_keeps_its_uid_when_the_workshop_moves():
    first = made(AGENDA)
    renamed = AGENDA.replace("title: Water", "title: Rivers")
    second = made(renamed, FIRST + timedelta(1), first)
    moved = made(renamed.replace("2026-03-02", "2026-03-09"), LATER, second)
    assert {str(each["UID"]) for each in events(moved)} == {
        str(each["UID"]) for each in events(first)
    }
    assert {str(each["STATUS"]) for each in events(moved)} == {"CONFIRMED"}


def test_lines_of_a_summary_stay_lines():
    text = AGENDA.replace("notes: secret", 'summary: "Why:\\n- wells\\n- rivers"')
    assert entries(made(text))["Water"]["DESCRIPTION"] == "Why:\n- wells\n- rivers"


def test_an_agenda_that_did_not_change_gives_the_same_bytes_later():
    before = made(AGENDA)
    assert made(AGENDA, LATER, before) == before


def test_a_session_that_moved_keeps_its_uid_and_gets_a_higher_number():
    before = made(AGENDA)
    after = made(AGENDA.replace("10:30-12:00", "10:30-12:30"), LATER, before)
    old, new = entries(before)["Water"], entries(after)["Water"]
    assert new["UID"] == old["UID"]
    assert (old["SEQUENCE"], new["SEQUENCE"]) == (0, 1)
    assert new.decoded("LAST-MODIFIED") == LATER
    assert entries(after)["Coffee break"].decoded("LAST-MODIFIED") == FIRST


def test_a_session_with_another_title_at_the_same_time_keeps_its_uid():
    before = made(AGENDA)
    after = made(AGENDA.replace("Water,", "Rivers,"), LATER, before)
    assert entries(after)["Rivers"]["UID"] == entries(before)["Water"]["UID"]
    assert "Water" not in entries(after)


def test_another_title_of_the_workshop_does_not_make_other_sessions():
    before = made(AGENDA)
    after = made(AGENDA.replace("Open Rivers", "Rivers for All"), LATER, before)
    uids = [{entry["UID"] for entry in entries(each).values()} for each in (before, after)]
    assert uids[0] == uids[1]


def test_a_session_that_was_dropped_is_cancelled_once_and_stays_so():
    before = made(AGENDA)
    shorter = "".join(line for line in AGENDA.splitlines(keepends=True) if "films" not in line)
    after = made(shorter, LATER, before)
    dropped = entries(after)["Night of films"]
    assert (dropped["STATUS"], dropped["SEQUENCE"]) == ("CANCELLED", 1)
    assert made(shorter, LATER + timedelta(days=1), after) == after
    back = entries(made(AGENDA, LATER + timedelta(days=2), after))["Night of films"]
    assert (back["STATUS"], back["SEQUENCE"]) == ("CONFIRMED", 2)


def test_a_calendar_of_another_program_is_not_taken_for_an_earlier_export():
    foreign = made(AGENDA).replace(b"ogpworkshop//ogp", b"somebody//else")
    assert all(each["SEQUENCE"] == 0 for each in entries(made(AGENDA, LATER, foreign)).values())


def test_without_a_time_zone_the_times_are_those_of_whoever_reads():
    found = entries(made(AGENDA.replace("timezone: Asia/Manila, ", "")))
    assert found["Water"].decoded("DTSTART").tzinfo is None


@pytest.mark.parametrize(
    "name",
    ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kathmandu", "Africa/Casablanca",
     "America/Santiago", "Asia/Tehran", "Europe/Dublin", "Asia/Jerusalem", "Australia/Lord_Howe",
     "Africa/Cairo", "Asia/Beirut"],
)  # fmt: skip
def test_the_rules_of_a_zone_give_the_offsets_that_it_has(name):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *vtimezone(ZoneInfo(name), 2025, 2026)]
    text = "\r\n".join([*lines, "END:VCALENDAR", ""])
    zone = next(iter(icalendar.Calendar.from_ical(text).walk("VTIMEZONE")))
    by_rules = zone.to_tz(lookup_tzid=False)
    there = ZoneInfo(name)
    for day in range(0, 730, 3):
        moment = datetime(2025, 1, 1, 12) + timedelta(days=day)  # noqa: DTZ001  a wall clock
        expected = moment.replace(tzinfo=there).utcoffset()
        assert moment.replace(tzinfo=by_rules).utcoffset() == expected, moment


def test_a_zone_whose_changes_follow_a_rule_is_written_as_a_rule():
    lines = vtimezone(ZoneInfo("Europe/Berlin"), 2026, 2026)
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in lines
    assert "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" in lines


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_comes_back_as_it_went(text):
    shown = "".join(mark for mark in text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(mark for mark in shown if mark >= " " or mark in "\n\t").replace("\x7f", "")
    line = ical.folded(f"SUMMARY:{ical.escaped(text)}")
    assert ical.parse(line).text("SUMMARY") == kept or "\ufeff" in kept


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet='BEGIND:;="\r\n \tVEVENTX,\\a'))
def test_no_text_is_beyond_the_parser(text):
    root = ical.parse(text)
    assert sum(1 for _ in root.all("VEVENT")) <= text.count("BEGIN")


def test_sessions_of_one_title_keep_their_uids_when_the_first_is_dropped():
    twice = AGENDA + '      - {time: "15:00-15:30", title: Coffee break}\n'
    before = made(twice)
    first, second = [each for each in events(before) if each["SUMMARY"] == "Coffee break"]
    fewer = twice.replace('      - {time: "10:00-10:30", title: Coffee break}\n', "")
    after = {str(each["UID"]): each for each in events(made(fewer, LATER, before))}
    assert after[str(first["UID"])]["STATUS"] == "CANCELLED"
    assert after[str(second["UID"])]["STATUS"] == "CONFIRMED"
    assert after[str(second["UID"])]["SEQUENCE"] == 0


def test_an_id_keeps_the_uid_over_another_time_and_title():
    text = AGENDA.replace("title: Water,", "title: Water, id: water,")
    after = text.replace("title: Water,", "title: Rivers,").replace("10:30-12:00", "14:00-15:00")
    assert (
        entries(made(after, LATER, made(text)))["Rivers"]["UID"]
        == entries(made(text))["Water"]["UID"]
    )


def test_an_id_of_the_workshop_keeps_uids_over_another_title_without_an_earlier_file():
    text = AGENDA.replace("title: Open Rivers", "title: Open Rivers, id: rivers-2026")
    other = text.replace("Open Rivers", "Rivers for All")
    uids = [{str(each["UID"]) for each in events(made(each_text))} for each_text in (text, other)]
    assert uids[0] == uids[1]
    assert all(uid.endswith("@rivers-2026.ogpworkshop") for uid in uids[0])


def test_a_page_links_to_sessions_by_the_uids_of_the_exported_calendar():
    agenda, _ = read_agenda(AGENDA.encode(), "agenda.yaml")
    exported = {str(each["UID"]) for each in events(made(AGENDA))}
    assert set(uids_of(agenda).values()) == exported


def test_a_title_that_ends_with_a_colon_is_kept():
    assert "Why:" in entries(made(AGENDA.replace("title: Water,", 'title: "Why:",')))


def test_an_export_that_git_gave_other_line_ends_is_still_known():
    long = AGENDA.replace("Water,", f"{'Water ' * 20},")
    before = made(long).replace(b"\r\n", b"\n")
    assert {each["SEQUENCE"] for each in events(made(long, LATER, before))} == {0}


@pytest.mark.parametrize(
    "name", ["Europe/Berlin", "Europe/Dublin", "America/New_York", "Australia/Sydney"]
)
def test_a_zone_with_rules_has_one_part_for_each_half_of_the_year(name):
    lines = vtimezone(ZoneInfo(name), 2026, 2026)
    assert (lines.count("BEGIN:STANDARD"), lines.count("BEGIN:DAYLIGHT")) == (1, 1)
    assert sum(line.startswith("RRULE:") for line in lines) == 2
    assert all(line.startswith("DTSTART:1970") for line in lines if line.startswith("DTSTART"))


def test_a_zone_whose_law_changes_has_every_change_by_its_date():
    lines = vtimezone(ZoneInfo("Asia/Amman"), 2022, 2022)
    assert not any(line.startswith("RRULE") for line in lines)
    assert "DTSTART:20220225T000000" in lines


def test_a_zone_without_summer_time_has_one_part():
    lines = vtimezone(ZoneInfo("Asia/Manila"), 2026, 2026)
    assert lines[2:6] == [
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
    ]

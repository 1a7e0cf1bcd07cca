"""When people rest, and what nothing fills."""

import pytest

from ogpworkshop.model.agenda import Agenda, Day
from ogpworkshop.model.pauses import gaps, is_empty, is_online, rests, stretches
from ogpworkshop.model.time import span
from ogpworkshop.model.written import AgendaFile, Workshop
from ogpworkshop.read.agenda import read_agenda


def day(*rows: str) -> Day:
    text = "days:\n  - sessions:\n" + "".join(f"      - {{{row}}}\n" for row in rows)
    return read_agenda(text.encode(), "agenda.yaml")[0].days[0]


def worked(sessions: Day, longer_than: int = 0) -> list[str]:
    return [span(each.start, each.end) for each in stretches(sessions, longer_than)]


PANEL, TALKS = 'time: "09:00-10:30", title: Panel', 'time: "11:00-12:30", title: Talks'


def test_a_break_ends_a_stretch_of_work():
    assert worked(day(PANEL, 'time: "10:30-11:00", title: Coffee', TALKS)) == [
        "09:00-10:30",
        "11:00-12:30",
    ]


def test_a_break_of_no_length_ends_it_too():
    assert worked(day(PANEL, 'time: "10:30-10:30", title: Coffee', 'time: "10:30-12:00", title: Talks')) == [
        "09:00-10:30", "10:30-12:00",
    ]  # fmt: skip


def test_changing_rooms_is_no_rest():
    assert worked(day(PANEL, 'time: "10:35-12:00", title: Talks')) == ["09:00-12:00"]


def test_a_visit_is_no_work():
    assert worked(day(PANEL, 'time: "10:30-16:00", title: Field visit to the dam')) == [
        "09:00-10:30"
    ]


def test_a_long_session_may_have_its_own_break():
    assert not worked(
        day('time: "09:00-12:30", title: Course, summary: With a coffee break at ten.'), 120
    )
    assert worked(day('time: "09:00-12:30", title: Course'), 120)


def test_a_break_beside_a_long_session_cuts_it():
    sessions = day('time: "09:00-12:00", title: Lab, room: a', PANEL + ", room: b",
                   'time: "10:30-11:00", title: Coffee', TALKS + ", room: b")  # fmt: skip
    assert worked(sessions, 120) == []


def test_gaps_are_what_no_session_fills():
    assert [(gap.start, gap.end) for gap in gaps(day(PANEL, TALKS))] == [(630, 660)]
    assert gaps(day(PANEL, 'time: "10:00-11:30", title: Lab, room: b', TALKS)) == []


@pytest.mark.parametrize(
    "row",
    ["time: soon, title: Coffee", 'time: "11:00-11:00", title: Coffee', 'time: "11:00-10:30", title: Coffee',
     'time: "20:30-21:00", title: Coffee', "title: Coffee"],
)  # fmt: skip
def test_a_gap_beside_a_session_with_a_wrong_time_is_its_own(row: str):
    assert gaps(day(PANEL, row, TALKS)) == []


def test_rest_is_a_break_with_the_empty_time_around_it():
    sessions = day(PANEL, 'time: "10:30-10:40", title: Coffee', TALKS)
    assert [minutes for _, minutes in rests(sessions, [sessions.sessions[1]])] == [30]


def test_time_is_empty_when_nobody_has_it():
    sessions = day(PANEL, TALKS)
    assert is_empty(sessions, 630, 660)
    assert not is_empty(sessions, 620, 640)


@pytest.mark.parametrize(
    ("venue", "online"),
    [("Online (Zoom)", True), ("Virtual", True), ("Manila", False), ("Manila and online", False),
     ("Zoomlion Hotel", False)],
)  # fmt: skip
def test_a_workshop_is_online_by_its_venue(venue: str, online: bool):
    assert is_online(Agenda(AgendaFile(workshop=Workshop(venue=venue)))) == online

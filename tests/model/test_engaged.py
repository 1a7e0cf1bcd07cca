"""Who has something to do, and who is there on which day."""

from ogpworkshop.model.attendance import days_of, named_days
from ogpworkshop.model.engaged import engagements
from ogpworkshop.model.identity import Identities
from ogpworkshop.model.path import Path
from ogpworkshop.model.roster import Participant
from ogpworkshop.read.agenda import read_agenda

TEXT = """
people:
  maria: {name: Maria Cruz}
days:
  - date: 2017-08-07
    title: Opening day
    sessions:
      - {time: "10:00-11:00", title: Later, chair: maria, speakers: [TBC, Ministry of Health]}
      - {time: "09:00-10:00", title: Earlier, track: A, speakers: [Maria Cruz], chair: Maria Cruz}
      - {time: "11:00-12:00", title: Last, speakers: [Bayu Prasetyo, TBC, Ministry of Health]}
      - {time: "08:00-18:00", title: Desk, background: true, facilitators: [Bayu Prasetyo]}
  - date: 2017-08-08
    sessions: []
"""
AGENDA = read_agenda(TEXT.encode(), "agenda.yaml")[0]


def test_key_and_name_are_one_person_whose_sessions_come_in_order_of_time():
    found = engagements(AGENDA.days[0], Identities(AGENDA))
    assert [[each.session.title for each in row] for row in found.values()] == [
        ["Earlier", "Later"]
    ]


def days(cell):
    person = Participant(Path(("participants", 0)), "p1", "Maria Cruz", {"days": cell})
    return days_of(person, named_days(AGENDA))


def test_days_are_named_by_number_heading_date_or_weekday():
    assert days("1") == days("opening day") == days("2017-08-07") == days("Monday") == {0}
    assert days("Mon; 2") == days("1, 2") == {0, 1}


def test_all_days_and_days_that_nobody_knows_are_none():
    assert days("") is days("all") is days("1; all") is days("1; 3") is None

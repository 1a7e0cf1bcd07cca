"""Which sessions an export holds."""

import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.plan import read_plan
from ogpworkshop.read.roster import read_roster
from ogpworkshop.write.occasions import description
from ogpworkshop.write.selection import Choice, selected
from ogpworkshop.write.sheets import agenda_csv, agenda_markdown

AGENDA = b"""\
workshop: {title: Rivers}
rooms: {a: {name: Aula}, b: {name: Room B}}
days:
  - date: 2026-03-02
    sessions:
      - {time: "09:00-10:00", title: Opening, room: a, speakers: [Lualhati Reyes]}
      - {time: "10:00-11:00", title: Groups, room: a, breakouts: {groups: 2, rooms: [a, b]}}
      - {time: "11:00-12:00", title: Groups again, continues: groups}
  - date: 2026-03-03
    sessions:
      - {time: "09:00-10:00", title: Wells, track: Water, room: b, chair: p1}
"""
ROSTER = b"id,name,days\np1,Maya Tamang,\np2,Bayu Prasetyo,2026-03-02\n"
PLAN = (
    b"session,round,group,topic,room,participant,name,role\ngroups,1,2,Dams,b,p2,Bayu Prasetyo,\n"
)


def found(**choice):
    agenda, _ = read_agenda(AGENDA, "agenda.yaml")
    roster, plan = read_roster(ROSTER, "people.csv")[0], read_plan(PLAN, "groups.csv")[0]
    return selected(agenda, roster, plan, Choice(**choice))


def titles(**choice):
    return [each.session.title for each in found(**choice)]


@pytest.mark.parametrize("room", ["b", "Room B", "room b"])
def test_a_room_has_its_sessions_and_those_whose_groups_meet_in_it(room):
    assert titles(room=room) == ["Groups", "Groups again", "Wells"]


def test_a_track_has_its_sessions():
    assert titles(track="water") == ["Wells"]


@pytest.mark.parametrize("person", ["Maya Tamang", "p1", "maya tamang"])
def test_a_person_is_found_by_id_and_by_name(person):
    assert titles(person=person) == ["Wells"]


def test_somebody_who_does_not_appear_gets_a_hint():
    with pytest.raises(OgpError, match="no person “Lualhati Reyez”") as caught:
        found(person="Lualhati Reyez")
    assert "Lualhati Reyes" in caught.value.remedy


def test_a_participant_has_the_days_of_attendance_with_group_and_room():
    own = found(participant="p2")
    assert [each.session.title for each in own] == ["Opening", "Groups", "Groups again"]
    assert own[1].place == "Aula; group 2: Room B"
    assert description(own[1]).startswith("Group 2 · Dams · Room B")
    assert own[2].note == own[1].note


def test_nobody_of_that_name_is_said_so():
    with pytest.raises(OgpError, match="nobody in the roster is “Bayu”"):
        found(participant="Bayu")


def test_names_of_the_roster_stand_for_its_ids():
    assert found(track="Water")[0].people == (("Maya Tamang", "chair"),)


def test_a_person_has_the_sessions_with_a_part_and_those_with_a_group():
    own = found(person="Bayu Prasetyo")
    assert [each.session.title for each in own] == ["Groups", "Groups again"]
    assert description(own[0]).startswith("Group 2 · Dams · Room B")
    assert titles(person="Lualhati Reyes") == ["Opening"]


@pytest.mark.parametrize(
    "written", [agenda_csv, lambda chosen: agenda_markdown(read_agenda(AGENDA, "a")[0], chosen)]
)
def test_tables_of_a_participant_name_group_and_room(written):
    text = written(found(participant="p2")).decode()
    assert "Group 2" in text
    assert "Dams" in text
    assert "Room B" in text

"""Schedules of frab and pretalx: what their schemas ask for, held against what is written."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.schedule import read_schedule
from ogpworkshop.write.frab import frab_json, frab_xml
from ogpworkshop.write.occasions import occasions

GUID = "0b0d2f6a-53a4-5f1e-9a4c-3f6a0f1c2d3e"
AGENDA = f"""\
workshop: {{title: "Rivers & Lakes", timezone: Europe/Berlin}}
rooms: {{a: {{name: Aula, seats: 80}}}}
days:
  - date: 2026-03-28
    sessions:
      - {{time: "09:00-10:30", title: Ouverture à l'eau, room: a, speakers: [Ana Ruiz, Bo Li], track: Water}}
      - {{time: "10:30-11:00", title: Coffee}}
      - {{time: "23:00-01:30", title: Film, id: {GUID}}}
  - date: 2026-03-29
    sessions:
      - {{time: "09:00-10:30", title: "Coffee \\x07 <again>", room: a}}
      - {{time: "11:00-12:00", title: Coffee, room: a}}
"""


def agenda(text=AGENDA):
    return read_agenda(text.encode(), "agenda.yaml")[0]


def schedule(text=AGENDA):
    programme = agenda(text)
    return ET.fromstring(frab_xml(programme, occasions(programme)))  # noqa: S314  our own


def test_every_event_has_what_the_schema_requires_each_id_once():
    events = schedule().findall("day/room/event")
    assert len(events) == 5
    required = {
        "room",
        "title",
        "subtitle",
        "type",
        "date",
        "start",
        "duration",
        "abstract",
        "slug",
        "track",
    }
    for event in events:
        names = [child.tag for child in event]
        assert required <= set(names)
        assert len(names) == len(set(names))
        assert int(event.get("id")) > 0
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", event.get("guid"))
        assert re.fullmatch(r".+([+-]\d\d:\d\d)", event.findtext("date"))
        assert re.fullmatch(r"[a-z0-9_]{4,}-[a-z0-9_-]{4,}", event.findtext("slug"))
    for unique in (
        [event.get("id") for event in events],
        [event.get("guid") for event in events],
        [event.findtext("slug") for event in events],
    ):
        assert len(set(unique)) == 5


def test_times_are_local_with_the_offset_of_their_day():
    events = {event.findtext("title"): event for event in schedule().iter("event")}
    assert events["Ouverture à l'eau"].findtext("date") == "2026-03-28T09:00:00+01:00"
    assert events["Coffee"].findtext("date") == "2026-03-29T11:00:00+02:00"
    assert events["Film"].findtext("duration") == "02:30"


def test_a_guid_that_came_with_a_session_goes_with_it():
    film = next(each for each in schedule().iter("event") if each.findtext("title") == "Film")
    assert film.get("guid") == GUID


def test_ids_are_equal_over_exports_and_edits_elsewhere():
    first = {each.get("guid"): each.get("id") for each in schedule().iter("event")}
    edited = schedule(AGENDA.replace("Ouverture à l'eau", "Opening")).iter("event")
    assert len({each.get("guid"): each.get("id") for each in edited}.items() & first.items()) == 4


def test_the_same_person_has_the_same_number_everywhere():
    text = AGENDA.replace("title: Coffee}", "title: Coffee, speakers: [Bo Li]}")
    numbers = {(each.text, each.get("id")) for each in schedule(text).iter("person")}
    assert len(numbers) == 2


def test_the_json_has_rooms_days_and_events():
    programme = agenda()
    whole = json.loads(frab_json(programme, occasions(programme)))
    conference = whole["schedule"]["conference"]
    assert re.fullmatch(r"[a-z0-9_-][a-z0-9_]{3,}", conference["acronym"])
    assert (conference["daysCount"], conference["start"]) == (2, "2026-03-28")
    assert conference["rooms"][0]["capacity"] == 80
    day = conference["days"][0]
    assert [each["title"] for each in day["rooms"][""]] == ["Coffee", "Film"]
    assert day["rooms"]["Aula"][0]["persons"][0]["name"] == "Ana Ruiz"


def test_without_a_time_zone_there_is_no_schedule():
    with pytest.raises(OgpError, match="time zone"):
        schedule(AGENDA.replace("Europe/Berlin", ""))


def test_who_chairs_and_who_speaks_comes_back_from_the_xml_that_has_no_roles():
    text = AGENDA.replace(
        "speakers: [Ana Ruiz, Bo Li]",
        "speakers: [Ana Ruiz, Bo Li], chair: Cy Dee, facilitators: [Bo Li]",
    )
    programme = agenda(text)
    back, _ = read_schedule(frab_xml(programme, occasions(programme)).decode(), "x.xml")
    written = back.days[0].sessions[0].written
    assert set(map(str, written.speakers)) == {"Ana Ruiz", "Bo Li"}
    assert (written.chair, list(written.facilitators)) == ("Cy Dee", ["Bo Li"])
    assert not written.summary

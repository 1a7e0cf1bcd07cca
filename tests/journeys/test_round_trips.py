"""Schedules and calendars that come in and go out again: nothing of them is lost on the way."""

from xml.etree import ElementTree as ET

GUID = "0b0d2f6a-53a4-5f1e-9a4c-3f6a0f1c2d3{}"
EVENT = """<event id="{n}" guid="{guid}"><date>{day}T{start}:00+0{zone}:00</date><start>{start}</start>
<duration>{length}</duration><room>{room}</room><title>Ärger &amp; Öl {n}</title><subtitle/><track>Track {n}</track>
<type>panel</type><abstract>What is said in {n}.</abstract><persons><person id="1">Ana Ruiz</person>
<person id="{n}">Person {n}</person></persons></event>"""


def schedule():
    """Two rooms, the night when the clocks change, a session past midnight."""
    rows = [
        ("2026-03-28", "09:00", 1, "00:45", "Saal A"), ("2026-03-28", "09:00", 1, "01:30", "Saal B"),
        ("2026-03-28", "23:30", 1, "01:00", "Saal A"), ("2026-03-29", "10:00", 2, "00:45", "Saal A"),
    ]  # fmt: skip
    days = {}
    for n, (day, start, zone, length, room) in enumerate(rows):
        event = EVENT.format(
            n=n + 1, guid=GUID.format(n), day=day, start=start, zone=zone, length=length, room=room
        )
        days.setdefault(day, {}).setdefault(room, []).append(event)
    text = "".join(
        f'<day date="{day}" index="{number}">'
        + "".join(f'<room name="{room}">{"".join(events)}</room>' for room, events in rooms.items())
        + "</day>"
        for number, (day, rooms) in enumerate(days.items(), 1)
    )
    head = (
        "<conference><title>Öl</title><time_zone_name>Europe/Berlin</time_zone_name></conference>"
    )
    return f"<schedule><version>1</version>{head}{text}</schedule>"


def facts(text):
    found = set()
    for event in ET.fromstring(text).iter("event"):  # noqa: S314  made here
        persons = sorted(person.text for person in event.iter("person"))
        names = ("title", "date", "start", "duration", "room", "track", "type", "abstract")
        found.add((event.get("guid"), *(event.findtext(name) for name in names), *persons))
    return found


def test_a_schedule_comes_back_with_every_guid_time_and_person(ogp, tmp_path):
    (tmp_path / "in.xml").write_text(schedule(), "utf-8")
    assert ogp("agenda", "export", "in.xml", "-o", "out.xml").returncode == 0
    assert facts((tmp_path / "out.xml").read_text("utf-8")) == facts(schedule())


def test_it_does_so_by_way_of_agenda_yaml_too(ogp, tmp_path):
    (tmp_path / "in.xml").write_text(schedule(), "utf-8")
    assert ogp("agenda", "import", "in.xml").returncode == 0
    assert ogp("agenda", "export", "--to", "frab", "-o", "out.xml").returncode == 0
    assert facts((tmp_path / "out.xml").read_text("utf-8")) == facts(schedule())


def test_a_calendar_comes_back_with_the_same_uids_and_times(ogp, workshop):
    ogp("agenda", "export", "-o", "first.ics", cwd=workshop)
    ogp("agenda", "import", "first.ics", "-o", "back.yaml", cwd=workshop)
    ogp("agenda", "export", "back.yaml", "-o", "second.ics", cwd=workshop)
    kept = [
        sorted(
            line
            for line in (workshop / name).read_text("utf-8").splitlines()
            if line.startswith(("UID", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "CATEGORIES"))
        )
        for name in ("first.ics", "second.ics")
    ]
    assert kept[0] == kept[1]

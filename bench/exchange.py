"""Agendas and rosters of other systems: rows D1 to D4."""

import statistics
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
from measure import BIN, Row, paired, ratio_row, run

OGP = BIN / "ogp"
PYTHON = BIN / "python"
_PAUSES = {8: "Coffee break", 17: "Lunch", 24: "Tea break"}
_SLOTS = ("09:00", "10:00", "11:00", "13:00", "14:00", "15:00", "16:00", "17:00", "18:00", "19:00")


def rows() -> list[Row]:
    """Measure them all."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        return [_schedule(base), _word(base), _calendar(base), *_roster(base)]


def _schedule(base: Path) -> Row:
    """1,000 sessions in, checked, and out again; everything that must come back does."""
    path, made = base / "big.xml", base / "out.xml"
    path.write_text(schedule(1_000), "utf-8")
    seconds = []
    for _ in range(5):
        start = time.process_time()
        spent = run([OGP, "agenda", "check", path])[0]
        spent += run([OGP, "agenda", "export", path, "--to", "frab", "-o", made, "--force"])[0]
        seconds.append(spent + time.process_time() - start)
    kept = _facts(path) == _facts(made)
    median = statistics.median(seconds)
    measure = f"frab XML, 1,000 sessions: check and write back, {'all' if kept else 'NOT all'} kept"
    return Row("D1", measure, f"{median:.2f} s", "", "", "≤ 1.5 s", median <= 1.5 and kept)


def _facts(path: Path) -> set[tuple[str | None, ...]]:
    """Guid, title, time, length, room and persons of every session."""
    found = set()
    for event in ET.parse(path).iter("event"):  # noqa: S314  made here
        persons = sorted(person.text or "" for person in event.iter("person"))
        texts = [event.findtext(name) for name in ("title", "date", "duration", "room", "track")]
        found.add((event.get("guid"), *texts, *persons))
    return found


def schedule(sessions: int) -> str:
    """A schedule of so many sessions, five rooms, ten slots a day."""
    lines = ["<schedule><version>1</version><conference><title>Large</title><acronym>large</acronym>",
             "<time_zone_name>Europe/Berlin</time_zone_name></conference>"]  # fmt: skip
    number = 0
    while number < sessions:
        day = number // 50 + 1
        date = f"2026-03-{day:02d}"
        lines.append(f'<day date="{date}" index="{day}">')
        for room in range(5):
            lines.append(f'<room name="Room {room}">')
            for slot in _SLOTS:
                number += 1
                lines.append(
                    f'<event id="{number}" guid="{number:08x}-0000-4000-8000-000000000000">'
                    f"<date>{date}T{slot}:00+0{2 if day >= 29 else 1}:00</date><start>{slot}</start>"
                    f"<duration>00:45</duration><room>Room {room}</room><title>Session {number}</title>"
                    f"<subtitle/><track>Track {room}</track><type>lecture</type>"
                    f"<abstract>What is said in session {number}, in a sentence.</abstract>"
                    f'<persons><person id="{number}">Person {number}</person>'
                    f'<person id="{number + 5000}">Second {number}</person></persons></event>'
                )
            lines.append("</room>")
        lines.append("</day>")
    return "\n".join([*lines, "</schedule>"])


def _word(base: Path) -> Row:
    document = docx.Document()
    for day in range(10):
        document.add_heading(f"Day {day + 1} – {day + 2} March 2026", 1)
        table = document.add_table(rows=30, cols=4)
        now = 8 * 60
        for number, row in enumerate(table.rows):
            texts = ["Time", "Session", "Speaker", "Room"]
            if number:
                title = _PAUSES.get(number, f"Session {day}.{number}")
                end = now + (60 if title == "Lunch" else 15)
                slot = f"{now // 60:02d}:{now % 60:02d}-{end // 60:02d}:{end % 60:02d}"
                texts, now = [slot, title, f"Person {number}", f"Room {day}"], end
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    path = base / "big.docx"
    document.save(path)
    peer = [PYTHON, "-c", f"import docx; docx.Document({str(path)!r})"]
    measure = "Word, 10 tables of 30 rows: check / docx.Document"
    return ratio_row("D2", measure, [OGP, "agenda", "check", path], peer, 2.5)


def _calendar(base: Path) -> Row:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN"]
    for number in range(2_000):
        day, slot = number // 10, number % 10
        moment = f"2026{day // 28 + 1:02d}{day % 28 + 1:02d}T{8 + slot:02d}"
        title = {2: "Coffee break", 4: "Lunch", 7: "Tea break"}.get(slot, f"Session {number}")
        lines += [
            "BEGIN:VEVENT", f"UID:{number}@x", "DTSTAMP:20260101T000000Z",
            f"DTSTART;TZID=Europe/Berlin:{moment}0000", f"DTEND;TZID=Europe/Berlin:{moment[:9]}{9 + slot:02d}0000",
            f"SUMMARY:{title}", "LOCATION:Hall", "DESCRIPTION:What is said\\, in a sentence.",
            "END:VEVENT",
        ]  # fmt: skip
    path = base / "big.ics"
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), "utf-8", newline="")
    code = f"import icalendar; icalendar.Calendar.from_ical(open({str(path)!r}, 'rb').read())"
    measure = "iCalendar, 2,000 entries: check / icalendar"
    return ratio_row("D3", measure, [OGP, "agenda", "check", path], [PYTHON, "-c", code], 1.3)


def _roster(base: Path) -> list[Row]:
    path = base / "people.csv"
    lines = ["id,name,email,organisation,country,role,gender"]
    lines += [
        f"p{number},Person {number} of Many,p{number}@example.org,Office {number % 97},Nepal,participant,woman"
        for number in range(100_000)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    command = [OGP, "roster", "check", path]
    code = f"import csv; [None for _ in csv.DictReader(open({str(path)!r}, newline=''))]"
    mine, theirs, _ = paired(command, [PYTHON, "-c", code], 3)
    limit = 3 * theirs + 1
    peak = run(command)[1]
    return [
        Row("D4", "roster, 100,000 rows: check", f"{mine:.2f} s", f"{theirs:.2f} s", f"{mine / theirs:.2f} ×",
            f"≤ {limit:.2f} s", mine <= limit),
        Row("D4", "peak memory of the same", f"{peak:.0f} MB", "", "", "≤ 500 MB", peak <= 500),
    ]  # fmt: skip

"""Agendas that go out to other programs, as a secretariat sends them."""

import csv
import json

import pytest


@pytest.mark.parametrize("form", ["ics", "csv", "json", "frab", "jsonld", "md", "xlsx"])
def test_the_founding_workshop_goes_out_in_every_format(ogp, workshop, form):
    done = ogp("agenda", "export", "--to", form, cwd=workshop)
    assert done.returncode == 0, done.stderr
    assert "written, 18 sessions" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "name", ["out.ics", "out.xml", "out.md", "out.xlsx", "out.csv", "out.json"]
)
def test_the_name_of_the_output_says_the_format_and_its_own_file_is_replaced(ogp, workshop, name):
    for title in ("The Elevator Pitch", "The Pitch"):
        agenda = workshop / "agenda.yaml"
        text = agenda.read_text("utf-8")
        agenda.write_text(text.replace("title: The Elevator Pitch", f"title: {title}"), "utf-8")
        done = ogp("agenda", "export", "-o", name, cwd=workshop)
        assert done.returncode == 0, done.stderr


def test_a_file_of_somebody_else_is_not_replaced(ogp, workshop):
    (workshop / "agenda.csv").write_text("mine\n", "utf-8")
    done = ogp("agenda", "export", "--to", "csv", cwd=workshop)
    assert done.returncode == 2
    assert "--force" in done.stderr


def test_without_a_format_the_formats_are_named(ogp, workshop):
    done = ogp("agenda", "export", cwd=workshop)
    assert done.returncode == 2
    assert "--to ics, csv" in done.stderr


def test_a_calendar_is_brought_up_to_date(ogp, workshop):
    ogp("agenda", "export", "-o", "w.ics", cwd=workshop)
    first = (workshop / "w.ics").read_bytes()
    assert "unchanged" in ogp("agenda", "export", "-o", "w.ics", cwd=workshop).stderr
    agenda = workshop / "agenda.yaml"
    text = agenda.read_text("utf-8")
    agenda.write_text(text.replace("time: 17:30-17:45", "time: 17:30-18:00"), "utf-8")
    ogp("agenda", "export", "-o", "w.ics", cwd=workshop)
    second = (workshop / "w.ics").read_bytes()
    assert second.count(b"SEQUENCE:1") == 1
    assert first.count(b"BEGIN:VEVENT") == second.count(b"BEGIN:VEVENT") == 18


def test_a_participant_finds_group_and_room_in_the_calendar(ogp, workshop):
    assert ogp("groups", "assign", "--effort", "quick", cwd=workshop).returncode == 0
    done = ogp("agenda", "export", "--to", "ics", "--participant", "p01", "-o", "-", cwd=workshop)
    text = done.stdout.replace("\r\n ", "").replace("\n ", "")
    assert done.returncode == 0
    assert "DESCRIPTION:Group " in text
    assert "sadia.anjum@example.org" not in text


def test_what_has_no_date_is_named_and_left_out(ogp, tmp_path):
    (tmp_path / "agenda.yaml").write_text(
        "workshop: {timezone: Asia/Dhaka}\ndays:\n  - sessions:\n"
        '      - {time: "09:00-10:00", title: Wells}\n',
        "utf-8",
    )
    done = ogp("agenda", "export", "--to", "jsonld", "-o", "-")
    assert "“Wells” is left out: its day has no date" in done.stderr
    assert "subEvent" not in json.loads(done.stdout)


PROGRAMME = """\
Water for All

Day 1 - 2 March 2026

9:00 - 10:00 Opening
10:00- 11:00 Wells
Bring your badge.

# Practical matters
"""


def test_a_text_is_checked_as_it_is_and_mended_in_place(ogp, tmp_path):
    (tmp_path / "programme.txt").write_text(PROGRAMME, "utf-8")
    done = ogp("agenda", "check", "programme.txt", "--format", "concise")
    assert done.returncode == 1
    assert done.stdout.startswith("programme.txt:6:")
    assert "time-space" in done.stdout
    assert ogp("check", "programme.txt").returncode == 1
    assert ogp("agenda", "fix", "programme.txt").returncode == 0
    fixed = (tmp_path / "programme.txt").read_text("utf-8")
    assert fixed == PROGRAMME.replace("10:00- 11:00", "10:00-11:00")


def test_a_paste_is_shown_and_printed(ogp):
    shown = ogp("agenda", "show", "-", stdin=PROGRAMME)
    assert "09:00-10:00" in shown.stdout
    page = ogp("agenda", "render", "-", "--format", "md", "-o", "-", stdin=PROGRAMME)
    assert "Wells" in page.stdout


def test_an_import_keeps_everything_and_says_what_has_no_place(ogp, tmp_path):
    (tmp_path / "programme.txt").write_text(PROGRAMME, "utf-8")
    preview = ogp("agenda", "import", "programme.txt", "--preview")
    assert "Wells" in preview.stdout
    assert not (tmp_path / "agenda.yaml").exists()
    done = ogp("agenda", "import", "programme.txt")
    assert done.returncode == 0
    assert "line 9: Practical matters" in done.stderr
    text = (tmp_path / "agenda.yaml").read_text("utf-8")
    assert "# not placed: Practical matters" in text
    assert 'time: "10:00- 11:00"' in text
    assert "Bring your badge." in text
    assert ogp("agenda", "import", "programme.txt").returncode == 0
    (tmp_path / "agenda.yaml").write_text("workshop: {title: mine}\n", "utf-8")
    assert ogp("agenda", "import", "programme.txt").returncode == 2


def test_a_document_without_sessions_is_not_imported(ogp, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all,\nsee you.\n", "utf-8")
    done = ogp("agenda", "import", "letter.txt")
    assert done.returncode == 2
    assert not (tmp_path / "agenda.yaml").exists()


def test_a_table_of_sessions_is_no_roster(ogp, tmp_path):
    (tmp_path / "days.csv").write_text(
        "Start,End,Session\n09:00,10:00,Wells\n10:00,11:00,Tea\n", "utf-8"
    )
    done = ogp("check", "days.csv")
    assert "2 sessions" in done.stderr


@pytest.mark.parametrize("form", ["ics", "csv", "json", "frab", "jsonld", "md", "xlsx"])
def test_what_goes_out_comes_back(ogp, workshop, form):
    name = f"out.{'xml' if form == 'frab' else form}"
    ogp("agenda", "export", "--to", form, "-o", name, cwd=workshop)
    done = ogp("agenda", "import", name, "-o", "back.yaml", cwd=workshop)
    assert done.returncode == 0, done.stderr
    assert "without a place" not in done.stderr
    for path in ("agenda.yaml", "back.yaml"):
        made = ogp("agenda", "export", path, "--to", "csv", "-o", f"{path}.csv", cwd=workshop)
        assert made.returncode == 0
    kept = {}
    for path in ("agenda.yaml", "back.yaml"):
        with (workshop / f"{path}.csv").open(encoding="utf-8-sig", newline="") as table:
            kept[path] = [(row[0], *row[2:5]) for row in csv.reader(table)]
    assert kept["agenda.yaml"] == kept["back.yaml"]

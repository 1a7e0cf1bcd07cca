"""Agendas that go out to other programs, as a secretariat sends them."""

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

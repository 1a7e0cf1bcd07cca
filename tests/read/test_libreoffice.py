"""Files as another program writes them: LibreOffice, in stored files and at work."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ogpworkshop.read.anything import read_any

FOLDER = Path(__file__).parents[1] / "files" / "libreoffice"
DAYS = [
    ("Day 1", "2026-03-02", [
        ("09:00-09:30", "Opening", False), ("09:30-11:00", "Wells", True), ("09:30-11:00", "Springs", True),
        ("11:00-11:30", "Tea", False), ("11:30-12:30", "Groups", False),
    ]),
    ("Day 2", "2026-03-03", [("09:00-10:00", "Seas", False), ("10:00-10:30", "Closing", False)]),
]  # fmt: skip
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ, reason="LibreOffice is not here"
)


def days(agenda):
    return [
        (day.title, f"{day.date}", [(each.slot, each.title, each.written.parallel) for each in day.sessions])
        for day in agenda.days
    ]  # fmt: skip


def converted(path, kind, folder):
    """A file as LibreOffice saves it in another format."""
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        kind,
    ]
    environment = {**os.environ, "HOME": f"{folder}"}
    done = subprocess.run(
        [*command, "--outdir", folder / "made", path],
        env=environment,
        capture_output=True,
        check=False,
        timeout=300,
    )
    made = folder / "made" / f"{path.stem}.{kind.partition(':')[0]}"
    assert made.is_file(), done.stderr
    return made.read_bytes()


@pytest.mark.parametrize("name", ["programme.docx", "programme.odt", "programme.html"])
def test_a_programme_that_libreoffice_wrote_is_read_whole(name):
    agenda, source = read_any((FOLDER / name).read_bytes(), name)
    assert (agenda.workshop.title, agenda.workshop.venue) == (
        "Rivers for All",
        "Grand Hotel, Dhaka",
    )
    assert days(agenda) == DAYS
    assert agenda.sessions[0].written.speakers == ("Ana Ruiz", "Bo Li")
    assert agenda.sessions[4].written.summary == "Group 1: water\nGroup 2: air"
    assert source.unplaced == ()


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.ods"])
def test_a_sheet_that_libreoffice_wrote_is_read_whole(name):
    agenda, source = read_any((FOLDER / name).read_bytes(), name)
    assert days(agenda) == [
        ("", "2026-03-02", [("09:00-09:30", "Opening", False), ("09:30-11:00", "Wells", False)]),
        ("", "2026-03-03", [("09:00-10:00", "Seas", False)]),
    ]
    assert [each.written.facilitators for each in agenda.sessions] == [
        ("Ana Ruiz",),
        ("Bo Li",),
        (),
    ]
    assert source.unplaced == ()


@needs_libreoffice
@pytest.mark.parametrize(("name", "kind"), [("programme.docx", "odt"), ("programme.odt", "docx")])
def test_a_programme_survives_the_way_through_libreoffice(name, kind, tmp_path):
    content = converted(FOLDER / name, kind, tmp_path)
    agenda, _ = read_any(content, f"programme.{kind}")
    assert days(agenda) == DAYS


@needs_libreoffice
@pytest.mark.parametrize(("name", "kind"), [("plan.xlsx", "ods"), ("plan.ods", "xlsx")])
def test_a_sheet_survives_the_way_through_libreoffice(name, kind, tmp_path):
    content = converted(FOLDER / name, kind, tmp_path)
    agenda, _ = read_any(content, f"plan.{kind}")
    assert [each.slot for each in agenda.sessions] == ["09:00-09:30", "09:30-11:00", "09:00-10:00"]

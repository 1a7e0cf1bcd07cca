"""Start-up is part of the interface: no command imports what it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {
    "numpy", "jinja2", "yaml", "typst", "rich", "babel", "msgspec", "pygls", "openpyxl", "docx",
    "lxml", "icalendar", "dateutil", "rapidfuzz", "ftfy",
}  # fmt: skip


def loaded(*arguments):
    """Names of the heavy packages that a command has imported when it ends."""
    code = (
        "import sys\n"
        f"sys.argv = ['ogp', *{list(map(str, arguments))!r}]\n"
        "from ogpworkshop.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code in (0, 1, None), end.code\n"
        "sys.stderr.write('\\nLOADED ' + ' '.join(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return HEAVY & {name.partition(".")[0] for name in done.stderr.rpartition("LOADED ")[2].split()}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["agenda", "check", "--help"], ["lsp", "--help"]]
)
def test_help_loads_nothing_heavy(arguments):
    assert loaded(*arguments) == set()


def test_a_clean_check_loads_neither_solver_nor_printer_nor_colours():
    assert loaded("agenda", "check", "data/agenda.yaml") == {"yaml", "msgspec"}


def test_mending_loads_what_checking_loads():
    assert loaded("agenda", "fix", "data/agenda.yaml") <= {"yaml", "msgspec"}


def test_checking_a_roster_loads_neither_solver_nor_printer():
    assert loaded("roster", "check", "data/participants.csv") <= {"yaml", "msgspec"}


def test_a_calendar_loads_neither_solver_nor_printer_nor_workbooks(tmp_path):
    output = tmp_path / "agenda.ics"
    assert loaded("agenda", "export", "data/agenda.yaml", "-o", output) <= {"yaml", "msgspec"}


def test_a_programme_as_text_loads_no_solver_and_no_pdf_engine(tmp_path):
    output = tmp_path / "programme.txt"
    assert loaded("agenda", "render", "data/agenda.yaml", "-o", output).isdisjoint(
        {"numpy", "typst"}
    )


def test_groups_load_no_printer(tmp_path):
    output = tmp_path / "groups.csv"
    found = loaded("groups", "assign", "data/agenda.yaml", "--effort", "quick", "-o", output)
    assert found.isdisjoint({"jinja2", "typst", "babel"})

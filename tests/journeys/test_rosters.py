"""Rosters from registration to the day when they are no longer needed."""

import signal
import subprocess
import sys

import openpyxl
import pytest

EXPORT = "Timestamp,Full name,Email address,Organization,Dietary requirements\nx,Ana Ruiz,ana@example.org,Water,vegan\nx,Bo Li,bo@example.org,Rivers,\n"
AGENDA = 'days: [{date: 2020-03-02, sessions: [{time: "09:00-10:00", title: Wells}]}]\n'


def test_an_export_becomes_a_roster_and_is_brought_up_to_date(ogp, tmp_path):
    (tmp_path / "form.csv").write_text(EXPORT, "utf-8")
    shown = ogp("roster", "show", "form.csv")
    assert "Google Forms: 2 rows" in shown.stdout
    assert "Email address → email" in shown.stdout
    assert ogp("roster", "import", "form.csv").returncode == 0
    roster = tmp_path / "participants.csv"
    assert (
        roster.read_text("utf-8").splitlines()[1].startswith("p01,Ana Ruiz,ana@example.org,Water")
    )
    before = roster.read_bytes()
    (tmp_path / "form.csv").write_text(EXPORT + "x,Eve Fox,eve@example.org,Lakes,\n", "utf-8")
    done = ogp("roster", "import", "form.csv", "--merge", "participants.csv", "--diff")
    assert done.stdout.endswith("organisation\n+ p03  Eve Fox\n")
    assert roster.read_bytes() == before
    assert ogp("roster", "import", "form.csv", "--merge", "participants.csv").returncode == 0
    assert "p03,Eve Fox" in roster.read_text("utf-8")
    roster.write_text("id,name\np1,Mine\n", "utf-8")
    assert ogp("roster", "import", "form.csv").returncode == 2


def test_people_are_counted_without_telling_on_anybody(ogp, workshop):
    done = ogp("roster", "stats", cwd=workshop)
    assert done.returncode == 0
    assert "48 people" in done.stdout
    assert "Pakistan" in done.stdout
    assert ogp("roster", "stats", "--by", "shoe", cwd=workshop).returncode == 2


def test_what_is_sensitive_goes_when_the_workshop_is_over(ogp, tmp_path):
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    roster = tmp_path / "participants.csv"
    roster.write_text(
        "id,name,email,dietary,country\np1,Ana,ana@example.org,vegan,Nepal\n", "utf-8"
    )
    seen = ogp("roster", "purge", "--dry-run")
    assert "would remove: email, dietary" in seen.stdout
    assert "vegan" in roster.read_text("utf-8")
    done = ogp("roster", "purge", "--after", "2w")
    assert done.returncode == 0
    assert "what remains: id, name, country" in done.stdout
    assert roster.read_text("utf-8") == "id,name,country\np1,Ana,Nepal\n"


def test_nothing_goes_before_its_time_or_when_something_would_be_lost(ogp, tmp_path):
    (tmp_path / "agenda.yaml").write_text(AGENDA.replace("2020", "2999"), "utf-8")
    roster = tmp_path / "participants.csv"
    roster.write_text("id,name,email\np1,Ana,ana@example.org,surplus\n", "utf-8")
    assert ogp("roster", "purge").returncode == 1
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    done = ogp("roster", "purge")
    assert done.returncode == 2
    assert "surplus" in roster.read_text("utf-8")
    assert ogp("roster", "purge", "--after", "soon").returncode == 2


def test_a_workbook_is_read_by_the_sheet_that_is_a_roster(ogp, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["Please do not change the second sheet"])
    sheet = book.create_sheet("People")
    sheet.append(["List of participants"])
    sheet.append(["No.", "Full name", "Country", "Comments"])
    sheet.append([1, "Ana Ruiz", "Filipino", "first line\nsecond line"])
    sheet.append([2, "Bo Li", "Atlantis", None])
    book.save(tmp_path / "people.xlsx")
    checked = ogp("roster", "check", "people.xlsx", "--format", "concise")
    assert "people.xlsx:4:" in checked.stdout
    assert "Atlantis" in checked.stdout
    done = ogp("roster", "import", "people.xlsx")
    assert "sheet “People”; not read: Notes" in done.stdout
    assert "country: “Filipino” → “Philippines” (1×)" in done.stdout
    text = (tmp_path / "participants.csv").read_text("utf-8")
    assert '"first line\nsecond line"' in text
    refused = ogp("roster", "fix", "people.xlsx")
    assert (refused.returncode, "Import it first" in refused.stderr) == (2, True)


def test_the_agenda_tells_titles_that_are_not_recognised(ogp, tmp_path):
    agenda = 'roster: {file: form.csv, columns: {name: "Wie heissen Sie?", country: {title: "Land (ISO)"}}}\n'
    (tmp_path / "agenda.yaml").write_text(agenda + AGENDA, "utf-8")
    (tmp_path / "form.csv").write_text("Wie heissen Sie?,Land (ISO)\nAna Ruiz,PH\n", "utf-8")
    shown = ogp("roster", "show").stdout
    assert "Wie heissen Sie? → name" in shown
    assert "Ana Ruiz  PH" in shown
    (tmp_path / "form.csv").write_text("Wie heissen sie alle?,Land (ISO)\nAna Ruiz,PH\n", "utf-8")
    done = ogp("check", "--format", "concise")
    assert "column-title-unknown" in done.stdout


def test_a_roster_is_mended_cell_by_cell_and_its_quotes_stay(ogp, tmp_path):
    roster = tmp_path / "people.csv"
    text = 'id,name,country\r\n"p1","Ana ""Anita"" Ruiz","Filipino"\r\np2,Bo,Philippines\r\np3,Cy,Philippines\r\np4,JosÃ©,Phillipines\r\n'
    roster.write_bytes(text.encode())
    done = ogp("roster", "fix", "people.csv", "--diff")
    assert done.returncode == 1
    assert '+"p1","Ana ""Anita"" Ruiz","Philippines"' in done.stdout
    assert roster.read_bytes() == text.encode()
    assert ogp("roster", "fix", "people.csv").returncode == 1
    safe = text.replace('"Filipino"', '"Philippines"')
    assert roster.read_bytes() == safe.encode()
    assert ogp("roster", "fix", "people.csv", "--unsafe").returncode == 0
    mended = safe.replace("JosÃ©", "José").replace("Phillipines", "Philippines")
    assert roster.read_bytes() == mended.encode()


def test_a_roster_in_another_encoding_is_mended_in_it(ogp, tmp_path):
    roster = tmp_path / "people.csv"
    text = "id,name,country\np1,José,Nepal\np2,Muñoz,Nepal\np3,Åsa,Nepali\n"
    roster.write_bytes(text.encode("cp1252"))
    ogp("roster", "fix", "people.csv")
    assert roster.read_bytes() == text.replace("Nepali", "Nepal").encode("cp1252")
    assert "read as Windows-1252" in ogp("roster", "show", "people.csv").stdout


def test_an_export_that_decides_is_asked_to(ogp, tmp_path):
    (tmp_path / "form.csv").write_text(EXPORT, "utf-8")
    (tmp_path / "participants.csv").write_text(
        "id,name,email,organisation\np7,Ana Ruiz,ana@example.org,Lakes\n", "utf-8"
    )
    merged = ("roster", "import", "form.csv", "--merge", "participants.csv")
    assert "= p7  Ana Ruiz: organisation stays “Lakes”" in ogp(*merged, "--diff").stdout
    assert ogp(*merged, "--take", "organization").returncode == 2
    assert "“Lakes” → “Water”" in ogp(*merged, "--take", "organisation").stdout


def test_tables_of_counts_are_written_as_csv_and_markdown(ogp, workshop):
    text = ogp("roster", "stats", "--by", "gender", "--format", "csv", cwd=workshop).stdout
    assert text.startswith("column,value,people\ngender,")
    text = ogp("roster", "stats", "--by", "country", "-f", "md", cwd=workshop).stdout
    assert "| Pakistan | " in text


def test_a_roster_that_a_spreadsheet_saved_keeps_its_semicolons_when_it_is_brought_up_to_date(
    ogp, tmp_path
):
    roster = tmp_path / "participants.csv"
    roster.write_bytes("id;name;email\r\np01;José;jose@example.org\r\n;;\r\n".encode("cp1252"))
    (tmp_path / "form.csv").write_text(EXPORT, "utf-8")
    done = ogp("roster", "import", "form.csv", "--merge", "participants.csv")
    assert done.returncode == 0, done.stderr
    lines = roster.read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("id;name;email;")
    assert lines[1].startswith("p01;José;")
    again = ogp("roster", "import", "form.csv", "--merge", "participants.csv", "--diff")
    assert again.stderr == "participants.csv: nothing would change\n"


def test_a_roster_is_never_replaced_by_an_import_without_merge(ogp, tmp_path):
    (tmp_path / "form.csv").write_text(EXPORT, "utf-8")
    assert ogp("roster", "import", "form.csv").returncode == 0
    again = ogp("roster", "import", "form.csv")
    assert again.returncode == 2
    assert "--merge participants.csv" in again.stderr
    assert ogp("roster", "check").returncode == 0  # found here, without an agenda


def test_the_total_below_a_list_is_told_when_it_is_imported(ogp, tmp_path):
    text = "No.,Full name,Agency\n1,Ana Ruiz,Water\nTotal,1,\n"
    (tmp_path / "list.csv").write_text(text, "utf-8")
    done = ogp("roster", "import", "list.csv")
    assert done.returncode == 0, done.stderr
    assert "! p02 “1” is no name: is it a person?\n" in done.stdout
    assert all(len(line) < 80 for line in done.stdout.splitlines())


def test_two_columns_are_crossed_without_telling_on_anybody(ogp, workshop):
    done = ogp("roster", "stats", "--by", "country,role", "--by", "role,gender", cwd=workshop)
    assert done.returncode == 0
    assert "country / role" in done.stdout
    assert "too few people" in done.stdout
    sheet = ogp("roster", "stats", "--by", "role,gender", "-f", "csv", cwd=workshop)
    assert sheet.stdout == "column,value,people\n"
    assert sheet.stderr.startswith("ogp: role / gender: too few people")
    for wrong in ("country,gender,role", "role,role", "country,shoe"):
        assert ogp("roster", "stats", "--by", wrong, cwd=workshop).returncode == 2


KILLED = """\
import os, signal, sys
from ogpworkshop.cli import main
left = [int(sys.argv.pop(1))]
def killed(_descriptor):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
os.fsync = killed
main()
"""


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_merge_that_is_killed_leaves_whole_files_and_is_made_up_for(ogp, tmp_path, at):
    """Killed while the roster is written, once it is, and while the record of the import is."""
    (tmp_path / "form.csv").write_text(EXPORT, "utf-8")
    assert ogp("roster", "import", "form.csv").returncode == 0
    old = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / "form.csv").write_text(EXPORT.replace("Rivers", "Lakes"), "utf-8")
    merge = ["roster", "import", "form.csv", "--merge", "participants.csv"]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(at), *merge], cwd=tmp_path, check=False
    )
    assert done.returncode == -signal.SIGKILL
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".tmp"}
    assert left.keys() == old.keys()
    new = old["participants.csv"].replace(b"Rivers", b"Lakes")
    assert left["participants.csv"] == (old["participants.csv"] if at == 1 else new)
    assert left["participants.imported.json"] == old["participants.imported.json"]
    assert ogp(*merge).returncode == 0
    assert (tmp_path / "participants.csv").read_bytes() == new
    assert "stays" not in ogp(*merge, "--diff").stdout

"""A workshop begins."""

import pytest

FILES = {
    "agenda.yaml",
    "participants.csv",
    "agenda.schema.json",
    "README.md",
    ".github/workflows/agenda.yml",
}


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_workshop_is_clean_and_can_be_grouped_and_printed(ogp, tmp_path):
    begun = ogp("init", "delta")
    assert begun.returncode == 0
    assert "Next: cd delta, ogp check, then" in begun.stderr
    folder = tmp_path / "delta"
    assert names(folder) == FILES
    done = ogp("check", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert ogp("groups", "assign", "--effort", "quick", cwd=folder).returncode == 0
    assert ogp("agenda", "render", "-o", "programme.txt", cwd=folder).returncode == 0
    assert (
        (folder / "agenda.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=")
    )


def test_a_workshop_begins_with_what_there_is(ogp, tmp_path):
    (tmp_path / "old.txt").write_text(
        "Rivers for All\n\nDay 1 - 2 March 2026\n\n9:00-10:00 Wells\nBring a pen\n", "utf-8"
    )
    (tmp_path / "form.csv").write_text(
        "Timestamp,Full name,Email\nx,Ana Ruiz,ana@example.org\n", "utf-8"
    )
    done = ogp("init", "new", "--from", "old.txt", "--roster", "form.csv")
    assert done.returncode == 0, done.stderr
    assert "Wells" in (tmp_path / "new" / "agenda.yaml").read_text("utf-8")
    assert "p01,Ana Ruiz" in (tmp_path / "new" / "participants.csv").read_text("utf-8")
    assert (tmp_path / "new" / "README.md").read_text("utf-8").startswith("# Rivers for All")
    assert ogp("agenda", "check", cwd=tmp_path / "new").returncode == 0


@pytest.mark.parametrize("name", ["agenda.yaml", "README.md"])
def test_nothing_is_written_where_something_stands(ogp, tmp_path, name):
    (tmp_path / name).write_text("mine\n", "utf-8")
    done = ogp("init")
    assert done.returncode == 2
    assert name in done.stderr
    assert names(tmp_path) == {name}
    assert ogp("init", "--force").returncode == 0
    assert names(tmp_path) == FILES


DOCUMENT = """# Rivers for All

Dates: 2-3 March 2026

## Day 1

| Time | Session | Speaker | Room | Catering |
|---|---|---|---|---|
| 9:00 - 9:30 | Opening | Ana Ruiz; TBC | Hall | tea |
| 9:30 - 12:00 | Wells | Bo Li | Hall | |
| 12 - 1 | Lunch | | | |
| 1 - 3 | Rivers | | Hall | |

## Day 2

9:00-10:00 Seas
"""


def test_a_workshop_made_of_a_document_is_clean_and_can_be_printed(ogp, tmp_path):
    (tmp_path / "old.md").write_text(DOCUMENT, "utf-8")
    assert ogp("init", "new", "--from", "old.md").returncode == 0
    folder = tmp_path / "new"
    done = ogp("check", "--fail-on", "error", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "person-unknown" not in done.stdout
    made = (folder / "agenda.yaml").read_text("utf-8")
    assert "name: Ana Ruiz" in made
    assert "name: TBC" not in made
    assert "# not placed: Catering: tea" in made
    assert ogp("agenda", "render", "-o", "programme.txt", cwd=folder).returncode == 0


def test_a_workshop_begins_with_an_agenda_as_it_stands(ogp, tmp_path):
    text = "# a note to myself\nworkshop: {title: Rivers}\ndays:\n  - {date: 2026-03-02, sessions: []}\n"
    (tmp_path / "old.yaml").write_text(
        text.replace("[]", '[{time: "9:00-10:00", title: Wells}]'), "utf-8"
    )
    assert ogp("init", "new", "--from", "old.yaml").returncode == 0
    assert "# a note to myself" in (tmp_path / "new" / "agenda.yaml").read_text("utf-8")


def test_a_preview_shows_what_is_written_how_it_is_read_and_where_it_stands(ogp, tmp_path):
    (tmp_path / "old.md").write_text(DOCUMENT.replace("9:30 - 12:00", "9:30-10/10:30"), "utf-8")
    done = ogp("agenda", "import", "old.md", "--preview")
    assert done.returncode == 0
    assert not (tmp_path / "agenda.yaml").exists()
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "Day 1 · 2026-03-02" in lines
    assert "line 9 9:00 - 9:30 09:00-09:30 Opening [ceremony, Hall, Ana Ruiz, TBC]" in lines
    assert "line 10 9:30-10/10:30 not read Wells [plenary, Hall, Bo Li]" in lines
    assert "line 11 12 - 1 12:00-13:00 ! Lunch [meal]" in lines
    assert "line 9: Catering: tea" in done.stderr

"""Somebody who has never seen a template makes the programme their own."""

import pytest


def test_a_copy_that_is_edited_wins(ogp, workshop):
    assert ogp("templates", "copy", "programme", cwd=workshop).returncode == 0
    page = workshop / "templates" / "programme" / "programme.html.j2"
    page.write_text(page.read_text("utf-8").replace("words.objectives", "'What we want'"), "utf-8")
    made = ogp("agenda", "render", "-f", "html", "-o", "page.html", cwd=workshop)
    assert made.returncode == 0, made.stderr
    assert "What we want" in (workshop / "page.html").read_text("utf-8")


def test_a_copy_is_not_written_over(ogp, workshop):
    ogp("templates", "copy", "programme", cwd=workshop)
    page = workshop / "templates" / "programme" / "programme.html.j2"
    page.write_text("mine", "utf-8")
    again = ogp("templates", "copy", "programme", cwd=workshop)
    assert again.returncode == 2
    assert page.read_text("utf-8") == "mine"


def test_every_field_is_shown_with_a_value_of_the_own_workshop(ogp, workshop):
    agenda = workshop / "agenda.yaml"
    text = agenda.read_text("utf-8").replace("ADB Headquarters", "The Palace of Nations")
    agenda.write_text(text, "utf-8")
    shown = ogp("templates", "show", cwd=workshop, env={"COLUMNS": "200"})
    assert shown.returncode == 0, shown.stderr
    assert "The Palace of Nations" in shown.stdout
    assert "Setting the Scene" in shown.stdout or "Arrival and Registration" in shown.stdout


@pytest.mark.parametrize("column", ["email", "gender", "dietary", "access_needs"])
def test_no_sample_tells_what_is_sensitive(ogp, workshop, column):
    roster = workshop / "participants.csv"
    first, *rows = roster.read_text("utf-8").splitlines()
    place = first.split(",").index(column)
    marked = [
        ",".join([*row.split(",")[:place], "SECRET", *row.split(",")[place + 1 :]]) for row in rows
    ]
    roster.write_text("\n".join([first, *marked]), "utf-8")
    shown = ogp("templates", "show", cwd=workshop, env={"COLUMNS": "300"})
    assert shown.returncode == 0, shown.stderr
    assert "Attendee" in shown.stdout
    assert "SECRET" not in shown.stdout


def test_without_an_agenda_the_samples_are_those_of_a_new_workshop(ogp):
    shown = ogp("templates", "show", env={"COLUMNS": "200"})
    assert shown.returncode == 0, shown.stderr
    assert "Our workshop" in shown.stdout


def test_the_blocks_and_choices_of_a_document_are_shown(ogp):
    shown = ogp("templates", "show", "programme", env={"COLUMNS": "200"})
    assert "options.compact" in shown.stdout
    assert "masthead" in shown.stdout
    wrong = ogp("templates", "show", "programe")
    assert wrong.returncode == 2
    assert "Did you mean “programme”?" in wrong.stderr


def test_a_second_copy_changes_nothing_and_says_what_to_do_next(ogp, workshop):
    ogp("templates", "copy", "programme", cwd=workshop)
    again = ogp("templates", "copy", "programme", cwd=workshop)
    assert again.returncode == 0
    assert again.stderr.count("unchanged") == 6
    assert "ogp print programme --watch" in again.stderr


def test_a_copy_that_is_refused_writes_nothing(ogp, workshop):
    ogp("templates", "copy", "programme", cwd=workshop)
    folder = workshop / "templates" / "programme"
    (folder / "document.toml").unlink()
    (folder / "programme.typ.j2").write_text("mine", "utf-8")
    again = ogp("templates", "copy", "programme", cwd=workshop)
    assert again.returncode == 2
    assert "programme.typ.j2 is there already" in again.stderr
    assert not (folder / "document.toml").exists()


def test_documents_are_listed_with_their_formats_within_the_page(ogp):
    listed = ogp("templates", "list")
    lines = listed.stdout.splitlines()
    assert max(map(len, lines)) <= 100
    assert next(line for line in lines if line.startswith("door-signs")).endswith("each day")
    assert lines[-1].split() == ["pdf,", "docx"]

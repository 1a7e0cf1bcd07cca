"""Printing a workshop, as its secretariat would go about it."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def grouped(root, tmp_path_factory):
    """The founding workshop with a plan of its groups."""
    folder = tmp_path_factory.mktemp("workshop")
    for name in ("agenda.yaml", "participants.csv"):
        shutil.copy(root / "data" / name, folder / name)
    command = Path(sys.executable).with_name("ogp")
    subprocess.run(
        [command, "groups", "assign", "--effort", "quick"],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    return folder


@pytest.fixture
def folder(grouped, tmp_path):
    """A copy of it, to print in."""
    target = tmp_path / "workshop"
    shutil.copytree(grouped, target)
    return target


def made_in(folder):
    return sorted(
        each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()
    )


def test_without_arguments_it_lists_what_can_be_made(ogp):
    done = ogp("print")
    assert done.returncode == 0
    assert "programme " in done.stdout
    assert "--set compact" in done.stdout
    assert done.stderr == ""


def test_all_of_it_is_made_and_standard_output_is_silent(ogp, folder):
    done = ogp("print", "--all", "-o", "out", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    made = made_in(folder / "out")
    assert {"programme.pdf", "programme.html", "programme.md", "programme.txt"} <= set(made)
    assert {"badges.pdf", "programme.docx", "wall-chart.svg"} <= set(made)
    assert {"organisers/run-sheet.pdf", "organisers/attendance.md"} <= set(made)
    assert {"group-lists.pdf", "group-lists.html"} <= set(made)
    assert not [name for name in made if name.endswith(".tmp")]
    again = ogp("print", "--all", "-o", "out", cwd=folder)
    assert "written" not in again.stderr
    assert again.stderr.count("unchanged") == len(made)


def test_without_groups_what_needs_them_is_left_out_and_said(ogp, workshop):
    done = ogp("print", "--all", "-f", "txt", "-f", "html", cwd=workshop)
    assert done.returncode == 0
    assert "group-lists: left out, there is no plan" in done.stderr
    assert "programme.html" in made_in(workshop / "print")


def test_a_named_document_is_made_in_its_usual_format_alone(ogp, workshop):
    done = ogp("print", "programme", "-o", "out", cwd=workshop)
    assert done.returncode == 0
    assert made_in(workshop / "out") == ["programme.pdf"]


def test_one_day_is_printed_by_its_date_its_number_or_its_title(ogp, workshop):
    for name in ("2017-08-08", "2", "day 2"):
        done = ogp("print", "programme", "-f", "txt", "--day", name, "--force", cwd=workshop)
        assert done.returncode == 0
        text = (workshop / "print" / "programme.txt").read_text("utf-8")
        assert "Innovation Lab" in text
        assert "Elevator Pitch" not in text


def test_split_makes_a_file_of_each(ogp, workshop):
    done = ogp("print", "programme", "-f", "txt", "--split", cwd=workshop)
    assert done.returncode == 0
    assert made_in(workshop / "print") == [
        "programme/2017-08-07.txt",
        "programme/2017-08-08.txt",
    ]


def test_badges_begin_at_a_later_card_and_are_moved(ogp, workshop):
    done = ogp("print", "badges", "--skip", "3", "--nudge", "1.5,-0.5", cwd=workshop)
    assert done.returncode == 0
    assert made_in(workshop / "print") == ["badges.pdf"]


WRONG = [
    (["programm"], "there is no document “programm”", "Did you mean “programme”?"),
    (["group-lists"], "“group-lists” cannot be made without a plan", "ogp groups assign"),
    (["programme", "-f", "docm"], "“programme” is not made as “docm”", "It is made as pdf"),
    (["programme", "--set", "compakt"], "has an option “compakt”", "compact"),
    (["programme", "--set", "compact=maybe"], "“compact” is either given or not", "compact=yes"),
    (["programme", "--day", "3"], "there is no day “3”", ""),
    (["programme", "--person", "p01"], "“programme” cannot be limited by person", "by day"),
    (["--all", "--person", "p999"], "there is no participant “p999”", ""),
    (["--all", "--room", "Auditorum"], "there is no room “Auditorum”", "“auditorium”"),
    (["badges", "--nudge", "far"], "“far” does not say how far to move", "1.5,-0.5"),
    (["programme", "--skip", "3"], "has an option “skip”", "compact"),
    (["a.yaml", "--agenda", "b.yaml", "--all"], "more than one agenda is named", ""),
]


@pytest.mark.parametrize(("arguments", "said", "meant"), WRONG)
def test_what_cannot_be_made_is_answered_in_words_and_makes_nothing(
    arguments, said, meant, ogp, workshop
):
    done = ogp("print", *arguments, cwd=workshop)
    assert done.returncode == 2
    assert said in done.stderr
    assert meant in done.stderr
    assert "Traceback" not in done.stderr
    assert not (workshop / "print").exists()


def test_a_file_of_somebody_else_stops_everything_before_anything_is_written(ogp, workshop):
    target = workshop / "print"
    target.mkdir()
    (target / "programme.txt").write_text("mine")
    done = ogp("print", "programme", "-f", "html", "-f", "txt", cwd=workshop)
    assert done.returncode == 2
    assert "was not written by ogp" in done.stderr
    assert made_in(target) == ["programme.txt"]
    assert (target / "programme.txt").read_text() == "mine"
    assert ogp("print", "programme", "-f", "txt", "--force", cwd=workshop).returncode == 0


def test_a_folder_that_is_a_file_is_said_in_words(ogp, workshop):
    (workshop / "out").write_text("x")
    done = ogp("print", "programme", "-f", "txt", "-o", "out", cwd=workshop)
    assert done.returncode == 2
    assert "out is a file, not a folder" in done.stderr


def test_the_agenda_can_be_named_like_everywhere(ogp, workshop, tmp_path):
    done = ogp("print", workshop / "agenda.yaml", "programme", "-f", "txt", cwd=tmp_path)
    assert done.returncode == 0


def git(folder, *arguments):
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=folder, capture_output=True, check=True)


def test_since_a_revision_only_what_has_changed_is_printed(ogp, folder):
    git(folder, "init", "-q")
    git(folder, "add", "agenda.yaml", "participants.csv", "groups.csv")
    git(folder, "commit", "-q", "-m", "printed")
    done = ogp("print", "--all", "--since", "HEAD", "-o", "out", cwd=folder)
    assert done.returncode == 0
    assert "nothing of this has changed since HEAD" in done.stderr
    assert not (folder / "out").exists()

    roster = folder / "participants.csv"
    roster.write_text(roster.read_text("utf-8").replace("Sadia Anjum", "Sadia Anjum-Khan"), "utf-8")
    done = ogp("print", "badges", "door-signs", "--since", "HEAD", "--split", cwd=folder)
    assert done.returncode == 0
    assert made_in(folder / "print") == ["badges/p01-sadia-anjum-khan.pdf"]

    agenda = folder / "agenda.yaml"
    text = agenda.read_text("utf-8")
    agenda.write_text(text.replace("title: Innovation Lab\n", "title: Lab of Ideas\n"), "utf-8")
    done = ogp("print", "run-sheet", "--since", "HEAD", "--split", "-o", "days", cwd=folder)
    assert made_in(folder / "days") == ["organisers/run-sheet/2017-08-08.pdf"]


def test_groups_that_changed_are_on_the_page_anew_and_not_in_the_printed_programme(ogp, folder):
    git(folder, "init", "-q")
    git(folder, "add", "agenda.yaml", "participants.csv", "groups.csv")
    git(folder, "commit", "-q", "-m", "printed")
    plan = folder / "groups.csv"
    first, *rows = plan.read_text("utf-8").splitlines()
    moved = [
        row.replace(",b1,", ",b2,") if row.startswith("innovation-lab,") else row for row in rows
    ]
    assert moved != rows
    plan.write_text("\n".join([first, *moved]) + "\n", "utf-8")
    formats = ("-f", "html", "-f", "pdf")
    done = ogp("print", "programme", "group-lists", *formats, "--since", "HEAD", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert made_in(folder / "print") == ["group-lists.html", "group-lists.pdf", "programme.html"]
    page = (folder / "print" / "group-lists.html").read_text("utf-8")
    assert "Innovation Lab" in page
    assert "Challenge Clinics" not in page


def test_a_template_that_was_edited_makes_its_document_anew(ogp, folder):
    ogp("templates", "copy", "programme", cwd=folder)
    git(folder, "init", "-q")
    git(folder, "add", "agenda.yaml", "participants.csv", "groups.csv", "templates")
    git(folder, "commit", "-q", "-m", "printed")
    template = folder / "templates" / "programme" / "programme.html.j2"
    template.write_text(template.read_text("utf-8") + " ", "utf-8")
    done = ogp("print", "programme", "door-signs", "-f", "html", "--since", "HEAD", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert made_in(folder / "print") == ["programme.html"]


@pytest.mark.parametrize("gone", ["templates", "templates/programme/programme.html.j2"])
def test_a_template_that_was_taken_away_makes_its_document_anew(ogp, folder, gone):
    ogp("templates", "copy", "programme", cwd=folder)
    git(folder, "init", "-q")
    git(folder, "add", "agenda.yaml", "participants.csv", "groups.csv", "templates")
    git(folder, "commit", "-q", "-m", "printed")
    path = folder / gone
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    done = ogp("print", "programme", "door-signs", "-f", "html", "--since", "HEAD", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert made_in(folder / "print") == ["programme.html"]


def test_since_a_revision_that_is_not_there_is_said(ogp, workshop):
    done = ogp("print", "programme", "--since", "HEAD", cwd=workshop)
    assert done.returncode == 2
    assert "is in no git repository" in done.stderr


def test_watching_makes_it_again_after_every_save_and_survives_a_mistake(workshop):
    command = [Path(sys.executable).with_name("ogp"), "print", "programme", "-f", "txt", "--watch"]
    made = workshop / "print" / "programme.txt"
    agenda = workshop / "agenda.yaml"
    text = agenda.read_text("utf-8")
    with subprocess.Popen(
        command, cwd=workshop, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            told(process, "programme.txt: written")
            agenda.write_text("days: [", "utf-8")
            told(process, "agenda.yaml:1:")
            agenda.write_text(text.replace("The Elevator Pitch", "The Lift Speech"), "utf-8")
            told(process, "programme.txt: written")
            assert "The Lift Speech" in made.read_text("utf-8")
            # whoever runs tests in the background of a script has switched Ctrl-C off
            if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
                process.send_signal(signal.SIGINT)
                assert process.wait() == 0
        finally:
            process.kill()


@pytest.mark.parametrize("saved", ["roster", "plan", "template", "logo", "own roster"])
def test_a_save_of_any_file_that_goes_into_it_makes_it_again(workshop, saved):
    agenda = workshop / "agenda.yaml"
    text = agenda.read_text("utf-8") + "\ntheme: {logo: logo.svg}\n"
    if saved == "own roster":
        (workshop / "people.csv").write_bytes((workshop / "participants.csv").read_bytes())
        text = text.replace("\nroster:\n", "\nroster:\n  file: people.csv\n")
    agenda.write_text(text, "utf-8")
    picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{}</svg>"
    (workshop / "logo.svg").write_text(picture.format(""), "utf-8")
    people = [f"p{number:02}" for number in range(1, 9)]
    rows = "".join(f"innovation-lab,1,{{}},,b1,{person},,\n" for person in people)
    head = "session,round,group,topic,room,participant,name,role\n"
    (workshop / "groups.csv").write_text(head + rows.format(*[1] * 8), "utf-8")
    command = [Path(sys.executable).with_name("ogp"), "print", "programme", "-f", "html", "--watch"]
    with subprocess.Popen(
        command, cwd=workshop, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            told(process, "programme.html: written")
            match saved:
                case "roster":
                    with (workshop / "participants.csv").open("a") as file:
                        file.write("p99,New Person\n")
                    told(process, "programme.html: unchanged")
                case "own roster":
                    with (workshop / "people.csv").open("a") as file:
                        file.write("p99,New Person\n")
                    told(process, "programme.html: unchanged")
                case "plan":
                    (workshop / "groups.csv").write_text(head + rows.format(*[1, 2] * 4), "utf-8")
                    told(process, "programme.html: written")
                case "template":
                    own = workshop / "templates" / "programme"
                    own.mkdir(parents=True)
                    (own / "programme.html.j2").write_text(
                        "{% extends 'shipped/programme/programme.html.j2' %}"
                        "{% block masthead %}mine{% endblock %}"
                    )
                    told(process, "programme.html: written")
                case _:
                    (workshop / "logo.svg").write_text(picture.format("<g/>"), "utf-8")
                    told(process, "programme.html: written")
        finally:
            process.kill()


def told(process, words):
    """Read what the command tells until these words; a save can be seen half-way, and told of."""
    assert any(words in line for line in iter(process.stderr.readline, ""))

"""Whatever is handed to ogp: one clear located message, exit 1 or 2, nothing lost, no traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

DAMAGED = {
    "missing": (None, 2, "there is no file"),
    "empty": (b"", 1, "The agenda is empty"),
    "only a comment": (b"# nothing yet\n", 1, "The agenda is empty"),
    "binary": (bytes(range(256)) * 20, 2, "not"),
    "a zip": (b"PK\x03\x04\x00\x00" * 50, 2, "damaged"),
    "latin-1": ("workshop:\n  title: Café\n".encode("latin-1"), 2, "agenda.yaml:2"),
    "deeply nested": (b"[" * 100_000, 1, "nested deeper"),
    "broken": (b"days: [\n", 1, "yaml-syntax"),
    "tabs": (b"workshop:\n\ttitle: A\n", 1, "tab"),
    "a list": (b"- a\n- b\n", 1, "type-wrong"),
    "a text": (b"hello\n", 1, "type-wrong"),
    "an alias bomb": (
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            f"{c}: &{c} [{','.join([f'*{b}'] * 9)}]\n".encode()
            for b, c in zip("abcdefghi", "bcdefghij", strict=True)
        )
        + b"check: {x: *j}\n",
        1,
        "alias-limit",
    ),
}


def is_one_clear_message(done):
    text = done.stdout + done.stderr
    assert "Traceback" not in text
    assert text.strip()
    return text


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_agenda_gets_one_located_message(ogp, tmp_path, case):
    content, code, words = DAMAGED[case]
    if content is not None:
        (tmp_path / "agenda.yaml").write_bytes(content)
    done = ogp("agenda", "check", "agenda.yaml")
    assert done.returncode == code
    assert words in is_one_clear_message(done)


@pytest.mark.parametrize("case", DAMAGED)
def test_nothing_is_printed_from_a_damaged_agenda(ogp, tmp_path, case):
    content, _, _ = DAMAGED[case]
    if content is not None:
        (tmp_path / "agenda.yaml").write_bytes(content)
    done = ogp("agenda", "render", "agenda.yaml", "-o", "out.pdf")
    assert done.returncode == 2
    assert len(is_one_clear_message(done).strip().splitlines()) <= 3
    assert not (tmp_path / "out.pdf").exists()


def test_a_file_of_50_mb_is_refused_unread(ogp, tmp_path):
    with (tmp_path / "agenda.yaml").open("wb") as stream:
        stream.truncate(50_000_000)
    done = ogp("agenda", "check")
    assert done.returncode == 2
    assert "50 MB" in done.stderr


def test_no_agenda_at_all_says_how_to_name_one(ogp):
    done = ogp("agenda", "check")
    assert done.returncode == 2
    assert "Name the agenda" in done.stderr


def test_a_misspelt_file_name_is_guessed(ogp, workshop):
    done = ogp("agenda", "check", "agend.yaml", cwd=workshop)
    assert "Did you mean agenda.yaml?" in done.stderr


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"1,2,3\n4,5,6\n", 1, "header-missing"),
        (b"", 2, "is empty"),
        (b"\x00\x01\x02" * 100, 2, "not a table"),
        (b"id,name\na,A\na,B\n", 1, "id-duplicate"),
        (b"id;name;country\n1;A;Philipines\n", 1, "country-unknown"),
        ("id,name\n1,José\n".encode("cp1252"), 1, "encoding-legacy"),
    ],
)
def test_a_damaged_roster_gets_a_located_message(ogp, tmp_path, content, code, words):
    (tmp_path / "people.csv").write_bytes(content)
    done = ogp("roster", "check", "people.csv")
    assert done.returncode == code
    text = is_one_clear_message(done)
    assert words in text
    assert "people.csv" in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_roster_is_read_in_every_usual_encoding_and_delimiter(ogp, tmp_path, encoding, delimiter):
    text = "id,name,country\np1,Zoë Ñandú,Philippines\np2,Өлзий,Mongolia\n".replace(",", delimiter)
    (tmp_path / "people.csv").write_bytes(text.encode(encoding))
    done = ogp("roster", "check", "people.csv")
    assert done.returncode == 0, done.stdout
    assert "2 people" in done.stderr


def test_groups_without_a_usable_roster_say_what_is_wrong(ogp, workshop):
    for content in (b"", b"1,2\n3,4\n", b"id,name\n"):
        (workshop / "participants.csv").write_bytes(content)
        done = ogp("groups", "assign", cwd=workshop)
        assert done.returncode == 2
        assert "participants.csv" in is_one_clear_message(done)
    assert not (workshop / "groups.csv").exists()


def test_a_plan_with_strangers_is_reported_and_not_printed(ogp, workshop):
    ogp("groups", "assign", "--effort", "quick", cwd=workshop)
    plan = workshop / "groups.csv"
    lines = plan.read_text("utf-8").splitlines(keepends=True)
    cells = lines[1].split(",")
    cells[5] = "nobody"
    plan.write_text("".join([lines[0], ",".join(cells), *lines[2:]]), "utf-8")
    done = ogp("groups", "check", cwd=workshop)
    assert done.returncode == 1
    assert "group-person-unknown" in done.stdout
    assert "groups.csv:2:" in done.stdout
    done = ogp("groups", "render", "-o", "lists.pdf", cwd=workshop)
    assert done.returncode == 2
    assert "groups.csv:2:" in done.stderr
    assert not (workshop / "lists.pdf").exists()


def test_a_file_that_ogp_did_not_write_is_not_overwritten(ogp, workshop):
    target = workshop / "programme.pdf"
    target.write_text("my own notes")
    done = ogp("agenda", "render", "-o", "programme.pdf", cwd=workshop)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert target.read_text() == "my own notes"
    assert ogp("agenda", "render", "-o", "programme.pdf", "--force", cwd=workshop).returncode == 0
    assert ogp("agenda", "render", "-o", "programme.pdf", cwd=workshop).returncode == 0


def test_a_plan_edited_by_hand_is_kept_beside_the_new_one(ogp, workshop):
    ogp("groups", "assign", "--effort", "quick", cwd=workshop)
    plan = workshop / "groups.csv"
    edited = plan.read_text("utf-8").replace(",b1,", ",b2,", 1)
    plan.write_text(edited, "utf-8")
    done = ogp("groups", "assign", "--effort", "quick", cwd=workshop)
    assert "groups.previous.csv" in done.stderr
    assert (workshop / "groups.previous.csv").read_text("utf-8") == edited


@pytest.mark.parametrize("output", ["no/such/folder.pdf", ".", "/proc/version/x.pdf", "a.doc"])
def test_an_output_that_cannot_be_written_is_one_message(ogp, workshop, output):
    done = ogp("agenda", "render", "-o", output, cwd=workshop)
    assert done.returncode == 2
    assert len(is_one_clear_message(done).strip().splitlines()) <= 3


def test_a_template_with_a_mistake_is_located_and_the_nearest_name_proposed(ogp, workshop):
    folder = workshop / "templates" / "programme"
    folder.mkdir(parents=True)
    (folder / "programme.html.j2").write_text("<p>\n{{ workshop.titel }}\n</p>\n")
    done = ogp("agenda", "render", "-o", "programme.html", cwd=workshop)
    assert done.returncode == 2
    assert "programme.html.j2:2" in done.stderr
    assert "title" in is_one_clear_message(done)
    assert not (workshop / "programme.html").exists()


def test_a_template_of_ones_own_wins(ogp, workshop):
    folder = workshop / "templates" / "programme"
    folder.mkdir(parents=True)
    (folder / "programme.txt.j2").write_text("Hello {{ workshop.title }} ogpworkshop\n")
    assert ogp("agenda", "render", "-o", "p.txt", cwd=workshop).returncode == 0
    assert (workshop / "p.txt").read_text().startswith("Hello Open Government")


def test_templates_are_copied_once_and_never_over_edits(ogp, tmp_path):
    assert ogp("templates", "copy", "programme").returncode == 0
    file = next((tmp_path / "templates" / "programme").glob("*.html.j2"))
    file.write_text("mine")
    done = ogp("templates", "copy", "programme")
    assert done.returncode == 2
    assert file.read_text() == "mine"


def test_wrong_use_exits_with_2(ogp, workshop):
    for arguments in (
        ["foo"],
        ["agenda", "render", "--format", "doc"],
        ["groups", "assign", "--seed", "x"],
    ):
        assert ogp(*arguments, cwd=workshop).returncode == 2


def test_control_characters_of_a_file_never_reach_the_terminal_raw(ogp, tmp_path):
    (tmp_path / "agenda.yaml").write_text(
        'days: [{sessions: [{time: "9:75", title: "A \\e[31mred\\u202e"}, {tilte: "\\x07"}]}]',
        "utf-8",
    )
    done = ogp("agenda", "check")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
    assert "\u202e" not in done.stdout


def test_interrupting_the_search_keeps_the_best_groups_so_far(workshop):
    command = Path(sys.executable).with_name("ogp")
    running = subprocess.Popen(
        [command, "groups", "assign", "--effort", "best"],
        cwd=workshop, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    time.sleep(4)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate()
    assert "Traceback" not in errors
    assert "interrupted" in errors
    assert running.returncode in {0, 1}
    assert (workshop / "groups.csv").read_text("utf-8").count("\n") > 300

"""`ogp agenda fix` as it is used: on a file, on standard input, shown first, one by one."""

import os
import shutil
import subprocess
import sys

import pytest

PUBLISHED = "tests/files/manila-2017-as-published.yaml"
FAULTY = """\
# Draft, {not} checked
days:
  - date: 2017-08-07
    sessions:
      - {time: '9:00 -10:30', title: "Opening"}   # with the band
      - {titel: Coffee,  time: "10:30-10:45", kind: break}
"""


@pytest.fixture
def agenda(tmp_path):
    file = tmp_path / "agenda.yaml"
    file.write_bytes(FAULTY.encode())
    return file


def applied(folder, difference):
    command = ["git", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, cwd=folder, input=difference, check=True, capture_output=True)


def test_safe_fixes_are_made_and_the_rest_is_named(ogp, agenda):
    done = ogp("agenda", "fix")
    assert done.returncode == 1
    assert agenda.read_text("utf-8") == FAULTY.replace("9:00 -10:30", "9:00-10:30")
    assert "agenda.yaml:5:20: write 9:00-10:30 [time-space]" in done.stderr
    assert "1 finding mended, 2 errors left" in done.stderr
    assert "--unsafe can mend 1" in done.stderr


def test_probable_fixes_are_made_when_asked_for(ogp, agenda):
    done = ogp("agenda", "fix", "--unsafe")
    assert done.returncode == 0, done.stderr
    expected = FAULTY.replace("9:00 -10:30", "9:00-10:30").replace("titel", "title")
    assert agenda.read_text("utf-8") == expected
    assert "nothing left" in done.stderr


def test_a_second_run_changes_nothing_and_leaves_the_file_alone(ogp, agenda):
    ogp("agenda", "fix", "--unsafe")
    before = agenda.stat()
    done = ogp("agenda", "fix", "--unsafe")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing mended, nothing left" in done.stderr
    after = agenda.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(ogp, agenda, encoding, end):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    text = FAULTY.replace("Opening", "Ouverture – 開会 😀").rstrip("\n").replace("\n", end)
    agenda.write_bytes(mark + text.encode(encoding))
    assert ogp("agenda", "fix").returncode == 1
    expected = text.replace("9:00 -10:30", "9:00-10:30")
    assert agenda.read_bytes() == mark + expected.encode(encoding)


def test_a_difference_is_shown_that_git_can_apply_and_nothing_is_written(ogp, root, tmp_path):
    shutil.copy(root / PUBLISHED, tmp_path / "agenda.yaml")
    before = (tmp_path / "agenda.yaml").read_bytes()
    done = ogp("agenda", "fix", "--unsafe", "--diff")
    assert done.returncode == 1
    assert (tmp_path / "agenda.yaml").read_bytes() == before
    assert "7 findings would be mended, nothing left" in done.stderr
    applied(tmp_path, done.stdout.encode())
    assert ogp("agenda", "check").returncode == 0


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_difference_of_a_last_line_without_an_end_can_be_applied(ogp, agenda, end):
    text = FAULTY.rstrip("\n").replace("\n", end)
    agenda.write_bytes(text.encode())
    done = ogp("agenda", "fix", "--unsafe", "--diff", stdin=b"")
    applied(agenda.parent, done.stdout)
    assert b"No newline" in done.stdout
    assert agenda.read_bytes().endswith(b"kind: break}")
    assert b"title: Coffee" in agenda.read_bytes()


def test_standard_input_comes_out_mended(ogp):
    done = ogp("agenda", "fix", "--unsafe", "-", stdin=FAULTY.replace("\n", "\r\n").encode())
    assert done.returncode == 0
    assert (
        done.stdout
        == FAULTY.replace("9:00 -10:30", "9:00-10:30")
        .replace("titel", "title")
        .replace("\n", "\r\n")
        .encode()
    )


def test_one_by_one_only_what_is_agreed_to_is_mended(ogp, agenda):
    done = ogp("agenda", "fix", "--ask", stdin="what?\nn\ny\n")
    assert done.stdout.count("Mend it?") == 3
    assert "5 -       - {time: '9:00 -10:30'" in done.stdout
    assert "6 +       - {title: Coffee," in done.stdout
    assert agenda.read_text("utf-8") == FAULTY.replace("titel", "title")
    assert done.returncode == 1


@pytest.mark.parametrize("answers", ["q\n", ""])
def test_one_by_one_can_be_left_at_once(ogp, agenda, answers):
    done = ogp("agenda", "fix", "--ask", stdin=answers)
    assert done.returncode == 1
    assert agenda.read_text("utf-8") == FAULTY


@pytest.mark.parametrize("arguments", [["--ask", "--diff"], ["--ask", "-"]])
def test_asking_needs_a_file_to_write(ogp, agenda, arguments):
    done = ogp("agenda", "fix", *arguments, stdin=FAULTY)
    assert done.returncode == 2
    assert "--ask needs a file" in done.stderr
    assert agenda.read_text("utf-8") == FAULTY


@pytest.mark.parametrize("change", ["edited", "emptied", "deleted"])
def test_a_file_that_somebody_else_changes_meanwhile_is_not_written(agenda, change):
    command = [sys.executable, "-m", "ogpworkshop"]
    process = subprocess.Popen(
        [*command, "agenda", "fix", "--ask"], cwd=agenda.parent, text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    shown = ""
    while "Mend it?" not in shown:
        shown += process.stdout.read(1)
    if change == "deleted":
        agenda.unlink()
    else:
        agenda.write_text(FAULTY + "# by a colleague\n" if change == "edited" else "", "utf-8")
    _, errors = process.communicate("y\nq\n")
    assert process.returncode == 2
    assert "agenda.yaml was changed by somebody else meanwhile" in errors
    assert "Nothing was written" in errors
    if change == "deleted":
        assert not agenda.exists()
    else:
        assert "9:00 -10:30" in agenda.read_text("utf-8") or change == "emptied"
        assert list(agenda.parent.glob(".*.tmp")) == []


def test_a_link_is_followed_and_the_mode_kept(ogp, agenda, tmp_path):
    agenda.chmod(0o640)
    link = tmp_path / "current.yaml"
    link.symlink_to(agenda.name)
    ogp("agenda", "fix", link)
    assert link.is_symlink()
    assert "9:00-10:30" in agenda.read_text("utf-8")
    assert agenda.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_no_yaml_is_left_as_it_is(ogp, agenda):
    agenda.write_text("days: [\n", "utf-8")
    done = ogp("agenda", "fix", "--unsafe")
    assert done.returncode == 1
    assert agenda.read_text("utf-8") == "days: [\n"
    assert "Traceback" not in done.stderr


def test_a_clean_workshop_is_not_touched(ogp, workshop):
    agenda = workshop / "agenda.yaml"
    roster = (workshop / "participants.csv").read_bytes()
    text = agenda.read_text("utf-8")
    ogp("agenda", "fix", "--unsafe", cwd=workshop)
    assert (workshop / "participants.csv").read_bytes() == roster
    assert agenda.read_text("utf-8") == text

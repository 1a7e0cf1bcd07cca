"""The founding workshop, as its secretariat would go about it."""

import json

import pytest

PUBLISHED = "tests/files/manila-2017-as-published.yaml"
# (code, line, column, the text underlined, what it should have been)
FAULTS = [
    ("time-space", 13, 20, "0 -9", "8:30-9:00"),
    ("time-separator", 15, 21, ":", "9:30-11:00"),
    ("time-space", 16, 21, "0- 1", "11:00-11:30"),
    ("slot-zero-length", 27, 16, '"11:30 - 11: 30"', "11:00-11:30"),
    ("time-space", 27, 25, "11: 30", "11:30-11:30"),
    ("time-space", 32, 21, "0- 17: 30", "16:00-17:30"),
    ("time-space", 33, 25, "17: 45", "17:30-17:45"),
]


def test_the_corrected_agenda_is_clean_and_standard_output_is_silent(ogp, workshop):
    done = ogp("agenda", "check", cwd=workshop)
    assert (done.returncode, done.stdout) == (0, "")
    assert "2 days, 18 sessions, nothing to report" in done.stderr


def test_everything_together_is_clean(ogp, workshop):
    assert ogp("groups", "assign", "--effort", "quick", cwd=workshop).returncode == 0
    done = ogp("check", cwd=workshop)
    assert (done.returncode, done.stdout) == (0, "")
    assert "48 people" in done.stderr
    assert "8 sessions, 384 placements" in done.stderr or "placements" in done.stderr


def test_each_fault_of_the_published_agenda_is_reported_once_at_its_place(ogp, root):
    done = ogp("agenda", "check", PUBLISHED, "--format", "json", cwd=root)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["version"] == 1
    lines = (root / PUBLISHED).read_text("utf-8").splitlines()
    found = []
    for finding in report["findings"]:
        if finding["severity"] == "info":
            continue
        assert set(finding) == {
            "code", "severity", "message", "file", "line", "column", "end_line", "end_column",
            "path", "related", "fix",
        }  # fmt: skip
        quoted = lines[finding["line"] - 1][finding["column"] - 1 : finding["end_column"] - 1]
        text = finding["fix"]["edits"][0]["text"].strip('"')
        found.append((finding["code"], finding["line"], finding["column"], quoted, text))
    assert found == FAULTS


def test_the_text_report_quotes_the_line_and_underlines_the_place(ogp, root):
    done = ogp("agenda", "check", PUBLISHED, cwd=root)
    assert done.returncode == 1
    block = done.stdout.split("error[slot-zero-length]")[1].splitlines()
    assert block[1].strip() == f"--> {PUBLISHED}:27:16"
    quoted, underlined = block[3], block[4]
    assert quoted.index('"11:30 - 11: 30"') == underlined.index("^")
    assert underlined.count("^") == len('"11:30 - 11: 30"')
    assert "start it at 11:00" in done.stdout
    assert "1 error, 6 warnings" in done.stderr


def test_the_concise_report_has_a_line_for_each_finding(ogp, root):
    done = ogp("agenda", "check", PUBLISHED, "--format", "concise", cwd=root)
    lines = done.stdout.splitlines()
    assert len(lines) == len(FAULTS)
    assert lines[1].startswith(f"{PUBLISHED}:15:21: warning[time-separator] ")


def test_the_programme_is_shown_as_table_and_as_time_line(ogp, workshop):
    done = ogp("agenda", "show", cwd=workshop)
    assert done.returncode == 0
    assert "09:30-11:00   1 h 30 min  The Elevator Pitch" in done.stdout
    rows = done.stdout.splitlines()
    lunch = [row for row in rows if row.startswith("13:30 ░")]
    assert lunch
    assert ogp("agenda", "show", "--table", cwd=workshop).stdout.count("░") == 0


def test_a_gap_and_a_break_of_no_length_are_visible_in_the_time_line(ogp, root):
    done = ogp("agenda", "show", PUBLISHED, "--timeline", cwd=root)
    assert "30 min free" in done.stdout
    assert "◆ Coffee Break 11:30-11:30" in done.stdout


@pytest.mark.parametrize("form", ["pdf", "html", "md", "txt"])
def test_the_programme_is_printed(ogp, workshop, form):
    done = ogp("agenda", "render", "-o", f"programme.{form}", cwd=workshop)
    assert done.returncode == 0, done.stderr
    content = (workshop / f"programme.{form}").read_bytes()
    assert b"ogpworkshop" in content
    if form != "pdf":
        assert "The Elevator Pitch" in content.decode()


def test_groups_are_formed_shown_scored_and_printed(ogp, workshop):
    done = ogp("groups", "assign", "--effort", "quick", cwd=workshop)
    assert done.returncode == 0, done.stderr
    assert "meet new" in done.stdout
    assert "bound" in done.stdout
    rows = (workshop / "groups.csv").read_text("utf-8").splitlines()
    assert rows[0] == "session,round,group,topic,room,participant,name,role"
    sessions = {row.split(",")[0] for row in rows[1:]}
    assert len(sessions) == 8
    assert ogp("groups", "check", cwd=workshop).returncode == 0
    shown = ogp("groups", "show", cwd=workshop)
    assert "Who meets whom" in shown.stdout
    for form, first in (("pdf", b"%PDF"), ("html", b"<!doctype html>")):
        made = ogp("groups", "render", "-o", f"lists.{form}", cwd=workshop)
        assert made.returncode == 0, made.stderr
        assert (workshop / f"lists.{form}").read_bytes().lower().startswith(first.lower())
    assert ogp("groups", "render", "--by", "room", "-o", "rooms.pdf", cwd=workshop).returncode == 0


def test_the_second_part_of_a_session_keeps_the_groups_of_the_first(ogp, workshop):
    ogp("groups", "assign", "--effort", "quick", cwd=workshop)
    groups = {}
    for row in (workshop / "groups.csv").read_text("utf-8").splitlines()[1:]:
        session, _, group, _, _, person = row.split(",")[:6]
        groups.setdefault(session, set()).add((group, person))
    assert groups["challenge-clinics"] == groups["challenge-clinics-2"]
    assert groups["innovation-lab"] == groups["innovation-lab-2"]


def test_the_same_files_and_seed_give_the_same_plan(ogp, workshop):
    for name in ("a.csv", "b.csv"):
        ogp("groups", "assign", "--effort", "quick", "--seed", "7", "-o", name, cwd=workshop)
    assert (workshop / "a.csv").read_bytes() == (workshop / "b.csv").read_bytes()

"""Groups that change after they were told, as an organiser goes about it."""

import re

import pytest


@pytest.fixture
def grouped(ogp, workshop):
    assert ogp("groups", "assign", "--effort", "quick", cwd=workshop).returncode == 0
    return workshop


def test_a_cancellation_is_repaired_and_the_plan_before_is_kept(ogp, grouped):
    before = (grouped / "groups.csv").read_bytes()
    shown = ogp("groups", "repair", "--away", "p01", "--dry-run", cwd=grouped)
    assert shown.returncode == 0
    assert (grouped / "groups.csv").read_bytes() == before
    roster = (grouped / "participants.csv").read_text("utf-8").splitlines()
    roster[1] = roster[1].replace("confirmed", "cancelled")
    (grouped / "participants.csv").write_text("\n".join(roster) + "\n", "utf-8")
    done = ogp("groups", "repair", cwd=grouped)
    assert done.returncode == 0
    assert done.stdout == shown.stdout
    assert "No longer there\n  Sadia Anjum" in done.stdout
    assert "moves fewer (proven)" in done.stderr
    assert (grouped / "groups.previous.csv").read_bytes() == before
    assert ogp("groups", "check", cwd=grouped).returncode == 0


def test_a_lost_room_is_repaired_from_the_agenda(ogp, grouped):
    agenda = grouped / "agenda.yaml"
    text = agenda.read_text("utf-8").replace("groups: 6", "groups: 5")
    agenda.write_text(text.replace("b2, b3, b4", "b2, b4"), "utf-8")
    done = ogp("groups", "repair", cwd=grouped)
    assert done.returncode == 0
    assert "→   0 people" in done.stdout
    assert "group 4 (Room 4) → group 3 (Room 4)" in done.stdout
    assert ogp("groups", "check", cwd=grouped).returncode == 0


def test_a_newcomer_is_added_and_not_twice(ogp, grouped):
    with (grouped / "participants.csv").open("a", encoding="utf-8") as file:
        file.write("p99,Late Comer,,,ngo,Nepal,,participant,,English,man,3,,,,,confirmed\n")
    done = ogp("groups", "add", "Late Comer", cwd=grouped)
    assert done.returncode == 0
    assert "New\n  Late Comer" in done.stdout
    again = ogp("groups", "add", "agenda.yaml", "p99", cwd=grouped)
    assert again.returncode == 2
    assert "p99 has groups already" in again.stderr


def test_people_and_wishes_are_explained(ogp, grouped):
    done = ogp("groups", "explain", "agenda.yaml", "Nighat Afridi", cwd=grouped)
    assert done.returncode == 0
    assert "Nighat Afridi, “The Elevator Pitch”: group" in done.stdout
    assert "To be in another group" in done.stdout
    wishes = ogp("groups", "explain", cwd=grouped)
    assert "The exchange that helps and costs least" in wishes.stdout


def test_a_swap_says_what_it_does_to_the_criteria(ogp, grouped):
    before = (grouped / "groups.csv").read_bytes()
    done = ogp("groups", "swap", "p05", "p20", "-o", "-", cwd=grouped)
    assert done.stdout.startswith("session,round,group")
    assert "criteria as before" in done.stderr
    assert (grouped / "groups.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("explain", "Nobody Here"), "nobody who comes is called Nobody Here"),
        (("explain", "a", "b"), "there is no file a"),
        (("swap", "p05"), "2 people asked for, 1 named"),
        (("add",), "Missing argument"),
        (("repair", "--held", "frist"), "frist is no session with groups"),
        (("repair", "--plan", "none.csv"), "there is no file none.csv"),
    ],
)
def test_wrong_use_ends_in_words(ogp, grouped, words, message):
    done = ogp("groups", *words, cwd=grouped)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_groups_are_handed_over_to_zoom_with_missing_addresses_named(ogp, grouped):
    roster = grouped / "participants.csv"
    roster.write_text(roster.read_text("utf-8").replace("sadia.anjum@example.org", ""), "utf-8")
    done = ogp("groups", "export", "--to", "zoom", "-o", "zoom", cwd=grouped)
    assert done.returncode == 1
    assert "no e-mail address, so left out: Sadia Anjum" in done.stderr
    files = sorted(each.name for each in (grouped / "zoom").iterdir())
    assert len(files) == 6
    assert ogp("groups", "export", "--to", "zoom", "-o", "zoom", cwd=grouped).returncode == 1


@pytest.mark.parametrize(("tool", "file"), [("xlsx", "groups.xlsx"), ("teams", "groups-teams.csv")])
def test_groups_are_handed_over_in_one_file(ogp, grouped, tool, file):
    assert ogp("groups", "export", "--to", tool, cwd=grouped).returncode == 0
    assert (grouped / file).stat().st_size > 1000
    (grouped / file).write_text("mine", "utf-8")
    refused = ogp("groups", "export", "--to", tool, cwd=grouped)
    assert refused.returncode == 2
    assert (grouped / file).read_text("utf-8") == "mine"


def test_earlier_plans_are_taken_into_account(ogp, grouped):
    again = ogp(
        "groups",
        "assign",
        "--effort",
        "quick",
        "--history",
        "groups.csv",
        "-o",
        "next.csv",
        cwd=grouped,
    )
    assert again.returncode == 0
    assert "met at an earlier workshop and meet again" in again.stdout
    wrong = ogp("groups", "assign", "--history", "participants.csv", cwd=grouped)
    assert wrong.returncode == 2
    assert "participants.csv:1: The earlier groups have no column “group”" in wrong.stderr


def test_a_report_is_one_page_that_a_second_run_may_replace(ogp, grouped):
    done = ogp("groups", "report", cwd=grouped)
    assert done.returncode == 0
    page = (grouped / "groups-report.html").read_text("utf-8")
    assert "How good the groups are" in page
    assert "<script" not in page
    assert ogp("groups", "report", cwd=grouped).returncode == 0
    (grouped / "groups-report.html").write_text("mine", "utf-8")
    assert ogp("groups", "report", cwd=grouped).returncode == 2
    assert (grouped / "groups-report.html").read_text("utf-8") == "mine"


def test_alternatives_are_written_each_to_its_file_or_none_at_all(ogp, grouped):
    arguments = ("groups", "alternatives", "--effort", "quick")
    (grouped / "groups-b.csv").write_text("mine", "utf-8")
    refused = ogp(*arguments, cwd=grouped)
    assert refused.returncode == 2
    assert not (grouped / "groups-a.csv").exists()
    (grouped / "groups-b.csv").unlink()
    done = ogp(*arguments, cwd=grouped)
    assert done.returncode == 0
    assert "a: as asked, groups-a.csv" in done.stdout
    for letter in "ab":
        checked = ogp("groups", "check", "--plan", f"groups-{letter}.csv", cwd=grouped)
        assert "criteria optimal (proven)" in checked.stderr


def test_advice_on_sizes_needs_no_files(ogp):
    done = ogp("groups", "plan", "--people", "48", "--size", "7", "--rounds", "4")
    assert done.returncode == 0
    assert "6×7 + 1×6" in done.stdout
    assert "fewest repeats" in done.stdout


def test_people_to_be_spared_are_moved_last(ogp, grouped):
    plain = ogp("groups", "repair", "--away", "p09", "--dry-run", cwd=grouped)
    spared = ogp("groups", "repair", "--away", "p09", "-n", "--spare", "access_needs", cwd=grouped)
    assert plain.returncode == spared.returncode == 0
    wrong = ogp("groups", "repair", "--spare", "acces_needs", cwd=grouped)
    assert wrong.returncode == 2
    assert "Did you mean access_needs?" in wrong.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("report", "--plan", "participants.csv"),
        ("report", "-o", "report.pdf"),
        ("repair", "--history", "participants.csv"),
        ("alternatives", "-o", "-"),
        ("plan", "--people", "0", "--size", "3"),
        ("plan", "--people", "10", "--size", "11"),
        ("export", "--to", "zoom", "-o", "-"),
        ("explain", "--session", "nowhere"),
    ],
)
def test_bad_input_is_one_message_and_nothing_is_written(ogp, grouped, words):
    before = sorted(each.name for each in grouped.iterdir())
    done = ogp("groups", *words, cwd=grouped)
    assert done.returncode == 2
    assert done.stderr.startswith("ogp: ")
    assert "Traceback" not in done.stderr
    assert sorted(each.name for each in grouped.iterdir()) == before


def test_who_must_be_told_is_written_to_a_file_that_is_not_the_users(ogp, grouped):
    (grouped / "mine.csv").write_text("mine", "utf-8")
    refused = ogp("groups", "repair", "--away", "p01", "--tell", "mine.csv", cwd=grouped)
    assert refused.returncode == 2
    assert not (grouped / "groups.previous.csv").exists()
    with (grouped / "participants.csv").open("a", encoding="utf-8") as file:
        file.write("p99,Late Comer,,,ngo,Nepal,,participant,,English,man,3,,,,,confirmed\n")
    done = ogp("groups", "add", "Late Comer", "--tell", "tell.csv", cwd=grouped)
    assert done.returncode == 0
    header, *rows = (grouped / "tell.csv").read_text("utf-8-sig").splitlines()
    assert header == "participant,name,session,before,now,role"
    assert all(row.startswith("p99,Late Comer,") for row in rows)
    assert len(rows) == 8


def test_an_incomplete_plan_is_never_called_optimal(ogp, grouped):
    roster = (grouped / "participants.csv").read_text("utf-8").splitlines()
    roster[1] = roster[1].replace("confirmed", "cancelled")
    (grouped / "participants.csv").write_text("\n".join(roster) + "\n", "utf-8")
    done = ogp("groups", "check", cwd=grouped)
    assert done.returncode == 1
    assert "Sadia Anjum has a group in" in done.stdout
    assert "did you mean" not in done.stdout
    assert "of an incomplete plan" in done.stdout
    assert "meet new" not in [line[4:12] for line in done.stdout.splitlines() if "(proven)" in line]
    assert "ogp groups repair mends it" in done.stderr


def test_the_report_is_also_what_show_writes_as_html(ogp, grouped):
    done = ogp("groups", "show", "--format", "html", "-o", "page.html", cwd=grouped)
    assert done.returncode == 0
    assert (grouped / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    refused = ogp("groups", "show", "--format", "html", "--meetings", cwd=grouped)
    assert refused.returncode == 2
    assert "shows all sessions" in refused.stderr


def test_information_alone_does_not_make_a_check_fail(ogp, tmp_path):
    (tmp_path / "agenda.yaml").write_text(
        "workshop: {title: A workshop}\n"
        "days:\n"
        "  - sessions:\n"
        "      - {time: 09:00-10:00, title: Talk, id: talk, kind: group-work,\n"
        "         breakouts: {groups: 2, criteria: [{balance: years}]}}\n",
        "utf-8",
    )
    people = [("p1", 1), ("p2", 2), ("p3", 9), ("p4", 8)]
    rows = "".join(f"{ref},Person {ref},{years}\n" for ref, years in people)
    (tmp_path / "participants.csv").write_text("id,name,years\n" + rows, "utf-8")
    places = [(1, "p1"), (1, "p2"), (2, "p3"), (2, "p4")]
    rows = "".join(f"talk,1,{group},,,{ref},Person {ref},\n" for group, ref in places)
    header = "session,round,group,topic,room,participant,name,role\n"
    (tmp_path / "groups.csv").write_text(header + rows, "utf-8")
    done = ogp("groups", "check", cwd=tmp_path)
    assert done.returncode == 0
    assert "of what chance leaves" in done.stdout


def test_figures_of_the_report_are_files_that_a_second_run_may_replace(ogp, grouped):
    arguments = ("groups", "report", "--figures", "figures")
    done = ogp(*arguments, cwd=grouped)
    assert done.returncode == 0
    files = sorted((grouped / "figures").iterdir())
    assert grouped / "figures" / "meetings.svg" in files
    assert f"figures: {len(files)} figures" in done.stderr
    assert ogp(*arguments, cwd=grouped).returncode == 0
    (grouped / "figures" / "meetings.svg").write_text("mine", "utf-8")
    refused = ogp(*arguments, cwd=grouped)
    assert refused.returncode == 2
    assert (grouped / "figures" / "meetings.svg").read_text("utf-8") == "mine"
    in_the_way = ogp("groups", "report", "--figures", "agenda.yaml", cwd=grouped)
    assert in_the_way.returncode == 2
    assert "agenda.yaml is no folder" in in_the_way.stderr


def test_every_distance_stands_on_one_scale_in_the_terminal_too(ogp, grouped):
    done = ogp("groups", "check", cwd=grouped)
    parts = re.findall(r"of the best possible \((\d\.\d\d)\)$", done.stdout, re.MULTILINE)
    assert parts
    assert all(0 < float(part) < 1 for part in parts)
    assert "In brackets: 0 is the best possible, 1 is drawn by lot" in done.stdout


def test_explain_says_that_exchanges_are_tried_one_by_one(ogp, grouped):
    done = ogp("groups", "explain", cwd=grouped)
    assert "exchanges, each the cheapest that helps, " in done.stdout
    assert "and do this; another way may cost less" in done.stdout
    same = re.findall(r": (\S+%) → (\S+%) of what chance leaves", done.stdout)
    assert all(was != now for was, now in same)

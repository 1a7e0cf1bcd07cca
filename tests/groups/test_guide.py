"""The guide on groups is true: its commands run, its lines are understood, its output is ours."""

import re
import shlex
from pathlib import Path

import pytest

from ogpworkshop.groups.rounds import lay_out
from ogpworkshop.model.grouping import EXAMPLES
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "guide" / "groups.md").read_text("utf-8")
CODE = [code for line in PAGE.splitlines() for code in re.findall(r"`(\{[^`]+\})`", line)]
LINES = [code for code in CODE if code[1:].partition(":")[0] in EXAMPLES]
WHOM = [code for code in CODE if code not in LINES]
TOPICS = "[Agenda setting, Service design, Monitoring and accountability]"
MORE = ("timezone", "wishes", "conflicts")


@pytest.fixture(scope="module")
def roster():
    """The founding roster with columns that the guide speaks of and it does not have."""
    head, *rows = (ROOT / "data" / "participants.csv").read_text("utf-8").splitlines()
    lines = [
        f"{row},UTC+{5 + k % 3},p{1 + (k + 1) % 48:02},p{1 + (k + 5) % 48:02}"
        for k, row in enumerate(rows)
    ]
    text = "\n".join((",".join((head, *MORE)), *lines))
    return read_roster(text.encode(), "participants.csv")[0]


def faults(roster, breakouts, criteria=()):
    rooms = "".join(f"  b{k}: {{name: Room {k}, seats: 12}}\n" for k in range(1, 7))
    sessions = "".join(
        f"  - {{time: '{9 + k:02}:00-{9 + k:02}:50', title: {name}, id: {name}, breakouts: {{{each}}}}}\n"
        for k, (name, each) in enumerate(breakouts.items())
    )
    asked = "".join(f"  - {each}\n" for each in criteria)
    whole = f"groups:\n  criteria:\n{asked}" if criteria else ""
    text = f"rooms:\n{rooms}{whole}days:\n- date: 2017-08-07\n  sessions:\n{sessions}- date: 2017-08-08\n  sessions: []\n"
    agenda = read_agenda(text.encode(), "agenda.yaml")[0]
    return [each.message for each in (*agenda.faults, *lay_out(agenda, roster).faults)]


def plain(topics=TOPICS):
    each = f"groups: 6, rooms: [b1, b2, b3, b4, b5, b6], topics: {topics}"
    return {"what-works": each, "innovation-lab": each}


@pytest.mark.parametrize("line", LINES)
def test_every_criterion_of_the_guide_is_understood(roster, line):
    assert faults(roster, plain(), [line]) == []


@pytest.mark.parametrize("condition", WHOM)
def test_every_condition_of_the_guide_means_somebody(roster, condition):
    own = plain() | {"who": f"groups: 1, who: {condition}, criteria: []"}
    assert faults(roster, own) == []


@pytest.mark.parametrize("block", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_every_block_of_an_agenda_is_understood(roster, block):
    lines = block.splitlines()
    assert lines[0] == "breakouts:"
    rooms = "".join(f"  b{k}: {{name: Room {k}, seats: 12}}\n" for k in range(1, 7))
    inner = "\n".join(f"      {line}" for line in lines)
    talks = "    - time: 09:00-10:00\n      title: Talks\n"
    head = f"rooms:\n{rooms}days:\n- date: 2017-08-08\n- date: 2017-08-07\n  sessions:\n{talks}"
    agenda = read_agenda(f"{head}{inner}\n".encode(), "agenda.yaml")[0]
    assert not agenda.faults
    assert not lay_out(agenda, roster).faults


def test_every_session_of_the_guide_that_keeps_groups_is_understood(roster):
    found = re.findall(r"`breakouts: \{(.*?)\}`", PAGE)
    assert len(found) == 2
    for each in found:
        own = plain() | {"later": each}
        own["first-station"] = own["what-works"]
        ordered = {"first-station": own.pop("first-station"), **own}
        assert faults(roster, ordered) == []


def test_every_command_of_the_guide_runs_on_the_founding_workshop(ogp, workshop):
    commands = re.findall(r"^\$ ogp (.*)$", PAGE, re.MULTILINE)
    assert len(commands) >= 7
    for command in commands:
        words = shlex.split(command)
        quick = ["--effort", "quick"] if words[1] in {"assign", "alternatives"} else []
        done = ogp(*words, *quick, cwd=workshop)
        assert done.returncode == 0, (command, done.stderr)


def test_what_the_guide_shows_of_sizes_is_what_ogp_says(ogp):
    block = PAGE.partition("$ ogp groups plan ")[2].partition("```")[0]
    command, *shown = block.strip().splitlines()
    said = ogp("groups", "plan", *command.split()).stdout.splitlines()
    for line, ours in zip(shown, said, strict=False):
        assert ours.startswith(line.removesuffix("…").rstrip())


def test_every_option_and_command_that_the_guide_names_exists():
    known = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for option in set(re.findall(r"--[a-z][a-z-]+", PAGE)):
        assert f"`{option}`" in known
    for name in set(re.findall(r"`ogp (groups [a-z]+)", PAGE)):
        assert f"ogp {name}" in known


def test_links_within_the_page_lead_somewhere():
    heads = re.findall(r"^## (.*)$", PAGE, re.MULTILINE)
    known = {re.sub(r"[^\w\- ]", "", head.casefold()).replace(" ", "-") for head in heads}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= known

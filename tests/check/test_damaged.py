"""Damaged files: every rule lives through them, and every finding has a place."""

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.check.runner import Documents, check
from ogpworkshop.errors import OgpError
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.plan import read_plan
from ogpworkshop.read.roster import read_roster

ROOT = Path(__file__).parents[2]
AGENDAS = [
    ROOT / "data" / "agenda.yaml",
    *sorted((ROOT / "tests" / "files").glob("*.yaml")),
    *sorted((ROOT / "tests" / "cases").rglob("*.yaml")),
]
PIECES = (
    "9:75", "25:00", "12 am", "-", ":", " ", "\t", "[", "]", "{", "}", "'", '"', "null", "~", "0",
    "99999999999", "2017-02-30", "\n", "\n\n", "- ", "#", "a: b", "é", "\u202e", "\ufeff", "\x07",
    "TBC", "Lunch", "break", "true", "-5m", "1e9", "١٢:٣٠",
)  # fmt: skip


def damaged(text, rng):
    """The text with lines dropped, doubled and swapped, and pieces put in and taken out."""
    lines = text.splitlines(keepends=True)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(lines))
        line = lines[at]
        cut = rng.randrange(len(line) + 1)
        action = rng.randrange(6)
        if action == 0:
            del lines[at]
        elif action == 1:
            lines.insert(rng.randrange(len(lines)), line)
        elif action == 2:
            other = rng.randrange(len(lines))
            lines[at], lines[other] = lines[other], line
        elif action == 3:
            lines[at] = line[:cut] + rng.choice(PIECES) + line[cut:]
        elif action == 4:
            lines[at] = line[:cut] + line[cut + rng.randint(1, 9) :]
        else:
            lines[at] = line[:cut] + rng.choice(PIECES) + "\n"
        if not lines:
            return ""
    return "".join(lines)


def read_or_none(read, text, name):
    try:
        return read(text.encode("utf-8", "surrogatepass"), name)
    except OgpError:
        return None


def is_placed(spot):
    size = len(spot.source.lines.text)
    return 0 <= spot.span.start <= spot.span.end <= size + 1 and spot.start.line >= 1


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0), st.sampled_from(AGENDAS))
def test_no_damage_makes_a_rule_fail_or_a_finding_lose_its_place(seed, file):
    rng = random.Random(seed)  # noqa: S311  reproducible damage, no secret
    roster_text = (ROOT / "data" / "participants.csv").read_text("utf-8")
    agenda = read_or_none(read_agenda, damaged(file.read_text("utf-8"), rng), "agenda.yaml")
    roster = read_or_none(read_roster, damaged(roster_text, rng), "participants.csv")
    if agenda is None and roster is None:
        return
    report = check(Documents(agenda, roster))
    assert report.crashes == ()
    for finding in report.findings:
        assert finding.message
        assert is_placed(finding.spot)
        assert all(is_placed(spot) for spot in finding.related)
        for edit in finding.fix.edits if finding.fix else ():
            assert edit.span.start <= edit.span.end


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0))
def test_no_damage_to_a_plan_makes_a_rule_fail(seed):
    rng = random.Random(seed)  # noqa: S311  reproducible damage, no secret
    agenda = read_agenda((ROOT / "data" / "agenda.yaml").read_bytes(), "agenda.yaml")
    roster = read_roster((ROOT / "data" / "participants.csv").read_bytes(), "participants.csv")
    header = "session,round,group,topic,room,participant,name,role\n"
    rows = "".join(f"the-elevator-pitch,1,{n % 6 + 1},,b1,p{n:02},A,\n" for n in range(1, 49))
    plan = read_or_none(read_plan, damaged(header + rows, rng), "groups.csv")
    report = check(Documents(agenda, roster, plan))
    assert report.crashes == ()
    assert all(is_placed(finding.spot) for finding in report.findings)

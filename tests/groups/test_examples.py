"""Every example of the reference of criteria runs on the founding workshop, and says what it claims."""

import msgspec
import pytest

from ogpworkshop.groups import Steps, score, solve
from ogpworkshop.groups.criteria import options, readers
from ogpworkshop.groups.rounds import lay_out
from ogpworkshop.model.grouping import EXAMPLES
from ogpworkshop.model.roster import Roster
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

ZONES = ("Asia/Manila", "Asia/Karachi", "UTC+7", "+05:45")
LINES = [line for examples in EXAMPLES.values() for line, _ in examples]
HEAD = "rooms:\n" + "".join(f"  b{k}: {{name: Room {k}, seats: 9}}\n" for k in range(1, 7))


@pytest.fixture(scope="module")
def roster(root):
    """The founding roster, with columns for wishes that it does not have."""
    path = root / "data" / "participants.csv"
    plain = read_roster(path.read_bytes(), path.name)[0]
    ids = [person.id for person in plain.participants]
    people = []
    for i, person in enumerate(plain.participants):
        more = {
            "days": "",
            "timezone": ZONES[i % len(ZONES)],
            "wishes": "; ".join(
                (ids[i ^ 1] if (i ^ 1) < len(ids) else ids[0], ids[(i + 5) % len(ids)])
            ),
            "conflicts": ids[(i + 7) % len(ids)] if i % 9 == 0 else "",
        }
        people.append(msgspec.structs.replace(person, values=person.values | more))
    columns = (*plain.columns, "timezone", "wishes", "conflicts")
    return Roster(columns, tuple(people))


def with_criteria(lines):
    """Criteria of two sessions with the same topics and rooms."""
    rooms = "rooms: [b1, b2, b3, b4, b5, b6], topics: [Agenda setting, Service design, Monitoring and accountability]"
    sessions = "".join(
        f"      - {{time: '{hour:02}:00-{hour + 1:02}:00', title: {name}, id: {name}, kind: group-work,\n"
        f"         breakouts: {{groups: 6, {rooms}}}}}\n"
        for hour, name in ((9, "what-works"), (11, "innovation-lab"))
    )
    criteria = "".join(f"    - {line}\n" for line in lines)
    return f"{HEAD}groups:\n  criteria:\n{criteria}days:\n  - date: 2017-08-07\n    sessions:\n{sessions}"


def test_every_criterion_has_an_example_and_every_key_is_in_one():
    assert set(EXAMPLES) == {*readers(), "then"}
    for name in readers():
        lines = " ".join(line for line, _ in EXAMPLES[name])
        for option in options(name):
            assert f"{option}:" in lines


@pytest.mark.parametrize("line", LINES)
def test_an_example_is_understood_and_met_better_than_by_lot(roster, line):
    agenda = read_agenda(with_criteria([line]).encode(), "agenda.yaml")[0]
    assert not agenda.faults
    layout = lay_out(agenda, roster)
    assert not layout.faults
    assert layout.problem.criteria
    report = score(layout.problem, solve(layout.problem, 1, Steps(400)).plan)
    for each in report.scores:
        assert each.bound <= each.cost
        assert each.part < 0.5


def test_what_comes_then_costs_nothing_of_what_comes_first(roster):
    first = ["{spread: country}", "{meet: new}"]
    alone, both = (
        lay_out(read_agenda(with_criteria(lines).encode(), "agenda.yaml")[0], roster)
        for lines in (first, [*first, "{then: [{balance: experience}, {spread: languages}]}"])
    )
    assert [each.wish.level for each in both.problem.criteria] == [0, 0, 1, 1]
    plans = [solve(each.problem, 1, Steps(1500)).plan for each in (alone, both)]
    costs = [[each.cost(alone.problem, plan) for each in alone.problem.criteria] for plan in plans]
    assert costs[1] == costs[0]


def test_each_further_then_is_one_level_lower(roster):
    lines = ["{meet: new}", "{then: [{spread: country}]}", "{then: [{spread: gender}]}"]
    layout = lay_out(read_agenda(with_criteria(lines).encode(), "agenda.yaml")[0], roster)
    assert [each.wish.level for each in layout.problem.criteria] == [0, 1, 2]
    titles = [each.wish.title for each in layout.problem.criteria]
    assert titles == ["meet new", "spread country (priority 2)", "spread gender (priority 3)"]

"""How good groups are, against bounds that no plan can undercut: rows A6, A7, C1 to C6,
C10 and C11.

    python bench/groups.py [--full] [--golfers] [--rosters FOLDER]

Medians over five seeds. Seconds are processor time of the search. With --golfers, C2 and C4 take
some minutes more and C3 up to an hour. Rosters for C6 are made up
here, in the shape of a workshop's; with --rosters they are read from a folder that holds
roster-48.csv with criteria-48.json beside it, and so on.
"""

import argparse
import csv
import json
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ogpworkshop.groups import (
    Criterion,
    Problem,
    Repair,
    Steps,
    Wish,
    assign,
    mixing,
    repair,
    score,
    seated,
    solve,
)
from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.balance import Balance
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.criteria.need import Need
from ogpworkshop.groups.criteria.spread import Spread
from ogpworkshop.groups.criteria.together import Together
from ogpworkshop.groups.designs import without_repeats
from ogpworkshop.groups.evenness import due
from ogpworkshop.groups.fitting import smallest
from ogpworkshop.groups.kinds import Kinds, in_groups
from ogpworkshop.groups.tables import meetings
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster

DATA = Path(__file__).parents[1] / "data"
SEEDS = range(5)
MUST = Wish("must", is_must=True)
SEARCHED = (
    "5-3-7 6-3-7 7-3-9 8-3-10 9-3-11 10-3-12 5-4-5 7-4-6 8-4-7 9-4-8 10-4-9 6-5-5 7-5-5 8-5-6"
    " 9-5-7 10-5-7 7-6-4 8-6-5 10-10-3"
)
STRETCH = "6-3-8 9-3-12 10-3-13 6-4-6 7-4-7 8-4-8 8-4-9 9-4-9 10-4-10 10-5-8 10-6-7"
WEEKS = {
    2: "3", 3: "5 4", 4: "7 4 5", 5: "9 7 5 6", 6: "11 8 7 6 3", 7: "13 10 9 7 7 8",
    8: "15 11 10 8 8 8 9", 9: "17 13 11 9 9 9 9 10", 10: "19 14 13 9 7 7 5 5 4",
}  # fmt: skip
"""The most weeks known, by number of groups, for groups of two, of three and so on."""
UNEVEN = 40
"""Cells of C4 that are drawn, of 420."""
GOLFERS = ((5, 3, 6), (6, 4, 5), (7, 5, 5), (8, 4, 6))
# people, groups, rounds, seconds, coincidences above the bound, mean range of balance
ROSTERS = (
    (24, 4, 3, 1, 0, 0.17),
    (48, 6, 5, 2, 40, 0.125),
    (48, 6, 5, 10, 34, 0.125),
    (120, 12, 4, 10, 50, 0.1),
    (300, 30, 4, 3, 0, 0.1),
    (1000, 100, 3, 8, 0, 0.1),
)
Case = tuple[int, int, int, float, int, float]
QUICK = 2
"""So many of them are measured unless all are asked for."""
STARTING = 0.3
"""Seconds that the command takes besides its search, which count."""
SPREAD, BALANCE, NEW = 9, 8, 3
"""Weights of columns and the number that are to be even in every group, and of meeting anew."""


class Row(NamedTuple):
    """One line of the table: what was measured, what came out, what it is held against."""

    row: str
    measure: str
    ours: str
    bound: str
    bar: str


class Used:
    """Ends after so many seconds of processor time, which a busy machine does not shorten."""

    def __init__(self, limit: float) -> None:
        self.limit, self.began = limit, time.process_time()

    def is_reached(self, steps: int) -> bool:  # noqa: ARG002 - time passes
        return time.process_time() - self.began >= self.limit

    def left(self, steps: int) -> int | None:
        passed = time.process_time() - self.began
        return int(steps * max(0.0, self.limit - passed) / passed) if steps and passed else None


def rows(*, full: bool = False, golfing: bool = False, rosters: Path | None = None) -> list[Row]:
    """All rows; the quick ones unless `full`, the long ones if `golfing`."""
    return [
        *founding(),
        *constructed(),
        *golfers(),
        *(searched() if golfing else ()),
        *too_few_groups(),
        *mixed(ROSTERS if full else ROSTERS[:QUICK], rosters),
        *repaired(),
        *clashing(),
    ]


def founding() -> Iterator[Row]:
    agenda = read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    spreads, meets, seconds = [], [], []
    for seed in SEEDS:
        began = time.process_time()
        report = assign(agenda, roster, seed=seed)[1]
        seconds.append(time.process_time() - began)
        scores = report.scores
        spreads.append(sum(each.distance for each in scores if each.title.startswith("spread")))
        meets.append(sum(each.distance for each in scores if each.title == "meet new"))
    least = next(each.bound for each in scores if each.title == "meet new")
    yield Row("A6", "founding roster: spread above its bound", _median(spreads), "0", "0")
    yield Row("A6", "  coincidences above their bound", _median(meets), str(least), "≤ 3")
    yield Row("A6", "  seconds of assign", _median(seconds), "", "≤ 1")


def constructed() -> Iterator[Row]:
    """Every number and size of groups up to ten, as many weeks as are known for them."""
    held, slowest, missing = 0, 0.0, []
    cells = [(g, p, int(w)) for g, row in WEEKS.items() for p, w in enumerate(row.split(), 2)]
    for n_groups, size, weeks in cells:
        began = time.process_time()
        plan = without_repeats(n_groups, n_groups * size, weeks)
        slowest = max(slowest, time.process_time() - began)
        if plan is not None and len(plan) == weeks and int(meetings(plan).max()) < 2:
            held += 1
        else:
            missing.append(f"{n_groups}-{size}-{weeks}")
    found = f"{held} of {len(cells)}"
    yield Row("C1", "golfer cells constructed", found, "", "all known")
    yield Row("C1", f"  without a construction: {' '.join(missing) or 'none'}", "", "", "")
    yield Row("C1", "  slowest, milliseconds", f"{1000 * slowest:.2g}", "", "≤ 50")


def golfers() -> Iterator[Row]:
    for cell in GOLFERS:
        problem = mixing(*cell, [Meet(Wish("meet new"))])
        found, seconds = 0, []
        for seed in SEEDS:
            began = time.process_time()
            found += solve(problem, seed, Steps(40_000), has_designs=False).is_optimal
            seconds.append(time.process_time() - began)
        name = "-".join(map(str, cell))
        yield Row(
            "A7", f"golfers {name}: seeds without repeats", f"{found} of 5", "0 repeats", "5 of 5"
        )
        yield Row("A7", "  seconds", _median(seconds), "", "")


def searched() -> Iterator[Row]:
    """C2 and C3: cells without a construction at hand; C4: groups that do not come out even."""
    for row, cells, limit, seeds in (("C2", SEARCHED, 10, SEEDS), ("C3", STRETCH, 60, range(1))):
        held = 0
        for cell in cells.split():
            problem = mixing(*map(int, cell.split("-")), [Meet(Wish("meet new"))])
            found = sum(
                solve(problem, seed, Used(limit), has_designs=False).is_optimal for seed in seeds
            )
            held += found >= 0.8 * len(seeds)
            name = f"{cell}: seeds without repeats in {limit} s"
            yield Row(row, name, f"{found} of {len(seeds)}", "0 repeats", "")
        count = len(cells.split())
        bar = "all" if row == "C2" else "≥ 7"
        yield Row(row, "cells without repeats", f"{held} of {count}", "", bar)
    yield from uneven()


def uneven() -> Iterator[Row]:
    """Groups of 4 to 6 of different sizes, 13 to 50 people, 2 to 6 rounds."""
    cells = [
        (n, g, r)
        for n in range(13, 51)
        for g in range(2, n)
        for r in range(2, 7)
        if n // g >= 4 and -(-n // g) <= 6 and n % g
    ]
    drawn = np.random.default_rng(4).choice(len(cells), UNEVEN, replace=False)
    proven = 0
    for n_people, n_groups, n_rounds in (cells[k] for k in sorted(drawn.tolist())):
        everybody = np.ones(n_people, dtype=np.bool_)
        rounds = tuple(seated(str(r), everybody, n_groups) for r in range(n_rounds))
        names = tuple(map(str, range(n_people)))
        problem = Problem(names, rounds, (Meet(Wish("meet new")),))
        plan = solve(problem, 0, Used(5)).plan
        proven += score(problem, plan).verdict == "optimal (proven)"
    yield Row("C4", "uneven groups: proven optimal in 5 s", f"{proven} of {UNEVEN}", "", "≥ 90 %")


def too_few_groups() -> Iterator[Row]:
    problem = mixing(6, 8, 5, [Meet(Wish("meet new"))])
    above, seconds = [], []
    for seed in SEEDS:
        began = time.process_time()
        plan = solve(problem, seed, Used(5)).plan
        seconds.append(time.process_time() - began)
        above.append(score(problem, plan).scores[0].distance)
    least = problem.criteria[0].bound(problem).cost
    yield Row(
        "C5", "48 people, 6 groups, 5 rounds: above the bound", _median(above), str(least), "≤ 3"
    )
    yield Row("C5", "  seconds", _median(seconds), "", "≤ 5")


def mixed(cases: Sequence[Case], folder: Path | None) -> Iterator[Row]:
    for n_people, n_groups, n_rounds, limit, bar, range_bar in cases:
        spreads, meets, ranges = [], [], []
        for seed in SEEDS:
            problem = workshop(n_people, n_groups, n_rounds, folder)
            plan = solve(problem, seed, Used(limit - STARTING)).plan
            *spread, balance, meet = problem.criteria
            spreads.append(sum(outside(problem, plan, each) for each in spread))
            meets.append(meet.cost(problem, plan) - meet.bound(problem).cost)
            ranges.append(mean_range(problem, plan, balance))
        name = f"{n_people} people, {limit} s"
        yield Row("C6", f"{name}: people beyond an even spread, worst", f"{max(spreads)}", "0", "0")
        yield Row("C6", "  coincidences above their bound", _median(meets), "", f"≤ {bar}")
        yield Row("C6", "  mean range of means", _median(ranges), "", f"≤ {range_bar}")


def repaired() -> Iterator[Row]:
    """The founding workshop, 48 people in 6 groups of 5 rounds, after something went wrong."""
    text = (DATA / "agenda.yaml").read_text("utf-8")
    agenda = read_agenda(text.encode(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    plan = assign(agenda, roster, seed=1)[0]
    rng = np.random.default_rng(10)
    ids = [person.id for person in roster.coming]
    experts = [each.id for each in roster.coming if each.values["role"] == "expert"]
    fewer = text.replace("groups: 6", "groups: 5").replace("b2, b3, b4", "b2, b4")
    smaller = read_agenda(fewer.encode(), "agenda.yaml")[0]
    cases = {
        "one cancellation": [(agenda, [each]) for each in rng.choice(ids, 5, replace=False)],
        "an expert cancels": [(agenda, [each]) for each in rng.choice(experts, 5, replace=False)],
        "a tenth does not come": [
            (agenda, rng.choice(ids, 5, replace=False).tolist()) for _ in SEEDS
        ],
        "a room is lost": [(smaller, [])],
    }
    for name, changes in cases.items():
        done, seconds = [], []
        for changed, away in changes:
            began = time.process_time()
            done.append(repair(changed, roster, plan, away=[str(each) for each in away]))
            seconds.append(time.process_time() - began)
        yield from _mended(name, done, seconds, 3 if "tenth" in name or "room" in name else 0.5)


def clashing() -> Iterator[Row]:
    """Thirty musts of 48 people, two of which cannot hold together; which two differs by seed."""
    named, seconds = 0, []
    everybody = np.ones(48, dtype=np.bool_)
    round_ = seated("round", everybody, 6)
    for seed in SEEDS:
        order = np.random.default_rng(seed).permutation(48).tolist()
        sets = [(order[3 * k], order[3 * k + 1]) for k in range(14)]
        parted = [(order[3 * k], order[3 * k + 2]) for k in range(14)]
        experts = np.isin(np.arange(48), order[42:])
        musts: list[Criterion] = [Together(MUST, listed(each)) for each in sets]
        musts += [Apart(MUST, listed(each)) for each in parted]
        musts += [Need(MUST, experts, "experts", 1), Together(MUST, listed(order[42:44]))]
        began = time.process_time()
        found = smallest(musts, round_)
        seconds.append(time.process_time() - began)
        named += set(map(id, found)) == {id(musts[-1]), id(musts[-2])}
    yield Row("C11", "thirty musts, two clash: these two named", f"{named} of 5", "", "5 of 5")
    yield Row("C11", "  seconds", _median(seconds), "", "≤ 2")


def listed(people: Sequence[int]) -> Kinds:
    return Kinds.of("", [["x"] if i in people else [] for i in range(48)])


def _mended(name: str, done: list[Repair], seconds: list[float], limit: float) -> Iterator[Row]:
    least = _median([each.least for each in done])
    held = sum(not each.chosen.unmet for each in done)
    proven = sum(each.is_least for each in done)
    moved = _median([each.chosen.moved for each in done])
    yield Row("C10", f"{name}: people moved", moved, f"≥ {least}", "≤ 1" if limit < 1 else "stated")
    yield Row("C10", "  all musts hold, least proven", f"{held}, {proven}", f"of {len(done)}", "")
    yield Row("C10", "  seconds", _median(seconds), "", f"≤ {limit}")


def workshop(n_people: int, n_groups: int, n_rounds: int, folder: Path | None) -> Problem:
    """Five columns to spread, one number to balance, everybody to meet anew."""
    columns, numbers = read(folder, n_people) if folder else made_up(n_people)
    spread = [
        Spread(Wish(f"spread {name}", weight=SPREAD), Kinds.of(name, cells))
        for name, cells in columns.items()
    ]
    known = np.array([number is not None for number in numbers])
    whole = np.array([number or 0 for number in numbers], dtype=np.int64)
    balance = Balance(Wish("balance", weight=BALANCE), whole, known)
    everybody = np.ones(n_people, dtype=np.bool_)
    rounds = tuple(seated(f"round {r + 1}", everybody, n_groups) for r in range(n_rounds))
    names = tuple(f"P{i}" for i in range(n_people))
    return Problem(names, rounds, (*spread, balance, Meet(Wish("meet new", weight=NEW))))


def made_up(n_people: int) -> tuple[dict[str, list[list[str]]], list[int]]:
    """A roster in the shape of a workshop's: a dozen countries, delegations of two to four."""
    rng = np.random.default_rng(n_people)
    countries = np.sort(rng.integers(0, 12, n_people))
    kinds = rng.choice(4, n_people, p=[0.45, 0.3, 0.15, 0.1])
    columns = {
        "country": countries,
        "organisation_type": kinds,
        "gender": rng.integers(0, 2, n_people),
        "language": rng.choice(3, n_people, p=[0.6, 0.25, 0.15]),
        "delegation": countries * 100 + np.arange(n_people) // 3,
    }
    cells = {name: [[str(value)] for value in values] for name, values in columns.items()}
    return cells, rng.integers(1, 6, n_people).tolist()


def read(folder: Path, n_people: int) -> tuple[dict[str, list[list[str]]], list[int | None]]:
    with (folder / f"roster-{n_people}.csv").open(encoding="utf-8-sig", newline="") as file:
        people = list(csv.DictReader(file))
    asked = json.loads((folder / f"criteria-{n_people}.json").read_text())
    columns = {
        name: [[each[name]] if each[name] else [] for each in people] for name in asked["spread"]
    }
    numbers = [
        int(each[asked["balance"][0]]) if each[asked["balance"][0]] else None for each in people
    ]
    return columns, numbers


def outside(problem: Problem, plan: np.ndarray, spread: Spread) -> int:
    """How far numbers of people lie outside the floor and ceiling of their share."""
    total = 0
    for round_, groups in zip(problem.rounds, plan, strict=True):
        low, high = due(round_, spread.kinds.members)
        numbers = in_groups(spread.kinds.members, round_.n_groups, groups)
        total += int((np.maximum(low - numbers, 0) + np.maximum(numbers - high, 0)).sum())
    return total


def mean_range(problem: Problem, plan: np.ndarray, balance: Balance) -> float:
    ranges = []
    amounts = np.stack([balance.numbers * balance.is_known, balance.is_known], axis=1)
    for round_, groups in zip(problem.rounds, plan, strict=True):
        sums = in_groups(amounts.astype(np.int64), round_.n_groups, groups)
        means = sums[:, 0] / sums[:, 1]
        ranges.append(float(means.max() - means.min()))
    return statistics.mean(ranges)


def _median(values: list[float]) -> str:
    return f"{statistics.median(values):.3g}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="rosters of 120, 300 and 1000 too")
    parser.add_argument("--golfers", action="store_true", help="C2 to C4 too, up to an hour")
    parser.add_argument("--rosters", type=Path, help="folder of rosters to read")
    options = parser.parse_args()
    for row in rows(full=options.full, golfing=options.golfers, rosters=options.rosters):
        print(f"{row.row:3} {row.measure:48} {row.ours:>8}  {row.bound:>10}  {row.bar}")

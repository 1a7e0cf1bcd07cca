"""Thousands of people, whole process, from files to files: row C8.

    python bench/large.py [--full]

A roster is made up with three columns to spread and a number to balance, `ogp groups assign` forms
the groups, and the rows of its plan are counted here, apart from all code of ogp.
"""

import argparse
import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from measure import BIN, Row, run

CASES = {10_000: (500, 20.0), 100_000: (5_000, 180.0)}
"""People: groups, seconds of a processor."""
MEMORY = 2000
AGENDA = """workshop: {{title: Open Government Day, timezone: Asia/Manila}}
days:
  - date: 2026-11-24
    sessions:
      - time: 09:00-10:00
        title: Round tables
        kind: group-work
        breakouts:
          groups: {n_groups}
          criteria:
            - {{spread: country}}
            - {{spread: sector}}
            - {{spread: gender}}
            - {{balance: experience}}
"""


def rows(*, full: bool = False) -> Iterator[Row]:
    for n_people, (n_groups, limit) in CASES.items():
        if n_people <= 10_000 or full:
            yield from _case(n_people, n_groups, limit)


def _case(n_people: int, n_groups: int, limit: float) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, n_people, n_groups)
        agenda = folder / "agenda.yaml"
        seconds, memory = run([BIN / "ogp", "groups", "assign", agenda])
        uneven, means = scored(folder, n_groups)
        checked, check_memory = run([BIN / "ogp", "groups", "check", agenda])
    case = f"{n_people:,} people, {n_groups:,} groups"
    yield Row("C8", f"{case}: beyond an even spread", f"{uneven}", "0", "", "0", uneven == 0)
    yield Row("C8", "  range of means, of 1 to 40", f"{means:.2f}", "", "", "", is_met=True)
    bar, is_met = f"≤ {limit:g} s", seconds <= limit
    yield Row("C8", "  assign, whole process", f"{seconds:.1f} s", "", "", bar, is_met)
    bar, is_met = f"≤ {MEMORY} MB", memory <= MEMORY
    yield Row("C8", "  assign, memory", f"{memory:.0f} MB", "", "", bar, is_met)
    yield Row("C8", "  check, whole process", f"{checked:.1f} s", "", "", "", is_met=True)
    is_met = check_memory <= MEMORY
    yield Row("C8", "  check, memory", f"{check_memory:.0f} MB", "", "", bar, is_met)


def write(folder: Path, n_people: int, n_groups: int) -> None:
    """A roster in which few countries send many and many send few."""
    rng = np.random.default_rng(n_people)
    countries = np.minimum(59, rng.exponential(15, n_people).astype(int))
    sectors, genders = rng.integers(5, size=n_people), rng.integers(2, size=n_people)
    years = rng.integers(1, 40, n_people)
    with (folder / "participants.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "country", "sector", "gender", "experience"])
        for i in range(n_people):
            gender = ("woman", "man")[genders[i]]
            row = [f"p{i:06}", f"Person {i}", f"Country {countries[i]}", f"sector {sectors[i]}"]
            writer.writerow([*row, gender, years[i]])
    (folder / "agenda.yaml").write_text(AGENDA.format(n_groups=n_groups), encoding="utf-8")


def scored(folder: Path, n_groups: int) -> tuple[int, float]:
    """How many people lie beyond the floor or ceiling of a group's share; the range of means."""
    with (folder / "groups.csv").open(encoding="utf-8-sig", newline="") as file:
        group_of = {row["participant"]: int(row["group"]) - 1 for row in csv.DictReader(file)}
    with (folder / "participants.csv").open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    assert len(group_of) == len(people)
    groups = np.array([group_of[each["id"]] for each in people])
    uneven = 0
    for column in ("country", "sector", "gender"):
        values, codes = np.unique([each[column] for each in people], return_inverse=True)
        numbers = np.zeros((n_groups, len(values)), dtype=int)
        np.add.at(numbers, (groups, codes), 1)
        totals = numbers.sum(axis=0)
        low, high = totals // n_groups, -(-totals // n_groups)
        uneven += int((np.maximum(low - numbers, 0) + np.maximum(numbers - high, 0)).sum())
    years = np.array([int(each["experience"]) for each in people])
    means = np.bincount(groups, years) / np.bincount(groups)
    return uneven, float(means.max() - means.min())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="100,000 people too")
    for row in rows(full=parser.parse_args().full):
        verdict = "reached" if row.is_met else "NOT REACHED"
        print(f"{row.name:3} {row.measure:52} {row.ours:>9}  {row.bar:10} {verdict}", flush=True)

"""Maximally diverse groups against published values: row C7.

    python bench/diverse.py [--instances FOLDER] [--seconds 20]

With a folder of instances (n, groups, type, sizes; then i j distance, packed with gzip; beside
them best-known.tsv with the published best and average of twenty runs) they are read. Without,
instances of the same kinds are made up: Euclidean distances of random points (Geo), and random
real or whole distances (RanReal, RanInt); then there is nothing published to hold them against, and
the bound is a division by lot. Seconds are of one processor.
"""

import argparse
import csv
import gzip
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from measure import Row

from ogpworkshop.groups.diverse import diverse, diversity_of

SEEDS = range(5)
KINDS = {"Geo": (120, 240), "RanReal": (120,), "RanInt": (120,)}
SECONDS = 20.0


@dataclass(frozen=True)
class Instance:
    name: str
    distances: np.ndarray
    sizes: list[int]
    best: float = 0.0
    average: float = 0.0


class ProcessorSeconds:
    """Ends after some seconds of this process, whatever else the machine does."""

    def __init__(self, limit: float) -> None:
        self.limit, self.began = limit, time.process_time()

    def is_reached(self, _: int) -> bool:
        return time.process_time() - self.began >= self.limit

    def left(self, steps: int) -> int | None:
        passed = time.process_time() - self.began
        return int(steps * max(0.0, self.limit - passed) / passed) if steps and passed else None


def rows(instances: Path | None = None, seconds: float | None = None) -> Iterator[Row]:
    known = list(read(instances) if instances else made_up())
    for each in known:
        limit = seconds or (SECONDS if instances else 2.0)
        found = []
        for seed in SEEDS if instances else (0,):
            stop = ProcessorSeconds(limit)
            found.append(diverse(each.distances, each.sizes, seed, stop).diversity)
        yield _row(each, statistics.median(found), limit)


def _row(each: Instance, ours: float, limit: float) -> Row:
    measure = f"{each.name}, {limit:g} s"
    if not each.best:
        lot = np.repeat(np.arange(len(each.sizes)), each.sizes)
        by_lot = diversity_of(each.distances, lot)
        bar = "above lot"
        ratio = f"{ours / by_lot:.4f}"
        return Row("C7", measure, f"{ours:.0f}", f"{by_lot:.0f}", ratio, bar, ours > by_lot)
    is_geo = each.name.startswith("Geo")
    against, bar = (each.best, "≥ best") if is_geo else (each.average, "≥ average")
    ratio = f"{ours / against:.5f}"
    return Row("C7", measure, f"{ours:.1f}", f"{against:.1f}", ratio, bar, ours >= against)


def read(folder: Path) -> Iterator[Instance]:
    with (folder / "best-known.tsv").open(encoding="utf-8") as file:
        published = {row["instance"]: row for row in csv.DictReader(file, delimiter="\t")}
    for path in sorted(folder.glob("*.txt.gz")):
        name = path.name.removesuffix(".txt.gz")
        with gzip.open(path, "rt") as file:
            head = file.readline().split()
            i, j, distance = np.loadtxt(file).T
        n_people, sizes = int(head[0]), [int(size) for size in head[3::2]]
        distances = np.zeros((n_people, n_people))
        distances[i.astype(int), j.astype(int)] = distance
        row = published[name]
        best, average = float(row["best_of_20"]), float(row["average_of_20"])
        yield Instance(name, distances + distances.T, sizes, best, average)


def made_up() -> Iterator[Instance]:
    for kind, numbers in KINDS.items():
        for n_people in numbers:
            rng = np.random.default_rng(n_people)
            points = rng.uniform(0, 10, (n_people, 10))
            distances = np.sqrt(((points[:, None] - points) ** 2).sum(axis=2))
            if kind != "Geo":
                drawn = np.triu(rng.uniform(0, 100, distances.shape), 1)
                distances = np.rint(drawn + drawn.T) if kind == "RanInt" else drawn + drawn.T
            yield Instance(f"{kind} {n_people}, made up", distances, [n_people // 10] * 10)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--instances", type=Path, help="folder of instances to read")
    parser.add_argument("--seconds", type=float, help="of one processor, for each run")
    options = parser.parse_args()
    for row in rows(options.instances, options.seconds):
        verdict = "reached" if row.is_met else "NOT REACHED"
        print(
            f"{row.name:3} {row.measure:32} {row.ours:>12} {row.against:>12} {row.ratio:>9} "
            f"{row.bar:12} {verdict}",
            flush=True,
        )

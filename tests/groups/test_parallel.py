"""Restarts give the same plan whoever makes them: this process, several, or a Dask cluster."""

import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ogpworkshop.cli import grouping
from ogpworkshop.errors import OgpError
from ogpworkshop.groups import Interrupted, Steps, Wish, mixing, solve
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.parallel import (
    Restarts,
    _interrupts_held_back,
    _kept,
    best_of,
    restarted,
    seed_of,
)
from ogpworkshop.groups.search import Solution

HARD = mixing(7, 6, 8, [Meet(Wish("meet new"))])  # more than can be had, so that no restart is last
EASY = mixing(4, 3, 3, [Meet(Wish("meet new"))])


def hard(**changes):
    return replace(Restarts(HARD, 7, 4, 150), **changes)


def solution(cost, *, is_optimal=False, breaches=0, steps=10):
    ends = {"is_optimal": is_optimal, "is_interrupted": False, "steps": steps, "seconds": 0.0}
    return Solution(plan=np.zeros((1, 1)), breaches=breaches, cost=cost, **ends)


def test_the_first_proven_plan_is_taken_and_what_comes_after_does_not_count():
    found = [solution(9), solution(7, is_optimal=True), solution(6, is_optimal=True)]
    assert (best_of(found).cost, best_of(found).steps) == (7, 20)


def test_of_plans_that_are_equally_good_the_first_is_taken():
    found = [solution(9, steps=1), solution(7, steps=2), solution(7, steps=3)]
    assert best_of(found).plan is found[1].plan


def test_a_plan_that_breaks_a_must_comes_after_any_that_does_not():
    assert best_of([solution(1, breaches=1), solution(50)]).cost == 50


def test_the_first_restart_has_the_seed_itself_and_the_others_have_their_own():
    assert seed_of(5, 0) == 5
    assert len({seed_of(seed, index) for seed in range(20) for index in range(20)}) == 400


def test_where_time_is_limited_one_search_is_as_long_as_all_restarts():
    limited = restarted(hard(number=2, seconds=3600.0))
    assert (limited.plan == solve(HARD, 7, Steps(300)).plan).all()


def test_restarts_are_better_than_one_or_as_good():
    one, four = restarted(hard(number=1)), restarted(hard())
    assert four.cost <= one.cost
    assert four.steps > one.steps


def test_two_processes_give_the_plan_of_one():
    told = []
    alone = restarted(hard())
    shared = restarted(hard(), jobs=2, on_improvement=told.append)
    assert (shared.plan == alone.plan).all()
    assert shared.cost == min(each.cost for each in told)
    assert len(told) == 4


def test_a_proven_plan_ends_the_restarts_in_other_processes():
    endless = Restarts(EASY, 1, 3, 1 << 40)
    assert (restarted(endless, jobs=2).plan == restarted(endless).plan).all()


def test_processes_end_when_they_are_told_to():
    stop = Interrupted()
    stop.interrupt()
    endless = hard(steps=1 << 40, number=2)
    assert len(restarted(endless, jobs=2, stop=stop).plan) == 8


def test_ctrl_c_keeps_the_best_plan_of_all_processes():
    class Pressed:
        def is_reached(self, _):
            raise KeyboardInterrupt

    found = restarted(hard(steps=1 << 40, number=2), jobs=2, stop=Pressed())
    assert found.is_interrupted
    assert len(found.plan) == 8


def test_processes_begun_in_a_terminal_do_not_die_of_its_ctrl_c_while_they_start():
    look = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))"
    command = [sys.executable, "-c", look]
    with _interrupts_held_back():
        begun = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    after = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert (begun.strip(), after.strip()) == ("True", "False")


def test_ctrl_c_keeps_what_workers_of_a_cluster_have_found():
    def pressed(*found):
        yield from found
        raise KeyboardInterrupt

    kept = list(_kept(pressed(solution(9), solution(7))))
    assert [each.cost for each in kept] == [9, 7]
    assert best_of(kept).is_interrupted
    with pytest.raises(KeyboardInterrupt):
        list(_kept(pressed()))


def test_ctrl_c_before_there_are_any_groups_says_that_none_are_kept(monkeypatch, tmp_path, capsys):
    def pressed(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(grouping.groups, "assign", pressed)
    target = tmp_path / "groups.csv"
    with pytest.raises(KeyboardInterrupt):
        grouping.assign(None, None, grouping.Choices(0, "quick", None, None), target, force=False)
    said = capsys.readouterr().err.strip()
    assert said == (
        "ogp: interrupted before there were any groups, so none are kept; nothing is written"
    )
    assert not target.exists()


def test_a_cluster_without_its_extra_is_one_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "joblib", None)
    with pytest.raises(OgpError, match="joblib is not installed"):
        restarted(hard(), cluster="tcp://127.0.0.1:9")


AGENDA = """
workshop: {title: Day, timezone: Asia/Manila}
days:
  - date: 2026-11-24
    sessions:
      - time: 09:00-10:00
        title: Round tables
        kind: group-work
        breakouts: {groups: 3, criteria: [{spread: sector}]}
"""
SOLVE = """
import sys
from ogpworkshop.groups import Wish, mixing
from ogpworkshop.groups.criteria.meet import Meet
from ogpworkshop.groups.parallel import Restarts, restarted
problem = mixing(7, 6, 8, [Meet(Wish("meet new"))])
print(restarted(Restarts(problem, 7, 4, 150), cluster=sys.argv[1]).plan.tolist())
"""


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers on this machine."""
    place = tmp_path / "scheduler.json"
    run = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = [*run, *local, "--port", "0", "--scheduler-file", str(place), "--no-show"]
    work = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(place)]
    alone = ["--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    processes = [subprocess.Popen(scheduler, **quiet)]
    try:
        while not place.exists() or not place.read_text().endswith("}"):
            assert processes[0].poll() is None
            time.sleep(0.05)
        processes += [subprocess.Popen([*work, *local, *alone], **quiet) for _ in range(2)]
        yield json.loads(place.read_text())["address"]
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


def test_a_dask_cluster_gives_the_plan_of_one_process(cluster, tmp_path):
    command = [sys.executable, "-c", SOLVE, cluster]
    shared = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert shared.strip() == str(restarted(hard()).plan.tolist())
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(AGENDA)
    rows = "".join(f"p{i},Person {i},{'xyz'[i % 3]}\n" for i in range(12))
    (tmp_path / "participants.csv").write_text(f"id,name,sector\n{rows}")
    ogp = [str(Path(sys.executable).parent / "ogp"), "groups", "assign", str(agenda)]
    ogp += ["--effort", "best", "--output", "-"]
    alone, shared = (
        subprocess.run([*ogp, *choice], capture_output=True, check=True).stdout
        for choice in ([], ["--cluster", cluster])
    )
    assert alone == shared
    assert alone.count(b"round-tables") == 12


def test_a_cluster_that_does_not_answer_is_one_sentence():
    script = SOLVE.replace("restarted(R", "parallel.restarted(R").replace(
        "problem =", "from ogpworkshop.groups import parallel\nparallel._PATIENCE = 1\nproblem ="
    )
    command = [sys.executable, "-c", script, "tcp://127.0.0.1:9"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "OgpError: No Dask scheduler answers at tcp://127.0.0.1:9" in done.stderr

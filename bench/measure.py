"""Times whole processes against each other: CPU seconds, in turn, so that drift hits both."""

import atexit
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, ours, the peer or bound, and the bar."""

    name: str
    measure: str
    ours: str
    against: str
    ratio: str
    bar: str
    is_met: bool


@cache
def installed() -> dict[str, str]:
    """Surroundings in which Python's bytecode is kept, as it is where ogp is installed.

    A checkout may forbid to write it, or hold what is older than its source.
    """
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": tempfile.mkdtemp(prefix="ogp-bench-")}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    atexit.register(shutil.rmtree, surroundings["PYTHONPYCACHEPREFIX"], ignore_errors=True)
    return surroundings


def run(command: list[str | Path]) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of one run.

    Raises:
        RuntimeError: the command failed with something else than findings.
    """
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=installed()
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{command} exited with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def paired(
    ours: list[str | Path], peer: list[str | Path], pairs: int = 5
) -> tuple[float, float, float]:
    """Medians over pairs run in turn, after one run of each that does not count.

    Returns:
        CPU seconds of ours, of the peer, and the median of the pairs' ratios.
    """
    run(ours)
    run(peer)
    times = [(run(ours)[0], run(peer)[0]) for _ in range(pairs)]
    mine = statistics.median(one for one, _ in times)
    theirs = statistics.median(other for _, other in times)
    return mine, theirs, statistics.median(one / other for one, other in times)


def ratio_row(  # noqa: PLR0913  a line of the table
    name: str,
    measure: str,
    ours: list[str | Path],
    peer: list[str | Path],
    bar: float,
    *,
    pairs: int = 5,
) -> Row:
    """A row that holds when ours takes at most `bar` times the CPU time of the peer."""
    mine, theirs, ratio = paired(ours, peer, pairs)
    return Row(
        name,
        measure,
        f"{mine:.2f} s",
        f"{theirs:.2f} s",
        f"{ratio:.2f} ×",
        f"≤ {bar:g} ×",
        ratio <= bar,
    )

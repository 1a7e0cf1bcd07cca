"""Restarts: the same search from several seeds, one after another, in processes, or on a cluster.

How many restarts there are is a matter of effort. Each has its own seed, told from its number, and
the best of all is taken, the first of equals; so the plan is the same whoever made the restarts.
"""

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.problem import Problem
from ogpworkshop.groups.search import Improvement, Solution, solve
from ogpworkshop.groups.stop import First, Seconds, Steps, Stop

Progress = Callable[[Improvement], None]
_PATIENCE = 15
"""Seconds for a scheduler, and its first worker, to answer."""
_POLL = 0.2


@dataclass(frozen=True, eq=False)
class Restarts:
    """Searches of one problem.

    Attributes:
        problem: what is asked.
        seed: of all of them.
        number: how many.
        steps: of each.
        seconds: for all of them together, None for no limit.
    """

    problem: Problem
    seed: int
    number: int
    steps: int
    seconds: float | None = None

    def solve(
        self, index: int, seconds: float | None, *stops: Stop, tell: Progress | None = None
    ) -> Solution:
        """One of them.

        Args:
            index: from 0 on.
            seconds: for this one, None for no limit.
            stops: more reasons to end.
            tell: called with every better plan.
        """
        ends: list[Stop] = [Steps(self.steps), *stops]
        if seconds is not None:
            ends.append(Seconds(seconds))
        return solve(self.problem, seed_of(self.seed, index), First(ends), tell)

    def share(self, hands: int) -> float | None:
        """Seconds of each, when so many are made at once."""
        return None if self.seconds is None else self.seconds / -(-self.number // hands)


def seed_of(seed: int, index: int) -> int:
    """The seed of a restart; the first has the seed itself."""
    if index == 0:
        return seed
    low, high = np.random.SeedSequence([seed, index]).generate_state(2)
    return int(high) << 32 | int(low)


def restarted(
    restarts: Restarts,
    *,
    jobs: int = 1,
    cluster: str | None = None,
    stop: Stop | None = None,
    on_improvement: Progress | None = None,
) -> Solution:
    """The best of all restarts; Ctrl-C ends them with the best so far.

    Args:
        restarts: what is searched, and how often.
        jobs: processes to share them.
        cluster: address of a Dask scheduler whose workers share them instead.
        stop: another reason to end; not asked on a cluster.
        on_improvement: called with better plans; in other processes, with each restart's last.

    Raises:
        OgpError: the cluster cannot be reached, or what it takes is not installed.
    """
    began = time.monotonic()
    if cluster is not None:
        found = _on_cluster(restarts, cluster)
    elif min(jobs, restarts.number) > 1:
        found = _in_processes(restarts, min(jobs, restarts.number), stop, on_improvement)
    else:
        found = _in_turn(restarts, [stop] if stop else [], on_improvement)
    return replace(best_of(found), seconds=time.monotonic() - began)


def best_of(found: Iterable[Solution]) -> Solution:
    """The first that is proven optimal; if none is, the cheapest, and of equals the first.

    Those after the first proven one do not count, for they may have been ended by it.
    """
    counted: list[Solution] = []
    for solution in found:
        counted.append(solution)
        if solution.is_optimal:
            break
    best = min(counted, key=lambda each: (not each.is_optimal, each.breaches, each.cost))
    steps = sum(each.steps for each in counted)
    return replace(best, steps=steps, is_interrupted=any(each.is_interrupted for each in counted))


def _in_turn(restarts: Restarts, stops: list[Stop], tell: Progress | None) -> list[Solution]:
    """One after another; one as long as all of them where time is limited, which gets further."""
    if restarts.seconds is not None:
        whole = replace(restarts, number=1, steps=restarts.number * restarts.steps)
        return [whole.solve(0, restarts.seconds, *stops, tell=tell)]
    found: list[Solution] = []
    for index in range(restarts.number):
        found.append(restarts.solve(index, None, *stops, tell=tell))
        if found[-1].is_optimal or found[-1].is_interrupted:
            break
    return found


_first: Any = None
"""In a process of a pool: a number shared by all, of the first restart that ends those after it."""


def _enlist(first: Any) -> None:
    global _first  # noqa: PLW0603 - handed over once, as a process begins
    _first = first
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who began the pool ends it


@dataclass(frozen=True)
class _Beaten:
    """Ends when an earlier restart cannot be bettered, or when all are to end."""

    index: int

    def is_reached(self, steps: int) -> bool:  # noqa: ARG002 - asked from outside
        return bool(_first.value < self.index)

    def left(self, steps: int) -> int | None:  # noqa: ARG002 - of another kind
        return None


def _in_pool(restarts: Restarts, index: int, hands: int) -> Solution:
    found = restarts.solve(index, restarts.share(hands), _Beaten(index))
    if found.is_optimal:
        with _first.get_lock():
            _first.value = min(_first.value, index)
    return found


def _in_processes(
    restarts: Restarts, jobs: int, stop: Stop | None, tell: Progress | None
) -> list[Solution]:
    """Processes are begun afresh, for forked ones could inherit a lock that nobody opens."""
    context = multiprocessing.get_context("spawn")
    first = context.Value("q", restarts.number)
    with ProcessPoolExecutor(jobs, context, _enlist, (first,)) as pool:
        is_interrupted = False
        try:
            with _interrupts_held_back():
                indices = range(restarts.number)
                futures = [pool.submit(_in_pool, restarts, index, jobs) for index in indices]
            _watch(futures, stop, tell, first)
        except KeyboardInterrupt:
            is_interrupted = True
            first.value = -1
        found = [each.result() for each in futures]
    return [replace(each, is_interrupted=is_interrupted) for each in found]


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Ctrl-C comes afterwards; processes begun meanwhile never get it, for they inherit that.

    Without it, one that is still importing would die of a Ctrl-C in the terminal, and all plans
    with it. Windows has no such thing.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _watch(
    futures: "list[Future[Solution]]", stop: Stop | None, tell: Progress | None, first: Any
) -> None:
    waiting = set(futures)
    while waiting:
        done, waiting = wait(waiting, _POLL)
        if stop is not None and stop.is_reached(0):
            first.value = -1
        for each in done if tell else ():
            found = each.result()
            if tell:
                tell(
                    Improvement(
                        found.plan, found.breaches, found.cost, found.is_optimal, found.steps
                    )
                )


def _on_cluster(restarts: Restarts, address: str) -> list[Solution]:
    try:
        import joblib  # noqa: PLC0415 - an extra
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = f"--cluster needs joblib and Dask, and {error.name} is not installed"
        raise OgpError(message, 'pip install "ogpworkshop[cluster]" brings both.') from error
    try:
        client = Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        remedy = "Is it running? dask scheduler prints its address as it starts."
        raise OgpError(f"No Dask scheduler answers at {address}", remedy) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            remedy = f"Start some: dask worker {address}"
            raise OgpError(f"The Dask scheduler at {address} has no workers", remedy) from error
        hands = max(1, sum(client.ncores().values()))  # type: ignore[no-untyped-call]
        with joblib.parallel_config(backend="dask"):
            try:
                done = joblib.Parallel(return_as="generator")(
                    joblib.delayed(restarts.solve)(index, restarts.share(hands))
                    for index in range(restarts.number)
                )
                return list(_kept(done))
            except ImportError as error:
                message = f"The workers of {address} lack {error.name}"
                raise OgpError(message, "They need the same ogpworkshop as you have.") from error


def _kept(done: Iterable[Solution]) -> Iterator[Solution]:
    """Solutions as workers have them; what has come by a Ctrl-C is kept.

    Raises:
        KeyboardInterrupt: nothing has.
    """
    solution: Solution | None = None
    try:
        for each in done:
            if solution is not None:
                yield solution
            solution = each
            if each.is_interrupted:  # joblib searches here where the cluster has one processor
                break
    except KeyboardInterrupt:
        if solution is None:
            raise
        solution = replace(solution, is_interrupted=True)
    if solution is not None:
        yield solution

"""Checking one agenda or many: each with what stands beside it, many of them at once."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.check.placed import Documents, Report

FEW = 16
"""Agendas that are checked one after the other: more processes would take longer to start."""

_LEFT_OUT = frozenset({"node_modules", "build", "dist", "site-packages", "__pycache__"})
_TABLES = frozenset({".csv", ".tsv"})


class Request(NamedTuple):
    """What is checked together.

    Attributes:
        agenda: its file; None for a roster without one.
        roster: its file, where it is not found beside the agenda.
        plan: likewise.
        is_whole: with the groups: their plan, if there is one, and what they are asked to be.
        only: report findings in this document alone: agenda, roster or plan.
        baseline: file of findings that are accepted.
        since: report only what an earlier revision does not have.
    """

    agenda: Path | None
    roster: Path | None = None
    plan: Path | None = None
    is_whole: bool = True
    only: str = ""
    baseline: Path | None = None
    since: str | None = None


def requests(paths: Iterable[Path], like: Request) -> list[Request]:
    """What files and folders ask for; each agenda once, whatever its table is named beside it.

    Args:
        paths: agendas, rosters, plans, and folders in which all agendas are meant.
        like: everything else.
    """
    found: dict[Path, Request] = {}
    for path in paths:
        for asked in _asked(path, like):
            known = (asked.agenda or asked.roster or path).resolve()
            before = found.get(known, asked)
            found[known] = asked._replace(
                roster=asked.roster or before.roster, plan=asked.plan or before.plan
            )
    return list(found.values())


def _asked(path: Path, like: Request) -> Iterator[Request]:
    if path.is_dir():
        agendas = agendas_below(path)
        if not agendas:
            raise OgpError(f"there is no agenda.yaml in {path}", "Name the agenda file itself.")
        yield from (like._replace(agenda=each) for each in agendas)
    elif path.suffix.casefold() in _TABLES and not _is_agenda(path):
        beside = path.with_name("agenda.yaml")
        agenda = beside if beside.is_file() else None
        if not path.stem.casefold().startswith("groups"):
            yield like._replace(agenda=agenda, roster=path)
        elif agenda is None:
            raise OgpError(
                f"there is no agenda.yaml beside {path}", "Name the agenda: ogp check agenda.yaml"
            )
        else:
            yield like._replace(agenda=agenda, plan=path)
    else:
        yield like._replace(agenda=path)


def _is_agenda(path: Path) -> bool:
    """Whether a table is an agenda: its columns are times and titles."""
    from ogpworkshop.read.commas import is_agenda_table

    try:
        with path.open("rb") as stream:
            head = stream.read(8192)
    except OSError:
        return False
    return is_agenda_table(head.decode("utf-8", "replace"))


def agendas_below(folder: Path) -> list[Path]:
    """Every agenda.yaml in a folder, sorted; not in hidden folders, nor in those of tools."""
    found = []
    for name, folders, names in os.walk(folder):
        if "pyvenv.cfg" in names:
            folders.clear()
            continue
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and each not in _LEFT_OUT
        )
        if "agenda.yaml" in names:
            found.append(Path(name) / "agenda.yaml")
    return sorted(found)


def outcomes(asked: "list[Request]") -> "list[Report | OgpError]":
    """The report of each request in order, or why there is none."""
    n_processes = min(_processors(), len(asked) // FEW + 1)
    if n_processes < 2 or len(asked) <= FEW:
        return [outcome(each) for each in asked]
    from concurrent.futures import ProcessPoolExecutor

    # what is loaded before the processes part need not be loaded by each of them
    first = outcome(asked[0])
    pool = ProcessPoolExecutor(n_processes, initializer=_leave_interrupts)
    try:
        chunk = max(1, len(asked) // (4 * n_processes))
        return [first, *pool.map(outcome, asked[1:], chunksize=chunk)]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def outcome(request: Request) -> "Report | OgpError":
    """The report of one request, or why there is none."""
    from ogpworkshop.check.runner import check

    try:
        report = check(documents(request), only=request.only)
        if request.since is not None:
            from ogpworkshop.cli.since import without_earlier

            report = without_earlier(report, request, request.since)
    except OgpError as error:
        return error
    return report


def documents(request: Request) -> "Documents":
    """The documents of a request, read."""
    from ogpworkshop.check.placed import Documents

    agenda = files.read_agenda(request.agenda) if request.agenda else None
    roster, plan = request.roster, None
    if agenda and request.agenda:
        roster = files.roster_path(agenda[0], request.agenda, roster)
        plan = files.plan_path(request.agenda, request.plan) if request.is_whole else None
    return Documents(
        agenda,
        files.read_roster(roster, agenda[0] if agenda else None) if roster else None,
        files.read_plan(plan) if plan else None,
        files.read_baseline(request.baseline) if request.baseline else None,
        request.is_whole,
    )


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _leave_interrupts() -> None:
    """Ctrl-C ends the command, which ends its processes; none of them has a word to say."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)

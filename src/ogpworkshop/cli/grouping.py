"""Forming, scoring and showing groups in the terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
import typer
from rich.cells import set_cell_size
from rich.text import Text

from ogpworkshop import groups
from ogpworkshop.check.report.words import shown
from ogpworkshop.cli import screen
from ogpworkshop.cli.files import STANDARD_INPUT
from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest
from ogpworkshop.model.wording import counted
from ogpworkshop.write.files import write_whole
from ogpworkshop.write.plan import is_plan, plan_csv

if TYPE_CHECKING:
    from rich.console import Console

    from ogpworkshop.check.runner import Documents
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.plan import GroupPlan, Placement
    from ogpworkshop.model.roster import Roster

_MOST_SENTENCES = 3
_MOST_PAIRS = 10
_NOTHING_YET = "interrupted before there were any groups, so none are kept"


class Choices(msgspec.Struct, frozen=True):
    """How to search."""

    seed: int
    effort: Literal["quick", "normal", "best"]
    time_limit: float | None
    keep: "GroupPlan | None"
    history: "tuple[GroupPlan, ...]" = ()
    jobs: int = 1
    cluster: str | None = None


def assign(
    agenda: "Agenda", roster: "Roster", choices: Choices, target: Path, *, force: bool
) -> int:
    """Form groups, write them, print the report; 1 if something that must hold does not."""
    try:
        plan, report = groups.assign(
            agenda,
            roster,
            seed=choices.seed,
            effort=choices.effort,
            time_limit=choices.time_limit,
            keep=choices.keep,
            history=choices.history,
            jobs=choices.jobs,
            cluster=choices.cluster,
            on_progress=show_progress if sys.stderr.isatty() else None,
        )
    except KeyboardInterrupt:
        typer.echo(f"\nogp: {_NOTHING_YET}; nothing is written", err=True)
        raise
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    written = write_plan(plan, target, force=force)
    print_report(report, screen.console(None if written else sys.stderr))
    if not written:
        return 0 if report.is_sound else 1
    effort = report.effort
    if effort and effort.is_interrupted:
        typer.echo("ogp: interrupted; the best groups so far are kept", err=True)
    if report.unmet:
        unproven = "no groups were found that keep to all musts; whether there are any is not known"
        remedy = "they can be kept in each session by itself, as far as ogp can tell"
        typer.echo(f"ogp: {unproven}: {remedy}", err=True)
    sessions = len({placement.session for placement in plan.placements})
    typer.echo(
        f"{target}: groups for {counted(sessions, 'session')}; {_in_short(report)}", err=True
    )
    return 0 if report.is_sound else 1


def write_plan(plan: "GroupPlan", target: Path, *, force: bool) -> bool:
    """Write a plan; one that stands there is kept beside it. False if it went to standard output."""
    content = plan_csv(plan)
    if target == STANDARD_INPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return False
    _keep_previous(target, content)
    write_whole(target, content, force=force, ours=is_plan)
    return True


def check(documents: "Documents", history: "tuple[GroupPlan, ...]" = ()) -> int:
    """Score groups that exist; 1 if they are incomplete or something that must hold does not."""
    from ogpworkshop.check import runner
    from ogpworkshop.check.finding import Severity

    agenda, roster, plan = documents.agenda, documents.roster, documents.plan
    if agenda is None or roster is None or plan is None:
        raise TypeError(documents)
    found = runner.check(documents)
    about_plan = tuple(
        finding
        for finding in found.findings
        if (finding.code.startswith("group-") or finding.spot.file == plan[1].file)
        and finding.severity >= Severity.WARNING
    )
    screen.print_findings(runner.Report(about_plan), Severity.WARNING)
    report = groups.check(agenda[0], roster[0], plan[0], history)
    print_report(report, screen.console())
    remedy = "; ogp groups repair mends it" if report.faults else ""
    typer.echo(f"{plan[1].file}: {_in_short(report)}{remedy}", err=True)
    return 0 if report.is_sound and not about_plan else 1


def show(
    agenda: "Agenda",
    roster: "Roster",
    plan: "GroupPlan",
    *,
    session: str | None,
    only_meetings: bool,
) -> None:
    """Print who is in which group, and how often people meet.

    Raises:
        OgpError: there is no such session in the plan.
    """
    ids = list(dict.fromkeys(placement.session for placement in plan.placements))
    if session is not None and session not in ids:
        near = nearest(session, ids)
        remedy = f"Did you mean {near}?" if near else f"It has: {', '.join(ids)}."
        raise OgpError(f"the plan has no session {session}", remedy)
    terminal = screen.console()
    titles = {each.id: each.title for each in agenda.sessions}
    if not only_meetings:
        for each in [session] if session else ids:
            rows = [row for row in plan.placements if row.session == each]
            terminal.print(Text(shown(titles.get(each, each)), "bold underline"))
            screen.print_wrapped(_session(agenda, roster, rows, terminal.width), terminal)
            terminal.print()
    if session is None:
        screen.print_wrapped(_meetings(groups.check(agenda, roster, plan)), terminal)


def _in_short(report: groups.Report) -> str:
    """A few words on the whole plan."""
    if not report.is_sound or report.is_optimal:
        return report.verdict
    proven = sum(score.is_optimal for score in report.scores)
    return f"{proven} of its {len(report.scores)} criteria optimal (proven)"


def show_progress(improvement: groups.Improvement) -> None:
    """How far a search is, on one line that is written over."""
    state = (
        "not everything that must hold does yet" if improvement.breaches else "better groups found"
    )
    sys.stderr.write(f"\r\x1b[Ksearching: {improvement.steps} steps, {state}")
    sys.stderr.flush()


def _keep_previous(target: Path, content: bytes) -> None:
    """Keep a plan that would be replaced, which somebody may have edited, beside the new one."""
    if target.is_file():
        present = target.read_bytes()
        if present != content and is_plan(present):
            previous = target.with_name(f"{target.stem}.previous{target.suffix}")
            write_whole(previous, present, force=False, ours=is_plan)
            typer.echo(f"ogp: the plan before is kept as {previous}", err=True)


def print_report(report: groups.Report, terminal: "Console") -> None:
    """The criteria of each set of sessions: score, bound, verdict, and what is not as wished."""
    rounds = dict.fromkeys(score.rounds for score in report.scores)
    width = max([len(_title(score)) for score in report.scores] or [0])
    told = (len(_amount(each)) + len(each.verdict) + len(_part(each)) for each in report.scores)
    longest = max(told, default=0)
    # too narrow for titles and amounts side by side: an amount goes under its title
    width = 0 if terminal.is_terminal and width + longest + 6 > terminal.width else width
    for each in rounds:
        terminal.print(Text(shown(", ".join(each) or "All sessions"), "bold"))
        for score in report.scores:
            if score.rounds == each:
                screen.print_wrapped(_score(score, width), terminal)
        terminal.print()
    if any(_part(score) for score in report.scores):
        terminal.print(Text("In brackets: 0 is the best possible, 1 is drawn by lot", "dim"))


def _part(score: groups.Score) -> str:
    """Where a criterion stands between the best possible and chance, unless its verdict says so."""
    return f" ({score.part:.2f})" if score.unit and score.is_whole and score.distance else ""


def _score(score: groups.Score, width: int) -> Iterator[Text]:
    style = "green" if score.is_optimal else "red" if score.is_must else "yellow"
    line = Text("  ✓ " if score.is_optimal else "  · ", style)
    line.append(f"{shown(_title(score)):{width}}" + ("  " if width else ""))
    if not width:
        yield line
        line = Text("      ")
    yield line.append(_amount(score)).append(score.verdict, style).append(_part(score), "dim")
    if not score.is_met:
        worst = f"worst off: {score.worst}" if score.worst else ""
        for sentence in [score.why, worst, *score.sentences[:_MOST_SENTENCES]]:
            if sentence:
                yield Text(f"      {shown(sentence)}", "dim")


def _amount(score: groups.Score) -> str:
    return f"{f'{score.tally} ' if score.unit else ''}(bound {score.bound if score.unit else 0})  "


def _title(score: groups.Score) -> str:
    return f"{score.title} (must)" if score.is_must else score.title


def _session(
    agenda: "Agenda", roster: "Roster", rows: "list[Placement]", width: int
) -> Iterator[Text]:
    """The groups of a session, each with its topic, its room and its people."""
    people = roster.by_id()
    for number in sorted({row.group for row in rows}):
        members = [row for row in rows if row.group == number]
        head = Text(f"Group {number}", "bold")
        about = [members[0].topic, agenda.room_name(members[0].room) if members[0].room else ""]
        head.append("".join(f" · {shown(part)}" for part in about if part), "dim")
        head.append(f"  {len(members)}", "dim")
        yield head
        for row in members:
            person = people.get(row.participant)
            line = Text("  ")
            line.append(set_cell_size(shown(row.name or row.participant), min(34, width // 3)))
            values = person.values if person else {}
            facts = [values.get(column, "") for column in ("country", "organisation", "role")]
            line.append(shown(" · ".join(fact for fact in facts if fact)), "dim")
            line.append(f"  {shown(row.role)}" if row.role else "", "bold")
            line.truncate(width)
            yield line


def _meetings(report: groups.Report) -> Iterator[Text]:
    """How many pairs meet how often, who meets most, and whom each person meets."""
    met = report.meetings
    yield Text("Who meets whom", "bold underline")
    for times, pairs in enumerate(met.numbers):
        yield Text(f"{pairs:>6} pairs meet {_often(times)}")
    line = f"{met.repeats:>6} repeats, {met.least_repeats} at the least"
    yield Text(line, "dim")
    if met.contacts:
        least, most = min(met.contacts), max(met.contacts)
        yield Text(
            f"       everybody meets {least} to {most} of {len(met.people) - 1} others", "dim"
        )
    often = [
        (times, met.people[i], met.people[j])
        for i, row in enumerate(met.matrix)
        for j, times in enumerate(row)
        if i < j and times == met.most and times > 1
    ]
    for times, one, other in often[:_MOST_PAIRS]:
        yield Text(f"       {shown(one)} and {shown(other)} meet {_often(times)}", "dim")
    if len(often) > _MOST_PAIRS:
        yield Text(f"       and {len(often) - _MOST_PAIRS} more pairs {_often(met.most)}", "dim")


def _often(times: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(times, f"{times} times")

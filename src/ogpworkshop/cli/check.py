"""`ogp check`, and what every checking command shares."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogpworkshop.cli import files, options
from ogpworkshop.cli.options import FailOn, Format, Level

if TYPE_CHECKING:
    from ogpworkshop.check.runner import Documents, Report


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[AGENDA]...", help="Agenda files or folders that hold one; here if left out."
        ),
    ] = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    format: options.ReportFormat = Format.TEXT,
    show: options.Show = Level.WARNING,
    fail_on: options.Fail = FailOn.WARNING,
) -> None:
    """Check agenda, roster and groups together."""
    agendas = [files.agenda_path(path) for path in paths or ()] or [files.agenda_path(None)]
    everything = [documents(path, roster, plan, everything=True) for path in agendas]
    conclude(everything, format, show, fail_on)


def documents(
    agenda_file: Path, roster: Path | None, plan: Path | None, *, everything: bool
) -> "Documents":
    """An agenda with what stands beside it; without its plan unless everything is wanted."""
    from ogpworkshop.check.runner import Documents

    agenda = files.read_agenda(agenda_file)
    roster_file = files.roster_path(agenda[0], agenda_file, roster)
    plan_file = files.plan_path(agenda_file, plan) if everything else None
    return Documents(
        agenda,
        files.read_roster(roster_file) if roster_file else None,
        files.read_plan(plan_file) if plan_file else None,
    )


def conclude(
    everything: "list[Documents]",
    format_: Format,
    show: Level,
    fail_on: FailOn,
    *,
    only: str = "",
) -> None:
    """Run the checks, print what they find, and end the command with the exit code it deserves.

    Args:
        everything: what to check.
        format_: how findings are written.
        show: least severity that text formats show.
        fail_on: least severity that makes the exit code 1.
        only: report findings in this document alone: agenda, roster or plan.
    """
    from ogpworkshop.check import runner
    from ogpworkshop.check.finding import Severity

    reports = [runner.check(each, only=only) for each in everything]
    whole = runner.joined(reports)
    _print(whole, everything, format_, show, only)
    for code, error in whole.crashes:
        sys.stderr.write(f"ogp: the check {code} failed: {type(error).__name__}: {error}\n")
    worst = max((finding.severity for finding in whole.findings), default=0)
    failing = fail_on != FailOn.NEVER and worst >= Severity[fail_on.name]
    raise typer.Exit(3 if whole.crashes else 1 if failing else 0)


def _print(
    report: "Report", everything: "list[Documents]", format_: Format, show: Level, only: str
) -> None:
    from ogpworkshop.check.finding import Severity

    if format_ == Format.JSON:
        from ogpworkshop.check.report import json

        typer.echo(json.render(report))
        return
    least = Severity[show.name]
    if any(finding.severity >= least for finding in report.findings):
        if format_ == Format.CONCISE:
            from ogpworkshop.check.report import concise

            typer.echo(concise.render(report, least=least))
            return
        from ogpworkshop.cli import screen

        screen.print_findings(report, least)
    if format_ == Format.TEXT:
        from ogpworkshop.check.report import words

        for line in words.summaries(report, everything, only):
            typer.echo(line, err=True)

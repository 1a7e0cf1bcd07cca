"""`ogp check`, and what every checking command shares."""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogpworkshop.cli import files, options, say
from ogpworkshop.cli.options import FailOn, Format, Level

if TYPE_CHECKING:
    from ogpworkshop.check.placed import Report
    from ogpworkshop.cli.checking import Request


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Agendas, rosters, or folders, with every agenda below them; here if left out.",
        ),
    ] = None,
    roster: options.RosterFile = None,
    plan: options.PlanFile = None,
    format: options.ReportFormat = Format.TEXT,
    show: options.Show = Level.WARNING,
    fail_on: options.Fail = FailOn.WARNING,
    since: options.Since = None,
    baseline: options.BaselineFile = None,
    write_baseline: options.WriteBaseline = False,
    force: options.Force = False,
) -> None:
    """Check agenda, roster and groups together."""
    from ogpworkshop.cli import accepting, checking

    like = checking.Request(None, roster, plan, baseline=baseline, since=since)
    asked = checking.requests(paths or [files.agenda_path(None)], like)
    if write_baseline:
        accepting.write(asked, show, force=force)
    else:
        conclude(asked, format, show, fail_on)


def conclude(asked: "list[Request]", format_: Format, show: Level, fail_on: FailOn) -> None:
    """Run the checks, print what they find, and end the command with the exit code it deserves.

    Args:
        asked: what to check.
        format_: how findings are written.
        show: least severity that is written, except as JSON.
        fail_on: least severity that makes the exit code 1.
    """
    from ogpworkshop.check.finding import Severity
    from ogpworkshop.check.placed import Report, joined
    from ogpworkshop.cli.checking import outcomes
    from ogpworkshop.errors import OgpError

    found = outcomes(asked)
    failures = {(each.message, each.remedy) for each in found if isinstance(each, OgpError)}
    reports = [each for each in found if isinstance(each, Report)]
    report = joined(reports)
    if reports:
        _print(report, format_, show)
    for message, remedy in sorted(failures):
        say(message, remedy)
    for code, error in report.crashes:
        sys.stderr.write(f"ogp: the check {code} failed: {type(error).__name__}: {error}\n")
    worst = max((finding.severity for finding in report.findings), default=0)
    failing = fail_on != FailOn.NEVER and worst >= Severity[fail_on.name]
    raise typer.Exit(3 if report.crashes else 2 if failures else 1 if failing else 0)


def _print(report: "Report", format_: Format, show: Level) -> None:
    from ogpworkshop.check.finding import Severity

    least = Severity.INFO if format_ == Format.JSON else Severity[show.name]
    if format_ not in {Format.TEXT, Format.CONCISE}:
        module = import_module(f"ogpworkshop.check.report.{format_.value}")
        typer.echo(module.render(report, least=least), nl=False)
        return
    if any(finding.severity >= least for finding in report.findings):
        if format_ == Format.CONCISE:
            from ogpworkshop.check.report import concise

            typer.echo(concise.render(report, least=least))
            return
        from ogpworkshop.cli import screen

        screen.print_findings(report, least)
    if format_ == Format.TEXT:
        from ogpworkshop.check.report.summary import summaries

        for line in summaries(report):
            typer.echo(line, err=True)

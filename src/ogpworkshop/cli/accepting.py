"""`ogp check --write-baseline`: accepts what is found now."""

from pathlib import Path

import typer

from ogpworkshop.check.finding import Severity
from ogpworkshop.check.fingerprint import fingerprint
from ogpworkshop.check.placed import PlacedFinding, Report
from ogpworkshop.cli import checking, files, say
from ogpworkshop.cli.options import Level
from ogpworkshop.errors import OgpError
from ogpworkshop.model.baseline import Acknowledged
from ogpworkshop.model.path import BASELINE
from ogpworkshop.model.wording import counted
from ogpworkshop.write.baseline import baseline_yaml, is_baseline
from ogpworkshop.write.files import write_whole


def write(asked: list[checking.Request], show: Level, *, force: bool) -> None:
    """Write the baseline anew: what is found now, and what it says of files not looked at.

    Args:
        asked: what to check; with the baseline's file.
        show: least severity that is accepted; what is accepted already stays so.
        force: replace a file that is no baseline.
    """
    target = asked[0].baseline
    if target is None:
        raise OgpError("--write-baseline needs a file", "Name it: --baseline ogp-baseline.yaml")
    if asked[0].since is not None:
        raise OgpError(
            "--write-baseline and --since do not go together", "A baseline holds everything found."
        )
    reports = []
    for found in checking.outcomes([each._replace(baseline=None) for each in asked]):
        if isinstance(found, OgpError):
            say(found.message, found.remedy)
            raise typer.Exit(2)
        if found.crashes:
            say(f"the check {found.crashes[0][0]} failed; {target} is not written", "")
            raise typer.Exit(3)
        reports.append(found)
    accepted = _accepted(reports, _present(target, force=force), Severity[show.name])
    is_new = write_whole(target, baseline_yaml(accepted, target), force=force, ours=is_baseline)
    done = "written" if is_new else "unchanged"
    typer.echo(f"{target}: {counted(len(accepted), 'finding')} accepted, {done}", err=True)


def _present(target: Path, *, force: bool) -> tuple[Acknowledged, ...]:
    """What is accepted so far."""
    if not target.is_file():
        return ()
    try:
        return files.read_baseline(target)[0].acknowledged
    except OgpError:
        if force:
            return ()
        raise


def _accepted(
    reports: list[Report], before: tuple[Acknowledged, ...], least: Severity
) -> set[Acknowledged]:
    found = {
        _acknowledged(finding): finding.severity
        for report in reports
        for finding in report.findings
    }
    checked = {_absolute(each.file) for report in reports for each in report.files}
    known = {(each.file, each.code, each.fingerprint) for each in before}
    elsewhere = {each for each in before if each.file not in checked and Path(each.file).is_file()}
    return elsewhere | {
        each
        for each, severity in found.items()
        if severity >= least or (each.file, each.code, each.fingerprint) in known
    }


def _acknowledged(finding: PlacedFinding) -> Acknowledged:
    file = _absolute(finding.spot.file)
    return Acknowledged(BASELINE, file, finding.code, fingerprint(finding), finding.message)


def _absolute(file: str) -> str:
    return str(Path(file).resolve())

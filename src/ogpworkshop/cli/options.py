"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """Formats of a report."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


class Level(StrEnum):
    """Severities, as options name them."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class FailOn(StrEnum):
    """Severities from which a check exits with 1."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"


AgendaFile = Annotated[
    Path | None,
    typer.Argument(
        metavar="[AGENDA]",
        help="Agenda file, - for standard input; agenda.yaml or data/agenda.yaml if left out.",
        show_default=False,
    ),
]
RosterFile = Annotated[
    Path | None,
    typer.Option(
        "--roster", "-r", help="Roster file; participants.csv beside the agenda if left out."
    ),
]
PlanFile = Annotated[
    Path | None,
    typer.Option(
        "--plan", "-p", help="Plan of the groups; groups.csv beside the agenda if left out."
    ),
]
ReportFormat = Annotated[Format, typer.Option("--format", "-f", help="How findings are written.")]
Show = Annotated[
    Level, typer.Option("--show", help="Least severity that is shown; JSON has them all.")
]
Fail = Annotated[
    FailOn, typer.Option("--fail-on", help="Least severity that makes the exit code 1.")
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REVISION",
        help="Report only what is new since a git revision: main, v1, HEAD~3.",
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option("--baseline", help="File of findings that are accepted and not reported."),
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Accept what is found now, in the baseline's file.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="File to write, - for standard output.")
]
Force = Annotated[
    bool, typer.Option("--force", help="Replace a file even if ogp did not write it.")
]
Unsafe = Annotated[
    bool, typer.Option("--unsafe", help="Make the probable fixes too, not the safe ones alone.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")]
Ask = Annotated[bool, typer.Option("--ask", help="Show each fix, and ask.")]
ShowMended = Annotated[Level, typer.Option("--show", help="Least severity that is mended.")]
Templates = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        help="Folder with templates of your own; templates/ beside the agenda if left out.",
    ),
]
Fonts = Annotated[Path | None, typer.Option("--fonts", help="Folder with more fonts for PDF.")]
CompactPdf = Annotated[
    bool,
    typer.Option("--compact-pdf", help="Pack PDFs, for mail: a fifth of the size where many tags."),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 1 if a letter has no font or a text no room.")
]
History = Annotated[
    list[Path] | None,
    typer.Option(
        "--history",
        metavar="PLAN",
        help="Earlier groups, whose meetings count for meet: a plan, or a table of date, group and name; repeatable.",
    ),
]
Held = Annotated[
    list[str] | None,
    typer.Option("--held", metavar="SESSION", help="Is over, its groups stay; repeatable."),
]
Spare = Annotated[
    str | None,
    typer.Option(
        "--spare",
        metavar="COLUMN",
        help="Move people with a value in this column last: each counts as three, or as its number.",
    ),
]
Session = Annotated[
    str | None, typer.Option("--session", "-s", help="Only this session, by its id.")
]
Tell = Annotated[
    Path | None,
    typer.Option("--tell", metavar="FILE", help="Write who must be told what, as CSV."),
]
NewPlan = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File to write; the plan itself if left out."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Only say what would change, write nothing.")
]

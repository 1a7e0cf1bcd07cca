"""Making exports and writing them where the user wants them."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ogpworkshop.cli import files
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.write.occasions import Occasion
    from ogpworkshop.write.selection import Choice

_SUFFIXES = {"frab": "xml", "jsonld": "jsonld"}
_TIMED = frozenset({"ics", "frab", "json", "jsonld"})


class Job(NamedTuple):
    """What to make, and where to put it; beside the agenda where no file is named."""

    format: str
    output: Path | None
    force: bool = False


def format_of(given: str | None, output: Path | None, formats: Sequence[str]) -> str:
    """The format asked for, or the one that the output's name speaks of.

    Raises:
        OgpError: when neither says it.
    """
    if given:
        return given
    suffix = output.suffix.lstrip(".").casefold() if output else ""
    known = {"xml": "frab", "markdown": "md", "ical": "ics"}.get(suffix, suffix)
    if known not in formats:
        raise OgpError(
            f"{output}: there is no format {suffix}" if suffix else "what shall be made?",
            f"Say it as --to {', '.join(formats)}.",
        )
    return known


def export(path: Path, job: Job, choice: "Choice", roster: Path | None, plan: Path | None) -> None:
    """Read the workshop, make the export, write it, and say what could not be in it."""
    from ogpworkshop.write.files import write_whole
    from ogpworkshop.write.selection import selected

    agenda = files.usable_agenda(path)
    people_file = files.roster_path(agenda, path, roster)
    people = files.read_roster(people_file, agenda)[0] if people_file else None
    groups = files.plan_path(path, plan) if choice.participant is not None or plan else None
    chosen = selected(agenda, people, files.read_plan(groups)[0] if groups else None, choice)
    target = job.output or Path(f"{_stem(path, choice)}.{_SUFFIXES.get(job.format, job.format)}")
    content, ours = _made(job.format, agenda, chosen, target)
    if target == files.STANDARD_INPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        is_new = write_whole(target, content, force=job.force, ours=ours)
        said = "written" if is_new else "unchanged"
        is_timed = job.format in _TIMED
        n_written = sum(each.when is not None for each in chosen) if is_timed else len(chosen)
        sys.stderr.write(f"{target}: {said}, {_counted(n_written)}\n")
    _tell_left_out(agenda, job.format, chosen)


def _counted(number: int) -> str:
    from ogpworkshop.model.wording import counted

    return counted(number, "session")


def _stem(path: Path, choice: "Choice") -> str:
    """agenda, or agenda-plenary: a name that says what was chosen."""
    from ogpworkshop.model.resolve import slug

    wanted = [choice.room, choice.track, choice.person, choice.participant]
    name = "agenda" if path == files.STANDARD_INPUT else path.stem
    return "-".join([name, *(slug(each) for each in wanted if each)])


def _made(
    format_: str, agenda: "Agenda", chosen: "list[Occasion]", target: Path
) -> tuple[bytes, Callable[[bytes], bool]]:
    """The content, and how a file of this kind is known to be ours."""
    from ogpworkshop.write import calendar, frab, linked, sheets

    if format_ == "ics":
        before = target.read_bytes() if target.is_file() else b""
        return calendar.calendar(agenda, chosen, _now(), before), calendar.is_calendar
    if format_ == "csv":
        return sheets.agenda_csv(chosen), sheets.is_agenda_csv
    if format_ == "md":
        return sheets.agenda_markdown(agenda, chosen), sheets.is_agenda_markdown
    if format_ == "xlsx":
        return sheets.agenda_xlsx(agenda, chosen), sheets.is_workbook
    if format_ == "jsonld":
        return linked.json_ld(agenda, chosen), lambda _present: False
    make = frab.frab_xml if format_ == "frab" else frab.frab_json
    return make(agenda, chosen), lambda present: b"ogpworkshop" in present[:1000]


def _now() -> datetime:
    """The moment of writing; SOURCE_DATE_EPOCH, where a build is to be repeatable, says another."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and len(epoch) < 12:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)


def _tell_left_out(agenda: "Agenda", format_: str, chosen: "list[Occasion]") -> None:
    """Name the sessions that have no place in a calendar or a schedule, and why."""
    from ogpworkshop.cli import say

    if format_ in _TIMED:
        for each in chosen:
            if each.when is None:
                what = "day has no date" if each.session.date is None else "start or end is unknown"
                say(f"“{each.session.name}” is left out: its {what}", "")
    if format_ == "ics" and not agenda.workshop.timezone:
        say(
            "the agenda names no time zone: every calendar shows the times as its own",
            "Write it as workshop: {timezone: Asia/Manila}.",
        )

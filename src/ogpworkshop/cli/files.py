"""Which files a command works on, and reading them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.baseline import Baseline
    from ogpworkshop.model.plan import GroupPlan
    from ogpworkshop.model.roster import Roster
    from ogpworkshop.model.written import RosterSettings
    from ogpworkshop.source.text import Source

USUAL = (Path("agenda.yaml"), Path("data/agenda.yaml"))
STANDARD_INPUT = Path("-")


def agenda_path(given: Path | None) -> Path:
    """The agenda file of a command.

    Raises:
        OgpError: when none is given and none stands where agendas usually stand.
    """
    if given is None:
        for path in USUAL:
            if path.is_file():
                return path
        raise OgpError(
            "there is no agenda.yaml here, nor in data/",
            "Name the agenda: ogp agenda check path/to/agenda.yaml",
        )
    if given.is_dir():
        for path in USUAL:
            if (given / path).is_file():
                return given / path
        raise OgpError(f"there is no agenda.yaml in {given}", "Name the agenda file itself.")
    return given


def agenda_beside(roster: Path | None, given: Path | None) -> Path | None:
    """The agenda that a roster belongs to: named, or beside it, or where agendas usually stand."""
    if given is not None:
        return given
    near = [roster.with_name("agenda.yaml")] if roster else USUAL
    return next((path for path in near if path.is_file()), None)


def content_of(path: Path, limit: int | None = None) -> bytes:
    """The bytes of a file or of standard input.

    Raises:
        OgpError: when it cannot be read, or is larger than `limit` bytes.
    """
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(-1 if limit is None else limit + 1)
        if limit is not None and path.stat().st_size > limit:
            size = path.stat().st_size / 1e6
            raise OgpError(f"{path} is {size:.0f} MB, more than any agenda or roster has", "")
        return path.read_bytes()
    except FileNotFoundError:
        raise OgpError(f"there is no file {path}", _nearby(path)) from None
    except IsADirectoryError:
        raise OgpError(f"{path} is a folder", "Name a file in it.") from None
    except OSError as error:
        raise OgpError(f"{path} cannot be read: {error.strerror}", "") from None


def _nearby(path: Path) -> str:
    """A file of a similar name in the same folder, as a remedy."""
    from ogpworkshop.model.near import nearest

    if not path.parent.is_dir():
        return f"There is no folder {path.parent} either."
    near = nearest(path.name, sorted(each.name for each in path.parent.iterdir()))
    return f"Did you mean {path.with_name(near)}?" if near else ""


def read_agenda(path: Path) -> "tuple[Agenda, Source]":
    """The agenda and its source, whatever its format."""
    from ogpworkshop.read import anything

    return anything.read_any(content_of(path, anything.LARGEST), name_of(path))


def usable_agenda(path: Path) -> "Agenda":
    """The agenda for a command that needs what it says.

    Raises:
        OgpError: when nothing of it could be read.
    """
    agenda, source = read_agenda(path)
    if not agenda.days and agenda.faults:
        fault = agenda.faults[0]
        start = source.lines.position(source.locate(fault.place).start)
        raise OgpError(
            f"{source.file}:{start.line}:{start.column}: {fault.message}",
            f"ogp agenda check {source.file} shows the place.",
        )
    if not agenda.days:
        raise OgpError(f"{source.file} has no days", "List them under days:, see docs/agenda.md.")
    unreadable = sum(fault.kind != "text-unplaced" for fault in agenda.faults)
    if unreadable:
        what, them = ("a place", "it") if unreadable == 1 else (f"{unreadable} places", "them")
        sys.stderr.write(
            f"ogp: left out {what} of {source.file} that could not be read;"
            f" ogp agenda check {source.file} shows {them}\n"
        )
    return agenda


def roster_path(agenda: "Agenda | None", beside: Path, given: Path | None) -> Path | None:
    """The roster of an agenda: named by an option, by the agenda, or participants.csv beside it.

    None when there is none. A roster that is named need not exist: reading it says so.
    """
    if given is not None:
        return given
    named = agenda.written.roster.file if agenda else None
    path = beside.parent / (named or "participants.csv")
    return path if named or path.is_file() else None


def read_roster(path: Path, agenda: "Agenda | None" = None) -> "tuple[Roster, Source]":
    """The roster and its source; the agenda says which column is what."""
    from ogpworkshop.read import decoding, roster

    content = content_of(path, decoding.LARGEST)
    return roster.read_roster(content, name_of(path), roster_settings(agenda))


def roster_settings(agenda: "Agenda | None") -> "RosterSettings":
    """What an agenda says about its roster."""
    from ogpworkshop.model.written import RosterSettings

    return agenda.written.roster if agenda else RosterSettings()


def needed_roster_path(agenda: "Agenda | None", beside: Path, given: Path | None) -> Path:
    """The roster file for a command that cannot do without.

    Raises:
        OgpError: when there is none.
    """
    path = roster_path(agenda, beside, given)
    if path is None:
        raise OgpError(
            f"there is no participants.csv beside {beside}",
            "Name the roster: --roster people.csv",
        )
    return path


def needed_roster(agenda: "Agenda", beside: Path, given: Path | None) -> "Roster":
    """The roster for a command that cannot do without.

    Raises:
        OgpError: when there is none, or nobody is in it.
    """
    roster, source = read_roster(needed_roster_path(agenda, beside, given), agenda)
    if not roster.participants:
        what = roster.faults[0].message if roster.faults else "nobody is in the roster"
        raise OgpError(f"{source.file}: {what}", f"ogp roster check {source.file} shows the place.")
    return roster


def plan_path(beside: Path, given: Path | None) -> Path | None:
    """The plan of the groups: named by an option, or groups.csv beside the agenda; None if none."""
    if given is not None:
        return given
    path = beside.parent / "groups.csv"
    return path if path.is_file() else None


def read_plan(path: Path) -> "tuple[GroupPlan, Source]":
    """The plan and its source."""
    from ogpworkshop.read import decoding, plan

    return plan.read_plan(content_of(path, decoding.LARGEST), name_of(path))


def read_baseline(path: Path) -> "tuple[Baseline, Source]":
    """The findings that a file accepts, and its source."""
    from ogpworkshop.read import baseline

    return baseline.read_baseline(content_of(path, baseline.LARGEST), name_of(path))


def needed_plan(beside: Path, given: Path | None) -> "tuple[GroupPlan, Source]":
    """The plan and its source for a command that cannot do without.

    Raises:
        OgpError: when there is none.
    """
    path = plan_path(beside, given)
    if path is None:
        raise OgpError(
            f"there is no groups.csv beside {beside}",
            "Make one: ogp groups assign, or name it: --plan groups.csv",
        )
    return read_plan(path)


def kept_plan(path: Path, roster: "Roster") -> "GroupPlan":
    """A plan whose rows are to stay as they are.

    Raises:
        OgpError: nobody in it is in the roster.
    """
    plan, source = read_plan(path)
    refuse_strangers(plan, roster, source.file)
    return plan


def earlier_plans(paths: "Sequence[Path] | None") -> "tuple[GroupPlan, ...]":
    """Plans of earlier workshops, which have to be readable whole.

    Raises:
        OgpError: one is not.
    """
    if not paths:
        return ()
    from ogpworkshop.read import decoding, earlier

    plans = []
    for path in paths:
        plan, source = earlier.read_earlier(content_of(path, decoding.LARGEST), name_of(path))
        if plan.faults:
            fault = plan.faults[0]
            line = source.lines.position(source.locate(fault.place).start).line
            remedy = "It takes a column group, one of ids or names, and perhaps one of dates."
            raise OgpError(f"{source.file}:{line}: {fault.message}", remedy)
        plans.append(plan)
    return tuple(plans)


def grouped(
    agenda: Path | None, roster: Path | None, plan: Path | None
) -> "tuple[Path, Agenda, Roster, GroupPlan, Path]":
    """Agenda, roster and plan for a command that needs all three, with the files of the first and the last.

    Raises:
        OgpError: when one is missing or cannot be used.
    """
    path = agenda_path(agenda)
    programme = usable_agenda(path)
    people = needed_roster(programme, path, roster)
    rows, source = needed_plan(path, plan)
    refuse_strangers(rows, people, source.file)
    return path, programme, people, rows, plan or Path(source.file)


def refuse_strangers(plan: "GroupPlan", roster: "Roster", file: str) -> None:
    """A plan of other people than those of the roster is of no use to anybody here.

    Raises:
        OgpError: nobody in the plan is in the roster.
    """
    known = roster.by_id()
    if plan.placements and not any(each.participant in known for each in plan.placements):
        message = f"{file}: nobody in the plan is in the roster"
        raise OgpError(message, "Is it the plan of another roster? Ids have to be the same.")


def shown(
    agenda: Path | None, roster: Path | None, plan: Path | None
) -> "tuple[Path, Agenda, Roster, GroupPlan]":
    """Agenda, roster and plan for a command that shows or prints the groups, with the agenda's file.

    Raises:
        OgpError: when one is missing or cannot be used, or the plan does not fit the roster.
    """
    path = agenda_path(agenda)
    programme = usable_agenda(path)
    people = needed_roster(programme, path, roster)
    return path, programme, people, sound_plan(path, plan, people)


def sound_plan(beside: Path, given: Path | None, roster: "Roster") -> "GroupPlan":
    """The plan for showing and printing: it can be read, and names only people of the roster.

    Raises:
        OgpError: when there is none, or it does not fit the roster.
    """
    from ogpworkshop.model.path import Place

    plan, source = needed_plan(beside, given)
    refuse_strangers(plan, roster, source.file)
    known = roster.by_id()
    faults = [(fault.place, fault.message) for fault in plan.faults]
    faults += [
        (Place(each.path / "participant"), f"nobody in the roster has the id “{each.participant}”")
        for each in plan.placements
        if each.participant not in known
    ]
    for place, message in faults:
        at = source.lines.position(source.locate(place).start)
        where = f"{source.file}:{at.line}:{at.column}"
        raise OgpError(f"{where}: {message}", "ogp groups check shows everything.")
    return plan


def template_folders(beside: Path, given: Path | None) -> list[Path]:
    """The user's folder of templates: named, or templates/ beside the agenda; none if there is none.

    Raises:
        OgpError: when the one that is named is not there.
    """
    if given is not None and not given.is_dir():
        raise OgpError(f"there is no folder {given}", "ogp templates copy makes one.")
    folder = given or beside.parent / "templates"
    return [folder] if folder.is_dir() else []


def name_of(path: Path) -> str:
    """How reports call a file."""
    if path == STANDARD_INPUT:
        return "standard input"
    # bytes of a name that are no text stay out of reports
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")

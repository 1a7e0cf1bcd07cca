"""`ogp init`: a new workshop."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogpworkshop.cli import options
from ogpworkshop.errors import OgpError

if TYPE_CHECKING:
    import datetime as dt


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Folder of the workshop; here if left out.")
    ] = Path(),
    title: Annotated[
        str, typer.Option("--title", help="Title of the workshop.")
    ] = "A new workshop",
    date: Annotated[
        str | None,
        typer.Option("--date", help="First day, as 2027-03-01; in two months if left out."),
    ] = None,
    timezone: Annotated[
        str, typer.Option("--timezone", help="Time zone, an IANA name such as Asia/Manila.")
    ] = "UTC",
    force: options.Force = False,
) -> None:
    """Begin a workshop: agenda, roster, CI file."""
    from ogpworkshop.write.files import write_whole
    from ogpworkshop.write.starter import starter

    made = starter(title, _first_day(date), _known_zone(timezone))
    present = [name for name in made if (folder / name).exists()]
    if present and not force:
        raise OgpError(
            f"{folder / present[0]} is there already",
            "Name another folder, or --force to replace what is there.",
        )
    for name, content in made.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content, force=force, ours=lambda _present: False)
        typer.echo(f"{target}: written", err=True)
    typer.echo("Change agenda.yaml and participants.csv, then: ogp check", err=True)


def _first_day(text: str | None) -> "dt.date":
    from datetime import date, timedelta

    if text is None:
        soon = date.today() + timedelta(days=60)  # noqa: DTZ011  a day on the organiser's wall
        return soon - timedelta(days=soon.weekday())
    from ogpworkshop.read.dates import read_date

    day = read_date(text).day
    if day is None:
        raise OgpError(f"“{text}” is no date that can be read", "Write it as 2027-03-01.")
    return day


def _known_zone(name: str) -> str:
    from zoneinfo import available_timezones

    zones = available_timezones()
    if name in zones or not zones:
        return name
    from ogpworkshop.model.near import nearest

    near = nearest(name, sorted(zones))
    raise OgpError(
        f"there is no time zone {name}",
        f"Did you mean {near}?" if near else "Write it as Asia/Manila.",
    )

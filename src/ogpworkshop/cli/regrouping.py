"""Groups that change after they were told: repaired, with the list of who has to hear of it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer
from rich.text import Text

from ogpworkshop import groups
from ogpworkshop.check.report.words import shown
from ogpworkshop.cli import screen
from ogpworkshop.cli.grouping import write_plan
from ogpworkshop.errors import OgpError
from ogpworkshop.model.wording import counted
from ogpworkshop.write import lists
from ogpworkshop.write.files import refuse_foreign, write_whole

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.plan import GroupPlan, Placement
    from ogpworkshop.model.roster import Roster

_MOST_SENTENCES = 4
_MOST_NAMES = 6


class Changes(msgspec.Struct, frozen=True):
    """What is different from when the groups were formed, beside agenda and roster."""

    away: tuple[str, ...]
    held: tuple[str, ...]
    moved: int | None
    spare: str | None = None
    history: "tuple[GroupPlan, ...]" = ()


class Target(msgspec.Struct, frozen=True):
    """Where the groups go, None to write none; where the list of who must be told goes."""

    plan: Path | None
    tell: Path | None = None
    force: bool = False


def repair(
    agenda: "Agenda", roster: "Roster", plan: "GroupPlan", changes: Changes, target: Target
) -> int:
    """Repair the groups, write them unless there is no target, and say who must be told.

    Returns:
        1 if something that must hold does not.
    """
    done = groups.repair(
        agenda,
        roster,
        plan,
        away=changes.away,
        held=changes.held,
        moved=changes.moved,
        spare=changes.spare,
        history=changes.history,
    )
    if target.tell is not None:
        refuse_foreign([target.tell], force=target.force, ours=lists.is_told)
    to_stdout = target.plan is not None and not write_plan(
        done.plan, target.plan, force=target.force
    )
    screen.print_wrapped(_report(agenda, done), screen.console(sys.stderr if to_stdout else None))
    if target.tell is not None:
        changed = [(each.before, each.after) for each in done.told]
        content = lists.told_csv(agenda, changed)
        write_whole(target.tell, content, force=target.force, ours=lists.is_told)
        people = len({each.person for each in done.told})
        typer.echo(f"{target.tell}: {_people(people)} to be told", err=True)
    name = target.plan if target.plan is not None and not to_stdout else "nothing is written"
    typer.echo(f"{name}: {_in_short(done)}", err=True)
    return 0 if not done.chosen.unmet else 1


def refuse_known(roster: "Roster", plan: "GroupPlan", people: list[str]) -> None:
    """People who are to be added must not have groups yet.

    Raises:
        OgpError: somebody has, or nobody who comes is called so.
    """
    ids = {row.participant for row in plan.placements}
    for word in people:
        if groups.named(roster, word) in ids:
            remedy = f"ogp groups explain {word} shows where."
            raise OgpError(f"{word} has groups already", remedy)


def _in_short(done: groups.Repair) -> str:
    chosen = done.chosen
    moved = f"{_people(chosen.moved)} moved"
    if done.placed:
        moved += f", {_people(done.placed)} placed whose group is gone"
    if chosen.unmet:
        return f"{moved}; not everything that must hold does: {chosen.unmet[0]}"
    if chosen.price == chosen.moved:
        least = f"any plan that holds all musts moves {done.least} at least"
        proven = "no plan that holds all musts moves fewer (proven)"
    else:
        moved += f", which counts as {chosen.price}"
        least = f"any plan that holds all musts counts as {done.least} at least"
        proven = "no plan that holds all musts counts less (proven)"
    return f"{moved}; {proven if done.is_least else least}"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _report(agenda: "Agenda", done: groups.Repair) -> Iterator[Text]:
    for title, names in (("No longer there", done.gone), ("New", done.new)):
        if names:
            yield Text(title, "bold")
            yield Text(f"  {shown(_named(names))}")
    yield Text("What it buys to move people", "bold")
    for trade_off in done.trade_offs:
        yield from _trade_off(trade_off)
    told = list(_told(agenda, done))
    yield Text("To be told" if told else "Nobody has to be told anything", "bold")
    yield from told
    if done.vacant:
        yield Text("Left without", "bold")
        for row in done.vacant:
            text = f"  group {row.group} of {_title(agenda, row)}: {row.role} was {row.name}"
            yield Text(shown(text), "yellow")


def _named(names: tuple[str, ...]) -> str:
    if len(names) <= _MOST_NAMES:
        return ", ".join(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"


def _trade_off(trade_off: groups.TradeOff) -> Iterator[Text]:
    style = "bold" if trade_off.is_chosen else ""
    mark = "→" if trade_off.is_chosen else " "
    line = Text(f"{mark} {_people(trade_off.moved):>10}  ", style)
    if trade_off.price != trade_off.moved:
        line.append(f"counting as {trade_off.price}  ")
    if trade_off.unmet:
        line.append(f"{counted(len(trade_off.unmet), 'thing')} that must hold does not", "red")
    else:
        line.append("everything that must hold does", "green")
    gains = [f"{title} {was} → {now}" for title, was, now in trade_off.gains if was < 10_000]
    if gains and not trade_off.unmet:
        line.append(f"; {shown(', '.join(gains[:_MOST_SENTENCES]))}", "dim")
    yield line
    for sentence in trade_off.unmet[:_MOST_SENTENCES] if trade_off.is_chosen else ():
        yield Text(f"                {shown(sentence)}", "dim")
    if trade_off.is_chosen and trade_off.names:
        yield Text(f"                {shown(_named(trade_off.names))}", "dim")


def _told(agenda: "Agenda", done: groups.Repair) -> Iterator[Text]:
    """People by name with what is new for them; groups that go elsewhere whole in one line."""
    people: dict[str, list[groups.Told]] = {}
    rooms: dict[tuple[str, int], groups.Told] = {}
    for each in done.told:
        if each.why == "room":
            rooms.setdefault((each.session, each.after.group), each)
        else:
            people.setdefault(each.person, []).append(each)
    for changes in people.values():
        yield Text(f"  {shown(changes[0].name)}", "bold")
        for each in changes:
            yield Text(shown(f"    {_title(agenda, each.after)}: {_way(agenda, each)}"))
    for each in rooms.values():
        if each.before is not None:
            way = f"{_place(agenda, each.before)} → {_place(agenda, each.after)}"
            yield Text(shown(f"  everybody in {way} of {_title(agenda, each.after)}"))


def _way(agenda: "Agenda", told: groups.Told) -> str:
    """From where to where, and a role that somebody has in a group that is new to them."""
    after = _place(agenda, told.after)
    role = f", {told.after.role}" if told.after.role else ""
    if told.before is None:
        return after + role
    before = _place(agenda, told.before)
    if before == after:
        return f"{after}{role}" if told.why == "role" else f"{after}, with other people{role}"
    return f"{before} → {after}{role}"


def _place(agenda: "Agenda", row: "Placement") -> str:
    room = agenda.room_name(row.room) if row.room else row.topic
    return f"group {row.group} ({room})" if room else f"group {row.group}"


def _title(agenda: "Agenda", row: "Placement") -> str:
    titles = {each.id: each.title for each in agenda.sessions}
    return f"“{titles.get(row.session) or row.session}”"

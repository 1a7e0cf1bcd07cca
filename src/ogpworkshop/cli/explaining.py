"""Why groups are as they are, and what an exchange of two people would do, in the terminal."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer
from rich.text import Text

from ogpworkshop import groups
from ogpworkshop.check.report.words import shown
from ogpworkshop.cli import screen
from ogpworkshop.cli.grouping import write_plan
from ogpworkshop.model.wording import counted

if TYPE_CHECKING:
    from ogpworkshop.model.agenda import Agenda
    from ogpworkshop.model.plan import GroupPlan
    from ogpworkshop.model.roster import Roster

_MOST_SENTENCES = 8


class Asked(msgspec.Struct, frozen=True):
    """What is asked about."""

    agenda: "Agenda"
    roster: "Roster"
    plan: "GroupPlan"
    history: "tuple[GroupPlan, ...]" = ()


def wishes(asked: Asked, session: str | None) -> None:
    """Say why each wish that is not met as well as can be is not, and what would help."""
    terminal = screen.console()
    found = groups.unmet(
        asked.agenda, asked.roster, asked.plan, session=session, history=asked.history
    )
    if not found:
        terminal.print(Text("Everything is optimal (proven): no groups are better.", "green"))
    for each in found:
        screen.print_wrapped(_unmet(asked.agenda, each), terminal)
        terminal.print()


def _unmet(agenda: "Agenda", unmet: groups.Unmet) -> Iterator[Text]:
    score = unmet.score
    where = f" · {', '.join(score.rounds)}" if score.rounds else ""
    yield Text(shown(f"{score.title}{where}"), "bold")
    yield Text(shown(f"  {score.amount or 'not even'}; {score.verdict}"))
    for sentence in (score.why, *score.sentences[:_MOST_SENTENCES]):
        if sentence:
            yield Text(f"    {shown(sentence)}", "dim")
    left = len(score.sentences) - _MOST_SENTENCES
    if left > 0:
        yield Text(f"    and {left} more", "dim")
    if unmet.remedy is None:
        yield Text("  No exchange of two people makes it better", "dim")
    else:
        yield Text("  The exchange that helps and costs least:")
        yield from _exchange(agenda, unmet.remedy)
        yield from _way(unmet)


def _way(unmet: groups.Unmet) -> Iterator[Text]:
    """How near exchanges bring a criterion, and what that costs all others."""
    own = unmet.score.title
    now = [each for each in unmet.then if each.before.title == own]
    if unmet.exchanges < 2 or not now:
        return
    reached = "meet it as well as can be" if unmet.is_met else f"bring it to {_amount(now[0])}"
    others = [each for each in unmet.then if each.before.title != own]
    is_dear = any(each.is_worse for each in others)
    cost = "and do this; another way may cost less" if is_dear else "at no cost to the others"
    way = f"{unmet.exchanges} exchanges, each the cheapest that helps"
    yield Text(shown(f"  {way}, {reached}, {cost}"))
    yield from _effects(others, "      ", is_plain=True)


def _amount(effect: groups.Effect) -> str:
    after = effect.after
    return after.tally if after.unit else f"{after.part:.0%} of what chance leaves"


def person(asked: Asked, who: str, session: str | None) -> None:
    """Say why somebody is where they are: what a place in each other group would cost."""
    terminal, agenda = screen.console(), asked.agenda
    for each in groups.whereabouts(
        agenda, asked.roster, asked.plan, who, session=session, history=asked.history
    ):
        seat = each.seat
        head = Text(shown(f"{seat.name}, {_title(agenda, seat.session)}"), "bold")
        terminal.print(head.append(shown(f": group {seat.group}"), "bold"))
        beside = [f"with {', '.join(each.beside) or 'nobody'}", *each.notes]
        screen.print_wrapped((Text(shown(f"  {note}"), "dim") for note in beside), terminal)
        if each.exchanges:
            better = sum(exchange.is_better for exchange in each.exchanges)
            told = f"{counted(better, 'exchange')} would be better" if better else "no exchange is"
            terminal.print(Text(f"  To be in another group ({told}{'' if better else ' better'}):"))
        for exchange in each.exchanges:
            screen.print_wrapped(_exchange(agenda, exchange), terminal)
        terminal.print()


def _exchange(agenda: "Agenda", exchange: groups.Exchange) -> Iterator[Text]:
    one, other = exchange.one, exchange.other
    text = f"    {one.name} (group {one.group}) and {other.name} (group {other.group})"
    line = Text(shown(f"{text}, {_title(agenda, one.session)}: "))
    mark = "better" if exchange.is_better else "worse" if exchange.effects else "as good"
    yield line.append(mark, "green" if exchange.is_better else "yellow")
    yield from _effects(exchange.effects, "      ", is_plain=True)


def _effects(
    effects: "Iterable[groups.Effect]", margin: str, *, is_plain: bool = False
) -> Iterator[Text]:
    """The musts first, then what gets worse; with the sessions each speaks of unless plain."""
    ordered = sorted(effects, key=lambda each: (not each.before.is_must, not each.is_worse))
    for each in ordered:
        style = "red" if each.is_worse and each.before.is_must else ""
        where = "" if is_plain else screen.of_rounds(each.before.rounds)
        title = f"{each.before.title}{' (must)' if each.before.is_must else ''}{where}"
        if each.before.unit:
            change = f"{each.before.cost} → {each.after.tally}"
        else:
            parts = each.before.part, each.after.part
            digits = 0 if f"{parts[0]:.0%}" != f"{parts[1]:.0%}" else 2
            was, now = (f"{part:.{digits}%}" for part in parts)
            change = f"{was} → {now} of what chance leaves"
        sign = "−" if each.is_worse else "+"
        yield Text(shown(f"{margin}{sign} {title}: {change}"), style or "dim")


def _title(agenda: "Agenda", session: str) -> str:
    titles = {each.id: each.title for each in agenda.sessions}
    return f"“{titles.get(session) or session}”"


def swap(
    asked: Asked,
    people: tuple[str, str],
    sessions: tuple[str, ...],
    target: Path | None,
    *,
    force: bool,
) -> int:
    """Let two people change places, say what that does, and write it unless there is no target.

    Returns:
        1 if something that must hold does not.
    """
    agenda = asked.agenda
    done = groups.swap(
        agenda, asked.roster, asked.plan, people, sessions=sessions, history=asked.history
    )
    to_stdout = target is not None and not write_plan(done.plan, target, force=force)
    terminal = screen.console(sys.stderr if to_stdout else None)
    terminal.print(Text(shown(f"{people[0]} and {people[1]} change places in"), "bold"))
    for session in done.sessions:
        terminal.print(Text(shown(f"  {_title(agenda, session)}")))
    screen.print_wrapped(_effects(done.effects, "  "), terminal)
    same = len(done.report.scores) - len(done.effects)
    terminal.print(
        Text(
            f"  {counted(same, 'criterion') if same == 1 else f'{same} criteria'} as before", "dim"
        )
    )
    name = target if target is not None and not to_stdout else "nothing is written"
    typer.echo(f"{name}: {_verdict(done.report)}", err=True)
    return 0 if done.report.is_sound else 1


def _verdict(report: groups.Report) -> str:
    if report.faults:
        return report.faults[0].message
    if report.unmet:
        return report.verdict
    return "everything that must hold does"

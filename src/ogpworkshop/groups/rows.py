"""Groups for people who are rows of a table, with no agenda and no files."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec
import numpy as np

from ogpworkshop.errors import OgpError
from ogpworkshop.groups.assign import Level, assign
from ogpworkshop.groups.problem import Plan
from ogpworkshop.groups.score import Report
from ogpworkshop.model import written
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.resolve import resolve
from ogpworkshop.model.roster import Participant, Roster

Rows = Iterable[Mapping[str, Any]] | Mapping[str, Sequence[Any]]
Columns = str | Sequence[str]
_MOST_ROUNDS = 200


class RowPlan(msgspec.Struct, frozen=True):
    """Groups for rows.

    Attributes:
        array: int64 `[round, row]`, the group from 0, -1 for rows without one (people whose
            `status` says that they do not come).
        report: what every criterion costs, its bound, and a verdict; see `Report`.
        plan: the same groups by id, to give as `history` or to write as groups.csv.
        rows: the rows as they were given.
    """

    array: Plan
    report: Report
    plan: GroupPlan
    rows: tuple[Mapping[str, Any], ...]

    def groups(self, round: int = 0) -> list[list[Mapping[str, Any]]]:  # noqa: A002 - the field's word
        """The rows of each group of a round, counted from 0.

        Raises:
            IndexError: there is no such round.
        """
        own = self.array[round]
        return [[self.rows[i] for i in np.flatnonzero(own == g)] for g in range(int(own.max()) + 1)]

    def table(self) -> list[dict[str, Any]]:
        """The rows with a column for each round: `round 1` and so on, groups from 1, None for none."""
        return [
            {
                **row,
                **{
                    f"round {r + 1}": int(groups[i]) + 1 if groups[i] >= 0 else None
                    for r, groups in enumerate(self.array)
                },
            }
            for i, row in enumerate(self.rows)
        ]


def assign_rows(  # noqa: PLR0913 - what is asked, all by name
    rows: Rows,
    groups: int,
    rounds: int = 1,
    *,
    spread: Columns = (),
    balance: Columns = (),
    gather: Columns = (),
    never_alone: Columns = (),
    need: Mapping[str, Any] | None = None,
    prefer: str | None = None,
    meet: Literal["new", "most"] | None = None,
    together: Sequence[Sequence[Any]] = (),
    apart: Sequence[Sequence[Any]] = (),
    criteria: Sequence[Mapping[str, Any]] = (),
    sizes: str | Sequence[str | int] = (),
    topics: Sequence[str] = (),
    key: str = "id",
    seed: int = 0,
    effort: Level = "normal",
    history: Sequence[GroupPlan] = (),
) -> RowPlan:
    """Divide rows into groups; no agenda is needed.

    Args:
        rows: mappings with the same columns, such as `csv.DictReader` gives, or a mapping of
            columns to equally long sequences. Cells can be texts, numbers, lists of either
            (several values), or None.
        groups: how many groups in each round.
        rounds: how many rounds.
        spread: columns whose values are spread evenly over the groups.
        balance: columns of numbers that are kept alike in all groups.
        gather: columns whose equal values come together.
        never_alone: columns of which nobody is the only one of their value in a group.
        need: of whom every group needs one at least, `{"role": "expert"}`.
        prefer: the column with wished topics or numbers of groups, best first.
        meet: `new`, nobody with the same people again; `most`, as many different people as can be.
        together: sets of ids of people in one group; they must be.
        apart: sets of ids of people in different groups; they must be.
        criteria: more, each as it stands in an agenda: `{"spread": "country", "weight": 3}`,
            `{"need": {"role": "expert"}, "at_least": 2, "must": True}`.
        sizes: of the groups: `"6-9"`, or one for each; as even as can be if left out.
        topics: of the groups, for `prefer`.
        key: the column with ids; rows are numbered from 1 if there is none.
        seed: of chance: the same rows, wishes, seed and effort give the same groups anywhere.
        effort: how long to search; it ends at once when nothing better can exist.
        history: `plan`s of earlier calls, whose meetings count for `meet`.

    Raises:
        OgpError: a column is missing, a criterion cannot be understood, or what must hold cannot.
    """
    table = _table(rows)
    roster = _roster(table, key)
    if not 1 <= rounds <= _MOST_ROUNDS:
        raise OgpError(f"{rounds} rounds cannot be formed", f"Ask for 1 to {_MOST_ROUNDS}.")
    if groups < 1:
        raise OgpError(f"{groups} groups cannot be formed", "Ask for 1 at least.")
    wishes: list[Mapping[str, Any]] = []
    for name, columns in (
        ("spread", spread),
        ("balance", balance),
        ("gather", gather),
        ("never_alone", never_alone),
    ):
        names = [columns] if isinstance(columns, str) else list(columns)
        wishes += [{name: column} for column in names]
    wishes += [{"together": list(each), "must": True} for each in together]
    wishes += [{"apart": list(each), "must": True} for each in apart]
    wishes += [{"need": need}] if need else []
    wishes += [{"prefer": prefer}] if prefer else []
    wishes += [{"meet": meet}] if meet else []
    breakouts = written.Breakouts(
        groups=groups,
        sizes=(sizes,) if isinstance(sizes, str) else tuple(map(str, sizes)),
        topics=tuple(topics),
    )
    agenda = _agenda(breakouts, rounds, tuple(map(_criterion, [*wishes, *criteria])))
    plan, report = assign(agenda, roster, seed=seed, effort=effort, history=history)
    return RowPlan(_array(plan, roster, rounds), report, plan, tuple(table))


def _table(rows: Rows) -> list[Mapping[str, Any]]:
    if not isinstance(rows, Mapping):
        return list(rows)
    lengths = {len(column) for column in rows.values()}
    if len(lengths) > 1:
        message = f"the columns have {' and '.join(map(str, sorted(lengths)))} values"
        raise OgpError(message, "Give columns of one length.")
    return [dict(zip(rows, cells, strict=True)) for cells in zip(*rows.values(), strict=True)]


def _roster(table: Sequence[Mapping[str, Any]], key: str) -> Roster:
    columns = tuple(dict.fromkeys(str(name) for row in table for name in row))
    has_key = any(str(name) == key for row in table for name in row)
    if not has_key and key != "id":
        near = nearest(key, columns)
        remedy = f"Did you mean {near}?" if near else f"Columns are {', '.join(columns)}."
        raise OgpError(f"the rows have no column {key}", remedy)
    people = []
    for k, row in enumerate(table):
        values = {str(name): _cell(value) for name, value in row.items()}
        own = values.get(key, "") if has_key else str(k + 1)
        name = values.get("name") or own
        people.append(Participant(ROSTER / k, own, name, {**values, "id": own}))
    return Roster(tuple(dict.fromkeys(("id", *columns))), tuple(people))


def _cell(value: Any) -> str:
    """A cell as a roster has it; not-a-number is what tables have for nothing."""
    if value is None or value != value:  # noqa: PLR0124 - true of not-a-number alone
        return ""
    if isinstance(value, (list, tuple, set, frozenset)):
        values = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return "; ".join(map(_cell, values))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _criterion(wish: Mapping[str, Any]) -> written.Criterion:
    known = [each.name for each in msgspec.structs.fields(written.Criterion) if each.name != "path"]
    for name in wish:
        if name not in known:
            near = nearest(str(name), known)
            remedy = f"Did you mean {near}?" if near else f"Criteria are {', '.join(known)}."
            raise OgpError(f"“{name}” is no criterion", remedy)
    try:
        return msgspec.convert({name: _text(wish[name]) for name in wish}, written.Criterion)
    except msgspec.ValidationError as error:
        which = str(error).rpartition("$.")[2].split("[")[0].rstrip("`")
        message = f"the value of “{which}” in the criterion {dict(wish)} cannot be understood"
        raise OgpError(message, "Criteria are described in docs/agenda.md.") from None


def _text(value: Any) -> Any:
    """Ids and values as text, as they stand in an agenda; numbers of limits and weights stay."""
    if isinstance(value, Mapping):
        return {str(name): _inner(each) for name, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_inner(each) for each in value]
    return value


def _inner(value: Any) -> Any:
    return (
        _text(value) if isinstance(value, (Mapping, list, tuple, set, frozenset)) else _cell(value)
    )


def _agenda(
    breakouts: written.Breakouts, rounds: int, criteria: tuple[written.Criterion, ...]
) -> Agenda:
    sessions = tuple(
        written.Session(
            title=f"round {r + 1}",
            id=f"round-{r + 1}",
            breakouts=msgspec.structs.replace(breakouts, criteria=criteria),
        )
        for r in range(rounds)
    )
    return resolve(written.AgendaFile(days=(written.Day(sessions=sessions),)))


def _array(plan: GroupPlan, roster: Roster, rounds: int) -> Plan:
    number = {person.id: i for i, person in enumerate(roster.participants)}
    array = np.full((rounds, len(roster.participants)), -1, dtype=np.int64)
    for row in plan.placements:
        array[row.round - 1, number[row.participant]] = row.group - 1
    return array

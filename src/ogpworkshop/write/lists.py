"""Writes groups as lists that are worked with: a table of people, a workbook, names for Teams."""

import io
import re
from collections.abc import Sequence
from typing import Any

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.model.roster import Roster, audience_of
from ogpworkshop.source.table import defused, quoted
from ogpworkshop.write.sheets import CREATOR
from ogpworkshop.write.zoom import room_name, rounds

_PERSON = ("id", "name", "organisation", "country")
_TEAMS = "Display name"
_TOLD = ("participant", "name", "session", "before", "now", "role")

Change = tuple[Placement | None, Placement]
"""Somebody's row before, None for people who had none, and now."""


def people_csv(agenda: Agenda, roster: Roster, plan: GroupPlan) -> bytes:
    """A line for each person with their group in every round, for spreadsheets and mail merge."""
    table = _people(agenda, roster, plan, _columns(agenda, roster))
    return _csv(table)


def teams_csv(agenda: Agenda, roster: Roster, plan: GroupPlan) -> bytes:
    """Display names in the order in which Teams lists them, with the room in every round.

    Teams has no import: the host ticks names room by room.
    """
    names = [each.casefold() for each in _named(plan).values()]
    is_clear = len(set(names)) == len(names)
    header, *rows = _people(agenda, roster, plan, ("name",) if is_clear else ("name", "id"))
    rows.sort(key=lambda row: (row[0].casefold(), row[1:]))
    return _csv([[_TEAMS, *header[1:]], *rows])


def told_csv(agenda: Agenda, changes: Sequence[Change]) -> bytes:
    """A line for each person and session of which they have to be told something."""
    rows = [
        (
            now.participant,
            now.name,
            _title(agenda, now.session),
            _place(agenda, before) if before else "",
            _place(agenda, now),
            now.role,
        )
        for before, now in changes
    ]
    return _csv([_TOLD, *rows])


def is_told(content: bytes) -> bool:
    """Whether a file is such a list."""
    return content.removeprefix(b"\xef\xbb\xbf").startswith(",".join(_TOLD).encode())


def is_list(content: bytes) -> bool:
    """Whether a file is one of these tables."""
    start = content.removeprefix(b"\xef\xbb\xbf")
    return start.startswith((f"{_TEAMS},".encode(), b"id,name,"))


def groups_xlsx(agenda: Agenda, roster: Roster, plan: GroupPlan) -> bytes:
    """A workbook: everybody on the first sheet, then a sheet for each round, a column per group."""
    from openpyxl import Workbook  # noqa: PLC0415  heavy, and used here alone

    book = Workbook()
    book.properties.creator = CREATOR
    sheet = book.active
    sheet.title = "People"
    _fill(sheet, _people(agenda, roster, plan, _columns(agenda, roster)))
    for number, (session, rows) in enumerate(rounds(plan), 1):
        title = re.sub(r"[\[\]:*?/\\']", " ", _title(agenda, session)).strip()[:26]
        _fill(book.create_sheet(f"{number} {title}".strip()), _by_group(agenda, rows))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _columns(agenda: Agenda, roster: Roster) -> tuple[str, ...]:
    """Columns of the roster that participants may see too."""
    own = agenda.written.roster.columns
    audiences = {name: own[name].audience for name in own if own[name].audience} | {"id": "public"}
    return tuple(
        name
        for name in _PERSON
        if (audiences.get(name) or audience_of(name)) == "public"
        and (name in roster.columns or name in {"id", "name"})
    )


def _people(
    agenda: Agenda, roster: Roster, plan: GroupPlan, columns: Sequence[str]
) -> list[list[str]]:
    """A header, and a row for each person who has a group, in the order of the roster."""
    held = list(rounds(plan))
    places = [{row.participant: _place(agenda, row) for row in rows} for _, rows in held]
    titles = [_title(agenda, session) for session, _ in held]
    titles = [
        f"{title} ({titles[: k + 1].count(title)})" if titles.count(title) > 1 else title
        for k, title in enumerate(titles)
    ]
    table = [[*columns, *titles]]
    for person in roster.participants:
        groups = [place.get(person.id, "") for place in places]
        if any(groups):
            own = {**person.values, "id": person.id, "name": person.name}
            table.append([*(own.get(column, "") for column in columns), *groups])
    return table


def _named(plan: GroupPlan) -> dict[str, str]:
    """Names of all who have a group, by their ids."""
    return {row.participant: row.name or row.participant for row in plan.placements}


def _by_group(agenda: Agenda, rows: Sequence[Placement]) -> list[list[str]]:
    """Names below their groups; with the id where two are called the same."""
    called = [row.name.casefold() for row in rows]
    groups: dict[int, list[Placement]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    heads = [_place(agenda, members[0]) for members in groups.values()]
    names = [[_member(row, called) for row in members] for members in groups.values()]
    length = max(map(len, names), default=0)
    return [heads, *([each[k] if k < len(each) else "" for each in names] for k in range(length))]


def _member(row: Placement, called: Sequence[str]) -> str:
    name = row.name or row.participant
    if called.count(row.name.casefold()) > 1 and row.name:
        name += f" ({row.participant})"
    return f"{name} ({row.role})" if row.role else name


def _place(agenda: Agenda, row: Placement) -> str:
    room = agenda.room_name(row.room) if row.room else ""
    return f"{room_name(row)}, {room}" if room else room_name(row)


def _title(agenda: Agenda, session: str) -> str:
    titles = {each.id: each.title for each in agenda.sessions}
    return titles.get(session) or session


def _csv(table: Sequence[Sequence[str]]) -> bytes:
    lines = (",".join(quoted(defused(cell)) for cell in row) for row in table)
    return ("\ufeff" + "\n".join(lines) + "\n").encode("utf-8", "replace")


def _fill(sheet: Any, table: Sequence[Sequence[str]]) -> None:
    """Cells as text, never as formulas, under a heading that stays in sight."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

    for number, row in enumerate(table, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=number == 1, vertical="top")
            if number == 1:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE3EA")
    for column, texts in zip(sheet.columns, zip(*table, strict=True), strict=False):
        width = max(map(len, texts[1:]), default=8)
        sheet.column_dimensions[column[0].column_letter].width = min(40, max(10, width + 2))
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True

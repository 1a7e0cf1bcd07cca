"""What the header of a table of text says: which line it is, and the names of the columns."""

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import Path, Place

_SPELLINGS = {
    "e_mail": "email", "full_name": "name", "organization": "organisation", "organization_type": "organisation_type",
}  # fmt: skip
_DATA = re.compile(r"[^@\s]+@[^@\s]+|\d+|\d{4}-\d\d-\d\d")


class Layout(msgspec.Struct, frozen=True):
    """What a table is read for.

    Attributes:
        root: path of the table: `participants` or `placements`.
        what: how messages call the file.
        line: how they call one line of it.
        columns: names that a header has.
        required: those without which the table is of no use, if only for hints.
        is_title: whether a column's name is one that such tables have, in whatever words.
        guessed: names of the columns of a table without a header, None if they cannot be told.
    """

    root: Path
    what: str
    line: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    is_title: Callable[[str], bool] | None = None
    guessed: Callable[[Sequence[Sequence[str]]], tuple[str, ...] | None] = lambda _rows: None


def column_name(title: str) -> str:
    """The name of a column from the title in its header: `organisation_type` for Organisation Type."""
    plain = _plain_name(title)
    return _SPELLINGS.get(plain, plain)


def _plain_name(title: str) -> str:
    return re.sub(r"[\s\-./]+", "_", title.strip().strip("\ufeff").casefold()).strip("_")


def names_of(titles: Sequence[str]) -> list[str]:
    """Names of columns; beside “Name”, as forms have it for an account, “Full name” keeps its own."""
    names: list[str] = []
    for title in titles:
        name = column_name(title)
        names.append(_plain_name(title) if name == "name" in names else name)
    return names


def header_of(rows: Sequence[Sequence[str]], layout: Layout) -> int | None:
    """Which of the first rows has the titles: the first that is not empty.

    Above the titles of a list there may be its heading, in a cell or two.
    """
    filled = [at for at, cells in enumerate(rows) if any(cells)]
    if not filled:
        return None
    first = filled[0]
    if layout.is_title is None or _n_titles(rows[first], layout) > 1:
        return first
    if sum(map(bool, rows[first])) > 2:
        return first
    better = (at for at in filled if _n_titles(rows[at], layout) > 1)
    return next(better, first)


def _n_titles(cells: Iterable[str], layout: Layout) -> int:
    is_title = layout.is_title or layout.columns.__contains__
    return sum(bool(cell) and is_title(column_name(cell)) for cell in cells)


def is_data(titles: Sequence[str], names: Sequence[str], layout: Layout) -> bool:
    """Whether the first line holds values rather than names of columns."""
    has_known = any(name in layout.columns for name in names)
    return not has_known and any(_DATA.fullmatch(title) for title in titles)


def header_missing(layout: Layout, names: Iterable[str] = ()) -> Fault:
    """What is reported of a table that begins with its first row."""
    taken = ", ".join(names)
    return Fault(
        "header-missing",
        Place(layout.root),
        f"The {layout.what} does not begin with the names of its columns",
        f"the columns were taken for {taken}; a line with their names belongs above this one"
        if taken
        else f"a line such as {','.join(layout.columns[:4])},… belongs above this one",
    )


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names, nameless ones numbered, and repeated ones with a number behind them."""
    taken: dict[str, None] = {}
    for position, name in enumerate(names, 1):
        base = name or f"column_{position}"
        number = 1
        while (distinct := base if number == 1 else f"{base}_{number}") in taken:
            number += 1
        taken[distinct] = None
    return tuple(taken)


def empty(file: str, layout: Layout) -> OgpError:
    """The error of a file in which nothing is."""
    names = ",".join(layout.required)
    return OgpError(f"{file} is empty", f"Its first line names the columns: {names},…")

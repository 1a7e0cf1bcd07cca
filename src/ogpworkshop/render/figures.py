"""The figures of a report on groups as SVG files of their own, for slides and for print."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from ogpworkshop.model.quality import Met, Quality
from ogpworkshop.model.resolve import slug
from ogpworkshop.model.wording import counted
from ogpworkshop.render import drawing
from ogpworkshop.render.documents import MARK, shipped
from ogpworkshop.render.environment import environment
from ogpworkshop.render.quality import Figure, figures, rendered

_TEMPLATE = "group-report/figure.svg.j2"
_MARGIN, _HEAD, _LINE = 16, 60, 20
_NARROWEST, _LETTER = 400, 6.2
"""Width of the narrowest sheet, and about that of a letter."""
_PLOT, _CELL, _MOST_NAMED = 600, 14, 100
"""Side of a matrix, that of a cell at the most, and the people whose names stand beside it."""
_OUTLINE = 1.25
_OFTEN = ("once", "twice", "three times or more")


class Entry(msgspec.Struct, frozen=True):
    """A fill of the legend and what it stands for."""

    x: float
    y: float
    text: str
    style: str


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One figure with its heading and legend, laid out.

    Attributes:
        file: name of its file.
        title: what it shows.
        subtitle: of what, or of which round.
        width: of the sheet.
        height: of the sheet.
        left: where the plot begins.
        top: where the plot begins.
        plot: side of the matrix.
        letter: size of the names beside it.
        outline: width of its outlines, where a cell is 1 wide.
        legend: fills and what they stand for.
        bars: a bar for each group.
        matrix: who meets whom.
        names: of people, beside the rows of the matrix.
    """

    file: str
    title: str
    subtitle: str
    width: float
    height: float
    left: float = _MARGIN
    top: float = _HEAD
    plot: float = 0
    letter: float = 0
    outline: float = 0
    legend: tuple[Entry, ...] = ()
    bars: drawing.Bars | None = None
    matrix: drawing.Matrix | None = None
    names: tuple[drawing.Label, ...] = ()


def figure_files(quality: Quality, *, templates: Sequence[Path] = ()) -> dict[str, bytes]:
    """SVG files by name: the composition of the groups by each column and round, and the meetings.

    Args:
        quality: what is known about the groups; sensitive columns are not in it.
        templates: the user's folders, which win over what comes with ogp.

    Raises:
        OgpError: a template's mistake.
    """
    rules = environment("html", shipped(), templates)
    found = {}
    for sheet in (*_compositions(figures(quality.compositions)), *_meetings(quality.met)):
        text = rendered(rules, _TEMPLATE, {"sheet": sheet, "mark": MARK})
        found[sheet.file] = text.encode("utf-8", "replace")
    return found


def _compositions(columns: Sequence[Figure]) -> Iterator[Sheet]:
    taken = {"meetings"}
    for figure in columns:
        for each, drawn, _ in figure.rounds:
            is_mean = figure.unit == "mean"
            what = "mean of each group" if is_mean else "people in each group"
            width = max(drawn.width + 2 * _MARGIN, _NARROWEST)
            below = _HEAD + drawn.height + _LINE
            shown = set() if is_mean else {fill.style for fill in drawn.fills}
            styles = [(each.values[v], f"f{v % 8}") for v in sorted(shown)]
            legend, end = _flowing(styles, width, below)
            yield Sheet(
                file=_file(f"{figure.column} {each.round}", taken),
                title=f"{figure.column}, {each.round}",
                subtitle=f"{what}, by the number of the group",
                width=width,
                height=end,
                bars=drawn,
                legend=legend,
            )


def _meetings(met: Met) -> Iterator[Sheet]:
    drawn, n_people = drawing.matrix(met), len(met.people)
    if not drawn.fills:
        return
    cell = min(_CELL, _PLOT / n_people)
    letter = round(min(11, 0.8 * cell), 1)
    names = met.people if n_people <= _MOST_NAMED else ()
    left = _MARGIN + round(0.58 * letter * max(map(len, names), default=0))
    side = round(cell * n_people, 1)
    width = max(left + side + _MARGIN, _NARROWEST)
    shown = [(_OFTEN[fill.style], f"m{fill.style}") for fill in drawn.fills]
    legend, end = _flowing(
        [*shown, (f"groups of {met.rounds[0]}", "blocks")], width, _HEAD + side + 1.5 * _LINE
    )
    yield Sheet(
        file="meetings.svg",
        title="Who meets whom",
        subtitle=f"a row and a column for each of {n_people} people, over {counted(len(met.rounds), 'round')}",
        width=width,
        height=end,
        left=left,
        plot=side,
        letter=letter,
        outline=round(_OUTLINE / cell, 3),
        legend=legend,
        matrix=drawn,
        names=tuple(
            drawing.Label(left - 4, round(_HEAD + cell * (k + 0.5) + letter / 3, 1), name)
            for k, name in enumerate(names)
        ),
    )


def _flowing(
    entries: Sequence[tuple[str, str]], width: float, top: float
) -> tuple[tuple[Entry, ...], float]:
    """Entries of a legend side by side, in as many lines as they take, and where they end."""
    found: list[Entry] = []
    x, y = float(_MARGIN), top
    for text, style in entries:
        wide = round(18 + _LETTER * len(text) + 14, 1)
        if found and x + wide > width:
            x, y = float(_MARGIN), y + _LINE
        found.append(Entry(x, y, text, style))
        x += wide
    return tuple(found), y + (_LINE if found else 0)


def _file(name: str, taken: set[str]) -> str:
    """A name for a file, with a number where two figures would have the same."""
    stem = slug(name) or "figure"
    number = next(n for n in range(1, 1000) if (stem, f"{stem}-{n}")[n > 1] not in taken)
    unique = stem if number == 1 else f"{stem}-{number}"
    taken.add(unique)
    return f"{unique}.svg"

"""Figures of a report on groups as SVG: shapes and numbers alone, so that nothing needs escaping.

Every fill differs from its neighbours in lightness and in pattern, so that it is told apart in
black and white, too.
"""

from collections.abc import Sequence

import msgspec

from ogpworkshop.model.quality import Composition, Met

_WIDEST, _GAP, _TALL = 40.0, 6.0, 136.0
_FIGURE, _WIDE = 272.0, 700.0
"""Width of a figure beside others, and of one alone, for more groups than are numbered."""
_NUMBERED, _MOST_BESIDE = 30, 12
"""Groups up to which the numbers stand in the bars, and figures side by side."""


class Fill(msgspec.Struct, frozen=True):
    """All parts of one value in all bars.

    Attributes:
        style: number of its fill.
        path: outlines.
    """

    style: int
    path: str


class Label(msgspec.Struct, frozen=True):
    """A number or a name in a figure."""

    x: float
    y: float
    text: str
    style: int = 0


class Bars(msgspec.Struct, frozen=True):
    """A bar for each group.

    Attributes:
        width: of the figure.
        height: of the figure.
        fills: by value.
        labels: numbers in the bars.
        names: of the groups, below.
        line: height of the mean of all, None if there is none.
    """

    width: float
    height: float
    fills: tuple[Fill, ...]
    labels: tuple[Label, ...]
    names: tuple[Label, ...]
    line: float | None = None


class Matrix(msgspec.Struct, frozen=True):
    """Who meets whom.

    Attributes:
        size: of the figure, a unit for each person.
        fills: cells by how often: once, twice, more.
        blocks: the squares of the first round's groups.
    """

    size: int
    fills: tuple[Fill, ...]
    blocks: str


def bars(figure: Composition) -> Bars:
    """Stacked numbers of people, or dots at the means."""
    n_groups = len(figure.groups)
    step = min(_WIDEST, (_WIDE if n_groups > _MOST_BESIDE else _FIGURE) / max(1, n_groups))
    wide = step - min(_GAP, step / 4)
    width = step * n_groups
    every = max(1, -(-n_groups // 40))
    names = tuple(
        Label(_round(step * g + wide / 2), _TALL + 12, name)
        for g, name in enumerate(figure.groups)
        if g % every == 0
    )
    if figure.unit == "mean":
        return _means(figure, (step, wide, width), names)
    most = max((sum(row) for row in figure.numbers), default=0) or 1
    fills, labels = [], []
    bottoms = [0.0] * n_groups
    for v in range(len(figure.values)):
        path = ""
        for g, row in enumerate(figure.numbers):
            tall = _TALL * row[v] / most
            if tall:
                x, y = step * g, _TALL - bottoms[g] - tall
                path += f"M{_round(x)} {_round(y)}h{_round(wide)}v{_round(tall)}h{_round(-wide)}z"
                bottoms[g] += tall
                if n_groups <= _NUMBERED and tall >= 8:
                    labels.append(
                        Label(_round(x + wide / 2), _round(y + tall / 2 + 3), f"{row[v]:.0f}", v)
                    )
        if path:
            fills.append(Fill(v, path))
    return Bars(_round(width), _TALL + 16, tuple(fills), tuple(labels), names)


def _means(
    figure: Composition, sizes: tuple[float, float, float], names: tuple[Label, ...]
) -> Bars:
    """A bar from the mean of all to that of each group, on a scale that fits them."""
    step, wide, width = sizes
    means = [row[0] for row in figure.numbers]
    middle = sum(means) / max(1, len(means))
    reach = max((abs(mean - middle) for mean in means), default=0) or 1.0
    path, labels = "", []
    for g, mean in enumerate(means):
        tall = (mean - middle) / reach * (_TALL / 2 - 14)
        x, y = step * g, _TALL / 2 - max(tall, 0)
        path += (
            f"M{_round(x)} {_round(y)}h{_round(wide)}v{_round(max(1, abs(tall)))}h{_round(-wide)}z"
        )
        if len(means) <= _NUMBERED:
            above = y - 3 if tall >= 0 else _TALL / 2 - tall + 10
            labels.append(Label(_round(x + wide / 2), _round(above), f"{mean:.1f}", -1))
    fills = (Fill(0, path),) if path else ()
    return Bars(_round(width), _TALL + 16, fills, tuple(labels), names, _TALL / 2)


def matrix(met: Met) -> Matrix:
    """A square for each pair that meets, the darker the oftener; both halves are alike."""
    paths = ["", "", ""]
    rows: dict[tuple[int, int], list[int]] = {}
    for i, j, times in met.pairs:
        for a, b in ((i, j), (j, i)):
            rows.setdefault((min(times, 3) - 1, a), []).append(b)
    for (style, row), columns in sorted(rows.items()):
        paths[style] += "".join(
            f"M{start} {row}h{length}v1h-{length}z" for start, length in _runs(sorted(columns))
        )
    squares, at = "", 0
    for size in met.blocks:
        squares += f"M{at} {at}h{size}v{size}h-{size}z" if size else ""
        at += size
    fills = tuple(Fill(k, path) for k, path in enumerate(paths) if path)
    return Matrix(len(met.people), fills, squares)


def _runs(columns: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbours together, as start and length."""
    runs: list[tuple[int, int]] = []
    for column in columns:
        if runs and sum(runs[-1]) == column:
            runs[-1] = runs[-1][0], runs[-1][1] + 1
        else:
            runs.append((column, 1))
    return runs


def _round(number: float) -> float:
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded

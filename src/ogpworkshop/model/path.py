"""Where something stands in the model; `source` turns it into a line and a column."""

from typing import Self

import msgspec


class Path(tuple[str | int, ...]):
    """Keys and positions from the root of a document: `days[0].sessions[3].time`.

    The first key tells the document: `participants` is the roster, `placements` the plan of
    groups, `baseline` the accepted findings, everything else the agenda.
    """

    __slots__ = ()

    def __truediv__(self, step: str | int) -> Self:
        """Go one step down."""
        return type(self)((*self, step))

    def __str__(self) -> str:
        """As it is printed in reports."""
        text = ""
        for step in self:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text


ROOT = Path()
ROSTER = Path(("participants",))
PLAN = Path(("placements",))
BASELINE = Path(("baseline",))


class Place(msgspec.Struct, frozen=True):
    """A path, and which part of what stands there is meant.

    Attributes:
        path: where in the model.
        key: the key itself is meant, not its value.
        within: characters of the value, from and up to but not including, when only a part of
            it is meant. With `key`, characters of the file: the second of two equal keys has no
            path of its own.
    """

    path: Path
    key: bool = False
    within: tuple[int, int] | None = None

"""When a search ends: after so many steps, after so long, or when somebody says so."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol


class Stop(Protocol):
    """Asked often; the search ends soon after it says yes.

    That the best possible is reached, proven by the bounds, ends every search.
    """

    def is_reached(self, steps: int) -> bool:
        """Whether to end after so many steps."""
        ...

    def left(self, steps: int) -> int | None:
        """About how many steps are left, None if nobody knows: the last cooling ends with them."""
        ...


@dataclass(frozen=True)
class Steps:
    """Ends after a number of steps, the same on every machine."""

    limit: int

    def is_reached(self, steps: int) -> bool:
        """Whether the steps are used up."""
        return steps >= self.limit

    def left(self, steps: int) -> int | None:
        """The rest of the limit."""
        return max(0, self.limit - steps)


@dataclass(frozen=True)
class Seconds:
    """Ends after some time, so that the plan depends on the machine."""

    limit: float
    started: float = field(default_factory=time.monotonic)

    def is_reached(self, steps: int) -> bool:  # noqa: ARG002 - time passes
        """Whether the time is over."""
        return time.monotonic() - self.started >= self.limit

    def left(self, steps: int) -> int | None:
        """About as many as the pace so far allows."""
        passed = time.monotonic() - self.started
        return int(steps * max(0.0, self.limit - passed) / passed) if steps and passed else None


@dataclass(frozen=True)
class Interrupted:
    """Ends when somebody calls `interrupt`, for example on Ctrl-C."""

    event: Event = field(default_factory=Event)

    def interrupt(self) -> None:
        """Ask the search to end with the best plan so far."""
        self.event.set()

    def is_reached(self, steps: int) -> bool:  # noqa: ARG002 - asked from outside
        """Whether somebody did."""
        return self.event.is_set()

    def left(self, steps: int) -> int | None:  # noqa: ARG002 - of another kind
        """Unknown."""
        return None


@dataclass(frozen=True)
class First:
    """Ends when the first of several reasons does."""

    stops: Sequence[Stop]

    def is_reached(self, steps: int) -> bool:
        """Whether one of them is reached."""
        return any(each.is_reached(steps) for each in self.stops)

    def left(self, steps: int) -> int | None:
        """The fewest that one of them knows of."""
        known = [left for each in self.stops if (left := each.left(steps)) is not None]
        return min(known, default=None)

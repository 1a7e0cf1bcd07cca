"""What a rule reports, and how a rule is declared."""

from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import Any

import msgspec

from ogpworkshop.model.path import Path, Place


class Severity(IntEnum):
    """How much a finding matters; comparable."""

    INFO = 1
    WARNING = 2
    ERROR = 3


class Edit(msgspec.Struct, frozen=True):
    """The value (or the key, or a part of it) at a place gets this text; everything else stays.

    The text is the value as the model has it; the writer of the format quotes it where needed.
    None takes the value out of its list, with the lines that it stands on.
    """

    place: Place
    text: str | None


class Fix(msgspec.Struct, frozen=True):
    """How to mend a finding: an imperative title, the edits, whether it is safe without asking."""

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool = False


class Finding(msgspec.Struct, frozen=True):
    """One fault at one place.

    Attributes:
        at: where: a path, or a place when a part of the value is meant.
        message: what is wrong, one sentence without a full stop, the user's words in “ ”.
        label: what is wrong *here*, a few words below the carets; may be "".
        related: other places with a few words about each, for example the other of two sessions.
        fix: how to mend it, if that is known.
    """

    at: Path | Place
    message: str
    label: str = ""
    related: tuple[tuple[Path | Place, str], ...] = ()
    fix: Fix | None = None


Check = Callable[..., Iterator[Finding]]


class Rule(msgspec.Struct, frozen=True):
    """A check with its severity; its code and page come from the module it stands in.

    Attributes:
        check: yields findings. Its positional parameters, any of `agenda`, `roster`, `plan`,
            say what it takes; it is not called when one of them is not at hand, unless the
            parameter has a default (`roster: Roster | None = None`). Keyword-only parameters
            are its options, with defaults.
        severity: unless the agenda's `check` section says otherwise.
        since: version of ogp that brought it.
        is_on: whether it runs unless the agenda asks for it.
        needs_whole: whether it runs only where a whole workshop is checked: what groups are asked
            to be takes longer to try than an agenda takes to read.
    """

    check: Check
    severity: Severity
    since: str
    is_on: bool = True
    needs_whole: bool = False

    @property
    def takes(self) -> tuple[str, ...]:
        """The documents it looks at, by position: agenda, roster, plan."""
        code = self.check.__code__
        return code.co_varnames[: code.co_argcount]

    @property
    def needs(self) -> tuple[str, ...]:
        """Those of the documents without which it cannot run."""
        return self.takes[: len(self.takes) - len(self.check.__defaults__ or ())]

    @property
    def options(self) -> dict[str, Any]:
        """Its options by name, with their defaults."""
        return dict(self.check.__kwdefaults__ or {})


def rule(
    severity: Severity, *, since: str, is_on: bool = True, needs_whole: bool = False
) -> Callable[[Check], Rule]:
    """Declare the function below as the check of the module's rule."""

    def declare(check: Check) -> Rule:
        return Rule(check, severity, since, is_on, needs_whole)

    return declare

"""Findings that somebody has looked at and accepts, kept in a file beside the agenda."""

import msgspec

from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import BASELINE, Path


class Acknowledged(msgspec.Struct, frozen=True):
    """One accepted finding.

    Attributes:
        path: where it stands in the baseline.
        file: absolute name of the file that it is found in.
        code: of its rule.
        fingerprint: what tells it from the other findings of that file.
        message: what it said when it was accepted; for people alone.
    """

    path: Path
    file: str
    code: str
    fingerprint: str
    message: str


class Baseline(msgspec.Struct, frozen=True):
    """All accepted findings, in the order of their file."""

    acknowledged: tuple[Acknowledged, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def path(self) -> Path:
        """The root of the baseline."""
        return BASELINE

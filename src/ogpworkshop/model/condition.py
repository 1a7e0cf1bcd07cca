"""Conditions on people as the agenda writes them: columns and values, combined by any, all and not."""

from collections.abc import Iterator
from typing import Any

from ogpworkshop.model.path import Path

ANY, ALL, NOT = "any", "all", "not"


def columns(condition: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """The columns that a condition names, and where; whatever is wrong otherwise is passed over."""
    if not isinstance(condition, dict):
        return
    for key, value in condition.items():
        if key in {ANY, ALL} and isinstance(value, list):
            for position, part in enumerate(value):
                yield from columns(part, path / key / position)
        elif key in {ANY, ALL, NOT} and isinstance(value, dict):
            yield from columns(value, path / key)
        elif key not in {ANY, ALL, NOT}:
            yield key, path / key

"""What the last import of an export brought: enough to tell later what was edited by hand since.

Of each value only a salted digest is kept: the file says whether a cell has changed, not what was in it.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

_NOTE = "digests of what the last import brought, for ogp roster import --merge; holds no names"


class Imported(msgspec.Struct, frozen=True):
    """The last import.

    Attributes:
        salt: drawn once for each roster.
        cells: digests of the values that the export had, by id and column.
        keys: digests of what somebody is known by, and the id.
    """

    salt: str
    cells: dict[str, dict[str, str]] = {}
    keys: dict[str, str] = {}

    def digest(self, text: str) -> str:
        """What stands for a text."""
        return hashlib.blake2b(
            text.encode(), key=self.salt.encode()[:64], digest_size=8
        ).hexdigest()

    def had(self, ref: str, column: str) -> str:
        """The digest of a cell of somebody, "" if that export did not have it."""
        return self.cells.get(ref, {}).get(column, "")

    def after(self, people: Iterable[tuple[str, Mapping[str, str], Iterable[str]]]) -> "Imported":
        """With (id, values, keys) of everybody in a later export."""
        cells, keys = dict(self.cells), dict(self.keys)
        known: dict[str, set[str]] = {}
        for ref, values, known_by in people:
            new = {
                name: self.digest(text) for name, text in values.items() if text and name != "id"
            }
            cells[ref] = {**cells.get(ref, {}), **new}
            for key in known_by:
                known.setdefault(self.digest(key), set()).add(ref)
        for key, refs in known.items():
            if len(refs) == 1:
                (keys[key],) = refs
            else:  # an address of several people tells nobody
                keys.pop(key, None)
        return Imported(self.salt, cells, keys)

    def columns(self) -> set[str]:
        """Columns that exports have had."""
        return {name for own in self.cells.values() for name in own}

    def without(self, columns: Iterable[str]) -> "Imported":
        """Without some columns, and without everything that addresses were made into."""
        gone = set(columns)
        cells = {
            ref: {name: digest for name, digest in own.items() if name not in gone}
            for ref, own in self.cells.items()
        }
        return Imported(self.salt, cells, {} if "email" in gone else self.keys)

    def content(self) -> bytes:
        """As it is written."""
        whole = {
            "note": _NOTE,
            "version": 1,
            "salt": self.salt,
            "cells": self.cells,
            "keys": self.keys,
        }
        return (json.dumps(whole, indent=1, sort_keys=True) + "\n").encode()


def fresh() -> Imported:
    """Nothing imported yet."""
    return Imported(secrets.token_hex(16))


def path_beside(roster: Path) -> Path:
    """The file that goes with a roster: participants.imported.json."""
    return roster.with_name(f"{roster.stem}.imported.json")


def read(content: bytes) -> Imported | None:
    """What a file says; None if it is no such file."""
    with suppress(ValueError, TypeError, msgspec.ValidationError):
        return msgspec.json.decode(content, type=Imported)
    return None


def is_imported(content: bytes) -> bool:
    """Whether a file is one of these."""
    return _NOTE.encode() in content[:4000] or (b'"cells"' in content and b'"salt"' in content)

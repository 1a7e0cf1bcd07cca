"""Names of files made from what people are called: safe on every system, never twice the same."""

import unicodedata
from collections.abc import Iterable, Iterator

_LONGEST = 80
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)


def file_name(text: str) -> str:
    """The letters and digits of a text, in any script, with hyphens between; "unnamed" for none.

    No slash, dot, space or control character is left, so that the name cannot lead elsewhere, and
    none of the names that Windows keeps to itself.
    """
    composed = unicodedata.normalize("NFC", text).casefold()
    kept = "".join(char if _is_kept(char) else " " for char in composed)
    name = _cut("-".join(kept.split())) or "unnamed"
    return f"{name}-" if name in _RESERVED else name


def distinct(names: Iterable[str]) -> Iterator[str]:
    """The names, a number added to each that was there before."""
    taken: set[str] = set()
    for name in names:
        free = name
        number = 2
        while _alike(free) in taken:
            free = f"{name}-{number}"
            number += 1
        taken.add(_alike(free))
        yield free


def _is_kept(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"


def _cut(name: str) -> str:
    """As much of the name as file systems take, whole characters."""
    return name.encode()[:_LONGEST].decode(errors="ignore").strip("-")


def _alike(name: str) -> str:
    """What file systems may take for the same name."""
    return unicodedata.normalize("NFD", name.casefold())

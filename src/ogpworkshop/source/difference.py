"""What differs between two states of a text, line by line."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

import msgspec

_CONTEXT = 3


class Change(msgspec.Struct, frozen=True):
    """Lines from `start` up to `end` of the old text, and what stands there in the new one."""

    start: int
    end: int
    old: list[str]
    new: list[str]


def changes(old: list[str], new: list[str]) -> list[Change]:
    """The changes in order; in time that grows with the text when no line came or went."""
    if len(old) != len(new):
        return _uneven(old, new)
    found = []
    differs = (number for number, line in enumerate(old) if line != new[number])
    # a run of changed lines has one distance between its numbers and its positions
    for _, run in groupby(enumerate(differs), key=lambda pair: pair[1] - pair[0]):
        rows = [number for _, number in run]
        start, end = rows[0], rows[-1] + 1
        found.append(Change(start, end, old[start:end], new[start:end]))
    return found


def _uneven(old: list[str], new: list[str]) -> list[Change]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Change(first, last, old[first:last], new[new_first:new_last])
        for tag, first, last, new_first, new_last in matcher.get_opcodes()
        if tag != "equal"
    ]


def unified(name: str, old: str, new: str) -> Iterator[str]:
    """A unified diff that git and patch understand, with the line ends of the file."""
    name = name.lstrip("/")
    before = _lines(old)
    found = changes(before, _lines(new))
    if found:
        yield f"--- a/{name}\n"
        yield f"+++ b/{name}\n"
    shift = 0
    for hunk in _hunks(found):
        for line in _hunk(before, hunk, shift):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        shift += sum(len(change.new) - len(change.old) for change in hunk)


def _hunks(found: list[Change]) -> Iterator[list[Change]]:
    """Changes that share their context, together."""
    hunk: list[Change] = []
    for change in found:
        if hunk and change.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(before: list[str], hunk: list[Change], shift: int) -> Iterator[str]:
    first = max(0, hunk[0].start - _CONTEXT)
    last = min(len(before), hunk[-1].end + _CONTEXT)
    grown = sum(len(change.new) - len(change.old) for change in hunk)
    yield f"@@ -{_range(first, last)} +{_range(first + shift, last + shift + grown)} @@\n"
    at = first
    for change in hunk:
        yield from (f" {line}" for line in before[at : change.start])
        yield from (f"-{line}" for line in change.old)
        yield from (f"+{line}" for line in change.new)
        at = change.end
    yield from (f" {line}" for line in before[at:last])


def _range(first: int, last: int) -> str:
    # of no lines, the line before them is named
    return f"{first + (last > first)},{last - first}"


def _lines(text: str) -> list[str]:
    """Lines as they count them: by line feeds alone."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [lines[-1]] * bool(lines[-1])

"""Writes a baseline: the findings that somebody has looked at and accepts."""

from collections.abc import Iterable
from itertools import groupby
from os.path import relpath
from pathlib import Path

from ogpworkshop.model.baseline import Acknowledged
from ogpworkshop.source.yaml import quoted

_HEADING = """\
# Findings that are known and accepted; ogp check --baseline leaves them out.
# Written by ogp check --write-baseline. A line can be taken out; the rest of it is for people.
"""


def baseline_yaml(acknowledged: Iterable[Acknowledged], file: Path) -> bytes:
    """The text of a baseline, by file, code and what is accepted.

    Args:
        acknowledged: what is accepted.
        file: where it will stand; names of files are written as seen from its folder.
    """
    folder = str(file.parent.resolve())
    text = _HEADING + "baseline:\n"
    ordered = sorted(acknowledged, key=lambda each: _order(each, folder))
    for name, lines in groupby(ordered, key=lambda each: _seen_from(folder, each.file)):
        text += f"  {quoted(name)}:\n"
        for each in lines:
            text += f"    {each.code} {each.fingerprint}: {quoted(each.message)}\n"
    return text.encode()


def is_baseline(content: bytes) -> bool:
    """Whether a file was written by `baseline_yaml`."""
    return content.startswith(_HEADING.partition("\n")[0].encode())


def _order(each: Acknowledged, folder: str) -> tuple[str, str, str, str]:
    return _seen_from(folder, each.file), each.code, each.message, each.fingerprint


def _seen_from(folder: str, file: str) -> str:
    try:
        return Path(relpath(file, folder)).as_posix()
    except ValueError:
        # on another drive of the same machine
        return Path(file).as_posix()

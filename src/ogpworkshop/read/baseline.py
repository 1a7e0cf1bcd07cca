"""Reads a baseline: bytes → the findings that it accepts, and where each of them stands.

    baseline:
      data/agenda.yaml:
        slot-zero-length 3f2a9c41d07b5e16: “Coffee break” has no length

Files are named as seen from the folder of the baseline, so that it holds wherever it is read from.
"""

import re
from pathlib import Path

from ogpworkshop.errors import OgpError
from ogpworkshop.model.baseline import Acknowledged, Baseline
from ogpworkshop.model.path import BASELINE
from ogpworkshop.source.text import Source, UndecodableError, decode
from ogpworkshop.source.yaml import MAPPING, SCALAR, Node, UnreadableError, YamlSource, parse

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest baseline read."""

_LINE = re.compile(r"(?P<code>[a-z]+(?:-[a-z]+)+) (?P<fingerprint>[0-9a-f]{16})")
_REMEDY = "Write it anew: ogp check --baseline FILE --write-baseline --force"


def read_baseline(content: bytes, file: str) -> tuple[Baseline, Source]:
    """A baseline from the bytes of its file.

    Raises:
        OgpError: when it is none.
    """
    try:
        text = decode(content)[0]
        root = parse(text)
    except UndecodableError as error:
        raise OgpError(f"{file}:{error.line}: the file is not UTF-8 text", _REMEDY) from None
    except UnreadableError as error:
        line = text.count("\n", 0, error.offset) + 1
        raise OgpError(f"{file}:{line}: {error.message}", _REMEDY) from None
    source = YamlSource(file, text, root)
    return Baseline(_acknowledged(root, source)), source


def _acknowledged(root: Node, source: YamlSource) -> tuple[Acknowledged, ...]:
    named = root.pairs if root.kind == MAPPING else []
    if not root.is_empty and [key.text for key, _ in named] != ["baseline"]:
        raise _wrong(source, root, "a baseline begins with “baseline:”, and holds nothing else")
    found = []
    for _, files in named:
        for name, lines in _pairs(files, source):
            path = str((Path(source.file).parent / name.text).resolve())
            for key, message in _pairs(lines, source):
                line = _LINE.fullmatch(key.text)
                if line is None or message.kind != SCALAR:
                    raise _wrong(source, key, f"“{key.text[:60]}” is no accepted finding")
                place = BASELINE / name.text / key.text
                found.append(
                    Acknowledged(place, path, line["code"], line["fingerprint"], message.text)
                )
    return tuple(found)


def _pairs(node: Node, source: YamlSource) -> list[tuple[Node, Node]]:
    if node.kind != MAPPING and not node.is_empty:
        raise _wrong(source, node, "files, and findings below them, are meant here")
    return node.pairs


def _wrong(source: YamlSource, node: Node, message: str) -> OgpError:
    line = source.lines.position(node.start).line
    return OgpError(f"{source.file}:{line}: {message}", _REMEDY)

"""Reads agenda.yaml: bytes → the agenda, and where everything in it stands."""

import re
from collections.abc import Iterator

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.path import ROOT, Place
from ogpworkshop.model.resolve import resolve
from ogpworkshop.model.written import AgendaFile
from ogpworkshop.read.bind import Binder, TooManyError
from ogpworkshop.source.text import Source, Span, UndecodableError, decode
from ogpworkshop.source.yaml import SCALAR, Node, UnreadableError, YamlSource, parse

_NOT_PLACED = re.compile(r"^[ \t]*# not placed:[ \t]*(\S[^\r\n]*?)[ \t]*$", re.MULTILINE)
LARGEST = 32 * 1024 * 1024
"""Bytes of the largest agenda read: some 150,000 sessions, far beyond any programme."""


def read_agenda(content: bytes, file: str) -> tuple[Agenda, Source]:
    """An agenda from the bytes of its file, with everything that could not be taken as faults.

    Raises:
        OgpError: when the bytes are no text at all, or more than any agenda has.
    """
    text = _text_of(content, file)
    try:
        root = parse(text)
    except UnreadableError as error:
        return _broken("yaml-syntax", error.message, error.offset, text, file)
    source = YamlSource(file, text, root)
    if root.is_empty:
        message = "The agenda is empty"
        fault = Fault("key-missing", Place(ROOT), message, "a workshop and its days are meant here")
        return Agenda(faults=(fault,)), source
    # each node once, and as much again for values that anchors repeat
    binder = Binder(limit=2 * len(text) + 10_000)
    try:
        written = binder.shape(AgendaFile, root, ROOT)
    except TooManyError:
        message = "References (*name) repeat each other until the agenda is too large to hold"
        return _broken("alias-limit", message, 0, text, file)
    if not isinstance(written, AgendaFile):
        written = AgendaFile()
    return resolve(written, (*binder.faults, *_not_placed(text))), source


def _not_placed(text: str) -> Iterator[Fault]:
    """What an import has kept as a comment, until somebody finds a place for it."""
    for found in _NOT_PLACED.finditer(text) if "# not placed:" in text else ():
        short = found[1] if len(found[1]) <= 60 else found[1][:59] + "…"
        place = Place(ROOT, key=True, within=found.span(1))
        message = f"“{short}” has no place in the agenda yet"
        yield Fault("text-unplaced", place, message, "kept as a comment on import")


def _text_of(content: bytes, file: str) -> str:
    if len(content) > LARGEST:
        raise OgpError(
            f"{file} is {len(content) / 1e6:.0f} MB, more than any agenda",
            "Give the agenda.yaml of the workshop.",
        )
    try:
        text, _ = decode(content)
    except UndecodableError as error:
        raise OgpError(
            f"{file}:{error.line}: the file is not UTF-8 text (byte 0x{error.byte:02X})",
            "Save it as UTF-8, or give the agenda.yaml of the workshop.",
        ) from None
    for offset, letter in enumerate(text) if "\x00" in text else ():
        if letter == "\x00":
            line = text.count("\n", 0, offset) + 1
            raise OgpError(
                f"{file}:{line}: the file is not text but a binary file",
                "Give the agenda.yaml of the workshop.",
            )
    return text


def _broken(kind: str, message: str, offset: int, text: str, file: str) -> tuple[Agenda, Source]:
    """An agenda of which nothing could be used, with the one fault that says why."""
    source = YamlSource(file, text, Node(SCALAR, offset, min(offset + 1, len(text))))
    sentence = message[:1].upper() + message[1:]
    return Agenda(
        faults=(Fault(kind, Place(ROOT), sentence, message if kind == "yaml-syntax" else ""),)
    ), source


__all__ = ["LARGEST", "Span", "read_agenda"]

"""Reads an agenda in whatever format it comes: told by its content, not by its name."""

import re
from typing import Protocol

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda, Fault
from ogpworkshop.model.path import ROOT, Place
from ogpworkshop.source import charset
from ogpworkshop.source.pieces import TooLargeError
from ogpworkshop.source.text import Source

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest document read."""
_LONGEST = 8 * 1024 * 1024
_MOST_LINES = 60_000
_YAML = re.compile(
    r"^(?:workshop|days|rooms|people|groups|roster|theme|check)[ \t]*:[ \t]*(?:$|[\r#{&!\[])",
    re.MULTILINE,
)
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|title|nav|main|header|section|article|div|h[1-6]|ul|ol|style|script|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LINKED = re.compile(r"<script\b[^<>]*type\s*=\s*[\"']?application/ld\+json[^<>]*>", re.IGNORECASE)
_JSON = re.compile(r"\s*[\[{]")
_NO_TEXT = {
    b"\xd0\xcf\x11\xe0": ("an old Word or Excel file", "Save it as .docx or .xlsx."),
    b"%PDF": ("a PDF", "Copy its text and paste it: ogp agenda check -"),
    b"\x89PNG": ("a picture", "Give the text of the agenda."),
    b"\xff\xd8\xff": ("a picture", "Give the text of the agenda."),
    b"GIF8": ("a picture", "Give the text of the agenda."),
    b"\x1f\x8b": ("a compressed file", "Unpack it first."),
    b"{\\rtf": ("an RTF document", "Save it as .docx."),
}


class Reader(Protocol):
    """Reads a text of one format."""

    def __call__(self, text: str, file: str) -> tuple[Agenda, Source]:
        """The agenda and where everything in it stands."""


def read_any(content: bytes, file: str) -> tuple[Agenda, Source]:
    """An agenda from the bytes of a file of any format, with what could not be taken as faults.

    Raises:
        OgpError: when it is no agenda in any format that is read here.
    """
    try:
        return _read(content, file)
    except (TooLargeError, RecursionError):
        what = f"{file} has more cells than any agenda, or cells within cells without end"
        raise OgpError(what, "Take out what is not the agenda.") from None


def _read(content: bytes, file: str) -> tuple[Agenda, Source]:
    is_yaml = file.casefold().endswith((".yaml", ".yml"))
    if len(content) > LARGEST and not is_yaml:
        raise OgpError(f"{file} is {len(content) / 1e6:.0f} MB, more than any agenda", "")
    if content.startswith(b"PK\x03\x04"):
        return _packed(content, file)
    for mark, (kind, remedy) in _NO_TEXT.items():
        if content.startswith(mark):
            if _ENCRYPTED in content:
                raise OgpError(f"{file} is protected by a password", "Save it without one.")
            raise OgpError(f"{file} is {kind}, which is not read", remedy)
    if is_yaml:
        return _yaml(content, file)
    text, stored = _text(content, file)
    if _YAML.search(text) or not text.strip():
        return _yaml(content, file)
    n_lines = text.count("\n")
    if n_lines > _MOST_LINES or len(text) > _LONGEST:
        what = f"{n_lines} lines" if n_lines > _MOST_LINES else f"{len(text) / 1e6:.0f} MB of text"
        raise OgpError(f"{file} has {what}, more than any agenda", "")
    read, source = _reader_of(text, file)(text, file)
    if stored and not text.isascii():
        read = _with_doubt(read, charset.NAMES.get(stored, stored))
    return read, source


def _yaml(content: bytes, file: str) -> tuple[Agenda, Source]:
    from ogpworkshop.read.agenda import read_agenda  # noqa: PLC0415  one reader at a time

    return read_agenda(content, file)


def _with_doubt(read: Agenda, name: str) -> Agenda:
    import msgspec  # noqa: PLC0415  loaded by then

    message = f"The file is not UTF-8 and was read as {name}, so that letters may be wrong"
    fault = Fault("encoding-legacy", Place(ROOT), message, "are accents spelt right below?")
    return msgspec.structs.replace(read, faults=(fault, *read.faults))


def _text(content: bytes, file: str) -> tuple[str, str]:
    """The text, and its encoding if that is a guess."""
    text, stored = charset.decoded(content)
    head = text[:4096]
    if "\x00" in head or len(_CONTROL.findall(head)) * 50 > len(head):
        raise OgpError(f"{file} is not a text", "Give an agenda as text, Word, Excel or YAML.")
    return text, stored


def _reader_of(text: str, file: str) -> Reader:
    """The reader of a text, told by its beginning."""
    head = text.lstrip("\ufeff \t\r\n")[:4096]
    if head[:15].upper().startswith("BEGIN:VCALENDAR"):
        return _calendar
    if _HTML.match(head) or (head[:1] == "<" and file.casefold().endswith((".html", ".htm"))):
        return _html
    if head.startswith(("<?xml", "<schedule", "<conference")):
        return _schedule
    if _JSON.match(head) and (text.rstrip()[-1:] in {"}", "]"}):
        return _json
    from ogpworkshop.read.commas import is_table  # noqa: PLC0415  one reader at a time

    return _commas if is_table(text, file) else _plain


def _plain(text: str, file: str) -> tuple[Agenda, Source]:
    from ogpworkshop.read.markdown import text_document  # noqa: PLC0415
    from ogpworkshop.read.programme import read_document  # noqa: PLC0415

    return read_document(text_document(text), file)


def _html(text: str, file: str) -> tuple[Agenda, Source]:
    from ogpworkshop.read.html import html_document  # noqa: PLC0415
    from ogpworkshop.read.programme import read_document  # noqa: PLC0415

    if re.match(r"\s*<\?xml[^>]*\?>\s*<schedule\b", text):
        return _schedule(text, file)
    for found in _LINKED.finditer(text) if "subEvent" in text else ():
        part = text[found.end() :].partition("</script")[0]
        if "subEvent" in part:
            from ogpworkshop.read.json import read_json  # noqa: PLC0415

            return read_json(text, file, part)
    return read_document(html_document(text), file)


def _commas(text: str, file: str) -> tuple[Agenda, Source]:
    from ogpworkshop.read.commas import table_document  # noqa: PLC0415
    from ogpworkshop.read.programme import read_document  # noqa: PLC0415

    return read_document(table_document(text), file)


def _calendar(text: str, file: str) -> tuple[Agenda, Source]:
    from ogpworkshop.read.calendar import read_calendar  # noqa: PLC0415

    return read_calendar(text, file)


def _schedule(text: str, file: str) -> tuple[Agenda, Source]:
    from ogpworkshop.read.schedule import read_schedule  # noqa: PLC0415

    return read_schedule(text, file)


def _json(text: str, file: str) -> tuple[Agenda, Source]:
    from ogpworkshop.read.json import read_json  # noqa: PLC0415

    return read_json(text, file)


def _packed(content: bytes, file: str) -> tuple[Agenda, Source]:
    from ogpworkshop.read.programme import read_document  # noqa: PLC0415
    from ogpworkshop.source.packed import Package  # noqa: PLC0415

    package = Package(content, file)
    if "word/document.xml" in package.names:
        from ogpworkshop.read.word import word_document  # noqa: PLC0415

        return read_document(word_document(package), file)
    if "xl/workbook.xml" in package.names:
        from ogpworkshop.read.sheets import excel_document  # noqa: PLC0415

        return read_document(excel_document(content, package), file)
    if "content.xml" in package.names:
        from ogpworkshop.read.opendocument import open_document  # noqa: PLC0415

        return read_document(open_document(package), file)
    raise OgpError(f"{file} is an archive without an agenda", "Unpack it, and give the agenda.")

"""Reads Word documents (.docx) into pieces: paragraphs with their headings, tables with merged cells."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ogpworkshop.source.packed import Package
from ogpworkshop.source.pieces import (
    Cell,
    Document,
    Paragraph,
    Piece,
    Table,
    Transcript,
    is_page_number,
    spread,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SKIPPED = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr"}
)
_UNSEEN = {"vanish": "hidden", "strike": "struck out", "dstrike": "struck out"}
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body"})
_MOST_COLUMNS = 60
_LARGEST = 24 * 1024 * 1024
"""Bytes of the text of the largest document read, pictures not counted."""


_ASIDES = (
    ("header", r"word/header\d*\.xml"),
    ("footer", r"word/footer\d*\.xml"),
    ("footnote", r"word/footnotes\.xml"),
    ("endnote", r"word/endnotes\.xml"),
    ("comment", r"word/comments\.xml"),
)


def word_document(package: Package) -> Document:
    """A Word document as pieces; its text is a transcript with a line for each paragraph and row."""
    root = package.xml("word/document.xml", largest=_LARGEST)
    levels = _heading_levels(package)
    transcript = Transcript()
    pieces: list[Piece] = []
    tables = 0
    for tag, blocks in groupby(_blocks(root) if root is not None else (), _sort):
        if tag == "tbl":
            for block in blocks:
                tables += 1
                pieces.append(_table(block, transcript, tables))
        elif tag == "tabs" and len(aligned := list(blocks)) > 1:
            tables += 1
            pieces.append(_tabbed(aligned, transcript, tables))
        else:
            for block in aligned if tag == "tabs" else blocks:
                pieces += _paragraphs(block, transcript, levels)
    kept = tuple(piece for piece in pieces if isinstance(piece, Paragraph) or piece.rows)
    asides = (*_unseen(root, transcript), *_asides(package, transcript))
    return Document(transcript.text, kept, is_file=False, asides=asides)


def _sort(block: "Element") -> str:
    """A table, a paragraph whose parts tabs put below each other, or any other paragraph."""
    return "tbl" if _tag(block) == "tbl" else "tabs" if "\t" in _text(block).strip() else "p"


def _paragraphs(
    block: "Element", transcript: Transcript, levels: dict[str, int]
) -> Iterator[Paragraph]:
    """A paragraph for each of its lines."""
    level = levels.get(_style(block), 0)
    is_listed = not level and _is_numbered(block)
    for line in _text(block).split("\n"):
        if line.strip():
            start, end = transcript.line(line.strip())
            yield Paragraph(line.strip(), start, end, level, is_listed)


def _is_numbered(block: "Element") -> bool:
    """Whether a paragraph is part of a list; the list 0 is none."""
    ns = _ns(block)
    numbering = block.find(f"{ns}pPr/{ns}numPr")
    number = numbering.find(f"{ns}numId") if numbering is not None else None
    return numbering is not None and (number is None or number.get(f"{ns}val") != "0")


def _tabbed(blocks: Sequence["Element"], transcript: Transcript, number: int) -> Table:
    """Lines whose parts tabs put below each other, as a table."""
    rows = []
    for line, block in enumerate(blocks, 1):
        texts = [part.strip() for part in re.split(r"\t+", _text(block).strip("\n "))]
        spans = transcript.row(f"table {number}, row {line}", texts)
        rows.append([(Cell(text, *span), 1, 1) for text, span in zip(texts, spans, strict=True)])
    return Table(tuple(spread(rows)), is_prose=True)


def _unseen(root: "Element | None", transcript: Transcript) -> Iterator[tuple[str, int, int]]:
    """What a page does not show as text: hidden, or struck through."""
    for paragraph in root.iter(f"{_ns(root)}p") if root is not None else ():
        runs = [run for run in paragraph.iter(f"{_ns(paragraph)}r") if _tag(run) == "r"]
        for label, group in groupby(runs, _kept_out):
            text = "".join(_run_text(run) for run in group) if label else ""
            if text.strip():
                yield transcript.aside(label, text.strip())


def _run_text(run: "Element") -> str:
    return "".join(part.text or "" for part in run if _tag(part) == "t")


def _kept_out(run: "Element") -> str:
    """Why a run of letters is no text of the document; "" where it is."""
    ns = _ns(run)
    look = run.find(f"{ns}rPr")
    for part in look if look is not None else ():
        if _tag(part) in _UNSEEN and part.get(f"{ns}val", "1") not in {"0", "false", "off"}:
            return _UNSEEN[_tag(part)]
    return ""


def _asides(package: Package, transcript: Transcript) -> Iterator[tuple[str, int, int]]:
    """What is printed around the text or stands beside it, each once; no page numbers."""
    seen: set[str] = set()
    for label, pattern in _ASIDES:
        for name in sorted(package.names):
            root = package.xml(name) if re.fullmatch(pattern, name) else None
            for text in _aside_texts(root) if root is not None else ():
                if text not in seen and not (text.isdecimal() or is_page_number(text)):
                    seen.add(text)
                    yield transcript.aside(label, text)


def _aside_texts(root: "Element") -> Iterator[str]:
    """A text for each note, or for each paragraph of a header."""
    notes = [part for part in root if _tag(part) in {"footnote", "endnote", "comment"}]
    for part in notes or [root]:
        lines = [_text(block).strip() for block in part.iter(f"{_ns(part)}p")]
        yield from [" ".join(filter(None, lines))] if notes else filter(None, lines)


def _ns(element: "Element") -> str:
    return _STRICT if element.tag.startswith(_STRICT) else _W


def _tag(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _blocks(parent: "Element") -> Iterator["Element"]:
    """Paragraphs and tables in order, those in content controls and text boxes included."""
    for child in parent:
        tag = _tag(child)
        if tag == "p":
            yield child
            for box in _boxes(child):
                yield from _blocks(box)
        elif tag == "tbl":
            yield child
        elif tag in _WRAPPERS:
            yield from _blocks(child)


def _boxes(paragraph: "Element") -> Iterator["Element"]:
    """Text boxes that a paragraph carries, each once: Word writes a second copy for old versions."""
    waiting = list(paragraph)[::-1]
    while waiting:
        child = waiting.pop()
        tag = _tag(child)
        if tag == "txbxContent":
            yield child
        elif tag not in _SKIPPED:
            waiting.extend(list(child)[::-1])


def _text(paragraph: "Element") -> str:
    """The text of a paragraph as it is printed: what was deleted is not, what was inserted is."""
    parts: list[str] = []
    waiting = list(paragraph)[::-1]
    while waiting:
        child = waiting.pop()
        tag = _tag(child)
        if tag == "t":
            parts.append(child.text or "")
        elif tag == "tab":
            parts.append("\t")
        elif tag in {"br", "cr"}:
            parts.append("\n")
        elif tag in {"noBreakHyphen", "softHyphen"}:
            parts.append("-" if tag == "noBreakHyphen" else "")
        elif tag not in _SKIPPED and tag != "txbxContent" and not (tag == "r" and _kept_out(child)):
            waiting.extend(list(child)[::-1])
    return "".join(parts)


def _style(paragraph: "Element") -> str:
    ns = _ns(paragraph)
    found = paragraph.find(f"{ns}pPr/{ns}pStyle")
    return found.get(f"{ns}val", "") if found is not None else ""


def _heading_levels(package: Package) -> dict[str, int]:
    """Levels by the style's id; ids are in the language of whoever wrote it, names are not."""
    root = package.xml("word/styles.xml")
    levels: dict[str, int] = {}
    for style in root if root is not None else ():
        ns = _ns(style)
        name = style.find(f"{ns}name")
        called = (name.get(f"{ns}val", "") if name is not None else "").casefold()
        found = re.fullmatch(r"heading (\d)", called)
        if found or called == "title":
            levels[style.get(f"{ns}styleId", "")] = int(found[1]) if found else 1
    return levels


def _table(element: "Element", transcript: Transcript, number: int) -> Table:
    """A table; vertical merges are told by the cells that go on, horizontal ones by their span."""
    raw: list[list[tuple[str, int, bool]]] = []
    for row in _children(element, "tr"):
        cells = [_cell(cell) for cell in _children(row, "tc")]
        if cells:
            raw.append(_offset_cells(row, cells))
    rows: list[list[tuple[Cell, int, int]]] = []
    above: dict[int, tuple[str, int, int]] = {}
    for line, cells in enumerate(raw, 1):
        spans = transcript.row(f"table {number}, row {line}", [text for text, _, _ in cells])
        made: list[tuple[Cell, int, int]] = []
        column = 0
        for (text, width, goes_on), (start, end) in zip(cells, spans, strict=True):
            if goes_on and column in above and not text:
                shown, first, last = above[column]
                made.append((Cell(shown, first, last, is_above=True), width, 1))
            else:
                above[column] = (text, start, end)
                made.append((Cell(text, start, end), width, 1))
            column += width
        rows.append(made)
    return Table(tuple(spread(rows)))


def _offset_cells(
    row: "Element", cells: list[tuple[str, int, bool]]
) -> list[tuple[str, int, bool]]:
    """The cells of a row that begins further right, with empty ones before them."""
    ns = _ns(row)
    before = row.find(f"{ns}trPr/{ns}gridBefore")
    n_before = _number(before.get(f"{ns}val")) if before is not None else 0
    return [("", 1, False)] * n_before + cells


def _children(parent: "Element", name: str) -> Iterator["Element"]:
    for child in parent:
        tag = _tag(child)
        if tag == name:
            yield child
        elif tag in _WRAPPERS:
            yield from _children(child, name)


def _cell(cell: "Element") -> tuple[str, int, bool]:
    """Text, width in columns, and whether it goes on from the row above."""
    ns = _ns(cell)
    span = cell.find(f"{ns}tcPr/{ns}gridSpan")
    merge = cell.find(f"{ns}tcPr/{ns}vMerge")
    goes_on = merge is not None and merge.get(f"{ns}val", "continue") == "continue"
    width = _number(span.get(f"{ns}val")) if span is not None else 1
    return "\n".join(_cell_lines(cell)), max(1, width), goes_on


def _cell_lines(cell: "Element") -> Iterator[str]:
    for block in _blocks(cell):
        if _tag(block) == "p":
            text = _text(block).strip()
            if text:
                yield text
        else:
            for row in _children(block, "tr"):
                inner = [" ".join(_cell_lines(each)) for each in _children(row, "tc")]
                line = " – ".join(text for text in inner if text)
                if line:
                    yield line


def _number(text: str | None) -> int:
    return min(int(text), _MOST_COLUMNS) if text and text.isdecimal() and len(text) < 6 else 1

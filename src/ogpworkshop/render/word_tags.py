"""Tags as people write them in Word: a loop on lines of its own, or around the cells of a row.

docxtpl wants `{%p for … %}` for paragraphs and a row of its own with `{%tr for … %}`; both still work.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STATEMENT = re.compile(r"\s*\{%-?\s*(?:for|endfor|if|elif|else|endif|set)\b[^{}]*%\}\s*")
_OPENING = re.compile(r"\s*(\{%-?\s*for\b[^{}]*%\})")
_CLOSING = re.compile(r"(\{%-?\s*endfor\s*-?%\})\s*$")
_FOR = re.compile(r"\{%-?\s*(end)?for\b")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BLOCK = re.compile(r"\{%(?:p|tr|tc|r)?-?\s*(\w+)")
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
_QUOTED = 60


def natural(xml: str) -> str:
    """The same part of a document, with docxtpl's tags in place of natural ones."""
    from lxml import etree  # noqa: PLC0415  # comes with the extra for Word

    root = etree.fromstring(xml.encode())
    for row in list(root.iter(f"{_W}tr")):
        _repeat_row(row)
    for paragraph in list(root.iter(f"{_W}p")):
        if _STATEMENT.fullmatch(_text(paragraph)) and not _is_alone(paragraph):
            _mark(paragraph, "p")
    return str(etree.tostring(root, encoding="unicode"))


def _repeat_row(row: Any) -> None:
    """A row that a loop goes around, or that holds a tag and nothing else."""
    text = _text(row)
    if _STATEMENT.fullmatch(text):
        _mark(row, "tr")
        return
    opening, closing = _OPENING.match(text), _CLOSING.search(text)
    cells = row.findall(f"{_W}tc")
    if not (opening and closing and len(cells) > 1) or _is_balanced(_text(cells[0])):
        return
    _cut(row, closing.start(1), closing.end(1))
    _cut(row, opening.start(1), opening.end(1))
    row.addprevious(_tag_row(row, opening[1].replace("{%", "{%tr", 1)))
    row.addnext(_tag_row(row, closing[1].replace("{%", "{%tr", 1)))


def _tag_row(row: Any, tag: str) -> Any:
    made = row.makeelement(f"{_W}tr")
    inner = made
    for name in ("tc", "p", "r", "t"):
        child = inner.makeelement(f"{_W}{name}")
        inner.append(child)
        inner = child
    inner.text = tag
    return made


def _mark(element: Any, kind: str) -> None:
    """Make a tag one that docxtpl takes for the whole paragraph or row."""
    first, *rest = element.iter(f"{_W}t")
    first.text = _text(element).strip().replace("{%", f"{{%{kind}", 1)
    for each in rest:
        each.text = ""


def _is_alone(paragraph: Any) -> bool:
    """Whether a table's cell would be left without any paragraph, which Word takes for damage."""
    cell = paragraph.getparent()
    if cell is None or cell.tag != f"{_W}tc":
        return False
    others = (_text(each) for each in cell.findall(f"{_W}p"))
    return all(_STATEMENT.fullmatch(text) or "{%p" in text for text in others)


def _is_balanced(text: str) -> bool:
    return sum(-1 if match[1] else 1 for match in _FOR.finditer(text)) == 0


def _cut(element: Any, start: int, end: int) -> None:
    """Take these characters out of an element's text, in whatever pieces it stands."""
    at = 0
    for piece in element.iter(f"{_W}t"):
        text = piece.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            piece.text = text[:first] + text[last:]
        at += len(text)


def _text(element: Any) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{_W}t"))


def place_of(template: Path, rules: Environment, name: str = "") -> str:
    """The paragraph with the mistake: that uses a name, or else the first that cannot be understood."""
    paragraphs = list(_paragraphs(template))
    wanted = re.compile(rf"\b{re.escape(name)}\b")
    for text in paragraphs:
        tags = _TAG.findall(text)
        if any(wanted.search(tag) for tag in tags) if name else _is_broken(text, rules):
            return _short(text)
    return "" if name else _never_closed(paragraphs)


def _paragraphs(template: Path) -> Iterator[str]:
    from lxml import etree  # noqa: PLC0415  # as above

    with zipfile.ZipFile(template) as archive:
        for part in sorted(filter(_PARTS.fullmatch, archive.namelist())):
            root = etree.fromstring(archive.read(part))
            yield from (_text(each) for each in root.iter(f"{_W}p"))


def _is_broken(text: str, rules: Environment) -> bool:
    """Whether a paragraph has half a tag, or one that Jinja cannot read."""
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    if re.search(r"\{\{|\{%|%\}|\}\}", _TAG.sub("", straight)):
        return True
    for tag in _TAG.findall(straight):
        source = tag if tag.startswith("{{") else _whole(tag)
        try:
            rules.compile(source)
        except TemplateSyntaxError:
            return True
    return False


def _whole(tag: str) -> str:
    """A statement that stands for itself: closed if it opens a block."""
    plain = re.sub(r"\{%(?:p|tr|tc|r)?\s", "{% ", tag, count=1)
    match = _BLOCK.match(tag)
    word = match[1] if match else ""
    if word in {"for", "if", "macro", "call", "filter", "with"}:
        return f"{plain}{{% end{word} %}}"
    return plain if word == "set" else ""


def _never_closed(paragraphs: Sequence[str]) -> str:
    """The paragraph whose block has no end, or whose end has no beginning."""
    opened: list[tuple[str, str]] = []
    for text, tag in _statements(paragraphs):
        match = _BLOCK.match(tag)
        word = match[1] if match else ""
        if word in {"for", "if", "macro", "call", "filter", "with"}:
            opened.append((word, text))
        elif word.startswith("end"):
            if not opened or opened[-1][0] != word.removeprefix("end"):
                return _short(text)
            opened.pop()
    return _short(opened[-1][1]) if opened else ""


def _statements(paragraphs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in paragraphs:
        yield from ((text, tag) for tag in _TAG.findall(text) if tag.startswith("{%"))


def _short(text: str) -> str:
    """As much of a paragraph as fits into a message, its first tag in it."""
    kept = " ".join(text.split())
    first = kept.find("{")
    if len(kept) > _QUOTED and first > _QUOTED // 2:
        kept = "…" + kept[first - _QUOTED // 2 :]
    return kept if len(kept) <= _QUOTED else kept[: _QUOTED - 1] + "…"

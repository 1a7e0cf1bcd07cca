"""Characters of a text ↔ positions as editors count them, in UTF-16 unless they ask otherwise."""

from lsprotocol import types

from ogpworkshop.source.text import Lines, Position, Span

_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Positions:
    """The positions of one text."""

    def __init__(self, lines: Lines, encoding: str = "utf-16") -> None:
        """Keep the text and the encoding whose units a column counts."""
        self.lines = lines
        self.codec, self.size = _UNITS[encoding]

    def range(self, span: Span) -> types.Range:
        """Where a span begins and ends."""
        return types.Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> types.Position:
        """Line and column of a character, both from 0."""
        offset = min(max(offset, 0), len(self.lines.text))
        at = self.lines.position(offset)
        start = self.lines.starts[at.line - 1]
        return types.Position(at.line - 1, self._units(self.lines.text[start:offset]))

    def offset(self, position: types.Position) -> int:
        """The character at a position; the nearest one when there is none."""
        if position.line >= len(self.lines.starts):
            return len(self.lines.text)
        number = max(position.line, 0) + 1
        line = self.lines.line(number)
        column = min(position.character, len(line))
        if not line.isascii():
            column = self._letters(line, position.character)
        return self.lines.offset(Position(number, column + 1))

    def _letters(self, line: str, units: int) -> int:
        """How many letters of a line make up so many units."""
        for at, letter in enumerate(line):
            if units <= 0:
                return at
            units -= self._units(letter)
        return len(line)

    def _units(self, text: str) -> int:
        if text.isascii():
            return len(text)
        return len(text.encode(self.codec, "surrogatepass")) // self.size

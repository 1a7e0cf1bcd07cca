"""A rule's manual page: the docstring of its module, taken apart by its headings.

An example is the YAML below its heading: a list of sessions, which make up one day, or a whole
agenda when it begins with a key such as `days:`. Other files that it needs follow in fences with
their name, for example the roster:

    ```csv participants.csv
    id,name
    p01,Maria Cruz
    ```
"""

import re
from textwrap import indent
from typing import Any

import msgspec

from ogpworkshop.check.finding import Rule
from ogpworkshop.model.time import Minutes

HEADINGS = (
    "Why it matters", "Example", "Instead", "Fix", "Options", "Not reported", "Source",
)  # fmt: skip
"""In this order; the first three on every page, the others where there is something to say."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(
    r"^```(?P<word>\w+) (?P<name>\S+)\n(?P<text>.*?)^```\n?", re.MULTILINE | re.DOTALL
)
_LANGUAGES = frozenset({"csv", "yaml"})
_OPTION = re.compile(r"^- (\w+): (.+(?:\n  .+)*)", re.MULTILINE)


class Sample(msgspec.Struct, frozen=True):
    """An agenda, or a part of one, that shows a fault or its absence.

    Attributes:
        text: YAML as on the page; "" when only other files matter.
        files: other files by their names.
        encodings: how those are stored that are not UTF-8, the word of their fence.
    """

    text: str
    files: dict[str, str]
    encodings: dict[str, str] = {}

    def content(self, file: str) -> bytes:
        """The bytes of one of the other files."""
        return self.files[file].encode(self.encodings.get(file, "utf-8"))

    @property
    def agenda(self) -> str:
        """The whole agenda: sessions are put into a day of their own."""
        if not self.text.startswith("-"):
            return self.text
        return "days:\n  - sessions:\n" + indent(self.text, " " * 6)


class Option(msgspec.Struct, frozen=True):
    """A setting of a rule: its name, its default, the unit it counts in, and what it does."""

    name: str
    default: Any
    unit: str
    meaning: str


class Page(msgspec.Struct, frozen=True):
    """A manual page.

    Attributes:
        summary: the fault in one sentence.
        sections: text by heading, in order.
        options: settings, in the order of the signature.
    """

    summary: str
    sections: dict[str, str]
    options: tuple[Option, ...]

    @property
    def example(self) -> Sample:
        """What the rule reports."""
        return _sample(self.sections.get("Example", ""))

    @property
    def instead(self) -> Sample:
        """The same without the fault."""
        return _sample(self.sections.get("Instead", ""))


def parse_page(docstring: str, rule: Rule) -> Page:
    """The page of a rule out of its module's docstring."""
    summary, *parts = _HEADING.split(docstring.strip())
    sections = {
        heading: text.strip() for heading, text in zip(parts[::2], parts[1::2], strict=True)
    }
    return Page(summary.strip(), sections, tuple(_options(sections.get("Options", ""), rule)))


def _options(text: str, rule: Rule) -> list[Option]:
    meanings = {name: " ".join(meaning.split()) for name, meaning in _OPTION.findall(text)}
    annotations = rule.check.__annotations__
    return [
        Option(name, default, _unit(annotations.get(name)), meanings.get(name, ""))
        for name, default in rule.options.items()
    ]


def _unit(annotation: Any) -> str:
    return "minutes" if annotation is Minutes else ""


def _sample(text: str) -> Sample:
    fences = list(_FENCE.finditer(text))
    files = {fence["name"]: fence["text"] for fence in fences}
    encodings = {
        fence["name"]: fence["word"] for fence in fences if fence["word"] not in _LANGUAGES
    }
    yaml = _FENCE.sub("", text).strip()
    return Sample(yaml and yaml + "\n", files, encodings)

"""Typst source → PDF: bundled fonts first, accessible by standard, no network, no files outside."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.near import nearest

_MAIN = "main.typ"
FONTS = Path(__file__).parent.parent / "fonts"
BUNDLED = ("Source Sans 3", "Source Serif 4")
# Families looked for on the machine when the bundled ones lack a letter, in this order.
_SCRIPTS = (
    "Arabic", "Devanagari", "Bengali", "Sinhala", "Tamil", "Thai", "Khmer", "Lao", "Myanmar",
    "Georgian", "Armenian", "Hebrew", "Ethiopic", "Gujarati", "Gurmukhi", "Kannada", "Malayalam",
    "Oriya", "Telugu", "Thaana", "Mongolian", "CJK SC", "CJK JP", "CJK KR", "CJK TC", "Javanese",
    "Balinese", "Syriac", "Tifinagh", "Cherokee", "Symbols", "Symbols 2", "Symbols2", "Math",
)  # fmt: skip
_FAMILIES = (
    "Noto Sans",
    *(f"Noto Sans {script}" for script in _SCRIPTS),
    "Noto Naskh Arabic",
    "Noto Nastaliq Urdu",
    "Noto Serif Tibetan",
    "Noto Serif Bengali",
    "Noto Color Emoji",
)
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACE = re.compile(r"┌─ [^:\n]*:(\d+):(\d+)")
_PACKAGE = re.compile(r'"@[\w-]+/')


class Fault(msgspec.Struct, frozen=True):
    """A mistake in Typst source: what Typst says, and the line of the source."""

    message: str
    line: int


class TypstFaultError(Exception):
    """The source cannot be compiled."""

    def __init__(self, fault: Fault) -> None:
        """Keep where and what."""
        super().__init__(fault.message)
        self.fault = fault


class Compiled(msgspec.Struct, frozen=True):
    """What was made, and the letters that no font has; a PDF with such letters is not PDF/UA."""

    content: bytes
    missing: tuple[str, ...] = ()


def compile_source(  # noqa: PLR0913  # the door to the engine: everything is given by name
    source: str,
    output: str = "pdf",
    *,
    root: Path,
    fonts: Sequence[Path] = (),
    changed: datetime | None = None,
    families: tuple[str, str] = ("", ""),
    files: Mapping[str, bytes] | None = None,
) -> Compiled:
    """The PDF of a Typst source, or its one page as SVG.

    Args:
        source: markup, whole.
        output: `pdf` or `svg`.
        root: folder that the source can read from; nothing outside it.
        fonts: more folders with fonts.
        changed: when the content last changed; written into the PDF if given, so that equal
            content gives equal bytes.
        families: typefaces of text and of headings, before those that come along.
        files: pictures by the names under which the source asks for them.

    Raises:
        TypstFaultError: when the source has a mistake.
        OgpError: when the PDF engine is not installed.
    """
    package = _PACKAGE.search(source)
    if package:
        line = source.count("\n", 0, package.start()) + 1
        message = "packages from the network are not used in templates"
        raise TypstFaultError(Fault(message, line))
    press = _Press(source, output, root, changed, families, files or {})
    is_known = set(families) - {"", *_bundled(tuple(fonts)).families()} == set()
    missing = press.attempt(_bundled(tuple(fonts))) if is_known else ("",)
    if missing:
        missing = press.attempt(_installed(tuple(fonts)))
    if missing:
        press.attempt(_installed(tuple(fonts)), standards=[])
    return Compiled(press.content, missing)


class _Press:
    """Compiles one source with one set of fonts after the other."""

    def __init__(  # noqa: PLR0913, PLR0917  # what does not change between attempts
        self,
        source: str,
        output: str,
        root: Path,
        changed: datetime | None,
        families: tuple[str, str],
        files: Mapping[str, bytes],
    ) -> None:
        self.source = {_MAIN: source.encode(), **files} if files else source.encode()
        self.families = families
        self.output = output
        self.root = root
        self.changed = changed
        self.content = b""

    def attempt(self, fonts: Any, standards: Sequence[str] = ("ua-1",)) -> tuple[str, ...]:
        """Letters that these fonts lack; none when the page has been made."""
        typst = _engine()
        try:
            # Only the standard for accessible PDF makes Typst report missing letters.
            self.content = self._compiler(fonts).compile(
                format="pdf", pdf_standards=list(standards), timestamp=self.changed or 0
            )
            if self.output != "pdf":
                self.content = self._compiler(fonts).compile(format=self.output)
        except typst.TypstError as error:
            missing = tuple(dict.fromkeys(map(_letters, _MISSING.findall(error.diagnostic))))
            if missing and standards:
                return missing
            raise TypstFaultError(_fault(error)) from None
        return ()

    def _compiler(self, fonts: Any) -> Any:
        """Typst with these fonts; a compiler takes its source once."""
        known = set(fonts.families())
        for name in self.families:
            if name and name not in known:
                near = nearest(name, known)
                raise OgpError(
                    f"there is no typeface “{name}” on this machine",
                    f"Did you mean “{near}”?" if near else "Install it, or give --fonts FOLDER.",
                )
        chain = [*BUNDLED, *(family for family in _FAMILIES if family in known)]
        text, heading = ([name] if name else [] for name in self.families)
        return _engine().Compiler(
            self.source,
            root=str(self.root),
            font_paths=fonts,
            sys_inputs={
                "sans": json.dumps([*text, *chain]),
                "serif": json.dumps([*heading, *reversed(chain[:2]), *chain[2:]]),
            },
            # Never looked into; named so that no package of the machine is found either.
            package_path=str(self.root / ".no-packages"),
            package_cache_path=str(self.root / ".no-packages"),
        )


def _engine() -> Any:
    try:
        import typst  # noqa: PLC0415  # 82 MB that only PDFs need, absent on some machines
    except ImportError:
        raise OgpError(
            "the PDF engine is not installed on this machine",
            "Install it with: pip install typst — or make the web page with --format html.",
        ) from None
    return typst


@lru_cache(maxsize=4)
def _bundled(more: tuple[Path, ...]) -> Any:
    return _engine().Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FONTS), *map(str, more)],
    )


@lru_cache(maxsize=4)
def _installed(more: tuple[Path, ...]) -> Any:
    return _engine().Fonts(
        include_system_fonts=True,
        include_embedded_fonts=False,
        font_paths=[str(FONTS), *map(str, more)],
    )


def _letters(quoted: str) -> str:
    text = _CODE.sub(lambda match: chr(int(match[1], 16)), quoted)
    return text.replace('\\"', '"').replace("\\\\", "\\")


def _fault(error: Any) -> Fault:
    places = _PLACE.findall(error.diagnostic)
    return Fault(f"Typst cannot set this: {error.message}", int(places[0][0]) if places else 0)

"""Typst source → PDF: bundled fonts first, accessible by standard, no network, no files outside."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from ogpworkshop.render.typefaces import Faces, engine

_MAIN = "main.typ"
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACE = re.compile(r"┌─ [^:\n]*:(\d+):(\d+)")
_PACKAGE = re.compile(r'"@[\w-]+/')
_NOTICE = re.compile(r"unknown font family: notice (\w+) ([\d.]*)")
_NO_PACKAGES = "packages from the network are not used in templates"
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that does not answer: port 9 discards."""
_ROUNDS = 3


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


class UnboundedError(Exception):
    """The source takes more memory or time than any document."""


class Notice(msgspec.Struct, frozen=True):
    """What a template says of a text that it could not print as it should: `small` or `cut`."""

    what: str
    whom: str


class Compiled(msgspec.Struct, frozen=True):
    """What was made, the letters that no font has, and what the template has to say."""

    content: bytes
    missing: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


class Look(msgspec.Struct, frozen=True):
    """What a source is set in.

    Attributes:
        fonts: more folders with fonts.
        families: typefaces of text and of headings, before those that come along.
        language: of the document; decides between Chinese, Japanese and Korean letters.
    """

    fonts: tuple[Path, ...] = ()
    families: tuple[str, str] = ("", "")
    language: str = "en"


class Job(msgspec.Struct, frozen=True):
    """A source, and all that it is compiled with.

    Attributes:
        source: markup, whole.
        output: `pdf` or `svg`, of its one page.
        root: folder that the source can read from; nothing outside it.
        look: typefaces and language.
        changed: when the content last changed; written into the PDF if given, so that equal
            content gives equal bytes.
        files: pictures by the names under which the source asks for them.
    """

    source: str
    output: str
    root: Path
    look: Look = Look()
    changed: datetime | None = None
    files: dict[str, bytes] = {}


def compile_source(job: Job) -> Compiled:
    """The PDF of a Typst source, or its one page as SVG.

    A letter that no font has is printed as its code number in small figures, never as a box.

    Raises:
        TypstFaultError: when the source has a mistake.
        OgpError: when the PDF engine or a typeface is not installed.
    """
    package = _PACKAGE.search(job.source)
    if package:
        line = job.source.count("\n", 0, package.start()) + 1
        raise TypstFaultError(Fault(_NO_PACKAGES, line))
    press = _Press(job)
    with _without_network():
        missing = press.with_the_first_fonts_that_do()
        if missing:
            missing = press.with_stand_ins(missing)
    return Compiled(press.content, missing, tuple(dict.fromkeys(press.notices)))


class _Press:
    """Compiles one source with one set of fonts after the other."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.look = job.look
        self.content = b""
        self.notices: list[Notice] = []

    def with_the_first_fonts_that_do(self) -> tuple[str, ...]:
        """Letters missing from the bundled fonts, then the usual ones of the machine, then all."""
        look = self.look
        bundled = Faces(look.fonts, is_wide=False)
        if set(look.families) - {""} <= bundled.known and not self._attempt(bundled):
            return ()
        wide = Faces(look.fonts, is_wide=True)
        return self._attempt(wide) and self._attempt(wide, has_all=True)

    def with_stand_ins(self, missing: tuple[str, ...]) -> tuple[str, ...]:
        """Print the code numbers of letters in their place."""
        found = list(missing)
        wide = Faces(self.look.fonts, is_wide=True)
        for _ in range(_ROUNDS):
            more = self._attempt(wide, has_all=True, before=_stand_in(found))
            if not more:
                return tuple(found)
            found = list(dict.fromkeys([*found, *more]))
        self._attempt(wide, has_all=True, standards=(), before=_stand_in(found))
        return tuple(found)

    def _attempt(
        self,
        faces: Faces,
        *,
        has_all: bool = False,
        standards: Sequence[str] = ("ua-1",),
        before: str = "",
    ) -> tuple[str, ...]:
        """Letters that these fonts lack; none when the page has been made."""
        inputs = faces.inputs(self.look.families, self.look.language, has_all=has_all)
        typst = engine()
        try:
            # Only the standard for accessible PDF makes Typst report missing letters.
            self.content, warnings = self._compiler(faces, inputs, before).compile_with_warnings(
                format="pdf", pdf_standards=list(standards), timestamp=self.job.changed or 0
            )
            if self.job.output != "pdf":
                compiler = self._compiler(faces, inputs, before)
                self.content = compiler.compile(format=self.job.output)
        except typst.TypstError as error:
            missing = tuple(dict.fromkeys(map(_letters, _MISSING.findall(error.diagnostic))))
            if missing and standards:
                return missing
            raise TypstFaultError(_fault(error)) from None
        self.notices = list(_notices(each.message for each in warnings))
        return ()

    def _compiler(self, faces: Faces, inputs: dict[str, str], before: str) -> Any:
        """Typst with these fonts; a compiler takes its source once."""
        return engine().Compiler(
            {_MAIN: (before + self.job.source).encode(), **self.job.files},
            root=str(self.job.root),
            font_paths=faces.fonts,
            sys_inputs=inputs,
            # Never looked into; named so that no package of the machine is found either.
            package_path=str(self.job.root / ".no-packages"),
            package_cache_path=str(self.job.root / ".no-packages"),
        )


def _stand_in(missing: Iterable[str]) -> str:
    """A rule, on the source's first line, that prints letters as their code numbers."""
    longest = sorted(missing, key=len, reverse=True)
    clusters = ("".join(f"\\\\x{{{ord(char):x}}}" for char in text) for text in longest)
    return (
        f'#show regex("(?:{"|".join(clusters)})+"): it => text(size: 0.5em, weight: 400,'
        " it.text.codepoints().map(each => upper(str(each.to-unicode(), base: 16)))"
        '.join("\\u{a0}"));'
    )


def _notices(warnings: Iterable[str]) -> Iterable[Notice]:
    """What templates say through `notice`: Typst lets a source speak by its warnings alone."""
    for message in warnings:
        match = _NOTICE.match(message)
        if match:
            codes = (int(code) for code in match[2].split(".") if code)
            yield Notice(match[1], "".join(map(chr, codes)))


def _letters(quoted: str) -> str:
    text = _CODE.sub(lambda match: chr(int(match[1], 16)), quoted)
    return text.replace('\\"', '"').replace("\\\\", "\\")


@contextmanager
def _without_network() -> Iterator[None]:
    """Typst fetches packages whose names a template puts together; there is no switch for that."""
    names = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names[:4], _NOWHERE) | dict.fromkeys(names[4:], ""))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def _fault(error: Any) -> Fault:
    places = _PLACE.findall(error.diagnostic)
    if "package" in error.message and "download" in error.message:
        return Fault(_NO_PACKAGES, int(places[0][0]) if places else 0)
    return Fault(f"Typst cannot set this: {error.message}", int(places[0][0]) if places else 0)

"""`# ogp: ignore[code] reason`: findings that somebody has looked at and accepts.

At the end of a line it holds for that line; alone on a line for what follows, with everything
indented below it; `ignore-file[code]` for the whole file. There is no form without a code.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from ogpworkshop.check.settings import expand
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import ROOT, Place
from ogpworkshop.source.text import Lines

_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*ogp:\s*(?P<form>ignore(?:-file)?)\s*\[(?P<codes>[^\]\n]*)\](?P<reason>(?:(?!\s#)[^\n])*)"
)


class Ignore(msgspec.Struct, frozen=True):
    """One code of one comment, and the lines it covers.

    Attributes:
        word: the code or family.
        codes: what it stands for.
        first: first line covered, from 1.
        last: last line covered.
        place: of the word.
        reason: what the comment says besides.
        whole: characters of the whole comment with the space or the line that it takes up; None
            if it names other checks as well.
    """

    word: str
    codes: frozenset[str]
    first: int
    last: int
    place: Place
    reason: str
    whole: tuple[int, int] | None = None


class Ignores:
    """Every ignore of a file, found by code and line without looking at all of them."""

    def __init__(self, ignores: Iterable[Ignore]) -> None:
        """Keep those of a single line by that line, the others by their code."""
        self.all = tuple(ignores)
        self._of_line: defaultdict[tuple[str, int], list[Ignore]] = defaultdict(list)
        self._wide: defaultdict[str, list[Ignore]] = defaultdict(list)
        for ignore in self.all:
            for code in ignore.codes:
                if ignore.first == ignore.last:
                    self._of_line[code, ignore.first].append(ignore)
                else:
                    self._wide[code].append(ignore)

    def covering(self, code: str, line: int) -> list[Ignore]:
        """Those that silence a finding, the closest first."""
        wide = self._wide.get(code, ())
        hits = [ignore for ignore in wide if ignore.first <= line <= ignore.last]
        return [*self._of_line.get((code, line), ()), *reversed(hits)]


def ignores_in(lines: Lines, rules: Iterable[str]) -> tuple[list[Ignore], list[Fault]]:
    """Every ignore of a text, and a fault for each word that names no check."""
    ignores: list[Ignore] = []
    faults: list[Fault] = []
    if "ogp:" not in lines.text:
        return ignores, faults
    known = list(rules)
    for comment in _COMMENT.finditer(lines.text):
        first, last = _covered(lines, comment)
        words = list(re.finditer(r"[^\s,]+", comment["codes"]))
        for word in words:
            start = comment.start("codes") + word.start()
            place = Place(ROOT, key=True, within=(start, start + len(word[0])))
            codes = expand(word[0], known)
            if codes:
                reason = comment["reason"].strip()
                whole = _whole(lines.text, comment) if len(words) == 1 else None
                ignores.append(Ignore(word[0], codes, first, last, place, reason, whole))
            else:
                faults.append(_unknown(word[0], place, known))
    return ignores, faults


def unused(ignores: Iterable[Ignore]) -> list[Fault]:
    """A fault for each ignore that silenced nothing."""
    return [_unused(ignore) for ignore in ignores]


def _unused(ignore: Ignore) -> Fault:
    message = f"“{ignore.word}” is ignored here, but nothing of it is found"
    fault = Fault("ignore-unused", ignore.place, message, "silences nothing")
    if ignore.whole is None:
        return fault
    target = Place(ROOT, key=True, within=ignore.whole)
    title = "take the comment out"
    return msgspec.structs.replace(fault, instead="", title=title, safe=True, target=target)


def _whole(text: str, comment: re.Match[str]) -> tuple[int, int]:
    """The comment with the spaces before it, or with its line when it has one to itself."""
    start = comment.start()
    while start and text[start - 1] in " \t":
        start -= 1
    end = comment.end() - comment[0].endswith("\r")
    if start == 0 or text[start - 1] in "\r\n":
        for line_end in ("\r\n", "\n", "\r"):
            if text.startswith(line_end, end):
                return start, end + len(line_end)
    return start, end


def _covered(lines: Lines, comment: re.Match[str]) -> tuple[int, int]:
    """First and last line that a comment holds for."""
    if comment["form"] == "ignore-file":
        return 1, len(lines.starts)
    line = lines.position(comment.start()).line
    if lines.text[lines.starts[line - 1] : comment.start()].strip():
        return line, line
    following = line + 1
    while following <= len(lines.starts) and not lines.line(following).strip():
        following += 1
    if following > len(lines.starts):
        return line, line
    indent = _indent(lines.line(following))
    last = following
    while last < len(lines.starts):
        text = lines.line(last + 1)
        if text.strip() and _indent(text) <= indent:
            break
        last += 1
    return following, last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _unknown(word: str, place: Place, known: list[str]) -> Fault:
    near = nearest(word, known)
    hint = f"; did you mean “{near}”?" if near else "; `ogp rule` lists them"
    return Fault("ignore-unknown", place, f"“{word}” is no check of ogp{hint}", "no such check")

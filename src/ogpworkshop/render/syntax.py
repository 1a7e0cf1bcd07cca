"""Says in words what Jinja cannot read in a template, and where it began."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

from ogpworkshop.model.near import nearest


class Misreading(NamedTuple):
    """What cannot be read: the line where it begins, what is wrong, and what to do."""

    line: int
    message: str
    remedy: str = ""


_TAGS = (
    "block", "call", "elif", "else", "extends", "filter", "for", "from", "if", "import", "include",
    "macro", "raw", "set", "with",
)  # fmt: skip
_WANTED = {"end of print statement": "}}", "end of statement block": "%}"}
_ADVICE = {
    "=": "To compare, write ==.",
    "&": "Write and.",
    "|": "Write or; one | alone is a filter.",
    "!": "Write not.",
    "?": "Write {{ this if that else other }}.",
    ":": "What a filter is given stands in brackets: {{ days|join(', ') }}.",
    "if": "Write elif.",
    '"': "A text ends with the mark that it begins with.",
    "'": "A text ends with the mark that it begins with.",
    **dict.fromkeys("“”„‘’«»", "Texts stand between straight marks: 'so' or \"so\"."),
}
_OPENING = re.compile(r"\{\{|\{%|\}\}|%\}|\{#.*?#\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%[-+]?\s*(\w+)")


def misreading(error: TemplateSyntaxError, source: str, filters: Iterable[str]) -> Misreading:
    """What Jinja complains of, in an author's words."""
    complaint = error.message or ""
    for pattern, tell in _COMPLAINTS:
        match = re.search(pattern, complaint)
        if match:
            return tell(match, error.lineno, source)
    return _unknown(complaint, filters, error.lineno) or Misreading(
        error.lineno, "the template cannot be understood here"
    )


def unknown(complaint: str, filters: Iterable[str]) -> tuple[str, str] | None:
    """What is said of a filter or a test that there is not, while a template runs."""
    found = _unknown(complaint, filters, 0)
    return found and (found.message, found.remedy)


def _unknown(complaint: str, filters: Iterable[str], line: int) -> Misreading | None:
    match = re.search(r"No (filter|test) named '(\w+)'", complaint)
    if match is None:
        return None
    if match[2] in {"safe", "escape", "e", "forceescape"}:
        remedy = "Leave it out: every text is escaped, and nothing is printed unescaped."
        return Misreading(line, f"there is no filter “{match[2]}”", remedy)
    near = nearest(match[2], filters) if match[1] == "filter" else nearest(match[2], _TESTS)
    meant = f"; did you mean “{near}”?" if near else ""
    return Misreading(line, f"there is no {match[1]} “{match[2]}”{meant}")


_TESTS = (
    "defined", "undefined", "none", "true", "false", "string", "number", "mapping", "iterable",
    "sequence", "even", "odd", "divisibleby", "in", "sameas", "lower", "upper", "integer",
)  # fmt: skip


def _tag(match: re.Match[str], line: int, source: str) -> Misreading:
    """A tag that is none, or an end that comes before that of what was opened last."""
    word, wanted, opened = match[1], re.findall(r"'(\w+)'", match[2] or ""), match[3]
    if word.startswith("end") and word[3:] in _TAGS:
        if opened is None:
            return Misreading(line, f"“{word}” ends what was never begun")
        begun = _begun(opened, line, source)
        return Misreading(
            line,
            f"“{word}” stands here, but the “{opened}” of line {begun} is still open",
            f"Close it first: {{% end{opened} %}}.",
        )
    near = nearest(word, (*wanted, *_TAGS))
    if near is None and "end".startswith(word[:3]):
        near = next((each for each in wanted if each.startswith("end")), None)
    meant = f"; did you mean “{near}”?" if near else ""
    return Misreading(line, f"there is no tag “{word}”{meant}")


def _open(match: re.Match[str], line: int, source: str) -> Misreading:
    begun = _begun(match[1], line + 1, source)
    return Misreading(
        begun, f"this “{match[1]}” is opened and never closed", f"End it: {{% end{match[1]} %}}."
    )


def _begun(tag: str, before: int, source: str) -> int:
    """The line of the last tag of a sort, above another, that has not been closed."""
    above = "".join(source.splitlines(keepends=True)[: before - 1])
    same = source.splitlines(keepends=True)[before - 1 : before]
    opened: list[int] = []
    for match in _STATEMENT.finditer(above + "".join(same)):
        if match[1] == tag:
            opened.append(source.count("\n", 0, match.start()) + 1)
        elif match[1] == f"end{tag}" and opened:
            opened.pop()
    return opened[-1] if opened else max(before - 1, 1)


def _expected(match: re.Match[str], line: int, source: str) -> Misreading:
    wanted, got = _WANTED.get(match[1], match[1]), _WANTED.get(match[2], match[2])
    if got in {"{", "%", "}"} or got == "end of template":
        return _unclosed(line, source)
    if wanted == "%}" and re.search(rf"\{{%[-+]?\s*end\w+\s+{re.escape(got)}\b", source):
        return Misreading(line, f"the block that ends here is not called “{got}”")
    return Misreading(line, f"“{got}” stands where “{wanted}” should", _ADVICE.get(got, ""))


def _unexpected(match: re.Match[str], line: int, source: str) -> Misreading:
    got = _WANTED.get(match[1], match[1])
    if got in {"{", "%", "}", "end of template"}:
        return _unclosed(line, source)
    return Misreading(line, f"“{got}” cannot stand here", _ADVICE.get(got, ""))


def _unclosed(line: int, source: str) -> Misreading:
    """Of what opens and does not close, the last before a line's end."""
    above = "".join(source.splitlines(keepends=True)[:line])
    opened: list[tuple[str, int]] = []
    for match in _OPENING.finditer(above):
        if match[0] in {"{{", "{%"}:
            opened.append((match[0], source.count("\n", 0, match.start()) + 1))
        elif opened and not match[0].startswith("{#"):
            if (opened[-1][0] == "{{") != (match[0] == "}}"):
                break
            opened.pop()
    if not opened:
        return Misreading(line, "a bracket too many or too few stands here")
    mark, begun = opened[0]
    return Misreading(begun, f"“{mark}” is never closed with “{'}}' if mark == '{{' else '%}'}”")


def _comment(_match: re.Match[str], line: int, source: str) -> Misreading:
    begun = source.count("\n", 0, max(source.rfind("{#"), 0)) + 1 if "{#" in source else line
    return Misreading(begun, "a comment is opened and never closed", "It ends with #}.")


def _plain(message: str, remedy: str = "") -> Callable[[re.Match[str], int, str], Misreading]:
    return lambda match, line, _source: Misreading(line, message.format(*match.groups()), remedy)


_Tell = Callable[[re.Match[str], int, str], Misreading]
_COMPLAINTS: tuple[tuple[str, _Tell], ...] = (
    (
        (
            r"Encountered unknown tag '(\w+)'"
            r"(?:.*?looking for (.*?)\. The innermost block that needs to be closed is '(\w+)')?"
        ),
        _tag,
    ),
    (r"Unexpected end of template.*closed is '(\w+)'", _open),
    (r"Missing end of comment", _comment),
    (r"Missing end of raw", _plain("“raw” is opened and never closed", "End it: {% endraw %}.")),
    (r"expected token '([^']+)', got '([^']+)'", _expected),
    (r"unexpected char (?:'([^'])'|\"(?=')(.)\")", _unexpected),
    (r"unexpected '([^']+)'", _unexpected),
    (r"(?i)expected an expression, got", _plain("something is missing: a tag ends too early")),
    (r"expected name or number", _plain("a name is missing after the dot")),
    (r"tag name expected", _plain("a tag is empty")),
    (r"can't assign to '?(\w+)'?", _plain("“{0}” cannot be given a value")),
    (r"block '(\w+)' defined twice", _plain("the block “{0}” is defined twice")),
    (r"extended multiple times", _plain("this extends a second template", "Keep one of the two.")),
    (r"escaping cannot be switched off", _plain("escaping cannot be switched off")),
)

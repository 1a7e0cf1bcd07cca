"""Filters of templates: ours, and Jinja's where those would fill the memory or lose the escaping."""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import partial, wraps
from hashlib import sha256
from typing import Any

from jinja2.environment import Environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, do_replace, make_multi_attrgetter
from jinja2.nodes import EvalContext
from jinja2.utils import htmlsafe_json_dumps, pass_environment, pass_eval_context
from markupsafe import Markup
from markupsafe import escape as markup_escape

from ogpworkshop.model.collation import collation_key
from ogpworkshop.render import escape
from ogpworkshop.render.bidi import ISOLATES
from ogpworkshop.render.trusted import MAX_TEXT, Source, TextSource, TypstSource, bounded, printable
from ogpworkshop.render.view_people import Member

# Those that mark text as harmless HTML, or build HTML from text.
_UNSAFE = ("safe", "escape", "e", "forceescape", "xmlattr", "urlize", "striptags")
# Those that depend on chance, show what lies behind a value, or can fill the memory.
_UNWANTED = ("random", "pprint", "format", "slice", "filesizeformat", "wordwrap")
# Those that make text of whatever they are given.
_OF_TEXT = (
    "capitalize", "lower", "string", "title", "trim", "truncate", "upper", "urlencode", "wordcount",
)  # fmt: skip
_WIDEST = 1000
_MOST_IN_QR = 600
_LONGEST_FIELD = 100
_CONTROL = re.compile(r"[\x7f-\x9f]")
_SPACED = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};,>])\s*|(:)\ |(?<=\n)\s+""", re.VERBOSE)


def filters_for(source: type[Source] | None) -> dict[str, Callable[..., Any]]:
    """The filters of a format; None stands for HTML, which Jinja itself escapes."""
    known = {name: each for name, each in FILTERS.items() if name not in (*_UNSAFE, *_UNWANTED)}
    known |= {name: _of_text(FILTERS[name]) for name in _OF_TEXT}
    known |= {
        "center": _narrow(FILTERS["center"], "a line this wide is not padded"),
        "batch": _narrow(FILTERS["batch"], "rows this long are not made"),
        "sort": _sorted,
        "tojson": _unindented,
        "indent": _indented,
        "join": _markup_joined if source is None else source.joined,
    }
    if source is None:
        known |= {"script_hash": _script_hash, "tight": _tightened, "replace": _markup_replaced}
        return known
    del known["tojson"]
    known |= {"replace": _replaced, "trim": partial(_trimmed, source)}
    if source is TypstSource:
        known |= {"typst": _as_typst, "qr": _qr, "vcard": _vcard}
    if source is TextSource:
        known |= {"hang": _hung, "underline": _underlined}
    return known


def html_names() -> dict[str, Callable[..., Any]]:
    """What compiled web pages call instead of Jinja's own functions: the same, but bounded."""
    return {"markup_join": _markup_joined, "str_join": _markup_joined}


def _markup_joined(parts: Iterable[Any], d: str = "") -> str:
    known = [printable(part) for part in parts]
    if any(isinstance(part, Markup) for part in (*known, d)):
        escaped = bounded(map(markup_escape, known), markup_escape(d))
        return Markup(escaped)  # noqa: S704  # each part is escaped
    return bounded(map(str, known), str(d))


def _trimmed(source: type[Source], value: Any) -> str:
    kept = str(printable(value)).strip()
    return source(kept) if isinstance(value, source) else kept


def _replaced(value: Any, old: str, new: str, count: int = -1) -> str:
    text = _replaceable(value, old, new)
    return text.replace(str(old), str(new), count)


@pass_eval_context
def _markup_replaced(
    context: EvalContext, value: Any, old: str, new: str, count: int | None = None
) -> str:
    """Jinja's own, which knows about markup, where the result stays within bounds."""
    _replaceable(value, old, new)
    return do_replace(context, value, old, new, count)


def _replaceable(value: Any, old: str, new: str) -> str:
    """The value as text, if replacing cannot fill the memory.

    Raises:
        SecurityError: the result would be longer than any text of a document.
    """
    text = str(printable(value))
    if len(text) * max(len(new), 1) > MAX_TEXT and text.count(str(old)) * len(new) > MAX_TEXT:
        raise SecurityError("a text this long is not made in a template")
    return text


def _as_typst(value: Any) -> TypstSource:
    if isinstance(value, TypstSource):
        return TypstSource(f"[{value!s}]")
    return TypstSource(escape.typst_value(value))


def _script_hash(script: Markup) -> str:
    """What a page's security policy calls the one script that it allows."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


def _tightened(style: Markup) -> Markup:
    """A style sheet without the spaces that are there for whoever edits it."""
    spared = _SPACED.sub(lambda found: "".join(filter(None, found.groups())), style.strip())
    return Markup(spared.replace(";}", "}"))  # noqa: S704  # escaped as it was


def _qr(value: Any) -> TypstSource:
    """A QR code as a Typst string that holds an SVG picture."""
    from ogpworkshop.render.qr import qr_code  # noqa: PLC0415  # for badges that ask for it

    text = str(printable(value))
    if len(text) > _MOST_IN_QR:
        raise SecurityError("a text this long does not fit into a QR code")
    return TypstSource(f'"{qr_code(text)}"')


def _vcard(member: Member) -> str:
    """Name and organisation for an address book; nothing that the roster keeps to organisers."""
    name, organisation = (
        re.sub(r"([\\,;])", r"\\\1", escape.plain(text)[:_LONGEST_FIELD])
        for text in (member.name, member.organisation)
    )
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", f"N:{name};;;;"]
    return "\r\n".join([*lines, *[f"ORG:{organisation}"] * bool(organisation), "END:VCARD"])


def _hung(value: Any, at: int = 0, mark: str = "", to: int | None = None) -> TextSource:
    if max(at, to or 0) > _WIDEST:
        raise SecurityError("a line this wide is not padded in a template")
    return TextSource(escape.hang(str(printable(value)), at, mark, to))


def _underlined(value: Any, mark: str = "-", columns: int = 78) -> TextSource:
    lines = escape.wrap(escape.plain(str(printable(value))), min(columns, _WIDEST))
    longest = max(map(escape.width, lines), default=0)
    return TextSource("\n".join([*lines, mark * longest]))


def _of_text(apply: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(apply)
    def checked(*given: Any, **more: Any) -> Any:
        for value in given:
            printable(value)
        return apply(*given, **more)

    return checked


def _narrow(apply: Callable[..., Any], refusal: str) -> Callable[..., Any]:
    def narrow(value: Any, columns: int = 78, *rest: Any) -> Any:
        if columns > _WIDEST:
            raise SecurityError(f"{refusal} in a template")
        return apply(value, columns, *rest)

    return narrow


@pass_environment
def _sorted(
    environment: Environment,
    rows: Iterable[Any],
    reverse: bool = False,
    case_sensitive: bool = False,
    attribute: str | int | None = None,
) -> list[Any]:
    """As Jinja's own, but texts stand as readers look for them."""
    order = make_multi_attrgetter(
        environment, attribute, postprocess=None if case_sensitive else _collated
    )
    return sorted(rows, key=order, reverse=reverse)


def _collated(value: Any) -> Any:
    return collation_key(value.strip(ISOLATES)) if isinstance(value, str) else value


def _unindented(value: Any) -> Markup:
    made = htmlsafe_json_dumps(value, json.dumps, separators=(",", ":"), ensure_ascii=False)
    return Markup(_CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", made))  # noqa: S704 - digits


def _indented(value: Any, columns: int = 4, first: bool = False) -> str:
    if columns > _WIDEST:
        raise SecurityError("an indent this deep is not made in a template")
    text = str(printable(value)).replace("\n", "\n" + " " * columns)
    return " " * columns * first + text

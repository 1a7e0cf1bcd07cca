"""The page that lists every name a template can use, made from the types of the view."""

from typing import Any, get_args, get_origin

import msgspec
from msgspec import UNSET, inspect

from ogpworkshop.render import view
from ogpworkshop.render.samples import Samples
from ogpworkshop.render.stock import Stock
from ogpworkshop.render.words import Words

_INTRODUCTION = """\
# What templates see

A template starts with the names of the first table. Dots lead on from there:
`{{ workshop.title }}`, `{% for day in days %}`, `{{ day.sessions[0].slot }}`. Every text is
escaped for the format of the template; a name that does not exist is an error that says where.

Besides these there are `options`, the choices of the document by name, and `document`, which has
`name`, `title` and `summary`; `output` is the format that is made, and `stock` the sheet of cards
of a document that has such an option. `logo` is the file of the theme's logo, in web pages its
content as an address; empty if there is none. Web pages also have `foreign`, which marks elements whose words are not
in the workshop's language, as in `<h2{{ foreign }}>`; `linked_data`, the workshop as schema.org tells
it, for `{{ linked_data|tojson }}`; `filters`, with what sessions have in common (`kinds`, `places`,
`people`, `tracks`) and `filters.of(session)` for the classes of a session; `seats`, the groups of
each session and, sealed, what each number is told, none without a plan or codes; and `calendar_link()`, the
address of a calendar with all sessions, or `calendar_link(session)` with one.
"""
_FILTERS = """\
## Filters of ogp

Besides Jinja's own there are:

| filter | in | what it does |
|---|---|---|
| `typst` | PDF | A value as a Typst expression: text, number, list or dictionary. |
| `script_hash` | HTML | What the security policy of the page calls its script. |
| `tight` | HTML | A style sheet without the spaces that are there for whoever edits it. |
| `qr` | PDF | A QR code as a Typst string that holds an SVG picture. |
| `vcard` | PDF | A participant as an address book takes it: name and organisation. |
| `hang(at, mark, to)` | text | A paragraph within 78 columns, behind a mark. |
| `underline(mark)` | text | A heading with a line below it. |

`safe`, `escape` and `{% autoescape %}` do not exist: nothing can be printed unescaped.
"""


def view_reference(samples: Samples | None = None) -> str:
    """Markdown that lists every field of the view with its description, and with a sample of it."""
    kinds: list[type[msgspec.Struct]] = [*_kinds(view.View), Stock]
    sections = [_section(kind, samples or {}) for kind in kinds]
    return "\n".join([_INTRODUCTION, *sections, _FILTERS])


def _kinds(first: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    """The types of the view in the order in which a reader meets them."""
    found: list[type[msgspec.Struct]] = [first]
    for kind in found:
        for field in msgspec.structs.fields(kind):
            found += [each for each in _structs(field.type) if each not in found]
        if kind is view.Session:
            found.append(view.OrganiserSession)
    # The words are many and simple: last.
    return [kind for kind in found if kind is not Words] + [Words]


def _structs(annotation: Any) -> list[type[msgspec.Struct]]:
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return [annotation]
    return [kind for part in get_args(annotation) for kind in _structs(part)]


def _section(kind: type[msgspec.Struct], samples: Samples) -> str:
    title = "Names to start from" if kind is view.View else _name(kind)
    doc = (kind.__doc__ or "").strip().splitlines()[0]
    lines = [
        f"## {title}",
        "",
        doc,
        "",
        "| name | what it is | | for example |",
        "|---|---|---|---|",
    ]
    own = _new_fields(kind)
    for field in msgspec.structs.fields(kind):
        if field.name in own:
            description = _description(field.type)
            sample = _cell(samples.get((kind, field.name), ""))
            lines.append(f"| `{field.name}` | {description} | {_sort(field.type)} | {sample} |")
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    """A text as a cell of a table, nothing in it taken for Markdown."""
    text = text.replace("`", "'").replace("|", "\\|")
    return f"`{text}`" if text else ""


def _new_fields(kind: type[msgspec.Struct]) -> set[str]:
    """Names of a type's fields; of organisers' sessions only what participants do not get."""
    names = set(kind.__struct_fields__)
    return names & view.HIDDEN[view.Session] if kind is view.OrganiserSession else names


def _name(kind: type[msgspec.Struct]) -> str:
    spaced = "".join(f" {char}" if char.isupper() else char for char in kind.__name__).strip()
    return spaced[0] + spaced[1:].lower()


def _description(annotation: Any) -> str:
    kind = inspect.type_info(annotation) if annotation is not UNSET else None
    schema = getattr(kind, "extra_json_schema", None) or {}
    return str(schema.get("description", "")).replace("|", "\\|")


def _sort(annotation: Any) -> str:
    """What sort of value it is, in a template author's words."""
    inner = get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation
    structs = _structs(inner)
    if get_origin(inner) is tuple:
        return f"list of {_link(structs[0])}" if structs else "list of texts"
    if structs:
        return _link(structs[0])
    plain = {
        str: "text",
        bool: "yes or no",
        int: "number",
        float: "number",
        int | None: "number or none",
    }
    return plain.get(inner, "by name")


def _link(kind: type[msgspec.Struct]) -> str:
    name = _name(kind).lower()
    return f"[{name}](#{name.replace(' ', '-')})"

"""What a maker of documents should know before handing one out: letters and texts that did not fit."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ogpworkshop.render.typst import Compiled, Notice
from ogpworkshop.render.view import View
from ogpworkshop.render.view_people import Member

_LISTED = 5
_SAID = {
    "small": (
        "letters too small to read easily were needed for {whom}",
        "shorten the text, or take more room",
    ),
    "unsure": (
        "the measures of {whom} are not certain",
        "print a test sheet on plain paper first: --set test=yes",
    ),
    "cut": ("not all of the text fits for {whom}", "shorten it, or take more room"),
}


def remarks(compiled: Compiled, seen: View) -> Iterator[str]:
    """A sentence for each sort of trouble, with the names of those it is about."""
    yield from _missing(compiled.missing, seen)
    for what in dict.fromkeys(notice.what for notice in compiled.notices):
        yield _noticed(what, compiled.notices)


def _noticed(what: str, notices: Iterable[Notice]) -> str:
    said, remedy = _SAID.get(what, (f"the template says “{what}” of {{whom}}", ""))
    whom = _listed(dict.fromkeys(each.whom for each in notices if each.what == what))
    return "; ".join(part for part in (said.format(whom=whom), remedy) if part)


def _missing(clusters: Iterable[str], seen: View) -> Iterator[str]:
    """Whose name, or which text, has letters that no font has."""
    lacking = frozenset(clusters)
    if not lacking:
        return
    texts = dict.fromkeys(
        whose for whose, text in _texts(seen) if any(cluster in text for cluster in lacking)
    )
    yield (
        f"no installed font has the letters {' '.join(sorted(lacking))} of "
        f"{_listed(texts) or 'the template'}; their code numbers stand in small figures instead; "
        "install a Noto font for them, or name a folder of fonts with --fonts"
    )


def _listed(texts: Iterable[str]) -> str:
    known = list(texts)
    more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return ", ".join(f"“{text}”" for text in known[:_LISTED]) + more


def _texts(value: Any) -> Iterator[tuple[str, str]]:
    """Every text of the view, and whose it is; a participant with the id, to be found by it."""
    match value:
        case str():
            yield value, value
        case Member():
            own = f"{value.id} {value.name}".strip()
            for text in (value.name, value.organisation, value.country, value.role):
                yield own, text
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _texts(getattr(value, name))
        case tuple():
            for each in value:
                yield from _texts(each)
        case Mapping():
            for each in value.values():
                yield from _texts(each)

"""The report on groups as one web page, with its figures in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from ogpworkshop.errors import OgpError
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.quality import Composition, Met, Quality
from ogpworkshop.model.roster import Roster
from ogpworkshop.render import drawing
from ogpworkshop.render.documents import Rendered, shipped
from ogpworkshop.render.environment import TemplateEnvironment, environment
from ogpworkshop.render.phrases import foreign
from ogpworkshop.render.theme import logo_of
from ogpworkshop.render.viewing import view_of

_TEMPLATE = "group-report/group-report.html.j2"
_MOST_SENTENCES = 12


class Figure(msgspec.Struct, frozen=True):
    """A column; for each round its numbers, a drawing of them, and the numbers as text."""

    column: str
    unit: str
    values: tuple[str, ...]
    rounds: tuple[tuple[Composition, drawing.Bars, tuple[tuple[str, ...], ...]], ...]


def quality_page(  # noqa: PLR0913  # as for documents: what can be given is given by name
    agenda: Agenda,
    roster: Roster,
    plan: GroupPlan,
    quality: Quality,
    *,
    templates: Sequence[Path] = (),
    folder: Path | None = None,
) -> Rendered:
    """The page, with nothing in it that has to be fetched.

    Args:
        agenda: the programme.
        roster: who comes.
        plan: the groups.
        quality: what is known about them.
        templates: the user's folders, which win over what comes with ogp.
        folder: the workshop's, where its logo is.

    Raises:
        OgpError: a template's mistake.
    """
    seen = view_of(agenda, roster, plan)
    english = msgspec.structs.replace(seen.workshop, language="en", direction="ltr")
    names = {field: getattr(seen, field) for field in seen.__struct_fields__}
    logo = logo_of(agenda.written.theme, folder)
    names |= {
        "workshop": english,
        "foreign": foreign(english),
        "logo": logo.as_link if logo else "",
        "quality": quality,
        "figures": figures(quality.compositions),
        "matrix": drawing.matrix(quality.met),
        "meetings": _meetings(quality.met),
        "most_sentences": _MOST_SENTENCES,
        "part": f"{quality.part:.2f}",
        "parts": tuple(
            (f"{each.part:.2f}", round(100 * min(1, each.part), 1)) for each in quality.measures
        ),
    }
    rules = environment("html", shipped(), templates)
    return Rendered(rendered(rules, _TEMPLATE, names).encode("utf-8", "replace"))


def rendered(rules: TemplateEnvironment, template: str, names: dict[str, Any]) -> str:
    """What a template makes of names.

    Raises:
        OgpError: a mistake in it.
    """
    try:
        return "".join(rules.get_template(template).generate(names))
    except OgpError:
        raise
    except Exception as error:  # noqa: BLE001  # a template can raise whatever Python can
        from ogpworkshop.render.faults import explained  # noqa: PLC0415  # for faults alone

        raise explained(error, rules, template, set(names)) from None


def figures(compositions: Sequence[Composition]) -> tuple[Figure, ...]:
    """The drawings of each column together; a value has one fill in all of them."""
    columns: dict[str, list[Composition]] = {}
    for each in compositions:
        columns.setdefault(each.column, []).append(each)
    found = []
    for column, rounds in columns.items():
        values = tuple(dict.fromkeys(value for each in rounds for value in each.values))
        alike = [_in_order(each, values) for each in rounds]
        drawn = tuple((each, drawing.bars(each), _texts(each)) for each in alike)
        found.append(Figure(column, rounds[0].unit, values, drawn))
    return tuple(found)


def _texts(figure: Composition) -> tuple[tuple[str, ...], ...]:
    digits = 2 if figure.unit == "mean" else 0
    return tuple(tuple(f"{number:.{digits}f}" for number in row) for row in figure.numbers)


def _in_order(figure: Composition, values: tuple[str, ...]) -> Composition:
    own = {value: v for v, value in enumerate(figure.values)}
    numbers = tuple(
        tuple(row[own[value]] if value in own else 0.0 for value in values)
        for row in figure.numbers
    )
    return msgspec.structs.replace(figure, values=values, numbers=numbers)


def _meetings(met: Met) -> tuple[tuple[str, int, float], ...]:
    """How many pairs meet how often, in words, and as a part of the most."""
    most = max(met.numbers, default=0) or 1
    words = {0: "never", 1: "once", 2: "twice"}
    return tuple(
        (words.get(times, f"{times} times"), pairs, round(100 * pairs / most, 1))
        for times, pairs in enumerate(met.numbers)
    )

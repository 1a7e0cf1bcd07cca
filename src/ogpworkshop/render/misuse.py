"""Says in words what went wrong where a template uses values for what they are not."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ogpworkshop.render.view_people import Shown

_TOGETHER = "these values cannot be used together like this"
_CASES: tuple[tuple[str, str, str], ...] = (
    (
        r"unsupported operand type\(s\) for \+|can only concatenate",
        "a text and a number, or a list, cannot be added up",
        "~ puts any two together as text: {{ workshop.title ~ 3 }}.",
    ),
    (r"unsupported operand", "only numbers can be computed with", ""),
    (
        r"not supported between instances",
        "values of different sorts cannot be compared or put in order",
        "",
    ),
    (r"object is not callable", "this is a value and not a function", "Leave the brackets out."),
    (
        r"'NoneType' object is not iterable",
        "there is none here to go through",
        "Ask first: {% if … %}.",
    ),
    (r"object is not iterable", "this is no list to go through", ""),
    (r"division|modulo by zero", "a number is divided by zero", ""),
    (r"macro '(\w+)' takes not more than", "the macro “{0}” is given more than it takes", ""),
    (r"macro '(\w+)' takes no keyword argument '(\w+)'", "the macro “{0}” has no “{1}”", ""),
    (r"required positional arguments?: '(\w+)'", "“{0}” is missing in the brackets", ""),
    (r"required positional arguments?: (.+)", "something is missing in the brackets", ""),
    (r"unexpected keyword argument '(\w+)'", "nothing in these brackets is called “{0}”", ""),
    (r"positional arguments? but \d+ w", "more is given in the brackets than it takes", ""),
    (r"multiple values for argument '(\w+)'", "“{0}” is given twice", ""),
    (r"interpreted as an integer|list index", "a number is needed here", ""),
)


def misused(error: Exception) -> tuple[str, str]:
    """What an error of Python means to a template's author; "" for a remedy that is not known."""
    complaint = str(error)
    for pattern, message, remedy in _CASES:
        match = re.search(pattern, complaint)
        if match:
            return message.format(*match.groups()), remedy
    return _TOGETHER, ""


_PLAIN: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "a yes or no"),
    (str, "a text"),
    ((int, float), "a number"),
)


def without(value: Any, name: object) -> tuple[str, str]:
    """That a value has no such name, and what to do; "" for a remedy that is not known."""
    if value is None:
        return f"there is none here, so that it has no “{name}”", "Ask first: {% if … %}."
    if isinstance(value, Sequence) and not isinstance(value, str):
        if isinstance(name, int):
            return f"a list of {len(value)} has no place {name}", "The first is 0; ask |length."
        loop = "{% for one in … %}"
        return f"a list has no “{name}”, only its parts have", f"Go through it: {loop}."
    if isinstance(value, Shown):
        return f"{_a(type(value).__name__)} has no “{name}”", ""
    for sort, words in _PLAIN:
        if isinstance(value, sort):
            return f"{words} has no “{name}”", ""
    return f"there is no “{name}” here", ""


def known(value: Any) -> list[str]:
    """Names that can be asked of a value."""
    if isinstance(value, Mapping):
        return [str(key) for key in value]
    fields = getattr(value, "__struct_fields__", None)
    if fields is not None:
        return list(fields)
    # of texts, loops and macros: what is open to a template
    return [each for each in dir(value) if not each.startswith("_")]


def _a(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"

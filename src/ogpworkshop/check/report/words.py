"""Words that the report formats share."""

import unicodedata

Line = tuple[tuple[str, str], ...]
"""One line of output as (text, style) parts; the styles are rich's."""

_KEPT_FORMATS = frozenset({"\u200c", "\u200d"})  # joiners, which scripts of South Asia need


def shown(text: str) -> str:
    """A text as it can go to a terminal: one line, no control or direction character left raw."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    if letter == "\t":
        return " "
    if ord(letter) < 0x20:
        return chr(0x2400 + ord(letter))
    category = unicodedata.category(letter)
    if category in {"Cc", "Cs", "Zl", "Zp"} or (category == "Cf" and letter not in _KEPT_FORMATS):
        return "\ufffd"
    return letter


def said(message: str, label: str) -> str:
    """A finding in one line: its message, and its label where that says more."""
    return message if not label or label in message else f"{message}: {label}"

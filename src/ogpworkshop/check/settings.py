"""What the agenda's `check` section asks of the checks."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ogpworkshop.check.catalogue import CataloguedRule
from ogpworkshop.check.finding import Severity
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.near import nearest
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.time import Minutes, read_length

_PATH = Path(("check",))
_SECTIONS = ("select", "ignore", "severity")
_LEVELS = {"info": Severity.INFO, "warning": Severity.WARNING, "error": Severity.ERROR}


class Settings(msgspec.Struct, frozen=True):
    """Which rules run, how much their findings matter, and with which limits.

    Attributes:
        on: codes of the rules that run.
        severities: by code, where they differ from the rule's own.
        options: by code, keyword arguments of the check.
        faults: what could not be understood in the section.
    """

    on: frozenset[str]
    severities: dict[str, Severity] = {}
    options: dict[str, dict[str, Any]] = {}
    faults: tuple[Fault, ...] = ()


def settings_of(section: Mapping[str, Any], rules: Mapping[str, CataloguedRule]) -> Settings:
    """The settings that a `check` section means for the rules at hand."""
    reader = _Reader(rules)
    on = {code for code, known in rules.items() if known.rule.is_on}
    on |= reader.codes(section.get("select"), _PATH / "select")
    severities = reader.severities(section.get("severity"))
    options: dict[str, dict[str, Any]] = {}
    for code, value in section.items():
        if code in _SECTIONS:
            continue
        if code not in rules:
            reader.unknown(code, Place(_PATH / code, key=True), (*rules, *_SECTIONS))
        else:
            options[code] = reader.options(code, value)
            on.add(code)
    on -= reader.codes(section.get("ignore"), _PATH / "ignore")
    return Settings(frozenset(on), severities, options, tuple(reader.faults))


def expand(word: str, rules: Iterable[str]) -> frozenset[str]:
    """The codes that a code or a family stands for; none if it is neither."""
    return frozenset(code for code in rules if code == word or code.startswith(f"{word}-"))


class _Reader:
    """Collects faults while the section is read."""

    def __init__(self, rules: Mapping[str, CataloguedRule]) -> None:
        self.rules = rules
        self.families = {code.split("-")[0] for code in rules}
        self.faults: list[Fault] = []

    def unknown(self, word: str, place: Place, known: Iterable[str]) -> None:
        near = nearest(word, known)
        hint = f"; did you mean “{near}”?" if near else "; `ogp rule` lists them"
        message = f"“{word}” is no check of ogp{hint}"
        title = f"write {near}" if near else ""
        label = "no such check"
        self.faults.append(Fault("key-unknown", place, message, label, near, title))

    def wrong(self, path: Path, wanted: str) -> None:
        message = f"“{path[-1]}” in the check section is not {wanted}"
        self.faults.append(Fault("type-wrong", Place(path), message, f"{wanted} is meant here"))

    def codes(self, value: Any, path: Path) -> set[str]:
        """Codes and families of a list, each code once."""
        if value is None:
            return set()
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            self.wrong(path, "a list of checks")
            return set()
        codes: set[str] = set()
        for position, word in enumerate(words):
            found = expand(word, self.rules)
            if not found:
                self.unknown(word, Place(path / position), (*self.rules, *self.families))
            codes |= found
        return codes

    def severities(self, value: Any) -> dict[str, Severity]:
        severities: dict[str, Severity] = {}
        path = _PATH / "severity"
        if value is not None and not isinstance(value, dict):
            self.wrong(path, "a mapping of checks and severities")
            return {}
        # families first, so that a single check can differ from its family
        for word, level in sorted((value or {}).items(), key=lambda pair: "-" in pair[0]):
            found = expand(word, self.rules)
            if not found:
                place = Place(path / word, key=True)
                self.unknown(word, place, (*self.rules, *self.families))
            elif level not in _LEVELS:
                self.wrong(path / word, "one of info, warning and error")
            else:
                severities |= dict.fromkeys(found, _LEVELS[level])
        return severities

    def options(self, code: str, value: Any) -> dict[str, Any]:
        """Keyword arguments of one check."""
        path = _PATH / code
        rule = self.rules[code].rule
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.wrong(path, "a mapping of options")
            return {}
        options: dict[str, Any] = {}
        for name, text in value.items():
            if name not in rule.options:
                self.unknown_option(code, name, rule.options)
                continue
            wanted, option = _converted(
                text, rule.options[name], rule.check.__annotations__.get(name)
            )
            if option is None:
                self.wrong(path / name, wanted)
            else:
                options[name] = option
        return options

    def unknown_option(self, code: str, name: str, known: Mapping[str, Any]) -> None:
        near = nearest(name, known)
        hint = f"; did you mean “{near}”?" if near else ""
        message = f"“{name}” is not an option of {code}{hint}"
        place = Place(_PATH / code / name, key=True)
        title = f"write {near}" if near else ""
        self.faults.append(Fault("key-unknown", place, message, "no such option", near, title))


def _converted(value: Any, default: Any, annotation: Any) -> tuple[str, Any]:
    """What is wanted in words, and the value in the option's type, None if it is not of it."""
    text = value if isinstance(value, str) else ""
    if annotation is Minutes:
        return "a length such as 90m or 1h30", read_length(text)
    if isinstance(default, bool):
        words = {"true": True, "yes": True, "false": False, "no": False}
        return "true or false", words.get(text.casefold())
    if isinstance(default, int):
        return "a whole number", int(text) if text.isdecimal() and len(text) < 10 else None
    if isinstance(default, tuple):
        parts = [text] if text else value
        is_list = isinstance(parts, list) and all(isinstance(part, str) for part in parts)
        return "a list of texts", tuple(parts) if is_list else None
    return "a text", text or None

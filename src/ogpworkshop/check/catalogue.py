"""All rules by their codes, found where they stand: `rules/<family>/<fault>.py`."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import msgspec

from ogpworkshop.check import rules
from ogpworkshop.check.finding import Rule
from ogpworkshop.check.page import Page, parse_page


class CataloguedRule(msgspec.Struct, frozen=True):
    """A rule with its place in the catalogue.

    Attributes:
        code: `break-short` for `rules/break_/short.py`.
        family: `break`; a setting for the family holds for all its rules.
        rule: what the module declares.
        module: where it is declared.
    """

    code: str
    family: str
    rule: Rule
    module: ModuleType

    @property
    def page(self) -> Page:
        """Its manual page, read from the module's docstring."""
        return parse_page(self.module.__doc__ or "", self.rule)


@cache
def catalogue() -> dict[str, CataloguedRule]:
    """Every rule by its code, family by family.

    Raises:
        TypeError: when a module among the rules does not declare exactly one.
    """
    found: dict[str, CataloguedRule] = {}
    for family in sorted(module.name for module in iter_modules(rules.__path__)):
        package = import_module(f"{rules.__name__}.{family}")
        for fault in sorted(module.name for module in iter_modules(package.__path__)):
            known = _declared(family, import_module(f"{package.__name__}.{fault}"))
            found[known.code] = known
    return found


def families() -> dict[str, str]:
    """Every family with the sentence that says what its rules are about."""
    packages = {
        known.family: import_module(known.module.__name__.rpartition(".")[0])
        for known in catalogue().values()
    }
    return {family: (package.__doc__ or "").strip() for family, package in packages.items()}


def _declared(folder: str, module: ModuleType) -> CataloguedRule:
    declared = [value for value in vars(module).values() if isinstance(value, Rule)]
    if len(declared) != 1:
        message = f"{module.__name__} declares {len(declared)} rules, not one"
        raise TypeError(message)
    # a folder is called break_ where Python keeps the word for itself
    family = folder.rstrip("_")
    fault = module.__name__.rpartition(".")[2].rstrip("_").replace("_", "-")
    return CataloguedRule(f"{family}-{fault}", family, declared[0], module)

"""Each rule's fault, put into clean agendas: row B3.

`python bench/faults.py [CODE…]` lists what was not found, and what else was an error.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

import faults_of_content
import faults_of_time
from injecting import INJECTORS, Clean, clean_agendas, findings
from measure import Row

from ogpworkshop.check.finding import Severity

__all__ = ["INJECTORS", "Injected", "faults_of_content", "faults_of_time", "injected", "rows"]

MOST = 3  # of a kind in one agenda
BAR = 99.0


@dataclass(frozen=True)
class Injected:
    """A fault in an agenda, whether it is found, and which other errors are."""

    agenda: str
    text: str
    is_found: bool
    others: tuple[str, ...]


@cache
def _clean() -> list[Clean]:
    return clean_agendas()


def injected(code: str) -> Iterator[Injected]:
    """Every fault of a rule in every agenda that can have it."""
    for agenda in _clean():
        for injector in INJECTORS[code]:
            for text in islice(injector(agenda), MOST):
                found = findings(text)
                errors = {each.code for each in found if each.severity == Severity.ERROR}
                is_found = code in {each.code for each in found}
                yield Injected(agenda.name, text, is_found, tuple(sorted(errors - {code})))


def rows() -> list[Row]:
    """The recall over all rules, and how many other errors there were."""
    every = [each for code in INJECTORS for each in injected(code)]
    n_found = sum(each.is_found for each in every)
    recall = 100 * n_found / len(every)
    n_others = sum(bool(each.others) for each in every)
    measure = f"faults of {len(INJECTORS)} rules, found in {len(_clean())} clean agendas"
    bar = f"≥ {BAR:g} %"
    found, made = f"{n_found:,}", f"{len(every):,}"
    return [
        Row("B3", measure, found, made, f"{recall:.2f} %", bar, recall >= BAR),
        Row("B3", "with another error beside them", f"{n_others}", "", "", "0", n_others == 0),
    ]


def main() -> None:
    """Say what was not found, and what else was."""
    for code in sys.argv[1:] or INJECTORS:
        every = list(injected(code))
        print(f"{code:26} {sum(each.is_found for each in every)}/{len(every)}")
        for each in every:
            if not each.is_found or each.others:
                what = "" if each.is_found else "not found "
                print(f"   {each.agenda}: {what}{', '.join(each.others)}")


if __name__ == "__main__":
    main()

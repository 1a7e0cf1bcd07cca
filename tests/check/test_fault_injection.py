"""Each rule's fault, put into clean agendas, is found; nothing else becomes an error."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))

from faults import INJECTORS, injected

from ogpworkshop.check.catalogue import catalogue


def test_faults_are_of_rules_that_exist():
    assert set(INJECTORS) <= set(catalogue())
    assert len(INJECTORS) >= 60


@pytest.mark.parametrize("code", INJECTORS)
def test_a_fault_in_a_clean_agenda_is_found_and_brings_no_other_error(code: str):
    every = list(injected(code))
    assert every, "no clean agenda can have this fault"
    missed = [(each.agenda, each.text) for each in every if not each.is_found]
    assert missed == []
    assert [(each.agenda, each.others) for each in every if each.others] == []

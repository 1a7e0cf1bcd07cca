"""The catalogue: what stands among the rules is found, and has the shape of a rule."""

import re
import subprocess
import sys
from types import ModuleType

import pytest

from ogpworkshop.check import catalogue as module
from ogpworkshop.check.catalogue import catalogue
from ogpworkshop.check.finding import Rule, Severity, rule
from ogpworkshop.check.manual import markdown
from ogpworkshop.check.page import parse_page
from ogpworkshop.model.time import Minutes


def test_a_code_is_the_place_of_its_module():
    known = catalogue()["slot-zero-length"]
    assert known.module.__name__ == "ogpworkshop.check.rules.slot.zero_length"
    assert known.family == "slot"
    assert catalogue()["break-overlap"].family == "break"


def test_rules_stand_in_the_order_of_their_modules():
    names = [known.module.__name__ for known in catalogue().values()]
    assert names == sorted(names)
    assert len(names) >= 160


def test_a_module_without_a_rule_is_a_mistake_of_ours():
    with pytest.raises(TypeError, match="declares 0 rules"):
        module._declared("slot", ModuleType("ogpworkshop.check.rules.slot.nothing"))  # noqa: SLF001


def test_a_module_with_two_rules_is_a_mistake_of_ours():
    two = ModuleType("ogpworkshop.check.rules.slot.twice")
    two.first = two.second = rule(Severity.ERROR, since="0.1")(lambda: iter(()))  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="declares 2 rules"):
        module._declared("slot", two)  # noqa: SLF001


def test_every_rule_says_when_it_came_and_takes_documents_only():
    for known in catalogue().values():
        assert isinstance(known.rule, Rule)
        assert known.rule.since
        assert set(known.rule.takes) <= {"agenda", "roster", "plan", "baseline"}


def test_options_come_from_the_signature_with_their_units():
    options = catalogue()["break-stretch"].page.options
    assert [(each.name, each.default, each.unit) for each in options] == [("limit", 120, "minutes")]


def test_a_page_is_taken_apart_by_its_headings():
    def check(*, limit: Minutes = 5, loud: bool = False):
        return iter(() if loud else (limit,))

    text = """Too long.

## Why it matters
Because.

## Example
- {time: "09:00-10:00", title: A}

```csv participants.csv
id,name
```

## Instead
days: []

## Options
- limit: how long, in
  minutes.
- loud: whether it shouts.
"""
    page = parse_page(text, rule(Severity.INFO, since="0.1")(check))
    assert page.summary == "Too long."
    assert page.example.agenda == 'days:\n  - sessions:\n      - {time: "09:00-10:00", title: A}\n'
    assert page.example.files == {"participants.csv": "id,name\n"}
    assert page.instead.agenda == "days: []\n"
    assert [(each.name, each.unit, each.meaning) for each in page.options] == [
        ("limit", "minutes", "how long, in minutes."),
        ("loud", "", "whether it shouts."),
    ]


def test_rules_are_found_without_loading_what_they_do_not_need():
    program = (
        "import sys; from ogpworkshop.check.catalogue import catalogue; catalogue();"
        "print(sorted({'numpy', 'jinja2', 'typst', 'rich', 'yaml', 'babel'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_options_stand_below_their_heading_on_the_page():
    text = markdown(catalogue()["break-stretch"])
    assert re.search(r"## Options\n\n- `limit` \(default 120 minutes\): ", text)

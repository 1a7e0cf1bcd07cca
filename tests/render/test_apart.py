"""Typst code of one's own templates: bounded in memory and time, and otherwise as any other."""

import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.render import apart, documents

_SLOW = "#{ let sum = 0; for _ in range(9000) { for each in range(90000) { sum += each } } }"


@pytest.mark.parametrize(
    ("code", "seconds"), [("#range(1000000000).len()", 60), (_SLOW, 1)], ids=["memory", "time"]
)
def test_code_without_end_is_refused_with_the_name_of_its_template(
    code, seconds, template, founding, monkeypatch
):
    monkeypatch.setattr(apart, "MAX_SECONDS", seconds)
    with pytest.raises(OgpError) as caught:
        template(code, "pdf", founding)

    assert caught.value.message == (
        "programme/programme.typ.j2: its Typst code takes more memory or time than any document needs"
    )


def test_a_document_of_ones_own_template_is_that_of_the_shipped_one(template, founding):
    own = template('{% extends "shipped/programme/programme.typ.j2" %}', "pdf", founding)

    assert own == documents.render("programme", "pdf", founding)


def test_a_mistake_in_typst_code_is_told_with_its_line(template, founding):
    with pytest.raises(OgpError, match=r"programme\.typ\.j2:2: .*unknown variable: nothing-such"):
        template("one\n#nothing-such\n", "pdf", founding)


def test_shipped_templates_start_no_other_process(founding, tmp_path, monkeypatch):
    monkeypatch.setattr(apart.subprocess, "run", pytest.fail)
    (tmp_path / "badges").mkdir()
    (tmp_path / "badges" / "badges.typ.j2").write_text("#range(1000000000)")

    assert documents.render("programme", "pdf", founding, templates=[tmp_path]).content

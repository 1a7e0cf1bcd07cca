"""A text written as a YAML scalar is read as that text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ogpworkshop.source.yaml import parse, quoted


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["", "'", '"']))
@example("a\x85b", "'")
@example("a\u2028b", "")
@example("a\r\n\tb\x07", "'")
@example("\ufeffa", "")
def test_any_text_in_any_quotes_is_read_as_it_was(text, style):
    written = quoted(text, style)
    assert "\n" not in written
    for content in (written, f"a: {written}\n", f"[{written}, {written}]"):
        node = parse(content)
        scalars = [value for _, value in node.pairs] or node.parts or [node]
        assert {scalar.text for scalar in scalars} == {text}

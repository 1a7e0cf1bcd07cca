"""What a notation is made of: figures alone are read by a pattern of their own, to the same end."""

from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.read import moments


@given(st.text("0129 :.-–", max_size=12))
def test_figures_alone_are_told_as_by_the_pattern_for_all_notations(text):
    short, whole = moments.token_pattern(text), moments.token_pattern(f"{text} to")
    assert short is not whole
    for at in range(len(text)):
        found, other = short.match(text, at), whole.match(text, at)
        assert (found is None) == (other is None)
        if found and other:
            assert found.span() == other.span()
            assert found.lastgroup == other.lastgroup
            named = found.groupdict()
            assert named == {name: other[name] for name in named}

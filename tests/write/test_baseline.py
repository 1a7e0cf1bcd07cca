"""What is written as a baseline is read as what was accepted."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.model.baseline import Acknowledged
from ogpworkshop.model.path import BASELINE
from ogpworkshop.read.baseline import read_baseline
from ogpworkshop.write.baseline import baseline_yaml, is_baseline

words = st.text(st.characters(exclude_categories=["Cs"]))
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/\\"), min_size=1)
acknowledged = st.builds(
    lambda name, code, digits, message: Acknowledged(
        BASELINE, f"/workshop/{name}.yaml", code, f"{digits:016x}", message
    ),
    names,
    st.sampled_from(["slot-gap", "time-space", "slot-zero-length"]),
    st.integers(0, 2**64 - 1),
    words,
)


@settings(deadline=None)
@given(st.lists(acknowledged, unique_by=lambda each: (each.file, each.code, each.fingerprint)))
def test_a_baseline_is_read_as_it_was_written(accepted):
    file = Path("/workshop/ogp-baseline.yaml")
    content = baseline_yaml(accepted, file)
    assert is_baseline(content)
    read, _ = read_baseline(content, str(file))
    assert {
        (each.file, each.code, each.fingerprint, each.message) for each in read.acknowledged
    } == {(each.file, each.code, each.fingerprint, each.message) for each in accepted}
    assert baseline_yaml(read.acknowledged, file) == content


def test_a_baseline_is_the_same_in_whatever_order_the_findings_come():
    file = Path("/workshop/ogp-baseline.yaml")
    one = Acknowledged(BASELINE, "/workshop/a.yaml", "slot-gap", "0" * 16, "A")
    other = Acknowledged(BASELINE, "/workshop/b/a.yaml", "slot-gap", "1" * 16, "B")
    assert baseline_yaml([one, other], file) == baseline_yaml([other, one], file)


def test_files_are_named_as_seen_from_the_baseline():
    one = Acknowledged(BASELINE, "/workshop/a.yaml", "slot-gap", "0" * 16, "A")
    assert b"  a.yaml:\n" in baseline_yaml([one], Path("/workshop/base.yaml"))
    assert b'  "../a.yaml":\n' in baseline_yaml([one], Path("/workshop/checks/base.yaml"))

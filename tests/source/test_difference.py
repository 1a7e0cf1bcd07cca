"""Differences: git makes the new text of the old one, whatever the two are."""

import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.source.difference import changes, unified

LINES = st.lists(st.sampled_from(["a\n", "b\n", "- c: d\r\n", "é\n", "\n", "x \n"]), max_size=30)


@given(LINES, LINES)
def test_the_changes_lead_from_the_old_lines_to_the_new_ones(old, new):
    made, at = [], 0
    for change in changes(old, new):
        assert change.old == old[change.start : change.end] != change.new
        made += [*old[at : change.start], *change.new]
        at = change.end
    assert made + old[at:] == new


@settings(max_examples=25, deadline=None)
@given(LINES, LINES, st.booleans(), st.booleans())
def test_git_applies_it(tmp_path_factory, old, new, is_cut, is_new_cut):
    before = "".join(old).rstrip("\n") if is_cut else "".join(old)
    after = "".join(new).rstrip("\n") if is_new_cut else "".join(new)
    folder = tmp_path_factory.mktemp("patch")
    (folder / "a.txt").write_bytes(before.encode())
    difference = "".join(unified("a.txt", before, after))
    if not difference:
        assert before == after
        return
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"], cwd=folder, input=difference.encode(),
        check=True, capture_output=True,
    )  # fmt: skip
    assert (folder / "a.txt").read_bytes() == after.encode()


def test_changes_far_apart_stand_in_hunks_of_their_own():
    old = [f"line {number}\n" for number in range(40)]
    new = [line.replace("line", "row") if line in old[5:7] + old[30:31] else line for line in old]
    text = "".join(unified("a", "".join(old), "".join(new)))
    assert [line for line in text.splitlines() if line.startswith("@@")] == [
        "@@ -3,8 +3,8 @@",
        "@@ -28,7 +28,7 @@",
    ]

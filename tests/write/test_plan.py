"""groups.csv as ogp writes it."""

from hypothesis import given
from hypothesis import strategies as st

from ogpworkshop.model.path import PLAN
from ogpworkshop.model.plan import GroupPlan, Placement
from ogpworkshop.read.plan import read_plan
from ogpworkshop.write.plan import is_plan, plan_csv

LETTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\ufffd")
CELLS = st.text(LETTERS | st.sampled_from("=+-@',;\"\n"), max_size=8).map(str.strip)
PLACEMENTS = st.builds(
    Placement,
    path=st.just(PLAN),
    session=CELLS,
    round=st.integers(1, 12),
    group=st.integers(1, 40),
    topic=CELLS,
    room=CELLS,
    participant=CELLS,
    name=CELLS,
    role=CELLS,
)


def placement(participant: str, *, group: int = 1, number: int = 1, name: str = "") -> Placement:
    return Placement(PLAN, "lab", number, group, "", "", participant, name)


def test_rows_are_sorted_by_round_group_and_participant():
    plan = GroupPlan((placement("b", number=2), placement("c", group=2), placement("a")))
    assert plan_csv(plan).decode() == (
        "session,round,group,topic,room,participant,name,role\n"
        "lab,1,1,,,a,,\n"
        "lab,1,2,,,c,,\n"
        "lab,2,1,,,b,,\n"
    )


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed_and_read_back_as_it_was():
    plan = GroupPlan((placement("p01", name='=HYPERLINK("x")'),))
    content = plan_csv(plan)
    assert b"\"'=HYPERLINK" in content
    assert read_plan(content, "groups.csv")[0].placements[0].name == '=HYPERLINK("x")'


@given(st.lists(PLACEMENTS, max_size=8))
def test_what_is_written_is_read_back(placements):
    content = plan_csv(GroupPlan(tuple(placements)))
    plan, _ = read_plan(content, "groups.csv")
    assert plan.faults == ()
    assert plan_csv(plan) == content
    pathless = [
        sorted(repr((each.session, each.round, each.group, each.topic, each.room,
                     each.participant, each.name, each.role)) for each in some)
        for some in (placements, plan.placements)
    ]  # fmt: skip
    assert pathless[0] == pathless[1]


def test_its_own_files_are_known_even_when_a_spreadsheet_saved_them():
    content = plan_csv(GroupPlan((placement("p01"),)))
    assert is_plan(content)
    assert is_plan(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert not is_plan(b"id,name\np01,Maria\n")
    assert not is_plan(b"")

"""agenda.yaml out of its shape: what is read again is what was written."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpworkshop.model import written
from ogpworkshop.model.path import ROOT
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.dates import read_date
from ogpworkshop.read.notation import read_slot
from ogpworkshop.write.agenda import agenda_yaml

TEXT = st.text(min_size=1, max_size=40) | st.sampled_from(
    ["no", "9:30", "# x", "- a", "a: b", "'", '"', "a\nb", "a\n\nb", " x", "x ", "{a}", "[b], c", "~", "null",
     "@x", "word " * 30 + "end", "1_000", "é\u0301", "\ud7ff", "a\tb"]
)  # fmt: skip
SESSION = st.builds(
    written.Session,
    time=st.sampled_from(["09:00-10:00", "9.30 – 11", "10:00- 11:00", "soon", "9:30"]).map(
        read_slot
    ),
    title=TEXT,
    summary=st.none() | TEXT,
    speakers=st.lists(TEXT, max_size=3).map(tuple),
    parallel=st.booleans(),
    talks=st.lists(
        st.builds(written.Talk, title=TEXT, speakers=st.lists(TEXT, max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple),
)
FILE = st.builds(
    written.AgendaFile,
    workshop=st.builds(written.Workshop, title=TEXT, objectives=st.lists(TEXT, max_size=2).map(tuple)),
    rooms=st.dictionaries(TEXT, st.builds(written.Room, name=TEXT), max_size=2),
    days=st.lists(
        st.builds(
            written.Day,
            date=st.sampled_from(["2026-03-02", "7 August", "soon"]).map(read_date),
            title=TEXT,
            sessions=st.lists(SESSION, min_size=1, max_size=3).map(tuple),
        ),
        min_size=1, max_size=2,
    ).map(tuple),
)  # fmt: skip


def bare(value):
    """A shape without its paths, which a file gives anew."""
    if isinstance(value, msgspec.Struct):
        fields = {name: bare(getattr(value, name)) for name in value.__struct_fields__}
        if "path" in fields:
            fields["path"] = ROOT
        return type(value)(**fields)
    if isinstance(value, tuple):
        return tuple(bare(each) for each in value)
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items()}
    return value


@settings(max_examples=200, deadline=None)
@given(FILE)
def test_what_is_written_is_read_again(file):
    content = agenda_yaml(file)
    agenda, _ = read_agenda(content, "agenda.yaml")
    assert [fault for fault in agenda.faults if fault.kind != "text-unplaced"] == []
    assert bare(agenda.written) == bare(file)


@settings(max_examples=100, deadline=None)
@given(TEXT, st.lists(TEXT, max_size=3))
def test_comments_never_become_content(head, kept):
    file = written.AgendaFile(workshop=written.Workshop(title="Water"))
    content = agenda_yaml(file, head=[" ".join(head.split())], not_placed=kept)
    agenda, _ = read_agenda(content, "agenda.yaml")
    assert agenda.workshop.title == "Water"


def test_texts_that_have_no_place_are_found_again_when_the_file_is_checked():
    file = written.AgendaFile(workshop=written.Workshop(title="Water"))
    content = agenda_yaml(file, not_placed=["Bring your\nbadge", "Tea"])
    agenda, source = read_agenda(content, "agenda.yaml")
    assert [fault.kind for fault in agenda.faults] == ["text-unplaced"] * 2
    span = source.locate(agenda.faults[0].place)
    assert source.lines.text[span.start : span.end] == "Bring your badge"

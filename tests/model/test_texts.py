"""Every text of an agenda is found where it stands."""

from ogpworkshop.model.path import Place
from ogpworkshop.model.texts import is_whole, texts
from ogpworkshop.read.agenda import read_agenda

TEXT = """
workshop: {title: T1, summary: T2, objectives: [T3]}
rooms: {a: {name: T4}, b: {}}
people: {p: {name: T5}}
days:
  - date: 2017-08-07
    title: T6
    sessions:
      - title: T7
        summary: T8
        notes: T9
        questions: [T10]
        materials: [T11]
        talks: [{title: T12, speakers: [T14]}]
        chair: T13
"""


def test_each_text_has_its_place():
    agenda, source = read_agenda(TEXT.encode(), "agenda.yaml")
    found = {text: source.locate(Place(path)) for path, text in texts(agenda)}
    assert set(found) == {f"T{number}" for number in range(1, 15)}
    assert all(TEXT[span.start : span.end] == text for text, span in found.items())
    assert not is_whole(agenda)

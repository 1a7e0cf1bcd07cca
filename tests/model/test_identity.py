"""Who is meant by a name, with a roster and without one."""

import pytest

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.identity import Identities, headcount, names_nobody
from ogpworkshop.model.path import ROSTER
from ogpworkshop.model.roster import Participant, Roster
from ogpworkshop.model.written import AgendaFile, Person, Workshop


def agenda(**people: str) -> Agenda:
    return Agenda(AgendaFile(people={key: Person(name=name) for key, name in people.items()}))


def roster(*names: str, status: str = "") -> Roster:
    return Roster(
        participants=tuple(
            Participant(ROSTER / at, f"p{at}", name, {"status": status})
            for at, name in enumerate(names)
        )
    )


def test_id_key_and_name_are_one_person():
    people = Identities(agenda(bayu="Bayu Prasetyo"), roster("Lualhati Reyes", "Bayu Prasetyo"))
    assert (
        len({people.of(ref) for ref in ("p1", "bayu", "Bayu Prasetyo", "Dr. BAYU  prasetyo")}) == 1
    )
    assert people.of("p0") == people.of("Ms. Lualhati Reyes (OGP)") != people.of("p1")


def test_a_name_nobody_is_known_by_is_still_one_person():
    people = Identities(agenda())
    assert people.of("Zoë Márquez") == people.of("zoe marquez")
    assert people.find("Zoë Márquez") is None
    assert people.name("Zoë Márquez") == "Zoë Márquez"


@pytest.mark.parametrize(
    ("ref", "near"),
    [
        ("Bayu Prasetja", "Bayu Prasetyo"),
        ("byau", "bayu"),
        ("Bayu Kurniawan", None),
        ("Maria Cruz", None),
        ("siti", None),
    ],
)
def test_only_near_misses_are_taken_for_a_slip(ref: str, near: str | None):
    assert Identities(agenda(bayu="Bayu Prasetyo", si="Siwi Atmaja")).nearest(ref) == near


@pytest.mark.parametrize(
    "ref",
    ["TBC", "t.b.d.", "N.N.", "All participants", "facilitators", "Group leads", "Moderator", "…"],
)
def test_some_references_name_nobody(ref: str):
    assert names_nobody(ref)


@pytest.mark.parametrize("ref", ["Allan Moore", "Tom Speaker", "Alla", "Teamira"])
def test_names_that_look_a_little_like_that_name_somebody(ref: str):
    assert not names_nobody(ref)


@pytest.mark.parametrize("ref", ["Ministry of Finance", "UNDP", "World Bank", "Open Data Labs"])
def test_organisations_are_known_by_their_words(ref: str):
    assert Identities(agenda()).is_organisation(ref)


@pytest.mark.parametrize("ref", ["Maria Cruz", "Bankole Ade", "Ola", "Jan Labský"])
def test_people_are_no_organisations(ref: str):
    assert not Identities(agenda()).is_organisation(ref)


def test_heads_are_counted_as_stated_or_as_they_come():
    stated = Agenda(AgendaFile(workshop=Workshop(expected=30)))
    assert headcount(stated, roster("A", "B")) == 30
    assert headcount(agenda(), roster("A", "B")) == 2
    assert headcount(agenda(), roster("A", "B", status="cancelled")) == 0
    assert headcount(agenda()) is None

"""Lists of people in one cell: parted where it is sure, left as they are where it is not."""

import pytest

from ogpworkshop.read.anything import read_any
from ogpworkshop.read.people import names_in

SEVERAL = {
    "Ana Reyes, Ben Cruz and Chi Lim": ["Ana Reyes", "Ben Cruz", "Chi Lim"],
    "Ana Reyes, Ben Cruz, and Chi Lim": ["Ana Reyes", "Ben Cruz", "Chi Lim"],
    "Ana Reyes and Ben Cruz": ["Ana Reyes", "Ben Cruz"],
    "Ana Reyes & Ben Cruz": ["Ana Reyes", "Ben Cruz"],
    "María de la Cruz y José Núñez": ["María de la Cruz", "José Núñez"],
    "Dr. Ana Reyes, Mr Ben Cruz": ["Dr. Ana Reyes", "Mr Ben Cruz"],
    "Ana Reyes (ADB, Manila), Ben Cruz (UNDP)": ["Ana Reyes (ADB, Manila)", "Ben Cruz (UNDP)"],
    "J. Smith, A.B. Khan, Noor-ul-Huda Malik": ["J. Smith", "A.B. Khan", "Noor-ul-Huda Malik"],
    "ANA REYES, BEN CRUZ DAN CHI LIM": ["ANA REYES", "BEN CRUZ", "CHI LIM"],
    "Анна Иванова и Пётр Ли": ["Анна Иванова", "Пётр Ли"],
    "王芳、李明": ["王芳", "李明"],
    "Ana Reyes, ADB; Ben Cruz, UNDP": ["Ana Reyes, ADB", "Ben Cruz, UNDP"],
}
ONE = (
    "Müller, Anna", "Ana Reyes, Director", "Ana Reyes, Director General", "Ana Reyes, Ministry of Water",
    "Ana Reyes, World Bank", "Ana Reyes, Open Rivers", "Ana Reyes, Costa Rica", "Ana Reyes, Sri Lanka",
    "Ministry of Water and Ministry of Health", "Water and Sanitation", "Johnson & Johnson", "Ana and Ben Cruz",
    "Institute of Rivers, Lakes and Wells", "José Ortega y Gasset", "Ana Reyes and team", "Ana Reyes, UNDP Manila and Ben Cruz",
    "Ana Reyes, Ben Cruz", "Rural Development and Land Reform", "TBC and TBC", "all participants and Ana Reyes",
)  # fmt: skip


@pytest.mark.parametrize("text", SEVERAL)
def test_several_people_in_one_cell_are_several(text):
    assert names_in(text) == SEVERAL[text]


@pytest.mark.parametrize("text", ONE)
def test_a_name_with_a_comma_that_can_be_one_stays_one(text):
    assert names_in(text) == [text]


def test_several_people_of_a_table_are_several_in_the_agenda():
    table = "| Time | Session | Speakers |\n|---|---|---|\n| 9:00-10:00 | Wells | Ana Reyes, Ben Cruz and Chi Lim |\n"
    agenda, source = read_any(table.encode(), "a.md")
    assert agenda.sessions[0].written.speakers == ("Ana Reyes", "Ben Cruz", "Chi Lim")
    assert source.unplaced == ()

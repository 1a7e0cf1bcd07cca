"""Who may be in a roster twice."""

import pytest

from ogpworkshop.model.doubles import doubles
from ogpworkshop.read.roster import read_roster


def whys(*rows):
    text = "id,name,organisation,email\n" + "".join(
        f"p{number},{row}\n" for number, row in enumerate(rows)
    )
    people = read_roster(text.encode(), "x.csv")[0].participants
    return [double.why for double in doubles(people)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ana Ruiz,Water,ana@a.org", "A. Ruiz,Rivers,ANA@a.org", ["address"]),
        ("Ana Ruiz,Water,", '"RUIZ, Ana",Water,', ["name"]),
        ("José Muñoz,Water,", "Jose Munoz,Water,", ["name"]),
        ("Dr. Ana Ruiz,Water,", "Ana Ruiz,,ana@a.org", ["name"]),
        ("Ana Ruiz,Water,ana@a.org", "Ana Ruiz,Water,ana@b.org", ["name"]),
        ("Robert Smith,Water,", "Bob Smith,Water,bob@a.org", ["near"]),
        ("Mohammed Ali Khan,Ministry of Finance,", "Muhammad Ali Khan,Min. of Finance,", ["near"]),
        ("Maria Cruz,Water,", "Maria Santos Cruz,Water,", ["near"]),
        ("M. Cruz,Water,", "Maria Cruz,Water,", ["near"]),
        ("Oyuunchimeg Bat,Water,", "Oyunchimeg Bat,Water,", ["near"]),
        ("John Smith,Water,", "John Smith,Rivers,", ["elsewhere"]),
        ("John Smith,Water,j@a.org", "John Smith,Rivers,j@b.org", []),
        ("Nguyen Van An,Water,a@a.org", "Nguyen Van Anh,Water,b@a.org", []),
        ("Oyuunchimeg Bat,Water,", "Oyunchimeg Bat,Rivers,", []),
        ("Team 1 Lead,Water,", "Team 2 Lead,Water,", []),
        ("Ana,Water,", "Ana,Water,", []),
    ],
)
def test_two_rows_may_be_one_person_for_a_reason(one, other, why):
    assert whys(one, other) == why

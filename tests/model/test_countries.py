"""Countries by code and by the names that people use."""

import pytest

from ogpworkshop.model.countries import countries, country_name, country_of, nearest_country


def test_every_code_of_iso_3166_is_there_and_kosovo():
    assert len(countries()) == 250
    assert all(len(code) == 2 and code.isupper() for code in countries())


def test_every_country_is_known_by_its_code_and_its_name():
    for code, name in countries().items():
        assert country_of(code) == code
        assert country_of(name) == code
        assert country_name(code) == name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PHL", "PH"),
        ("the Philippines", "PH"),
        ("Philippines (the)", "PH"),
        ("  sri   LANKA ", "LK"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("Lao PDR", "LA"),
        ("Burma", "MM"),
        ("East Timor", "TL"),
        ("Timor Leste", "TL"),
        ("Korea, Republic of", "KR"),
        ("DPRK", "KP"),
        ("Republic of China", "TW"),
        ("People’s Republic of China", "CN"),
        ("U.S.A.", "US"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("DR Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Turkey", "TR"),
        ("St. Vincent & the Grenadines", "VC"),
        ("Kingdom of Thailand", "TH"),
        ("Islamic Republic of Afghanistan", "AF"),
    ],
)
def test_usual_variants_are_understood(text, code):
    assert country_of(text) == code


@pytest.mark.parametrize("text", ["", "N/A", "Global", "Asia", "Kingdom of", "X"])
def test_what_is_no_country_is_none(text):
    assert country_of(text) is None


def test_a_misspelt_country_is_guessed():
    assert nearest_country("Phillipines") == "Philippines"
    assert nearest_country("Afganistan") == "Afghanistan"
    assert nearest_country("Srilanka") == "Sri Lanka"
    assert nearest_country("worldwide") is None

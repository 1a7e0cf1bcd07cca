"""Countries by code and by the names that people use."""

import pytest
from babel import Locale

from ogpworkshop.model.countries import (
    countries,
    country_name,
    country_of,
    doubtful,
    nearest_country,
    un_name,
)
from ogpworkshop.model.demonyms import demonyms


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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("S. Korea", "KR"),
        ("N. Korea", "KP"),
        ("U.K.", "GB"),
        ("Czech Rep.", "CZ"),
        ("Rep. of Korea", "KR"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("Myanmar (Burma)", "MM"),
        ("Congo (Kinshasa)", "CD"),
        ("Nepal (NP)", "NP"),
        ("NP - Nepal", "NP"),
        ("🇳🇵", "NP"),
        ("Kosovo*", "XK"),
        ("Filipino", "PH"),
        ("Filipina", "PH"),
        ("Nigerian", "NG"),
        ("Nigerien", "NE"),
        ("Papua New Guinean", "PG"),
        ("Corée du Sud", "KR"),
        ("Allemagne", "DE"),
        ("Birmanie", "MM"),
        ("Estados Unidos", "US"),
        ("Reino Unido", "GB"),
        ("Filipinas", "PH"),
        ("Россия", "RU"),
        ("الهند", "IN"),
        ("印度", "IN"),
    ],
)
def test_demonyms_abbreviations_and_other_languages_are_understood(text, code):
    assert country_of(text) == code


@pytest.mark.parametrize("text", ["no", "No", "n.a.", "N/A", "na", "Congolese", "Dominican"])
def test_what_can_mean_several_things_is_not_guessed(text):
    assert country_of(text) is None
    assert text in {"no", "No", "n.a.", "N/A", "na"} or nearest_country(text) is None


def test_codes_in_capitals_count_even_if_they_are_words():
    assert (country_of("NO"), country_of("NA"), country_of("ph")) == ("NO", "NA", "PH")


def test_a_demonym_is_never_that_of_two_countries():
    words = [word for each in demonyms().values() for word in each]
    assert len(set(words)) == len(words)
    assert {
        code for code, each in demonyms().items() for word in each if country_of(word) != code
    } == set()


def test_names_of_the_united_nations_are_understood_and_two_places_have_none():
    named = {code: un_name(code) for code in countries()}
    assert {code for code, name in named.items() if not name} == {"TW", "XK"}
    assert all(country_of(name) == code for code, name in named.items() if name)
    assert (named["VN"], named["KR"]) == ("Viet Nam", "Republic of Korea")


def test_the_country_in_an_address_is_a_guess():
    assert country_of("Manila, Philippines") is None
    assert nearest_country("Manila, Philippines") == "Philippines"
    assert nearest_country("Nepal / India") is None
    assert nearest_country("Alemnia") == "Germany"


@pytest.mark.parametrize("language", ["en", "fr", "es", "id", "ru", "ar", "ne", "bn", "zh", "mn"])
def test_every_country_is_known_by_its_name_in_other_languages(language):
    names = Locale(language).territories
    read = {code: country_of(names[code]) for code in countries()}
    assert read == {code: code for code in countries()}


@pytest.mark.parametrize(
    ("text", "code"),
    [("США", "US"), ("Chiny", "CN"), ("टोगो", "TG"), ("टोंगा", "TO"), ("N. Ireland", "GB")],
)
def test_no_country_is_taken_for_what_stands_in_brackets_behind_another(text, code):
    assert country_of(text) == code


def test_na_among_names_may_be_no_country():
    assert doubtful({"Nepal", "NA", ""}) == {"NA"}
    assert doubtful({"NP", "NA", ""}) == set()

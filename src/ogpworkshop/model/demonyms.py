"""What forms fill in under “nationality”: demonyms, by two-letter code.

Those that two countries share are left out, for they cannot be told apart: Congolese, Dominican.
Names in other languages come from the Unicode Consortium's CLDR, by way of Babel.
"""

from functools import lru_cache

_TABLE = """
AD Andorran|AE Emirati|AF Afghan,Afghani|AG Antiguan,Barbudan|AI Anguillan|AL Albanian|AM Armenian
AO Angolan|AR Argentine,Argentinian,Argentinean|AS American Samoan|AT Austrian|AU Australian,Aussie
AW Aruban|AX Ålandish|AZ Azerbaijani,Azeri|BA Bosnian,Herzegovinian,Bosnian and Herzegovinian
BB Barbadian,Bajan|BD Bangladeshi|BE Belgian|BF Burkinabe,Burkinabé|BG Bulgarian|BH Bahraini
BI Burundian|BJ Beninese,Beninois|BM Bermudian|BN Bruneian|BO Bolivian|BR Brazilian|BS Bahamian
BT Bhutanese|BW Botswanan,Motswana,Batswana|BY Belarusian,Belarussian|BZ Belizean|CA Canadian
CF Central African|CH Swiss|CI Ivorian|CK Cook Islander|CL Chilean|CM Cameroonian|CN Chinese
CO Colombian|CR Costa Rican|CU Cuban|CV Cabo Verdean,Cape Verdean|CW Curaçaoan|CY Cypriot
CZ Czech|DE German|DJ Djiboutian|DK Danish,Dane|DZ Algerian|EC Ecuadorian,Ecuadorean|EE Estonian
EG Egyptian|EH Sahrawi,Saharawi|ER Eritrean|ES Spanish,Spaniard|ET Ethiopian|FI Finnish,Finn
FJ Fijian|FK Falkland Islander|FM Micronesian|FO Faroese|FR French|GA Gabonese
GB British,Briton,English,Scottish,Welsh,Northern Irish|GD Grenadian|GE Georgian
GF French Guianese|GH Ghanaian|GI Gibraltarian|GL Greenlandic,Greenlander|GM Gambian|GN Guinean
GP Guadeloupean|GQ Equatorial Guinean,Equatoguinean|GR Greek|GT Guatemalan|GU Guamanian
GW Bissau-Guinean|GY Guyanese|HK Hong Konger,Hongkonger|HN Honduran|HR Croatian,Croat|HT Haitian
HU Hungarian|ID Indonesian|IE Irish|IL Israeli|IM Manx|IN Indian|IQ Iraqi|IR Iranian,Persian
IS Icelandic,Icelander|IT Italian|JM Jamaican|JO Jordanian|JP Japanese|KE Kenyan
KG Kyrgyz,Kyrgyzstani|KH Cambodian,Khmer|KI I-Kiribati|KM Comorian,Comoran|KN Kittitian,Nevisian
KP North Korean|KR South Korean,Korean|KW Kuwaiti|KY Caymanian|KZ Kazakh,Kazakhstani|LA Laotian
LB Lebanese|LC Saint Lucian|LI Liechtensteiner|LK Sri Lankan|LR Liberian|LS Basotho,Mosotho
LT Lithuanian|LU Luxembourger,Luxembourgish|LV Latvian|LY Libyan|MA Moroccan|MC Monegasque,Monacan
MD Moldovan|ME Montenegrin|MG Malagasy,Madagascan|MH Marshallese|MK Macedonian,North Macedonian
ML Malian|MM Burmese,Myanma|MN Mongolian,Mongol|MO Macanese|MQ Martinican|MR Mauritanian
MS Montserratian|MT Maltese|MU Mauritian|MV Maldivian|MW Malawian|MX Mexican|MY Malaysian
MZ Mozambican|NA Namibian|NC New Caledonian|NE Nigerien|NG Nigerian|NI Nicaraguan
NL Dutch,Netherlander|NO Norwegian|NP Nepali,Nepalese|NR Nauruan|NU Niuean|NZ New Zealander,Kiwi
OM Omani|PA Panamanian|PE Peruvian|PF French Polynesian,Tahitian|PG Papua New Guinean,Papuan
PH Filipino,Filipina,Philippine,Pinoy|PK Pakistani|PL Polish|PR Puerto Rican|PS Palestinian
PT Portuguese|PW Palauan|PY Paraguayan|QA Qatari|RO Romanian|RS Serbian,Serb|RU Russian
RW Rwandan,Rwandese|SA Saudi,Saudi Arabian|SB Solomon Islander|SC Seychellois|SD Sudanese
SE Swedish,Swede|SG Singaporean|SH Saint Helenian|SI Slovenian,Slovene|SK Slovak,Slovakian
SL Sierra Leonean|SM Sammarinese|SN Senegalese|SO Somali,Somalian|SR Surinamese|SS South Sudanese
ST São Toméan|SV Salvadoran,Salvadorean|SY Syrian|SZ Swazi,Emaswati|TD Chadian|TG Togolese|TH Thai
TJ Tajik,Tajikistani|TK Tokelauan|TL Timorese,East Timorese|TM Turkmen|TN Tunisian|TO Tongan
TR Turkish,Turk|TT Trinidadian,Tobagonian,Trinidadian and Tobagonian|TV Tuvaluan|TW Taiwanese
TZ Tanzanian|UA Ukrainian|UG Ugandan|US American,US citizen|UY Uruguayan|UZ Uzbek,Uzbekistani
VC Vincentian|VE Venezuelan|VN Vietnamese|VU Ni-Vanuatu|WS Samoan|XK Kosovar,Kosovan|YE Yemeni
ZA South African|ZM Zambian|ZW Zimbabwean
"""
_LANGUAGES = (
    "fr", "es", "pt", "de", "it", "nl", "id", "ru", "tr", "ar", "zh", "bn", "hi", "ne", "ur", "fa",
    "si", "ta", "th", "km", "lo", "my", "mn", "dz", "ko", "ja", "ka", "hy", "kk", "ky", "uk", "am",
    "ms", "uz", "az", "pl", "sw",
)  # fmt: skip
"""Vietnamese is not among them: Áo is Austria there, and AO Angola everywhere else."""


def demonyms() -> dict[str, list[str]]:
    """Demonyms in English by two-letter code."""
    found = {}
    for part in _TABLE.replace("\n", "|").strip("|").split("|"):
        code, _, words = part.partition(" ")
        found[code] = words.split(",")
    return found


@lru_cache(maxsize=1)
def foreign_names() -> tuple[tuple[str, str], ...]:
    """(Code, name) of every territory in other languages; loaded when English does not do."""
    from babel import Locale  # noqa: PLC0415  where a country is called in no English way

    whole: list[tuple[str, str]] = []
    parts: dict[str, set[str]] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2:
                whole.append((code, name))
                before, bracket, within = name.partition(" (")
                for part in (before, within.strip(") ")) if bracket else ():
                    parts.setdefault(part, set()).add(code)
    # what stands in brackets is mostly another name, but of Hong Kong and Macao it is China
    return (*whole, *((code, part) for part, (code, *more) in parts.items() if not more))

"""Names of countries by their ISO 3166-1 codes: in common use, of the United Nations, and older ones.

XK is Kosovo, which that standard leaves to its users and which the European Commission and the
World Bank use. The first name of each is the one in common English use; official names, usual
variants and older names follow it. Short names of the United Nations are those of its Statistics
Division (M49), with the Secretariat's own for Türkiye and the Netherlands.
"""

TABLE = """
AD AND Andorra
AE ARE United Arab Emirates|UAE|Emirates|U.A.E|Dubai|Abu Dhabi
AF AFG Afghanistan
AG ATG Antigua and Barbuda
AI AIA Anguilla
AL ALB Albania
AM ARM Armenia
AO AGO Angola
AQ ATA Antarctica
AR ARG Argentina|Argentine Republic
AS ASM American Samoa|Am. Samoa
AT AUT Austria
AU AUS Australia
AW ABW Aruba
AX ALA Åland Islands|Aland
AZ AZE Azerbaijan
BA BIH Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina
BB BRB Barbados
BD BGD Bangladesh
BE BEL Belgium
BF BFA Burkina Faso
BG BGR Bulgaria
BH BHR Bahrain
BI BDI Burundi
BJ BEN Benin
BL BLM Saint Barthélemy|St Barts
BM BMU Bermuda
BN BRN Brunei Darussalam|Brunei|Negara Brunei Darussalam
BO BOL Bolivia|Bolivia, Plurinational State of|Plurinational State of Bolivia
BQ BES Bonaire, Sint Eustatius and Saba|Caribbean Netherlands|Bonaire
BR BRA Brazil|Brasil
BS BHS Bahamas
BT BTN Bhutan
BV BVT Bouvet Island
BW BWA Botswana
BY BLR Belarus|Byelorussia
BZ BLZ Belize
CA CAN Canada
CC CCK Cocos (Keeling) Islands|Cocos Islands|Keeling Islands
CD COD Democratic Republic of the Congo|Congo, The Democratic Republic of the|DR Congo|DRC|Congo-Kinshasa|Congo, Democratic Republic|Zaire|RDC|RD Congo|République démocratique du Congo|República Democrática del Congo|Congo DR|Congo (DRC)
CF CAF Central African Republic|CAR
CG COG Congo|Republic of the Congo|Congo-Brazzaville|Congo, Republic of|Congo (Republic)
CH CHE Switzerland|Swiss Confederation
CI CIV Côte d'Ivoire|Ivory Coast|Costa de Marfil
CK COK Cook Islands
CL CHL Chile
CM CMR Cameroon|Cameroun
CN CHN China|PR China|PRC|Mainland China|P.R. China|P.R.C
CO COL Colombia
CR CRI Costa Rica
CU CUB Cuba
CV CPV Cabo Verde|Cape Verde
CW CUW Curaçao
CX CXR Christmas Island
CY CYP Cyprus
CZ CZE Czechia|Czech Republic|Czechoslovakia (Czech Republic)
DE DEU Germany|Deutschland
DJ DJI Djibouti
DK DNK Denmark
DM DMA Dominica
DO DOM Dominican Republic
DZ DZA Algeria
EC ECU Ecuador
EE EST Estonia
EG EGY Egypt|Arab Republic of Egypt
EH ESH Western Sahara
ER ERI Eritrea
ES ESP Spain|España
ET ETH Ethiopia
FI FIN Finland
FJ FJI Fiji|Fiji Islands
FK FLK Falkland Islands (Malvinas)|Falkland Islands|Malvinas
FM FSM Micronesia|Micronesia, Federated States of|Federated States of Micronesia|FS Micronesia|F.S.M
FO FRO Faroe Islands|Faeroe Islands
FR FRA France|French Republic
GA GAB Gabon|Gabonese Republic
GB GBR United Kingdom|United Kingdom of Great Britain and Northern Ireland|UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain|Gran Bretaña|Grande-Bretagne|Northern Ireland|N. Ireland|Inggris
GD GRD Grenada
GE GEO Georgia
GF GUF French Guiana
GG GGY Guernsey
GH GHA Ghana
GI GIB Gibraltar
GL GRL Greenland
GM GMB Gambia
GN GIN Guinea|Guinea-Conakry
GP GLP Guadeloupe
GQ GNQ Equatorial Guinea
GR GRC Greece|Hellenic Republic
GS SGS South Georgia and the South Sandwich Islands
GT GTM Guatemala
GU GUM Guam
GW GNB Guinea-Bissau
GY GUY Guyana
HK HKG Hong Kong|Hong Kong SAR|Hong Kong Special Administrative Region of China|Hong Kong SAR China|Hong Kong, China
HM HMD Heard Island and McDonald Islands|Heard and McDonald Islands
HN HND Honduras
HR HRV Croatia
HT HTI Haiti
HU HUN Hungary
ID IDN Indonesia
IE IRL Ireland|Republic of Ireland|Eire
IL ISR Israel
IM IMN Isle of Man
IN IND India|Bharat
IO IOT British Indian Ocean Territory
IQ IRQ Iraq
IR IRN Iran|Iran, Islamic Republic of
IS ISL Iceland
IT ITA Italy|Italian Republic|Italia
JE JEY Jersey
JM JAM Jamaica
JO JOR Jordan|Hashemite Kingdom of Jordan
JP JPN Japan|Nippon
KE KEN Kenya
KG KGZ Kyrgyzstan|Kyrgyz Republic|Kirghizia
KH KHM Cambodia|Kampuchea
KI KIR Kiribati
KM COM Comoros|Union of the Comoros
KN KNA Saint Kitts and Nevis
KP PRK North Korea|Korea, Democratic People's Republic of|Democratic People's Republic of Korea|DPRK|DPR Korea
KR KOR South Korea|Republic of Korea|Korea, Republic of|Korea|ROK|Korea, South|Korea (South)|Corea|Corée
KW KWT Kuwait
KY CYM Cayman Islands
KZ KAZ Kazakhstan
LA LAO Laos|Lao People's Democratic Republic|Lao PDR|Lao|Lao P.D.R
LB LBN Lebanon|Lebanese Republic
LC LCA Saint Lucia
LI LIE Liechtenstein
LK LKA Sri Lanka|Ceylon
LR LBR Liberia
LS LSO Lesotho
LT LTU Lithuania
LU LUX Luxembourg|Grand Duchy of Luxembourg
LV LVA Latvia
LY LBY Libya|Libyan Arab Jamahiriya
MA MAR Morocco
MC MCO Monaco
MD MDA Moldova|Moldova, Republic of
ME MNE Montenegro
MF MAF Saint Martin (French part)|Saint Martin
MG MDG Madagascar
MH MHL Marshall Islands
MK MKD North Macedonia|Macedonia|FYR Macedonia|FYROM|The former Yugoslav Republic of Macedonia
ML MLI Mali
MM MMR Myanmar|Burma|Myanmar (Burma)|Birmanie|Birmania|Union of Myanmar
MN MNG Mongolia|Монгол Улс
MO MAC Macao|Macau|Macao Special Administrative Region of China|Macao SAR|Macao SAR China
MP MNP Northern Mariana Islands
MQ MTQ Martinique
MR MRT Mauritania
MS MSR Montserrat
MT MLT Malta
MU MUS Mauritius
MV MDV Maldives
MW MWI Malawi
MX MEX Mexico|United Mexican States
MY MYS Malaysia
MZ MOZ Mozambique|Moçambique
NA NAM Namibia
NC NCL New Caledonia
NE NER Niger
NF NFK Norfolk Island
NG NGA Nigeria
NI NIC Nicaragua
NL NLD Netherlands|Holland|The Netherlands|Kingdom of the Netherlands
NO NOR Norway
NP NPL Nepal
NR NRU Nauru
NU NIU Niue
NZ NZL New Zealand|Aotearoa|Aotearoa New Zealand
OM OMN Oman
PA PAN Panama
PE PER Peru
PF PYF French Polynesia|Tahiti
PG PNG Papua New Guinea|PNG
PH PHL Philippines|The Philippines|Pilipinas|Republika ng Pilipinas
PK PAK Pakistan
PL POL Poland
PM SPM Saint Pierre and Miquelon
PN PCN Pitcairn|Pitcairn Islands
PR PRI Puerto Rico
PS PSE Palestine|Palestine, State of|State of Palestine|Palestinian Territories|Palestinian Territory|Palestinian Territory, Occupied|Occupied Palestinian Territory|West Bank and Gaza|Occupied Palestinian Territories|Palestina
PT PRT Portugal|Portuguese Republic
PW PLW Palau
PY PRY Paraguay
QA QAT Qatar
RE REU Réunion
RO ROU Romania
RS SRB Serbia
RU RUS Russia|Russian Federation|Russian Fed|РФ
RW RWA Rwanda|Rwandese Republic
SA SAU Saudi Arabia|KSA
SB SLB Solomon Islands|Solomons
SC SYC Seychelles
SD SDN Sudan
SE SWE Sweden
SG SGP Singapore
SH SHN Saint Helena, Ascension and Tristan da Cunha|Saint Helena|Ascension Island|Tristan da Cunha
SI SVN Slovenia
SJ SJM Svalbard and Jan Mayen|Svalbard
SK SVK Slovakia|Slovak Republic
SL SLE Sierra Leone
SM SMR San Marino
SN SEN Senegal
SO SOM Somalia
SR SUR Suriname|Surinam
SS SSD South Sudan
ST STP São Tomé and Príncipe|Sao Tome
SV SLV El Salvador
SX SXM Sint Maarten (Dutch part)|Sint Maarten
SY SYR Syria|Syrian Arab Republic|Syrian Arab Rep
SZ SWZ Eswatini|Swaziland|Kingdom of Eswatini
TC TCA Turks and Caicos Islands
TD TCD Chad|Tchad
TF ATF French Southern Territories
TG TGO Togo|Togolese Republic
TH THA Thailand
TJ TJK Tajikistan
TK TKL Tokelau
TL TLS Timor-Leste|East Timor|Timor Leste|Timor
TM TKM Turkmenistan
TN TUN Tunisia
TO TON Tonga
TR TUR Türkiye|Turkey
TT TTO Trinidad and Tobago|Trinidad
TV TUV Tuvalu
TW TWN Taiwan|Taiwan, Province of China|Chinese Taipei|Republic of China|Taiwan, China
TZ TZA Tanzania|Tanzania, United Republic of|United Republic of Tanzania
UA UKR Ukraine
UG UGA Uganda
UM UMI United States Minor Outlying Islands|U.S. Outlying Islands
US USA United States|United States of America|USA|America|US of A|EE.UU|EEUU|États Unis d'Amérique|Estados Unidos de América|U.S. of America|США
UY URY Uruguay|Eastern Republic of Uruguay
UZ UZB Uzbekistan
VA VAT Holy See|Holy See (Vatican City State)|Vatican City|Vatican
VC VCT Saint Vincent and the Grenadines|Saint Vincent
VE VEN Venezuela|Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela
VG VGB British Virgin Islands|Virgin Islands, British|Virgin Islands (British)
VI VIR U.S. Virgin Islands|Virgin Islands, U.S.|Virgin Islands of the United States|US Virgin Islands
VN VNM Viet Nam|Vietnam|Viêt-Nam
VU VUT Vanuatu
WF WLF Wallis and Futuna
WS WSM Samoa|Western Samoa
XK XKX Kosovo|Kosova|Kosovo (UNSCR 1244)|Kosovo*
YE YEM Yemen
YT MYT Mayotte
ZA ZAF South Africa|RSA
ZM ZMB Zambia
ZW ZWE Zimbabwe
"""

UNITED_NATIONS = {
    "BO": "Bolivia (Plurinational State of)",
    "CC": "Cocos (Keeling) Islands",
    "GB": "United Kingdom of Great Britain and Northern Ireland",
    "HK": "China, Hong Kong Special Administrative Region",
    "IR": "Iran (Islamic Republic of)",
    "KP": "Democratic People's Republic of Korea",
    "KR": "Republic of Korea",
    "LA": "Lao People's Democratic Republic",
    "MD": "Republic of Moldova",
    "MF": "Saint Martin (French Part)",
    "FM": "Micronesia (Federated States of)",
    "MO": "China, Macao Special Administrative Region",
    "NL": "Netherlands (Kingdom of the)",
    "PS": "State of Palestine",
    "RU": "Russian Federation",
    "SH": "Saint Helena",
    "SJ": "Svalbard and Jan Mayen Islands",
    "ST": "Sao Tome and Principe",
    "SY": "Syrian Arab Republic",
    "TZ": "United Republic of Tanzania",
    "US": "United States of America",
    "VE": "Venezuela (Bolivarian Republic of)",
    "VI": "United States Virgin Islands",
    "WF": "Wallis and Futuna Islands",
}
"""Short names of the United Nations where they are not those in common use."""
UNNAMED = frozenset({"TW", "XK"})
"""Places that the United Nations have no short name for."""

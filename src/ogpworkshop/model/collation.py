"""The order of names in lists: as readers of many scripts look for them.

Python has no collation, Babel neither, and PyICU needs a library of the system. This follows the
root order of Unicode's collation (UTS #10, DUCET): letters first, then their marks, then capitals;
scripts one after the other. What letters a language counts as its own comes from CLDR. Chinese
stands by code point, as there: by radical and strokes.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

Key = tuple[str, str, str]

_LIKE = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n\u0001",
    "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij", "ʻ": "", "ʼ": "", "’": "", "'": "", "ـ": "",
    "\u00ad": "", "\u200c": "", "\u200d": "", "-": " ", "‐": " ", "–": " ", ".": " ", ",": " ",
})  # fmt: skip
"""Letters that do not fall apart into a letter and its marks; signs that do not count."""

# Letters that stand elsewhere in their alphabet than in Unicode: each follows the first one.
_ALPHABETS = (
    "اآأإٱ", "بپ", "تٹ", "جچ", "دڈ", "رڑ", "زژ", "كک", "كگ", "نں", "هھہۂۃ", "يىیئ", "يے",
    "гғґ", "аә", "еє", "иі", "кқҡ", "нңҥ", "оө", "уұү", "хһ", "зҙ", "сҫ",
)  # fmt: skip
_ALIKE = frozenset("آأإٱکىیئں")
"""Those that differ from the one they follow as letters with marks do."""

_OWN: Mapping[str, tuple[str, ...]] = {
    "sv": ("zåäö",), "fi": ("zåäö",), "da": ("zæøå",), "nb": ("zæøå",), "nn": ("zæøå",),
    "no": ("zæøå",), "is": ("zþæöå", "dð"), "et": ("sšž", "wõäöü"), "es": ("nñ",), "fil": ("nñ",),
    "tl": ("nñ",), "vi": ("aăâ", "dđ", "eê", "oôơ", "uư"), "tr": ("cç", "gğ", "hı", "oö", "sş", "uü"),
    "az": ("cç", "eə", "gğ", "hı", "oö", "sş", "uü"), "ro": ("aăâ", "iî", "sș", "tț"),
    "pl": ("aą", "cć", "eę", "lł", "nń", "oó", "sś", "zźż"), "cs": ("cč", "rř", "sš", "zž"),
    "sk": ("aä", "cč", "oô", "sš", "zž"), "hr": ("cčć", "dđ", "sš", "zž"), "lt": ("cč", "sš", "zž"),
    "lv": ("cč", "gģ", "kķ", "lļ", "nņ", "sš", "zž"), "hu": ("oö", "uü"), "sq": ("cç", "eë"),
}  # fmt: skip
_HANGUL = range(0x1100, 0x1200)
_HANGUL_TO = 0x2E00
_KATAKANA = range(0x30A1, 0x30F7)
_TO_HIRAGANA = 0x60
_LEADING = "เแโใไເແໂໃໄ"
"""Vowels of Thai and Lao that are written before the consonant they are read after."""


@lru_cache(maxsize=50_000)
def collation_key(text: str, language: str = "") -> Key:
    """What texts are sorted by.

    Args:
        text: a name or any other text of one line.
        language: tag of the readers' language; decides where å, ñ or đ stand.
    """
    folded = text.casefold()
    primary = folded.translate(_own(language.replace("_", "-").partition("-")[0].casefold()))
    plain = unicodedata.normalize("NFKD", primary.translate(_LIKE))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    letters = " ".join(_read(letters).translate(_later()).split())
    marks = "".join(
        char if unicodedata.combining(char) else " "
        for char in unicodedata.normalize("NFKD", folded)
    )
    return letters, f"{marks}{text.lower()}", text.swapcase()


@cache
def _own(language: str) -> dict[int, str]:
    """Letters of their own in an alphabet, by what stands for them: the one before and a mark."""
    table: dict[int, str] = {}
    for row in (*_ALPHABETS, *_OWN.get(language, ())):
        for place, letter in enumerate(row[1:], 1):
            table[ord(letter)] = row[0] + ("" if letter in _ALIKE else "\U0010fffd" * place)
    return table


@cache
def _later() -> dict[int, int]:
    """Korean letters, which Unicode has before others, come later; both kanas are one."""
    hangul = {code: code - _HANGUL.start + _HANGUL_TO for code in _HANGUL}
    return hangul | {code: code - _TO_HIRAGANA for code in _KATAKANA}


def _read(letters: str) -> str:
    """Thai and Lao as they are read: the consonant first."""
    if not any(vowel in letters for vowel in _LEADING):
        return letters
    chars = list(letters)
    place = 0
    while place < len(chars) - 1:
        if chars[place] in _LEADING:
            chars[place], chars[place + 1] = chars[place + 1], chars[place]
            place += 1
        place += 1
    return "".join(chars)

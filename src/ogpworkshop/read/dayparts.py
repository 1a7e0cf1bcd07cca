"""Parts of the day that do the work of am and pm: 9 pagi, 3 de la tarde, 上午9時, सुबह 9:30 बजे."""

import re
from functools import cache

_BEFORE = {
    "small": "凌晨 새벽",
    "a": "上午 早上 早晨 清晨 午前 오전 아침 सुबह प्रातः प्रात: पूर्वाह्न बिहान সকাল ভোর နံနက် မနက် صبح",
    "midday": "中午 낮 दोपहर दिउँसो দুপুর နေ့လည် دوپہر",
    "p": "下午 午後 午后 傍晚 夕方 오후 저녁 अपराह्न शाम सायं साँझ বিকাল বিকেল সন্ধ্যা ညနေ شام",
    "night": "晚上 夜里 밤 रात राति রাত ည رات",
}
_BEHIND = {
    "small": "madrugada dini_hari",
    "a": "manhã mañana matin morning vormittags morgens pagi утра ص صباحا قبل_الظهر sáng umaga ព្រឹក",
    "midday": "mediodía mediodia siang дня trưa ظهرا tanghali tengah_hari",
    "p": "tarde après-midi soir afternoon evening nachmittags abends sore petang вечера م مساء مساءا بعد_الظهر chiều hapon រសៀល ល្ងាច",
    "night": "noite noche night nachts malam ночи tối đêm ليلا gabi យប់",
}
_AMBIGUOUS = (
    "manhã mañana madrugada tarde noite noche matin après-midi soir morning afternoon evening night "
    "umaga tanghali hapon gabi mediodía mediodia"
)
"""Words that need their article, for they begin titles as well: 10:30 Morning tea."""
_PARTICLES = (
    r"(?:(?:da|de\ la|por\ la|pela|a\ la)\ +)?(?:manhã|mañana|madrugada|tarde|noite|noche)\b"
    r"|(?:du\ matin|de\ l['’]après-midi|du\ soir|in\ the\ (?:morning|afternoon|evening)|at\ night"
    r"|del\ mediod[ií]a|ng\ (?:umaga|tanghali|hapon|gabi))\b"
)
_EVENING = 17
_VOWEL_SIGNS = "[\u064b-\u0652]"
"""Marks with which Arabic writes صباحًا, or does not."""
# vowel signs of Indian and other scripts are no letters to a regular expression
_WORD_GOES_ON = r"(?![^\W\d]|[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])"
SPACELESS = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""Letters of scripts in which a word can follow without a space."""


def _table(words: dict[str, str]) -> dict[str, str]:
    return {word.replace("_", " "): kind for kind, names in words.items() for word in names.split()}


_KINDS = {**_table(_BEFORE), **_table(_BEHIND), "am": "a", "pm": "p"}


def _spelt(name: str) -> str:
    """A word as a pattern, with the vowel signs that Arabic writes at its end or leaves out."""
    if not "\u0600" < name < "\u0700":
        return re.escape(name)
    if name.endswith("ا"):
        return f"{re.escape(name[:-1])}(?:{_VOWEL_SIGNS}*ا{_VOWEL_SIGNS}*|\u064b)"
    return f"{re.escape(name)}{_VOWEL_SIGNS}*"


def _any_of(words: dict[str, str]) -> str:
    """The words as alternatives, the longer first; where one has to end is said once for all."""
    names = sorted(
        (each for each in words if each not in _AMBIGUOUS.split()), key=len, reverse=True
    )
    spaceless = [_spelt(name) for name in names if re.match(SPACELESS, name)]
    others = [_spelt(name) for name in names if not re.match(SPACELESS, name)]
    return "|".join([*spaceless, f"(?:{'|'.join(others)}){_WORD_GOES_ON}"])


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(_any_of(_table(_BEFORE)))


def daypart() -> str:
    """The words as part of a verbose pattern."""
    return f"{_PARTICLES}|{_any_of(_table(_BEHIND))}|{_leading().pattern}"


def stands_before(word: str) -> bool:
    """Whether a word stands before its time: 上午9時, सुबह 9 बजे."""
    return _leading().fullmatch(word) is not None


def half_of(word: str, hour: int) -> str | None:
    """Whether a.m. or p.m., told by the part of the day that a word names; None where it is open.

    Twelve in the morning is noon to some and midnight to others.
    """
    kind = _kind(word)
    if hour == 12 and kind == "a":
        return None
    if kind == "night" and 12 < hour < _EVENING:
        return None
    if kind == "night":
        return "a" if hour <= 5 or hour == 12 else "p"
    if kind == "midday":
        return "a" if 9 <= hour <= 11 else "p"
    return "p" if kind == "p" else "a"


def _kind(word: str) -> str:
    plain = re.sub(_VOWEL_SIGNS, "", word.casefold())
    last = plain.split(" ")[-1].removeprefix("l'").removeprefix("l’")
    return _KINDS.get(plain) or _KINDS.get(last) or _KINDS[f"{plain}ا"]

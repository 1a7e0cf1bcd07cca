"""Clock times as they are written: what a notation is made of, in many languages and scripts."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from ogpworkshop.read.dayparts import daypart

_UNIT = (
    r"(?:(?:h|hs|hrs?|hours?|uhr|heures?|horas?|o['’]clock|часов|часа|час|ч|बजे|টা|uur|giờ)(?![^\W\d_])\.?"
    r"|น(?![\u0e00-\u0e7f])\.?|นาฬิกา|ໂມງ|နာရီ|[時时](?![間间段])整?|시(?![간작])|[点點][钟鐘整]?)"
)
_HOURS = r"[時时点點]|시|giờ|g(?=\d)|টা|बजकर|နာရီ"
"""Words for the hour that minutes can follow: 9時30分, 9 giờ 30."""
_MINUTES = r"分(?![组組享析])|분|phút|মিনিট|मिनट|မိနစ်"
_ZONES = (
    "ACDT|ACST|ADT|AEDT|AEST|AFT|AKDT|AKST|ALMT|ART|AST|AWST|BDT|BOT|BRT|BST|BTT|CAT|CDT|CEST|CET|"
    "CLST|CLT|COT|CST|CT|EAT|ECT|EDT|EEST|EET|EST|ET|FJT|GST|HKT|HST|ICT|IRST|IST|JST|KGT|KST|LKT|"
    "MDT|MESZ|MEZ|MMT|MSK|MST|MT|MVT|MYT|NPT|NZDT|NZST|PDT|PET|PGT|PHST|PHT|PKT|PST|PT|PYT|SAST|"
    "SGT|SLST|TJT|TLT|TMT|TRT|ULAT|UYT|UZT|VET|VUT|WAT|WEST|WET|WIB|WIT|WITA|Wib|Wita|МСК|Z"
)
_FIGURES = re.compile(r"[0-9 :.\u2013-]*")
_OF_FIGURES = re.compile(
    r"""(?P<clock>(?P<hour>\d{1,2})(?P<gap>[ ]*)(?P<mark>[:.])(?P<gap2>[ ]*)(?P<minute>\d{2})(?::(?P<second>00)(?![:.\d]))?(?!\d))
      | (?P<packed>\d{3,4})(?!\d|[ ]*[:.]\d)
      | (?P<bare>\d{1,2})(?!\d)
      | (?P<dash>[-\u2013]+)
      | (?P<onwards>\.\.\.)
      | (?P<colon>[:.])
    """,
    re.VERBOSE,
)
"""What of the pattern for all notations can stand in figures and dashes alone."""


def token_pattern(text: str) -> re.Pattern[str]:
    """What the parts of a notation look like: most are of figures alone, and soon told."""
    return _OF_FIGURES if _FIGURES.fullmatch(text) else _in_words()


@cache
def _in_words() -> re.Pattern[str]:
    """All notations; to compile them takes as long as to read a whole agenda."""
    return re.compile(
        rf"""(?P<clock>(?P<hour>\d{{1,2}})(?P<gap>[ \u00a0]*)(?P<mark>(?:heures?|uhr|ч)(?=[ ]?\d)|hs?(?=\d)|[:.hH]|(?P<word>{_HOURS}))(?P<gap2>[ \u00a0]*)
          (?P<minute>\d{{2}}|(?(word)(?:\d(?=[ ]?(?:{_MINUTES}))|半|반|rưỡi|一刻|三刻)|(?!)))
          (?::(?P<second>00)(?![:.\d]))?(?!\d)(?:[ ]?(?(word)(?:{_MINUTES})|(?:{_UNIT}|мин(?:ут)?\b\.?)))?)
      | (?P<spoken>(?:half\ past|quarter\ (?:past|to)|viertel\ (?:nach|vor)|halb)\s+(?P<counted>\d{{1,2}}(?![:.\d])|[a-zäöüß]+))
      | (?P<packed>\d{{3,4}})(?!\d|[ ]*[:.h]\d)(?:[ ]?(?:h|hrs?|hours|uhr)\b\.?)?
      | (?P<bare>\d{{1,2}})(?!\d)(?:[ ]?{_UNIT})?
      | (?P<noon>(?:12[ ]*(?:noon|nn|n\.n\.)|noon|midday|mid-day|midi|mediod[ií]a|meio-?dia|mittags?|полдень)\b|正午|정오)
      | (?P<midnight>(?:12[ ]*(?:midnight|mn)|midnight|minuit|medianoche|meia-?noite|mitternacht|полночь)\b|자정|午夜)
      | (?P<half>(?:a\.?\s?m|p\.?\s?m)(?:\.|\b|(?=\d))|(?<=\d)[ap](?=\s*(?:[-–—]|$)))
      | (?P<part>{daypart()})
      | (?P<dash>-+>|[-\u2010-\u2015\u2212~→]+|(?:to|until|till|til|and|et|und|y\ las?|y|e|bis|à(?!\ partir)|a\ las?|a(?!\ partir)|às|as(?!\ of)|al|até|s/d|s\.d\.?|sd|hasta(?:\ las)?|sampai(?:\ dengan)?|hingga|до|по|đến|tot|alle|إلى|الى|حتى)(?![^\W\d])|至|到|から|부터|से(?=[ ])|থেকে|ถึง)
      | (?P<upto>(?:まで|까지|तक|পর্যন্ত|止)(?![^\W\d]))
      | (?P<about>(?:ca|c|approx|approximately|about|around|environ|vers|hacia|cerca\ de|por\ volta\ das|etwa|gegen|sekitar|около)\b\.?|±|~(?=\s*\d)|\(?(?:tbc|tbd)\b\)?)
      | (?P<from>(?:from|at|as\ of|between|entre(?:\ las?)?|zwischen|de\ las?|de|des|das|desde(?:\ las)?|[aà]\ partir\ (?:de(?:\ las?)?|das?)|von|um|ab|с|pukul|jam|mulai|từ|lúc|ore|dalle|van|saat|من|الساعة)\b|เวลา|ម៉ោង|(?:pkl|kl|godz)\b\.?|T(?=\d\d:))
      | (?P<onwards>(?:onwards?|open\ end(?:ed)?|late|selesai|\?\??|\.\.\.|…))
      | (?P<local>\(?(?:local\ time|heure\ locale|hora\ local|ortszeit|waktu\ setempat|местное\ время|местного\ времени)\b\)?)
      | (?P<zone>\(?(?:(?:UTC|GMT)(?:[ ]?[+\u2212-]\d{{1,2}}(?::?\d{{2}})?)?|(?-i:{_ZONES})\b)\)?)
      | (?P<colon>[:.;,])
    """,
        re.VERBOSE | re.IGNORECASE,
    )


# "12 noon" and its kin begin with a number, so they are tried before the bare number.
NOON_FIRST = re.compile(
    r"12(?:[:.h]00)?[ ]*(?:uhr )?(?P<word>noon|nn|n\.n\.|midday|mid-day|mittags|midnight|mn)\b",
    re.IGNORECASE,
)
# the hyphen of 9-30 is read as that of a slot unless what follows is no hour
HYPHENED = re.compile(r"(?<![\d:.-])(\d{1,2})-(00|2[5-9]|[3-5]\d)(?![\d:.])")
_HYPHENS = re.compile(r"(?<![\d:.-])\d{1,2}-\d\d\s*(?:[-–—]|до|a|to)\s*\d{1,2}-\d\d(?![\d:.-])")
# letter by letter, so that every character keeps its place
_ALIKE = {
    ord(mark): plain for mark, plain in zip("：．‒–−﹣－〜～∼﹕٫،", ":.-–------:.,", strict=True)
}
_SHARES = {"半": "30", "반": "30", "rưỡi": "30", "一刻": "15", "三刻": "45"}
"""Parts of an hour that are said instead of minutes."""
_NUMBERS = {
    name: number
    for number, names in enumerate(
        ("one ein eins", "two zwei", "three drei", "four vier", "five fünf", "six sechs",
         "seven sieben", "eight acht", "nine neun", "ten zehn", "eleven elf", "twelve zwölf"), 1)
    for name in names.split()
}  # fmt: skip


class Token(NamedTuple):
    """A part of a notation: its kind, and where it stands."""

    kind: str
    start: int
    end: int
    match: re.Match[str]


class Moment(NamedTuple):
    """A clock time as written: hour and minute, am/pm, and how it is punctuated."""

    hour: int
    minute: int
    half: str = ""
    mark: str = ""
    start: int = 0
    end: int = 0
    has_gap: bool = False
    has_zero: bool = False
    word: str = ""
    tidy: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the hour could also be one of the afternoon."""
        return not self.half and not self.word and not self.has_zero and 1 <= self.hour <= 12

    @property
    def is_bare(self) -> bool:
        """Whether it is an hour alone, so that a mark behind it can belong to anything."""
        return not (self.mark or self.half or self.word or len(self.tidy) > 2)

    @property
    def minutes(self) -> int:
        """Minutes after midnight."""
        hour = self.hour
        if self.half:
            hour = hour % 12 + (12 if self.half == "p" else 0)
        return hour * 60 + self.minute


class UnreadableTimeError(Exception):
    """The text is no time."""


def plain(text: str) -> str:
    """A text with digits and punctuation of other scripts as those of ASCII, letter for letter."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(mark)) if mark.isdecimal() else mark
        for mark in text.translate(_ALIKE)
    )


def tokens_of(text: str) -> list[Token]:
    """The parts of a notation, in their order.

    Raises:
        UnreadableTimeError: when something else stands between them.
    """
    tokens: list[Token] = []
    pattern = token_pattern(text)
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] in "\u00a0\u2009\u202f":
            at += 1
            continue
        noon = NOON_FIRST.match(text, at)
        if noon:
            kind = "midnight" if noon["word"].lower() in {"midnight", "mn"} else "noon"
            tokens.append(Token(kind, at, noon.end(), noon))
            at = noon.end()
            continue
        match = pattern.match(text, at)
        if match is None or match.lastgroup is None:
            raise UnreadableTimeError
        kind = "clock" if match["clock"] else match.lastgroup
        tokens.append(Token(kind, at, match.end(), match))
        at = match.end()
    return tokens


def without_hyphens(text: str) -> str:
    """9-30 as 9:30, letter for letter; of two, one such says what the other is: 10-00 – 11-15."""
    return HYPHENED.sub(r"\1:\2", _HYPHENS.sub(_as_clocks, text))


def _as_clocks(found: re.Match[str]) -> str:
    return re.sub(r"(\d)-(\d\d)", r"\1:\2", found[0]) if HYPHENED.search(found[0]) else found[0]


def moment_of(token: Token, text: str) -> Moment:
    """A clock time out of its token.

    Raises:
        UnreadableTimeError: when there is no such time on a clock.
    """
    match = token.match
    raw = text[token.start : token.end]
    moment = Moment(0, 0, start=token.start, end=token.end, tidy=raw)
    if token.kind in {"noon", "midnight"}:
        word = re.sub(r"^12(?:[:.h]00)?\s*(?:uhr )?", "", raw.lower())
        name = word if word in {"nn", "mn", "n.n."} else token.kind
        return moment._replace(hour=12 if token.kind == "noon" else 0, word=name)
    if token.kind == "spoken":
        return _spoken(moment, match)
    mark, minute = "", "00"
    if token.kind == "clock":
        digits, minute = match["hour"], match["minute"]
        mark = match["mark"] if match["mark"] in ":." else "h"
    elif token.kind == "packed":
        digits, minute = match["packed"][:-2], match["packed"][-2:]
    else:
        digits = match["bare"]
    minute = _SHARES.get(minute, minute)
    hour = int(digits)
    if int(minute) > 59 or hour > 24 or (hour == 24 and int(minute)):
        raise UnreadableTimeError
    return moment._replace(
        hour=hour,
        minute=int(minute),
        mark=mark,
        has_gap=token.kind == "clock" and mark != "h" and bool(match["gap"] or match["gap2"]),
        has_zero=digits.startswith("0"),
        tidy=digits if token.kind == "bare" else f"{digits}{mark}{minute}",
    )


def _spoken(moment: Moment, match: re.Match[str]) -> Moment:
    """Half past nine, quarter to ten, halb zehn.

    Raises:
        UnreadableTimeError: when the hour is none.
    """
    counted = match["counted"].lower()
    hour = int(counted) if counted.isdecimal() else _NUMBERS.get(counted, 0)
    if not 1 <= hour <= 23:
        raise UnreadableTimeError
    begins = match["spoken"].lower()
    is_before = begins.startswith(("quarter to", "viertel vor"))
    minute = 30 if begins.startswith("hal") else 45 if is_before else 15
    if is_before or begins.startswith("halb"):
        hour = hour - 1 or 12
    return moment._replace(hour=hour, minute=minute, tidy=f"{hour}:{minute:02d}")

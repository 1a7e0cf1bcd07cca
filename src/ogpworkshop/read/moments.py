"""Clock times as they are written: what a notation is made of, in many languages and scripts."""

import re
import unicodedata
from typing import NamedTuple

TOKEN = re.compile(
    r"""(?P<clock>(?P<hour>\d{1,2})(?P<gap>[ \u00a0]*)(?P<mark>(?:heures?|uhr)(?=[ ]?\d)|[:.hH])(?P<gap2>[ \u00a0]*)(?P<minute>\d{2})
          (?::(?P<second>00)(?![:.\d]))?(?!\d)(?:[ ]?(?:h|hrs?|hours|uhr|horas)\b\.?)?)
      | (?P<spoken>(?:half\ past|quarter\ (?:past|to)|halb)\s+(?P<counted>\d{1,2}(?![:.\d])|[a-zäöüß]+))
      | (?P<packed>\d{3,4})(?!\d|[ ]*[:.h]\d)(?:[ ]?(?:h|hrs?|hours)\b)?
      | (?P<bare>\d{1,2})(?!\d)(?:[ ]?(?:h|hrs?|uhr|o['’]clock|heures?|horas?|часов|часа|час)\b)?
      | (?P<noon>12[ ]*(?:noon|nn|n\.n\.)|noon|midday|midi|mediod[ií]a|meio-?dia|mittags?|полдень)\b
      | (?P<midnight>12[ ]*(?:midnight|mn)|midnight|minuit|medianoche|meia-?noite|mitternacht|полночь)\b
      | (?P<half>(?:a\.?\s?m|p\.?\s?m)(?:\.|\b))
      | (?P<dash>[-\u2010-\u2015\u2212~→]+|(?:to|until|till|til|and|bis|à|a|às|as(?!\ of)|al|até|s/d|sd|s\.d\.|hasta(?:\ las)?|sampai(?:\ dengan)?|hingga|до|по)(?![^\W\d]))
      | (?P<about>(?:ca|c|approx|approximately|about|around|environ|vers|hacia|cerca\ de|por\ volta\ das|etwa|gegen|sekitar|около)\b\.?|±|~(?=\s*\d))
      | (?P<from>(?:from|at|as\ of|between|de|des|das|desde(?:\ las)?|a\ partir\ de|von|um|ab|с|pukul|jam|mulai)\b)
      | (?P<onwards>(?:onwards?|open\ end(?:ed)?|late|selesai|\?\??|\.\.\.|…))
      | (?P<zone>(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|(?-i:[A-Z]{3,5})\b)
      | (?P<colon>[:.;,])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "12 noon" and its kin begin with a number, so they are tried before the bare number.
NOON_FIRST = re.compile(r"12(?::00)?[ ]*(?P<word>noon|nn|n\.n\.|midnight|mn)\b", re.IGNORECASE)
# letter by letter, so that every character keeps its place
_ALIKE = {ord(mark): plain for mark, plain in zip("：．‒–−﹣－〜～", ":.-–-----", strict=True)}
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


def moment_of(token: Token, text: str) -> Moment:
    """A clock time out of its token.

    Raises:
        UnreadableTimeError: when there is no such time on a clock.
    """
    match = token.match
    raw = text[token.start : token.end]
    moment = Moment(0, 0, start=token.start, end=token.end, tidy=raw)
    if token.kind in {"noon", "midnight"}:
        word = re.sub(r"^12(?::00)?\s*", "", raw.lower())
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
    minute = 30 if begins.startswith("hal") else 45 if begins.startswith("quarter to") else 15
    if begins.startswith(("halb", "quarter to")):
        hour = hour - 1 or 12
    return moment._replace(hour=hour, minute=minute, tidy=f"{hour}:{minute:02d}")

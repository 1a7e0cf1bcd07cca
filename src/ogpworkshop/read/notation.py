"""The notation of times: what people write for a slot, a clock time or a length, and its meaning.

Either a notation is understood, with a remark where it is understood only by its context, or it
is not understood at all; it is never guessed in silence.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from ogpworkshop.model.time import DAY, NOON, Remark, WrittenTime, clock, read_length

_TOKEN = re.compile(
    r"""(?P<clock>(?P<hour>\d{1,2})(?P<gap>[ \u00a0]*)(?P<mark>[:.hH\uff1a])(?P<gap2>[ \u00a0]*)(?P<minute>\d{2})
          (?::(?P<second>00)(?![:.\d]))?(?!\d)(?:[ ]?(?:h|hrs?|hours|uhr)\b\.?)?)
      | (?P<packed>\d{3,4})(?!\d|[ ]*[:.h]\d)(?:[ ]?(?:h|hrs?|hours)\b)?
      | (?P<bare>\d{1,2})(?!\d)(?:[ ]?(?:h|hrs?|uhr|o['’]clock)\b)?
      | (?P<noon>12[ ]*(?:noon|nn|n\.n\.)|noon|midday)\b
      | (?P<midnight>12[ ]*(?:midnight|mn)|midnight)\b
      | (?P<half>(?:a\.?\s?m|p\.?\s?m)(?:\.|\b))
      | (?P<dash>[-\u2010-\u2015\u2212~→]+|(?:to|until|till|til|bis|à|s/d|hasta|sampai)\b)
      | (?P<about>(?:ca|c|approx|approximately|about|around)\b\.?|±)
      | (?P<from>(?:from|at|as\ of)\b)
      | (?P<onwards>(?:onwards?|open\ end|late|\?\??|\.\.\.|…))
      | (?P<zone>(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|(?-i:[A-Z]{3,5})\b)
      | (?P<colon>[:.;,])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "12 noon" and its kin begin with a number, so they are tried before the bare number.
_NOON_FIRST = re.compile(r"12(?::00)?[ ]*(?P<word>noon|nn|n\.n\.|midnight|mn)\b", re.IGNORECASE)
_MOMENTS = frozenset({"clock", "packed", "bare", "noon", "midnight"})
_LONGEST_GUESS = 6 * 60


class _Token(NamedTuple):
    kind: str
    start: int
    end: int
    match: re.Match[str]


class _Moment(NamedTuple):
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
        hour = self.hour
        if self.half:
            hour = hour % 12 + (12 if self.half == "p" else 0)
        return hour * 60 + self.minute


class _UnreadableError(Exception):
    """The text is no time."""


@lru_cache(maxsize=4096)
def read_slot(text: str) -> WrittenTime:
    """Start and end, as `09:30-11:00` and in the other notations that people use.

    A text that is no slot gives a value that is not readable.
    """
    try:
        return _Slot(text).understood()
    except _UnreadableError:
        return _either(text) or WrittenTime(text)


def _either(text: str) -> WrittenTime | None:
    """1:15 or 1:45 pm: the first of two times, with a remark; None for any other text."""
    first, word, second = text.partition(" or ")
    if not word or " or " in second:
        return None
    half = re.search(r"[ap]\.?m\.?\s*$", second, re.IGNORECASE)
    readings = (read_slot(f"{first} {half[0]}") if half else None, read_slot(first))
    meant = next((each for each in readings if each and each.is_readable), None)
    if meant is None or not read_slot(second).is_readable:
        return None
    message = f"“{text.strip()}” leaves open which of the two is meant"
    remark = Remark("time-alternative", 0, len(text), message)
    return msgspec.structs.replace(meant, text=text, remarks=(remark,))


@lru_cache(maxsize=1024)
def read_clock(text: str) -> WrittenTime:
    """A single clock time."""
    written = read_slot(text)
    if written.end is not None or any(remark.kind == "time-open-end" for remark in written.remarks):
        return WrittenTime(text)
    return written


@lru_cache(maxsize=1024)
def read_duration(text: str) -> WrittenTime:
    """A length: 30m, 1h30, 1.5 h, 90 (minutes), 1:30 (hours and minutes)."""
    return WrittenTime(text, minutes=read_length(text))


class _Slot:
    """One text on its way to a `WrittenTime`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.remarks: list[Remark] = []
        self.tokens = self._tokens()
        self.moments: list[_Moment] = []
        self.separator: _Token | None = None
        self.is_open_ended = False
        self._collect()

    def _tokens(self) -> list[_Token]:
        tokens: list[_Token] = []
        at = 0
        text = self.text
        while at < len(text):
            if text[at].isspace() or text[at] in "\u00a0\u2009\u202f":
                at += 1
                continue
            noon = _NOON_FIRST.match(text, at)
            if noon:
                kind = "noon" if noon["word"][0] in "nN" else "midnight"
                tokens.append(_Token(kind, at, noon.end(), noon))
                at = noon.end()
                continue
            match = _TOKEN.match(text, at)
            if match is None or match.lastgroup is None:
                raise _UnreadableError
            kind = "clock" if match["clock"] else match.lastgroup
            tokens.append(_Token(kind, at, match.end(), match))
            at = match.end()
        return tokens

    def _collect(self) -> None:
        """Sort the tokens into at most two moments, what stands between, and what goes with them."""
        for token in self.tokens:
            if token.kind in _MOMENTS:
                self._take_moment(token)
            else:
                getattr(self, f"_take_{token.kind}")(token)
        if not self.moments:
            raise _UnreadableError
        if len(self.moments) == 2:
            self.is_open_ended = False

    def _take_moment(self, token: _Token) -> None:
        if len(self.moments) == 2:
            raise _UnreadableError
        self.moments.append(_moment(token, self.text))

    def _take_about(self, token: _Token) -> None:
        self._remark("time-approximate", token, "is only roughly fixed")

    def _take_from(self, token: _Token) -> None:
        if self.moments:
            raise _UnreadableError
        self.is_open_ended = self.text[token.start : token.end].lower() != "at"

    def _take_zone(self, token: _Token) -> None:
        if not self.moments:
            raise _UnreadableError
        what = "names a time zone beside the agenda's"
        self._remark("time-zone-abbreviation", token, what)

    def _take_half(self, token: _Token) -> None:
        last = self.moments[-1] if self.moments else None
        if last is None or last.half or last.word or last.hour > 12 or last.hour == 0:
            raise _UnreadableError
        half = self.text[token.start].lower()
        tidy = f"{last.tidy} {half}m"
        self.moments[-1] = last._replace(half=half, end=token.end, tidy=tidy)

    def _take_dash(self, token: _Token) -> None:
        if len(self.moments) != 1 or self.separator is not None:
            raise _UnreadableError
        self.is_open_ended = token is self.tokens[-1]
        self.separator = token

    def _take_colon(self, token: _Token) -> None:
        if len(self.moments) != 1 or self.separator is not None or token is self.tokens[-1]:
            raise _UnreadableError
        self.separator = token

    def _take_onwards(self, token: _Token) -> None:
        if len(self.moments) != 1:
            raise _UnreadableError
        self.is_open_ended = True
        self.separator = self.separator or token

    def _remark(self, kind: str, token: _Token, what: str, instead: str | None = None) -> None:
        self.remarks.append(
            Remark(kind, token.start, token.end, f"“{self.text.strip()}” {what}", instead)
        )

    def understood(self) -> WrittenTime:
        """The value, with everything remarkable about the notation."""
        start = self.moments[0]
        end = self.moments[1] if len(self.moments) == 2 else None
        self._look_at_spaces()
        self._look_at_separator()
        self._look_at_style()
        self._look_at_words()
        if end is None:
            if self.is_open_ended:
                at = self.separator or self.tokens[0]
                self._remark("time-open-end", at, "has no end")
            return self._written(start.minutes, None)
        first, second = self._halves(start, end)
        if second < first and first >= 18 * 60 and second <= 6 * 60:
            second += DAY
        elif second < first and end.is_open and end.hour != 12 and start.hour <= 12:
            later = second + NOON
            if first < later <= first + _LONGEST_GUESS:
                second = later
                instead = f"{clock(first)}-{clock(second)}"
                self._remark_span(
                    "time-no-marker",
                    end,
                    f"does not say that {end.tidy} is in the afternoon",
                    instead,
                )
        if self._is_midnight_end(end) and second == 0:
            second = DAY
        return self._written(first, second)

    def _is_midnight_end(self, end: _Moment) -> bool:
        return end.word == "midnight" or (end.hour in {0, 12} and end.minute == 0)

    def _halves(self, start: _Moment, end: _Moment) -> tuple[int, int]:
        """Minutes of both, one am/pm serving for two where only one is written."""
        if start.half and end.is_open:
            same = end._replace(half=start.half)
            other = end._replace(half="p" if start.half == "a" else "a")
            chosen = same if same.minutes > start.minutes else other
            self._infer(end, chosen, f"{start.tidy}-{chosen.tidy} {chosen.half}m")
            return start.minutes, chosen.minutes
        if end.half and start.is_open:
            same = start._replace(half=end.half)
            other = start._replace(half="p" if end.half == "a" else "a")
            chosen = same if same.minutes < end.minutes else other
            self._infer(start, chosen, f"{chosen.tidy} {chosen.half}m-{end.tidy}")
            return chosen.minutes, end.minutes
        return start.minutes, end.minutes

    def _infer(self, moment: _Moment, chosen: _Moment, instead: str) -> None:
        what = f"has one am/pm for two times; {moment.tidy} is read as {chosen.tidy} {chosen.half}m"
        self._remark_span("time-ampm-inferred", moment, what, instead)

    def _remark_span(self, kind: str, moment: _Moment, what: str, instead: str | None) -> None:
        message = f"“{self.text.strip()}” {what}"
        self.remarks.append(Remark(kind, moment.start, moment.end, message, instead))

    def _tidy(self, *, styles: bool = False) -> str | None:
        """The text with its spaces and its separator put right, and nothing else."""
        if self.is_open_ended or any(
            token.kind in {"about", "zone", "from"} for token in self.tokens
        ):
            return None
        parts = [moment.tidy for moment in self.moments]
        if styles:
            mark = self.moments[0].mark
            parts = [
                f"{m.hour}{mark}{m.minute:02d}".rjust(len(p), "0")
                for m, p in zip(self.moments, parts, strict=True)
            ]
        return "-".join(parts)

    def _look_at_spaces(self) -> None:
        """Spaces inside a time, or on one side of the dash only."""
        spots = [(moment.start, moment.end) for moment in self.moments if moment.has_gap]
        dash = self.separator
        if dash is not None and len(self.moments) == 2 and dash.kind == "dash":
            before = self.text[self.moments[0].end : dash.start]
            after = self.text[dash.end : self.moments[1].start]
            if before != after and not self.text[dash.start].isalpha():
                spots.append((self.moments[0].end - 1, self.moments[1].start + 1))
        if spots:
            start, end = min(spot[0] for spot in spots), max(spot[1] for spot in spots)
            message = f"“{self.text.strip()}” has stray spaces"
            self.remarks.append(Remark("time-space", start, end, message, self._tidy()))

    def _look_at_separator(self) -> None:
        if len(self.moments) != 2:
            return
        if self.separator is None:
            gap = Remark(
                "time-no-dash", self.moments[0].end, self.moments[1].start,
                f"“{self.text.strip()}” has no dash between its two times", self._tidy(),
            )  # fmt: skip
            self.remarks.append(gap)
        elif self.separator.kind == "colon":
            mark = self.text[self.separator.start]
            self._remark(
                "time-separator",
                self.separator,
                f"has “{mark}” where a dash is meant",
                self._tidy(),
            )

    def _look_at_style(self) -> None:
        """Two ways of writing within one slot: 09:00-10.00, 9 am-14:00."""
        if len(self.moments) != 2:
            return
        start, end = self.moments
        punctuated = bool(start.mark and end.mark and start.mark != end.mark)
        clocks = (start.half and end.hour > 12) or (end.half and start.hour > 12)
        if punctuated or clocks:
            what = "writes its two times in different ways"
            instead = (
                self._tidy(styles=True) if punctuated and not (start.half or end.half) else None
            )
            if clocks:
                instead = f"{clock(start.minutes)}-{clock(end.minutes)}"
            self._remark_span("time-mixed-style", end, what, instead)

    def _look_at_words(self) -> None:
        for moment in self.moments:
            if moment.hour == 24:
                what = "uses 24:00, which some readers take for the day after"
                self._remark_span(
                    "time-noon-midnight", moment, what, self._respelt(moment, "00:00")
                )
            elif moment.half and moment.hour == 12 and moment.minute == 0:
                word = "12 noon" if moment.half == "p" else "midnight"
                what = f"uses {moment.tidy}, which readers take for noon or midnight"
                self._remark_span("time-noon-midnight", moment, what, self._respelt(moment, word))
            elif moment.word in {"nn", "mn", "n.n."}:
                word = "12 noon" if moment.word[0] == "n" else "midnight"
                what = f"uses {moment.tidy}, an abbreviation that few people know"
                self._remark_span("time-noon-midnight", moment, what, self._respelt(moment, word))

    def _respelt(self, moment: _Moment, word: str) -> str:
        return self.text[: moment.start] + word + self.text[moment.end :]

    def _written(self, start: int, end: int | None) -> WrittenTime:
        first = self.moments[0]
        halved = any(moment.half for moment in self.moments)
        return WrittenTime(
            self.text,
            start=start,
            end=end,
            style=("12" if halved else "24") + first.mark,
            twelve=(
                first.is_open and start == first.minutes and not halved,
                len(self.moments) == 2 and self.moments[1].is_open and not halved,
            ),
            remarks=tuple(sorted(self.remarks, key=lambda remark: remark.start)),
        )


def _moment(token: _Token, text: str) -> _Moment:
    """A clock time out of its token.

    Raises:
        _UnreadableError: when there is no such time on a clock.
    """
    match = token.match
    raw = text[token.start : token.end]
    moment = _Moment(0, 0, start=token.start, end=token.end, tidy=raw)
    if token.kind in {"noon", "midnight"}:
        word = re.sub(r"^12(?::00)?\s*", "", raw.lower())
        name = word if word in {"nn", "mn", "n.n."} else token.kind
        return moment._replace(hour=12 if token.kind == "noon" else 0, word=name)
    mark, minute = "", "00"
    if token.kind == "clock":
        digits, minute = match["hour"], match["minute"]
        mark = match["mark"].replace("\uff1a", ":").lower()
    elif token.kind == "packed":
        digits, minute = match["packed"][:-2], match["packed"][-2:]
    else:
        digits = match["bare"]
    hour = int(digits)
    if int(minute) > 59 or hour > 24 or (hour == 24 and int(minute)):
        raise _UnreadableError
    return moment._replace(
        hour=hour,
        minute=int(minute),
        mark=mark,
        has_gap=token.kind == "clock" and bool(match["gap"] or match["gap2"]),
        has_zero=digits.startswith("0"),
        tidy=digits if token.kind == "bare" else f"{digits}{mark}{minute}",
    )

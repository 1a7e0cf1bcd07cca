"""What stands in a slot: at most two moments, what parts them, and what is remarkable about both."""

from ogpworkshop.model.time import Remark
from ogpworkshop.read.dayparts import half_of, stands_before
from ogpworkshop.read.moments import (
    Moment,
    Token,
    UnreadableTimeError,
    moment_of,
    plain,
    tokens_of,
)

_MOMENTS = frozenset({"clock", "spoken", "packed", "bare", "noon", "midnight"})
_OPEN_ENDED = frozenset({"from", "as of", "ab", "desde", "desde las", "mulai", "từ"})
_ANDS = frozenset({"and", "et", "und", "y", "y la", "y las", "e"})
_BETWEEN = frozenset({"between", "entre", "entre la", "entre las", "zwischen"})
_AT = frozenset(
    {
        "t",
        "at",
        "um",
        "pukul",
        "jam",
        "pkl",
        "kl",
        "lúc",
        "ore",
        "godz",
        "saat",
        "الساعة",
        "เวลา",
        "ម៉ោង",
    }
)
SINCE = frozenset({"から", "부터", "से", "থেকে"})
"""Words for “from” and “to” that stand behind the first time."""
_UNTIL = frozenset(
    {
        "until",
        "till",
        "til",
        "bis",
        "hasta",
        "hasta las",
        "até",
        "hingga",
        "sampai",
        "до",
        "đến",
        "tot",
        "حتى",
    }
)


class Slot:
    """One text on its way to a `WrittenTime`."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.written = text
        self.only_until = False
        self.daypart = ""
        self.is_led = False
        self.remarks: list[Remark] = []
        self.tokens = tokens_of(self.text)
        self.moments: list[Moment] = []
        self.separator: Token | None = None
        self.is_open_ended = False
        self._collect()

    def _collect(self) -> None:
        """Sort the tokens into at most two moments, what stands between, and what goes with them."""
        for token in self.tokens:
            if token.kind in _MOMENTS:
                self._take_moment(token)
            else:
                getattr(self, f"_take_{token.kind}")(token)
        if not self.moments or self.daypart:
            raise UnreadableTimeError
        if len(self.moments) == 2:
            self.is_open_ended = False

    def _take_moment(self, token: Token) -> None:
        moment = moment_of(token, self.text)
        last = self.moments[-1] if self.moments else None
        if moment.word and last is not None and self.separator is None:
            # 12 Uhr mittags is one time; 11:00 noon is none
            if last.hour != 12 or last.minute or last.half or len(self.moments) == 2:
                raise UnreadableTimeError
            self.moments[-1] = moment._replace(start=last.start, tidy=moment.word)
        elif last is not None and last.is_bare and moment.tidy == "00":
            raise UnreadableTimeError  # 10-00 is ten o'clock, if it is no slot until midnight
        elif len(self.moments) == 2 or (
            last is not None and self.separator is None and last.is_bare and moment.is_bare
        ):
            raise UnreadableTimeError
        else:
            self.moments.append(moment)
            if self.daypart:
                self.is_led = True
                self._put_half(self.daypart, token.end)
                self.daypart = ""

    def _take_about(self, token: Token) -> None:
        self.remark("time-approximate", token, "is only roughly fixed")

    def _take_from(self, token: Token) -> None:
        word = self.text[token.start : token.end].lower().rstrip(".")
        if self.moments and self.separator is not None and word in _AT:
            return
        if self.moments:
            raise UnreadableTimeError
        self.is_open_ended = word in _OPEN_ENDED or word.startswith(("a partir", "à partir"))

    def _take_zone(self, token: Token) -> None:
        if not self.moments:
            raise UnreadableTimeError
        what = "names a time zone beside the agenda's"
        self.remark("time-zone-abbreviation", token, what)

    def _take_local(self, _token: Token) -> None:
        if not self.moments:
            raise UnreadableTimeError

    def _take_half(self, token: Token) -> None:
        last = self.moments[-1] if self.moments else None
        word, after = self.text[token.start : token.end], self.text[token.end :].lstrip()
        if word in {"AM", "PM"} and after[:1].isdecimal() and self._is_next(token):
            self.daypart = word
            return
        if last is None or last.half or last.word:
            raise UnreadableTimeError
        half = word[0].lower()
        if last.hour == 0 or last.hour > 12:
            self._take_needless(token, last, half)
            return
        tidy = f"{last.tidy} {half}m"
        self.moments[-1] = last._replace(half=half, end=token.end, tidy=tidy)

    def _take_needless(self, token: Token, last: Moment, half: str) -> None:
        """13:00 pm: the hour says already what the marker says; 13:00 am says two things."""
        if last.hour >= 24 or (half == "p") != (last.hour > 12):
            raise UnreadableTimeError
        what = f"has {half}m behind an hour that only the 24-hour clock has"
        instead = (self.text[: last.end].rstrip() + self.text[token.end :]).strip()
        self.remark("time-mixed-style", token, what, instead)
        self.moments[-1] = last._replace(end=token.end, has_zero=True)

    def _take_part(self, token: Token) -> None:
        """9 pagi, 3 de la tarde, 上午9時: a part of the day that does the work of am and pm."""
        word = self.text[token.start : token.end]
        last = self.moments[-1] if self.moments else None
        if stands_before(word) and self._is_next(token) and not self.daypart:
            self.daypart = word
        elif last is None or last.half or last.word or self.daypart:
            raise UnreadableTimeError
        elif stands_before(word) and self.text[: token.start].rstrip()[-1:].isdecimal():
            # of “9:30 शाम …” the word can begin the title
            raise UnreadableTimeError
        else:
            self._put_half(word, token.end)

    def _is_next(self, token: Token) -> bool:
        """Whether a part of the day belongs to the time that is still to come."""
        last = self.moments[-1] if self.moments else None
        if last is None or last.half or last.word:
            return True
        dash = self.separator
        return dash is not None and len(self.moments) == 1 and token.start > dash.start

    def _put_half(self, word: str, end: int) -> None:
        """Give the last moment the half of the day that a word means."""
        last = self.moments[-1]
        half = half_of(word, last.hour)
        if half is None or (word == "午後" and last.hour == 12 and not last.minute):
            raise UnreadableTimeError
        if last.hour == 12 and not last.minute:
            name = "noon" if half == "p" else "midnight"
            hour = 12 if half == "p" else 0
            self.moments[-1] = last._replace(hour=hour, word=name, end=end, tidy=name)
        elif 1 <= last.hour <= 12:
            self.moments[-1] = last._replace(half=half, end=end)
        elif last.hour == 0 and word == "午後":
            self.moments[-1] = last._replace(hour=12, half="p", end=end)
        elif (half == "p") != (last.hour > 12):
            raise UnreadableTimeError

    def _take_dash(self, token: Token) -> None:
        word = self.text[token.start : token.end].lower()
        # “9 and 10” can be a list; “9 a” is cut off
        first = self.text[self.tokens[0].start : self.tokens[0].end].lower()
        if word in _ANDS and first not in _BETWEEN:
            raise UnreadableTimeError
        if word[0].isalpha() and token is self.tokens[-1] and word not in SINCE:
            raise UnreadableTimeError
        if not self.moments and word in _UNTIL:
            self.only_until = True
            return
        if len(self.moments) != 1 or self.separator is not None or self.only_until:
            raise UnreadableTimeError
        self.is_open_ended = token is self.tokens[-1]
        self.separator = token

    def _take_upto(self, _token: Token) -> None:
        """A word behind an end: 9時から17時まで, or 17時まで alone."""
        if not self.moments or self.only_until:
            raise UnreadableTimeError
        self.only_until = len(self.moments) == 1

    def _take_colon(self, token: Token) -> None:
        if token is self.tokens[-1] and self.moments and not self.moments[-1].is_bare:
            return
        if len(self.moments) != 1 or self.separator is not None or token is self.tokens[-1]:
            raise UnreadableTimeError
        # 9.5 and 9:30:15 are no slots: minutes on both sides make a dash of it
        following = self.tokens[self.tokens.index(token) + 1].kind
        if self.moments[0].is_bare or following not in {"clock", "noon", "midnight"}:
            raise UnreadableTimeError
        self.separator = token

    def _take_onwards(self, token: Token) -> None:
        if len(self.moments) != 1:
            raise UnreadableTimeError
        self.is_open_ended = True
        self.separator = self.separator or token

    def remark(self, kind: str, token: Token, what: str, instead: str | None = None) -> None:
        """Note what is remarkable about a token."""
        self.remarks.append(
            Remark(kind, token.start, token.end, f"“{self.text.strip()}” {what}", instead)
        )

    def remark_span(self, kind: str, moment: Moment, what: str, instead: str | None) -> None:
        """Note what is remarkable about one of the times."""
        message = f"“{self.text.strip()}” {what}"
        self.remarks.append(Remark(kind, moment.start, moment.end, message, instead))

    def tidy(self, *, styles: bool = False) -> str | None:
        """The text with its spaces and its separator put right, and nothing else."""
        if self.is_open_ended or any(
            token.kind in {"about", "zone", "from", "part"} for token in self.tokens
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

"""What stands in a slot: at most two moments, what parts them, and what is remarkable about both."""

import msgspec

from ogpworkshop.model.time import DAY, NOON, Remark, WrittenTime, clock
from ogpworkshop.read.moments import (
    NOON_FIRST,
    TOKEN,
    Moment,
    Token,
    UnreadableTimeError,
    half_of,
    moment_of,
    plain,
)

_MOMENTS = frozenset({"clock", "spoken", "packed", "bare", "noon", "midnight"})
_OPEN_ENDED = frozenset({"from", "as of", "ab", "desde", "desde las", "mulai", "a partir de"})
_AT = frozenset({"t", "at", "um", "pukul", "jam", "pkl", "kl"})
_UNTIL = frozenset(
    {"until", "till", "til", "bis", "hasta", "hasta las", "até", "hingga", "sampai", "до"}
)
_LONGEST_GUESS = 9 * 60


class Slot:
    """One text on its way to a `WrittenTime`."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.written = text
        self.only_until = False
        self.remarks: list[Remark] = []
        self.tokens = self._tokens()
        self.moments: list[Moment] = []
        self.separator: Token | None = None
        self.is_open_ended = False
        self._collect()

    def _tokens(self) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        text = self.text
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
            match = TOKEN.match(text, at)
            if match is None or match.lastgroup is None:
                raise UnreadableTimeError
            kind = "clock" if match["clock"] else match.lastgroup
            tokens.append(Token(kind, at, match.end(), match))
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
        elif len(self.moments) == 2:
            raise UnreadableTimeError
        else:
            self.moments.append(moment)

    def _take_about(self, token: Token) -> None:
        self._remark("time-approximate", token, "is only roughly fixed")

    def _take_from(self, token: Token) -> None:
        word = self.text[token.start : token.end].lower().rstrip(".")
        if self.moments and self.separator is not None and word in _AT:
            return
        if self.moments:
            raise UnreadableTimeError
        self.is_open_ended = self.text[token.start : token.end].lower() in _OPEN_ENDED

    def _take_zone(self, token: Token) -> None:
        if not self.moments:
            raise UnreadableTimeError
        what = "names a time zone beside the agenda's"
        self._remark("time-zone-abbreviation", token, what)

    def _take_local(self, _token: Token) -> None:
        if not self.moments:
            raise UnreadableTimeError

    def _take_half(self, token: Token) -> None:
        last = self.moments[-1] if self.moments else None
        if last is None or last.half or last.word:
            raise UnreadableTimeError
        half = self.text[token.start].lower()
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
        self._remark("time-mixed-style", token, what, instead)
        self.moments[-1] = last._replace(end=token.end, has_zero=True)

    def _take_part(self, token: Token) -> None:
        """9 pagi, 3 de la tarde, 11 утра: a part of the day that does the work of am and pm."""
        last = self.moments[-1] if self.moments else None
        if last is None or last.half or last.word:
            raise UnreadableTimeError
        half = half_of(self.text[token.start : token.end], last.hour)
        if last.hour == 12 and not last.minute:
            name = "noon" if half == "p" else "midnight"
            hour = 12 if half == "p" else 0
            self.moments[-1] = last._replace(hour=hour, word=name, end=token.end, tidy=name)
        elif 1 <= last.hour <= 12:
            self.moments[-1] = last._replace(half=half, end=token.end)
        elif (half == "p") != (last.hour > 12):
            raise UnreadableTimeError

    def _take_dash(self, token: Token) -> None:
        word = self.text[token.start : token.end].lower()
        # “9 and 10” can be a list; “9 a” is cut off
        if word == "and" and self.tokens[0].kind != "from":
            raise UnreadableTimeError
        if word[0].isalpha() and token is self.tokens[-1]:
            raise UnreadableTimeError
        if not self.moments and word in _UNTIL:
            self.only_until = True
            return
        if len(self.moments) != 1 or self.separator is not None or self.only_until:
            raise UnreadableTimeError
        self.is_open_ended = token is self.tokens[-1]
        self.separator = token

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

    def _remark(self, kind: str, token: Token, what: str, instead: str | None = None) -> None:
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
        self._look_at_years()
        if self.only_until:
            return self._until(start, end)
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

    def _until(self, moment: Moment, second: Moment | None) -> WrittenTime:
        """An end alone; one that can be of the morning or of the afternoon is not understood."""
        if second is not None or moment.is_open:
            raise UnreadableTimeError
        end = DAY if moment.word == "midnight" else moment.minutes
        written = self._written(0, end)
        return msgspec.structs.replace(written, start=None, twelve=(False, False))

    def _is_midnight_end(self, end: Moment) -> bool:
        return end.word == "midnight" or (end.hour in {0, 12} and end.minute == 0)

    def _halves(self, start: Moment, end: Moment) -> tuple[int, int]:
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

    def _infer(self, moment: Moment, chosen: Moment, instead: str) -> None:
        what = f"has one am/pm for two times; {moment.tidy} is read as {chosen.tidy} {chosen.half}m"
        self._remark_span("time-ampm-inferred", moment, what, instead)

    def _remark_span(self, kind: str, moment: Moment, what: str, instead: str | None) -> None:
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
            is_plain = not (before.strip() or after.strip() or self.text[dash.start].isalpha())
            if before != after and is_plain:
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

    def _look_at_years(self) -> None:
        """2025-2030: years, if no times of an evening."""
        numbers = [token.match["packed"] for token in self.tokens if token.kind == "packed"]
        if any(each is None or not "1990" <= each <= "2059" for each in numbers) or not numbers:
            return
        if numbers[0] in {"2000", "2030", "2045"}:
            return
        if len(numbers) == len(self.moments) and len(self.tokens) <= len(numbers) + 1:
            if any(int(each) % 5 for each in numbers):
                raise UnreadableTimeError
            self._remark("time-alternative", self.tokens[0], "can be years as well as times")

    def _respelt(self, moment: Moment, word: str) -> str:
        return self.text[: moment.start] + word + self.text[moment.end :]

    def _written(self, start: int, end: int | None) -> WrittenTime:
        first = self.moments[0]
        halved = any(moment.half for moment in self.moments)
        return WrittenTime(
            self.written,
            start=start,
            end=end,
            style=("12" if halved else "24") + first.mark,
            twelve=(
                first.is_open and start == first.minutes and not halved,
                len(self.moments) == 2 and self.moments[1].is_open and not halved,
            ),
            remarks=tuple(sorted(self.remarks, key=lambda remark: remark.start)),
        )

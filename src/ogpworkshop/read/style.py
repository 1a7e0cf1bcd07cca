"""What is remarkable about the way in which a slot is written."""

from ogpworkshop.model.time import Remark, clock
from ogpworkshop.read.moments import Moment, UnreadableTimeError
from ogpworkshop.read.slot import Slot


def remark_on(slot: Slot) -> None:
    """Add what is remarkable about spaces, separators, styles and words.

    Raises:
        UnreadableTimeError: when it is a span of years.
    """
    for look in (_spaces, _separator, _style, _words, _years):
        look(slot)


def _spaces(slot: Slot) -> None:
    """Spaces inside a time, or on one side of the dash only."""
    spots = [(moment.start, moment.end) for moment in slot.moments if moment.has_gap]
    dash = slot.separator
    if dash is not None and len(slot.moments) == 2 and dash.kind == "dash":
        before = slot.text[slot.moments[0].end : dash.start]
        after = slot.text[dash.end : slot.moments[1].start]
        is_plain = not (before.strip() or after.strip() or slot.text[dash.start].isalpha())
        if before != after and is_plain:
            spots.append((slot.moments[0].end - 1, slot.moments[1].start + 1))
    if spots:
        start, end = min(spot[0] for spot in spots), max(spot[1] for spot in spots)
        message = f"“{slot.text.strip()}” has stray spaces"
        slot.remarks.append(Remark("time-space", start, end, message, slot.tidy()))


def _separator(slot: Slot) -> None:
    if len(slot.moments) != 2:
        return
    if slot.separator is None:
        gap = Remark(
            "time-no-dash", slot.moments[0].end, slot.moments[1].start,
            f"“{slot.text.strip()}” has no dash between its two times", slot.tidy(),
        )  # fmt: skip
        slot.remarks.append(gap)
    elif slot.separator.kind == "colon":
        mark = slot.text[slot.separator.start]
        slot.remark(
            "time-separator",
            slot.separator,
            f"has “{mark}” where a dash is meant",
            slot.tidy(),
        )


def _style(slot: Slot) -> None:
    """Two ways of writing within one slot: 09:00-10.00, 9 am-14:00."""
    if len(slot.moments) != 2:
        return
    start, end = slot.moments
    punctuated = bool(start.mark and end.mark and start.mark != end.mark)
    clocks = (start.half and end.hour > 12) or (end.half and start.hour > 12)
    if punctuated or clocks:
        what = "writes its two times in different ways"
        instead = slot.tidy(styles=True) if punctuated and not (start.half or end.half) else None
        if clocks:
            instead = f"{clock(start.minutes)}-{clock(end.minutes)}"
        slot.remark_span("time-mixed-style", end, what, instead)


def _words(slot: Slot) -> None:
    for moment in slot.moments:
        if moment.hour == 24:
            what = "uses 24:00, which some readers take for the day after"
            slot.remark_span("time-noon-midnight", moment, what, _respelt(slot, moment, "00:00"))
        elif moment.half and moment.hour == 12 and moment.minute == 0:
            word = "12 noon" if moment.half == "p" else "midnight"
            what = f"uses {moment.tidy}, which readers take for noon or midnight"
            slot.remark_span("time-noon-midnight", moment, what, _respelt(slot, moment, word))
        elif moment.word in {"nn", "mn", "n.n."}:
            word = "12 noon" if moment.word[0] == "n" else "midnight"
            what = f"uses {moment.tidy}, an abbreviation that few people know"
            slot.remark_span("time-noon-midnight", moment, what, _respelt(slot, moment, word))


def _years(slot: Slot) -> None:
    """2025-2030: years, if no times of an evening."""
    numbers = [token.match["packed"] for token in slot.tokens if token.kind == "packed"]
    if any(each is None or not "1990" <= each <= "2059" for each in numbers) or not numbers:
        return
    if numbers[0] in {"2000", "2030", "2045"}:
        return
    if len(numbers) == len(slot.moments) and len(slot.tokens) <= len(numbers) + 1:
        if any(int(each) % 5 for each in numbers):
            raise UnreadableTimeError
        slot.remark("time-alternative", slot.tokens[0], "can be years as well as times")


def _respelt(slot: Slot, moment: Moment, word: str) -> str:
    return slot.text[: moment.start] + word + slot.text[moment.end :]

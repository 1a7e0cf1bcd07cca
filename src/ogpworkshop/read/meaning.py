"""What a slot means: its start and its end, one marker serving for two, noon, midnight, open ends."""

import msgspec

from ogpworkshop.model.time import DAY, NOON, WrittenTime, clock
from ogpworkshop.read.moments import Moment, UnreadableTimeError
from ogpworkshop.read.slot import Slot
from ogpworkshop.read.style import remark_on

_LONGEST_GUESS = 9 * 60


def understood(slot: Slot) -> WrittenTime:
    """The value, with everything remarkable about the notation."""
    start = slot.moments[0]
    end = slot.moments[1] if len(slot.moments) == 2 else None
    remark_on(slot)
    if slot.only_until:
        return _until(slot, start, end)
    if end is None:
        if slot.is_open_ended:
            at = slot.separator or slot.tokens[0]
            slot.remark("time-open-end", at, "has no end")
        return _written(slot, start.minutes, None)
    first, second = _halves(slot, start, end)
    if second < first and first >= 18 * 60 and second <= 6 * 60:
        second += DAY
    elif second < first and end.is_open and end.hour != 12 and start.hour <= 12:
        later = second + NOON
        if first < later <= first + _LONGEST_GUESS:
            second = later
            instead = f"{clock(first)}-{clock(second)}"
            slot.remark_span(
                "time-no-marker",
                end,
                f"does not say that {end.tidy} is in the afternoon",
                instead,
            )
    if _is_midnight_end(end) and second == 0:
        second = DAY
    return _written(slot, first, second)


def _until(slot: Slot, moment: Moment, second: Moment | None) -> WrittenTime:
    """An end alone; one that can be of the morning or of the afternoon is not understood."""
    if second is not None or moment.is_open:
        raise UnreadableTimeError
    end = DAY if moment.word == "midnight" else moment.minutes
    written = _written(slot, 0, end)
    return msgspec.structs.replace(written, start=None, twelve=(False, False))


def _is_midnight_end(end: Moment) -> bool:
    return end.word == "midnight" or (end.hour in {0, 12} and end.minute == 0)


def _halves(slot: Slot, start: Moment, end: Moment) -> tuple[int, int]:
    """Minutes of both, one am/pm serving for two where only one is written."""
    if start.half and end.is_open:
        same = end._replace(half=start.half)
        other = end._replace(half="p" if start.half == "a" else "a")
        chosen = same if same.minutes > start.minutes else other
        if not (slot.is_led and chosen is same):
            _infer(slot, end, chosen, start, chosen)
        return start.minutes, chosen.minutes
    if end.half and start.is_open:
        same = start._replace(half=end.half)
        other = start._replace(half="p" if end.half == "a" else "a")
        chosen = same if same.minutes < end.minutes else other
        _infer(slot, start, chosen, chosen, end)
        return chosen.minutes, end.minutes
    return start.minutes, end.minutes


def _infer(slot: Slot, moment: Moment, chosen: Moment, first: Moment, last: Moment) -> None:
    read = f"{chosen.tidy} {chosen.half}m"
    instead = "-".join(read if each is chosen else each.tidy for each in (first, last))
    if any(token.kind == "part" for token in slot.tokens):
        read = clock(chosen.minutes)
        instead = f"{clock(first.minutes)}-{clock(last.minutes)}"
    what = f"has one am/pm for two times; {moment.tidy} is read as {read}"
    slot.remark_span("time-ampm-inferred", moment, what, instead)


def _written(slot: Slot, start: int, end: int | None) -> WrittenTime:
    first = slot.moments[0]
    halved = any(moment.half for moment in slot.moments)
    return WrittenTime(
        slot.written,
        start=start,
        end=end,
        style=("12" if halved else "24") + first.mark,
        twelve=(
            first.is_open and start == first.minutes and not halved,
            len(slot.moments) == 2 and slot.moments[1].is_open and not halved,
        ),
        remarks=tuple(sorted(slot.remarks, key=lambda remark: remark.start)),
    )

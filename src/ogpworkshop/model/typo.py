"""The slot that was probably meant where one figure was mistyped."""

from collections.abc import Iterator

from ogpworkshop.model.time import DAY, NOON, clock

_LONGEST = 8 * 60


def meant_slot(
    start: int, end: int, after: int | None, before: int | None
) -> tuple[int, int] | None:
    """The slot between two neighbours that is one figure, or twelve hours, away from this one.

    Args:
        start: as written, minutes after midnight.
        end: likewise.
        after: end of the session before, None if there is none.
        before: start of the session after, None if there is none.

    Returns:
        The slot that joins most neighbours; None when none fits, or several fit equally well.
    """
    best: tuple[int, int] | None = None
    best_joins, is_tied = 0, False
    for slot in set(_near(start, end)):
        if not _fits(slot, after, before):
            continue
        joins = (slot[0] == after) + (slot[1] == before)
        if joins > best_joins:
            best, best_joins, is_tied = slot, joins, False
        elif joins == best_joins:
            is_tied = True
    return None if is_tied else best


def _fits(slot: tuple[int, int], after: int | None, before: int | None) -> bool:
    start, end = slot
    return (
        0 < end - start <= _LONGEST
        and (after is None or start >= after)
        and (before is None or end <= before)
    )


def _near(start: int, end: int) -> Iterator[tuple[int, int]]:
    for other in _one_figure_off(start):
        yield other, end
    for other in _one_figure_off(end):
        yield start, other
    for shift in (-NOON, NOON):
        if start + shift >= 0 and end + shift <= DAY:
            yield start + shift, end + shift


def _one_figure_off(minutes: int) -> Iterator[int]:
    text = clock(minutes)
    for position in (0, 1, 3, 4):
        for figure in "0123456789":
            hour, _, minute = f"{text[:position]}{figure}{text[position + 1 :]}".partition(":")
            if figure != text[position] and int(hour) < 24 and int(minute) < 60:
                yield int(hour) * 60 + int(minute)

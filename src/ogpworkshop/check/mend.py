"""Fixes that rules propose: another time for a session, another word at a place."""

from ogpworkshop.check.finding import Edit, Fix
from ogpworkshop.model.agenda import Session
from ogpworkshop.model.path import Path, Place
from ogpworkshop.model.restyle import slot, spelled
from ogpworkshop.model.time import DAY
from ogpworkshop.model.typo import meant_slot


def retime(
    session: Session, start: int, end: int, title: str, *, is_safe: bool = False
) -> Fix | None:
    """Give a session this start and end, in the keys and the style in which it is written.

    None when its time follows from other sessions and cannot be written without a new key.
    """
    edits = _edits(session, start, end)
    return Fix(title, edits, is_safe) if edits else None


def _edits(session: Session, start: int, end: int) -> tuple[Edit, ...]:
    written, path = session.written, session.path
    style = session.time.style if session.time and session.time.style else "24:"
    if written.time is not None:
        if not is_alone(session):  # which of them is wrong is open
            return ()
        return (Edit(Place(path / "time"), slot(start, end, style)),)
    edits = []
    if written.start is not None and start != session.start:
        edits.append(Edit(Place(path / "start"), spelled(start, style)))
    elif start != session.start:
        return ()
    if written.end is not None:
        if end != session.end:
            edits.append(Edit(Place(path / "end"), spelled(end, style)))
    elif written.duration is not None:
        if end - start != session.minutes:
            edits.append(Edit(Place(path / "duration"), f"{end - start}m"))
    elif end != session.end:
        return ()
    return tuple(edits)


def is_alone(session: Session) -> bool:
    """Whether `time` alone says when it is, without start, end or length beside it."""
    written = session.written
    return written.time is not None and not (written.start or written.end or written.duration)


def rewrite(path: Path, text: str, title: str, *, is_safe: bool = False) -> Fix:
    """Give the value at a path another text."""
    return Fix(title, (Edit(Place(path), text),), is_safe)


def joins(session: Session, after: int | None, before: int | None) -> int:
    """How many neighbours the slot that was probably meant would join without a gap; 0 for none."""
    if session.start is None or session.end is None:
        return 0
    meant = meant_slot(session.start, session.end % DAY, after, before)
    return (meant[0] == after) + (meant[1] == before) if meant else 0


def untypo(session: Session, after: int | None, before: int | None) -> Fix | None:
    """The slot that was probably meant, if one figure is wrong and only one fits best."""
    if session.start is None or session.end is None:
        return None
    meant = meant_slot(session.start, session.end % DAY, after, before)
    if meant is None:
        return None
    style = session.time.style if session.time and session.time.style else "24:"
    return retime(session, *meant, f"write {slot(*meant, style)}, one figure away")

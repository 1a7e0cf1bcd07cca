"""Sessions of a day laid out beside each other, so that none covers another."""

from collections.abc import Iterable

from ogpworkshop.model.agenda import Session


def lanes(sessions: Iterable[Session]) -> list[list[Session]]:
    """Columns of sessions that follow each other; as few columns as sessions run at once.

    Sessions are placed by their start, each into the first column that is free (first fit is
    optimal for intervals in order of start). Sessions of no length or unknown time are left out.
    """
    columns: list[list[Session]] = []
    timed = [session for session in sessions if session.is_timed]
    for session in sorted(timed, key=lambda each: (each.start or 0, each.path)):
        for column in columns:
            if (column[-1].end or 0) <= (session.start or 0):
                column.append(session)
                break
        else:
            columns.append([session])
    return columns

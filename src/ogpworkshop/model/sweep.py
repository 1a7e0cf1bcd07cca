"""Sessions that run at the same time, found by sweeping them in order of their starts."""

from collections.abc import Iterable, Iterator

from ogpworkshop.model.agenda import Session


def overlaps(sessions: Iterable[Session]) -> Iterator[tuple[Session, Session, int, int]]:
    """Every two sessions of one day that share time, with the start and end of what they share.

    The sessions are those of one day. Each pair comes once, the earlier start first; sessions of
    no length or unknown time share nothing. O(n log n + pairs).
    """
    running: list[Session] = []
    timed = [session for session in sessions if session.is_timed]
    for session in sorted(timed, key=lambda each: (each.start, each.path)):
        start, end = session.start or 0, session.end or 0
        running = [other for other in running if (other.end or 0) > start]
        for other in running:
            yield other, session, start, min(end, other.end or 0)
        running.append(session)

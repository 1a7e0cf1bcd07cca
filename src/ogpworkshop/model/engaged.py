"""Who has something to do in which sessions of a day."""

from collections import defaultdict

import msgspec

from ogpworkshop.model.agenda import Appearance, Day, Session
from ogpworkshop.model.identity import Identities, names_nobody
from ogpworkshop.model.pauses import placed


class Engagement(msgspec.Struct, frozen=True):
    """A session and where it names somebody, the first time if several."""

    session: Session
    appearance: Appearance


def engagements(day: Day, people: Identities) -> dict[str, list[Engagement]]:
    """Engagements of everybody who is named in two sessions of the day or more, in order of time.

    Organisations and words for nobody in particular are left out: they can be in many places.
    """
    by_ref: defaultdict[str, dict[object, Engagement]] = defaultdict(dict)
    for session in placed(day):
        if not session.is_aside:
            for appearance in session.people:
                by_ref[appearance.ref].setdefault(session.path, Engagement(session, appearance))
    of_person: defaultdict[str, dict[object, Engagement]] = defaultdict(dict)
    for ref, engaged in by_ref.items():
        if not names_nobody(ref) and not people.is_organisation(ref):
            there = of_person[people.of(ref)]
            for path, each in engaged.items():
                there.setdefault(path, each)
    return {
        key: sorted(engaged.values(), key=lambda each: (each.session.start, each.session.path))
        for key, engaged in of_person.items()
        if len(engaged) > 1
    }

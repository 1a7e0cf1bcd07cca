"""One person seems to be named in two ways.

## Why it matters
Two badges, two lines in the list of speakers, and a double booking that nobody notices.

## Example
- {time: "09:00-10:00", title: Panel, chair: Maria Cruz}
- {time: "10:00-10:30", title: Talks, chair: M. Cruz}

## Instead
- {time: "09:00-10:00", title: Panel, chair: Maria Cruz}
- {time: "10:00-10:30", title: Talks, chair: Maria Cruz}

## Fix
Unsafe: writes the name in full.

## Not reported
Names that two people can be meant by; names that the roster or `people` does not have and that
are a letter away from one that it has, which are person-unknown.
"""

from collections import defaultdict
from collections.abc import Iterator

from ogpworkshop.check import mend
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.agenda import Agenda, Appearance
from ogpworkshop.model.identity import Identities, names_nobody, plain
from ogpworkshop.model.roster import Roster


@rule(Severity.WARNING, since="0.1")
def check(agenda: Agenda, roster: Roster | None = None) -> Iterator[Finding]:
    people = Identities(agenda, roster)
    first: dict[str, Appearance] = {}
    for day in agenda.days:
        for session in day.sessions:
            for appearance in session.people:
                first.setdefault(appearance.ref, appearance)
    names = {name for name in people.names.values() if name}
    names |= {ref.strip() for ref in first if people.find(ref) is None and not names_nobody(ref)}
    full = _by_initial(names)
    for ref, appearance in first.items():
        short = _initialled(ref)
        meant = full.get(short, set()) if short and people.find(ref) is None else set()
        if len(meant) == 1:
            name = next(iter(meant))
            message = f"“{ref.strip()}” is probably “{name}”"
            fix = mend.rewrite(appearance.path, name, f"write {name}")
            yield Finding(appearance.path, message, "an initial for a name", fix=fix)


def _by_initial(names: set[str]) -> dict[tuple[str, str], set[str]]:
    """Names of two words or more by the initial of the first and the last word."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        words = plain(name).split()
        if len(words) > 1 and len(words[0].rstrip(".")) > 1:
            found[words[0][0], words[-1]].add(name)
    return found


def _initialled(name: str) -> tuple[str, str] | None:
    """Initial and last word of a name such as M. Cruz."""
    words = plain(name).split()
    if len(words) == 2 and len(words[0].rstrip(".")) == 1 and len(words[1]) > 2:
        return words[0][0], words[1]
    return None

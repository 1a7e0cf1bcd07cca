"""`must`s that cannot hold, found before any search: alone by counting, together by trying."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from ogpworkshop.groups.criteria.apart import Apart
from ogpworkshop.groups.criteria.foes import Foes
from ogpworkshop.groups.criteria.zones import Zones
from ogpworkshop.groups.fitting import MUSTS, fewest_clashing, smallest, whole
from ogpworkshop.groups.joint import MOST_PEOPLE, OVER_ROUNDS, Joint, linked
from ogpworkshop.groups.problem import Criterion, Problem, Round
from ogpworkshop.groups.units import joined
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.path import Place
from ogpworkshop.model.wording import listed


def clashes(problem: Problem, places: list[Place]) -> list[Fault]:
    """Musts whose bound is above zero, or the smallest set of musts that cannot hold together."""
    faults = []
    for criterion, place in zip(problem.criteria, places, strict=True):
        if criterion.wish.is_must:
            bound = criterion.bound(problem)
            if bound.cost:
                reason = f": {bound.why}" if bound.why else ""
                message = f"“{criterion.wish.title}” must hold and cannot{reason}"
                label = "leave out must, and it is met as far as possible"
                faults.append(Fault("criterion-impossible", place, message, label))
    if problem.is_large:  # people by people is too much to try
        return faults
    return faults or list(_together(problem, places))


def _together(problem: Problem, places: list[Place]) -> Iterator[Fault]:
    """The first round in which musts clash, or all rounds together, at the last of those that do."""
    found, message = _found(problem)
    if found:
        place_of = dict(zip(map(id, problem.criteria), places, strict=True))
        last = found[-1]
        related = tuple((place_of[id(each)], "clashes with it") for each in found[:-1])
        which = " at one of them, and it" if related else ", and it"
        label = f"leave out must{which} is met as far as possible"
        place = place_of[id(last)]
        yield Fault("criterion-impossible", place, message, label, related=related)


def _found(problem: Problem) -> tuple[tuple[Criterion, ...], str]:
    """The fewest musts that clash, and what to say of them."""
    for r, round_ in enumerate(problem.rounds):
        found = smallest(whole(problem, r), round_, r)
        if found:
            return found, _in_words(problem, found, round_)
    musts = [each for each in problem.criteria if each.wish.is_must]
    musts = [each for each in musts if isinstance(each, (*MUSTS, *OVER_ROUNDS))]
    if problem.n_people > MOST_PEOPLE or not any(isinstance(e, OVER_ROUNDS) for e in musts):
        return (), ""
    joint = Joint(problem)
    for some in linked(musts, problem):
        found = fewest_clashing(some, joint.fits)
        if found:
            return found, _over_rounds_in_words(found, joint.tried(found)[0])
    return (), ""


def _over_rounds_in_words(found: Sequence[Criterion], why: str | None) -> str:
    reason = f": {why}" if why else ""
    counts = Counter(each.wish.title for each in found)
    titles = [f"{title} in {n} sessions" if n > 1 else title for title, n in counts.items()]
    if len(titles) == 1:
        return f"“{titles[0]}” must hold and cannot{reason or ' with the sizes of the groups'}"
    return f"{listed(titles, len(titles))} cannot hold together over the rounds{reason}"


def _in_words(problem: Problem, found: Sequence[Criterion], round_: Round) -> str:
    """The musts that clash, and why, where that can be said in a few words."""
    if len(found) == 1:
        title = found[0].wish.title
        return f"“{title}” must hold and cannot: no groups of {round_.name} with their sizes keep to it"
    titles = [each.wish.title for each in found]
    names = listed(titles, len(titles))
    what = f"{names} cannot hold together in {round_.name}"
    head = joined(found, round_)
    for criterion in found:
        if isinstance(criterion, Apart | Foes | Zones):
            torn = criterion.binds()[0] & (head[:, None] == head[None, :])
            torn &= round_.present[:, None] & round_.present[None, :]
            pairs = np.argwhere(np.triu(torn, 1))
            if len(pairs):
                one, other = (problem.people[int(i)] for i in pairs[0])
                return f"{what}: {one} and {other} would have to be together and apart"
    sizes = np.unique(head[round_.present], return_counts=True)[1]
    largest = int(round_.high.max())
    if sizes.max(initial=0) > largest:
        return f"{what}: they bind {sizes.max()} people together, the largest group takes {largest}"
    return what

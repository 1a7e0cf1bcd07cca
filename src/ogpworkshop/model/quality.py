"""How good groups are, as a report shows it: scores, composition, meetings."""

import msgspec


class Measure(msgspec.Struct, frozen=True):
    """One criterion on one scale.

    Attributes:
        title: of the criterion: `spread country`.
        rounds: names of the rounds it speaks of, none if of all.
        weight: 1 to 10.
        is_must: it has to hold.
        amount: what is left to wish, and the least that is possible, in words; "" where numbers say nothing.
        verdict: optimal (proven), or how far from it.
        is_optimal: no groups are better by it.
        is_met: nothing is left to wish.
        part: 0 for the best possible, 1 for groups drawn by lot.
        worst: the group that is worst off, beside the mean of all, "" if none is.
        why: why nothing better is possible.
        sentences: what is not as wished.
        is_hidden: it is about values that only few may see, so that there are no sentences.
    """

    title: str
    rounds: tuple[str, ...]
    weight: int
    is_must: bool
    amount: str
    verdict: str
    is_optimal: bool
    is_met: bool
    part: float
    worst: str
    why: str
    sentences: tuple[str, ...]
    is_hidden: bool


class Composition(msgspec.Struct, frozen=True):
    """Who is in the groups of a round, by the values of one column.

    Attributes:
        column: what is counted.
        round: name of the round.
        groups: names of the groups, short.
        values: what is told apart; the last may stand for several.
        numbers: `numbers[group][value]`.
        unit: of the numbers: people, or the mean of what.
    """

    column: str
    round: str
    groups: tuple[str, ...]
    values: tuple[str, ...]
    numbers: tuple[tuple[float, ...], ...]
    unit: str = "people"


class Met(msgspec.Struct, frozen=True):
    """Who meets whom.

    Attributes:
        people: names, by group of the first round.
        blocks: how many people each group of the first round has.
        pairs: two positions in `people` and how often they meet, for those who do.
        numbers: how many pairs meet 0, 1, 2 … times.
        repeats: meetings beyond a pair's first.
        least: repeats that no groups avoid.
        seats: for each of the people, the group in each round, "" where away.
        others: for each, how many different people they meet.
        rounds: names of the rounds.
    """

    people: tuple[str, ...]
    blocks: tuple[int, ...]
    pairs: tuple[tuple[int, int, int], ...]
    numbers: tuple[int, ...]
    repeats: int
    least: int
    seats: tuple[tuple[str, ...], ...]
    others: tuple[int, ...]
    rounds: tuple[str, ...]


class Quality(msgspec.Struct, frozen=True):
    """Everything that a report on groups shows.

    Attributes:
        verdict: on the whole plan, in a sentence.
        is_sound: the groups are complete, and everything that must hold does.
        part: of all wishes together, as for each.
        measures: of each criterion.
        compositions: by criterion and round.
        met: meetings.
        faults: what is wrong with the plan itself.
    """

    verdict: str
    is_sound: bool
    part: float
    measures: tuple[Measure, ...]
    compositions: tuple[Composition, ...]
    met: Met
    faults: tuple[str, ...] = ()

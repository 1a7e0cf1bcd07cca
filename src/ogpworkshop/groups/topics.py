"""Topics for which too few people care: left out before groups are formed, with the reason."""

import numpy as np
from numpy.typing import NDArray

from ogpworkshop.groups.kinds import plural
from ogpworkshop.model.agenda import Breakout
from ogpworkshop.model.roster import Participant


def left_out(
    breakout: Breakout, people: tuple[Participant, ...], present: NDArray[np.bool_]
) -> dict[str, str]:
    """Reasons by topic, one topic after the other, those with the fewest first.

    Whoever wished a topic that goes counts for the next one on their list.
    """
    needed = breakout.written.topic_needs
    column = next(
        (each.criterion.prefer for each in breakout.criteria if each.criterion.prefer), ""
    )
    topics = list(dict.fromkeys(filter(None, breakout.topics)))
    if not needed or not column:
        return {}
    wishes = [
        [value.casefold() for value in person.listed(column)]
        for person, is_there in zip(people, present, strict=True)
        if is_there
    ]
    reasons: dict[str, str] = {}
    while len(topics) > 1:
        numbers = [0] * len(topics)
        known = {topic.casefold(): k for k, topic in enumerate(topics)}
        for each in wishes:
            first = next((known[value] for value in each if value in known), None)
            if first is not None:
                numbers[first] += 1
        fewest = min(numbers)
        if fewest >= needed:
            break
        k = len(numbers) - 1 - numbers[::-1].index(fewest)
        wished = plural(fewest, "person wishes", "people wish")
        topic = topics.pop(k)
        reasons[topic] = f"“{topic}” is left out: {wished} it most, {needed} are needed"
    return reasons

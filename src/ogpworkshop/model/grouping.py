"""The shape of what the agenda file says of groups: how many, and what they are to be like."""

from typing import Annotated, Any, Literal

from msgspec import Meta, field

from ogpworkshop.model.shape import Count, Shape, Weight


class Criterion(Shape, frozen=True, kw_only=True):
    """One wish about groups: exactly one key names it, from spread to then; the others say more about it."""

    spread: Annotated[
        str | None, Meta(description="Column whose values are spread evenly over the groups.")
    ] = None
    gather: Annotated[
        str | None, Meta(description="Column whose equal values come into the same group.")
    ] = None
    together: Annotated[
        str | tuple[str | tuple[str, ...], ...] | None,
        Meta(
            description="Roster ids or names of people in one group, or a list of such lists, or a column whose equal values are never parted.",
            examples=[["p03", "p17"], [["p03", "p17"], ["p20", "p21"]]],
        ),
    ] = None
    apart: Annotated[
        str | tuple[str | tuple[str, ...], ...] | None,
        Meta(
            description="Roster ids or names of people in different groups, or a list of such lists, or a column whose equal values never meet.",
            examples=[["p03", "p17"], [["p03", "p17"], ["p20", "p21"]]],
        ),
    ] = None
    need: Annotated[
        dict[str, Any] | None,
        Meta(
            description="Whom at_least, at_most or exactly count in every group: columns and values, which all have to fit. A value can be a list of which one has to fit, begin with “not”, be “empty”, or a range of numbers; any, all and not combine whole conditions.",
            examples=[
                {"role": "expert"},
                {"role": ["expert", "facilitator"], "experience": "10 or more"},
                {"any": [{"role": "expert"}, {"not": {"country": "Nepal"}}]},
            ],
        ),
    ] = None
    never_alone: Annotated[
        str | None,
        Meta(description="Column of which nobody is the only one of their value in a group."),
    ] = None
    balance: Annotated[
        str | None, Meta(description="Column of numbers that is kept alike in all groups.")
    ] = None
    prefer: Annotated[
        str | None,
        Meta(
            description="Column with each person's wished topics or groups, best first, parted by semicolons."
        ),
    ] = None
    friends: Annotated[
        str | None,
        Meta(
            description="Column with the ids or names of people whom each person wishes in the same group, parted by semicolons."
        ),
    ] = None
    foes: Annotated[
        str | None,
        Meta(
            description="Column with the ids or names of people with whom each person is not to share a group, parted by semicolons."
        ),
    ] = None
    meet: Annotated[
        str | tuple[str | tuple[str, ...], ...] | None,
        Meta(
            description="new: nobody sits with the same people again and again; most: as many distinct meetings as possible. Or people, as for apart, of whom every two meet as often as at_least, at_most or exactly say; or a column of ids or names.",
            examples=["new", ["p03", "p17"]],
        ),
    ] = None
    language: Annotated[
        str | None,
        Meta(
            description="Column with the languages that people speak: every group has one that all of its people speak."
        ),
    ] = None
    zones: Annotated[
        str | None,
        Meta(
            description="Column of time zones or UTC offsets: in a group they lie at_most so many hours apart, 6 if left out."
        ),
    ] = None
    rotate: Annotated[
        Literal["topics", "rooms"] | None,
        Meta(description="Nobody comes to the same topic, or into the same room, in two rounds."),
    ] = None
    place: Annotated[
        dict[str, Any] | None,
        Meta(
            description="People, by columns and values as for need, who have to be in the groups named by at.",
            examples=[{"access_needs": "step-free access"}],
        ),
    ] = None
    then: Annotated[
        tuple["Criterion", ...] | None,
        Meta(
            description="Criteria that count only as far as those before cannot become better; each further then comes after the one above it.",
            examples=[[{"balance": "experience"}]],
        ),
    ] = None
    at_least: Annotated[
        Count | None,
        Meta(
            description="With need: how many such people every group has at the least; with friends: how many of those named suffice; with meet: how often."
        ),
    ] = None
    at_most: Annotated[
        Count | None,
        Meta(
            description="With need: how many such people a group has at the most; with meet: how often; with zones: how many hours."
        ),
    ] = None
    exactly: Annotated[
        Count | None,
        Meta(description="With need and meet: at_least and at_most in one."),
    ] = None
    over_rounds: Annotated[
        bool,
        Meta(
            description="With need: everybody else shares a group with so many such people in all rounds together, instead of every group having them."
        ),
    ] = False
    target: Annotated[
        dict[str, str] | None,
        Meta(
            description="With spread: parts of a group that values are to have, instead of their part of the roster.",
            examples=[{"woman": "50 %"}],
        ),
    ] = None
    of: Annotated[
        Literal["mean", "range", "sum"] | None,
        Meta(
            description="With balance: whether the mean is alike in all groups, which it is if left out; or the range as well, so that every group has low and high numbers; or the sum."
        ),
    ] = None
    fair: Annotated[
        bool,
        Meta(
            description="With prefer: nobody goes without, and whoever got a poor wish in one round gets a better one in another. With need: no group is much worse off than the others; rather two that lack one each than one that lacks two."
        ),
    ] = False
    mutual: Annotated[
        bool, Meta(description="With friends: only wishes count that the other has, too.")
    ] = False
    sessions: Annotated[
        tuple[str, ...],
        Meta(
            description="With meet: ids of the sessions whose meetings count; all if left out.",
        ),
    ] = ()
    at: Annotated[
        tuple[str, ...],
        Meta(
            description="With place: names of groups, that is numbers, topics or rooms; with language: the languages of group 1, 2 and so on, which are chosen if left out.",
            examples=[["b1"], ["French", "English", "English"]],
        ),
    ] = ()
    only: Annotated[bool, Meta(description="With place: nobody else is in these groups.")] = False
    must: Annotated[bool, Meta(description="It has to hold, before all wishes.")] = False
    weight: Annotated[Weight, Meta(description="How much it counts beside the other wishes.")] = 1


class Breakouts(Shape, frozen=True, kw_only=True):
    """How a session's participants are divided into groups."""

    groups: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="How many groups; one per topic or per room if left out."),
    ] = None
    sizes: Annotated[
        tuple[str, ...],
        Meta(
            description="How many people a group has: a number or a range for all, or one for each group; as even as can be if left out.",
            examples=["6-9", ["8", "8", "5-7"]],
        ),
    ] = ()
    rooms: Annotated[tuple[str, ...], Meta(description="One room per group, keys of rooms.")] = ()
    topics: Annotated[
        tuple[str, ...], Meta(description="Topics, shared out among the groups in turn.")
    ] = ()
    topic_needs: Annotated[
        Count | None,
        Meta(
            description="How many people have to wish a topic most, by the column of prefer; topics that fewer do are left out, and the report says so."
        ),
    ] = None
    criteria: Annotated[
        tuple[Criterion, ...] | None,
        Meta(
            description="What the groups are to be like; those of the agenda's groups section if left out."
        ),
    ] = None
    same_as: Annotated[
        str | None,
        Meta(
            description="Id of an earlier session whose groups sit together again, in these rooms and on these topics if any are listed."
        ),
    ] = None
    rotates: Annotated[
        str | None,
        Meta(
            description="Id of an earlier session whose groups stay together and go on to the next topic and room, as at stations."
        ),
    ] = None
    who: Annotated[
        dict[str, Any],
        Meta(
            description="Who takes part, by columns and values as for need; everybody if left out.",
            examples=[{"role": "not facilitator"}],
        ),
    ] = field(default_factory=dict)
    without: Annotated[
        tuple[str, ...],
        Meta(description="Roster ids or names of people who do not take part in this session."),
    ] = ()
    sit_out: Annotated[
        bool,
        Meta(
            description="People for whom sizes leave no place sit out, in turn, so that all do equally often."
        ),
    ] = False
    roles: Annotated[
        dict[str, dict[str, Any]],
        Meta(
            description="Roles that somebody has in every group, and who can have them: columns and values as for need, or {} for everybody.",
            examples=[{"facilitator": {"role": "facilitator"}, "rapporteur": {}}],
        ),
    ] = field(default_factory=dict)


EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "spread": (
        ("{spread: country, weight: 3}", "no group has more people from a country than its share"),
        ("{spread: languages}", "the same for a column whose cells hold several values"),
        (
            "{spread: gender, target: {woman: 50 %}}",
            "half of every group are women, as far as there are any",
        ),
    ),
    "gather": (("{gather: delegation}", "delegations come into one group as far as they fit"),),
    "together": (
        ("{together: [p03, Sadia Anjum], must: true}", "two people, by id or by name"),
        ("{together: [[p03, p17], [p20, p21, p22]]}", "several sets"),
        ("{together: delegation}", "everybody with the same value"),
    ),
    "apart": (
        ("{apart: [[p03, p17], [p20, p21]], must: true}", "two pairs"),
        ("{apart: organisation, weight: 2}", "nobody shares a group with a colleague"),
    ),
    "need": (
        ("{need: {role: expert}, must: true}", "an expert in every group"),
        (
            "{need: {role: expert}, over_rounds: true}",
            "everybody else meets an expert, in some round",
        ),
        ("{need: {country: not Nepal, experience: 10 or more}, at_least: 2}", "two who are both"),
        ("{need: {languages: [Urdu, Nepali]}, at_most: 3}", "up to three who speak either"),
        (
            "{need: {role: expert}, at_least: 3, fair: true}",
            "rather two groups that lack one each than one that lacks two",
        ),
        (
            "{need: {any: [{role: facilitator}, {all: [{role: expert}, {experience: 5-20}]}]}}",
            "either condition",
        ),
        (
            "{need: {not: {status: empty}, gender: woman}, exactly: 3}",
            "three women whose status is known",
        ),
    ),
    "never_alone": (("{never_alone: gender}", "no single woman among men, nor the reverse"),),
    "balance": (
        ("{balance: experience}", "the mean is alike in all groups"),
        ("{balance: experience, of: range}", "every group has old hands and newcomers"),
        ("{balance: experience, of: sum}", "the years of a group add up to the same"),
    ),
    "prefer": (
        ("{prefer: preferences, weight: 5}", "first wishes before second ones"),
        (
            "{prefer: preferences, fair: true}",
            "rather two second wishes than a third beside a first",
        ),
    ),
    "friends": (
        ("{friends: wishes}", "as many of those named as can be"),
        ("{friends: wishes, at_least: 1}", "one of those named suffices"),
        ("{friends: wishes, mutual: true}", "only where both name each other"),
    ),
    "foes": (("{foes: conflicts, must: true}", "nobody shares a group with those whom they name"),),
    "meet": (
        ("{meet: new}", "everybody meets others in every round"),
        ("{meet: most}", "as many different people as possible"),
        (
            "{meet: new, sessions: [what-works, innovation-lab]}",
            "anew in the second of two sessions only",
        ),
        ("{meet: new, at_most: 2}", "nobody meets anybody three times"),
        ("{meet: [[p03, p17], [p05, p20]], exactly: 1}", "each of two pairs meets once"),
        ("{meet: [p03, p17], at_least: 1}", "these two share a group once, in any round"),
        ("{meet: [p20, p21, p22], at_most: 1}", "every two of these share one group at the most"),
    ),
    "language": (
        (
            "{language: languages, weight: 5}",
            "every group has a language that all its people speak",
        ),
        (
            "{language: languages, at: [Urdu, English, English, English, English, English]}",
            "the same, and the first group speaks Urdu",
        ),
    ),
    "zones": (
        ("{zones: timezone, at_most: 5}", "clocks in a group lie five hours apart at the most"),
    ),
    "rotate": (("{rotate: topics}", "nobody works on a topic twice; people are mixed anew"),),
    "place": (
        (
            "{place: {access_needs: step-free access}, at: [b1], must: true}",
            "a table that they can reach",
        ),
        ("{place: {role: expert}, at: [1, 2], only: true}", "two groups of experts alone"),
    ),
    "then": (
        (
            "{then: [{balance: experience}, {spread: sector}]}",
            "as far as what stands before loses nothing by it",
        ),
    ),
}
"""For each criterion, lines as they stand in an agenda, and what they ask for."""

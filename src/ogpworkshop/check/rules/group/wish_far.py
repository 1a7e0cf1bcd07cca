"""Groups are much further from a wish than they need be.

## Why it matters
The plan was made for another roster, or changed by hand; a new search would serve the wish better
without breaking any other rule.

## Example
groups:
  criteria: [{spread: country}]
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2}

```csv participants.csv
id,name,country
p01,Maria Cruz,Philippines
p02,Ramon Diaz,Philippines
p03,Sarita Rai,Nepal
p04,Dawa Lama,Nepal
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,,p01,Maria Cruz,
discussion,1,1,,,p02,Ramon Diaz,
discussion,1,2,,,p03,Sarita Rai,
discussion,1,2,,,p04,Dawa Lama,
```

## Instead
groups:
  criteria: [{spread: country}]
days:
  - sessions:
      - time: 09:00-10:00
        title: Discussion in groups
        id: discussion
        report_back: true
        breakouts: {groups: 2}

```csv participants.csv
id,name,country
p01,Maria Cruz,Philippines
p02,Ramon Diaz,Philippines
p03,Sarita Rai,Nepal
p04,Dawa Lama,Nepal
```

```csv groups.csv
session,round,group,topic,room,participant,name,role
discussion,1,1,,,p01,Maria Cruz,
discussion,1,1,,,p03,Sarita Rai,
discussion,1,2,,,p02,Ramon Diaz,
discussion,1,2,,,p04,Dawa Lama,
```

## Not reported
Wishes that are less than half of the way from the best possible to groups drawn by lot. What
must hold is group-must-broken. Wishes can stand in each other's way: `ogp groups assign` weighs
them.
"""

from collections.abc import Iterator

from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.check.plans import verdict
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster


@rule(Severity.INFO, since="0.1")
def check(agenda: Agenda, roster: Roster, plan: GroupPlan) -> Iterator[Finding]:
    return verdict("group-wish-far", agenda, roster, plan)

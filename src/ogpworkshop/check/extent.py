"""What was understood of a document, in a few words."""

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.baseline import Baseline
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.model.roster import Roster
from ogpworkshop.model.wording import counted


def extent(document: Agenda | Roster | GroupPlan | Baseline) -> str:
    """2 days, 19 sessions; 48 people."""
    if isinstance(document, Agenda):
        return f"{counted(len(document.days), 'day')}, {counted(len(document.sessions), 'session')}"
    if isinstance(document, Roster):
        number = len(document.participants)
        return f"{number} person" if number == 1 else f"{number} people"
    if isinstance(document, Baseline):
        return f"{counted(len(document.acknowledged), 'finding')} accepted"
    sessions = {placement.session for placement in document.placements}
    placements = counted(len(document.placements), "placement")
    return f"{counted(len(sessions), 'session')}, {placements}"

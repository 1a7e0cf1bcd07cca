"""People as documents show them: whoever the agenda names, and those of the roster."""

from collections.abc import Iterable

from ogpworkshop.model.agenda import Agenda
from ogpworkshop.model.roster import AUDIENCES, Participant, Roster, audience_of
from ogpworkshop.render import view
from ogpworkshop.render.phrases import line


class Directory:
    """Finds people by what the agenda calls them, and says what of them can be shown."""

    def __init__(self, agenda: Agenda, roster: Roster | None, audience: str) -> None:
        """Show what readers of a document for this audience may see."""
        self.declared = agenda.written.people
        self.roster = roster.by_id() if roster else {}
        self.columns = roster.columns if roster else ()
        self.settings = settings = agenda.written.roster.columns
        level = view.AUDIENCES.index(audience)
        self.hidden = frozenset(
            column
            for column in {*self.columns, *AUDIENCES, *settings}
            if view.AUDIENCES.index(_audience(column, settings.get(column))) > level
        )

    def is_public(self, column: str) -> bool:
        """Whether everybody may see the column."""
        return _audience(column, self.settings.get(column)) == "public"

    def people(self, refs: Iterable[str]) -> tuple[view.Person, ...]:
        """Those that a session names, in its order."""
        return tuple(self._person(ref) for ref in refs if ref.strip())

    def member(self, ref: str, name: str, role: str) -> view.Member:
        """A participant in a group; the plan's own name for someone the roster does not have."""
        person = self.roster.get(ref)
        return view.Member(
            id=ref,
            name=line((person.name if person else "") or name or ref),
            role=line(role),
            organisation=self._shown(person, "organisation"),
            country=self._shown(person, "country"),
            columns=self._columns(person),
        )

    def _person(self, ref: str) -> view.Person:
        declared = self.declared.get(ref)
        if declared is not None:
            return view.Person(
                name=line(declared.name or ref),
                organisation=line(declared.organisation),
                country=line(declared.country),
                is_organisation=declared.kind == "organisation",
            )
        person = self.roster.get(ref)
        return view.Person(
            name=line((person.name if person else "") or ref),
            organisation=self._shown(person, "organisation"),
            country=self._shown(person, "country"),
        )

    def _shown(self, person: Participant | None, column: str) -> str:
        return "" if person is None or column in self.hidden else line(person.values.get(column))

    def _columns(self, person: Participant | None) -> view.Columns:
        values = person.values if person else dict.fromkeys(self.columns, "")
        shown = {name: value for name, value in values.items() if name not in self.hidden}
        return view.Columns(shown, self.hidden)


def _audience(column: str, setting: object) -> str:
    return getattr(setting, "audience", None) or audience_of(column)

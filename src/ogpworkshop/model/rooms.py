"""Which room is meant by a reference: the key of a declared room, its name, or a name alone."""

from collections.abc import Iterator

from ogpworkshop.model.agenda import Agenda, RoomUse, Session


class Rooms:
    """Tells which references name the same room."""

    def __init__(self, agenda: Agenda) -> None:
        """Collect the declared rooms by key and by name."""
        self.declared = agenda.written.rooms
        self.breakouts: dict[object, tuple[RoomUse, ...]] = {
            breakout.session.path: breakout.rooms for breakout in agenda.breakouts
        }
        self._keys: dict[str, str] = {}
        for key in self.declared:
            self._keys.setdefault(key.casefold(), key)
        for key, room in self.declared.items():
            if room.name:
                self._keys.setdefault(room.name.strip().casefold(), key)

    def find(self, ref: str) -> str | None:
        """The key of a declared room, None for any other."""
        return ref if ref in self.declared else self._keys.get(ref.strip().casefold())

    def of(self, ref: str) -> str:
        """The same text for all references to one room."""
        return self.find(ref) or ref.strip().casefold()

    def name(self, ref: str) -> str:
        """The name on the door."""
        room = self.declared.get(self.find(ref) or "")
        return (room.name if room else None) or ref.strip()

    def seats(self, ref: str) -> int | None:
        """How many people can sit in it, None when that is not known."""
        room = self.declared.get(self.find(ref) or "")
        return room.seats if room else None

    def is_shared(self, ref: str) -> bool:
        """Whether several sessions may use it at once, as a foyer."""
        room = self.declared.get(self.find(ref) or "")
        return room is not None and room.parallel

    def used_by(self, session: Session) -> Iterator[RoomUse]:
        """Every room a session uses, those of its groups included, each once."""
        seen = set()
        for use in (*session.rooms, *self.breakouts.get(session.path, ())):
            room = self.of(use.ref)
            if room not in seen:
                seen.add(room)
                yield use

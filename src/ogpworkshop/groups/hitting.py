"""The fewest things that hit every one of some sets: exact, by branching on a set that is missed."""


class Hitting:
    """Sets, of which every one is to be hit."""

    def __init__(self) -> None:
        """Begin with none."""
        self._sets: list[frozenset[int]] = []

    def add(self, some: frozenset[int]) -> None:
        """One set more; one that holds another says nothing new."""
        self._sets = [each for each in self._sets if not some <= each]
        self._sets.append(some)
        self._sets.sort(key=len)

    def fewest(self, most: int) -> frozenset[int] | None:
        """The fewest that hit every set, None if they are more than `most`."""
        for number in range(most + 1):
            found = self._hit(frozenset(), frozenset(), number)
            if found is not None:
                return found
        return None

    def _hit(
        self, taken: frozenset[int], barred: frozenset[int], left: int
    ) -> frozenset[int] | None:
        missed = [each - barred for each in self._sets if not each & taken]
        if not missed:
            return taken
        if self._disjoint(missed) > left:
            return None
        fewest: frozenset[int] = min(missed, key=len)
        for one in sorted(fewest):
            found = self._hit(taken | {one}, barred, left - 1)
            if found is not None:
                return found
            barred |= {one}
        return None

    def _disjoint(self, missed: list[frozenset[int]]) -> int:
        """How many of the sets have nothing in common: as many things are needed."""
        seen: frozenset[int] = frozenset()
        number = 0
        for each in sorted(missed, key=len):
            if not each & seen:
                seen, number = seen | each, number + 1
        return number

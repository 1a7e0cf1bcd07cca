"""The nearest of a few known words, for "did you mean"."""

from collections.abc import Iterable


def distance(a: str, b: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap neighbours) from a to b; `limit` + 1 when above it.

    Optimal string alignment distance: Damerau 1964, restricted as by Wagner and Lowrance 1975.
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before = before, row
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to `word`, if one is within a third of its letters, at most 3 edits."""
    plain = word.casefold().replace("_", "-")
    limit = min(3, max(1, (len(plain) + 1) // 3))
    best: str | None = None
    for candidate in known:
        edits = distance(plain, candidate.casefold().replace("_", "-"), limit)
        if edits <= limit:
            best, limit = candidate, edits - 1
        if limit < 0:
            break
    return best


class Guesses:
    """The nearest known words for the first unknown ones of a document, each looked for once.

    Every guess looks at all known words: a document in which hundreds of words are unknown needs
    another list more than it needs hints, and is not kept waiting for them.
    """

    def __init__(self, known: Iterable[str], most: int = 50) -> None:
        """Guess for at most this many different words."""
        self.known = list(known)
        self.most = most
        self._found: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """The known word that was probably meant, if one is near and it is not too late to look."""
        if word not in self._found:
            if len(self._found) >= self.most:
                return None
            self._found[word] = nearest(word, self.known)
        return self._found[word]

"""What wrong options can be drawn from: the phrases of the facts, found by type and grammar."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgen import ids
from quizgen.model import PhraseType, Value

Bucket = dict[str, "Candidate"]
Sort = tuple[PhraseType, bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase that may serve as a wrong option; ``document`` is the key of the document that has it."""

    text: str
    type: PhraseType
    head: str = ""
    plural: bool = False
    proper: bool = False
    values: tuple[Value, ...] = ()
    document: str = ""
    origin: str = "store"  # document, store


class Pool:
    """Candidates by type, number and capital; `near` gives the same ones as seen from one document."""

    def __init__(self, candidates: Iterable[Candidate], *, document: str = "") -> None:
        self._document = document
        self._here: dict[tuple[Sort, str], Bucket] = {}
        self._all: dict[Sort, Bucket] = {}
        self._rows: dict[Sort, list[Candidate]] = {}
        self._near: dict[tuple[Sort, str], list[Candidate]] = {}
        for candidate in candidates:
            self._add(candidate)

    def _add(self, candidate: Candidate) -> None:
        sort, name = (candidate.type, candidate.plural, candidate.proper), ids.normal(candidate.text)
        home = "" if candidate.origin == "document" else candidate.document
        self._here.setdefault((sort, home), {}).setdefault(name, candidate)
        self._all.setdefault(sort, {}).setdefault(name, candidate)

    def near(self, document: str) -> "Pool":
        """Return this pool with the candidates of ``document`` (a key) as those at hand; nothing is copied."""
        pool = Pool((), document=document)
        pool._here, pool._all, pool._rows = self._here, self._all, self._rows
        return pool

    def here(self, sort: Sort, seed: str = "", most: int = 80) -> list[Candidate]:
        """Return up to ``most`` candidates of this sort from the document; ``seed`` chooses where to begin."""
        key = (sort, self._document)
        if key not in self._near:
            homes = ("", self._document) if self._document else ("",)
            found = (each for home in homes for each in self._here.get((sort, home), {}).values())
            self._near[key] = [
                each
                for each in found
                if each.origin == "document" or (each.document and each.document == self._document)
            ]
        return _window(self._near[key], seed, most)

    def elsewhere(self, sort: Sort, seed: str, most: int = 200) -> list[Candidate]:
        """Return up to ``most`` candidates of this sort from any document; ``seed`` chooses where to begin."""
        if sort not in self._rows:
            self._rows[sort] = list(self._all.get(sort, {}).values())
        return _window(self._rows[sort], seed, most)


def _window(rows: list[Candidate], seed: str, most: int) -> list[Candidate]:
    """Return ``most`` rows from a place that ``seed`` chooses on, going round at the end."""
    if len(rows) <= most:
        return rows
    first = int(ids.digest(seed)[:8], 16) % len(rows)
    return (rows[first : first + most] + rows[: min(first, most)])[:most]

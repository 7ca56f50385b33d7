"""Other names for answers that texts or people gave."""

from collections.abc import Iterable, Iterator

from quizgen import ids
from quizgen.model import Fact, FactKind

_SHORT = "stands for"


class Names:
    """Groups of names for one thing: an abbreviation and what it stands for, two proper names."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._others: dict[str, dict[str, str]] = {}
        for one, other in pairs:
            self._add(one, other)
            self._add(other, one)

    def of(self, text: str) -> tuple[str, ...]:
        """Return the other names of what ``text`` names."""
        return tuple(self._others.get(_key(text), {}).values())

    def _add(self, name: str, other: str) -> None:
        if _key(name) != _key(other):
            self._others.setdefault(_key(name), {}).setdefault(_key(other), other)


def pairs(facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """Yield the names that facts say are one; a description that is called something is no name."""
    for fact in facts:
        draft = fact.draft
        if draft.kind is not FactKind.ALIAS or draft.object is None:
            continue
        if draft.relation == _SHORT or (draft.subject.proper and draft.object.proper):
            yield draft.subject.text, draft.object.text


def _key(text: str) -> str:
    return ids.normal(text).removeprefix("the ")

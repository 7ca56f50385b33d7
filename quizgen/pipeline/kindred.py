"""What documents with the same subject lend each other; one object serves the documents of a whole run."""

from functools import cached_property

from quizgen.distractors.kinship import Subjects
from quizgen.model import FactDraft, FactStatus, Filter
from quizgen.store import Store

_MOST = 6  # documents that lend to one, those with the most in common first
_TRUSTED = (FactStatus.NEW, FactStatus.KEPT)


class Kindred:
    """The documents of a store by what they are about; nothing is read before it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._drafts: dict[str, tuple[FactDraft, ...]] = {}

    def drafts(self, document: str) -> list[tuple[FactDraft, ...]]:
        """Return the facts of each document that shares the subject of the one with this key, the nearest first."""
        return [self._lent(key) for key in self.keys(document)]

    def keys(self, document: str) -> list[str]:
        """Return the keys of documents that share the subject of the one with this key, the nearest first."""
        return self._subjects.kin(document, _MOST)

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects((document.key, document.text) for document in self._store.documents())

    def _lent(self, key: str) -> tuple[FactDraft, ...]:
        if key not in self._drafts:
            facts = self._store.facts(Filter(documents=(key,), statuses=_TRUSTED))
            self._drafts[key] = tuple(fact.draft for fact in facts)
        return self._drafts[key]

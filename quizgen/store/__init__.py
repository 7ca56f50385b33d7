"""The store: the only place, with the migrations, that knows SQL."""

from pathlib import Path
from typing import Self

from quizgen.store.answers import Answer, Card
from quizgen.store.documents import Passage, Shelved
from quizgen.store.judgements import Asked, Judgement, Judgements
from quizgen.store.log import Entry
from quizgen.store.questions import Seen
from quizgen.store.queue import Counts
from quizgen.store.rows import CHANGED, HAND, edit_value
from quizgen.store.sessions import Unfinished
from quizgen.store.upkeep import STALE

__all__ = [
    "CHANGED",
    "HAND",
    "Answer",
    "Asked",
    "Card",
    "Counts",
    "Entry",
    "Judgement",
    "Passage",
    "Seen",
    "Shelved",
    "Store",
    "Unfinished",
    "edit_value",
]


class Store(Judgements):
    """An open store: documents, facts, questions, decisions and answers; ``Store.open`` gives one."""

    @classmethod
    def open(cls, path: Path, *, create: bool = False, readonly: bool = False, patience: float = 5.0) -> Self:
        store = super().open(path, create=create, readonly=readonly, patience=patience)
        if store.setting(STALE):
            store.close()
            store = super().open(path, patience=patience)
            store.settle_schedule()
        return store

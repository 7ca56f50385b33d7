"""The store: the only place, with the migrations, that knows SQL."""

from quizgen.store.answers import Answer, Card
from quizgen.store.documents import Passage, Shelved
from quizgen.store.judgements import Judgement, Judgements
from quizgen.store.log import Entry
from quizgen.store.questions import Seen
from quizgen.store.rows import CHANGED, HAND, edit_value

__all__ = [
    "CHANGED",
    "HAND",
    "Answer",
    "Card",
    "Entry",
    "Judgement",
    "Passage",
    "Seen",
    "Shelved",
    "Store",
    "edit_value",
]


class Store(Judgements):
    """An open store: documents, facts, questions, decisions and answers; ``Store.open`` gives one."""

"""What patterns work on: a clause with its arguments as phrases, and what is known around it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.model import Document, Phrase, PhraseType, Verb
from quizgen.resolve.discourse import Discourse
from quizgen.syntax.clauses import Clause
from quizgen.syntax.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

MEASURES = frozenset(
    {PhraseType.QUANTITY, PhraseType.MONEY, PhraseType.PERCENT, PhraseType.DURATION, PhraseType.NUMBER}
)
PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.CELESTIAL})


@dataclass(slots=True)
class Context:
    """What every pattern needs beside the clause: the sentence, the discourse and the document."""

    reading: Reading
    discourse: Discourse
    document: Document

    @property
    def date(self) -> dt.date | None:
        """The day the document speaks from."""
        return self.document.date


@dataclass(slots=True)
class Statement:
    """A clause whose arguments are phrases; ``flaw`` is the reason code that makes it unusable, "" if none."""

    clause: Clause
    verb: Verb | None
    subject: Phrase | None = None
    object: Phrase | None = None
    qualifiers: list[Phrase] = field(default_factory=list)
    attribute: "Token | None" = None
    coordinated: list[Phrase] = field(default_factory=list)  # further measures: "2 km from A and 3 km from B"
    flaw: str = ""

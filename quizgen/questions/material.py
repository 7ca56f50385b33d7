"""What wrong options are made of: the phrases of a document, and of others where a sort has few members."""

from collections.abc import Callable, Iterable, Sequence

from quizgen.distractors import Candidate
from quizgen.model import Fact, Phrase, PhraseType

_SHARED = frozenset({PhraseType.COUNTRY, PhraseType.CELESTIAL, PhraseType.LANGUAGE})
_HIDDEN = frozenset({"day", "attribution"})


def here(facts: Sequence[Fact]) -> list[Candidate]:
    """Return the phrases of the document's own facts as material for wrong options."""
    phrases = (phrase for fact in facts for phrase in fact.draft.arguments if phrase.role not in _HIDDEN)
    return [_candidate(phrase, "document") for phrase in phrases]


def elsewhere(facts: Sequence[Fact], phrases: Callable[[PhraseType], Iterable[Phrase]]) -> list[Candidate]:
    """Return phrases of other documents, of the types that the facts have."""
    types = sorted({phrase.type for fact in facts for phrase in fact.draft.arguments} & _SHARED)
    return [_candidate(phrase, "store") for kind in types for phrase in phrases(kind)]


def _candidate(phrase: Phrase, origin: str) -> Candidate:
    return Candidate(
        text=phrase.text,
        type=phrase.type,
        head=phrase.head,
        plural=phrase.plural,
        proper=phrase.proper,
        values=phrase.values,
        origin=origin,
    )

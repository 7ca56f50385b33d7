"""Words that only say how something goes on: "door to door", "from year to year"."""

from typing import TYPE_CHECKING

from quizgen.extract.context import Context, Statement
from quizgen.model import Phrase, PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_repeated(token: "Token") -> bool:
    """Return whether a noun opens "door to door", which says how something goes on, or is its "to door"."""
    first = token if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("npadvmod", "dobj", "advmod") else None
    if first is None and token.left_edge.lower_ == "to" and not token.left_edge.is_sent_start:
        first = token.left_edge.nbor(-1)
    if first is None or first.i + 2 >= first.sent.end:
        return False
    return first.nbor(1).lower_ == "to" and first.nbor(2).lower_ == first.lower_ and first.pos_ == "NOUN"


def take_repeated(token: "Token", built: Statement, context: Context) -> None:
    """Add "door to door" at its first noun, and nothing at its second half."""
    if token.left_edge.lower_ != "to":
        take_words(list(token.doc[token.i : token.i + 3]), built, context)


def is_round(token: "Token") -> bool:
    """Return whether a phrase says how something goes on: "from year to year"."""
    first = token if token.lower_ == "from" else token.nbor(-2) if token.i > token.sent.start + 1 else token
    if first.lower_ != "from" or first.i + 3 >= token.sent.end:
        return False
    return first.nbor(2).lower_ == "to" and first.nbor(1).lower_ == first.nbor(3).lower_


def take_round(token: "Token", built: Statement, context: Context) -> None:
    take_words(list(token.doc[token.i : token.i + 4]), built, context)


def take_words(tokens: list["Token"], built: Statement, context: Context) -> None:
    """Add words that say how something goes on, as they stand."""
    start, end = context.reading.span(tokens)
    text = context.reading.text(tokens)
    built.qualifiers.append(
        Phrase(text=text, start=start, end=end, role="manner", type=PhraseType.CLAUSE, position=tokens[0].i)
    )

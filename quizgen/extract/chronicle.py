"""Entries of a chronicle: the year that a sentence begins with, and its present, which tells what was done then."""

from typing import TYPE_CHECKING

from quizgen.extract.context import Context, Statement
from quizgen.extract.tense import anchored
from quizgen.model import Phrase, PhraseType, Value
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = frozenset({"–", "—", "-", ":"})
_WITHIN = frozenset({"main", "conj"})


def add_year(built: Statement, context: Context) -> None:
    """Add the year of an entry to what it tells, in the past: "1961 – Ida Holm builds a kiln"."""
    year = _year(context)
    if year is None or built.verb is None or built.clause.kind not in _WITHIN:
        return
    if any(q.role == "time" for q in built.qualifiers) or built.clause.subject.i < year.i:
        return
    plural = built.subject is not None and built.subject.plural
    built.verb = anchored(built.verb, plural=plural)
    start, end = context.reading.span([year])
    built.qualifiers.append(
        Phrase(
            text=year.text,
            start=start,
            end=end,
            role="time",
            type=PhraseType.DATE,
            head=year.text,
            prep="in",
            position=year.i,
            values=(Value(role="time", text=year.text, type="date", iso=year.text),),
        )
    )


def _year(context: Context) -> "Token | None":
    """Return the year before the dash or the colon that a sentence begins with."""
    tokens = context.reading.tokens
    if len(tokens) < 3 or not YEAR.match(tokens[0].text) or tokens[1].text not in _DASHES:
        return None
    return tokens[0] if tokens[1].text == ":" or tokens[0].whitespace_ else None  # "1961-62" is another year

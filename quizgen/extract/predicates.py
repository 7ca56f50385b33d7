"""Adjectives behind "is" with what completes them: famous for its cloth, rich in iron, frequent along the coast."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import Context, Statement
from quizgen.extract.prepositions import take_preposition
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPARING = frozenset("as less least more most so too".split())
_ABROAD = frozenset("along among around at between in inside near off on throughout under within across".split())


def take_predicate(token: "Token", built: Statement, context: Context) -> bool:
    """Add an adjective and its complement as two arguments; return whether the adjective has one.

    What stands beside both ("frequent along the coast in winter") is an argument of its own.
    """
    tail = [c for c in token.children if c.i > token.i]
    first = tail[0] if tail else None
    if first is None or built.object is not None or not _completes(token, first):
        return False
    if any(c.dep_ != "prep" or phrases.is_set_off(c) for c in tail) or not _is_plain(token):
        return False
    adjective = _adjective(token, context)
    built.qualifiers.append(adjective)
    for prep in tail:
        take_preposition(prep, built, context)
    told = next((q for q in built.qualifiers if q.position == first.i), None)
    if told is None:
        built.flaw = built.flaw or "no-object"
        return True
    role = "place" if adjective.head in words("adjectives", "spread") else "other"
    built.qualifiers[built.qualifiers.index(told)] = replace(_split(told, first.text), role=role)
    return True


def _split(told: Phrase, prep: str) -> Phrase:
    """Return a deed with its preposition apart from it: "for" and "building the railway"."""
    lead = f"{prep} "
    if told.prep or not told.text.startswith(lead):
        return told
    text, bound = told.text.removeprefix(lead), told.bound.removeprefix(lead)
    return replace(told, text=text, bound=bound, prep=prep, start=told.start + len(lead), type=PhraseType.THING)


def _completes(adjective: "Token", prep: "Token") -> bool:
    """Return whether a preposition belongs to the adjective, or tells where something is frequent."""
    lemma = adjective.lemma_.lower()
    known = f"{lemma} {prep.lower_}" in words("adjectives", "completed")
    return known or (lemma in words("adjectives", "spread") and prep.lower_ in _ABROAD)


def _is_plain(adjective: "Token") -> bool:
    """Return whether nothing but an adverb stands before an adjective, and it does not compare: "poorly soluble"."""
    before = [c for c in adjective.children if c.i < adjective.i]
    alone = all(c.dep_ == "advmod" and not list(c.children) and c.lower_ not in _COMPARING for c in before)
    return adjective.tag_ == "JJ" and alone


def _adjective(token: "Token", context: Context) -> Phrase:
    tokens = [*(c for c in token.children if c.i < token.i), token]
    start, end = context.reading.span(tokens)
    return Phrase(
        text=context.reading.text(tokens),
        start=start,
        end=end,
        role="attribute",
        type=PhraseType.CLAUSE,
        head=token.lemma_.lower(),
        position=tokens[0].i,
    )


def is_completed(statement: Statement) -> bool:
    """Return whether an adjective is said of the subject with what completes it: "is soluble in acid"."""
    told = [q for q in statement.qualifiers if q.role == "attribute"]
    known = words("adjectives", "completed")
    return any(f"{a.head} {q.prep}" in known for a in told for q in statement.qualifiers if q.position > a.position)

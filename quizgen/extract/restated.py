"""Terms said again in other words: “the clutch, that is, the part that …”, “the albedo of a planet (the share …)”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import definitions, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.extract.terms import REMARKS
from quizgen.lexicon import noun_type, words
from quizgen.model import FactDraft

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CUES = ("that is to say", "that is", "in other words", "i.e.")  # the longest first
_OPENING = frozenset({",", "(", "—", "–", "--"})
_CLOSING = frozenset({".", ";", ")", ",", "—", "–", "--"})
_NOUNS = frozenset({"NN", "NNS"})
_BEFORE = frozenset({",", "(", "and", "or", "-", "/"})  # a term of several, or the rest of one
_ARTICLES = frozenset({"a", "an", "the"})
_FAR = frozenset({"VBD", "NNP", "NNPS", "PRP", "PRP$"})  # what describes one case
_INSIDE = frozenset("within inside outside above below beneath underneath around behind beyond".split())
_LONGEST_TERM, _SHORTEST = 4, 3


def restated(context: Context) -> Iterator[FactDraft]:
    """Yield what a term means that the text says again in other words, or a property with what it is in brackets.

    Example: The driver wore out the clutch, that is, the part that connects engine and gearbox.
        -> definition | the clutch | is | the part that connects engine and gearbox
    Example: The colour depends on the albedo of a planet (the share of light that comes back).
        -> definition | the albedo of a planet | is | the share of light that comes back
    Example: The shop was closed, that is, the owner was ill.
        -> none
    """
    sent = context.reading.sent
    for token in sent[1:-2]:
        if token.text in _OPENING:
            yield from _again(token, context)
        if token.text == "(":
            yield from _property(token, context)


def _again(mark: "Token", context: Context) -> Iterator[FactDraft]:
    """Yield the term before "that is" with the noun phrase behind it; where a clause follows, no noun is explained."""
    sent = context.reading.sent
    start = _behind_cue(mark, sent)
    name = _term(mark, sent) if start else None
    meaning = _meaning(start, sent) if start and name is not None else None
    if name is None or meaning is None:
        return
    own, noun = stretches.head(sent, name), stretches.head(sent, meaning)
    told = list(stretches.words(sent, meaning))
    if context.reading.changed(told) or told[-1].lower_ in _INSIDE:  # of one thing, or without what it is inside of
        return
    same = stretches.is_many(own) == stretches.is_many(noun) or noun.lemma_.lower() in definitions.COLLECTIVE
    if same and own.lemma_ != noun.lemma_:
        yield from definitions.drafts(name, meaning, context, "sense", named=True)


def _behind_cue(mark: "Token", sent: "Span") -> int:
    """Return where it goes on behind "that is" and its comma, 0 where something else is said."""
    behind = sent.doc[mark.i + 1 : sent.end]
    said = behind.text.lower()
    cue = next((each for each in _CUES if said.startswith(f"{each},") or said.startswith(f"{each} ")), "")
    if not cue:
        return 0
    first = next((t.i for t in behind if t.idx >= behind.start_char + len(cue)), 0)
    comma = first and sent.doc[first].text == ","
    return first + 1 if comma else first if cue == "i.e." else 0


def _term(mark: "Token", sent: "Span") -> Stretch | None:
    """Return the common noun with its article and adjectives that ends at a mark, and is no member of a list."""
    name = next((s for s in stretches.chained(sent, mark.i) if stretches.term(sent, s[0], loose=False) == s), None)
    if name is None or name[1] - name[0] > _LONGEST_TERM or sent.doc[name[1] - 1].tag_ not in _NOUNS:
        return None
    before = sent.doc[name[0] - 1].lower_ if name[0] > sent.start else ""
    return None if before in _BEFORE or sent.doc[name[1] - 1].ent_type_ else name


def _meaning(start: int, sent: "Span") -> Stretch | None:
    """Return the noun phrase at ``start`` where it goes on behind its noun, up to a mark."""
    meaning = stretches.description(sent, start)
    if meaning is None or meaning[1] >= sent.end or sent.doc[meaning[1]].text not in _CLOSING:
        return None
    noun = stretches.head(sent, meaning)
    telling = meaning[1] - noun.i > _SHORTEST and noun.tag_ in _NOUNS and noun.lemma_.lower() not in REMARKS
    return meaning if telling and stretches.is_whole(sent, meaning) else None


def _property(mark: "Token", context: Context) -> Iterator[FactDraft]:
    """Yield "the albedo of a planet" with what it is in brackets: a property, since a kind of thing owns it."""
    sent = context.reading.sent
    owned = next((s for s in stretches.chained(sent, mark.i)), None)
    meaning = stretches.description(sent, mark.i + 1)
    if owned is None or meaning is None or meaning[1] >= sent.end or sent.doc[meaning[1]].text != ")":
        return
    name = stretches.base(sent, owned[0])
    if name is not None and _is_property(name, owned[1], sent) and _is_measure(meaning, sent):
        of_kind = (name[1], owned[1])
        for draft in definitions.drafts(name, meaning, context, "sense", named=True, brief=True, owner=of_kind):
            yield from _of_any(draft, name, sent.doc[name[1] + 1 : owned[1]], context)


def _of_any(draft: FactDraft, name: Stretch, owner: "Span", context: Context) -> Iterator[FactDraft]:
    """Yield a property of "the star" as that of "a star", where the text has several: not of "the water"."""
    if owner[0].lower_ != "the":
        yield draft
        return
    bare, first = owner[1:].text, "an" if owner[1].lower_[:1] in "aeiou" else "a"
    if re.search(rf"\b{first} {re.escape(bare)}\b|\b{re.escape(bare)}s\b", context.document.text):
        said = definitions.raw(list(owner.doc[name[0] : owner.start]))  # "the star" may have been taken for Sirius
        yield replace(draft, subject=replace(draft.subject, text=f"{said} {first} {bare}"))


def _is_property(name: Stretch, end: int, sent: "Span") -> bool:
    """Return whether a noun tells what a kind of thing has, no part of one thing: "the luminosity of the star"."""
    own, tokens = sent.doc[name[1] - 1], list(sent.doc[name[1] : end])
    if sent.doc[name[0]].lower_ != "the" or own.tag_ != "NN" or name[1] - name[0] > _LONGEST_TERM - 1:
        return False
    kind = len(tokens) > 2 and tokens[0].lower_ == "of" and tokens[1].lower_ in _ARTICLES and tokens[-1].tag_ == "NN"
    single = stretches.base(sent, name[1] + 1) == (name[1] + 1, end) and not any(t.ent_type_ for t in tokens)
    known = words("nouns", "partial", "relational", "vague", "collections") | words("nouns", "person", "human")
    return kind and single and own.lemma_ not in known and noun_type(own.lemma_) is None


def _is_measure(meaning: Stretch, sent: "Span") -> bool:
    """Return whether a noun phrase with "the" holds for any case: "the share of light that a body reflects"."""
    tokens = list(stretches.words(sent, meaning))
    noun = stretches.head(sent, meaning)
    plain = (
        tokens[0].lower_ == "the" and len(tokens) > _SHORTEST and noun.tag_ == "NN" and noun_type(noun.lemma_) is None
    )
    past = any(t.tag_ == "VBD" for t in sent)
    return (
        plain
        and not past
        and noun_type(noun.lemma_) is None
        and not any(t.tag_ in _FAR and t.lower_ not in ("it", "its") for t in tokens)
    )

"""Tuples that noun phrases state without a verb: appositions, titles before names, where a named thing lies."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract.openie_phrases import completes_name, is_region, is_set_off, joints, text, words

if TYPE_CHECKING:
    from spacy.tokens import Token


_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG"})


def tuples(token: "Token") -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield (relation, arguments) of an apposition, a name that a title stands before, or a place behind a name."""
    if token.dep_ == "pobj" and token.ent_type_ in _PLACES and token.pos_ == "PROPN":
        yield from _located(token)
    if token.dep_ == "appos":
        yield from _apposition(token)
    if token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and token.dep_ != "compound":
        yield from _titled(token)


def _apposition(token: "Token") -> Iterator[tuple[str, tuple[str, str]]]:
    noun = token.head
    pair = text(words(noun, {token.i})), text(words(token))
    if is_region(token):
        yield "is in", pair
    elif not is_set_off(token) and token.pos_ == "PROPN" and noun.pos_ == "NOUN":
        yield _copula(noun), pair[::-1]
    elif token.pos_ != "PRON" and not completes_name(token) and not _is_listed(token):
        yield _copula(noun), pair


def _is_listed(token: "Token") -> bool:
    """Return whether an apposition names nothing, or may as well be the next of a list: "Kenya, Chad and Mali"."""
    names = [t.pos_ == "PROPN" for t in (token.head, token)]
    return not any(names) or (all(names) and bool(joints(token) or joints(token.head)))


def _located(token: "Token") -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield where a named thing lies: "Notre-Dame in Paris"."""
    preposition = token.head
    thing = preposition.head
    if thing.pos_ == "PROPN" and preposition.lower_ in ("in", "at", "on", "near"):
        cut = {preposition.i, *joints(thing)}
        yield f"is {preposition.lower_}", (text(words(thing, cut)), text(words(token, joints(token))))


def _copula(noun: "Token") -> str:
    return "are" if noun.tag_ in ("NNS", "NNPS") else "is"


def _titled(token: "Token") -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what stands before a person's name: "the pianist Clara Haskil"."""
    name = [t for t in token.lefts if t.ent_type_ == "PERSON" and t.dep_ == "compound"] + [token]
    title = [t for t in token.subtree if t.i < name[0].i]
    if not title or title[-1].tag_ not in ("NN", "NNS") or title[-1].head != token:
        return
    if not any(t.dep_ in ("cc", "conj") or t.text == "," for t in title):
        yield "is", (text(name), text(title))

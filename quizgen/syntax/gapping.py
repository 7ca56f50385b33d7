"""Clauses that share their verb: "she entered the first hall in 1980 and the second in 1985" states two things."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizgen.syntax.clauses import Clause

_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def is_gapped(noun: "Token") -> bool:
    """Return whether a noun that is joined to a verb is its second object, each with a phrase of the same kind."""
    verb = noun.head
    if noun.dep_ != "conj" or noun.pos_ not in _NOUNS or verb.pos_ not in ("VERB", "AUX") or is_second_doer(noun):
        return False
    joint = noun.left_edge.nbor(-1) if noun.left_edge.i > verb.i + 1 else verb
    first = [c for c in verb.children if c.dep_ in _OBJECTS and verb.i < c.i < joint.i]
    if joint.lower_ != "and" or joint.head != verb or len(first) != 1 or first[0].pos_ not in (*_NOUNS, "NUM", "ADJ"):
        return False
    before = [c.lower_ for c in verb.children if c.dep_ == "prep" and first[0].i < c.i < joint.i]
    behind = {c.lower_ for t in (verb, noun) for c in t.children if c.dep_ == "prep" and c.i > noun.i}
    return bool(before) and before[-1] in behind


def is_second_doer(noun: "Token") -> bool:
    """Return whether a name that is joined to a verb did the same as its subject: "Elm won it in 1919, Lim in …"."""
    verb = noun.head
    if noun.dep_ != "conj" or noun.pos_ != "PROPN" or verb.tag_ != "VBD" or any(c.dep_ == "aux" for c in verb.lefts):
        return False
    joint = noun.left_edge.nbor(-1) if noun.left_edge.i > verb.i + 1 else verb
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    told = [c for c in verb.children if c.dep_ in _OBJECTS and verb.i < c.i < joint.i]
    if joint.lower_ != "and" or joint.head != verb or doer is None or doer.pos_ != "PROPN" or len(told) != 1:
        return False
    before = [c.lower_ for c in verb.children if c.dep_ == "prep" and told[0].i < c.i < joint.i]
    behind = {c.lower_ for t in (verb, noun) for c in t.children if c.dep_ == "prep" and c.i > noun.i}
    return told[0].pos_ in ("PRON", "NOUN") and bool(before) and before[-1] in behind


def parted(clause: "Clause") -> "Iterator[Clause]":
    """Yield a clause, or the two that it states where its verb is left out of the second."""
    second = next((c for c in clause.dependents if is_gapped(c) or is_second_doer(c)), None)
    if second is None:
        yield clause
        return
    own = second.pos_ == "PROPN" and is_second_doer(second)
    cut = second.left_edge.i - 1
    start, end = clause.verb.sent.start, clause.verb.sent.end
    kept = [c for c in clause.dependents if c.i < cut]
    yield replace(clause, dependents=kept, within=(start, cut))
    shared = [c for c in kept if c.i < clause.verb.i]
    behind = [c for c in clause.dependents if c.i > cut and c != second and c.i > second.i]
    if own:
        objects = [c for c in kept if c.dep_ in _OBJECTS]
        yield replace(clause, subject=second, dependents=[*objects, *behind], within=(cut, end))
        return
    yield replace(clause, dependents=[*shared, second, *behind], within=(cut, end))

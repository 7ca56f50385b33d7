"""Infinitives that say what a deed is for, wherever the parser hangs them: "use it to make sugar"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_EFFORTS = frozenset({"order", "attempt", "effort", "bid"})


def comes_about(infinitive: "Token") -> bool:
    """Return whether an infinitive is no aim but what comes about: "came to rest", "came to dominate the trade"."""
    verb = infinitive.head
    known = f"{verb.lemma_} {infinitive.lemma_}" in words("verbs", "come_to")
    return known and infinitive.left_edge.i == verb.i + 1


def is_attempt(infinitive: "Token") -> bool:
    """Return whether an infinitive is no aim but what somebody tries: "take care to stay dry"."""
    verb = infinitive.head
    told = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < infinitive.i), None)
    return told is not None and f"{verb.lemma_} {told.lemma_.lower()}" in words("verbs", "trying")


def is_infinitive(token: "Token") -> bool:
    """Return whether a token is a verb behind "to"."""
    return token.pos_ in ("VERB", "AUX") and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def is_apart(infinitive: "Token") -> bool:
    """Return whether an infinitive that the parser takes for a verb's complement or for a part of its object is
    what the deed is for: "grout is injected to fill the gap", "installed sirens to warn people"."""
    if infinitive.dep_ == "xcomp":
        return is_infinitive(infinitive) and _serves(infinitive.head)
    if infinitive.dep_ not in ("acl", "relcl") or infinitive.head.dep_ not in _OBJECTS:
        return False
    noun = infinitive.head
    made = noun.head.lemma_ in words("verbs", "purposeful") and noun.lemma_.lower() not in words("nouns", "willed")
    return made and is_infinitive(infinitive) and _is_full(infinitive)


def _serves(verb: "Token") -> bool:
    """Return whether an infinitive below a verb is no complement: it is done to something with an aim."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.tag_ == "VBN" and verb.lemma_ not in words("verbs", "complemented")
    told = any(c.dep_ == "dobj" for c in verb.children)
    return told and verb.lemma_ in words("verbs", "purposeful")


def _is_full(infinitive: "Token") -> bool:
    """Return whether an infinitive has an object of its own, so that the noun before it is not what it lacks."""
    return any(c.dep_ in ("dobj", "ccomp") for c in infinitive.children)


def strays(verb: "Token") -> Iterator["Token"]:
    """Yield what hangs on the objects of a verb and tells what the deed is for."""
    for noun in verb.children:
        if noun.dep_ in _OBJECTS:
            yield from (c for c in noun.children if is_stray(c))


def is_stray(child: "Token") -> bool:
    """Return whether a dependent of an object tells what the deed is for: an infinitive, "in order to …"."""
    return is_apart(child) if child.dep_ != "prep" else child.head.dep_ in _OBJECTS and behind(child) is not None


def behind(prep: "Token") -> "Token | None":
    """Return the infinitive of "in order to bring", the whole of "in an effort to save"."""
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if prep.lower_ != "in" or noun is None or noun.lower_ not in _EFFORTS:
        return None
    found = next((c for c in noun.children if c.dep_ == "acl" and is_infinitive(c)), None)
    return prep if found is not None and noun.lower_ != "order" else found

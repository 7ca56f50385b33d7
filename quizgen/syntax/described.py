"""Clauses without a comma that date a name: "FESTAC, a festival held in 1977", "he was an engineer who won in 1912"."""

from typing import TYPE_CHECKING

from quizgen.syntax.phrases import is_set_off
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVES = frozenset({"that", "which", "who"})
_LINKING = frozenset({"be", "become", "remain"})
_PASTS = frozenset({"VBD", "VBN"})
_NAMED = frozenset({"PROPN", "PRON"})


def told_of(verb: "Token") -> "Token | None":
    """Return the name of which a noun with "a" and a dated clause tells, None where the clause tells which is meant.

    "A festival held in 1977" may be any; "FESTAC, a festival held in 1977" is FESTAC, and so FESTAC was held then.
    """
    if verb.dep_ not in ("acl", "relcl") or verb.head.tag_ != "NN" or not _is_dated(verb):
        return None
    noun = verb.head
    while noun.dep_ == "conj" and noun.head.tag_ == "NN":  # "an engineer and industrialist who …"
        noun = noun.head
    if not any(c.lower_ in ("a", "an") and c.dep_ == "det" for c in noun.lefts):
        return None
    name = _apposed(noun) or _predicated(noun)
    return name if name is not None and name.i < noun.i else None


def _is_dated(verb: "Token") -> bool:
    """Return whether a clause is a participle or has “who” as its subject, and has a year of its own."""
    if verb.tag_ not in _PASTS or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return False
    bare = not any(c.dep_ in _SUBJECTS or c.dep_ in ("aux", "auxpass") for c in verb.children)
    relative = any(c.dep_ in _SUBJECTS and c.lower_ in _RELATIVES for c in verb.lefts)
    told = bare and verb.dep_ == "acl" and verb.tag_ == "VBN"
    return (told or (relative and verb.dep_ == "relcl")) and any(_is_year(c) for c in verb.rights)


def _is_year(prep: "Token") -> bool:
    below = (t for c in prep.rights if c.dep_ == "pobj" for t in (c, *c.rights))
    return prep.dep_ == "prep" and any(YEAR.match(t.text) for t in below)


def _apposed(noun: "Token") -> "Token | None":
    """Return the name before the comma of a noun that explains it."""
    name = noun.head
    return name if noun.dep_ == "appos" and name.pos_ == "PROPN" and is_set_off(noun) else None


def _predicated(noun: "Token") -> "Token | None":
    """Return the subject of which a noun is said."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ not in _LINKING or any(c.dep_ in ("neg", "aux") for c in verb.children):
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return subject if subject is not None and subject.pos_ in _NAMED else None

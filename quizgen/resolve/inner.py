"""Pronouns that a definition explains itself: “a gas that the liver makes when it works”. They may stay as they are."""

from typing import TYPE_CHECKING

from quizgen.syntax.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset({"its", "their"})
_PLURAL = {"it": False, "they": True, "them": True}
_PRESENT = frozenset({"VBZ", "VBP"})
_WHEN = frozenset("when where while as once after before if until because whenever wherever unless since".split())
_RELATIVE = frozenset({"that", "which"})


def is_inner(token: "Token") -> bool:
    """Return whether a pronoun in what a term is said to be means something in there, which is read with it."""
    clause = _relative(token)
    if clause is None:
        return False
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.i > token.i:
        return False
    noun = clause.head if subject.lower_ in _RELATIVE else subject
    if noun.pos_ != "NOUN":
        return False
    plural = noun.tag_ == "NNS"
    if token.lower_ in _OWN:
        return subject.lower_ in _RELATIVE and plural == (token.lower_ == "their")
    below = token.head.head == clause and _is_circumstance(token.head)
    meant = token.dep_ in SUBJECTS or (token.dep_ == "dobj" and subject.lower_ in _RELATIVE)
    return below and meant and _PLURAL.get(token.lower_) == plural


def _is_circumstance(verb: "Token") -> bool:
    return verb.dep_ in ("advcl", "ccomp") and any(c.lower_ in _WHEN and c.i < verb.i for c in verb.children)


def _relative(token: "Token") -> "Token | None":
    """Return the verb of the relative clause that a pronoun stands in, in what is said of a kind of thing.

    It is said by "is" or behind a comma: "zeolite, a mineral that …".
    """
    found: Token | None = None
    above = token
    while above.dep_ != "ROOT":
        if above.dep_ == "relcl" and found is None:
            found = above
        if above.dep_ == "attr":
            break
        if above.dep_ == "appos" and token.lower_ not in _OWN and found is not None and found.head == above:
            return found if any(c.lower_ in ("a", "an") for c in above.lefts) else None
        above = above.head
    be = above.head
    if found is None or above.dep_ != "attr" or be.tag_ not in _PRESENT or be.lemma_ != "be" or be.dep_ != "ROOT":
        return None
    term = next((c for c in be.children if c.dep_ in SUBJECTS), None)
    plain = term is not None and term.pos_ in ("NOUN", "PROPN") and term.left_edge.is_sent_start
    return found if plain and term is not None and term.left_edge.tag_ not in ("PRP$", "PRP") else None

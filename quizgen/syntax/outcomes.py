"""Clauses that follow from what their sentence said before: "…, so food keeps longer", "…, which is why …"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_THUS = frozenset({"therefore", "thus", "hence", "consequently"})


def joint_of(verb: "Token", subject: "Token") -> "Token | None":
    """Return the word with which the outcome that a verb tells begins: so, which, and (… therefore)."""
    which = _which(verb)
    if which is not None:
        return which
    first = subject.left_edge
    before = first.nbor(-1) if not first.is_sent_start else first
    if before.lower_ == "so" and subject.i < verb.i and _is_behind_comma(before):
        return before
    return _and_therefore(verb)


def is_why(verb: "Token") -> bool:
    """Return whether a verb tells what something explains: "…, which is why alarms belong on the ceiling"."""
    return _which(verb) is not None


def _which(verb: "Token") -> "Token | None":
    above = verb.head
    why = any(c.lower_ == "why" and c.dep_ == "advmod" for c in verb.children)
    if not why or verb.dep_ not in ("ccomp", "advcl") or above.lemma_ not in ("be", "explain"):
        return None
    which = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ == "which"), None)
    return which if which is not None and which.i + 2 == verb.left_edge.i and _is_behind_comma(which) else None


def _and_therefore(verb: "Token") -> "Token | None":
    told = any(c.dep_ == "advmod" and c.lower_ in _THUS for c in verb.children)
    if not told or verb.dep_ != "conj":
        return None
    return next((c for c in verb.head.children if c.lower_ == "and" and verb.head.i < c.i < verb.i), None)


def _is_behind_comma(token: "Token") -> bool:
    return not token.is_sent_start and token.nbor(-1).text in (",", "–", "—")

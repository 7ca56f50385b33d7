"""Phrases that only lead on from the sentence before: "in turn", "in response", "as a consequence"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONNECTIVES = {
    "in": frozenset("contrast fact addition general particular turn short practice theory all".split()),
    "by": frozenset({"contrast", "comparison"}),
    "for": frozenset({"example", "instance"}),
    "at": frozenset({"first", "last", "least", "all", "once"}),
    "above": frozenset({"all"}),
    "after": frozenset({"all"}),
    "of": frozenset({"course"}),
    "as": frozenset({"result"}),
    "on": frozenset({"average", "hand"}),
}
_ALONE = {  # where nothing tells what it was in exchange for or in answer to
    "in": frozenset(
        "answer comparison compensation consequence effect essence exchange hindsight reality reply response"
        " retaliation retrospect retribution return revenge reward".split()
    ),
    "at": frozenset({"length"}),
    "as": frozenset({"consequence"}),
    "by": frozenset({"chance", "then"}),
    "on": frozenset({"balance", "occasion", "reflection"}),
}
_COMMENTS = {
    "after": frozenset({"all"}),
    "at": frozenset({"first", "last", "length", "once"}),
    "for": frozenset({"example", "instance"}),
    "in": frozenset({"addition", "consequence", "fact", "response", "turn"}),
    "of": frozenset({"course"}),
}


def is_connective(token: "Token") -> bool:
    """Return whether a preposition and its noun only lead on: "in turn", "at once"."""
    return any(leads_on(token.lower_, c) for c in token.children if c.dep_ == "pobj")


def leads_on(preposition: str, noun: "Token") -> bool:
    """Return whether a noun behind a preposition only leads on: "in turn", "in exchange" without "for"."""
    if noun.lower_ in _CONNECTIVES.get(preposition, ()):
        return True
    bare = all(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    return bare and noun.lower_ in _ALONE.get(preposition, ())


def is_comment(token: "Token") -> bool:
    """Return whether a phrase behind a noun never belongs to it: "two investors at length gave …", "in fact"."""
    alone = token.right_edge.i == token.i + 1
    return alone and token.right_edge.lower_ in _COMMENTS.get(token.lower_, ())

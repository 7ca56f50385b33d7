"""Small questions to a parse tree: what stands above a token, what is an aside, what is past."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Piece = "str | Token"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
MODIFIERS = frozenset("compound amod nummod quantmod nmod poss det advmod npadvmod predet".split())
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def above(token: "Token") -> Iterator["Token"]:
    """Yield a token and what it hangs on, up to the root."""
    yield token
    while token.head != token:
        token = token.head
        yield token


def is_verb(token: "Token") -> bool:
    """Return whether a token can be a predicate; "following" and "according to" are prepositions."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ != "prep"


def is_infinitive(verb: "Token") -> bool:
    """Return whether a verb stands with "to", or bare below another one: "let them build"."""
    bare = verb.tag_ == "VB" and verb.dep_ == "ccomp" and not any(c.dep_ == "aux" for c in verb.lefts)
    return bare or any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.lefts)


def first_conjunct(token: "Token") -> "Token":
    """Return the head of the coordination that a token is part of."""
    while token.dep_ == "conj":
        token = token.head
    return token


def after_comma(token: "Token") -> bool:
    """Return whether a phrase is set off from what stands before it."""
    first = token.left_edge
    return first.i > first.sent.start and first.nbor(-1).text in {",", "(", "[", "–", "—", "--", "-", ":", ";"}


def bracketed(sent: "Span") -> frozenset[int]:
    """Return the positions of what stands in brackets, the brackets too."""
    depth, inside = 0, []
    for token in sent:
        depth += token.text in _OPENING
        if depth:
            inside.append(token.i)
        depth -= bool(depth) and token.text in _CLOSING
    return frozenset(inside)


def is_past(token: "Token") -> bool:
    """Return whether what hangs on a token is told of the past, going by years and the sentence's main verb."""
    if any(len(t) == 4 and t.text.isdigit() and t.text[0] in "12" for t in token.subtree):
        return True
    root = token.sent.root
    finite = next((c for c in root.lefts if c.dep_ in ("aux", "auxpass")), root)
    return finite.tag_ in ("VBD", "VBN") if finite.tag_ != "MD" else finite.lower_ in ("could", "would")


def is_plural(head: "Token") -> bool:
    """Return whether a noun phrase takes a plural verb."""
    if head.lower_ in ("they", "we", "these", "those", "you"):
        return True
    return head.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in head.rights)

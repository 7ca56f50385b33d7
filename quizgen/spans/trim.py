"""What of a clause goes into a question: its core without asides."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.spans.trees import after_comma, bracketed, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDES = frozenset({"appos", "parataxis", "intj", "meta", "dep", "preconj"})
_CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp", "xcomp"})
_LINKS = frozenset(
    """also besides especially particularly notably consequently furthermore hence however indeed instead likewise
    meanwhile moreover namely nevertheless nonetheless otherwise similarly therefore thus""".split()
)


def core(top: "Token", *, gone: frozenset[int], keep: frozenset[int] = frozenset()) -> list["Token"]:
    """Return the tokens below ``top`` in their order, without asides and without what is ``gone``.

    What stands in ``keep`` is never an aside: the way down to the slot.
    """
    brackets = bracketed(top.sent) - keep
    if top.i in brackets:
        brackets = frozenset()
    found: list[Token] = []
    pending = [top]
    while pending:
        token = pending.pop()
        if token.i not in gone:
            found.append(token)
            found.extend(_links(token) if token.dep_ == "conj" and token != top else ())
        pending.extend(c for c in token.children if _stays(c, gone | brackets, keep))
    return sorted((t for t in found if t.i not in gone), key=lambda t: t.i)


def _stays(token: "Token", gone: frozenset[int], keep: frozenset[int]) -> bool:
    if token.i in keep:
        return True
    if token.i in gone:
        return False
    if token.is_punct or token.dep_ in ("punct", "cc"):
        return _joins(token)
    if token.lower_ in _LINKS or is_example(token):
        return False
    if token.dep_ in _ASIDES or (token.dep_ in _CLAUSES and (after_comma(token) or _describes_way(token, keep))):
        return False
    if (
        token.dep_ == "npadvmod"
        and is_verb(token.head)
        and token.ent_type_ not in ("DATE", "TIME")
        and after_comma(token)
    ):
        return False
    return not (token.dep_ == "conj" and (is_verb(token.head) or is_verb(token))) or _shares(token)


def _is_aside(token: "Token") -> bool:
    """Return whether a comma sets off a clause, or a noun phrase that names no time."""
    aside = token.dep_ == "npadvmod" and is_verb(token.head) and token.ent_type_ not in ("DATE", "TIME")
    return (aside or token.dep_ in _CLAUSES) and after_comma(token)


def _shares(token: "Token") -> bool:
    """Return whether a second verb brings the object of the first: "to mend and fit tyres"."""
    head = token.head
    if token.dep_ != "conj" or token.tag_ != head.tag_ or not is_verb(token):
        return False
    return all(c.dep_ in ("conj", "cc", "punct", "advmod") for c in head.rights)


def is_example(prep: "Token") -> bool:
    """Return whether a preposition gives examples of the noun before it: "such as", "including"."""
    such = any(c.lower_ == "such" for c in prep.children)
    return prep.dep_ == "prep" and (prep.lower_ in ("including", "like") or such) and not is_verb(prep.head)


def _describes_way(token: "Token", keep: frozenset[int]) -> bool:
    """Return whether a clause describes a noun above the slot: it would trail behind the stranded preposition."""
    return token.head.i in keep and not is_verb(token.head)


def _joins(token: "Token") -> bool:
    """Return whether a hyphen or a comma holds a word or a date together."""
    if token.text == "," and token.head.ent_type_ == "DATE":
        return token.ent_type_ == "DATE"
    tight = token.i > token.sent.start and not token.nbor(-1).whitespace_ and not token.whitespace_
    return tight and token.text in {"-", "–", "/"}


def _links(conjunct: "Token") -> Iterator["Token"]:
    """Yield the comma and the "and" right before a conjunct."""
    first = conjunct.left_edge
    for back in (1, 2):
        if first.i - back <= conjunct.head.i or (first.nbor(-back).dep_ != "cc" and first.nbor(-back).text != ","):
            return
        yield first.nbor(-back)


_OPTIONAL = frozenset({"prep", "agent", "npadvmod", "advmod", "advcl", "relcl", "acl"})


def shorten(tokens: "list[Token]", *, keep: frozenset[int], most: int) -> "list[Token]":
    """Drop phrases from the end that a sentence can do without, until ``most`` tokens are left."""
    here = {t.i for t in tokens}
    for token in reversed(tokens):
        if len(here) <= most:
            break
        if _is_optional(token, tokens) and token.i not in keep:
            here -= {t.i for t in token.subtree} - keep
    return [t for t in tokens if t.i in here]


def _is_optional(token: "Token", tokens: "list[Token]") -> bool:
    """Return whether a phrase can go without leaving a hole: "of …" and what a bare verb leans on stay."""
    if token.dep_ not in _OPTIONAL or token.lower_ == "of" or token.dep_ == "neg":
        return False
    head = token.head
    before = [c for c in head.rights if c.i < token.i and c in tokens and not c.is_punct]
    return bool(before) or not is_verb(head) or token.i < head.i

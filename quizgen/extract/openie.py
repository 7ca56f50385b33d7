"""Open information extraction: every clause as a tuple of its own words, for comparison with other systems."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.syntax.clauses import Clause, clauses

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative", "ccomp", "xcomp"})
_LOOSE = frozenset({"relcl", "appos", "advcl", "parataxis"})

Triple = tuple[float, str, tuple[str, ...]]


def triples(doc: "Doc") -> Iterator[Triple]:
    """Yield (confidence, relation, arguments) for each clause and apposition of a parsed text."""
    for sent in doc.sents:
        for clause in clauses(sent):
            yield from _clause_triples(clause)
        for token in sent:
            if token.dep_ == "appos":
                yield 0.4, "is", (_text(token.head, {token.i}), _text(token, set()))


def _clause_triples(clause: Clause) -> Iterator[Triple]:
    subject = _text(clause.subject, {clause.verb.i})
    verb_tokens = {v.i for v in clause.chain}
    arguments = [d for d in clause.dependents if _is_argument(d)]
    if not arguments:
        return
    first, *rest = sorted(arguments, key=lambda t: (t.dep_ not in _OBJECTS, t.i < clause.lowest.i, t.i))
    relation, object_ = _relation(clause, first)
    others = [_text(t, verb_tokens) for t in sorted(rest, key=lambda t: t.i)]
    yield 0.9 if clause.kind == "main" else 0.7, relation, (subject, object_, *others)


def _is_argument(token: "Token") -> bool:
    return token.dep_ in _OBJECTS | {"prep", "agent", "npadvmod"} or (
        token.dep_ == "advmod" and bool(list(token.children))
    )


def _relation(clause: Clause, first: "Token") -> tuple[str, str]:
    inner = [
        t
        for v in clause.chain
        for t in v.children
        if t.dep_ in ("aux", "auxpass", "neg", "prt") or (t.dep_ == "advmod" and not list(t.children))
    ]
    tokens = {t.i: t for t in [*clause.auxes, *inner, *clause.chain] if t.i < first.i or t in clause.chain}
    if first.dep_ in ("prep", "agent"):
        tokens[first.i] = first
        object_ = " ".join(t.text for t in first.subtree if t != first)
    else:
        object_ = _text(first, set())
    return " ".join(tokens[i].text for i in sorted(tokens)), object_


def _text(token: "Token", cut: set[int]) -> str:
    skipped: set[int] = set()
    for child in token.subtree:
        loose = (child.dep_ in _LOOSE and child.head == token) or child.i in cut
        if child != token and loose:
            skipped |= {t.i for t in child.subtree}
    return " ".join(t.text for t in token.subtree if t.i not in skipped).strip(" ,")

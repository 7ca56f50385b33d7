"""The slot: the part of a sentence that gives way to the question word, and the words that ask for it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.resolve.discourse import Discourse
from quizgen.spans import kinds
from quizgen.spans.kinds import Kind
from quizgen.spans.trees import MODIFIERS, NOMINAL, SUBJECTS, above, after_comma, first_conjunct, is_infinitive, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What leaves the sentence (``top`` and all of ``gone``) and the words that ask for it.

    ``moved`` stands at the front of the question, ``inside`` in the place of what is gone; they differ where a
    preposition is asked away ("When" for "in 1990", in its place "in what year").
    """

    top: "Token"
    gone: frozenset[int]
    moved: tuple["str | Token", ...]
    inside: tuple["str | Token", ...]
    kind: Kind


def find(span: "Span", discourse: Discourse) -> Slot:
    """Return the slot of an answer."""
    head = span.root
    if head.pos_ in ("ADP", "SCONJ") or head.dep_ == "prep":
        return _prepositional(span, head, discourse)
    if is_verb(head) and head.dep_ not in MODIFIERS and not (head.tag_ == "VBG" and head.dep_ in _NOUNLIKE):
        return _verbal(span, head)
    return _nominal(span, head, discourse)


_NOUNLIKE = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj", "appos"})


def _prepositional(span: "Span", prep: "Token", discourse: Discourse) -> Slot:
    objects = [c for c in prep.children if c.dep_ in ("pobj", "pcomp")]
    kind = kinds.of(span, objects[0] if objects else prep, discourse)
    if prep.head.lower_ in kinds.CAUSES:
        prep = prep.head
    if objects and objects[0].dep_ == "pcomp":
        kind = Kind.MANNER if prep.lower_ == "by" else Kind.CIRCUMSTANCE
    moved = ("when",) if kind is Kind.DATE else kinds.adverbial(prep, kind) or _with_preposition(prep, kind)
    gone = _subtree(prep) | frozenset(range(span.start, span.end))
    return Slot(top=prep, gone=gone, moved=moved, inside=moved, kind=kind)


def _with_preposition(prep: "Token", kind: Kind) -> tuple[str, ...]:
    if (
        is_verb(prep.head)
        and prep.lower_ in ("by", "in", "through", "via", "with", "without")
        and kind is not Kind.PERSON
    ):
        return ("how",)
    word = {Kind.PERSON: "whom", Kind.PLACE: "where"}.get(kind, "what")
    return (f"{prep.lower_} {word}",)


def _verbal(span: "Span", verb: "Token") -> Slot:
    marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "advmod")}
    if verb.dep_ == "advcl" and (marks or is_infinitive(verb)):
        word = "when" if marks & {"when", "while", "after", "before", "once", "as", "until", "since"} else "why"
        word = "under what condition" if marks & {"if", "unless"} else word
        return Slot(top=verb, gone=_subtree(verb), moved=(word,), inside=(word,), kind=Kind.CIRCUMSTANCE)
    own = (c for c in verb.lefts if c.tag_ == "TO" or (c.dep_ in SUBJECTS and c.i < span.start))
    kept = {t.i for c in own for t in c.subtree}
    whole = verb.dep_ == "ccomp" and any(c.dep_ in SUBJECTS and c.i >= span.start for c in verb.lefts)
    kind = Kind.THING if whole else Kind.ACT
    return Slot(top=verb, gone=_subtree(verb) - kept, moved=("what",), inside=("what",), kind=kind)


def _nominal(span: "Span", head: "Token", discourse: Discourse) -> Slot:
    noun = _noun_above(head)
    kind = kinds.of(span, head, discourse)
    beside = first_conjunct(noun)
    if beside.dep_ == "appos" and any(f(beside) for f in (_is_open, _is_close, _is_listed)):
        asked = kinds.named_words(beside.head, kind, several=_is_several(span))
        return Slot(top=beside.head, gone=_subtree(beside.head), moved=asked, inside=asked, kind=kind)
    asked = kinds.noun_words(span, head, noun, kind, kinds.class_noun(span, head, discourse))
    gone = _noun_phrase(span, noun, asked)
    if noun.dep_ == "conj" and not is_verb(first_conjunct(noun)):
        noun = first_conjunct(noun)
        gone = _subtree(noun)
    prep = noun.head if noun.dep_ == "pobj" else None
    cause = next((p for p in (prep, prep.head) if p.lower_ in kinds.CAUSES), None) if prep is not None else None
    if cause is not None:
        return Slot(top=cause, gone=_subtree(cause), moved=("why",), inside=("why",), kind=Kind.CIRCUMSTANCE)
    if kind is Kind.NUMBER and noun.dep_ == "npadvmod" and noun.head.dep_ == "acomp":
        how = ("how", noun.head)
        return Slot(top=noun.head, gone=_subtree(noun.head), moved=how, inside=how, kind=kind)
    moved = kinds.adverbial(prep, kind) if prep is not None and asked[0] in _BARE else None
    if prep is None and kind in _ADVERBIAL and noun.dep_ in ("npadvmod", "advmod", "nmod"):
        moved = kinds.adverbial(None, kind)
    if prep is not None and moved:
        inside: tuple[str | Token, ...] = (prep, *kinds.inside(kind, span))
        return Slot(top=prep, gone=gone | {prep.i}, moved=moved, inside=inside, kind=kind)
    return Slot(top=noun, gone=gone, moved=moved or asked, inside=asked, kind=kind)


_BARE = frozenset({"what", "who", "when", "where", "what year", "what place"})
_ADVERBIAL = frozenset({Kind.DATE, Kind.DURATION, Kind.MANNER})


def _is_several(span: "Span") -> bool:
    return span.root.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in span.root.rights)


def _is_open(name: "Token") -> bool:
    """Return whether the noun before a name leaves open which one is meant: "a company", "two companies"."""
    noun = name.head
    definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "these", "those") for c in noun.lefts)
    return noun.pos_ == "NOUN" and not definite


def _is_close(name: "Token") -> bool:
    """Return whether no comma parts a name from its noun: "the novelist Jane Doe"."""
    return name.head.pos_ == "NOUN" and name.pos_ == "PROPN" and name.head.i < name.i and not after_comma(name)


def _is_listed(name: "Token") -> bool:
    """Return whether a name stands beside another of its kind: a list that was taken for an apposition."""
    return name.pos_ == name.head.pos_ == "PROPN" and name.ent_type_ == name.head.ent_type_ != ""


def _noun_above(head: "Token") -> "Token":
    """Return the noun whose phrase the head of an answer modifies, or the head itself."""
    for token in above(head):
        if token.dep_ not in MODIFIERS or token.head.pos_ not in NOMINAL:
            return token
    return head


def _subtree(top: "Token") -> frozenset[int]:
    return frozenset(t.i for t in top.subtree)


def _noun_phrase(span: "Span", noun: "Token", asked: tuple["str | Token", ...]) -> frozenset[int]:
    """Return a noun phrase; what may belong to the verb ("in 1990" behind the answer) stays in place."""
    gone = set(_subtree(noun)) | set(range(span.start, span.end))
    if noun.dep_ in SUBJECTS:
        return frozenset(gone)
    for child in noun.rights:
        if child.dep_ in ("prep", "advmod", "npadvmod") and child.lower_ != "of" and child.i >= span.end:
            gone -= {t.i for t in child.subtree if t not in asked}
    return frozenset(gone)

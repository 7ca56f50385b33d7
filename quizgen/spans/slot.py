"""The slot: the part of a sentence that gives way to the question word, and the words that ask for it."""

from dataclasses import dataclass, replace
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


_MEANS = frozenset({"by", "in", "through", "via", "with", "without"})


def _with_preposition(prep: "Token", kind: Kind) -> tuple[str, ...]:
    if is_verb(prep.head) and prep.lower_ in _MEANS and kind is not Kind.PERSON:
        return ("how",)
    word = {Kind.PERSON: "whom", Kind.PLACE: "where"}.get(kind, "what")
    return (f"{prep.lower_} {word}",)


def _verbal(span: "Span", verb: "Token") -> Slot:
    marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "advmod")}
    if verb.dep_ == "advcl" and (marks or is_infinitive(verb)):
        word = "when" if marks & {"when", "while", "after", "before", "once", "as", "until", "since"} else "why"
        word = "under what condition" if marks & {"if", "unless"} else word
        return Slot(top=verb, gone=_subtree(verb), moved=(word,), inside=(word,), kind=Kind.CIRCUMSTANCE)
    kept = {t.i for c in verb.children if c.tag_ == "TO" or _is_outside(c, span) for t in c.subtree}
    whole = verb.dep_ == "ccomp" and any(c.dep_ in SUBJECTS and c.i >= span.start for c in verb.lefts)
    kind = Kind.THING if whole else Kind.ACT
    return Slot(top=verb, gone=_subtree(verb) - kept, moved=("what",), inside=("what",), kind=kind)


def _is_outside(part: "Token", span: "Span") -> bool:
    """Return whether a subject or an adverbial of the answer's verb is no part of the answer."""
    apart = part.right_edge.i < span.start or part.left_edge.i >= span.end
    return apart and (part.dep_ in SUBJECTS or part.dep_ in ("prep", "npadvmod", "advcl"))


def _nominal(span: "Span", head: "Token", discourse: Discourse) -> Slot:
    noun = _noun_above(head)
    kind = kinds.of(span, head, discourse)
    asked = kinds.noun_words(span, head, noun, kind, kinds.class_noun(span, head, discourse))
    gone = _noun_phrase(span, noun, asked)
    if noun.dep_ == "conj" and not is_verb(first_conjunct(noun)):
        noun = first_conjunct(noun)
        gone = _subtree(noun)
    slot = Slot(top=noun, gone=gone, moved=asked, inside=asked, kind=kind)
    return _named(span, slot) or _caused(slot) or _measured(slot) or _placed(span, slot)


def _named(span: "Span", slot: Slot) -> Slot | None:
    """Return the slot of the noun that a name stands beside, where that noun does not say which one is meant."""
    name = slot.top
    if name.dep_ != "appos" or not (_is_open(name) or _is_close(name) or _is_listed(name)):
        return None
    asked = kinds.named_words(name.head, slot.kind, several=_is_several(span))
    return Slot(top=name.head, gone=_subtree(name.head), moved=asked, inside=asked, kind=slot.kind)


def _caused(slot: Slot) -> Slot | None:
    """Return the slot of "because of …" around a cause."""
    cause = next((p for p in (slot.top.head, slot.top.head.head) if p.lower_ in kinds.CAUSES), None)
    if slot.top.dep_ != "pobj" or cause is None:
        return None
    return Slot(top=cause, gone=_subtree(cause), moved=("why",), inside=("why",), kind=Kind.CIRCUMSTANCE)


def _measured(slot: Slot) -> Slot | None:
    """Return the slot of "300 metres tall" around a measure."""
    adjective = slot.top.head
    if slot.kind is not Kind.NUMBER or slot.top.dep_ != "npadvmod" or adjective.dep_ != "acomp":
        return None
    how = ("how much" if adjective.tag_ == "JJR" else "how", adjective)
    return Slot(top=adjective, gone=_subtree(adjective), moved=how, inside=how, kind=slot.kind)


def _placed(span: "Span", slot: Slot) -> Slot:
    """Return the slot with its preposition, where one question word asks for both."""
    noun, kind, asked = slot.top, slot.kind, slot.inside
    if noun.dep_ == "pobj" and asked[0] in _BARE:
        moved = kinds.adverbial(noun.head, kind)
        inside: tuple[str | Token, ...] = (noun.head, *kinds.inside(kind, span))
        gone = slot.gone | {noun.head.i}
        return Slot(top=noun.head, gone=gone, moved=moved, inside=inside, kind=kind) if moved else slot
    moved = kinds.adverbial(None, kind) if kind in _ADVERBIAL and noun.dep_ in _LOOSE else None
    return replace(slot, moved=moved) if moved else slot


_LOOSE = frozenset({"npadvmod", "advmod", "nmod"})
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

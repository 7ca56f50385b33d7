"""Participles that were read as the verb of their clause: "larvae fed on these tips grow quickly"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizgen import inflect

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBAL = _FINITE | {"VB"}
_NOUNS = frozenset({"NOUN", "PROPN"})
_LOOSE = frozenset({"dep", "conj", "ccomp", "xcomp", "advcl"})
_HELPING = frozenset({"aux", "auxpass"})
_OWN = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "cc"})
_PASTS = frozenset({"VBD", "VBN"})
_TOLD = frozenset({"dobj", "attr", "oprd", "acomp"})
_PARSE: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_TAG, _LEMMA = 2, 4
_KNOWN = "known"  # a participle and nothing else, of a verb that takes any preposition


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence whose ``verb`` may be a participle, with the text in which it cannot be anything else.

    ``noun`` is what was read as a noun, and is the verb of the sentence if the other is none; -1 where there is none.
    """

    doc: "Doc"
    start: int
    end: int
    verb: int
    noun: int
    text: str


def doubts(sent: "Span") -> Iterator[Doubt]:
    """Yield a sentence in which a past is followed by a verb that nobody does and no word joins."""
    pasts = [t for t in sent if t.tag_ in _PASTS] if sent[-1].text == "." else []
    verb = next((t for t in pasts if _is_doubtful(t)), None)
    if verb is None:
        return
    noun = next((t for t in verb.subtree if _is_verblike(t) and t.i > verb.i), None)
    said = {t.i: _KNOWN for t in (verb, *verb.rights) if t == verb or (t.dep_ == "conj" and t.tag_ in _PASTS)}
    if noun is not None:
        said[noun.i] = inflect.past(inflect.base(noun.lower_, "VBZ", noun.lemma_.lower()))
    text = "".join(f"{said.get(t.i, t.text)}{t.whitespace_}" for t in sent)
    place = -1 if noun is None else noun.i - sent.start
    yield Doubt(doc=sent.doc, start=sent.start, end=sent.end, verb=verb.i - sent.start, noun=place, text=text)


def settle(doubt: Doubt, parsed: "Doc") -> None:
    """Give a sentence the parse in which its first verb is a participle; where that is not whole, nobody does it."""
    verb = parsed[doubt.verb] if len(parsed) == doubt.end - doubt.start else None
    if verb is None or not _is_participle(verb, doubt.noun):
        for subject in doubt.doc[doubt.start + doubt.verb].lefts:
            subject.dep_ = "dep" if subject.dep_ == "nsubj" else subject.dep_
        return
    own: Any = parsed.to_array(_PARSE)
    strings = doubt.doc.vocab.strings
    for token in parsed:
        said = doubt.doc[doubt.start + token.i]
        if token.text != said.text:
            own[token.i, _TAG] = strings.add("VBZ" if token.i == doubt.noun else "VBN")
            own[token.i, _LEMMA] = strings.add(
                inflect.base(said.lower_, "VBZ" if said.tag_ == "NNS" else "VBD", said.lemma_.lower())
            )
    later = verb.head.head
    if later.tag_ == "VB" and _first(later).tag_ != "MD":
        own[later.i, _TAG] = strings.add("VBP")
    whole: Any = doubt.doc.to_array(_PARSE)
    whole[doubt.start : doubt.end] = own
    doubt.doc.from_array(_PARSE, whole)


def _is_doubtful(verb: "Token") -> bool:
    if verb.dep_ not in ("ROOT", "conj", "ccomp") or verb.i == verb.sent.start:
        return False
    if any(c.dep_ in _HELPING or c.dep_ in _TOLD for c in verb.children):
        return False
    subject = verb.nbor(-1)
    if subject.head != verb or subject.dep_ != "nsubj" or subject.pos_ not in _NOUNS:
        return False
    base = inflect.base(verb.lower_, verb.tag_, verb.lemma_.lower())
    if inflect.participle(base) != verb.lower_:
        return False
    return any(_is_later(c, verb) for c in _below(verb)) or any(_is_verblike(t) for t in verb.subtree if t.i > verb.i)


def _is_verblike(noun: "Token") -> bool:
    """Return whether a plural carries what only a verb can carry: "under oil stays bright"."""
    after = noun.nbor(1) if noun.tag_ == "NNS" and noun.i + 1 < len(noun.doc) else noun
    return after.dep_ in _TOLD and after.head == noun


def _below(verb: "Token") -> Iterator["Token"]:
    """Yield what stands below a verb or below one that is joined to it."""
    for child in verb.rights:
        yield child
        if child.dep_ == "conj":
            yield from child.rights


def _is_later(word: "Token", verb: "Token") -> bool:
    """Return whether a word is a verb without a subject and without a joint, some words behind another."""
    first = _first(word)
    verbal = word.tag_ in _VERBAL or (word.tag_ == "VBN" and first.tag_ in _FINITE)
    if not verbal or word.dep_ not in _LOOSE or word.pos_ not in ("VERB", "AUX"):
        return False
    before = first.nbor(-1)
    bare = not any(c.dep_ in _OWN and c.i < word.i for c in word.children) and before.pos_ in _NOUNS
    return bare and first.i > verb.i + 1 and (first.tag_ in _FINITE or first == word)


def _first(verb: "Token") -> "Token":
    """Return the first word of a verb group: an auxiliary, an adverb or the verb itself."""
    return next((c for c in verb.lefts if c.dep_ in _HELPING or c.dep_ in ("advmod", "neg")), verb)


def _is_participle(verb: "Token", noun: int) -> bool:
    """Return whether a participle tells of the noun before it, and that noun is the subject of a later verb."""
    subject = verb.head
    later = subject.head
    if verb.dep_ != "acl" or subject.i != verb.i - 1 or subject.dep_ not in ("nsubj", "nsubjpass") or later.i < verb.i:
        return False
    finite = next((c for c in later.lefts if c.dep_ in _HELPING), later)
    if finite.tag_ not in _VERBAL or later.dep_ not in ("ROOT", "conj", "ccomp") or later.pos_ not in ("VERB", "AUX"):
        return False
    if noun >= 0 and later.i != noun:
        return False
    plural = subject.tag_ in ("NNS", "NNPS") or subject.lower_.endswith("ae")
    return finite.tag_ not in ("VBZ", "VB", "VBP") or plural == (finite.tag_ != "VBZ")

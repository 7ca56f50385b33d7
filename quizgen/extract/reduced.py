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
_TOLD = frozenset({"dobj", "attr", "oprd", "acomp"})
_PARSE: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_TAG, _LEMMA = 2, 4
_KNOWN = "known"  # a participle and nothing else, of a verb that takes any preposition


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence whose ``verb`` may be a participle, with the text in which it cannot be anything else."""

    doc: "Doc"
    start: int
    end: int
    verb: int
    text: str


def doubts(sent: "Span") -> Iterator[Doubt]:
    """Yield a sentence in which a past is followed by a verb that nobody does and no word joins."""
    verb = next((t for t in sent if _is_doubtful(t)), None)
    if verb is None or sent[-1].text != ".":
        return
    cut = verb.idx - sent.start_char
    text = sent.text[:cut] + _KNOWN + sent.text[cut + len(verb.text) :]
    yield Doubt(doc=sent.doc, start=sent.start, end=sent.end, verb=verb.i - sent.start, text=text)


def settle(doubt: Doubt, parsed: "Doc") -> None:
    """Give a sentence the parse in which its first verb is a participle, where that one is whole."""
    verb = parsed[doubt.verb] if len(parsed) == doubt.end - doubt.start else None
    if verb is None or not _is_participle(verb):
        return
    own: Any = parsed.to_array(_PARSE)
    said = doubt.doc[doubt.start + doubt.verb]
    strings = doubt.doc.vocab.strings
    own[doubt.verb, _TAG] = strings.add("VBN")
    own[doubt.verb, _LEMMA] = strings.add(inflect.base(said.lower_, said.tag_, said.lemma_.lower()))
    later = verb.head.head
    if later.tag_ == "VB" and not _first(later).tag_ == "MD":
        own[later.i, _TAG] = strings.add("VBP")
    whole: Any = doubt.doc.to_array(_PARSE)
    whole[doubt.start : doubt.end] = own
    doubt.doc.from_array(_PARSE, whole)


def _is_doubtful(verb: "Token") -> bool:
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ not in ("ROOT", "conj", "ccomp") or verb.i == verb.sent.start:
        return False
    if any(c.dep_ in _HELPING or c.dep_ in _TOLD for c in verb.children):
        return False
    subject = verb.nbor(-1)
    if subject.head != verb or subject.dep_ != "nsubj" or subject.pos_ not in _NOUNS:
        return False
    base = inflect.base(verb.lower_, verb.tag_, verb.lemma_.lower())
    return inflect.participle(base) == verb.lower_ and any(_is_later(c, verb) for c in _below(verb))


def _below(verb: "Token") -> Iterator["Token"]:
    """Yield what stands below a verb or below one that is joined to it."""
    for child in verb.rights:
        yield child
        if child.dep_ == "conj":
            yield from child.rights


def _is_later(word: "Token", verb: "Token") -> bool:
    """Return whether a word is a verb without a subject and without a joint, some words behind another."""
    if word.tag_ not in _VERBAL or word.dep_ not in _LOOSE or word.pos_ not in ("VERB", "AUX"):
        return False
    first = _first(word)
    before = first.nbor(-1)
    bare = not any(c.dep_ in _OWN and c.i < word.i for c in word.children) and before.pos_ in _NOUNS
    return bare and first.i > verb.i + 1 and (first.tag_ in _FINITE or first == word)


def _first(verb: "Token") -> "Token":
    """Return the first word of a verb group: an auxiliary, an adverb or the verb itself."""
    return next((c for c in verb.lefts if c.dep_ in _HELPING or c.dep_ in ("advmod", "neg")), verb)


def _is_participle(verb: "Token") -> bool:
    """Return whether a participle tells of the noun before it, and that noun is the subject of a later verb."""
    noun = verb.head
    later = noun.head
    if verb.dep_ != "acl" or noun.i != verb.i - 1 or noun.dep_ not in ("nsubj", "nsubjpass") or later.i < verb.i:
        return False
    finite = next((c for c in later.lefts if c.dep_ in _HELPING), later)
    if finite.tag_ not in _VERBAL or later.dep_ not in ("ROOT", "conj", "ccomp") or later.pos_ not in ("VERB", "AUX"):
        return False
    plural = noun.tag_ in ("NNS", "NNPS") or noun.lower_.endswith("ae")
    return finite.tag_ not in ("VBZ", "VB", "VBP") or plural == (finite.tag_ != "VBZ")

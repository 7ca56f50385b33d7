"""Halves of sentences whose verb was read as a plural noun: "blocks stand on piles, and cold air circulates below".

A noun cannot be joined to a verb. Where one ends in -s and is a verb too, the half that it stands in is read for
itself, with an unmistakable past in its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from quizgen import inflect
from quizgen.extract.grafts import put
from quizgen.lexicon import words
from quizgen.nlp import Pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PRESENT = frozenset({"VBZ", "VBP"})
_HELPING = frozenset({"aux", "auxpass"})
_ALONE = frozenset({"ADP", "ADV", "PART", "SCONJ", "PUNCT", "CCONJ"})
_JOINTS = frozenset({"and", "but"})
_PARSE: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_HEAD, _DEP, _TAG, _LEMMA = 0, 1, 2, 4
_WHOLE = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class _Half:
    doc: "Doc"
    start: int
    end: int
    verb: int
    text: str


def settle(docs: list["Doc"], pipeline: Pipeline) -> None:
    """Give the verbs of second halves that were read as nouns their places."""
    found = [token for doc in docs for sent in doc.sents for token in _misread(sent)]
    for token in found:
        if token.nbor(-1).lower_ in _JOINTS:
            put(token.doc, {token.i: (token.head.i, "conj", "VBZ")})
    own = (token for token in found if token.nbor(-1).lower_ not in _JOINTS and token.head.dep_ != "relcl")
    halves = [_half(token) for token in own]
    for half, parsed in zip(halves, pipeline.parses(half.text for half in halves), strict=True):
        if _fits(half, parsed):
            _apply(half, parsed)


@cache
def _thirds() -> dict[str, str]:
    """Return the base of each known verb's form in the third person."""
    return {inflect.third(base): base for base in sorted(words("verbs", "nounlike", "nounverbs"))}


def _misread(sent: "Span") -> Iterator["Token"]:
    """Yield what was read as a noun joined to a verb in the present, and is a verb too."""
    for token in sent[2:]:
        if token.tag_ == "NNS" and token.dep_ == "conj" and token.text in _thirds() and _is_present(token.head):
            joint = next((c for c in token.head.rights if c.dep_ == "cc" and c.i < token.i), None)
            if joint is not None and joint.lower_ in _JOINTS and joint.i == token.left_edge.i - 1:
                yield token


def _is_present(verb: "Token") -> bool:
    """Return whether a verb is finite and in the present, or a passive of the present."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    return verb.tag_ in _PRESENT or any(c.dep_ == "auxpass" and c.tag_ in _PRESENT for c in verb.lefts)


def _half(token: "Token") -> _Half:
    """Return the half of a sentence that a token is read in, with the past of its verb."""
    start, sent = token.left_edge.i, token.sent
    end = next((t.i for t in sent.doc[token.i : sent.end] if t.text == ";"), sent.end)
    past = "went" if token.nbor(1).pos_ in _ALONE else "saw"  # which are no participles
    said = (past if t == token else t.text for t in sent.doc[start:end])
    text = "".join(f"{word}{t.whitespace_}" for word, t in zip(said, sent.doc[start:end], strict=True))
    return _Half(doc=sent.doc, start=start, end=end, verb=token.i - start, text=text)


def _fits(half: _Half, parsed: "Doc") -> bool:
    """Return whether the past is the one verb that heads a half, with a subject that is one thing."""
    if len(parsed) != half.end - half.start or len(list(parsed.sents)) != 1:
        return False
    verb = parsed[half.verb]
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or subject is None or subject.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    several = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.rights)
    return not several and not any(c.dep_ in _HELPING for c in verb.lefts)


def _apply(half: _Half, parsed: "Doc") -> None:
    token, strings = half.doc[half.start + half.verb], half.doc.vocab.strings
    head = token.head.i
    whole: Any = half.doc.to_array(_PARSE)
    own: Any = parsed.to_array(_PARSE)
    own[half.verb, _HEAD] = (head - token.i) & _WHOLE
    own[half.verb, _DEP] = strings.add("conj")
    own[half.verb, _TAG] = strings.add("VBZ")
    own[half.verb, _LEMMA] = strings.add(_thirds()[token.text])
    whole[half.start : half.end] = own
    half.doc.from_array(_PARSE, whole)

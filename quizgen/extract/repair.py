"""Sentences whose verb was read as a noun or participle: it is found by reading an unmistakable past in its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from quizgen import inflect
from quizgen.lexicon import words
from quizgen.nlp import Pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARSE: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_TAG, _LEMMA = 2, 4
_LOWER = frozenset({"conj", "relcl", "advcl", "acl", "appos", "parataxis"})
_SHORTEST, _MOST = 5, 1
_CLEAR = "saw"  # no participle


@dataclass(frozen=True, slots=True)
class _Trial:
    doc: "Doc"
    start: int
    end: int
    verb: int
    text: str


def mended(docs: Iterable["Doc"], pipeline: Pipeline) -> list["Doc"]:
    """Return docs in which sentences that no finite verb heads are parsed as they would be with a clear one.

    "Yeast converts sugar into alcohol" gets the parse of "Yeast converted sugar into alcohol", "The statute fixed
    wages" that of "The statute saw wages".
    """
    found = list(docs)
    trials = [trial for doc in found for sent in doc.sents for trial in _trials(sent)]
    for trial, parsed in zip(trials, pipeline.docs(trial.text for trial in trials), strict=True):
        waiting = not _is_headed(trial.doc[trial.start : trial.end])
        if waiting and _fits(trial, parsed):
            _apply(trial, parsed)
    return found


def _is_headed(sent: "Span") -> bool:
    """Return whether a finite verb heads a sentence."""
    root = sent.root
    return root.tag_ in _FINITE or any(c.tag_ in _FINITE and c.dep_ not in _LOWER for c in root.children)


@cache
def _presents() -> dict[str, str]:
    """Return the base form of each form in the present."""
    bases = words("verbs", "nounlike")
    return {form: base for base in sorted(bases) for form in (base, inflect.third(base))}


def _trials(sent: "Span") -> Iterator[_Trial]:
    """Yield a sentence that lacks a verb with each of its first candidates made unmistakable."""
    if len(sent) < _SHORTEST or sent[-1].text != "." or _is_headed(sent):
        return
    for candidate in [t for t in sent[1:] if t.text in _presents() or _is_pastlike(t)][:_MOST]:
        cut = candidate.idx - sent.start_char
        past = inflect.past(_presents()[candidate.text]) if candidate.text in _presents() else _CLEAR
        text = sent.text[:cut] + past + sent.text[cut + len(candidate.text) :]
        yield _Trial(doc=sent.doc, start=sent.start, end=sent.end, verb=candidate.i - sent.start, text=text)


def _is_pastlike(token: "Token") -> bool:
    """Return whether a token may be a past that was read as a participle: "the statute fixed wages"."""
    told = token.tag_ in ("VBN", "VBD") and token.dep_ in ("amod", "acl", "relcl", "compound")
    return told and inflect.past(token.lemma_.lower()) == token.text


def _fits(trial: _Trial, parsed: "Doc") -> bool:
    """Return whether the past is the one verb of its sentence, with a subject of the right number."""
    if len(parsed) != trial.end - trial.start or len(list(parsed.sents)) != 1:
        return False
    verb = parsed[trial.verb]
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    said = {c.dep_ for c in verb.children if c.i > verb.i} & {"dobj", "prep"}
    if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or subject is None or not said:
        return False
    bare = subject.pos_ == "NOUN" and not any(c.dep_ in ("det", "poss") for c in subject.children)
    form = trial.doc[trial.start + trial.verb].text
    if form not in _presents():
        return "dobj" in said
    return ("dobj" in said or not bare or subject.tag_ == "NNS") and _agrees(form, subject)


def _agrees(form: str, subject: "Token") -> bool:
    plural = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    noun = subject.pos_ in ("NOUN", "PROPN")
    return noun and plural == (form in words("verbs", "nounlike"))


def _apply(trial: _Trial, parsed: "Doc") -> None:
    form = trial.doc[trial.start + trial.verb].text
    strings = trial.doc.vocab.strings
    whole: Any = trial.doc.to_array(_PARSE)
    own: Any = parsed.to_array(_PARSE)
    tag = "VBD" if form not in _presents() else "VBP" if form in words("verbs", "nounlike") else "VBZ"
    lemma = _presents().get(form) or trial.doc[trial.start + trial.verb].lemma_
    own[trial.verb, _TAG] = strings.add(tag)
    own[trial.verb, _LEMMA] = strings.add(lemma)
    whole[trial.start : trial.end] = own
    trial.doc.from_array(_PARSE, whole)

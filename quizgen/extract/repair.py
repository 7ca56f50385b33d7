"""Sentences without a verb: a present that was read as a noun is found by reading its past in the same place."""

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
_SHORTEST, _MOST = 5, 3


@dataclass(frozen=True, slots=True)
class _Trial:
    doc: "Doc"
    start: int
    end: int
    verb: int
    text: str


def mended(docs: Iterable["Doc"], pipeline: Pipeline) -> list["Doc"]:
    """Return docs in which sentences without a verb are parsed as they would be in the past.

    "Yeast converts sugar into alcohol" gets the parse of "Yeast converted sugar into alcohol".
    """
    found = list(docs)
    trials = [trial for doc in found for sent in doc.sents for trial in _trials(sent)]
    for trial, parsed in zip(trials, pipeline.docs(trial.text for trial in trials), strict=True):
        waiting = not any(t.tag_ in _FINITE for t in trial.doc[trial.start : trial.end])
        if waiting and _fits(trial, parsed):
            _apply(trial, parsed)
    return found


@cache
def _presents() -> dict[str, str]:
    """Return the base form of each form in the present."""
    bases = words("verbs", "nounlike")
    return {form: base for base in sorted(bases) for form in (base, inflect.third(base))}


def _trials(sent: "Span") -> Iterator[_Trial]:
    """Yield a sentence that lacks a verb with each of its first candidates in the past."""
    if len(sent) < _SHORTEST or sent[-1].text != "." or any(t.tag_ in _FINITE for t in sent):
        return
    for candidate in [t for t in sent[1:] if t.text in _presents()][:_MOST]:
        past = inflect.past(_presents()[candidate.text])
        cut = candidate.idx - sent.start_char
        text = sent.text[:cut] + past + sent.text[cut + len(candidate.text) :]
        yield _Trial(doc=sent.doc, start=sent.start, end=sent.end, verb=candidate.i - sent.start, text=text)


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
    return ("dobj" in said or not bare or subject.tag_ == "NNS") and _agrees(
        trial.doc[trial.start + trial.verb].text, subject
    )


def _agrees(form: str, subject: "Token") -> bool:
    plural = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    noun = subject.pos_ in ("NOUN", "PROPN")
    return noun and plural == (form in words("verbs", "nounlike"))


def _apply(trial: _Trial, parsed: "Doc") -> None:
    form = trial.doc[trial.start + trial.verb].text
    strings = trial.doc.vocab.strings
    whole: Any = trial.doc.to_array(_PARSE)
    own: Any = parsed.to_array(_PARSE)
    own[trial.verb, _TAG] = strings.add("VBP" if form in words("verbs", "nounlike") else "VBZ")
    own[trial.verb, _LEMMA] = strings.add(_presents()[form])
    whole[trial.start : trial.end] = own
    trial.doc.from_array(_PARSE, whole)

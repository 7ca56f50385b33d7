"""Amounts that a thing has in passing: "With a diameter of 2,707 km, Triton is …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract.context import Context
from quizgen.extract.nominals import nominal_flaw
from quizgen.model import AMOUNTS, FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATES = frozenset({"be", "become", "remain", "rank"})
_PRESENT = frozenset({"VBZ", "VBP"})
_DIMENSIONS = frozenset(
    """altitude area budget capacity circumference density depth diameter elevation height length magnitude mass
    population radius size span speed surface thickness volume weight width wingspan""".split()
)
_PEOPLE = frozenset({PhraseType.PERSON, PhraseType.PEOPLE, PhraseType.UNKNOWN})


def holding(context: Context) -> Iterator[FactDraft]:
    """Yield the amount between commas, or before the subject, of a thing of which a sentence says what it is.

    Example: With a diameter of 2,707 km, Triton is smaller than the Moon.
        -> quantity | Triton | has | a diameter of 2,707 km
    Example: Lim Cave, with more than 80 kilometres of passages, is the longest cave of Norway.
        -> quantity | Lim Cave | has | more than 80 kilometres of passages
    Example: With three friends, Ida Holm left Norway in 1912.
        -> none
    """
    for prep in context.reading.tokens:
        verb = _statement(prep) if prep.lower_ == "with" and prep.dep_ == "prep" else None
        noun = next((c for c in prep.rights if c.dep_ == "pobj"), None)
        name = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb is not None else None
        if verb is not None and noun is not None and name is not None and _is_amount(noun):
            yield from _had(name, noun, verb, context)


def _statement(prep: "Token") -> "Token | None":
    """Return the verb of the sentence whose subject a phrase stands beside, set off by commas."""
    opens = prep.is_sent_start
    apart = not opens and prep.nbor(-1).text == ","
    last = prep.right_edge
    closed = last.i + 1 < prep.sent.end and "," in (last.text, last.nbor(1).text)
    verb = prep.head.head if prep.head.dep_ == "nsubj" else prep.head
    sized = opens and any(c.lemma_.lower() in _DIMENSIONS for c in prep.rights) and verb.tag_ in _PRESENT
    if not (sized or (closed and (opens or apart) and verb.lemma_ in _STATES)):
        return None
    held = verb.dep_ == "ROOT" and prep.i < verb.i and not any(c.tag_ == "MD" for c in verb.children)
    return verb if held else None


def _is_amount(noun: "Token") -> bool:
    """Return whether a phrase gives a number of things or the size of a dimension, and no more than one of them."""
    if any(c.dep_ in ("cc", "conj", "relcl", "acl", "appos") for c in noun.children):
        return False
    if noun.lemma_.lower() in _DIMENSIONS:
        below = [t for c in noun.rights if c.lower_ == "of" for t in c.subtree]
        return noun.tag_ == "NN" and any(t.like_num for t in below)
    return noun.tag_ == "NNS" and any(c.dep_ == "nummod" for c in noun.lefts)


def _had(name: "Token", noun: "Token", verb: "Token", context: Context) -> Iterator[FactDraft]:
    subject = phrases.phrase(name, context.reading, context.discourse, role="subject")
    told = phrases.phrase(noun, context.reading, context.discourse, role="object")
    if subject is None or told is None or subject.type in _PEOPLE or not _is_one(name, subject):
        return
    if nominal_flaw(name, context) or nominal_flaw(noun, context) or not _is_told(told):
        return
    own = _have(subject, past=verb.tag_ == "VBD")
    yield FactDraft(
        kind=FactKind.QUANTITY,
        subject=subject,
        relation=own.text,
        object=told,
        verb=own,
        extractor="holding",
        start=min(subject.start, told.start),
        end=max(subject.end, told.end),
    )


def _is_one(name: "Token", subject: Phrase) -> bool:
    return not subject.plural and (name.pos_ == "PROPN" or subject.proper or subject.resolved)


def _is_told(told: Phrase) -> bool:
    return bool(told.values) or told.type in AMOUNTS or told.head in _DIMENSIONS


def _have(subject: Phrase, *, past: bool) -> Verb:
    text = "had" if past else "have" if subject.plural else "has"
    tense = "past" if past else "present"
    return Verb(lemma="have", text=text, base="have", past="had", participle="had", tense=tense)


PATTERNS = (holding,)

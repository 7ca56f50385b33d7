"""What something is for, and its point, advantage or drawback: "the purpose of clotting is to stop bleeding"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import verbatim
from quizgen.extract.context import Context
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_AIMS = frozenset("purpose function job role task aim goal object point".split())
_SIDES = frozenset("advantage disadvantage drawback benefit difference weakness strength".split())
_OF = frozenset({"of", "between", "for"})
_BE = frozenset({"is", "was"})
_LONGEST, _LONGEST_SUBJECT = 12, 6
_MANNERS = frozenset("mainly chiefly mostly primarily often commonly usually generally widely".split())
_HAZY = frozenset({"it", "they", "this", "that", "these", "those", "he", "she", "we", "you", "there"})


def function(context: Context) -> Iterator[FactDraft]:
    """Yield what is said to be the purpose, the function or the advantage of something.

    Example: The purpose of a keel is to keep a boat upright.
        -> relation | the purpose of a keel | is | To keep a boat upright
    Example: The main drawback of an iron stove is that rust eats the grate.
        -> relation | the main drawback of an iron stove | is | Rust eats the grate
    Example: The aim is to win.
        -> none
    """
    tokens = verbatim.unled(context.reading.tokens)
    root = context.reading.sent.root
    at = next((n for n, t in enumerate(tokens[: _LONGEST + 1]) if t.i == root.i), 0)
    stem, rest = tokens[:at], tokens[at + 1 :]
    if root.lower_ not in _BE or len(rest) < 3 or not _is_aspect(stem, rest[0]):
        return
    if not verbatim.is_clear(stem, context) or any(t.text in ",;:" for t in stem):
        return
    clause = rest[0].lower_ == "that"
    if not clause and (rest[0].tag_ != "TO" or rest[1].tag_ != "VB"):
        return
    found = verbatim.outcome(rest[1:] if clause else rest, context, stem)
    if len(found) > 2:
        yield from _said(stem, root, found, context)


def _is_aspect(stem: "list[Token]", first: "Token") -> bool:
    """Return whether a subject is the aim, or the good or bad side, of something that is named with it."""
    noun = next((t for t in stem if t.lemma_ in _AIMS | _SIDES and t.tag_ == "NN"), None)
    if noun is None or stem[0].lower_ in ("one", "another", "a", "an"):
        return False
    of = next((t for t in stem if t.i == noun.i + 1 and t.lower_ in _OF), None)
    owned = any(c.dep_ == "poss" for c in noun.children) and stem[-1].i == noun.i
    return (of is not None or owned) and (noun.lemma_ in _AIMS or first.lower_ == "that")


def _said(stem: "list[Token]", be: "Token", found: "list[Token]", context: Context) -> Iterator[FactDraft]:
    subject = verbatim.told(stem, context, role="subject", kind=PhraseType.THING)
    if subject.text.startswith(("a ", "an ")):  # "a narrow tube's job": which one, the stem does not say
        return
    answer = verbatim.told(found, context, role="object", after=subject.text, kind=PhraseType.CLAUSE)
    past = be.lower_ == "was"
    verb = Verb(
        lemma="be", text=be.lower_, base="be", past="was", participle="been", tense="past" if past else "present"
    )
    yield _draft(subject, verb, verbatim.capital(answer), "function")


def use(context: Context) -> Iterator[FactDraft]:
    """Yield what a kind of thing is used for.

    Example: A fuse is used to protect a circuit.
        -> relation | a fuse | is used | To protect a circuit
    Example: Litmus paper is mainly used for testing acids.
        -> relation | litmus paper | is mainly used | Testing acids
    Example: The mill was used to grind corn.
        -> none
    """
    tokens = verbatim.unled(context.reading.tokens)
    verb = context.reading.sent.root
    if verb.lower_ != "used" or verb.tag_ != "VBN" or any(c.dep_ in ("neg", "conj", "advcl") for c in verb.children):
        return
    finite, subject = verbatim.finite(verb), verbatim.subject_of(verb)
    stem = [t for t in tokens if t.i < finite.i]
    if finite.lower_ not in ("is", "are") or subject is None or not _is_kind(stem, subject, context):
        return
    between = [t for t in tokens if finite.i < t.i < verb.i]
    found = verbatim.outcome([t for t in tokens if t.i > verb.i], context, stem)
    if all(t.lower_ in _MANNERS for t in between) and len(found) > 2 and _tells(found):
        yield _used(stem, finite, between, found, context)


def _is_kind(stem: "list[Token]", subject: "Token", context: Context) -> bool:
    """Return whether words are the bare name of a kind of thing, and no thing of the text."""
    plain = 0 < len(stem) <= _LONGEST_SUBJECT and not any(t.text in ",;:" for t in stem)
    known = stem[0].lower_ not in _HAZY | {"the"} if stem else False
    common = subject.pos_ == "NOUN" and subject.right_edge.i <= stem[-1].i if stem else False
    return plain and known and common and verbatim.is_clear(stem, context)


def _tells(found: "list[Token]") -> bool:
    """Return whether words say an aim: "to protect a circuit", "for testing acids"."""
    return (found[0].tag_ == "TO" and found[1].tag_ == "VB") or (found[0].lower_ == "for" and found[1].tag_ == "VBG")


def _used(
    stem: "list[Token]", finite: "Token", between: "list[Token]", found: "list[Token]", context: Context
) -> FactDraft:
    subject = verbatim.told(stem, context, role="subject", kind=PhraseType.THING)
    subject = replace(subject, plural=finite.lower_ == "are", head=stem[-1].lemma_.lower())
    tokens = phrases.trimmed(found[1:] if found[0].lower_ == "for" else found)
    answer = verbatim.told(tokens, context, role="object", after=subject.text, kind=PhraseType.CLAUSE)
    manner = " ".join(t.lower_ for t in between)
    verb = Verb(
        lemma="use",
        text=" ".join(filter(None, (finite.lower_, manner, "used"))),
        base="use",
        past="used",
        participle=f"{manner} used".strip(),
        aux=(finite.lower_,),
        tense="present",
        passive=True,
    )
    return _draft(subject, verb, verbatim.capital(answer), "use")


def _draft(subject: Phrase, verb: Verb, answer: Phrase, name: str) -> FactDraft:
    return FactDraft(
        kind=FactKind.RELATION,
        subject=subject,
        relation=verb.text,
        object=answer,
        verb=verb,
        extractor=name,
        start=min(subject.start, answer.start),
        end=max(subject.end, answer.end),
    )


PATTERNS = (function, use)

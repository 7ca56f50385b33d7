"""What a text says a word means: “the term … refers to …”, “… is defined as …”, “a substance that … is a catalyst”."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, stretches
from quizgen.extract.context import Context
from quizgen.extract.explanations import MEANINGS
from quizgen.extract.naming import is_plural
from quizgen.extract.restated import restated
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import words
from quizgen.model import FactDraft

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_WORDS = frozenset({"word", "term", "name", "expression", "phrase"})
_MEANING = {"refer": ("to",), "mean": (), "denote": (), "signify": (), "describe": ()}
_OF_A_WORD = frozenset({"mean", "denote", "signify", "describe"})  # of a thing they say what follows from it
_PRESENT = frozenset({"VBZ", "VBP"})
_BE = frozenset({"is", "are"})
_ABSTRACT = frozenset("power right practice idea belief act use quality freedom method".split())
_POINTING = frozenset({"this", "these", "such", "those", "its", "their", "his", "her", "our"})
_THINGS = frozenset({"it", "they", "them"})  # where it is known what they stand for
_LONGEST_TERM = 4
_ASIDES = frozenset(
    {", by contrast,", ", in contrast,", ", on the other hand,", ", however,", ", therefore,", ", then,"}
)
_VAGUE_NAMES = frozenset(
    "one key goal problem reason question answer mistake success failure disaster fun work".split()
)


def sense(context: Context) -> Iterator[FactDraft]:
    """Yield what a word is said to mean, or what is said to be what a term means.

    Example: The term delta wave refers to a slow rhythm of the sleeping brain.
        -> definition | a delta wave | is | a slow rhythm of the sleeping brain
    Example: Inflation is defined as a general rise in prices over time.
        -> definition | inflation | is | a general rise in prices over time
    Example: A substance that speeds up a reaction is a catalyst.
        -> definition | a catalyst | is | a substance that speeds up a reaction
    Example: The driver wore out the clutch, that is, the part that connects engine and gearbox.
        -> definition | the clutch | is | the part that connects engine and gearbox
    Example: The metal that is used most is iron.
        -> none
    """
    sent = context.reading.sent
    for token in sent[1:-2]:
        pair = _said_to_mean(token, sent) or _said_to_be(token, sent)
        if pair is not None:
            brief = sent.doc[pair[1][0]].lower_ == "the" and stretches.head(sent, pair[1]).lemma_ in MEANINGS
            yield from definitions.drafts(pair[0], pair[1], context, "sense", named=True, brief=brief)
    yield from restated(context)


def _said_to_mean(verb: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return the term and the meaning on both sides of "refers to", "means" or "is defined as"."""
    doc, be = sent.doc, verb.i
    if verb.tag_ in _PRESENT and verb.lemma_ in _MEANING:
        behind = _MEANING[verb.lemma_]
    elif verb.lower_ == "defined" and doc[verb.i - 1].lower_ in _BE:
        behind, be = ("as",), verb.i - 1
    else:
        return None
    start = verb.i + 1 + len(behind)
    spelled = _of_a_word(sent)
    name = stretches.term(sent, sent.start + 2 if spelled else sent.start)
    if name is None or tuple(t.lower_ for t in doc[verb.i + 1 : start]) != behind or not _reaches(sent, name, be):
        return None
    meaning = stretches.description(sent, start)
    if meaning is not None and verb.lemma_ == "refer" and any(t.lower_ == "as" for t in doc[meaning[0] : meaning[1]]):
        return None  # "economists refer to this as …"
    plain = spelled or (verb.lemma_ not in _OF_A_WORD and doc[name[0]].lower_ != "the")
    plain = plain or (verb.lemma_ == "mean" and meaning is not None and _means_outright(name, meaning, sent))
    return (name, meaning) if plain and meaning is not None and _is_complete(sent, meaning) else None


def _means_outright(name: Stretch, meaning: Stretch, sent: "Span") -> bool:
    """Return whether a bare noun means a power, a process …: "sovereignty means the power of a state to …"."""
    noun = stretches.head(sent, meaning)
    bare = name[1] - name[0] == 1 and sent.doc[name[0]].tag_ in ("NN", "NNP")
    return bare and sent.doc[meaning[0]].lower_ == "the" and noun.lemma_ in MEANINGS | _ABSTRACT


def _of_a_word(sent: "Span") -> bool:
    return sent[0].lower_ in ("the", "a") and sent[1].lower_ in _WORDS


def _reaches(sent: "Span", name: Stretch, be: int) -> bool:
    """Return whether only a closing quotation mark or an aside stands between a term and its verb."""
    if name[1] == be or (name[1] == be - 1 and sent.doc[be - 1].is_quote):
        return True
    between = sent.doc[name[1] : be].text.lower()
    return between in _ASIDES


def _is_complete(sent: "Span", meaning: Stretch) -> bool:
    ends = meaning[1] < sent.end and sent.doc[meaning[1]].text in (".", ";", ",", "(")
    return ends and meaning[1] - meaning[0] > 2 and stretches.is_whole(sent, meaning)


def _said_to_be(be: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return term and meaning of "a substance that … is a catalyst": the meaning comes first, with its own clause."""
    if be.lower_ not in _BE or not (be == sent.root or be.dep_ in ("conj", "ccomp")):
        return None
    subject = next((c for c in be.children if c.dep_ == "nsubj"), None)
    name = stretches.base(sent, be.i + 1)
    if subject is None or name is None or not _opens(subject.left_edge, sent) or not _is_term(sent, name):
        return None
    if sent.doc[name[0]].lower_ == "the" and subject.left_edge.lower_ != "the":
        return None
    meaning = (subject.left_edge.i, be.i)
    general = _is_general(subject, name) and subject.right_edge.i == be.i - 1 and be.nbor(-1).text != ","
    if not general or is_plural(sent, name) != (subject.tag_ == "NNS") or not stretches.is_whole(sent, meaning):
        return None
    return name, meaning


def _opens(first: "Token", sent: "Span") -> bool:
    """Return whether a sentence or its second half begins with a token: "…, and the point where … is the aphelion"."""
    if first.i == sent.start:
        return True
    before = first.nbor(-1)
    return before.text == ";" or (before.lower_ in ("and", "while", "but") and before.nbor(-1).text in (",", ";"))


def _is_term(sent: "Span", name: Stretch) -> bool:
    """Return whether a short noun phrase that closes a clause names a kind: no owner."""
    first = sent.doc[name[0]]
    bare = first.tag_ in ("NN", "NNS", "JJ") or first.lower_ in ("a", "an", "the")
    last = sent.doc[name[1] - 1]
    bare = bare and last.lemma_ not in _VAGUE_NAMES | words("nouns", "vague") and last.tag_ in ("NN", "NNS")
    ends = name[1] == sent.end - 1 or (name[1] < sent.end and sent.doc[name[1]].text in (",", ";"))
    return bare and ends and name[1] - name[0] <= _LONGEST_TERM


def _is_general(subject: "Token", name: Stretch) -> bool:
    """Return whether a noun with what restricts it tells a kind: "a gas that …", "the process by which …"."""
    clause = any(c.dep_ in ("relcl", "acl") and c.i > subject.i for t in subject.subtree for c in t.children)
    article = next((c.lower_ for c in subject.children if c.dep_ == "det"), "")
    tokens = list(subject.subtree)
    named = any(t.text[:1].isupper() and not t.is_sent_start for t in tokens)
    told = [t for t in tokens if t.lower_ not in _THINGS]
    if named or any(t.tag_ in ("VBD", "PRP") or t.lower_ in _POINTING for t in told):
        return False
    if article == "the":
        meant = subject.lemma_ in MEANINGS | words("nouns", "way")
        best = any(t.tag_ in ("JJS", "RBS") for t in tokens)
        return meant or (clause and not best and subject.doc[name[0]].lower_ == "the")
    if article in ("a", "an"):
        return clause or _is_narrowed(subject, name)
    return clause and not article and subject.tag_ == "NNS"


def _is_narrowed(subject: "Token", name: Stretch) -> bool:
    """Return whether a noun has adjectives and a phrase behind it, or two of either, and is given a single word."""
    adjectives = sum(c.tag_ in ("JJ", "VBN", "VBG") for c in subject.lefts)
    behind = sum(c.dep_ == "prep" for c in subject.rights)
    return adjectives + behind > 1 and name[1] - name[0] <= 2

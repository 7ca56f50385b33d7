"""What a kind is, read by tags where the parser finds no clause: “a stray is a dog found far from its home”."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import words
from quizgen.model import FactDraft

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_RESTRICTING = frozenset({"WDT", "WP", "WRB", "WP$", "VBN"})
_ONE_OF = frozenset(
    {"example", "part", "member", "reason", "way", "matter", "case", "one", "result", "source", "cause"}
)
_POINTING = frozenset("this these such those he she his her we you i our your us me there here".split())
_ENDS = frozenset({".", ";"})
_LONGEST_TERM = 4
_SHORTEST = 5  # words of a description


def kind(context: Context) -> Iterator[FactDraft]:
    """Yield what a sentence says that a kind of thing is, in general and with what marks it off.

    Example: A stray is a dog found far from its home.
        -> definition | a stray | is | a dog found far from its home
    Example: A miller is a man of the town.
        -> none
    """
    sent = context.reading.sent
    name = stretches.term(sent, sent.start, loose=False)
    if name is None or name[1] + _SHORTEST >= sent.end or sent.doc[name[1]].lower_ not in ("is", "are"):
        return
    meaning = stretches.description(sent, name[1] + 1)
    if meaning is None or not _is_kind(name, sent) or not _is_marked_off(name, meaning, sent):
        return
    if not any(t.i in context.reading.unresolved and t.i < name[1] for t in sent):
        yield from definitions.drafts(name, meaning, context, "kind", named=True)


def _is_kind(name: Stretch, sent: "Span") -> bool:
    """Return whether the subject is a noun with "a" or without an article, and no name."""
    doc, first = sent.doc, sent.doc[name[0]]
    own = list(doc[name[0] + (first.lower_ in ("a", "an")) : name[1]])
    plain = own and all(t.tag_ in ("NN", "NNS", "JJ", "HYPH", "VBG") for t in own)
    counted = first.lower_ in ("a", "an") or own[-1].tag_ in ("NNS", "NN")
    return bool(plain) and counted and first.tag_ != "PRP$" and name[1] - name[0] <= _LONGEST_TERM


def _is_marked_off(name: Stretch, meaning: Stretch, sent: "Span") -> bool:
    """Return whether a description is whole, of the number of its noun, and has behind its noun what restricts it."""
    doc, noun = sent.doc, stretches.head(sent, meaning)
    tokens = list(stretches.words(sent, meaning))
    ends = meaning[1] < sent.end and (doc[meaning[1]].text in _ENDS or _is_new_clause(doc[meaning[1]], sent))
    behind = [t for t in tokens if t.i > noun.i]
    told = any(t.tag_ in _RESTRICTING for t in behind) and meaning[1] - meaning[0] >= _SHORTEST
    first = doc[meaning[0]]
    article = first.lower_ in ("a", "an", "the") if noun.tag_ == "NN" else first.lower_ not in ("a", "an")
    even = stretches.is_many(doc[name[1] - 1]) == (noun.tag_ == "NNS")
    vague = noun.lemma_ in _ONE_OF | words("nouns", "person") or any(t.tag_ in ("JJS", "RBS") for t in tokens)
    points = any(t.lower_ in _POINTING or t.tag_ in ("VBD", "NNP", "NNPS") for t in tokens)
    return ends and told and article and even and not (vague or points) and noun.tag_ in ("NN", "NNS")


def _is_new_clause(comma: "Token", sent: "Span") -> bool:
    """Return whether ", and" or ", whereas" begins a clause of its own: "…, and a barometer measures …"."""
    if comma.text != "," or comma.i + 3 >= sent.end or comma.nbor(1).lower_ not in ("and", "but", "while", "whereas"):
        return False
    return comma.nbor(2).tag_ in ("DT", "NNS", "NN", "PRP", "JJ")
